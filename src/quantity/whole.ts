import type { Language } from '../core/localized.ts';
import { matchAt, phrasePattern } from '../util/phrase.ts';
import { decimal } from './decimal.ts';
import { stateNumber, type Stated } from './stated.ts';
import { bareUnit, percentUnit, timesUnit } from './unit.ts';

const all: Readonly<Record<Language, readonly string[]>> = {
  fr: ['tous', 'toutes', 'la totalité', "l'intégralité", "l'ensemble"],
  en: ['all', 'the whole', 'every'],
};
const nearly: Readonly<Record<Language, readonly string[]>> = {
  fr: ['la quasi-totalité', 'quasi-totalité', ...after(['presque', 'quasiment', 'pratiquement'], all.fr)],
  en: after(['almost', 'nearly', 'practically'], all.en),
};
const none: Readonly<Record<Language, readonly string[]>> = {
  fr: ['aucun', 'aucune', 'nul', 'nulle'],
  en: ['no', 'none', 'nil'],
};

const patterns = {
  fr: { nearly: phrasePattern(nearly.fr), all: phrasePattern(all.fr), none: phrasePattern(none.fr) },
  en: { nearly: phrasePattern(nearly.en), all: phrasePattern(all.en), none: phrasePattern(none.en) },
};

function after(words: readonly string[], wholes: readonly string[]): string[] {
  return words.flatMap((word) => wholes.map((whole) => `${word} ${whole}`));
}

/** All, nearly all or none at `start`: "tous les agents", "la quasi-totalité", "aucun agent". */
export function scanWhole(
  text: string,
  start: number,
  lang: Language,
): { stated: Stated; end: number } | undefined {
  const found = (['nearly', 'all', 'none'] as const)
    .map((amount) => ({ amount, words: matchAt(patterns[lang][amount], text, start)?.[0] }))
    .find(({ words }) => words !== undefined);
  return found?.words === undefined
    ? undefined
    : { stated: stateAmount(found.amount, text), end: start + found.words.length };
}

function stateAmount(amount: 'nearly' | 'all' | 'none', text: string): Stated {
  switch (amount) {
    case 'nearly':
      return stateNumber({ number: decimal('0.95'), decimals: 0, text }, timesUnit, { kind: 'fraction' });
    case 'all':
      return stateNumber({ number: decimal(100), decimals: 0, text }, percentUnit, { kind: 'number' });
    case 'none':
      // As inexact it stands for itself alone: no share is rounded to nobody.
      return {
        ...stateNumber({ number: decimal(0), decimals: 0, text }, bareUnit, { kind: 'number' }),
        exact: false,
      };
  }
}
