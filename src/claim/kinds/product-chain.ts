import type { Decimal } from 'decimal.js';
import { decimal } from '../../quantity/decimal.ts';
import { product, type Operation } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { periodOf, shareOf, timeNamed } from '../periods.ts';
import { before, between, indexOf, isAmount, type Reading } from '../reading.ts';
import type { Token } from '../token.ts';
import { timeFactor, unitFactor } from '../units.ts';

/** A product times what brings it to the unit of the statement. */
export function productBy(factor: Decimal): Operation {
  if (factor.eq(1)) return product;
  const shown = factor.lt(1)
    ? ` ÷ ${decimal(1).div(factor).toSignificantDigits(6).toFixed()}`
    : ` × ${factor.toFixed()}`;
  return {
    ...product,
    apply: (values) => product.apply(values).times(factor),
    rough: (values) => values.reduce((total, value) => total * value, factor.toNumber()),
    words: (inputs, lang) => `${product.words(inputs, lang)}${shown}`,
  };
}

const most = 4;
const parting = wordy(
  /[;!?]|\b(?:contre|au lieu|tandis|alors que|whereas|while|against|instead|but|mais|dont|including|of which|autres?|other)\b/,
);

/** "Trois médiateurs, six jours, 210 € la journée : 3 780 €": all the numbers before a result, times one another. */
export function chainReadings(
  passage: Passage,
  token: Token,
  saysOutcome: (words: string) => boolean,
): Reading[] {
  const factors = chainBefore(passage, token);
  const rates = factors.filter((one) => unitFactor(one, token) !== undefined);
  const [rate] = rates;
  if (factors.length < 3 || rate === undefined || rates.length !== 1) return [];
  const periods = factors.map((one) => (one === rate ? decimal(1) : factorOfTime(passage, one, factors)));
  if (periods.includes(undefined)) return [];
  const factor = periods.reduce<Decimal>(
    (all, one) => all.times(one ?? 1),
    unitFactor(rate, token) ?? decimal(1),
  );
  const last = factors.at(-1);
  const gap = last ? between(passage, last, token) : '';
  const result = factors.reduce((all, { size }) => all * size, factor.toNumber());
  const isNear = result > token.size * 0.6 && token.size > result * 0.6;
  const isSaid = gap.length < 90 && saysOutcome(gap) && !isOneMore(passage, rate);
  const strength = !isSaid ? 1 : isNear ? 3 : 2;
  return [{ kind: 'conversion', token, inputs: factors, operation: productBy(factor), strength }];
}

/** "three vans and £40 of fuel": one more thing, and no rate. */
function isOneMore(passage: Passage, rate: Token): boolean {
  return /\b(?:et|and) (?:[a-z']+ )?$/.test(before(passage, rate, 16)) && shareOf(passage, rate) === '';
}

/** The amounts of the clause before a number; none where it holds another kind of number. */
function chainBefore({ tokens, folded }: Passage, token: Token): Token[] {
  const own = indexOf(tokens, token);
  const { sentence = -1 } = tokens[own - 1] ?? {};
  if (token.sentence - sentence > 1) return [];
  const factors: Token[] = [];
  for (const one of tokens.slice(Math.max(0, own - most - 1), own).reverse()) {
    const next = factors[0];
    if (one.sentence !== sentence) break;
    if (!isAmount(one) || one.unitClass === 'percent' || one.size <= 1) return [];
    if (next && parting.test(folded.slice(one.end, next.from))) break;
    factors.unshift(one);
  }
  return factors.length > most ? [] : factors;
}

/** What brings a time to the period that another number is for each of; undefined where none is. */
function factorOfTime(passage: Passage, one: Token, factors: readonly Token[]): Decimal | undefined {
  if (one.unitClass === 'measure') return undefined;
  if (one.unitClass !== 'time') return decimal(1);
  const periods = factors
    .filter((other) => other !== one)
    .map((other) => periodOf(passage, other))
    .filter((period) => timeNamed(period) !== undefined);
  const known = periods.map((period) => timeFactor(one.family, period)).find(Boolean);
  return known ?? (periods.length === 0 ? decimal(1) : undefined);
}
