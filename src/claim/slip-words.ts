import type { Claim } from '../core/claim.ts';
import type { Language, Localized } from '../core/localized.ts';
import { formatQuantity } from '../quantity/format.ts';
import { percentUnit, pointUnit } from '../quantity/unit.ts';
import { fr } from '../util/french.ts';
import type { Chosen } from './choose.ts';
import type { SlipName } from './slips.ts';

type Words = Readonly<{ message: Localized; help: Localized }>;

const words: Readonly<Record<SlipName, Words>> = {
  points: {
    message: {
      fr: 'L’écart entre deux pourcentages se dit en points, non en pour cent.',
      en: 'The gap between two percentages is said in points, not in per cent.',
    },
    help: {
      fr: fr`Écrivez « points » au lieu de « % », ou donnez la variation relative.`,
      en: 'Write “points” instead of “%”, or give the relative change.',
    },
  },
  base: {
    message: {
      fr: 'La variation semble rapportée à la valeur d’arrivée.',
      en: 'The change seems to be over the final value.',
    },
    help: {
      fr: fr`Divisez l’écart par la valeur de départ.`,
      en: 'Divide the gap by the value at the start.',
    },
  },
  hundred: {
    message: {
      fr: fr`Le rapport entre les deux valeurs est donné pour leur variation : tripler, c’est augmenter de 200 %.`,
      en: 'The ratio of the two values is given for their change: to triple is to rise by 200%.',
    },
    help: {
      fr: fr`Retirez 100 à ce pourcentage, ou dites « multiplié par ».`,
      en: 'Take 100 off the percentage, or say “multiplied by”.',
    },
  },
  magnitude: {
    message: {
      fr: 'Il y a une erreur de puissance de dix.',
      en: 'It is out by a power of ten.',
    },
    help: {
      fr: fr`Vérifiez l’ordre de grandeur : virgule, milliers, millions ou milliards.`,
      en: 'Check the magnitude: decimal point, thousands, millions or billions.',
    },
  },
  digits: {
    message: {
      fr: 'Un ou deux chiffres semblent avoir été mal recopiés.',
      en: 'One or two digits seem to have been miscopied.',
    },
    help: { fr: 'Relisez le nombre chiffre à chiffre.', en: 'Read the number again, digit by digit.' },
  },
  inverse: {
    message: { fr: 'Le rapport est pris à l’envers.', en: 'The ratio is the wrong way round.' },
    help: {
      fr: 'Vérifiez lequel des deux nombres se divise par l’autre.',
      en: 'Check which of the two numbers is divided by the other.',
    },
  },
  complement: {
    message: {
      fr: 'Ce pourcentage est celui du reste, non celui de la partie citée.',
      en: 'This is the percentage of the rest, not of the part that is named.',
    },
    help: {
      fr: fr`Donnez la part de ce qui est nommé, ou nommez le reste.`,
      en: 'Give the share of what is named, or name the rest.',
    },
  },
  missing: {
    message: {
      fr: 'Le total oublie l’un des termes, ou en compte un deux fois.',
      en: 'The total leaves out one of the parts, or counts one twice.',
    },
    help: { fr: 'Refaites l’addition terme à terme.', en: 'Add the parts up again one by one.' },
  },
  direction: {
    message: {
      fr: 'Le sens est inversé : les nombres disent une hausse pour une baisse, ou le contraire.',
      en: 'The direction is reversed: the numbers say a rise for a fall, or the contrary.',
    },
    help: {
      fr: 'Vérifiez l’ordre des deux valeurs, ou le verbe.',
      en: 'Check the order of the two values, or the verb.',
    },
  },
  rest: {
    message: {
      fr: 'La partie semble rapportée au reste, non à l’ensemble.',
      en: 'The part seems to be over the rest, not over the whole.',
    },
    help: { fr: 'Divisez par l’ensemble.', en: 'Divide by the whole.' },
  },
  rounding: {
    message: {
      fr: 'Le nombre n’est pas arrondi au plus proche.',
      en: 'The number is not rounded to the nearest.',
    },
    help: {
      fr: fr`Arrondissez au plus proche, ou dites « environ », « plus de », « près de ».`,
      en: 'Round to the nearest, or say “about”, “more than”, “nearly”.',
    },
  },
  near: {
    message: {
      fr: 'Le nombre est proche du résultat, mais ce n’est pas lui.',
      en: 'The number is close to the result, but is not it.',
    },
    help: {
      fr: 'Vérifiez les nombres de départ, puis refaites le calcul.',
      en: 'Check the numbers it starts from, then calculate again.',
    },
  },
};

/** What a failing statement looks like, how to mend it, and what the calculation gives. */
export function slipOfClaim({ slip, reading, judgement }: Chosen, lang: Language): Claim['slip'] {
  const expected = expectedText({ reading, judgement }, lang);
  return slip === undefined ? undefined : { ...words[slip], expected };
}

function expectedText({ reading, judgement }: Pick<Chosen, 'reading' | 'judgement'>, lang: Language): string {
  const { unit, decimals } = reading.stated ?? reading.token.stated;
  const shown = reading.isFault === true ? pointUnit : unit.symbol === 'fraction' ? percentUnit : unit;
  const value = judgement.recomputed.abs().times(unit.scale);
  const quantity = { value, low: value, high: value, unit: shown, exact: false, decimals, text: '' };
  return formatQuantity(quantity, { lang, decimals });
}
