import { InternalHyperlink, Paragraph, TextRun, type ParagraphChild } from 'docx';
import type { Page, PageFigure, PageSource } from '../../core/page.ts';
import { checkLines, groupFigures, referenceIds } from '../../render/verification.ts';
import { docxHeading, type DocxBlock } from './docx-blocks.ts';
import { docxWords, wordText, type DocxContext } from './docx-inlines.ts';
import { styleIds } from './docx-styles.ts';

/** The annex of the figures, a short paragraph each: its value, its label, what it is checked by. */
export function docxVerification(page: Page, context: DocxContext): DocxBlock[] {
  if (!page.verification) return [];
  const { labels } = context;
  const references = referenceIds(page);
  return [
    docxHeading({ depth: 2, children: [{ type: 'text', value: labels.verification }] }, context),
    new Paragraph({ keepNext: true, children: docxWords(labels['verification-intro']) }),
    ...groupFigures(page.verification).flatMap(({ section, figures }) => [
      ...(section === undefined
        ? []
        : [new Paragraph({ style: styleIds.caption, keepNext: true, children: docxWords(section) })]),
      ...figures.map((figure) => figureParagraph(figure, context, references)),
    ]),
  ];
}

function figureParagraph(
  figure: PageFigure,
  { labels }: DocxContext,
  references: ReadonlyMap<string, string>,
): Paragraph {
  const { value, label, calculation } = figure;
  const set = (part: string | PageSource): ParagraphChild[] =>
    typeof part === 'string' ? docxWords(part) : sourceName(part, references);
  const lines = checkLines(figure, labels).map((line) => line.flatMap(set));
  const said = [label, calculation].filter((words) => words !== undefined).map((words) => docxWords(words));
  return new Paragraph({
    style: styleIds.check,
    children: [
      ...docxWords(value, { bold: true }),
      ...[...said, ...lines].flatMap((line, index) => [new TextRun(index === 0 ? '  ' : ' · '), ...line]),
    ],
  });
}

function sourceName({ key, name }: PageSource, references: ReadonlyMap<string, string>): ParagraphChild[] {
  const anchor = key === undefined ? undefined : references.get(key);
  if (anchor === undefined) return docxWords(name);
  const children = [new TextRun({ style: 'Hyperlink', text: wordText(name) })];
  return [new InternalHyperlink({ anchor, children })];
}
