import { levelsOf } from '../changes.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { after, before, between, isNamed, isNextTo, type Strength } from '../reading.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';
import { bySize, oriented, type Pair } from './multiple-pairs.ts';

/** How many numbers back the other side of a comparison is looked for. */
const reach = 3;

/** The pairs in which the words themselves place the statement beside one of its two numbers. */
export function toldPairs(passage: Passage, token: Token, amounts: readonly Token[]): Pair[] {
  const found = [fromResult, fromNamed, fromMeasure, fromSubject, fromNext].map((find) =>
    find(passage, token, amounts),
  );
  return found.find((pairs) => pairs.length > 0) ?? [];
}

const resultLead =
  /^(?:(?:,| [–—-]| \()? ?(?:soit|c'est-à-dire|à savoir|autrement dit|i\.e\.|that is|namely|in other words)(?: donc| environ| about| some)?,?| ?[,:]| [–—-]| \() $/;
const resultEnd = /^(?:,? [a-zà-ÿœ'-]+){0,3} ?(?:[.,;)!?]|$)/;
const withVerb =
  /(?:^|[^a-zà-ÿœ])(?:en|y|est|sont|était|étaient|fait|font|was|were|is|are|has|had|needs?|uses?|provides? for) /;

/** "le plan en prévoit le double, soit 12 900": what comes of the comparison, said right after it. */
function fromResult(passage: Passage, token: Token, amounts: readonly Token[]): Pair[] {
  const result = resultOf(passage, token, amounts);
  if (result === undefined) return [];
  return withBest(token, likesBefore(amounts, result), (object) => oriented(token, result, object, 2));
}

/** The number right after the comparison that is what it comes to, where the clause has no other. */
export function resultOf(passage: Passage, token: Token, amounts: readonly Token[]): Token | undefined {
  const result = amounts.find((other) => other.start >= token.end);
  if (result?.sentence !== token.sentence || !isNextTo(passage, token, result)) return undefined;
  const gap = between(passage, token, result).replace(/^ (?:plus|moins|more|less|fewer)(?= |,)/, '');
  if (!resultLead.test(gap.endsWith('(') ? `${gap} ` : gap)) return undefined;
  if (!resultEnd.test(after(passage, result, 60))) return undefined;
  const isOfOther = amounts.some(
    (other) => other.end <= token.start && other.sentence === token.sentence && isLike(other, result),
  );
  const isSaid = /[a-z]/.test(gap);
  const own = /[^;:.]*$/.exec(before(passage, token, 60))?.[0] ?? '';
  return isSaid || (!isOfOther && withVerb.test(own)) ? result : undefined;
}

const apposing =
  /^(?:\)|[^.,;:()0-9]{0,24})?(?:,| [–—-]| \() ?(?:soit |ou |or |i\.e\. |that is |presque |environ |donc |thus |so |encore )*$/;
const takingUp = wordy(
  /^[^0-9.;]{0,40}[.;] (?:c'est|that is|it is|that's|this is)(?: donc| ainsi| presque| environ| about| almost| nearly)? $/,
);

/** "En 1999, ils étaient 1 306, deux fois moins": the number beside is what is compared with one before. */
function fromSubject(passage: Passage, token: Token, amounts: readonly Token[]): Pair[] {
  const subject = amounts.filter((other) => other.end <= token.start).at(-1);
  if (subject === undefined || !isNextTo(passage, subject, token) || levelsOf(passage).has(subject))
    return [];
  const gap = between(passage, subject, token);
  if (!apposing.test(gap) && !takingUp.test(gap)) return [];
  return withBest(token, likesBefore(amounts, subject), (object) => ({
    ...bySize(subject, object),
    strength: 2,
  }));
}

function likesBefore(amounts: readonly Token[], one: Token): Token[] {
  return amounts
    .filter((other) => other.end <= one.start && isLike(other, one) && one.sentence - other.sentence <= 1)
    .slice(-reach);
}

/** The pairs of one number with each of others, the one that comes nearest to what is said the plainest. */
function withBest(token: Token, others: readonly Token[], pairWith: (other: Token) => Pair): Pair[] {
  const pairs = others.map(pairWith);
  const distance = ({ large, small }: Pair): number =>
    Math.abs(Math.log(large.size / small.size / token.size));
  const best = Math.min(...pairs.map(distance));
  return pairs.map((pair) => {
    const isOne =
      [pair.large, pair.small].some(({ unitClass }) => unitClass === 'bare') ||
      pair.large.family === pair.small.family;
    const strength: Strength = distance(pair) === best && isOne ? 3 : 2;
    return { ...pair, strength };
  });
}

const article =
  /^ (?:(?:de |d'|of )?(?:celles?|celui|ceux|that|those) (?:de |du |des |d'|of )?(?:l[ae]s? |l'|the )?|(?:de |of )?(?:the |l[ae]s? |l'))([^.,;:()0-9]{3,50})/;
const nouns = /[a-zà-ÿœ]{4,}/g;

/** "le double de celle du vendredi", "15 times the fines": an earlier number by its name. */
function fromNamed(passage: Passage, token: Token, amounts: readonly Token[]): Pair[] {
  const named = article.exec(after(passage, token, 70))?.[1];
  if (named === undefined) return [];
  const earlier = amounts.filter((other) => other.end <= token.start);
  const objects = [...named.matchAll(nouns)]
    .slice(0, 3)
    .map(([noun]) => earlier.filter((other) => isNamed(passage, other, noun)));
  const [object] = objects.find((some) => some.length === 1) ?? [];
  if (object === undefined) return [];
  const subject = subjectOf(passage, token, object, earlier);
  return subject === undefined ? [] : [oriented(token, subject, object, 3)];
}

/** What is compared with `object`: the like number beside the statement, or the one that its sentence names. */
function subjectOf(
  passage: Passage,
  token: Token,
  object: Token,
  earlier: readonly Token[],
): Token | undefined {
  const likes = earlier.filter((other) => other !== object && isLike(other, object));
  const here = likes.filter(({ sentence }) => sentence === token.sentence);
  if (here.length > 0) return here.at(-1);
  const words = [...before(passage, token, 90).matchAll(nouns)].map(([noun]) => noun);
  const named = words.map((noun) => likes.filter((other) => isNamed(passage, other, noun)));
  return named.find((some) => some.length === 1)?.[0];
}

const measured = /^ (?:l[ae]s? |l'|the |celles? |celui )[^.,;:()0-9]{3,40}(?:, | \()$/;

/** "seize fois la superficie de l'Hexagone, 551 500 km²": what it is measured by stands right after its name. */
function fromMeasure(passage: Passage, token: Token, amounts: readonly Token[]): Pair[] {
  const object = amounts.find((other) => other.start >= token.end);
  if (object?.sentence !== token.sentence || !measured.test(between(passage, token, object))) return [];
  const subjects = amounts.filter((other) => other.end <= token.start && isLike(other, object)).slice(-reach);
  return withBest(token, subjects, (subject) => oriented(token, subject, object, 2));
}

const forEach = wordy(/\b(?:pour|per|par|for every|sur|of|of the) $/);

/** "Quatre fois moins de lits : 540 en 1990, 178 aujourd'hui": the two come after, alone. */
function fromNext(passage: Passage, token: Token, amounts: readonly Token[]): Pair[] {
  const typed = amounts.filter((one) => !one.inWords && !forEach.test(before(passage, one, 10)));
  const isBefore = typed.some(({ start, sentence }) => start < token.start && sentence === token.sentence);
  const later = typed.filter(({ start, sentence }) => start > token.end && sentence <= token.sentence + 1);
  const [a] = later;
  if (isBefore || a === undefined) return [];
  const likes = later.filter((other) => isLike(other, a));
  const [, b] = likes;
  if (b === undefined || likes.length !== 2 || a.isSigned || b.isSigned) return [];
  return [{ ...bySize(a, b), strength: 3 }];
}
