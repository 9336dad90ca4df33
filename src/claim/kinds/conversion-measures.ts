import type { Decimal } from 'decimal.js';
import { decimal } from '../../quantity/decimal.ts';
import { measures } from '../lexicon.ts';
import { conversion } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { after, before, between, type Reading, type Strength } from '../reading.ts';
import type { Token } from '../token.ts';
import { measureFamily } from '../units.ts';

/** A reading of one number as another times a factor. */
export function reading(from: Token, token: Token, factor: Decimal, strength: Strength): Reading {
  const shown = factor.eq(1)
    ? ''
    : factor.lt(1)
      ? `÷ ${decimal(1).div(factor).toSignificantDigits(6).toFixed()}`
      : `× ${factor.toFixed()}`;
  return { kind: 'conversion', token, inputs: [from], operation: conversion(factor, shown), strength };
}

export function betweenMeasures(from: Token, token: Token, isBare: boolean): Reading[] {
  const [one, other] = [measures.get(from.family), measures.get(token.family)];
  const isSame =
    from.unitClass === 'measure' &&
    token.unitClass === 'measure' &&
    measureFamily(from) === measureFamily(token);
  if (!isSame || !one || !other || one[1] === other[1] || (from.per !== token.per && token.per !== ''))
    return [];
  const factor = decimal(one[1]).div(other[1]);
  return [reading(from, token, factor, isBare ? 3 : 2)];
}

/** "12 miles away, about 19 km". */
export const apposed = wordy(
  /^(?: [a-zà-ÿœ' -]{1,30})?(?:, (?:or |ou |soit |some |environ |about )?| [–—(-] ?)$/,
);

export const parts = wordy(
  /\b(?:dont|of which|including|et|and|avec|with|puis|then|contre|against|sur|à|to|plus|moins|mais|but)\b|[;:]/,
);
const these = wordy(/(?:^|[^a-zà-ÿœ])(?:ces|ce|cette|these|those|this|that|soit|les mêmes|the same) $/);

/** Nothing is done with the first before the second is said. */
const sameThing = /^(?:(?: (?:of|de|du|des|long|wide) | d')[^,]*| long| wide)?,|^ ?[–—-]/;

/** "2.4 km of shelving, 2,400 metres in all", "À 44 tonnes, … ces 44 000 kilos". */
export function measuredAgain(passage: Passage, token: Token, last: Token): Reading[] {
  const gap = between(passage, last, token);
  const isTaken = these.test(before(passage, token, 14));
  if (!isTaken && !apposed.test(gap) && (gap.length > 50 || parts.test(gap))) return [];
  const hasDigits = digitsOf(last) === digitsOf(token) && digitsOf(token).length > 1;
  const isSaid = hasDigits && sameThing.test(gap) && last.stated.qualifier === undefined;
  const strength = isTaken || isSaid ? 2 : 1;
  return betweenMeasures(last, token, false).map((one) => ({ ...one, strength }));
}

/** The significant digits of a number. */
function digitsOf({ size }: Token): string {
  return size
    .toExponential(6)
    .replace(/\.?0*e.*$/, '')
    .replace('.', '');
}

const pricedBefore = /([a-zà-ÿœ]{4,})(?: (?:de|of|d')[^.;:()0-9]{0,24})?[ ,:](?:à |at |pour |for )?$/;
const priced = wordy(/^ (?:le|la|l'|a|an|the|par|per|au|à l'|du) ?([a-zà-ÿœ]+(?: carrés?| cubes?)?)\b/);

function measureOfPrice(passage: Passage, token: Token): readonly [string, string] | undefined {
  const word = priced.exec(after(passage, token, 32))?.[1] ?? '';
  const ahead = pricedBefore.exec(before(passage, token, 50))?.[1] ?? '';
  const names = [token.per, word, word.replace(/s$/, ''), ahead];
  return names.map((name) => measures.get(name)).find(Boolean);
}

/** "0,09 € le gigaoctet, donc 90 € le téraoctet": a larger unit costs more. */
export function betweenPrices(passage: Passage, from: Token, token: Token, isBare: boolean): Reading[] {
  if (from.unitClass !== 'money' || from.family !== token.family) return [];
  const [one, other] = [measureOfPrice(passage, from), measureOfPrice(passage, token)];
  if (!one || other?.[0] !== one[0] || one[1] === other[1]) return [];
  return [reading(from, token, decimal(other[1]).div(one[1]), isBare ? 3 : 2)];
}
