import { ordinaryWords } from './ordinary-words.ts';

const civility =
  /(?:^|[^\p{L}\p{N}])(?:MM?\.|Mmes?\.?|Mlles?\.?|Mr\.?|Mrs\.?|Ms\.?|[DP]r\.?|Mes?|Monsieur|Madame|Mademoiselle|Maître|Docteure?|Professeure?)\s*$/u;
const initial = /(?:^|[^\p{L}\p{N}])\p{Lu}(?:\.\s?-?\p{Lu})?\.\s?$/u;
const before = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{M}]*(?:-\p{Lu}[\p{L}\p{M}]*)*)[\s]$/u;
const lastWord = /(?<![\p{L}\p{N}])(\p{L}+)['’\s-]{1,2}$/u;
const sentenceStart = /(?:^|[.!?…:;«»"“”(\[•|–—\n])\s*$/u;
/** As far back as a decision needs to look. */
const reach = 60;

/** What a surname that stands alone is told from its likes by. */
export interface SurnameFacts {
  readonly isOrdinary: boolean;
  /** First names, folded, of the people who bear it. */
  readonly givenNames: ReadonlySet<string>;
  /** The particle that it is written without here, folded: where the text has it, the longer form decides. */
  readonly dropped?: string;
}

/** Where a surname starts, and its last word. */
export interface Span {
  readonly start: number;
  readonly capital: number;
}

/** Whether a folded surname is an ordinary word, a first name or a place as well. */
export function isOrdinary(words: readonly string[]): boolean {
  return ordinaryWords.has(words.at(-1) ?? '');
}

/**
 * Whether words that read like a surname are meant as one. The last of them, `capital`, is capitalised. After a civility or an initial it is;
 * else an ordinary word is not, and neither is one that follows, inside a sentence, a first name that is not theirs.
 */
export function isMeantAsSurname(text: string, { start, capital }: Span, facts: SurnameFacts): boolean {
  if (!/\p{Lu}/u.test(text.slice(capital, capital + 2))) return false;
  const preceding = text.slice(Math.max(0, start - reach), start);
  if (facts.dropped !== undefined && facts.dropped === foldGiven(lastWord.exec(preceding)?.[1] ?? ''))
    return false;
  if (civility.test(preceding) || initial.test(preceding)) return true;
  if (facts.isOrdinary) return false;
  const given = before.exec(preceding);
  if (given === null) return true;
  const isSentenceStart = sentenceStart.test(preceding.slice(0, given.index));
  return isSentenceStart || facts.givenNames.has(foldGiven(given[1] ?? ''));
}

function foldGiven(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
