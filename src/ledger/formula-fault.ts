import { fr } from '../util/french.ts';
import { nearest } from '../util/nearest.ts';
import { shorten } from '../util/shorten.ts';
import { didYouMean, formulaFault, LedgerFault } from './fault.ts';
import type { IdIndex } from './id-index.ts';

/** The fault of a formula that names something unknown; the entry's own id is no suggestion. */
export function unknownInput(name: string, ids: IdIndex, self: string): LedgerFault {
  const near = nearest(
    name,
    ids.some.filter((id) => id !== self),
  );
  return new LedgerFault(
    'ledger/unknown-input',
    {
      fr: fr`la formule utilise « ${shorten(name)} », qui n’est pas un chiffre de ce document.`,
      en: `the formula uses “${shorten(name)}”, which is not a figure of this document.`,
    },
    didYouMean(near),
  );
}

export function gluedNumber(text: string): LedgerFault {
  return formulaFault(
    {
      fr: fr`« ${shorten(text)} » n’est ni un nombre ni un chiffre de ce document.`,
      en: `“${shorten(text)}” is neither a number nor a figure of this document.`,
    },
    signHelp,
  );
}

export function tooLong(): LedgerFault {
  return formulaFault(
    { fr: 'la formule est trop longue.', en: 'the formula is too long.' },
    { fr: 'Coupez-la en plusieurs chiffres.', en: 'Split it into several figures.' },
  );
}

export function unclosed(): LedgerFault {
  return formulaFault({
    fr: 'une parenthèse de la formule n’est pas fermée.',
    en: 'a parenthesis of the formula is not closed.',
  });
}

export function decimalComma(): LedgerFault {
  return formulaFault(
    { fr: 'une formule ne prend pas de virgule.', en: 'a formula takes no comma.' },
    { fr: fr`Écrivez les décimales avec un point : 0.5.`, en: 'Write decimals with a point: 0.5.' },
  );
}

const signHelp = {
  fr: 'Une formule ne contient que des nombres, des noms de chiffres, + - * / ^ ( ) et sum, mean, median, min, max, count, round, share.',
  en: 'A formula holds numbers, names of figures, + - * / ^ ( ) and sum, mean, median, min, max, count, round, share.',
};

export function unexpected(character: string): LedgerFault {
  return formulaFault(
    {
      fr: fr`le signe « ${character} » n’a pas sa place dans une formule.`,
      en: `the sign “${character}” has no place in a formula.`,
    },
    signHelp,
  );
}

export function unknownFunction(name: string): LedgerFault {
  return formulaFault(
    {
      fr: fr`« ${shorten(name)}(…) » n’est pas une fonction des formules.`,
      en: `“${shorten(name)}(…)” is not a function of formulas.`,
    },
    signHelp,
  );
}
