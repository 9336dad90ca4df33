import type { Decimal } from 'decimal.js';
import type { Verdict } from '../core/claim.ts';
import { judge, type Judgement } from './judge.ts';
import type { Reading } from './reading.ts';
import { slipOf, type SlipName } from './slips.ts';

/** The reading kept of a statement, and what it comes to. */
export interface Chosen {
  readonly reading: Reading;
  readonly judgement: Judgement;
  readonly verdict: Verdict;
  readonly slip: SlipName | undefined;
}

type Judged = Omit<Chosen, 'verdict'>;

/**
 * Charity: where a sound reading holds, the statement holds. It fails only where no reading holds and the words are
 * plain, or nearly plain and a usual slip explains the number; else nobody can tell.
 */
export function choose(readings: readonly Reading[]): Chosen | undefined {
  const judged = readings.flatMap(judgedReading).sort((a, b) => b.reading.strength - a.reading.strength);
  const sound = judged.filter(({ reading }) => reading.isFault !== true);
  const plain = sound.find(({ reading }) => reading.strength === 3);
  const holding = sound.find((one) => one.judgement.verdict === 'holds' && counts(one, plain));
  const fault = judged.find(
    ({ reading, judgement }) =>
      reading.isFault === true && judgement.verdict === 'holds' && reading.strength >= 2,
  );
  const isOutdone = fault?.reading.strength === 3 && holding?.reading.strength === 1;
  if (holding && !isOutdone) return { ...holding, verdict: 'holds' };
  if (fault) return { ...fault, verdict: 'fails' };
  const strong = sound.filter(isPlain);
  const open = strong.find(
    ({ judgement, reading }) =>
      judgement.verdict === 'undecided' && reading.strength === strong[0]?.reading.strength,
  );
  if (open) return { ...open, verdict: 'undecided' };
  const [first] = [
    ...strong.filter(({ slip, reading }) => slip !== undefined && reading.strength === 3),
    ...strong,
  ];
  if (first) return { ...first, verdict: 'fails' };
  const weak = sound.find((one) => one.reading.strength === 2 && isNear(one));
  return weak && { ...weak, verdict: 'undecided' };
}

/** Whether a failure is plain: by its words and its size, or by words less plain and a usual slip. */
function isPlain(one: Judged): boolean {
  const { reading, slip } = one;
  if (slip !== undefined) return reading.strength >= 2;
  return reading.strength === 3 && isNear(one) && goesItsWay(one);
}

/** A rise said of numbers that fall, by another amount, is more likely said of other numbers. */
function goesItsWay({ reading: { direction, kind }, judgement: { recomputed } }: Judged): boolean {
  if (kind === 'points' || (direction !== 'rise' && direction !== 'fall')) return true;
  return recomputed.isZero() || recomputed.isNegative() === (direction === 'fall');
}

/** Whether the result is near enough to what is stated for the two to be about one thing. */
function isNear({ reading, judgement }: Judged): boolean {
  const stated = reading.stated ?? reading.token.stated;
  const [said, right] = [stated.value.div(stated.unit.scale).abs(), judgement.recomputed.abs()];
  const usual = reading.kind === 'sum' ? '1.7' : 3;
  const most = reading.isTold === true ? 15 : usual;
  return right.lte(said.times(most)) && said.lte(right.times(most));
}

/** A far-fetched reading saves a plain one that fails only where its number is exact enough not to fit by chance. */
function counts({ reading, judgement }: Judged, plain: Judged | undefined): boolean {
  if (judgement.isVague && reading.strength < 3) return false;
  if (reading.strength > 1 || plain === undefined) return true;
  const stated = reading.stated ?? reading.token.stated;
  const isPlainNumber = stated.kind === 'number' && stated.qualifier === undefined && judgement.isSharp;
  return (isPlainNumber || isExact(reading, judgement.recomputed)) && reading.kind === plain.reading.kind;
}

/** Whether numbers of several digits each give a fraction or a multiple to within a part in 300. */
function isExact({ inputs, token, stated = token.stated }: Reading, result: Decimal): boolean {
  const said = stated.value.div(stated.unit.scale).abs();
  const areLong = inputs.every((input) => input.stated.value.toSignificantDigits(3).sd() >= 2);
  return areLong && result.abs().minus(said).abs().lte(said.div(300));
}

function judgedReading(reading: Reading): Judged[] {
  const { operation, inputs, direction, token } = reading;
  if (reading.strength === 1 && isFar(reading)) return [];
  const stated = reading.stated ?? token.stated;
  const judgement = judge({ stated, operation, inputs: inputs.map((input) => input.stated), direction });
  if (judgement === undefined) return [];
  return [{ reading, judgement, slip: slipOf(reading, judgement) }];
}

/** Whether a far-fetched reading is too far off to hold, whatever rounding and words allow. */
function isFar({ operation, inputs, token, stated }: Reading): boolean {
  if (operation.rough === undefined || stated !== undefined || token.stated.kind === 'range') return false;
  const result = Math.abs(operation.rough(inputs.map(({ size }) => size)));
  const said = Math.abs(token.size);
  return (
    !(result <= said * 1.6 && said <= result * 1.6) &&
    Math.abs(result - said) > token.stated.unit.scale.toNumber() * 2
  );
}
