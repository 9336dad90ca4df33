import { layFootNotes } from './foot-notes.ts';
import { joinLastWordsName, lastWordScript } from './last-words.ts';
import type { JoinLastWords } from './last-words.ts';
import { referenceScript, writeReferencesName } from './reference-script.ts';
import type { WriteReferences } from './reference-script.ts';
import { placeSideNotesName, sideNoteScript } from './side-note-script.ts';
import type { PlaceSideNotes } from './side-note-script.ts';

// Everything here runs inside the page: a function may use another of this file, what it is given, and nothing else.

interface Area {
  readonly width: number;
  readonly height: number;
}

/** A4 without the margins of the page rule, in CSS pixels; Chromium rounds the area up to whole ones. */
function pageArea(): Area {
  const margins = { top: 0, right: 0, bottom: 0, left: 0 };
  const read = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) read(rule.cssRules);
      if (!(rule instanceof CSSPageRule) || rule.selectorText !== '') continue;
      for (const side of ['top', 'right', 'bottom', 'left'] as const) {
        const written = rule.style.getPropertyValue(`margin-${side}`);
        if (written !== '') margins[side] = toPixels(written);
      }
    }
  };
  for (const sheet of document.styleSheets) read(sheet.cssRules);
  const width = Math.ceil(toPixels('210mm') - margins.left - margins.right);
  const height = Math.ceil(toPixels('297mm') - margins.top - margins.bottom);
  return { width, height };
}

function toPixels(length: string): number {
  const units: Record<string, number> = { px: 1, pt: 4 / 3, in: 96, cm: 96 / 2.54, mm: 96 / 25.4 };
  const [, amount, unit] = /^([\d.]+)([a-z]*)$/.exec(length) ?? [];
  return Number(amount ?? 0) * (units[unit ?? 'px'] ?? 1);
}

/** Makes the body a row of columns, each as large as the page area: the column of an element is its page. Gives the undoing. */
function layInColumns({ width, height }: Area): () => void {
  const forced: { style: CSSStyleDeclaration; property: string; before: string }[] = [];
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const computed = getComputedStyle(element);
    for (const property of ['break-before', 'break-after']) {
      if (!/^(page|left|right|recto|verso)$/.test(computed.getPropertyValue(property))) continue;
      const { style } = element;
      forced.push({ style, property, before: style.getPropertyValue(property) });
    }
  }
  for (const { style, property } of forced) style.setProperty(property, 'column');
  const columns = document.createElement('style');
  columns.textContent = `html, body { margin: 0 !important }
    body { width: ${width}px; height: ${height}px; column-width: ${width}px; column-gap: 0; column-fill: auto }`;
  document.head.append(columns);
  return () => {
    columns.remove();
    for (const { style, property, before } of forced) style.setProperty(property, before);
  };
}

function wordsOf(element: Element): string {
  return element.textContent
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

type Pages = [id: string, page: number][];

/** What the other scripts do while each page is a column. */
interface Steps {
  readonly joinLastWords: JoinLastWords;
  readonly layFootNotes: (area: Area) => void;
  readonly placeSideNotes: PlaceSideNotes;
  readonly writeReferences: WriteReferences;
}

/** Page of each element that the contents or references name, and the text at the head of each page, its section. */
function measureLayout(
  known: ReadonlyMap<string, number>,
  steps: Steps,
): { pages: Pages; references: Pages; heads: string[] } {
  const area = pageArea();
  const left = document.body.getBoundingClientRect().left;
  const pageOf = (element: Element): number => {
    const box = element.getClientRects()[0];
    return known.get(element.id) ?? (box ? Math.floor((box.left - left + 1) / area.width) + 1 : 1);
  };
  const isAtFoot = document.body.classList.contains('notes-at-foot');
  let undo = layInColumns(area);
  if (!isAtFoot) document.documentElement.classList.add('notes-beside');
  writePageLists(pageOf);
  let references = steps.writeReferences(pageOf);
  let placeNotes: (() => void) | undefined;
  if (isAtFoot) {
    // The pages of references are a guess that the notes may move: the lines are settled now, so they stay as written.
    undo();
    steps.layFootNotes(area);
    undo = layInColumns(area);
    steps.joinLastWords(area);
  } else {
    steps.joinLastWords(area);
    placeNotes = steps.placeSideNotes(area);
    // Where notes hold back the text, pages are others.
    if (!placeNotes) references = steps.writeReferences(pageOf);
  }
  const named = [...document.querySelectorAll('[data-page-of]')]
    .map(pageTarget)
    .filter((target) => target !== null);
  const pages = named.map((target): [string, number] => [target.id, pageOf(target)]);
  const sections = [...document.querySelectorAll('h2')].map((heading) => {
    // Contents name no section: what follows them on their page has none yet.
    return { page: pageOf(heading), text: headOf(heading), goesOn: heading.closest('.contents') === null };
  });
  const last = Math.max(1, Math.ceil(document.body.scrollWidth / area.width));
  undo();
  placeNotes?.();
  const heads = Array.from({ length: last }, (_, index) => {
    const begun = sections.find((section) => section.page === index + 1);
    const current = begun ?? sections.findLast((section) => section.page <= index && section.goesOn);
    return current?.text ?? '';
  });
  return { pages, references, heads };
}

/** Writes the pages of the elements that each `[data-pages-of]` names. What follows moves: it is measured afterwards. */
function writePageLists(pageOf: (element: Element) => number): void {
  const lists = [...document.querySelectorAll('[data-pages-of]')].map((list) => {
    const ids = (list.getAttribute('data-pages-of') ?? '').split(' ');
    const places = ids.map((id) => document.getElementById(id)).filter((place) => place !== null);
    return { list, pages: [...new Set(places.map(pageOf))].join(', ') };
  });
  for (const { list, pages } of lists) list.textContent = pages;
}

function pageTarget(place: Element): Element | null {
  return document.getElementById(place.getAttribute('data-page-of') ?? '');
}

/** A heading's words without the calls of its notes. */
function headOf(heading: Element): string {
  const copy = heading.cloneNode(true) as Element;
  for (const call of copy.querySelectorAll('.note-call, .side-note')) call.remove();
  return wordsOf(copy);
}

/** Defines `running-head`, a counter style that prints the section of each page: `content: counter(page, running-head)`. */
function defineRunningHead(heads: readonly string[]): void {
  const symbols = heads.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(' ');
  const style = document.createElement('style');
  style.textContent = `@counter-style no-running-head { system: cyclic; symbols: ""; suffix: "" }
    @counter-style running-head { system: fixed 1; symbols: ${symbols}; suffix: ""; fallback: no-running-head }`;
  document.head.append(style);
}

function linksOf(): unknown[] {
  return [...document.querySelectorAll('a[href]')].map((link) => {
    const href = link.getAttribute('href') ?? '';
    const text = link.getAttribute('aria-label') ?? wordsOf(link);
    if (!href.startsWith('#')) return { kind: 'external', target: href, text };
    return { kind: 'internal', target: decodeFragment(href.slice(1)), text };
  });
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function preparePage(known: Pages, steps: Steps): unknown {
  const { pages, references, heads } = measureLayout(new Map(known), steps);
  const numbers = new Map(pages);
  for (const place of document.querySelectorAll('[data-page-of]')) {
    place.textContent = String(numbers.get(pageTarget(place)?.id ?? '') ?? '');
  }
  defineRunningHead(heads);
  // Side notes are told from other spans by a role that the PDF's tags keep.
  for (const note of document.querySelectorAll('.side-note')) note.setAttribute('role', 'article');
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(wordsOf);
  return { pages, references, headings, links: linksOf() };
}

const functions = [
  pageArea,
  toPixels,
  layInColumns,
  wordsOf,
  measureLayout,
  writePageLists,
  pageTarget,
  headOf,
  defineRunningHead,
  linksOf,
  decodeFragment,
  preparePage,
];

/** Source of a function of known pages that prepares the page for print and gives a measurement. */
export const pageScript = `(known) => {
${[...functions.map(String), lastWordScript, sideNoteScript, referenceScript].join('\n')}
const steps = { joinLastWords: ${joinLastWordsName}, layFootNotes: ${layFootNotes}, placeSideNotes: ${placeSideNotesName}, writeReferences: ${writeReferencesName} };
return ${preparePage.name}(known, steps);
}`;
