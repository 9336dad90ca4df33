import type { Element, ElementContent, Properties, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { ChartPicture } from '../core/chart.ts';
import type { Medium } from './medium.ts';

/**
 * Sets the drawing of each chart for a medium. A screen gets one for wide windows and one for narrow ones, and the data
 * in a table that opens; paper gets one drawing whose words tell every value. Changes the tree.
 */
export function setCharts(root: Root, medium: Medium): Root {
  visit(root, { type: 'element', tagName: 'figure' }, (figure) => {
    if (!hasChart(figure)) return;
    figure.children = figure.children.flatMap((child) => setPart(child, medium));
  });
  return root;
}

function hasChart({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('chart');
}

function setPart(child: ElementContent, medium: Medium): ElementContent[] {
  if (child.type !== 'element') return [child];
  if (child.tagName === 'details') return medium === 'print' ? [] : [child];
  const chart = child.data?.chart;
  if (!chart) return [child];
  return [{ ...child, children: drawingsOf(chart, medium) }];
}

function drawingsOf({ drawings, alt, longAlt }: ChartPicture, medium: Medium): ElementContent[] {
  if (medium === 'print') return [named(drawings.print, { ariaLabel: longAlt })];
  return [
    named(drawings.wide, { ariaLabel: alt, className: ['wide'] }),
    named(drawings.narrow, { ariaLabel: alt, className: ['narrow'] }),
  ];
}

/** A drawing inside a page, which needs no name of its language. */
function named(drawing: Element, properties: Properties): Element {
  const own = Object.entries(drawing.properties).filter(([name]) => name !== 'xmlns');
  return { ...drawing, properties: { role: 'img', ...properties, ...Object.fromEntries(own) } };
}
