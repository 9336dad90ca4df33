import { describe, expect, test } from 'vitest';
import { findTableClaims } from '../../../src/claim/table/table-claims.ts';
import type { Language } from '../../../src/core/localized.ts';
import { noteOf } from '../../check/note-fixture.ts';

function told(rows: string, lang: Language = 'fr'): string[] {
  const [head = '', ...body] = rows.split('\n');
  const bar = `|${head.split('|').slice(1, -1).fill('---').join('|')}|`;
  const note = noteOf([head, bar, ...body].join('\n'));
  return findTableClaims({ ...note, meta: { ...note.meta, lang } }).map(
    ({ verdict, kind, stated }) => `${verdict} ${kind} ${stated}`,
  );
}

describe('totals and changes that heads only hint at', () => {
  test.each<[string, string, string[]]>([
    [
      'halves of a year',
      '| | 1er semestre | 2e semestre | Année |\n| Naissances | 1 418 | 1 502 | 2 920 |\n| Mariages | 97 | 161 | 248 |',
      ['holds sum 2 920', 'fails sum 248'],
    ],
    [
      'a last row of cumul',
      '| Trimestre | Entrées |\n| T1 | 1 250 |\n| T2 | 980 |\n| T3 | 460 |\n| Cumul | 2 960 |',
      ['fails sum 2 960'],
    ],
    [
      'a total without one column',
      '| Dépôt | Engins | Chauffeurs | Mécaniciens | Tout le personnel, total |\n| Alès | 14 | 31 | 6 | 37 |\n| Apt | 9 | 22 | 4 | 26 |\n| Uzès | 7 | 15 | 3 | 22 |',
      ['holds sum 37', 'holds sum 26', 'fails sum 22'],
    ],
    [
      'a row called as a column may be',
      '| Financeur | Montant (€) |\n| Région | 1 250 400 |\n| Département | 486 750 |\n| Europe | 1 640 000 |\n| Total | 2 890 400 |',
      ['fails sum 2 890 400'],
    ],
    [
      'points down a column',
      '| Scrutin | Participation | Variation (points) |\n| 2008 | 61,4 % | – |\n| 2014 | 57,9 % | -3,5 |\n| 2020 | 38,2 % | -18,7 |',
      ['holds points -3,5', 'fails points -18,7'],
    ],
    [
      'what is not spent',
      '| Programme | Budget | Dépensé | Non dépensé |\n| Digues | 38,2 | 31,7 | 6,5 |\n| Pompes | 12,9 | 12,1 | 1,8 |\n| Haies | 7,4 | 2,0 | 5,4 |',
      ['holds difference 6,5', 'fails difference 1,8', 'holds difference 5,4'],
    ],
    [
      'a wrong total and what is made of it',
      '| | Avant 2002 | Depuis | Total |\n| Coût voté | 57,2 | 35,5 | 97,2 |\n| Coût prévu | 66,8 | 36,5 | 103,3 |\n| Écart | 9,6 | 1,0 | 10,6 |',
      ['fails sum 97,2', 'holds sum 103,3', 'holds difference 9,6', 'holds difference 1,0', 'holds sum 10,6'],
    ],
    [
      'the components of a price',
      '| Composante | € par repas |\n| Denrées | 2,48 |\n| Personnel | 5,91 |\n| Fluides | 0,77 |\n| Coût complet | 9,16 |',
      ['holds sum 9,16'],
    ],
    [
      'the cost of each of those that a head counts',
      '| Tranche | Linéaire (km) | Coût (M€) | Coût au km (M€) |\n| Nord | 12,5 | 45,0 | 3,6 |\n| Centre | 8,0 | 50,4 | 6,3 |\n| Sud | 21,0 | 58,8 | 3,8 |',
      ['holds ratio 3,6', 'holds ratio 6,3', 'fails ratio 3,8'],
    ],
  ])('%s', (_, rows, claims) => {
    expect(told(rows).sort()).toEqual([...claims].sort());
  });

  test.each<[string, string]>([
    [
      'receipts and their running sum',
      '| Mois | Recettes | Cumul |\n| Janvier | 120 | 120 |\n| Février | 135 | 255 |',
    ],
    [
      'prices that nobody adds up',
      '| Ville | € par repas |\n| Lens | 5,48 |\n| Lille | 5,91 |\n| Ensemble | 5,70 |',
    ],
    [
      'a rest and its places',
      '| Crèche | Places | Places disponibles |\n| Nord | 60 | 4 |\n| Sud | 48 | 3 |',
    ],
  ])('nothing fails in %s', (_, rows) => {
    expect(told(rows).filter((claim) => claim.startsWith('fails'))).toEqual([]);
  });
});
