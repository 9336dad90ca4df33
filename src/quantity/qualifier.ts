import { matchAt, phraseKey, phrasePattern, type Phrases } from '../util/phrase.ts';

/** How the words around a number bound it. */
export type Qualifier = 'about' | 'more-than' | 'at-least' | 'less-than' | 'at-most';

const before: Readonly<Record<Qualifier, readonly string[]>> = {
  about: [
    'environ',
    'près de',
    "près d'",
    'quelque',
    'quelques',
    'autour de',
    'aux alentours de',
    'aux environs de',
    'à peu près',
    'approximativement',
    "de l'ordre de",
    "de l'ordre d'",
    'grosso modo',
    'about',
    'around',
    'roughly',
    'approximately',
    'some',
    'circa',
    'in the order of',
    'close to',
    '~',
    '≈',
    '≃',
  ],
  'more-than': [
    'plus de',
    "plus d'",
    'un peu plus de',
    "un peu plus d'",
    'à peine plus de',
    "à peine plus d'",
    'bien plus de',
    'nettement plus de',
    'supérieur à',
    'supérieure à',
    'dépasse',
    'dépassent',
    'dépassant',
    'au-delà de',
    'more than',
    'over',
    'above',
    'just over',
    'well over',
    'exceeding',
    'exceeds',
    'upwards of',
    '>',
  ],
  'at-least': [
    'au moins',
    'au minimum',
    'pas moins de',
    "pas moins d'",
    'minimum',
    'at least',
    'no less than',
    'no fewer than',
    'not less than',
    'a minimum of',
    '≥',
  ],
  'less-than': [
    'moins de',
    "moins d'",
    'un peu moins de',
    "un peu moins d'",
    'inférieur à',
    'inférieure à',
    'less than',
    'fewer than',
    'under',
    'just under',
    'below',
    '<',
  ],
  'at-most': [
    'à peine',
    'presque',
    'quasiment',
    'pas plus de',
    "pas plus d'",
    'au plus',
    'tout au plus',
    'au maximum',
    "jusqu'à",
    'almost',
    'nearly',
    'barely',
    'hardly',
    'at most',
    'no more than',
    'up to',
    'not more than',
    '≤',
  ],
};

const after: Readonly<Partial<Record<Qualifier, readonly string[]>>> = {
  about: ['environ', 'à peu près', 'or so', 'approximately'],
  'at-least': ['au moins', 'au minimum', 'ou plus', 'at least', 'or more'],
  'at-most': ['au plus', 'au maximum', 'ou moins', 'at most', 'or less'],
};

const meaning = new Map(phrasesOf(before));
const meaningAfter = new Map(phrasesOf(after));

/** What bounds a number before it, and after it, as phrases in lower case with straight apostrophes. */
export const qualifierPhrases: ReadonlyMap<string, Qualifier> = meaning;
export const laterQualifierPhrases: ReadonlyMap<string, Qualifier> = meaningAfter;
const beforePattern = phrasePattern(meaning.keys());
const afterPattern = phrasePattern(meaningAfter.keys());

function phrasesOf(table: Readonly<Partial<Record<Qualifier, readonly string[]>>>): [string, Qualifier][] {
  const kinds = Object.keys(table) as Qualifier[];
  return kinds.flatMap((kind) => (table[kind] ?? []).map((phrase): [string, Qualifier] => [phrase, kind]));
}

/** A qualifier found in a text, and the offset after it. */
export interface ScannedQualifier {
  readonly qualifier: Qualifier;
  readonly end: number;
}

/** The words at `start` that bound the number after them: "plus de ", "environ ". */
export function scanQualifier(text: string, start: number): ScannedQualifier | undefined {
  return scan(beforePattern, meaning, text, start);
}

/** The words at `start` that bound the number before them: "environ", "ou plus". */
export function scanQualifierAfter(text: string, start: number): ScannedQualifier | undefined {
  return scan(afterPattern, meaningAfter, text, start);
}

/** The qualifiers that touch a number: the longest that ends the words before it, and one that begins those after it. */
export function qualifiersAround(words: { readonly before: string; readonly after: string }): {
  readonly before: string;
  readonly after: string;
} {
  return { before: qualifierAtEnd(words.before), after: qualifierAtStart(words.after) };
}

const longestQualifier = 28;

function qualifierAtEnd(text: string): string {
  const end = text.trimEnd().length;
  for (let start = Math.max(0, end - longestQualifier); start < end; start++) {
    const isWordStart = start === 0 || /[^\p{L}\p{N}]/u.test(text[start - 1] ?? '');
    if (isWordStart && scanQualifier(text, start)?.end === end) return text.slice(start);
  }
  return '';
}

function qualifierAtStart(text: string): string {
  const start = text.length - text.trimStart().length;
  const found = scanQualifierAfter(text, start);
  return found ? text.slice(0, found.end) : '';
}

function scan(
  pattern: Phrases,
  meanings: ReadonlyMap<string, Qualifier>,
  text: string,
  start: number,
): ScannedQualifier | undefined {
  const match = matchAt(pattern, text, start);
  const qualifier = match && meanings.get(phraseKey(match[0]));
  return match && qualifier && { qualifier, end: start + match[0].length };
}
