import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { PageNote } from '../core/page.ts';
import { hastText } from '../util/hast-text.ts';

/** Makes the label of a link back to the call of a note. */
export type BackLabel = (number: number) => string;

type Content = RootContent | ElementContent;

interface Parent {
  children: Content[];
}

const wholeBlocks = new Set([
  'table',
  'figure',
  'aside',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'blockquote',
]);
const phrasing = new Set([
  'a',
  'abbr',
  'br',
  'cite',
  'code',
  'del',
  'em',
  'img',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
]);

/**
 * Puts each note of a printed page beside its first call. Where a float cannot stand (table, box, heading), the note
 * follows the block: at the start of the next paragraph if there is one. Gives a new tree.
 */
export function placeSideNotes(root: Root, notes: readonly PageNote[], backLabel: BackLabel): Root {
  const placed = structuredClone(root);
  const byNumber = new Map(notes.map((note) => [note.number, note]));
  const take = (numbers: readonly number[]): Element[] =>
    numbers.flatMap((number) => {
      const note = byNumber.get(number);
      if (!note) return [];
      byNumber.delete(number);
      const content = toPhrasing(structuredClone(note.hast));
      return [sideNote(note, content, backLabel), ...take(content.flatMap(callsIn))];
    });
  placeIn(placed, take);
  const uncalled = take([...byNumber.keys()]);
  placed.children.push(...uncalled.map(asParagraph));
  return placed;
}

function placeIn(parent: Parent, take: (numbers: readonly number[]) => Element[]): void {
  const children: Content[] = [];
  let waiting: Element[] = [];
  for (const child of parent.children) {
    if (child.type === 'element' && wholeBlocks.has(child.tagName) && !isPlainQuote(child)) {
      children.push(...waiting.map(asParagraph), child);
      waiting = take(callsIn(child));
      continue;
    }
    if (child.type === 'element' && child.tagName === 'p') {
      child.children.unshift(...waiting);
      waiting = [];
    } else if (waiting.length > 0 && child.type === 'element') {
      children.push(...waiting.map(asParagraph));
      waiting = [];
    }
    children.push(child);
    if (child.type !== 'element') continue;
    if (isCall(child)) children.push(...take(callsIn(child)));
    else placeIn(child, take);
  }
  parent.children = [...children, ...waiting.map(asParagraph)];
}

function isPlainQuote(node: Element): boolean {
  return node.tagName === 'blockquote' && !node.properties.className;
}

function isCall(node: Element): boolean {
  const names = node.properties.className;
  return node.tagName === 'sup' && Array.isArray(names) && names.includes('note-call');
}

/** Numbers of the notes that a node calls, in order. */
function callsIn(node: Content): number[] {
  if (node.type !== 'element') return [];
  const { href } = node.properties;
  const target = typeof href === 'string' ? /^#note-(\d+)$/u.exec(href)?.[1] : undefined;
  if (node.tagName === 'a' && target) return [Number(target)];
  return node.children.flatMap(callsIn);
}

function sideNote(note: PageNote, content: ElementContent[], backLabel: BackLabel): Element {
  const back: Element = {
    type: 'element',
    tagName: 'a',
    properties: {
      className: ['side-note-number'],
      href: `#appel-${note.number}`,
      ariaLabel: backLabel(note.number),
    },
    children: [{ type: 'text', value: String(note.number) }],
  };
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['side-note'], id: `note-${note.number}` },
    children: [back, { type: 'text', value: ' ' }, ...content],
  };
}

/** A note that stands between blocks: in a paragraph of no height, so that every text is in a block. */
function asParagraph(note: Element): Element {
  return { type: 'element', tagName: 'p', properties: { className: ['side-note-line'] }, children: [note] };
}

/** Blocks flattened to what may stand in a paragraph: a space between blocks, a dot between list items. */
function toPhrasing(nodes: readonly ElementContent[]): ElementContent[] {
  const blocks = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  return blocks.flatMap((node, index): ElementContent[] => {
    const content = flatten(node);
    const last = index === blocks.length - 1;
    const followsInline = node.type !== 'element' || phrasing.has(node.tagName);
    if (last || followsInline) return content;
    const needsMark = node.tagName === 'li' && !/[.;:,!?…]\s*$/u.test(hastText(node));
    return [...content, { type: 'text', value: needsMark ? ' · ' : ' ' }];
  });
}

function flatten(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  if (!phrasing.has(node.tagName)) return toPhrasing(node.children);
  return [node];
}
