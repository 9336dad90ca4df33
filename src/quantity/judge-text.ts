import type { Language } from '../core/localized.ts';
import type { Quantity, Unit } from '../core/quantity.ts';
import { compare, unitsAgree, type Verdict } from './compare.ts';
import { decimal, powerOfTen } from './decimal.ts';
import { formatQuantity } from './format.ts';
import { parseStated } from './parse-stated.ts';
import { restate, roundPlace, type Stated } from './stated.ts';

/** What the words of a text say of a computed quantity; `unreadable` when they hold no number, or several. */
export interface Judgement {
  readonly verdict: Verdict | 'unreadable';
  readonly stated: Stated | undefined;
}

export function judgeText(text: string, computed: Quantity, lang: Language): Judgement {
  const stated = parseStated(text, lang);
  return { stated, verdict: stated ? compare(stated, computed) : 'unreadable' };
}

/** The computed quantity as the text should state it: in its unit, at its rounding, never rounded to nothing. */
export function expectedText(stated: Stated | undefined, computed: Quantity, lang: Language): string {
  if (stated === undefined || computed.unit.dimension === 'date') return formatQuantity(computed, { lang });
  const unit = isSameKind(stated.unit, computed.unit) ? stated.unit : computed.unit;
  const shown = computed.value.div(unit.scale);
  const leading = shown.isZero() || shown.abs().gte(1) ? 0 : -shown.abs().log(10).floor().toNumber();
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
