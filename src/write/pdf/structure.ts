import { PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext } from '@cantoo/pdf-lib';
import { decodeId } from './destinations.ts';
import { entry, setEntry, textEntry } from './objects.ts';
import { elementsOf, makeNode } from './tree.ts';
import type { Kid, StructureNode, StructureTree } from './tree.ts';

/** What the roles of PDF 2.0 that Chromium writes are called in PDF 1.7, which PDF/UA-1 builds on. */
const roleMap: Readonly<Record<string, string>> = {
  Strong: 'Span',
  Em: 'Span',
  Sub: 'Span',
  Aside: 'Div',
  FENote: 'Note',
  Title: 'P',
  DocumentFragment: 'Sect',
};

const textRoles = new Set([
  'P',
  'LI',
  'LBody',
  'TD',
  'TH',
  'Caption',
  'BlockQuote',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
]);
/** Elements that must stay even when nothing is left in them. */
const cells = new Set(['TD', 'TH']);
const carried = ['Lang', 'Alt', 'ActualText', 'E'];

/** Marked content that only decorates: `page tag/MCID`. */
export type Decoration = ReadonlySet<string>;

/**
 * Repairs Chromium's tree after ISO 32000-1, 14.8.4: lists, links, notes, captions, contents, roles. `contents` are
 * the ids that the list of contents leads to.
 */
export function repairStructure(
  context: PDFContext,
  tree: StructureTree,
  contents: ReadonlySet<string>,
): void {
  tree.kids = repairKids(context, tree.kids, { contents, inText: false, parent: '' });
  let notes = 0;
  for (const node of elementsOf(tree.kids)) {
    if (node.role !== 'Note') continue;
    notes += 1;
    setEntry(node.dictionary, 'ID', PDFString.of(`note-${notes}`));
  }
}

interface Surroundings {
  readonly contents: ReadonlySet<string>;
  readonly inText: boolean;
  readonly parent: string;
}

function repairKids(context: PDFContext, kids: readonly Kid[], around: Surroundings): Kid[] {
  return kids.flatMap((kid) => (kid.kind === 'element' ? repairNode(context, kid, around) : [kid]));
}

function repairNode(context: PDFContext, node: StructureNode, around: Surroundings): Kid[] {
  node.role = properRole(node, around);
  const inText = around.inText || textRoles.has(node.role);
  node.kids = repairKids(context, node.kids, { contents: around.contents, inText, parent: node.role });
  switch (node.role) {
    case 'NonStruct':
      return unwrap(context, node);
    case 'LI':
      node.kids = itemKids(context, node.kids);
      return [node];
    case 'L':
      return [leadsToContents(context, node, around.contents) ? asContents(context, node) : node];
    case 'Figure':
      return [node.dictionary.has(PDFName.of('Alt')) ? node : asGroup(node)];
    default:
      return [node];
  }
}

function properRole(node: StructureNode, around: Surroundings): string {
  if (node.role !== 'Link' && node.kids.some((kid) => kid.kind === 'object')) return 'Link';
  if (around.parent === 'L' && node.role === 'NonStruct') return 'LI';
  // No article stands inside a text: it is the role that carries a side note.
  return node.role === 'Art' && around.inText ? 'Note' : node.role;
}

/** An element without meaning makes way for its kids, unless it says something of its own, a language for instance. */
function unwrap(context: PDFContext, node: StructureNode): Kid[] {
  if (carried.some((key) => node.dictionary.has(PDFName.of(key)))) {
    node.role = 'Span';
    return [node];
  }
  context.delete(node.ref);
  return node.kids;
}

function itemKids(context: PDFContext, kids: readonly Kid[]): Kid[] {
  const isLabel = (kid: Kid): boolean => kid.kind === 'element' && kid.role === 'Lbl';
  const labels = kids.filter(isLabel);
  const rest = kids.filter((kid) => !isLabel(kid));
  const isDone = rest.length === 1 && rest[0]?.kind === 'element' && rest[0].role === 'LBody';
  return rest.length === 0 || isDone ? [...labels, ...rest] : [...labels, makeNode(context, 'LBody', rest)];
}

/** A figure without a description is a box around a table or a picture and its caption. A table takes the caption in. */
function asGroup(node: StructureNode): StructureNode {
  node.role = 'Div';
  const isRole = (kid: Kid, role: string): kid is StructureNode =>
    kid.kind === 'element' && kid.role === role;
  const table = node.kids.find((kid) => isRole(kid, 'Table'));
  const captions = node.kids.filter((kid) => isRole(kid, 'Caption'));
  if (table?.kind === 'element' && captions.length === 1) {
    table.kids = [...captions, ...table.kids];
    node.kids = node.kids.filter((kid) => !captions.some((caption) => caption === kid));
  }
  return node;
}

/** Whether every item of a list begins with a link into the contents' headings. */
function leadsToContents(context: PDFContext, list: StructureNode, contents: ReadonlySet<string>): boolean {
  return list.kids.length > 0 && list.kids.every((item) => item.kind === 'element' && beginsWithEntry(item));

  function beginsWithEntry(item: StructureNode): boolean {
    const body = item.kids.find((kid) => kid.kind === 'element');
    const first = body?.kind === 'element' && body.role === 'LBody' ? body.kids[0] : undefined;
    const target =
      first?.kind === 'element' && first.role === 'Link' ? linkTarget(context, first) : undefined;
    return target !== undefined && contents.has(target);
  }
}

function linkTarget(context: PDFContext, link: StructureNode): string | undefined {
  for (const kid of link.kids) {
    if (kid.kind !== 'object') continue;
    const annotation = context.lookup(kid.annotation);
    return annotation instanceof PDFDict ? internalTarget(annotation) : undefined;
  }
  return undefined;
}

/** The id that a link annotation leads to, undefined for a link out of the document. */
export function internalTarget(annotation: PDFDict): string | undefined {
  const name = textEntry(annotation, 'Dest');
  return name === undefined ? undefined : decodeId(name);
}

/** TOC > TOCI > Reference > Link, ISO 32000-1, table 333. */
function asContents(context: PDFContext, list: StructureNode): StructureNode {
  list.role = 'TOC';
  list.dictionary.delete(PDFName.of('A'));
  for (const item of list.kids) {
    if (item.kind !== 'element') continue;
    item.role = 'TOCI';
    item.kids = item.kids.flatMap((kid) => {
      if (kid.kind !== 'element' || kid.role !== 'LBody') return [kid];
      context.delete(kid.ref);
      return kid.kids.map((inner) =>
        inner.kind === 'element' && inner.role === 'Link' ? makeNode(context, 'Reference', [inner]) : inner,
      );
    });
  }
  return list;
}

/** Takes decoration out of the tree, and the elements that then hold nothing. */
export function dropDecoration(context: PDFContext, tree: StructureTree, decoration: Decoration): void {
  tree.kids = drop(tree.kids);

  function drop(kids: readonly Kid[]): Kid[] {
    return kids.filter((kid) => {
      if (kid.kind === 'content') return !decoration.has(`${kid.page.tag}/${kid.mcid}`);
      if (kid.kind === 'object') return true;
      kid.kids = drop(kid.kids);
      if (kid.kids.length > 0 || cells.has(kid.role)) return true;
      context.delete(kid.ref);
      return false;
    });
  }
}

/** Maps the roles in use that PDF 1.7 does not know. */
export function mapRoles(context: PDFContext, tree: StructureTree): void {
  const map = context.obj({});
  const roles = new Set([...elementsOf(tree.kids)].map((node) => node.role));
  for (const [role, standard] of Object.entries(roleMap)) {
    if (roles.has(role)) setEntry(map, role, PDFName.of(standard));
  }
  if (map.entries().length > 0) setEntry(tree.root, 'RoleMap', map);
  else if (entry(tree.root, 'RoleMap') !== undefined) tree.root.delete(PDFName.of('RoleMap'));
}
