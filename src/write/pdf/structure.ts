import { PDFName } from '@cantoo/pdf-lib';
import type { PDFContext } from '@cantoo/pdf-lib';
import { frameFigure } from './figures.ts';
import type { Box } from './graphics-state.ts';
import { asReference } from './links.ts';
import { itemKids, repairList } from './lists.ts';
import { joinNotes, labelNote, nameNotes } from './notes.ts';
import { entry, setEntry } from './objects.ts';
import { elementsOf, isElement } from './tree.ts';
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

/** What the pages tell of the tree. */
export interface TreeFacts {
  /** The ids that the list of contents leads to. */
  readonly contents: ReadonlySet<string>;
  /** Where each picture stands, by `page tag/MCID`. */
  readonly boxes: ReadonlyMap<string, Box>;
}

/** Repairs Chromium's tree after ISO 32000-1, 14.8.4: lists, links, notes, captions, contents, pictures. */
export function repairStructure(context: PDFContext, tree: StructureTree, facts: TreeFacts): void {
  tree.kids = repairKids(context, tree.kids, { ...facts, inText: false, parent: '' });
  nameNotes(tree);
}

interface Surroundings extends TreeFacts {
  readonly inText: boolean;
  readonly parent: string;
}

function repairKids(context: PDFContext, kids: readonly Kid[], around: Surroundings): Kid[] {
  const repaired = kids.flatMap((kid) => (kid.kind === 'element' ? repairNode(context, kid, around) : [kid]));
  return joinNotes(context, repaired);
}

function repairNode(context: PDFContext, node: StructureNode, around: Surroundings): Kid[] {
  node.role = properRole(node, around);
  const inText = around.inText || textRoles.has(node.role);
  node.kids = repairKids(context, node.kids, { ...around, inText, parent: node.role });
  switch (node.role) {
    case 'NonStruct':
      return unwrap(context, node);
    case 'LI':
      node.kids = itemKids(context, node.kids);
      return [node];
    case 'L':
      repairList(context, node, around.contents);
      return [node];
    case 'Link':
      return [asReference(context, node)];
    case 'Note':
      labelNote(context, node);
      return [node];
    case 'Figure':
      if (node.dictionary.has(PDFName.of('Alt'))) frameFigure(context, node, around.boxes);
      else node.role = 'Div';
      break;
  }
  if (node.role === 'Div') adoptCaption(node);
  return [node];
}

function properRole(node: StructureNode, around: Surroundings): string {
  const isLink = node.kids.some((kid) => kid.kind === 'object');
  if (isLink) return 'Link';
  // A link that leads nowhere has no annotation.
  if (node.role === 'Link') return 'Span';
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

/** A box around a table and its caption: the table takes the caption in, for a caption is its first kid. */
function adoptCaption(box: StructureNode): void {
  const captions = box.kids.filter((kid) => isElement(kid, 'Caption'));
  const tables = [...elementsOf(box.kids)].filter((node) => node.role === 'Table');
  const [table] = tables;
  if (table === undefined || tables.length > 1 || captions.length !== 1) return;
  table.kids = [...captions, ...table.kids];
  box.kids = box.kids.filter((kid) => !captions.some((caption) => caption === kid));
}

/** Takes decoration out of the tree, and the elements that then hold nothing. */
export function dropDecoration(
  context: PDFContext,
  tree: StructureTree,
  decoration: ReadonlySet<string>,
): void {
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
