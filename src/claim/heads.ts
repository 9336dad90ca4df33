import { dozens, multiplyingStems, numberWords, partNames } from './lexicon.ts';

/** "un sur cinq", "une heure et demie". */
export const articles = new Set(['un', 'une', 'one']);

/** Words that parts of an hour begin with. */
export const hourHeads = new Set(['un', 'une', 'trois', 'three', 'half']);

/** Words that are a fraction or a multiple by themselves. */
export const ratioWords = new Set(['moitié', 'twice', 'thrice']);

/** The first four letters of verbs that multiply or divide. */
export const ratioHeads = new Set([
  'mult',
  'divi',
  'rédu',
  'halv',
  ...multiplyingStems.map(([stem]) => stem.slice(0, 4)),
]);

/** What a number begins with: digits, or one of the words that `scanWord` knows. */
export const heads = new RegExp(
  String.raw`(?<![0-9a-z\u00c0-\u024f])(?:${[
    ...new Set([
      ...[numberWords, partNames].flatMap(({ fr, en }) => [...fr.keys(), ...en.keys()]),
      ...[dozens, articles, ratioWords, hourHeads].flatMap((words) => [...words.keys()]),
    ]),
  ]
    .sort()
    .join(
      '|',
    )}|(?:${[...ratioHeads].sort().join('|')}|[a-z]{2,16}fold)[a-z\u00c0-\u024f]*)(?![0-9a-z\u00c0-\u024f])|(?<![0-9a-z\u00c0-\u024f])[0-9]+`,
  'g',
);

/** Whether a text may hold two numbers, of which one alone may be an article: fewer are in no relation. */
export function mayRelate(folded: string): boolean {
  let count = 0;
  for (const [head] of folded.matchAll(heads)) {
    if (articles.has(head)) continue;
    count += 1;
    if (count === 2) return true;
  }
  return count === 1 && /\b(?:une?|one) /.test(folded);
}
