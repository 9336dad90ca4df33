import type { Decimal } from 'decimal.js';
import { stateNumber } from '../quantity/stated.ts';
import type { LooseToken } from './token.ts';

/** "one hour and 24 minutes", "trois heures trente", "onze euros vingt": two numbers that are one. */
export function mergeCompounds(tokens: readonly LooseToken[], folded: string, text: string): LooseToken[] {
  const merged: LooseToken[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    const whole = last && compoundOf(last, token, folded, text);
    if (whole) merged[merged.length - 1] = whole;
    else merged.push(token);
  }
  return merged;
}

function compoundOf(
  large: LooseToken,
  small: LooseToken,
  folded: string,
  text: string,
): LooseToken | undefined {
  if (large.type !== 'quantity' || small.type !== 'quantity' || large.per !== '') return undefined;
  if (large.stated.decimals > 0 || large.stated.kind !== 'number') return undefined;
  const part = partOf(large, small, folded.slice(large.end, small.from));
  const shownAgain = /^ ?(?:sur|in|out of|to|à|et|and) \d/.test(folded.slice(small.end, small.end + 8));
  if (part === undefined || shownAgain) return undefined;
  const { unit, qualifier } = large.stated;
  const number = large.stated.value.div(unit.scale).plus(part);
  const written = { number, decimals: 2, text: text.slice(large.start, small.end) };
  const stated = stateNumber(written, unit, { kind: 'number', qualifier });
  return { ...large, end: small.end, stated, per: small.per };
}

/** The second number in the unit of the first, where it goes on from it. */
function partOf(large: LooseToken, small: LooseToken, gap: string): Decimal | undefined {
  if (!large.stated.unit.scale.eq(1) || small.stated.decimals > 0) return undefined;
  if (small.unitClass === 'time') return partOfTime(large, small, gap);
  return small.unitClass === 'bare' && gap === ' ' ? partOfWhole(large, small) : undefined;
}

/** How many of the second make one of the first. */
const pairs: Readonly<Record<string, number>> = { 'hour minute': 60, 'year month': 12 };
const andGap = /^,? (?:et |and )?$/;

function partOfTime({ family }: LooseToken, small: LooseToken, gap: string): Decimal | undefined {
  const most = pairs[`${family} ${small.family}`];
  const { value } = small.stated;
  return most !== undefined && value.lt(most) && andGap.test(gap) ? value.div(most) : undefined;
}

/** "trois heures trente", "onze euros vingt". */
function partOfWhole({ unitClass, family }: LooseToken, { stated }: LooseToken): Decimal | undefined {
  const { value, unit } = stated;
  if (!unit.scale.eq(1) || value.lt(5)) return undefined;
  if (family === 'hour') return value.lt(60) ? value.div(60) : undefined;
  return unitClass === 'money' && value.lt(100) ? value.div(100) : undefined;
}
