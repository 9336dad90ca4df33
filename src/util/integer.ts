import type { Language } from '../core/localized.ts';

/** "12 345" in French (U+202F between thousands), "12,345" in English; by our own rule, not by the ICU of the day. */
export function formatInteger(value: number, lang: Language): string {
  return String(Math.trunc(value)).replace(/\B(?=(?:\d{3})+$)/gu, lang === 'fr' ? '\u202f' : ',');
}
