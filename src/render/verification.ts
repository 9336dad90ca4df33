import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Page, PageFigure, PageInput, PageSource } from '../core/page.ts';
import { fillIn } from '../util/fill-in.ts';
import { hastText } from '../util/hast-text.ts';
import { escapeXml } from '../util/xml.ts';

type Words = Readonly<Record<string, string>>;

/** The figures that the text states first in one section. */
export interface FigureGroup {
  readonly section: string | undefined;
  readonly figures: readonly PageFigure[];
}

/** Figures by the section that first states them, in reading order; a title that comes back is another section. */
export function groupFigures(figures: readonly PageFigure[]): readonly FigureGroup[] {
  const groups: { section: string | undefined; figures: PageFigure[] }[] = [];
  for (const figure of figures) {
    const section = figure.statements[0]?.section;
    const last = groups.at(-1);
    if (last && last.section === section) last.figures.push(figure);
    else groups.push({ section, figures: [figure] });
  }
  return groups;
}

/** A line under a figure: words, and sources whose names a format may lead from. */
export type CheckLine = readonly (string | PageSource)[];

/**
 * What a figure is checked by, besides its calculation, a line each: what that is made from, then its sources. An input
 * that the text states too has its own place in the annex: it is named where the figure has no name, and no more.
 */
export function checkLines({ label, inputs, sources }: PageFigure, words: Words): CheckLine[] {
  const made = inputs
    .filter((input) => input.number === undefined || (label === undefined && input.label !== undefined))
    .map((input): CheckLine => {
      const given = input.number === undefined ? givenBy(input.sources, words) : [];
      return [nameOf(input), ...(given.length > 0 ? [', ', ...given] : [])];
    });
  return [separate(made), givenBy(sources, words)].filter((line) => line.length > 0);
}

function givenBy(sources: readonly PageSource[], words: Words): CheckLine {
  return separate(
    sources.map((source) => {
      const { locator, foundOn } = source;
      const found = foundOn === undefined ? undefined : fillIn(words['proof-found'] ?? '', { page: foundOn });
      const rest = [locator, found].filter((part) => part !== undefined).map((part) => `, ${part}`);
      return [source, ...rest];
    }),
  );
}

function separate(lines: readonly CheckLine[]): CheckLine {
  return lines.flatMap((line, index) => (index === 0 ? line : [' · ', ...line]));
}

function nameOf({ value, label, number, calculation }: PageInput): string {
  const known = number === undefined ? calculation : undefined;
  const about = [label, known].filter((part) => part !== undefined).join(', ');
  return about === '' ? value : `${value} (${about})`;
}

/** Id of a figure in the annex, where it is also the note that the figure opens on a screen. */
export const checkId = (number: number): string => `nsp-c${number}`;

/** Ids of the references that sources of figures lead to, by the keys of their works. */
export function referenceIds({ references, verification = [] }: Page): ReadonlyMap<string, string> {
  const keys = new Set(
    verification
      .flatMap((figure) => [figure, ...figure.inputs])
      .flatMap(({ sources }) => sources.map(({ key }) => key)),
  );
  return new Map(
    references.flatMap(({ key }, index) =>
      keys.has(key) ? [[key, `nsp-reference-${index + 1}`] as const] : [],
    ),
  );
}

/** What the layouts can say of the figures. */
export function verificationView(
  page: Page,
  words: Words,
  references: ReadonlyMap<string, string>,
): { verification: readonly object[] } {
  const partHtml = (part: string | PageSource): string => {
    if (typeof part === 'string') return escapeXml(part);
    const reference = part.key === undefined ? undefined : references.get(part.key);
    const target = reference === undefined ? webAddress(part.url) : `#${reference}`;
    const name = escapeXml(part.name);
    return target === undefined ? name : `<a href="${escapeXml(target)}">${name}</a>`;
  };
  /** The lines under the first one. */
  const moreHtml = (figure: PageFigure): string => {
    const { label, calculation } = figure;
    const lines = checkLines(figure, words).map((line) => line.map(partHtml).join(''));
    const small = lines.length > 0 ? [`<small>${lines.join('<br>')}</small>`] : [];
    if (label !== undefined && calculation !== undefined) small.unshift(escapeXml(calculation));
    return label === undefined && calculation === undefined
      ? small.join('')
      : small.map((part) => `<br>${part}`).join('');
  };
  const backHtml = (id: string, value: string, count: number): string => {
    const phrase = words[count === 1 ? 'back-to-figure' : 'back-to-figure-again'] ?? '';
    const label = escapeXml(fillIn(phrase, { value, c: count }));
    return `<a href="#${id}" aria-label="${label}">↑${count === 1 ? '' : `<sub>${count}</sub>`}</a>`;
  };
  const figureView = (figure: PageFigure): object => ({
    id: checkId(figure.number),
    value: figure.value,
    label: figure.label ?? figure.calculation ?? null,
    moreHtml: moreHtml(figure),
    places: figure.statements.map(({ id }) => id).join(' '),
    backsHtml: figure.statements.map(({ id }, index) => backHtml(id, figure.value, index + 1)).join(''),
  });
  return {
    verification: groupFigures(page.verification ?? []).map(({ section, figures }) => ({
      section: section ?? null,
      sectionId: page.headings.find(({ text, depth }) => depth === 2 && text === section)?.id ?? null,
      figures: figures.map(figureView),
    })),
  };
}

function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/\S+$/iu.test(url) ? url : undefined;
}

/** From this length on, in signs, the words of a figure may be cut at the end of a line. */
const longWording = 24;

/**
 * Gives each statement of a figure a button that opens its note, laid over the words so that they stay text. Changes
 * the tree.
 */
export function openProofs(root: Root, words: Words): Root {
  const ariaLabel = words['proof-open'] ?? '';
  visit(root, { type: 'element', tagName: 'span' }, (node) => {
    const number = /^nsp-c(\d+)-\d+$/u.exec(String(node.properties.id))?.[1];
    if (number === undefined) return;
    if (hastText(node).length > longWording) node.properties.className = ['figure', 'figure-long'];
    const properties = { popoverTarget: checkId(Number(number)), ariaLabel };
    node.children.push({ type: 'element', tagName: 'button', properties, children: [] });
  });
  return root;
}
