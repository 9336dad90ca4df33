import type { Change } from '../changes.ts';
import { breaker, isLinked, isResuming } from '../cues.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { after, before, isNextTo, layoutOf, sentenceOf, type Layout, type Strength } from '../reading.ts';
import type { Token } from '../token.ts';

/** What is known of a stated difference: the pair it may be of, and whether a word names it so. */
export interface Situation {
  readonly change: Change;
  readonly isNamed: boolean;
  readonly amounts: readonly Token[];
}

/** How plainly a stated difference belongs to a pair of numbers. */
export function strengthOf(passage: Passage, token: Token, situation: Situation): Strength {
  const { from, to, rank } = situation.change;
  const [small, large] = [Math.min(from.size, to.size), Math.max(from.size, to.size)];
  if ((token.isSigned && rank > 1) || large > small * 50) return 1;
  const layout = layoutOf(passage, token, from, to);
  return layout.isHere
    ? strengthHere(passage, token, layout, situation)
    : strengthAcross(passage, token, layout, situation);
}

const apart = wordy(
  /[;!?] (?!(?:soit|c'est|cela|l'écart|la différence|il manque|reste)\b)|\b(?:tandis|alors que|mais|while|whereas|but|although)\b/,
);
const otherSubject = wordy(/[!?] |\b(?:tandis|alors que|while|whereas|although)\b/);
const onward = wordy(/[(:—–]|\b(?:entre|between|from|contre|against|sur|où|out of)\b/);

function strengthHere(passage: Passage, token: Token, layout: Layout, situation: Situation): Strength {
  const { change, isNamed, amounts } = situation;
  const { first, last, gap } = layout;
  if (!layout.isNext || leadsElsewhere(passage, token, layout, change)) return 1;
  const isCut = isNamed ? otherSubject.test(gap) : apart.test(gap);
  if (gap.length > 120 || isCut) return change.isTold ? 2 : 1;
  const isKnown = change.isTold || isNamed;
  if (!isKnown || !isTied(layout, situation)) return 2;
  const own = amounts.filter((other) => other.sentence === token.sentence);
  return own.length === 2 || isNextTo(passage, first, last) ? 3 : 2;
}

/** "il est tombé 41 mm à Chartres, 63 à Dreux, 12 à Nogent": the number is the first of several alike. */
function opensList({ gap }: Layout): boolean {
  return /^[^.;:()0-9]{0,40}, (?!(?:contre|against|sur|entre|between) )[^.;:(),0-9]{0,24}$/.test(gap);
}

const old = wordy(
  /^ ?(?:[a-zà-ÿœ]+ )?(?:il y a|naguère|jadis|auparavant|autrefois|ago\b|earlier|before|in (?:19|20)|en (?:19|20))/,
);

/** "+1 208 il y a dix ans, … : 5 914 naissances": what it was is not what the numbers after it make. */
function leadsElsewhere(passage: Passage, token: Token, layout: Layout, { rank }: Change): boolean {
  if (layout.side !== 'after') return false;
  if (rank > 0 && opensList(layout)) return true;
  return (
    old.test(after(passage, token, 40)) ||
    / (?:years?|ans|mois|months?) (?:ago|plus tôt|auparavant|earlier)/.test(after(passage, token, 40))
  );
}

function isTied({ gap, side }: Layout, { change, isNamed }: Situation): boolean {
  if (side !== 'after') return isLinked(gap) || isNamed || (change.isTold && !breaker.test(gap));
  return onward.test(gap) || (change.isTold && /\bde\b/.test(gap));
}

const demonstrative = /(?:^|[^a-zà-ÿœ])(?:ces|cette|these|those) $/;

function strengthAcross(passage: Passage, token: Token, layout: Layout, situation: Situation): Strength {
  const { first, last } = layout;
  const { change, isNamed, amounts } = situation;
  if (last.sentence > token.sentence) return change.isTold && first.sentence === last.sentence ? 2 : 1;
  const older = amounts.filter((other) => other.start < token.start);
  const goesOn = isResuming(sentenceOf(passage, token)) || demonstrative.test(before(passage, token, 8));
  const lead = goesOn ? before(passage, token, 100).length : Infinity;
  if (isNamed && lead < 50 && isPair(older, first, last)) return 3;
  const recent = older.filter((other) => other.sentence >= token.sentence - 1);
  if (!isPair(recent.slice(-2), first, last))
    return change.isTold && first.sentence >= token.sentence - 2 ? 2 : 1;
  return strengthOfRecent(passage, token, layout, { ...situation, isSole: recent.length === 2, lead });
}

interface Recent extends Situation {
  readonly isSole: boolean;
  /** How far into a sentence that goes on about the pair the statement stands. */
  readonly lead: number;
}

function strengthOfRecent(passage: Passage, token: Token, layout: Layout, recent: Recent): Strength {
  const { change, isNamed, isSole, lead } = recent;
  const isKnown = change.isTold || isNamed;
  if (lead < 70) return isSole && isKnown ? 3 : 2;
  if (isNamed && isSole && isSplit(passage, token, layout)) return 3;
  return isKnown ? 2 : 1;
}

function isPair(tokens: readonly Token[], first: Token, last: Token): boolean {
  return tokens.length === 2 && tokens.includes(first) && tokens.includes(last);
}

/** "48 postes étaient offerts. 32 ont été pourvus ; restent 16 bureaux vides." */
function isSplit(passage: Passage, token: Token, { first, last }: Layout): boolean {
  const isOver = last.sentence === token.sentence && first.sentence === token.sentence - 1;
  return isOver && isNextTo(passage, last, token);
}
