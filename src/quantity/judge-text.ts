import type { Language } from '../core/localized.ts';
import type { Quantity, Unit } from '../core/quantity.ts';
import { compare, unitsAgree, type Verdict } from './compare.ts';
import { decimal, powerOfTen } from './decimal.ts';
import { saysFall, type Surroundings } from './direction.ts';
import { formatQuantity } from './format.ts';
import { parseDay, parseStated } from './parse-stated.ts';
import { qualifiersAround } from './qualifier.ts';
import { restate, roundPlace, type Stated } from './stated.ts';

/** What the words of a text say of a computed quantity; `unreadable` when they hold no number, or several. */
export interface Judgement {
  readonly verdict: Verdict | 'unreadable';
  readonly stated: Stated | undefined;
  /** The quantity that the words were held against: of a fall, "une baisse de 12 %", how much it falls. */
  readonly computed: Quantity;
}

/** Several rules ask the same of a figure and its text. */
const judgements = new WeakMap<Quantity, Map<string, Judgement>>();

/** Holds the words of a text, and those around it, against a computed quantity. */
export function judgeText(
  text: string,
  quantity: Quantity,
  lang: Language,
  around: Surroundings = { before: '', after: '' },
): Judgement {
  const known = judgements.get(quantity) ?? new Map<string, Judgement>();
  judgements.set(quantity, known);
  const key = [lang, around.before, text, around.after].join('\n');
  const judgement = known.get(key) ?? judge(text, quantity, lang, around);
  known.set(key, judgement);
  return judgement;
}

function judge(text: string, quantity: Quantity, lang: Language, around: Surroundings): Judgement {
  const stated =
    quantity.unit.dimension === 'date' ? parseDay(text, quantity) : readStated(text, around, lang);
  if (!stated) return { stated, computed: quantity, verdict: 'unreadable' };
  const isFall = quantity.value.isNegative() && stated.value.gt(0) && saysFall(text, around, lang);
  const computed = isFall ? opposite(quantity) : quantity;
  const verdict = compare(stated, computed);
  // A source says "plus de 3 000", the ledger keeps 3 000: the bound itself is no fault.
  const isBound = verdict === 'fails' && stated.qualifier !== undefined && stated.value.eq(computed.value);
  return { stated, computed, verdict: isBound ? 'undecided' : verdict };
}

/** A number as its own words say it, and as the words that touch it bound it: "près de [165 Md€]". */
function readStated(text: string, around: Surroundings, lang: Language): Stated | undefined {
  const stated = parseStated(text, lang);
  if (stated?.qualifier !== undefined) return stated;
  const { before, after } = qualifiersAround(around);
  return (before + after === '' ? undefined : parseStated(`${before}${text}${after}`, lang)) ?? stated;
}

function opposite(quantity: Quantity): Quantity {
  const { value, low, high } = quantity;
  return { ...quantity, value: value.neg(), low: high.neg(), high: low.neg() };
}

/** The computed quantity as the text should state it: in its unit, at its rounding, never rounded to nothing. */
export function expectedText(stated: Stated | undefined, computed: Quantity, lang: Language): string {
  if (stated === undefined || computed.unit.dimension === 'date') return formatQuantity(computed, { lang });
  const unit = isSameKind(stated.unit, computed.unit) ? stated.unit : computed.unit;
  const shown = computed.value.div(unit.scale);
  const leading = shown.isZero() || shown.abs().gte(1) ? 0 : -shown.e;
  const decimals = stated.kind === 'number' ? stated.decimals : computed.decimals;
  return formatQuantity(computed, { lang, unit, decimals: Math.max(decimals, leading) });
}

function isSameKind(stated: Unit, computed: Unit): boolean {
  const isWritten = stated.symbol !== '' && stated.symbol !== '×';
  return isWritten && stated.dimension === computed.dimension && unitsAgree(stated, computed);
}

/** How much wider than the stated rounding the computed bounds may be before its last digit means nothing. */
const widest = decimal(5);

/** Whether a text states digits that the rounding of the inputs cannot support. */
export function isTooPrecise(stated: Stated, computed: Quantity): boolean {
  if (computed.exact || stated.kind !== 'number' || stated.qualifier !== undefined) return false;
  const said = stated.unit.symbol === '' ? restate(stated, computed.unit) : stated;
  const lastDigit = said.unit.scale.times(powerOfTen(-said.decimals));
  const place = roundPlace(said) ?? lastDigit;
  return computed.high.minus(computed.low).gt(place.times(widest));
}
