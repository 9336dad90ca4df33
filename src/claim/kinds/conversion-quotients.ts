import { decimal } from '../../quantity/decimal.ts';
import { quotient } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { periodOf, timeNamed } from '../periods.ts';
import { before, between, isAmount, isNextTo, neighbours, type Reading, type Strength } from '../reading.ts';
import type { Token } from '../token.ts';
import { timeFactor, unitFactor } from '../units.ts';

/** "9 900 € étalés sur quinze ans, soit 55 € par mois", "26 km en 40 minutes, à 39 km/h": an amount over its time. */
export function quotientReadings(passage: Passage, token: Token): Reading[] {
  if (!isAmount(token) || token.unitClass === 'time' || token.unitClass === 'percent') return [];
  const period = periodOf(passage, token);
  if (timeNamed(period) === undefined) return [];
  const earlier = neighbours(passage, token).filter(
    (other) => isAmount(other) && other.start < token.start && token.sentence - other.sentence <= 1,
  );
  const times = earlier.filter(({ unitClass, per }) => unitClass === 'time' && per === '');
  const wholes = earlier.filter(
    (other) => unitFactor(other, token) !== undefined && timeNamed(periodOf(passage, other)) === undefined,
  );
  return wholes.flatMap((whole) =>
    times.flatMap((time) => {
      const factor = timeFactor(period, time.family);
      const unit = unitFactor(whole, token);
      if (!factor || !unit || factor.eq(1)) return [];
      const [scale, divisor] = [unit.times(factor), decimal(1).div(unit.times(factor))];
      const shown = scale.lt(1) ? ` ÷ ${divisor.toSignificantDigits(6).toFixed()}` : ` × ${scale.toFixed()}`;
      const strength = strengthOf(passage, token, { whole, time, wholes, times });
      return [
        { kind: 'conversion', token, inputs: [whole, time], operation: quotient(scale, shown), strength },
      ];
    }),
  );
}

interface Spread {
  readonly whole: Token;
  readonly time: Token;
  readonly wholes: readonly Token[];
  readonly times: readonly Token[];
}

const spreading = wordy(
  /\b(?:en|sur|pendant|durant|in|over|for|across|under) (?:les |the |quelque |about )?$/,
);
const parting = wordy(
  /[;!?]|\b(?:et (?:l[ae]s?|une?|des) |and (?:the|an?) |limite?|plafond|seuil|maximum|autorisée?s?|contre|au lieu|tandis|mais|but|while|whereas|against|dont|including)\b/,
);

/** Plain where the three stand together, and the words spread the one over the other. */
function strengthOf(passage: Passage, token: Token, { whole, time, wholes, times }: Spread): Strength {
  const [first, last] = whole.start < time.start ? [whole, time] : [time, whole];
  const isTogether = isNextTo(passage, first, last) && isNextTo(passage, last, token);
  const isSole = times.at(-1) === time && wholes.at(-1) === whole;
  if (!isTogether || !isSole || token.sentence !== last.sentence) return 1;
  const gaps = between(passage, first, last) + between(passage, last, token);
  return spreading.test(before(passage, time, 20)) && !parting.test(gaps) ? 3 : 2;
}
