import type { Decimal } from 'decimal.js';
import type { Verdict } from '../core/claim.ts';
import type { Language, Localized } from '../core/localized.ts';
import type { Quantity } from '../core/quantity.ts';
import { compare } from '../quantity/compare.ts';
import { decimal, greater, powerOfTen } from '../quantity/decimal.ts';
import { formatQuantity } from '../quantity/format.ts';
import { bareUnit, percentUnit } from '../quantity/unit.ts';
import { roundPlace, type Stated } from '../quantity/stated.ts';
import { calculate, type Operation } from './operation.ts';

/** A statement to hold against a calculation. Quantities are in base units: "12 %" is 0.12. */
export interface Question {
  readonly stated: Stated;
  readonly operation: Operation;
  readonly inputs: readonly (Quantity & Pick<Stated, 'qualifier'>)[];
  /** A fall is said without a sign: "une baisse de 12 %"; `either` where the words do not tell. */
  readonly direction?: 'rise' | 'fall' | 'either' | undefined;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** In the unit and magnitude of `stated`; a fall is negative. */
  readonly recomputed: Decimal;
  readonly isCertain: boolean;
  /** Whether the inputs' rounding leaves next to no choice of the stated number's last digit. */
  readonly isSharp: boolean;
  /** Whether the inputs are so rounded that nearly anything would hold. */
  readonly isVague: boolean;
  readonly calculation: Localized;
}

/** Holds a statement against a calculation, by intervals; undefined where nothing can be computed. */
export function judge(question: Question): Judgement | undefined {
  const { stated, operation, inputs } = question;
  if (!inputs.every((input) => isBounded(input.value)) || !isBounded(stated.value)) return undefined;
  const result = calculate(operation, inputs);
  if (result === undefined || !isBounded(result.value)) return undefined;
  const { unit } = stated;
  const computed: Quantity = { ...result, unit, exact: result.low.eq(result.high), decimals: 0, text: '' };
  const isTurned = isToTurn(question, computed);
  const first = compare(stated, isTurned ? opposite(computed) : computed);
  const recomputed = computed.value.div(unit.scale);
  const isVague = result.high.minus(result.low).gt(stated.value.abs().times('0.4'));
  const isOpen =
    first === 'fails'
      ? isForgiven(question, computed.value, isTurned)
      : isVague && isBoundedOnly(question, isTurned ? opposite(computed) : computed);
  return {
    verdict: isOpen ? 'undecided' : first,
    recomputed,
    isVague,
    isSharp: result.high.minus(result.low).lte(greater(stepOf(stated).times(4), stated.value.abs().div(100))),
    isCertain: stated.qualifier === undefined && inputs.every((input) => input.exact),
    get calculation() {
      return { fr: inWords(question, computed, 'fr'), en: inWords(question, computed, 'en') };
    },
  };
}

/** Beyond this no document means a number, and arithmetic would grow without end. */
const largestExponent = 30;

function isBounded(value: Decimal): boolean {
  return value.isFinite() && (value.isZero() || Math.abs(value.e) <= largestExponent);
}

function isToTurn({ direction = 'rise', stated }: Question, computed: Quantity): boolean {
  if (stated.value.isNegative()) return direction === 'fall' && computed.value.isPositive();
  return direction === 'fall' || (direction === 'either' && computed.value.isNegative());
}

/** "inférieur à 10 430 €, au moins 36 270 €, soit 4,8 fois plus": what only the words around the inputs allow. */
function isBoundedOnly({ stated, inputs }: Question, computed: Quantity): boolean {
  if (inputs.every(({ qualifier }) => qualifier === undefined)) return false;
  const { value } = computed;
  return compare(stated, { ...computed, low: value, high: value, exact: true }) === 'fails';
}

function stepOf({ unit, decimals }: Quantity): Decimal {
  return unit.scale.times(powerOfTen(-decimals));
}

function opposite(quantity: Quantity): Quantity {
  return {
    ...quantity,
    value: quantity.value.neg(),
    low: quantity.high.neg(),
    high: quantity.low.neg(),
  };
}

/**
 * A source says "plus de 3 000" of 3 000 sharp: the bound itself is no fault. And a round input, "12 000 agents", may
 * be rounded: what half of its last digit that is not zero can explain, up to one step of the stated number, is none.
 */
function isForgiven({ stated, operation, inputs }: Question, value: Decimal, isTurned: boolean): boolean {
  const truth = isTurned ? value.neg() : value;
  if (stated.qualifier !== undefined && stated.value.eq(truth)) return true;
  const gap = truth.minus(stated.value).abs();
  if (gap.times(2).lte(sharedPlace([stated, ...inputs]))) return true;
  const places = inputs.map((input) => roundPlace(input));
  if (places.every((place) => place === undefined)) return false;
  const step = stepOf(stated);
  if (gap.gt(greater(step, roundPlace(stated) ?? step))) return false;
  const loose = inputs.map((input, index) => widened(input, places[index]));
  const result = calculate(operation, loose);
  if (result === undefined) return false;
  const computed: Quantity = { ...result, unit: stated.unit, exact: false, decimals: 0, text: '' };
  return compare(stated, isTurned ? opposite(computed) : computed) !== 'fails';
}

/** The place to which all are rounded, where all are whole and end in zeros: "19 270 € par an, soit 1 610 € par mois". */
function sharedPlace(quantities: readonly Quantity[]): Decimal {
  const zeros = quantities.map(({ exact, value }) =>
    exact && value.isInteger() && !value.isZero() ? (/0*$/.exec(value.abs().toFixed(0))?.[0].length ?? 0) : 0,
  );
  const shared = Math.min(...zeros);
  return shared > 0 ? powerOfTen(shared) : decimal(0);
}

function widened(input: Quantity, place: Decimal | undefined): Quantity {
  if (place === undefined) return input;
  const half = place.div(2);
  return { ...input, low: input.low.minus(half), high: input.high.plus(half), exact: false };
}

/** "11,35 M€ ÷ 160 Md€ = 0,0071 %": two digits finer than what is stated, unless it has nothing finer to show. */
function inWords({ stated, operation, inputs }: Question, computed: Quantity, lang: Language): string {
  const typed = inputs.map((input) => (input.value.isNegative() ? `(${input.text})` : input.text));
  const isFraction = computed.unit.symbol === 'fraction';
  const shown = computed.value.div(isFraction ? percentUnit.scale : stated.unit.scale);
  const leading = shown.isZero() || shown.abs().gte(1) ? 0 : -shown.e;
  const decimals = Math.min(Math.max(stated.decimals + 2, leading + 1), 12);
  const fit = shown.toDecimalPlaces(decimals);
  const isOneIn = computed.unit.symbol === 'one-in-N';
  const unit = isOneIn ? bareUnit : isFraction ? percentUnit : computed.unit;
  const result = formatQuantity(computed, { lang, unit, decimals: fit.decimalPlaces() });
  const oneIn = { fr: 'un sur\u00a0', en: 'one in\u00a0' }[lang];
  return `${operation.words(typed, lang)} ${fit.eq(shown) ? '=' : '≈'} ${isOneIn ? oneIn : ''}${result}`;
}
