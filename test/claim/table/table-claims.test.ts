import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTableClaims } from '../../../src/claim/table/table-claims.ts';
import type { Claim } from '../../../src/core/claim.ts';
import type { Language } from '../../../src/core/localized.ts';
import { noteOf } from '../../check/note-fixture.ts';

function claimsIn(markdown: string, lang: Language = 'fr'): Claim[] {
  const note = noteOf(markdown);
  return findTableClaims({ ...note, meta: { ...note.meta, lang } });
}

type Row = readonly (string | number)[];

/** A table of these cells, head first. */
function tableOf(rows: readonly Row[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: Row): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

/** "kind stated verdict" of each claim. */
function told(
  rows: readonly Row[],
  lang: Language = 'fr',
  around: { before?: string; after?: string } = {},
): string[] {
  const text = `${around.before ?? ''}\n\n${tableOf(rows)}\n\n${around.after ?? ''}`;
  return claimsIn(text, lang).map(({ kind, stated, verdict }) => `${kind} ${stated} ${verdict}`);
}

/** Those that fail alone. */
function wrong(rows: readonly Row[], lang: Language = 'fr'): string[] {
  return told(rows, lang)
    .filter((claim) => claim.endsWith('fails'))
    .map((claim) => claim.replace(' fails', ''));
}

describe('totals', () => {
  test.each<[string, Row[], string[]]>([
    [
      'a right one',
      [
        ['Poste', 'M€'],
        ['A', '31,2'],
        ['B', '16,8'],
        ['Total', '48,0'],
      ],
      [],
    ],
    [
      'a wrong one',
      [
        ['Poste', 'M€'],
        ['A', '31,2'],
        ['B', '16,8'],
        ['Total', '47,0'],
      ],
      ['sum 47,0'],
    ],
    [
      'within the roundings of its parts',
      [
        ['', 'M€'],
        ['A', '31,2'],
        ['B', '16,8'],
        ['Total', '48,1'],
      ],
      [],
    ],
    [
      'one that leaves out a part',
      [
        ['', 'Agents'],
        ['A', 412],
        ['B', 98],
        ['C', 54],
        ['Total', 510],
      ],
      ['sum 510'],
    ],
    [
      'a right one that comes first',
      [
        ['', 'Agents'],
        ['Total', 510],
        ['A', 412],
        ['B', 98],
      ],
      [],
    ],
    [
      '“dont” is no part',
      [
        ['', 'ETP'],
        ['A', 870],
        ['dont X', 500],
        ['B', 130],
        ['Total', '1 000'],
      ],
      [],
    ],
    [
      'an unknown part',
      [
        ['', 'ETP'],
        ['A', 870],
        ['B', 'n.d.'],
        ['Total', '1 000'],
      ],
      [],
    ],
    [
      'a mean of rates is no sum',
      [
        ['', 'Taux'],
        ['A', '7,2 %'],
        ['B', '7,8 %'],
        ['Ensemble', '7,5 %'],
      ],
      [],
    ],
    [
      'a bare mean is no sum',
      [
        ['', 'Note'],
        ['A', 12],
        ['B', 15],
        ['Ensemble', 13],
      ],
      [],
    ],
    [
      'another quantity',
      [
        ['', 'Aide'],
        ['A', 12],
        ['B', 15],
        ['Total', 4321],
      ],
      [],
    ],
    [
      'dates and words',
      [
        ['Étape', 'Échéance'],
        ['1', '15 mars'],
        ['2', '30 juin'],
        ['Total', '2 mois'],
      ],
      [],
    ],
    [
      'years as names',
      [
        ['Année', 'Lois'],
        [2019, 12],
        [2020, 15],
        ['Total', 27],
      ],
      [],
    ],
    [
      'sub-totals and their total',
      [
        ['', 'Lits'],
        ['A', 10],
        ['B', 20],
        ['Sous-total', 30],
        ['C', 5],
        ['D', 7],
        ['Sous-total', 13],
        ['Total', 42],
      ],
      ['sum 13'],
    ],
    [
      'tax on a total',
      [
        ['', 'Lits'],
        ['Pose', '1 200,00'],
        ['Bois', '800,00'],
        ['Total HT', '2 000,00'],
        ['TVA', '400,00'],
        ['Total TTC', '2 400,00'],
      ],
      [],
    ],
    [
      'columns',
      [
        ['', 'Femmes', 'Hommes', 'Total'],
        ['A', 120, 80, 200],
        ['B', 300, 100, 410],
        ['C', 45, 15, 60],
      ],
      ['sum 410'],
    ],
    [
      'a column of means',
      [
        ['', 'Femmes', 'Hommes', 'Ensemble'],
        ['A', '7,1', '8,3', '7,7'],
        ['B', '5,0', '6,4', '5,8'],
      ],
      [],
    ],
  ])('%s', (_, rows, expected) => {
    expect(wrong(rows)).toEqual(expected);
  });

  test('rounded thousands may miss their total by their roundings; things counted one by one may not', () => {
    const rows: Row[] = [
      ['Poste', 'Montant'],
      ['A', 12],
      ['B', 15],
      ['C', 30],
      ['Total', 58],
    ];
    expect(told(rows, 'fr', { before: 'Tableau 2, en milliers d’euros' })).toEqual(['sum 58 holds']);
    expect(told(rows)).toEqual(['sum 58 undecided']);
    expect(told([['Poste', 'Agents'], ...rows.slice(1)])).toEqual(['sum 58 fails']);
  });

  test('words beside the table leave its sums open', () => {
    const rows: Row[] = [
      ['Motif', '%'],
      ['A', 68],
      ['B', 40],
      ['Total', 100],
    ];
    expect(told(rows)).toEqual(['sum 100 fails']);
    expect(told(rows, 'fr', { after: 'Plusieurs réponses possibles.' })).toEqual(['sum 100 undecided']);
  });
});

describe('shares', () => {
  const budget = (share: string, total: string): Row[] => [
    ['Nature', 'Dépense (M€)', '%'],
    ['Personnel', '31,2', '52'],
    ['Achats', '16,8', '28'],
    ['Amortissements', '12,0', share],
    ['Total', '60,0', total],
  ];

  test('of the total of a column; their own total is 100 % but for their roundings', () => {
    expect(wrong(budget('20', '100'))).toEqual([]);
    expect(wrong(budget('23', '100'))).toEqual(['sum 100', 'share 23']);
    expect(
      wrong([
        ['Avis', '%'],
        ['A', '33,3'],
        ['B', '33,3'],
        ['C', '33,3'],
        ['Total', '100'],
      ]),
    ).toEqual([]);
    expect(
      wrong([
        ['Avis', '%'],
        ['A', '33,3'],
        ['B', '33,3'],
        ['C', '33,1'],
        ['Total', '100'],
      ]),
    ).toEqual(['sum 100']);
  });

  test.each<[string, Row[], string[]]>([
    [
      'of another column',
      [
        ['Bureau', 'Inscrits', 'Votants', 'Participation'],
        ['A', 812, 510, '62,8 %'],
        ['B', 790, 402, '50,9 %'],
        ['C', 901, 540, '69,9 %'],
      ],
      ['share 69,9 %'],
    ],
    [
      'of two columns together',
      [
        ['', 'Femmes', 'Hommes', 'Part des femmes'],
        ['A', 120, 80, '60 %'],
        ['B', 330, 110, '75 %'],
        ['C', 45, 15, '70 %'],
      ],
      ['share 70 %'],
    ],
    [
      'in brackets after their numbers',
      [
        ['', 'Réponses (%)'],
        ['Oui', '120 (40 %)'],
        ['Non', '150 (50 %)'],
        ['NSP', '30 (20 %)'],
        ['Total', '300 (100 %)'],
      ],
      ['sum 100 %', 'share 20 %'],
    ],
    [
      'of something else',
      [
        ['Pays', 'Dépense', '% du PIB'],
        ['A', 120, '12,3'],
        ['B', 450, '10,7'],
      ],
      [],
    ],
    [
      'without a total',
      [
        ['', 'M€', 'Part'],
        ['A', 20, '40 %'],
        ['B', 15, '30 %'],
        ['C', 15, '35 %'],
      ],
      ['share 35 %'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(wrong(rows)).toEqual(expected);
  });
});

describe('changes', () => {
  const change = (head: string, ...cells: string[]): Row[] => [
    ['Région', 2015, 2022, head],
    ['Nord', '1 250', '1 400', cells[0] ?? ''],
    ['Sud', '980', '882', cells[1] ?? ''],
    ['Est', '640', '720', cells[2] ?? ''],
  ];
  test.each<[string, Row[], string[]]>([
    ['growths', change('Évolution', '+12 %', '−10 %', '+25 %'), ['growth +25 %']],
    ['growths, the sign in the head', change('Évolution (%)', '12', '-10', '12,5'), []],
    ['differences', change('Écart', '+150', '−98', '+90'), ['difference +90']],
    ['differences whose head does not say so', change('Lits', '150', '98', '90'), []],
    [
      'what is left, by its numbers alone',
      [
        ['Pôle', 'Lits installés', 'Lits ouverts', 'Lits fermés'],
        ['Médecine', 214, 187, 27],
        ['Chirurgie', 156, 118, 48],
        ['Gériatrie', 92, 85, 7],
      ],
      ['difference 48'],
    ],
    [
      'a sign, where the others have theirs',
      [
        ['Région', 'Bornes prévues', 'Bornes installées', 'Écart'],
        ['Ouest', 1250, 1118, '-132'],
        ['Centre', 946, 1012, '-66'],
        ['Est', 715, 690, '-25'],
      ],
      ['difference -66'],
    ],
    [
      'the brackets of accountants',
      [
        ['Ward', 'Budget', 'Actual', 'Over/(under)'],
        ['East', 412, 436, 24],
        ['West', 388, 371, '(17)'],
        ['North', 295, 318, 32],
      ],
      ['difference 32'],
    ],
    ['multiples', change('Multiplié par', '1,12', '0,9', '1,52'), ['multiple 1,52']],
    [
      'falls without their sign',
      [
        ['', 2010, 2020, 'Baisse (%)'],
        ['A', 500, 400, 20],
        ['B', 250, 240, 4],
      ],
      [],
    ],
    [
      'growths over their end',
      change('Évolution', '10,7 %', '−11,1 %', '11,1 %'),
      ['growth 10,7 %', 'growth −11,1 %', 'growth 11,1 %'],
    ],
    ['nothing that its columns explain', change('Évolution', '3 %', '4 %', '5 %'), []],
    [
      'points',
      [
        ['', 2015, 2022, 'Évolution (points)'],
        ['A', '14 %', '11 %', '−3'],
        ['B', '20 %', '25 %', '+8'],
      ],
      ['points +8'],
    ],
    [
      'per cent said for points',
      [
        ['', 2015, 2022, 'Évolution'],
        ['A', '14 %', '11 %', '−3 %'],
        ['B', '20 %', '25 %', '+5 %'],
      ],
      ['points −3 %', 'points +5 %'],
    ],
    [
      'along a column',
      [
        ['Année', 'Lits', 'Évolution'],
        [2018, '1 000', ''],
        [2019, '1 050', '+5,0 %'],
        [2020, '1 113', '+6,0 %'],
        [2021, '1 150', '+4,3 %'],
      ],
      ['growth +4,3 %'],
    ],
    [
      'one row alone',
      [
        ['', 2010, 2020, 'Évolution'],
        ['Lits', '412 310', '380 215', '−12 %'],
      ],
      ['growth −12 %'],
    ],
    [
      'a yearly mean',
      [
        ['', 2010, 2020, 'Évolution annuelle'],
        ['Lits', '100 000', '121 899', '2 %'],
      ],
      [],
    ],
    [
      'what is left',
      [
        ['', 'Naissances', 'Décès', 'Solde'],
        ['A', '1 412', '1 308', '104'],
        ['B', '1 390', '1 455', '-65'],
        ['C', '1 275', '1 522', '-274'],
      ],
      ['difference -274'],
    ],
    [
      'in rows',
      [
        ['', 2019, 2020, 2021],
        ['Recettes', 412, 398, 421],
        ['Dépenses', 420, 431, 433],
        ['Solde', '−8', '−33', '−21'],
      ],
      ['difference −21'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(wrong(rows)).toEqual(expected);
  });
});

describe('ratios', () => {
  test.each<[string, Row[], string[]]>([
    [
      'per head',
      [
        ['', 'Dépense (M€)', 'Habitants', '€ par habitant'],
        ['X', '12,4', '8 000', '1 550'],
        ['Y', '30,0', '25 000', '1 200'],
        ['Z', '5,1', '3 000', '1 900'],
      ],
      ['ratio 1 900'],
    ],
    [
      'per head in two rows, as the head of the one names the other',
      [
        ['Commune', 'Budget (M€)', 'Habitants', 'Budget par habitant'],
        ['A', '12,6', '9 000', '1 400 €'],
        ['B', '20,0', '16 000', '1 350 €'],
      ],
      ['ratio 1 350 €'],
    ],
    [
      'multiples by their sign',
      [
        ['', 2005, 2020, ''],
        ['Contrats', 120, 360, '× 3'],
        ['Recours', 50, 125, '× 2,5'],
        ['Avis', 20, 85, '× 3,5'],
      ],
      ['multiple 3,5'],
    ],
    [
      'months and years',
      [
        ['', 'Par mois', 'Par an'],
        ['A', '1 200 €', '14 400 €'],
        ['B', '150 €', '1 800 €'],
        ['C', '90 €', '1 180 €'],
      ],
      ['conversion 1 180 €'],
    ],
    [
      'running totals',
      [
        ['Année', 'Écoles', 'Cumul'],
        [2019, 12, 12],
        [2020, 15, 27],
        [2021, 9, 46],
      ],
      ['sum 46'],
    ],
    [
      'an index',
      [
        ['Année', 'Prix', 'Indice'],
        [2015, 50, 100],
        [2016, 51, 103],
      ],
      [],
    ],
  ])('%s', (_, rows, expected) => {
    expect(wrong(rows)).toEqual(expected);
  });
});

describe('the benefit of the doubt', () => {
  test.each<[string, Row[], string[]]>([
    [
      'people counted in several parts',
      [
        ['Activité', 'Séjours', 'Patients'],
        ['Médecine', '8 120', '5 230'],
        ['Chirurgie', '5 410', '4 105'],
        ['Total', '13 530', '8 917'],
      ],
      ['sum 13 530 holds', 'sum 8 917 undecided'],
    ],
    [
      'a share rounded the other way so that all make 100 %',
      [
        ['Fonction', 'Md€', '%'],
        ['Social', '589,7', '42,9'],
        ['Santé', '196,9', '14,3'],
        ['École', '127,1', '9,2'],
        ['Autres', '461,1', '33,6'],
        ['Total', '1 374,8', '100,0'],
      ],
      [
        'sum 1 374,8 holds',
        'sum 100,0 holds',
        'share 42,9 holds',
        'share 14,3 holds',
        'share 9,2 holds',
        'share 33,6 undecided',
      ],
    ],
    [
      'a total of more than is shown',
      [
        ['Pays', 'Demandes'],
        ['A', '10 000'],
        ['B', '6 200'],
        ['Total', '103 000'],
      ],
      [],
    ],
    [
      'a product',
      [
        ['Article', 'Quantité', 'Prix unitaire', 'Total'],
        ['Chaise', 12, '45 €', '540 €'],
        ['Table', 3, '120 €', '360 €'],
        ['Total', '', '', '900 €'],
      ],
      ['sum 900 € holds'],
    ],
    [
      'ages that look like numbers',
      [
        ['Tranche', 'Hommes', 'Femmes', 'Total'],
        ['< 30', 120, 180, 300],
        ['> 30', 340, 510, 850],
      ],
      ['sum 300 holds', 'sum 850 holds'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(told(rows)).toEqual(expected);
  });
});

test('a claim has its place, its inputs, its calculation, what it should be and how to mend it', () => {
  const source = 'Texte.\n\n| Poste | M€ |\n|---|---|\n| A | **31,2** |\n| B | 16,8 |\n| Total | *84,0* |\n';
  const [claim, ...others] = claimsIn(source);
  expect(others).toEqual([]);
  expect(claim).toMatchObject({
    kind: 'sum',
    stated: '84,0',
    place: { line: 7, column: 12, endLine: 7, endColumn: 16 },
    inputs: [
      { text: '31,2', place: { line: 5, column: 9 } },
      { text: '16,8', place: { line: 6, column: 7 } },
    ],
    unit: 'M€',
    verdict: 'fails',
    isCertain: false,
    slip: { expected: '48,0', message: { fr: 'Deux chiffres semblent inversés.' } },
  });
  expect(claim?.recomputed.toString()).toBe('48');
  expect(claim?.calculation.fr).toBe('31,2 + 16,8 = 48\u00a0M€');
  expect(claim?.calculation.en).toBe('31,2 + 16,8 = €48m');
});

test('whole numbers are certain, roundings are not', () => {
  const certain = (unit: string): boolean[] =>
    claimsIn(
      tableOf([
        ['', unit],
        ['A', 412],
        ['B', 98],
        ['Total', 501],
      ]),
    ).map(({ isCertain }) => isCertain);
  expect(certain('Agents')).toEqual([true]);
  expect(certain('M€')).toEqual([false]);
});

test('English tables', () => {
  const rows: Row[] = [
    ['Council', 'Income', 'Spending', 'Balance'],
    ['Ayton', '4,120', '3,980', '140'],
    ['Beeley', '2,310', '2,455', '-145'],
    ['Corby', '1,905', '1,850', '65'],
    ['Total', '8,335', '8,285', '60'],
  ];
  expect(wrong(rows, 'en')).toEqual(['sum 60', 'difference 65'].slice(1));
});

const amounts = (least: number) =>
  fc.array(fc.integer({ min: 11, max: 99_999 }), { minLength: Math.max(2, least), maxLength: 8 });
const typed = (value: number, decimals: number): string => value.toFixed(decimals).replace('.', ',');

/** Each run parses tables: that takes its time. */
const runs = { numRuns: 25 };

test('a true sum of rounded parts never fails, whatever the rounding', () => {
  fc.assert(
    fc.property(amounts(2), fc.integer({ min: 0, max: 2 }), (parts, decimals) => {
      const exact = parts.map((part) => part / 97);
      const total = exact.reduce((sum, part) => sum + part, 0);
      const rows: Row[] = [
        ['', 'M€'],
        ...exact.map((part, index) => [`P${index}`, typed(part, decimals)]),
        ['Total', typed(total, decimals)],
      ];
      expect(wrong(rows)).toEqual([]);
    }),
  );
});

test('a sum of things counted one by one, changed by a part or by two digits, always fails', () => {
  fc.assert(
    fc.property(amounts(3), (parts) => {
      const total = parts.reduce((sum, part) => sum + part, 0);
      const least = Math.min(...parts);
      fc.pre(total - least > Math.max(...parts) && (total - least) / total > 0.4);
      const rows = (stated: number): Row[] => [
        ['', 'Agents'],
        ...parts.map((part, index) => [`P${index}`, part]),
        ['Total', stated],
      ];
      fc.pre(!String(total - least).endsWith('00') && !parts.includes(total - least));
      expect(wrong(rows(total))).toEqual([]);
      expect(wrong(rows(total - least))).toEqual([`sum ${total - least}`]);
    }),
  );
});

test('true shares of a total never fail, and one changed beyond its rounding does', () => {
  fc.assert(
    fc.property(amounts(4), fc.integer({ min: 0, max: 1 }), fc.nat(), (parts, decimals, chosen) => {
      const total = parts.reduce((sum, part) => sum + part, 0);
      const shares = parts.map((part) => (100 * part) / total);
      const rows = (changed: number): Row[] => [
        ['', 'Agents', 'Part (%)'],
        ...parts.map((part, index) => {
          const share = (shares[index] ?? 0) + (index === chosen % parts.length ? changed : 0);
          return [`P${index}`, part, typed(share, decimals)];
        }),
        ['Total', total, 100],
      ];
      expect(wrong(rows(0))).toEqual([]);
      expect(wrong(rows(9)).some((claim) => claim.startsWith('share'))).toBe(true);
    }),
  );
});

test('true growths never fail', () => {
  fc.assert(
    fc.property(amounts(3), amounts(3), fc.integer({ min: 0, max: 2 }), (before, after, decimals) => {
      const rows: Row[] = [
        ['', 2015, 2020, 'Évolution'],
        ...before.slice(0, after.length).map((from, index) => {
          const to = after[index] ?? 0;
          return [`P${index}`, from, to, `${typed((100 * to) / from - 100, decimals)} %`];
        }),
      ];
      expect(wrong(rows)).toEqual([]);
    }),
  );
});

test('no table is too strange, and nothing is said of numbers that stand alone', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.array(
          fc.constantFrom(
            '',
            '12',
            '1 200',
            'Total',
            '%',
            '−',
            '5 %',
            'n.d.',
            '(3)',
            '2019',
            '1e9',
            '٣',
            '0',
          ),
          { minLength: 3, maxLength: 5 },
        ),
        { minLength: 2, maxLength: 8 },
      ),
      (rows) => {
        expect(Array.isArray(told(rows))).toBe(true);
      },
    ),
    runs,
  );
});

test('time grows with the table', () => {
  const rows = (count: number): Row[] => [
    ['Poste', '2019', '2020', 'Évolution', 'Part'],
    ...Array.from({ length: count }, (_, index) => [`P${index}`, 1000 + index, 1100 + index, '10 %', '1 %']),
    ['Total', 1, 2, '', ''],
  ];
  const time = (count: number): number => {
    const note = noteOf(tableOf(rows(count)));
    const started = performance.now();
    findTableClaims(note);
    return performance.now() - started;
  };
  time(50);
  expect(time(800)).toBeLessThan(Math.max(60, 32 * time(100)));
});
