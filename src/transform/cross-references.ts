import type { Link, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Language } from '../core/localized.ts';
import { decodePath } from '../util/address.ts';

/** What links within the page lead to, by id. */
export interface ReferenceTargets {
  /** "Tableau 1". */
  readonly captions: ReadonlyMap<string, string>;
  /** The words of headings. */
  readonly headings: ReadonlyMap<string, string>;
}

/**
 * Writes the words of every link within the page that its author left empty: `[](#composantes)` says "tableau 1",
 * `[](#methode)` says « Méthode ».
 */
export function writeCrossReferences(root: Root, targets: ReferenceTargets, lang: Language): void {
  visit(root, (node, index, parent) => {
    // A caption is no child of its table.
    if (node.type === 'table' && node.data?.caption)
      writeCrossReferences({ type: 'root', children: node.data.caption }, targets, lang);
    if (node.type !== 'link' || !node.url.startsWith('#') || node.children.length > 0) return;
    const before = parent && index !== undefined ? (parent.children as Nodes[])[index - 1] : undefined;
    node.children = [{ type: 'text', value: wordsFor(node, targets, lang, opensSentence(before)) }];
  });
}

function wordsFor(
  { url }: Link,
  { captions, headings }: ReferenceTargets,
  lang: Language,
  isFirst: boolean,
): string {
  const id = decodePath(url.slice(1));
  const caption = captions.get(id);
  // English writes "Table 1" with its capital everywhere.
  if (caption !== undefined) return lang === 'fr' && !isFirst ? lowered(caption) : caption;
  const heading = headings.get(id);
  if (heading === undefined) return id;
  return lang === 'fr'
    ? `« ${heading.replace(/«[\s\u00a0\u202f]*/gu, '“').replace(/[\s\u00a0\u202f]*»/gu, '”')} »`
    : `“${heading.replace(/“/gu, '‘').replace(/”/gu, '’')}”`;
}

function lowered(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function opensSentence(before: Nodes | undefined): boolean {
  if (before === undefined) return true;
  return (
    before.type === 'text' && /[.!?…][\s\u00a0\u202f»”]*$/u.test(before.value) && /\s$/u.test(before.value)
  );
}
