import { isLinked } from '../cues.ts';
import { inverse } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { isNamed, type Reading } from '../reading.ts';
import type { Token } from '../token.ts';

const oneForLead = wordy(
  /\b(?:une?|1|one|a|an)(?: ([a-zà-ÿœ'-]{3,24})(?: [a-zà-ÿœ'-]+){0,4})? (?:pour chaque|pour|for every|for each|to every|for|per|to|par) $/,
);

/** "un surveillant pour 50 détenus": the second counted over the first. */
export function oneFor(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] | undefined {
  const left = passage.folded.slice(Math.max(0, token.from - 60), token.from);
  const match = oneForLead.exec(left);
  if (!match || token.unitClass === 'time' || token.unitClass === 'money') return undefined;
  const counted = amounts.filter((other) => other.size > 1);
  const start = token.from - match[0].trimStart().length;
  const few = counted.filter((other) => isNamedBefore(passage, other, match[1], start));
  if (few.length === 0) return oneForOf(passage, token, counted, start) ?? anyOneFor(token, counted, start);
  const named = counted.filter((other) => token.family.length > 2 && isNamed(passage, other, token.family));
  const others = counted.filter((other) => other.unitClass === 'count' && !few.includes(other));
  if (norm.test(passage.folded.slice(token.end, token.end + 60))) return [];
  const many = named.length > 0 ? named : others;
  const pairs = few.flatMap((one) => many.filter((other) => other !== one).map((other) => [one, other]));
  return pairs.map((inputs): Reading => ({
    kind: 'ratio',
    token,
    inputs,
    operation: inverse,
    strength: pairs.length === 1 ? 3 : 2,
    start,
  }));
}

const norm = wordy(
  /^[^.;0-9]{0,30}\b(?:norme|cible|objectif|règle|recommand\w*|préconis\w*|norm|target|standard|guideline|rule)\b/,
);

/** Whether the noun stands by the number, before the statement itself. */
function isNamedBefore(passage: Passage, token: Token, noun: string | undefined, start: number): boolean {
  if (noun === undefined || token.per !== '' || !isNamed(passage, token, noun)) return false;
  return (
    token.start > start ||
    passage.folded.slice(Math.max(0, token.start - 90), start).includes(noun.slice(0, 4))
  );
}

/** "Six infirmières veillent sur 84 patients, soit une pour 14": the two counts of the sentence. */
function oneForOf(
  passage: Passage,
  token: Token,
  counted: readonly Token[],
  start: number,
): Reading[] | undefined {
  const here = counted.filter(
    (other) =>
      other.sentence === token.sentence &&
      other.start < token.start &&
      (isCount(other) || (token.unitClass === 'measure' && other.family === token.family)),
  );
  const [one, other] = here.slice(-2);
  if (!one || !other || start - other.end > 50 || one.size === other.size) return undefined;
  const inputs = one.size < other.size ? [one, other] : [other, one];
  const gap = passage.folded.slice(other.end, start);
  const isPlain = /^une? pour|^one (?:for|per|to)/.test(passage.folded.slice(start, start + 9));
  const strength = here.length === 2 && isPlain && (isLinked(gap) || /[:(,] ?$/.test(gap)) ? 3 : 2;
  return [{ kind: 'ratio', token, inputs, operation: inverse, strength, start }];
}

/** Two long numbers that give it to three digits. */
function anyOneFor(token: Token, counted: readonly Token[], start: number): Reading[] | undefined {
  const plain = counted.filter((other) => isCount(other) && other.size >= 10 && other.start < token.start);
  const pairs = plain.flatMap((few) =>
    plain.filter((many) => many.size > few.size).map((many) => [few, many]),
  );
  if (pairs.length === 0 || token.size < 3) return undefined;
  return pairs.map((inputs): Reading => ({
    kind: 'ratio',
    token,
    inputs,
    operation: inverse,
    strength: 1,
    start,
  }));
}

function isCount({ unitClass }: Token): boolean {
  return unitClass === 'count' || unitClass === 'bare';
}
