import { Paragraph } from 'docx';
import type { PhrasingContent, Table, TableCell } from 'mdast';
import type { Page, PageFigure, PageInput, PageProof } from '../../core/page.ts';
import { groupFigures, saysMore } from '../../render/verification.ts';
import type { Labels } from '../../render/labels.ts';
import { fillIn } from '../../util/fill-in.ts';
import { docxCaptionedTable, docxHeading, type DocxBlock } from './docx-blocks.ts';
import { docxWords, type DocxContext } from './docx-inlines.ts';

/** Every table of the annex has the same columns. */
const weights = [18, 50, 26];

/** The annex of the figures: what each says, how it was checked, where it stands. */
export function docxVerification({ verification }: Page, context: DocxContext): DocxBlock[] {
  if (!verification) return [];
  const { labels } = context;
  return [
    docxHeading({ depth: 2, children: words(labels.verification) }, context),
    new Paragraph({ keepNext: true, children: docxWords(labels['verification-intro']) }),
    ...groupFigures(verification).flatMap(({ section, figures }) =>
      docxCaptionedTable(annexTable(section, figures, labels), context, weights),
    ),
  ];
}

function annexTable(section: string | undefined, figures: readonly PageFigure[], labels: Labels): Table {
  const head = [labels['proof-value'], labels['proof-work'], labels['proof-places']].map(words);
  const rows = figures.map((figure) => [
    [{ type: 'strong', children: words(figure.value) } satisfies PhrasingContent],
    workOf(figure, labels),
    lines(placesOf(figure).map(words)),
  ]);
  return {
    type: 'table',
    align: ['left', 'left', 'left'],
    data: section === undefined ? {} : { caption: words(section) },
    children: [head, ...rows].map((cells) => ({ type: 'tableRow', children: cells.map(cell) })),
  };
}

function cell(children: PhrasingContent[]): TableCell {
  return { type: 'tableCell', children };
}

function words(value: string): PhrasingContent[] {
  return [{ type: 'text', value }];
}

function workOf(figure: PageFigure, labels: Labels): PhrasingContent[] {
  return lines([
    ...(figure.label === undefined ? [] : [words(figure.label)]),
    ...(figure.calculation === undefined ? [] : [words(figure.calculation)]),
    ...figure.inputs.filter(saysMore).map((input) => inputLine(input, labels)),
    ...sourceLine(figure, labels),
  ]);
}

function inputLine(input: PageInput, labels: Labels): PhrasingContent[] {
  const { value, label, number, calculation } = input;
  const named = words(label === undefined ? value : `${value}, ${label}`);
  if (number !== undefined) return named;
  const work = calculation === undefined ? [] : words(` (${calculation})`);
  const [source] = sourceLine(input, labels);
  return [...named, ...work, ...(source ? [...words(', '), ...source] : [])];
}

function sourceLine({ source }: PageProof, labels: Labels): PhrasingContent[][] {
  if (!source) return [];
  const found =
    source.foundOn === undefined ? '' : ` ${fillIn(labels['proof-found'], { page: source.foundOn })}`;
  return [[...source.short.mdast, ...words(`.${found}`)]];
}

function placesOf({ statements }: PageFigure): string[] {
  return [...new Set(statements.flatMap(({ heading }) => heading ?? []))];
}

function lines(parts: readonly PhrasingContent[][]): PhrasingContent[] {
  return parts.flatMap((part, index) =>
    index === 0 ? part : [{ type: 'break' } satisfies PhrasingContent, ...part],
  );
}
