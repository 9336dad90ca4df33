import type { Element, Root, RootContent, Text } from 'hast';
import type { Hyphenator } from '../core/hyphenator.ts';
import type { Language } from '../core/localized.ts';

/** What runs on with the words around it. */
const inline = new Set(['a', 'abbr', 'b', 'del', 'ins', 'q', 's', 'small', 'span', 'strong', 'u']);
/** The same, but never broken: italics are often titles or foreign words. */
const wholeInline = new Set('code kbd samp var em i cite sup sub img input br'.split(' '));
const wholeBlocks = new Set('h1 h2 h3 h4 h5 h6 figcaption caption pre svg math footer'.split(' '));
const wholeClasses: ReadonlySet<unknown> = new Set(['box-title', 'figure', 'side-note-number', 'note-backs']);
/** From how many columns on the cells of a table are too narrow for long words. */
const narrowTable = 5;
const opaque = '\ufffc';

interface Piece {
  readonly text: string;
  /** Absent for what must stay as it is. */
  readonly node?: Text;
}

/** Puts a soft hyphen wherever the running text of a printed page may be broken. Changes the tree. */
export function hyphenateTree(root: Root, hyphenator: Hyphenator, lang: Language): Root {
  new Walk(hyphenator).block(root.children, lang);
  return root;
}

class Walk {
  readonly #hyphenator: Hyphenator;

  constructor(hyphenator: Hyphenator) {
    this.#hyphenator = hyphenator;
  }

  /** Children of a block: what runs on from one to the next is one text. */
  block(children: readonly RootContent[], lang: Language): void {
    let run: Piece[] = [];
    for (const child of children) {
      if (isInline(child)) {
        this.#collect(child, lang, run);
        continue;
      }
      this.#set(run, lang);
      run = [];
      if (child.type === 'element' && !isWhole(child)) this.block(child.children, languageOf(child, lang));
    }
    this.#set(run, lang);
  }

  #collect(node: RootContent, lang: Language, run: Piece[]): void {
    if (node.type === 'text') {
      run.push({ text: node.value, node });
      return;
    }
    if (node.type !== 'element') return;
    if (hasClass(node, 'side-note')) this.block(node.children, languageOf(node, lang));
    else if (isWhole(node)) run.push({ text: opaque });
    else if (languageOf(node, lang) !== lang) {
      this.block(node.children, languageOf(node, lang));
      run.push({ text: opaque });
    } else {
      for (const child of node.children) this.#collect(child, lang, run);
    }
  }

  #set(run: readonly Piece[], lang: Language): void {
    if (run.length === 0) return;
    const breaks = this.#hyphenator(run.map(({ text }) => text).join(''), lang);
    let start = 0;
    let next = 0;
    for (const { text, node } of run) {
      const end = start + text.length;
      const inside: number[] = [];
      for (let at = breaks[next]; at !== undefined && at < end; at = breaks[++next])
        if (at > start) inside.push(at - start);
      if (node && inside.length > 0) node.value = withSoftHyphens(text, inside);
      start = end;
    }
  }
}

function withSoftHyphens(text: string, offsets: readonly number[]): string {
  return [...offsets, text.length].map((at, index) => text.slice(offsets[index - 1] ?? 0, at)).join('\u00ad');
}

function isInline(node: RootContent): boolean {
  if (node.type !== 'element') return node.type === 'text';
  return inline.has(node.tagName) || wholeInline.has(node.tagName);
}

function isWhole(node: Element): boolean {
  if (wholeInline.has(node.tagName) || wholeBlocks.has(node.tagName)) return true;
  if (node.tagName === 'table') return columnsOf(node) < narrowTable;
  return namesOf(node).some((name) => wholeClasses.has(name));
}

function columnsOf(node: Element): number {
  const inner = node.children.filter((child) => child.type === 'element');
  if (node.tagName === 'tr') return inner.length;
  return inner[0] ? columnsOf(inner[0]) : 0;
}

function languageOf(node: Element, lang: Language): Language {
  const own = node.properties.lang?.slice(0, 2);
  return own === 'fr' || own === 'en' ? own : lang;
}

function hasClass(node: Element, name: string): boolean {
  return namesOf(node).includes(name);
}

function namesOf(node: Element): readonly (string | number)[] {
  const names = node.properties.className;
  return Array.isArray(names) ? names : [];
}
