import { quotient } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { after, indexOf, neighbours, sentenceOf, type Reading, type Strength } from '../reading.ts';
import type { Token } from '../token.ts';
import { isElsewhere } from './ratio-ties.ts';
import { decimal } from '../../quantity/decimal.ts';
import { isLike, perAfter, timeFactor } from '../units.ts';

const paced = wordy(
  /\b(?:à raison de|au rythme|à ce rythme|à la cadence|à cette cadence|à cette allure|rythme actuel|at (?:this|that|the current|the present|today's) (?:rate|pace|speed)|at a (?:rate|pace) of|à (?:ce|cette) (?:train|vitesse)|il faudra(?:it)?|faudrait|mettra(?:it)?|would take|will take|it takes|to clear)\b/,
);

/** "À raison de 3 km par an, il faudrait 15 ans pour les 46 km": a stock over what each period takes of it. */
export function paceReadings(passage: Passage, token: Token): Reading[] {
  if (token.unitClass !== 'time' || token.per !== '' || !paced.test(sentenceOf(passage, token))) return [];
  const last = passage.tokens[indexOf(passage.tokens, token) - 1];
  if (isElsewhere(passage, token, last?.end ?? 0)) return [];
  const amounts = neighbours(passage, token).filter(
    ({ type, unitClass }) => type === 'quantity' && unitClass !== 'time' && unitClass !== 'percent',
  );
  const rates = amounts.filter(
    (other) => other.sentence === token.sentence && factorOf(passage, other, token),
  );
  return rates.flatMap((rate) => {
    const stocks = amounts.filter(
      (other) =>
        other !== rate &&
        other.start < token.start &&
        isLike(other, rate) &&
        other.per === '' &&
        other.size > rate.size,
    );
    return stocks.map((stock): Reading => {
      const factor = factorOf(passage, rate, token) ?? decimal(1);
      const shown = factor.eq(1) ? '' : ` × ${factor.toSignificantDigits(6).toFixed()}`;
      const strength: Strength = rates.length === 1 && isSoleStock(stocks, stock) ? 3 : 2;
      return { kind: 'ratio', token, inputs: [stock, rate], operation: quotient(factor, shown), strength };
    });
  });
}

function isSoleStock(stocks: readonly Token[], stock: Token): boolean {
  return stocks.every((other) => other === stock || other.family !== stock.family) && stock.family !== '';
}

const everyPeriod = wordy(
  /^[^.,;:()0-9]{0,30}\b(?:par|per|chaque|each|every|a|an|l'|the) ?(an|année|year|mois|month|semaine|week|jour|day|heure|hour)\b/,
);
const names: Readonly<Record<string, string>> = {
  an: 'year',
  année: 'year',
  year: 'year',
  mois: 'month',
  month: 'month',
  semaine: 'week',
  week: 'week',
  jour: 'day',
  day: 'day',
  heure: 'hour',
  hour: 'hour',
};

/** How many of the token's unit of time make the period of a rate; undefined where it is no rate. */
function factorOf(passage: Passage, rate: Token, token: Token): ReturnType<typeof timeFactor> {
  const said = everyPeriod.exec(after(passage, rate, 44))?.[1] ?? '';
  const period = rate.per || perAfter(passage.folded, rate.end) || (names[said] ?? '');
  return period === '' ? undefined : timeFactor(period, token.family);
}
