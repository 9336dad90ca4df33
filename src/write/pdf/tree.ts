import { PDFDict, PDFName, PDFNull, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext, PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import { arrayOf, dictEntry, items, numberEntry, refEntry, setEntry, textEntry } from './objects.ts';

/** Marked content of a page. */
export interface ContentKid {
  readonly kind: 'content';
  readonly page: PDFRef;
  readonly mcid: number;
}

/** An annotation, such as a link. */
export interface ObjectKid {
  readonly kind: 'object';
  readonly page: PDFRef | undefined;
  readonly annotation: PDFRef;
}

/** A structure element; its dictionary keeps every entry but the role, the parent and the kids, which stand here. */
export interface StructureNode {
  readonly kind: 'element';
  readonly ref: PDFRef;
  readonly dictionary: PDFDict;
  role: string;
  kids: Kid[];
}

export type Kid = ContentKid | ObjectKid | StructureNode;

/** The structure tree of a document. */
export interface StructureTree {
  readonly root: PDFDict;
  readonly rootRef: PDFRef;
  kids: Kid[];
}

/** Reads the tree of a tagged PDF; undefined where there is none. */
export function readTree(document: PDFDocument): StructureTree | undefined {
  const { context, catalog } = document;
  const rootRef = refEntry(catalog, 'StructTreeRoot');
  const root = dictEntry(catalog, 'StructTreeRoot');
  if (rootRef === undefined || root === undefined) return undefined;
  const kids = items(context, root.get(PDFName.of('K'))).flatMap((kid) => readKid(context, kid, undefined));
  return { root, rootRef, kids };
}

function readKid(context: PDFContext, value: PDFObject, page: PDFRef | undefined): Kid[] {
  const found = context.lookup(value);
  if (found instanceof PDFNumber)
    return page === undefined ? [] : [{ kind: 'content', page, mcid: found.asNumber() }];
  if (!(found instanceof PDFDict)) return [];
  const own = refEntry(found, 'Pg') ?? page;
  const type = textEntry(found, 'Type');
  if (type === 'MCR') {
    const mcid = numberEntry(found, 'MCID');
    return own === undefined || mcid === undefined ? [] : [{ kind: 'content', page: own, mcid }];
  }
  if (type === 'OBJR') {
    const annotation = refEntry(found, 'Obj');
    return annotation === undefined ? [] : [{ kind: 'object', page: own, annotation }];
  }
  if (!(value instanceof PDFRef)) return [];
  const kids = items(context, found.get(PDFName.of('K'))).flatMap((kid) => readKid(context, kid, own));
  return [
    { kind: 'element', ref: value, dictionary: found, role: textEntry(found, 'S') ?? 'NonStruct', kids },
  ];
}

/** A new element around `kids`. */
export function makeNode(context: PDFContext, role: string, kids: Kid[]): StructureNode {
  const dictionary = context.obj({});
  setEntry(dictionary, 'Type', PDFName.of('StructElem'));
  return { kind: 'element', ref: context.register(dictionary), dictionary, role, kids };
}

export function isElement(kid: Kid, role: string): kid is StructureNode {
  return kid.kind === 'element' && kid.role === role;
}

/** Every element below, parents first. */
export function* elementsOf(kids: readonly Kid[]): Generator<StructureNode> {
  for (const kid of kids) {
    if (kid.kind !== 'element') continue;
    yield kid;
    yield* elementsOf(kid.kids);
  }
}

/** Every marked content below, with whether it belongs to a picture. */
export function* contentOf(
  kids: readonly Kid[],
  inPicture = false,
): Generator<ContentKid & { inPicture: boolean }> {
  for (const kid of kids) {
    if (kid.kind === 'content') yield { ...kid, inPicture };
    if (kid.kind !== 'element') continue;
    const isPicture = kid.role === 'Figure' && kid.dictionary.has(PDFName.of('Alt'));
    yield* contentOf(kid.kids, inPicture || isPicture);
  }
}

/** Writes the tree back: parents, roles, kids, and the parent tree anew. */
export function writeTree(document: PDFDocument, tree: StructureTree): void {
  const rows = new Map<number, PDFObject[] | PDFRef>();
  const index = new Map(
    document.getPages().map((page) => [page.ref.tag, numberEntry(page.node, 'StructParents')] as const),
  );
  const written = tree.kids.map((kid) =>
    writeKid(document.context, { kid, parent: tree.rootRef, page: undefined }),
  );
  setEntry(tree.root, 'K', arrayOf(document.context, written));
  for (const node of elementsOf(tree.kids)) {
    for (const kid of node.kids) note(kid, node.ref);
  }
  setEntry(tree.root, 'ParentTree', document.context.register(parentTree(document.context, rows)));
  writeIds(document.context, tree);
  setEntry(tree.root, 'ParentTreeNextKey', PDFNumber.of(Math.max(-1, ...rows.keys()) + 1));

  function note(kid: Kid, owner: PDFRef): void {
    if (kid.kind === 'object') {
      const annotation = document.context.lookup(kid.annotation);
      const key = annotation instanceof PDFDict ? numberEntry(annotation, 'StructParent') : undefined;
      if (key !== undefined) rows.set(key, owner);
    }
    if (kid.kind !== 'content') return;
    const key = index.get(kid.page.tag);
    if (key === undefined) return;
    const row = rows.get(key) ?? [];
    if (!Array.isArray(row)) return;
    while (row.length <= kid.mcid) row.push(PDFNull);
    row[kid.mcid] = owner;
    rows.set(key, row);
  }
}

/** The tree by which readers find an element by its id: headers of cells, notes. */
function writeIds(context: PDFContext, tree: StructureTree): void {
  const named = [...elementsOf(tree.kids)].flatMap((node) => {
    const id = textEntry(node.dictionary, 'ID');
    return id === undefined ? [] : [{ id, ref: node.ref }];
  });
  tree.root.delete(PDFName.of('IDTree'));
  if (named.length === 0) return;
  named.sort((one, other) => (one.id < other.id ? -1 : 1));
  const names = named.flatMap(({ id, ref }) => [PDFString.of(id), ref]);
  const root = context.obj({});
  setEntry(root, 'Names', arrayOf(context, names));
  setEntry(tree.root, 'IDTree', context.register(root));
}

interface Place {
  readonly kid: Kid;
  readonly parent: PDFRef;
  readonly page: PDFRef | undefined;
}

function writeKid(context: PDFContext, { kid, parent, page }: Place): PDFObject {
  if (kid.kind === 'content') {
    if (kid.page === page) return PDFNumber.of(kid.mcid);
    return context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.mcid });
  }
  if (kid.kind === 'object') {
    return context.obj({
      Type: 'OBJR',
      Obj: kid.annotation,
      ...(kid.page === undefined ? {} : { Pg: kid.page }),
    });
  }
  const { dictionary, ref } = kid;
  setEntry(dictionary, 'S', PDFName.of(kid.role));
  setEntry(dictionary, 'P', parent);
  const own = kid.kids.find((inner) => inner.kind === 'content')?.page;
  if (own === undefined) dictionary.delete(PDFName.of('Pg'));
  else setEntry(dictionary, 'Pg', own);
  const kids = kid.kids.map((inner) => writeKid(context, { kid: inner, parent: ref, page: own }));
  if (kids.length === 0) dictionary.delete(PDFName.of('K'));
  else
    setEntry(dictionary, 'K', kids.length === 1 && kids[0] !== undefined ? kids[0] : arrayOf(context, kids));
  return ref;
}

function parentTree(context: PDFContext, rows: ReadonlyMap<number, PDFObject[] | PDFRef>): PDFDict {
  const sorted = [...rows].sort(([one], [other]) => one - other);
  const numbers = sorted.flatMap(([key, row]) => [
    PDFNumber.of(key),
    Array.isArray(row) ? context.register(arrayOf(context, row)) : row,
  ]);
  const tree = context.obj({});
  setEntry(tree, 'Nums', arrayOf(context, numbers));
  return tree;
}
