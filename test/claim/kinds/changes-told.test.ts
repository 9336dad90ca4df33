import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/localized.ts';
import { told } from '../told.ts';

describe('a change whose two values the tenses, the adverbs or the sentences tell apart', () => {
  test.each<[Language, string, string]>([
    [
      'fr',
      'En 2015, la brigade comptait 45 hommes. Elle en compte 36 à présent. Le recul atteint 25 %.',
      'fails growth 25 %',
    ],
    [
      'fr',
      'En 2015, la brigade comptait 45 hommes. Elle en compte 36 à présent. Le recul atteint 20 %.',
      'holds growth 20 %',
    ],
    [
      'fr',
      "Le salaire médian des assistantes est inférieur d'un quart à celui des techniciens : 1 530 euros, contre 2 040.",
      'holds growth d’un quart',
    ],
    [
      'fr',
      'Le pain vaut 1,25 € aujourd’hui, 1,00 € alors, une hausse que nous chiffrons à 20 %.',
      'fails growth 20 %',
    ],
    [
      'fr',
      'La perception recevait 1 240 avis au début du mandat, elle en reçoit 1 178, de sorte que les guichets se sont vidés de 8 %.',
      'fails growth 8 %',
    ],
    [
      'fr',
      'Le billet est passé de 3,20 € à 3,60 €. Neuf pour cent en un an, disent-ils.',
      'fails growth Neuf pour cent',
    ],
    [
      'fr',
      'Les apiculteurs, à qui la région versait 2,5 M€, en perdent un cinquième et se retrouvent à 1,75 M€.',
      'fails growth un cinquième',
    ],
    [
      'fr',
      'La pointe de juillet, 112 500 m³, a excédé de 6 % celle de l’an passé, arrêtée à 100 000 m³.',
      'fails growth 6 %',
    ],
    [
      'en',
      'The council employed 2,400 people in 2010. It now employs 1,800. Headcount has therefore shrunk by 18%.',
      'fails growth 18%',
    ],
    ['en', 'Spending on consultants rose sevenfold, from £2.1m to £10.5m.', 'fails multiple sevenfold'],
    [
      'fr',
      'Le budget de la cellule a été multiplié par trois et demi, de 200 000 à 700 000 euros.',
      'holds multiple a été multiplié par trois et demi',
    ],
  ])('%s: %s', (lang, text, claim) => {
    expect(told(text, lang).map((one) => one.replace("'", '’'))).toContain(claim);
  });

  test.each<[Language, string]>([
    [
      'fr',
      'Elle hérite de 3 200 agents et de onze implantations ; elle prévoit une baisse de 10 % des dépenses.',
    ],
    [
      'fr',
      'Les primes ouvrent droit à une réduction égale à 25 % de leur montant, dans la limite de 1 525 € (soit une réduction maximale de 381,25 €).',
    ],
    [
      'fr',
      'Le nombre d’allocations est fixé à 21 ou 42 lorsque le salarié réduit son activité (le montant est alors réduit de moitié).',
    ],
    ['fr', 'Le taux moyen est de 15 %, en raison du double taux de 20 % et de 10 %.'],
    [
      'en',
      'Gross saving: 24% of income (2014 est.), 24.3% of income (2013 est.), 24.9% of income (2012 est.).',
    ],
  ])('%s, silent: %s', (lang, text) => {
    expect(told(text, lang).filter((claim) => claim.startsWith('fails'))).toEqual([]);
  });
});
