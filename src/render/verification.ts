import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Page, PageFigure, PageInput, PagePhrase, PageProof } from '../core/page.ts';
import type { Medium } from './medium.ts';
import { hastText } from '../util/hast-text.ts';
import { fillIn } from '../util/fill-in.ts';

type Words = Readonly<Record<string, string>>;
type ToHtml = (children: Page['hast']['children']) => string;

/** The figures that the text states first in one section. */
export interface FigureGroup {
  readonly section: string | undefined;
  readonly figures: readonly PageFigure[];
}

/** Figures by the section that first states them, in reading order; a title that comes back is another section. */
export function groupFigures(figures: readonly PageFigure[]): readonly FigureGroup[] {
  const groups: { section: string | undefined; figures: PageFigure[] }[] = [];
  for (const figure of figures) {
    const last = groups.at(-1);
    if (last && last.section === figure.section) last.figures.push(figure);
    else groups.push({ section: figure.section, figures: [figure] });
  }
  return groups;
}

/** An input that the text states has a row of its own: the row of what is made from it gives its name, if it has one. */
export function saysMore({ number, label }: PageInput): boolean {
  return number === undefined || label !== undefined;
}

/** Id of a figure's row in the annex. */
export const rowId = (number: number): string => `nsp-chiffre-${number}`;
/** Id of the short note that a figure opens on a screen. */
export const proofId = (number: number): string => `nsp-calcul-${number}`;

/** What the layouts can say of the figures. */
export function verificationView(
  { verification = [] }: Page,
  { words, medium, toHtml }: { words: Words; medium: Medium; toHtml: ToHtml },
): { verification: readonly object[] } {
  const found = (page: string | undefined): string | null =>
    page === undefined ? null : fillIn(words['proof-found'] ?? '', { page });
  // Many figures have the same source.
  const made = new Map<PagePhrase, string>();
  const html = (phrase: PagePhrase | undefined): string | null => {
    if (!phrase) return null;
    const known = made.get(phrase) ?? toHtml([...phrase.hast]);
    made.set(phrase, known);
    return known;
  };
  const proofView = ({ value, label, calculation, source }: PageProof): object => ({
    value,
    label: label ?? null,
    calculation: calculation ?? null,
    fullHtml: medium === 'screen' ? html(source?.full) : null,
    shortHtml: html(source?.short),
    found: found(source?.foundOn),
  });
  const inputView = (input: PageInput): object => ({
    ...proofView(input),
    hasRow: input.number !== undefined,
  });
  const figureView = (figure: PageFigure): object => ({
    ...proofView(figure),
    row: rowId(figure.number),
    proof: proofId(figure.number),
    inputs: figure.inputs.map(inputView),
    rowInputs: figure.inputs.filter(saysMore).map(inputView),
    statements: figure.statements.map(({ id }, index) => ({
      id,
      again: index === 0 ? null : index + 1,
      label: fillIn(words[index === 0 ? 'back-to-figure' : 'back-to-figure-again'] ?? '', {
        value: figure.value,
        c: index + 1,
      }),
    })),
  });
  return {
    verification: groupFigures(verification).map(({ section, figures }) => ({
      section: section ?? null,
      figures: figures.map(figureView),
    })),
  };
}

/** From this length on, in signs, the words of a figure may be cut at the end of a line. */
const longWording = 24;

/**
 * Gives each statement of a figure a button that opens its note, laid over the words so that they stay text; where a
 * browser knows no popover, a link to the annex takes its place. Changes the tree.
 */
export function openProofs(root: Root, words: Words): Root {
  visit(root, { type: 'element', tagName: 'span' }, (node) => {
    const number = /^nsp-chiffre-(\d+)-\d+$/u.exec(String(node.properties.id))?.[1];
    if (number === undefined) return;
    const ariaLabel = words['proof-open'] ?? '';
    if (hastText(node).length > longWording) node.properties.className = ['figure', 'figure-long'];
    node.children.push(
      empty('button', { type: 'button', popoverTarget: proofId(Number(number)), ariaLabel }),
      empty('a', { href: `#${rowId(Number(number))}`, ariaLabel }),
    );
  });
  return root;
}

function empty(tagName: string, properties: Element['properties']): Element {
  return { type: 'element', tagName, properties, children: [] };
}
