import { visit } from 'unist-util-visit';
import { bareDoi, isDoi } from '../cite/identifiers.ts';
import { ownReferences } from '../cite/own-references.ts';
import type { Reference } from '../core/bibliography.ts';
import type { Note } from '../core/note.ts';
import type { Place } from '../core/place.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';

/** An address that a document or its bibliography gives. */
export interface NoteLink {
  readonly address: string;
  readonly place: Place | undefined;
  /** Workspace path, where it is not in the document itself. */
  readonly path?: string;
}

/** Every web address of a document, in reading order, then those of its references. */
export function linksOf(note: Note): NoteLink[] {
  const links: NoteLink[] = [];
  visit(note.tree, (node) => {
    if (node.type === 'link' || node.type === 'definition' || node.type === 'image')
      links.push({ address: node.url, place: placeOfNode(node) });
  });
  const cited = ownReferences(note).flatMap((reference) =>
    addressesOf(reference).map((address) => ({ address, place: reference.place, path: reference.path })),
  );
  return [...links, ...cited].filter(
    ({ address }) => /^https?:\/\//iu.test(address) && URL.canParse(address),
  );
}

function addressesOf({ csl }: Reference): string[] {
  const [url, doi] = [csl['URL'], csl['DOI']].map((value) => (typeof value === 'string' ? value.trim() : ''));
  const addresses = [url ?? '', doi && isDoi(doi) ? `https://doi.org/${encodeURI(bareDoi(doi))}` : ''];
  return [...new Set(addresses.filter(Boolean))];
}
