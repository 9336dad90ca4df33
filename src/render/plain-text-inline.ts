import type { Link, Nodes } from 'mdast';
import { publicAddress } from '../util/address.ts';
import { joinLines } from '../util/spaces.ts';

/** What the setting of a plain text carries along: the line width, the words, and the addresses met so far. */
export interface PlainContext {
  /** Characters a line; undefined leaves each paragraph on one line. */
  readonly width: number | undefined;
  readonly words: Readonly<Record<'picture' | 'colon', string>>;
  /** Address of the page, on which relative links are made whole. */
  readonly base: string | undefined;
  /** Addresses of the text's links in reading order; the setter adds to it. */
  readonly links: string[];
  /** In a note an address stands beside its words; in the text it is called by a letter. */
  readonly inNote?: boolean;
}

/** Sets a sentence without markup: note calls as `[3]`, links as `words [a]`, hard line breaks as `\n`. */
export function plainInlines(nodes: readonly Nodes[], context: PlainContext): string {
  return plainSpaces(nodes.map((node) => plainInline(node, context)).join('')).trim();
}

function plainInline(node: Nodes, context: PlainContext): string {
  switch (node.type) {
    case 'text':
      return joinLines(node.value);
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'noteCall':
      return `[${node.value}]`;
    case 'citation':
      return node.raw;
    case 'image':
      return node.alt ? plainPicture(node.alt, context) : '';
    case 'link':
      return plainLink(node, context);
    case 'delete':
      return `~~${childrenOf(node, context)}~~`;
    default:
      return childrenOf(node, context);
  }
}

function childrenOf(node: Nodes, context: PlainContext): string {
  return 'children' in node ? node.children.map((child) => plainInline(child, context)).join('') : '';
}

function plainLink(node: Link, context: PlainContext): string {
  const label = childrenOf(node, context);
  const address = publicAddress(node.url, context.base)?.replace(/^mailto:/u, '');
  if (address === undefined) return label;
  if (label === '' || withoutScheme(label) === withoutScheme(address)) return address;
  if (context.inNote) return `${label} <${address}>`;
  return `${label}\u00a0[${linkMark(address, context)}]`;
}

function withoutScheme(address: string): string {
  return plainSpaces(address)
    .replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/u, '')
    .replace(/\/$/u, '');
}

function linkMark(address: string, { links }: PlainContext): string {
  if (!links.includes(address)) links.push(address);
  return letters(links.indexOf(address));
}

/** 0 → a, 25 → z, 26 → aa: letters, because the digits are the notes'. */
export function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(97 + (index % 26));
}

export function plainPicture(alt: string, { words }: PlainContext): string {
  return `[${words.picture}${words.colon}${alt}]`;
}

/** Spaces that every program shows: U+00A0 for the narrow ones, which many fonts lack; invisible characters go. */
export function plainSpaces(text: string): string {
  return text
    .replace(/[\u202f\u2007\u2009]/gu, '\u00a0')
    .replace(/\u2011/gu, '-')
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '');
}
