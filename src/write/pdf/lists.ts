import { PDFName } from '@cantoo/pdf-lib';
import type { PDFContext } from '@cantoo/pdf-lib';
import { linkTarget } from './links.ts';
import { arrayOf, entry, items, setEntry } from './objects.ts';
import { isElement, makeNode } from './tree.ts';
import type { Kid, StructureNode } from './tree.ts';

/** An item is its label, if it has one, and its body: ISO 32000-1, table 336. */
export function itemKids(context: PDFContext, kids: readonly Kid[]): Kid[] {
  const labels = kids.filter((kid) => isElement(kid, 'Lbl'));
  const rest = kids.filter((kid) => !isElement(kid, 'Lbl'));
  const isDone = rest.length === 1 && rest[0] !== undefined && isElement(rest[0], 'LBody');
  return rest.length === 0 || isDone ? [...labels, ...rest] : [...labels, makeNode(context, 'LBody', rest)];
}

/** Makes a list the contents that it is, or says how its items are marked. Its items are repaired already. */
export function repairList(context: PDFContext, list: StructureNode, contents: ReadonlySet<string>): void {
  if (leadsToContents(context, list, contents)) asContents(context, list);
  else nameMarks(context, list);
}

/** Whether every item of a list begins with a reference to one of the contents' headings. */
function leadsToContents(context: PDFContext, list: StructureNode, contents: ReadonlySet<string>): boolean {
  return list.kids.length > 0 && list.kids.every((item) => item.kind === 'element' && beginsWithEntry(item));

  function beginsWithEntry(item: StructureNode): boolean {
    const body = item.kids.find((kid) => kid.kind === 'element');
    const reference = body?.kind === 'element' && body.role === 'LBody' ? body.kids[0] : undefined;
    const link =
      reference?.kind === 'element' && reference.role === 'Reference' ? reference.kids[0] : undefined;
    const target = link?.kind === 'element' ? linkTarget(context, link) : undefined;
    return target !== undefined && contents.has(target);
  }
}

/** TOC > TOCI > Reference > Link, ISO 32000-1, table 333. */
function asContents(context: PDFContext, list: StructureNode): void {
  list.role = 'TOC';
  list.dictionary.delete(PDFName.of('A'));
  for (const item of list.kids) {
    if (item.kind !== 'element') continue;
    item.role = 'TOCI';
    item.kids = item.kids.flatMap((kid) => {
      if (!isElement(kid, 'LBody')) return [kid];
      context.delete(kid.ref);
      return kid.kids;
    });
  }
}

/** A list with marks says of which kind they are; Chromium says it of numbers alone. */
function nameMarks(context: PDFContext, list: StructureNode): void {
  const hasMarks = list.kids.some(
    (item) => item.kind === 'element' && item.kids.some((kid) => isElement(kid, 'Lbl')),
  );
  const attributes = items(context, entry(list.dictionary, 'A'));
  if (!hasMarks || attributes.length > 0) return;
  setEntry(list.dictionary, 'A', arrayOf(context, [context.obj({ O: 'List', ListNumbering: 'Disc' })]));
}
