import { pattern } from '../util/pattern.ts';

/** Words that name a part of a work, in French and English, by CSL locator type. Longer words come first. */
const words: readonly (readonly [label: string, words: string])[] = [
  ['page', String.raw`pages?|pp?\.?`],
  ['chapter', String.raw`chapitres?|chapters?|chaps?\.?|ch\.`],
  ['section', String.raw`sections?|sect?s?\.`],
  ['article-locator', String.raw`articles?|arts?\.?`],
  ['volume', String.raw`volumes?|vols?\.?|tomes?|t\.`],
  ['issue', String.raw`numéros?|n[°ºo]s?\.?|nos?\.`],
  ['figure', String.raw`figures?|figs?\.?`],
  ['table', String.raw`tableaux|tableau|tables?|tabl?\.`],
  ['note', String.raw`notes?|nn?\.`],
  ['line', String.raw`lignes?|lines?|ll?\.`],
  ['column', String.raw`colonnes?|columns?|cols?\.`],
  ['paragraph', String.raw`paragraphes?|paragraphs?|paras?\.?|par\.|alinéas?|al\.|§§?|¶¶?`],
  ['appendix', String.raw`annexes?|appendix|appendices|app\.`],
  ['part', String.raw`parties?|parts?|pt\.`],
  ['folio', String.raw`folios?|fol\.?|f°`],
  ['book', String.raw`livres?|books?|bk\.`],
  ['title-locator', String.raw`titres?|titles?`],
  ['timestamp', String.raw`minutes?|min\.`],
];

/** A word of letters ends where the letters end: "no" is not the start of "note". */
const labelWord = new RegExp(
  String.raw`(?:${words.map(([, alternatives]) => `(${alternatives})`).join('|')})(?:(?<!\p{L})|(?!\p{L}))`,
  'iuy',
);
const gap = /[\s,:]*/uy;
/** "12", "12-14", "A.3", "xii", "L. 121-3", "12 bis", "1er", "premier". */
const number = pattern(
  String.raw`(?:(?:[LRDA]\.?\s?\*?\s?)?\d[\p{L}\p{N}.:/]*(?<![.:])(?:\s(?:bis|ter|quater)(?!\p{L}))?|(?:[A-Z][.-]?\d+(?:[.-]\d+)*|[ivxlcdm]{1,15}|[IVXLCDM]{1,15}|[A-Z]|premiere?)(?![\p{L}\p{N}'’]))`,
  'uy',
);
const joint = /\s*[-–—/]\s*|\s*[,&]\s*|\s+(?:et|and|à|to)\s+/uy;
const braced = /\s*(?:,\s*)?\{([^{}]*)\}/uy;

export interface ReadLocator {
  /** CSL locator type; only with a locator. */
  readonly label?: string;
  readonly locator?: string;
  /** Characters of the text that the locator takes, 0 when there is none. */
  readonly length: number;
}

/** Reads the locator at the start of what follows a key: ", p. 12-14, sq." gives page, "12-14". Linear. */
export function readLocator(text: string): ReadLocator {
  const explicit = readBraced(text);
  if (explicit) return explicit;
  const start = endOf(gap, text, 0) ?? 0;
  const label = readLabel(text, start);
  const afterLabel = label ? (endOf(gap, text, label.end) ?? label.end) : start;
  const end = endOfNumbers(text, afterLabel);
  if (end === undefined || (!label && !/\d/u.test(text[afterLabel] ?? ''))) return { length: 0 };
  return {
    label: label?.name ?? 'page',
    locator: text.slice(afterLabel, end).replace(/\s+/gu, ' '),
    length: end,
  };
}

/** `{pp. iv, vi-xi}` takes its words as they stand; `{}` says that none of the following is a locator. */
function readBraced(text: string): ReadLocator | undefined {
  braced.lastIndex = 0;
  const match = braced.exec(text);
  if (!match) return undefined;
  const length = match[0].length;
  const inside = (match[1] ?? '').trim();
  if (inside === '') return { length };
  const label = readLabel(inside, 0);
  const locator = inside.slice(label ? (endOf(gap, inside, label.end) ?? label.end) : 0);
  return { label: label?.name ?? 'page', locator, length };
}

function readLabel(text: string, start: number): { name: string; end: number } | undefined {
  labelWord.lastIndex = start;
  const match = labelWord.exec(text);
  if (!match) return undefined;
  const end = start + match[0].length;
  const group = match.slice(1).findIndex(Boolean);
  const name = words[group]?.[0];
  return name === undefined ? undefined : { name, end };
}

/** End of "12", "12-14", "12, 14 et 16"; undefined when no number stands at `start`. */
function endOfNumbers(text: string, start: number): number | undefined {
  let end = endOf(number, text, start);
  while (end !== undefined) {
    const next = endOf(joint, text, end);
    const further = next === undefined ? undefined : endOf(number, text, next);
    if (further === undefined || !/\d/u.test(text.slice(next, further))) {
      return romanRange(text, end) ?? end;
    }
    end = further;
  }
  return undefined;
}

const dashBeforeRoman = pattern(
  String.raw`\s*[-–—]\s*(?=(?:[ivxlcdm]{1,15}|[IVXLCDM]{1,15})(?![\p{L}\p{N}'’]))`,
  'uy',
);

/** End of "xi" in "iv-xi": Roman numbers go on only after a dash, for "12, I think" is a suffix. */
function romanRange(text: string, end: number): number | undefined {
  const next = endOf(dashBeforeRoman, text, end);
  return next === undefined ? undefined : endOf(number, text, next);
}

function endOf(sticky: RegExp, text: string, start: number): number | undefined {
  sticky.lastIndex = start;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}
