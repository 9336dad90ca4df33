import type { Secret } from '../core/person.ts';
import { findPhones, phoneKeys } from './phones.ts';
import { isMeantAsSurname, isOrdinary, type SurnameFacts } from './surname.ts';
import { nextWord, wordsOf, type Word } from './words.ts';

/** Where a secret stands in a text. */
export interface SecretHit {
  readonly kind: Secret['kind'];
  readonly start: number;
  readonly end: number;
}

/** Words in a row that betray someone. */
interface Phrase {
  readonly kind: Secret['kind'];
  readonly words: readonly string[];
  /** What may stand between two of its words. */
  readonly gap: RegExp;
  /** For ids: as written, letter for letter. */
  readonly literal?: string;
  readonly surname?: SurnameFacts;
}

/** Secrets made ready for search; building it once serves every text. */
export interface SecretIndex {
  /** By first word, then by second; '' for a phrase of one word. */
  readonly phrases: ReadonlyMap<string, ReadonlyMap<string, readonly Phrase[]>>;
  readonly phones: ReadonlySet<string>;
}

/** Spaces and the marks of addresses and lists; not the end of a sentence. */
const anyGap = /^(?![.!?…]+\s)[^\p{L}\p{N}<>]{0,8}$/u;
const tightGap = /^[._-]{1,2}$/u;

/** Makes every spelling of the secrets ready: order, separators, words run together, initials. */
export function indexSecrets(secrets: readonly Secret[]): SecretIndex {
  const surnames = secrets.filter(({ kind }) => kind === 'surname').map(({ text }) => foldedWords(text));
  const names = secrets.filter(({ kind }) => kind === 'name').map(({ text }) => foldedWords(text));
  const phrases = secrets.flatMap((secret) => phrasesOf(secret, names, surnames));
  const byFirst = new Map<string, Map<string, Phrase[]>>();
  for (const phrase of phrases) {
    const [first = '', second = ''] = phrase.words;
    if (first === '') continue;
    const bySecond = byFirst.get(first) ?? new Map<string, Phrase[]>();
    const alike = bySecond.get(second) ?? [];
    if (!alike.some((other) => isSame(other, phrase))) bySecond.set(second, [...alike, phrase]);
    byFirst.set(first, bySecond);
  }
  const phones = secrets.filter(({ kind }) => kind === 'phone').flatMap(({ text }) => phoneKeys(text));
  return { phrases: byFirst, phones: new Set(phones) };
}

/** Finds secrets in a text, in order; of those that overlap, the first and longest. */
export function findSecrets(text: string, { phrases, phones }: SecretIndex): SecretHit[] {
  const hits: SecretHit[] = findPhones(text, phones);
  if (phrases.size === 0) return hits;
  for (let word = nextWord(text, 0); word; word = nextWord(text, word.end)) {
    const bySecond = phrases.get(word.folded);
    if (bySecond !== undefined) hits.push(...hitsAt(text, word, bySecond));
  }
  return withoutOverlaps(hits);
}

function hitsAt(text: string, first: Word, bySecond: ReadonlyMap<string, readonly Phrase[]>): SecretHit[] {
  const second = nextWord(text, first.end);
  const candidates = [...(bySecond.get('') ?? []), ...(second ? (bySecond.get(second.folded) ?? []) : [])];
  return candidates.flatMap((phrase) => {
    const last = lastWord(text, first, phrase);
    return last === undefined ? [] : [{ kind: phrase.kind, start: first.start, end: last.end }];
  });
}

function phrasesOf(secret: Secret, names: readonly string[][], surnames: readonly string[][]): Phrase[] {
  const { kind, text } = secret;
  const words = foldedWords(text);
  switch (kind) {
    case 'name':
      return words.length < 2 ? [] : namePhrases(words, surnames);
    case 'surname':
      return surnamePhrases(words, names);
    case 'email':
      return [{ kind, words, gap: anyGap }];
    case 'id':
      return isTelling(text, surnames) ? [{ kind, words, gap: anyGap, literal: text.toLowerCase() }] : [];
    case 'phone':
      return [];
  }
}

/** Given names and surname in any order, run together, and the initial with the surname in an address. */
function namePhrases(words: readonly string[], surnames: readonly string[][]): Phrase[] {
  const rotations = words.map((_word, index) => [...words.slice(index), ...words.slice(0, index)]);
  const surname =
    surnames.find((known) => known.length < words.length && endsWith(words, known)) ?? words.slice(-1);
  const given = words.slice(0, words.length - surname.length);
  const [first = ''] = given;
  const forms = surnameForms(surname);
  const orders = forms.flatMap((form) => [
    [...given, ...form],
    [...form, ...given],
    [first, ...form],
    [...form, first],
  ]);
  const rows = [...rotations, ...orders].filter((row) => row.length > 1).flatMap(spellings);
  const short = forms.flatMap((form) => [
    [first.charAt(0), ...form],
    [...form, first.charAt(0)],
  ]);
  return [
    ...rows.map((row): Phrase => ({ kind: 'name', words: row, gap: anyGap })),
    ...short.map((row): Phrase => ({ kind: 'name', words: row, gap: tightGap })),
  ];
}

/** Words beyond this many are run together all or none: each way to join them is one more phrase. */
const mostJoined = 5;

/** Words apart, and neighbours run together in every way: "helene duvernay", "heleneduvernay". */
function spellings(words: readonly string[]): string[][] {
  if (words.length > mostJoined) return [[...words], [words.join('')]];
  const [first = '', ...rest] = words;
  const rows = rest.reduce<string[][]>(
    (made, word) =>
      made.flatMap((row) => [
        [...row, word],
        [...row.slice(0, -1), `${row.at(-1) ?? ''}${word}`],
      ]),
    [[first]],
  );
  return rows.filter((row) => row.length > 1 || (row[0] ?? '').length >= 6);
}

const particles: ReadonlySet<string> = new Set(
  'd de du des l la le les von van der den el al ben di da dos'.split(' '),
);

/** "de la rochere", "la rochere", "rochere": a surname is said with and without its particles. */
function surnameForms(words: readonly string[]): string[][] {
  const [first = '', ...rest] = words;
  return [[...words], ...(rest.length > 0 && particles.has(first) ? surnameForms(rest) : [])];
}

function surnamePhrases(words: readonly string[], names: readonly string[][]): Phrase[] {
  const bearers = names.filter((name) => endsWith(name, words));
  const givenNames = new Set(bearers.flatMap((name) => name.slice(0, name.length - words.length)));
  return surnameForms(words)
    .filter((form) => form.join('').length >= 3)
    .map((form) => {
      const dropped = words[words.length - form.length - 1];
      const surname = { isOrdinary: isOrdinary(form), givenNames, ...(dropped && { dropped }) };
      return { kind: 'surname', words: form, gap: anyGap, surname };
    });
}

/** A plain word for an id ("julie", "agent") betrays nobody, unless a surname is inside it. */
function isTelling(id: string, surnames: readonly string[][]): boolean {
  const folded = foldedWords(id).join('');
  if (id.length < 4) return false;
  return (
    /[\p{N}\p{P}_]/u.test(id) ||
    surnames.some((words) => words.join('').length >= 4 && folded.includes(words.join('')))
  );
}

/** The last word of a phrase that starts at `first`, if the text goes on as the phrase does. */
function lastWord(text: string, first: Word, phrase: Phrase): Word | undefined {
  let last = first;
  for (const folded of phrase.words.slice(1)) {
    const next = nextWord(text, last.end);
    if (next?.folded !== folded || next.start - last.end > 8) return undefined;
    if (!phrase.gap.test(text.slice(last.end, next.start))) return undefined;
    last = next;
  }
  return isConfirmed(text, first, last, phrase) ? last : undefined;
}

function isConfirmed(text: string, { start }: Word, last: Word, { literal, surname }: Phrase): boolean {
  if (surname !== undefined) return isMeantAsSurname(text, { start, capital: last.start }, surname);
  if (literal === undefined) return true;
  const around = text.charAt(start - 1) + text.charAt(last.end);
  return text.slice(start, last.end).toLowerCase() === literal && !/[\p{L}\p{N}_]/u.test(around);
}

function withoutOverlaps(hits: readonly SecretHit[]): SecretHit[] {
  const kept: SecretHit[] = [];
  for (const hit of [...hits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (hit.start >= (kept.at(-1)?.end ?? 0)) kept.push(hit);
  }
  return kept;
}

function foldedWords(text: string): string[] {
  return wordsOf(text).map(({ folded }) => folded);
}

function endsWith(words: readonly string[], tail: readonly string[]): boolean {
  return tail.length > 0 && tail.every((word, index) => words[words.length - tail.length + index] === word);
}

function isSame(left: Phrase, right: Phrase): boolean {
  return left.kind === right.kind && left.gap === right.gap && left.words.join(' ') === right.words.join(' ');
}
