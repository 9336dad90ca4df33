import { timeUnits } from './lexicon.ts';
import type { Passage } from './passage.ts';
import { wordy } from './pattern.ts';
import { after, indexOf } from './reading.ts';
import type { Token } from './token.ts';

const adjectives: readonly (readonly [stem: string, period: string])[] = [
  ['mensu', 'month'],
  ['monthly', 'month'],
  ['annu', 'year'],
  ['yearly', 'year'],
  ['hebdomadaire', 'week'],
  ['weekly', 'week'],
  ['quotidien', 'day'],
  ['journali', 'day'],
  ['daily', 'day'],
  ['trimestri', 'quarter'],
  ['quarterly', 'quarter'],
  ['horaire', 'hour'],
  ['hourly', 'hour'],
];

const adjectiveAfter = wordy(
  new RegExp(String.raw`^[^.,;:()0-9]{0,32}?\b(${adjectives.map(([stem]) => stem).join('|')})`),
);
/** "un tarif horaire de", "its hourly rate of": a price of which there is one for each. */
const adjectiveBefore = wordy(
  new RegExp(
    String.raw`\b(?:taux|tarif|prix|coût|cout|salaire|loyer) (${adjectives.map(([stem]) => stem).join('|')})[a-z]{0,4} (?:moyen )?(?:de |d'|à )$|\b(hourly|daily|weekly|monthly|yearly) (?:rate|rent|price|cost|wage|fee|charge) of $`,
  ),
);
/** "porte la dépense annuelle à", "sera mensualisée : 234 €". */
const adjectiveAhead = wordy(
  new RegExp(String.raw`\b(${adjectives.map(([stem]) => stem).join('|')})[a-zà-ÿœ]{0,9}\b[^.;()0-9]{0,30}$`),
);
const ownAfter =
  /^[^.,;:()0-9]{0,24}? (?:par|per|chaque|each|every|an?|l[ae]|l'|au|à l'|à la|pour chaque|pour une?|for each|for every|for an?) ?([a-zà-ÿœ]{2,})/;
const ofSpan = wordy(
  /\b(?:sur|à|au|par|pour|dans|en|over|per|in|for|across|each|every|chaque|toute) ?(?:tout |toute |the |a |one |une? |l'|la |le )*(?:full |whole |seule? |même )?([a-zà-ÿœ]+)\b[^.;()0-9]{0,44}\(?$/,
);
const spanAfter =
  /^ [^.;:()0-9]{0,24}?(?:sur|over|per|par|across|for|in|à|pour) (?:tout |toute |the |a |one |une? |l'|la |le )*(?:full |whole |seule? )?([a-zà-ÿœ]+)/;

/** "par douzièmes de 195 €", "en douze mensualités de 2 400 €": one for each month. */
const twelfth = wordy(
  /\b(?:par|en|in) (?:(?:douze|twelve|equal) )?(?:douzièmes|twelfths|mensualités|monthly instal?lments) (?:[a-zà-ÿœ]+ )?(?:de |d'|of )$/,
);

/** The unit of time that a word names. */
export function timeNamed(word: string): string | undefined {
  return timeUnits.get(word) ?? timeUnits.get(word.replace(/s$/, ''));
}

/** The time that a number is said to be for, in the words around it: "1 386 € de pension mensuelle", "sur l'année, 18 600 €". */
export function periodOf(passage: Passage, token: Token): string {
  if (timeNamed(token.per) !== undefined) return token.per;
  const right = wordsAfter(passage, token);
  const stem = adjectiveAfter.exec(right)?.[1];
  const adjective = adjectives.find(([name]) => name === stem)?.[1];
  if (adjective !== undefined) return adjective;
  const left = wordsBefore(passage, token);
  if (twelfth.test(left)) return 'month';
  const rated = adjectiveBefore.exec(left)?.slice(1).find(Boolean);
  if (rated !== undefined) return adjectives.find(([name]) => name === rated)?.[1] ?? '';
  const words = [ownAfter.exec(right), spanAfter.exec(right), ofSpan.exec(left)].map((match) => match?.[1]);
  const named = words.map((word) => timeNamed(word ?? '')).find(Boolean);
  return named ?? periodOfAdjective(adjectiveAhead.exec(left)?.[1]);
}

function periodOfAdjective(stem: string | undefined): string {
  return adjectives.find(([name]) => name === stem)?.[1] ?? '';
}

/** Whether two words are one but for their endings: "nuitée" and "nuit", "inspections" and "inspection". */
export function isOneWord(one: string, other: string): boolean {
  const length = Math.max(4, Math.min(one.length, other.length) - 1);
  return one.slice(0, length) === other.slice(0, length);
}

/** What a number is said to be for each of, in the words right after it: "45 € la vacation". */
export function shareOf(passage: Passage, token: Token): string {
  return token.per === '' ? (ownAfter.exec(wordsAfter(passage, token))?.[1] ?? '') : token.per;
}

/** The words between a number and the next. */
export function wordsAfter(passage: Passage, token: Token): string {
  const next = passage.tokens[indexOf(passage.tokens, token) + 1]?.from ?? Infinity;
  return after(passage, token, Math.max(0, Math.min(48, next - token.end)));
}

/** The words between a number and the one before, in its sentence. */
export function wordsBefore(passage: Passage, token: Token): string {
  const last = passage.tokens[indexOf(passage.tokens, token) - 1]?.end ?? 0;
  const from = Math.max(last, passage.sentences[token.sentence]?.start ?? 0, token.from - 90);
  return passage.folded.slice(from, token.from);
}
