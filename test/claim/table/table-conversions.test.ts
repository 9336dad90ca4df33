import { describe, expect, test } from 'vitest';
import { findTableClaims } from '../../../src/claim/table/table-claims.ts';
import { noteOf } from '../../check/note-fixture.ts';

/** "kind stated" of each claim that fails in the table of these lines, cells parted by bars. */
function wrong(lines: readonly string[], beside = ''): string[] {
  const [head = '', ...body] = lines.map((line) => `| ${line} |`);
  const rule = head.replace(/[^|]+/gu, '---');
  return findTableClaims(noteOf([beside, '', head, rule, ...body].join('\n')))
    .filter(({ verdict }) => verdict === 'fails')
    .map(({ kind, stated }) => `${kind} ${stated}`);
}

describe('columns that say another one again', () => {
  test.each<[string, string[], string[], string?]>([
    [
      'in another measure',
      ['Ligne | Longueur (m) | Longueur (km)', 'A | 12 400 | 12,4', 'B | 9 600 | 9,6', 'C | 7 350 | 73,5'],
      ['conversion 73,5'],
    ],
    [
      'in units that are the whole head',
      ['Site | kg | tonnes', 'A | 61 000 | 61', 'B | 8 200 | 8,2', 'C | 7 350 | 7,35'],
      [],
    ],
    [
      'over a year',
      [
        'Aide | Montant mensuel | Montant annuel',
        'A | 1 240 € | 14 880 €',
        'B | 960 € | 11 520 €',
        'C | 735 € | 8 280 €',
      ],
      ['conversion 8 280 €'],
    ],
    [
      'over a base that words beside it name',
      ['Service | Heures | ETP', 'A | 16 070 | 10', 'B | 8 035 | 5', 'C | 4 821 | 4'],
      ['conversion 4'],
      'Calculé sur la base de 1 607 heures par an.',
    ],
    [
      'with no base named',
      ['Service | Heures | ETP', 'A | 16 070 | 10', 'B | 8 035 | 5', 'C | 4 821 | 4'],
      [],
    ],
  ])('%s', (_, lines, found, beside) => {
    expect(wrong(lines, beside)).toEqual(found);
  });
});

describe('columns shared out by what another column counts', () => {
  test.each<[string, string[], string[]]>([
    [
      'named in the head',
      [
        'École | Élèves | Maîtres | Élèves par maître',
        'A | 312 | 13 | 24',
        'B | 198 | 9 | 22',
        'C | 245 | 10 | 25,4',
      ],
      ['ratio 25,4'],
    ],
    [
      'a breakdown is no sharing',
      ['Zone | Dépenses par zone | Agents', 'A | 124 | 31', 'B | 96 | 24', 'Total | 230 | 55'],
      ['sum 230'],
    ],
  ])('%s', (_, lines, found) => {
    expect(wrong(lines)).toEqual(found);
  });
});

describe('a row that adds up the periods before it', () => {
  test.each<[string, string[], string[]]>([
    [
      'a quarter',
      ['Mois | Heures', 'Avril | 1 318', 'Mai | 1 096', 'Juin | 1 427', '2e trimestre | 3 814'],
      ['sum 3 814'],
    ],
    [
      'a year',
      ['Période | Appels', 'T1 | 240', 'T2 | 110', 'T3 | 390', 'T4 | 131', '2023 | 817'],
      ['sum 817'],
    ],
    [
      'a right one',
      ['Mois | Heures', 'Avril | 1 318', 'Mai | 1 096', 'Juin | 1 427', '2e trimestre | 3 841'],
      [],
    ],
    ['another year', ['Période | Appels', '2021 | 240', '2022 | 110', '2023 | 817'], []],
    ['a month after a month', ['Mois | Appels', 'Mai | 240', 'Juin | 110', 'Juillet | 400'], []],
  ])('%s', (_, lines, found) => {
    expect(wrong(lines)).toEqual(found);
  });
});

test('two totals of three that miss by a little are slips', () => {
  const lines = ['Lieu | F | H | Total', 'A | 112 | 131 | 243', 'B | 240 | 124 | 346', 'C | 110 | 124 | 243'];
  expect(wrong(lines)).toEqual(['sum 346', 'sum 243']);
});
