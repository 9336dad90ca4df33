import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { PDFContext, PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { auditChecks, type AuditCheck } from './audit-checks.ts';
import { dictEntry, entry, items, nameText, textEntry } from './objects.ts';
import { elementsOf, isElement } from './tree.ts';
import type { StructureNode, StructureTree } from './tree.ts';

/** A finished document as the checks see it. */
export interface Audited {
  readonly document: PDFDocument;
  /** Absent where the document has no tags. */
  readonly tree: StructureTree | undefined;
}

/** The checks that a finished document does not pass. No validator stands behind them: they are necessary, not enough. */
export function auditPdf(audited: Audited): AuditCheck[] {
  const nodes = [...elementsOf(audited.tree?.kids ?? [])];
  return auditChecks.filter((check) => !tests[check](nodes, audited));
}

type Test = (nodes: readonly StructureNode[], audited: Audited) => boolean;

const tests: Readonly<Record<AuditCheck, Test>> = {
  tags: (nodes, { tree }) =>
    tree?.kids.length === 1 && nodes[0]?.role === 'Document' && nodes.every(isFilled),
  language: (_nodes, { document }) => (textEntry(document.catalog, 'Lang') ?? '') !== '',
  title: (_nodes, { document }) => (document.getTitle() ?? '').trim() !== '',
  bookmarks: (nodes, { document }) =>
    levelsOf(nodes).length === 0 || dictEntry(document.catalog, 'Outlines') !== undefined,
  'heading-order': (nodes) => {
    const levels = levelsOf(nodes);
    return levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1);
  },
  'alternative-texts': (nodes) =>
    nodes.every(
      ({ role, dictionary }) => role !== 'Figure' || (textEntry(dictionary, 'Alt') ?? '').trim() !== '',
    ),
  'table-headers': (nodes, { document }) =>
    nodes.every((node) => node.role !== 'Table' || isHeaded(node, document.context)),
  lists: (nodes) => nodes.every(isSoundItem),
  links: (nodes, { document }) =>
    nodes.every((node) => node.role !== 'Link' || isDescribed(node, document.context)) &&
    hasNoStrayLink(nodes, document),
  notes: (nodes) => {
    const ids = nodes
      .filter(({ role }) => role === 'Note')
      .map(({ dictionary }) => textEntry(dictionary, 'ID') ?? '');
    return !ids.includes('') && new Set(ids).size === ids.length;
  },
  fonts: (_nodes, { document }) => document.getPages().every(hasEmbeddedFonts),
};

const mayBeEmpty = new Set(['TD', 'TH']);

function isFilled({ role, kids }: StructureNode): boolean {
  return kids.length > 0 || mayBeEmpty.has(role);
}

function levelsOf(nodes: readonly StructureNode[]): number[] {
  return nodes.flatMap(({ role }) => (/^H[1-6]$/u.test(role) ? [Number(role.slice(1))] : []));
}

function isHeaded(table: StructureNode, context: PDFContext): boolean {
  const rows = [...elementsOf(table.kids)].filter(({ role }) => role === 'TR');
  const widths = rows.map(({ kids }) => kids.length);
  const headers = rows.flatMap(({ kids }) => kids.filter((kid) => isElement(kid, 'TH')));
  const hasScope = ({ dictionary }: StructureNode): boolean =>
    items(context, entry(dictionary, 'A')).some((value) => {
      const attributes = context.lookup(value);
      return attributes instanceof PDFDict && textEntry(attributes, 'Scope') !== undefined;
    });
  const isEven = widths.every((width) => width === widths[0]) || hasSpans(rows, context);
  return headers.length > 0 && headers.every(hasScope) && isEven;
}

function hasSpans(rows: readonly StructureNode[], context: PDFContext): boolean {
  return rows.some(({ kids }) =>
    kids.some(
      (kid) =>
        kid.kind === 'element' &&
        items(context, entry(kid.dictionary, 'A')).some((value) => {
          const attributes = context.lookup(value);
          return (
            attributes instanceof PDFDict &&
            ['ColSpan', 'RowSpan'].some((key) => {
              const span = attributes.get(PDFName.of(key));
              return span !== undefined && String(span) !== '1';
            })
          );
        }),
    ),
  );
}

function isSoundItem({ role, kids }: StructureNode): boolean {
  if (role === 'L') return kids.every((kid) => isElement(kid, 'LI') || isElement(kid, 'Caption'));
  return role !== 'LI' || kids.some((kid) => isElement(kid, 'LBody'));
}

function isDescribed({ kids }: StructureNode, context: PDFContext): boolean {
  const annotations = kids.filter((kid) => kid.kind === 'object');
  return (
    annotations.length > 0 &&
    annotations.every((kid) => {
      const annotation = context.lookup(kid.annotation);
      return annotation instanceof PDFDict && (textEntry(annotation, 'Contents') ?? '').trim() !== '';
    })
  );
}

/** Every link of the pages is held by an element. */
function hasNoStrayLink(nodes: readonly StructureNode[], document: PDFDocument): boolean {
  const held = new Set(
    nodes.flatMap(({ kids }) => kids.flatMap((kid) => (kid.kind === 'object' ? [kid.annotation.tag] : []))),
  );
  return document
    .getPages()
    .every((page) =>
      items(document.context, page.node.get(PDFName.of('Annots'))).every((ref) => held.has(String(ref))),
    );
}

function hasEmbeddedFonts(page: PDFPage): boolean {
  const fonts = dictEntry(page.node.Resources() ?? page.node, 'Font');
  const { context } = page.doc;
  return (fonts?.entries() ?? []).every(([, value]) => {
    const font = context.lookup(value);
    return font instanceof PDFDict && isEmbedded(font, context) && entry(font, 'ToUnicode') !== undefined;
  });
}

function isEmbedded(font: PDFDict, context: PDFContext): boolean {
  const [first] = items(context, entry(font, 'DescendantFonts'));
  const descendant = context.lookup(first);
  const descriptor = dictEntry(descendant instanceof PDFDict ? descendant : font, 'FontDescriptor');
  return (descriptor?.keys() ?? []).some((key) => nameText(key).startsWith('FontFile'));
}
