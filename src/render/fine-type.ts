import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Language } from '../core/localized.ts';

/** Titles, captions and cells are set in the sans face, which has no small capitals; the rest is typed or drawn. */
const left = new Set('h1 h2 h3 h4 h5 h6 figcaption table pre code kbd samp svg math footer'.split(' '));
const leftClasses: ReadonlySet<unknown> = new Set(['box-title', 'side-note-number', 'note-call']);

const letters = String.raw`\p{L}\p{M}\p{N}`;
/** Three capitals or more are an acronym; with a century's number, they are small, and its ending is superior. */
const acronym = String.raw`(?<![${letters}·@/._-])\p{Lu}{3,}(?![${letters}·@/_]|[.-]\p{L})`;
const century = String.raw`(?<![${letters}.-])[IVX]{1,5}(?=(?:er|e|ᵉ)[\u00a0 ]siècles?(?!\p{L}))`;
const ordinal = String.raw`(?<=(?<![${letters}.,/-])\d{1,3})(?:ers?|res?|es?|nde?s?)(?![${letters}’'.-]\p{L}|[${letters}])`;
/** "Ve République", and "XVe" whatever follows: "Le" and "Ce" are no numbers. */
const romanOrdinal = String.raw`(?<=(?<![${letters}.-])(?:[IVX]{2,7}|[IVX](?=er?[\u00a0 ](?:siècle|République|Empire|législature))))(?:er|e)(?![${letters}’'-])`;
const patterns: Readonly<Record<Language, RegExp>> = {
  fr: new RegExp(`(?<small>${century}|${acronym})|(?<superior>${ordinal}|${romanOrdinal})`, 'gu'),
  en: new RegExp(`(?<small>${acronym})|(?<superior>(?!))`, 'gu'),
};

/**
 * Marks in a printed page what a compositor sets by hand: acronyms and centuries (`small-capitals`), endings of
 * ordinals (`superior`), and the wider space within « ». Words stay as they are. Changes the tree.
 */
export function setFineType(root: Root, lang: Language): Root {
  visit(root, (node, index, parent) => {
    if (node.type === 'element' && isLeft(node)) return SKIP;
    if (node.type !== 'text' || parent === undefined || index === undefined) return undefined;
    node.value = node.value.replace(/(?<=«)\u202f|\u202f(?=»)/gu, '\u00a0');
    const pieces = piecesOf(node.value, lang);
    parent.children.splice(index, 1, ...pieces);
    return index + pieces.length;
  });
  return root;
}

function isLeft({ tagName, properties: { className } }: Element): boolean {
  return left.has(tagName) || (Array.isArray(className) && className.some((name) => leftClasses.has(name)));
}

function piecesOf(value: string, lang: Language): ElementContent[] {
  const pieces: ElementContent[] = [];
  let end = 0;
  for (const { 0: found, index, groups } of value.matchAll(patterns[lang])) {
    if (index > end) pieces.push({ type: 'text', value: value.slice(end, index) });
    pieces.push({
      type: 'element',
      tagName: 'span',
      properties: { className: [groups?.['small'] === undefined ? 'superior' : 'small-capitals'] },
      children: [{ type: 'text', value: found }],
    });
    end = index + found.length;
  }
  if (end < value.length) pieces.push({ type: 'text', value: value.slice(end) });
  return pieces;
}
