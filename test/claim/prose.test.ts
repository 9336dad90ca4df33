import { describe, expect, test } from 'vitest';
import { claimsOf, told } from './told.ts';

describe('what French prose states', () => {
  test.each([
    ['Parmi les 6 300 élèves signalés, 945 ont été reçus (9,45 %).', 'fails share 9,45 %'],
    ['Parmi les 6 300 élèves signalés, 945 ont été reçus (15 %).', 'holds share 15 %'],
    ['Les crédits ont baissé de 15 %, passant de 262 à 209,6 M€.', 'fails growth 15 %'],
    ['Les crédits ont baissé de 20 %, passant de 262 à 209,6 M€.', 'holds growth 20 %'],
    ['Les effectifs ont augmenté de 20 %, passant de 262 à 209 agents.', 'fails growth 20 %'],
    ['Trois villes ont donné 22,5 M€, 14 M€ et 8,5 M€, soit 48 M€ au total.', 'fails sum 48 M€'],
    [
      'Un intérimaire est payé 2 840 €, soit cinq fois plus qu’un titulaire (960 €).',
      'fails multiple cinq fois plus',
    ],
    ['Il y avait 2 512 ouvriers en 1998 ; ils sont 1 936, soit 576 de moins.', 'holds difference 576'],
    [
      'Une dépense de 510 M€ pour 68 millions de Français : 75 € par habitant.',
      'fails ratio 75 € par habitant',
    ],
    ['La part recule de 3 %, de 14 % à 11 % des inscrits.', 'fails points 3 %'],
    ['Le taux a gagné 0,8 point, de 13,7 % à 14,5 %.', 'holds points 0,8 point'],
    ['Près d’un tiers des agents (4 180 sur 12 960) sont à temps partiel.', 'holds fraction Près d’un tiers'],
    ['Le terrain, 3,5 hectares, soit 3 500 m², a été vendu.', 'fails conversion 3 500 m²'],
  ])('%s', (source, claim) => {
    expect(told(source)).toContain(claim);
  });
});

describe('what English prose states', () => {
  test.each([
    ['Staff numbers went from 1,640 to 1,312, down 25%.', 'fails growth 25%'],
    ['The charity spent £3.4m of its £42.5m income on fees, i.e. 8%.', 'holds share 8%'],
    ['Three boroughs gave £1.2m, £0.8m and £0.65m, a total of £2.85m.', 'fails sum £2.85m'],
    ['Fares have tripled: a pass was £9.40 in 2005 and costs £27.90 now.', 'holds multiple have tripled'],
    ['The gap between the quote (£6,705) and the bill (£8,873) is £2,168.', 'holds difference £2,168'],
    ['One in five tenants (1,906 of 9,480) is in arrears.', 'holds ratio One in five'],
  ])('%s', (source, claim) => {
    expect(told(source, 'en')).toContain(claim);
  });
});

test.each([
  'L’arrêté du 29 décembre 2016 comporte 7 articles et 3 annexes. Il a été modifié le 4 mai 2021.',
  'Le standard, 02 99 28 55 55, ferme à 16 h 45. Il faut alors composer le 15 ou le 112.',
  'À 58 ans, il dirige une équipe de 6 personnes. La 12e édition aura lieu du 5 au 7 juillet.',
  'Sur la N 20, le radar du PK 112 flashe à 110 km/h. Voir l’article 3 de la loi n° 2019-828, p. 12.',
  'Le taux de chômage est de 9,1 %. L’agence emploie 38 conseillers sur 1 100 m².',
  'Le budget passe de 10 à 12 M€, tandis que les effectifs baissent de 3 %.',
  'L’hôpital a reçu 18 900 patients, pour un taux d’occupation de 84 %. Sur 1 150 agents, 72 % soignent.',
  'Le prix a augmenté de 15 % en février, puis de 10 % en août et de 9,5 % un an plus tard.',
  'Ce dépassement, de 45 %, s’explique pour moitié par les délais. On comptait un agent pour 10 500 habitants.',
])('numbers that name things, or that nothing plainly relates, never fail: %s', (source) => {
  expect(told(source).filter((claim) => claim.startsWith('fails'))).toEqual([]);
});

describe('what the text does not say in its own name', () => {
  test('a quotation is not judged', () => {
    expect(told('« Sur 500 agents, 113 sont partis, soit 50 % », dit-il.')).toEqual(['undecided share 50 %']);
    expect(told('> Sur 500 agents, 113 sont partis, soit 50 %.')).toEqual(['undecided share 50 %']);
  });

  test('nor is what it refutes', () => {
    expect(told('Il est faux de dire que sur 500 agents, 113 sont partis, soit 50 %.')).toEqual([
      'undecided share 50 %',
    ]);
  });
});

test('a claim has its place, its inputs, its result and its slip', () => {
  const [claim] = claimsOf('Un titre.\n\n- Le prix, fixé à *10 €*, passe de 10 € à 15 €, soit +33 %.');
  expect(claim).toMatchObject({
    place: { line: 3, column: 54, endLine: 3, endColumn: 59 },
    inputs: [{ text: '10 €' }, { text: '15 €' }],
    unit: '%',
    isCertain: true,
    slip: { expected: '50\u00a0%' },
  });
  expect(claim?.recomputed.toNumber()).toBe(50);
  expect(claim?.calculation.fr).toBe('(15 € − 10 €) ÷ 10 € = 50\u00a0%');
});

test('the lines of a list are added up to what introduces them', () => {
  const list = '- banque : 125 k€ ;\n- mairie : 80 k€ ;\n- legs : 41 k€.';
  expect(told(`Financement, soit 246 k€ au total :\n\n${list}`)).toEqual(['holds sum 246 k€']);
  expect(told(`Financement, soit 266 k€ au total :\n\n${list}`)).toEqual(['fails sum 266 k€']);
});

test('a figure of the ledger is checked there, not twice', () => {
  expect(told('Sur 500 agents, 113 sont partis, soit [50 %](figure:part).')).toEqual([]);
});

test('time grows with the text, not faster', () => {
  const source = 'Sur 500 agents, 113 sont partis, soit 22,6 %. Le prix passe de 10 € à 15 €. '.repeat(20);
  const time = (text: string): number => {
    const start = performance.now();
    claimsOf(text);
    return performance.now() - start;
  };
  time(source);
  const [once, often] = [time(source), time(source.repeat(10))];
  expect(often).toBeLessThan(Math.max(once, 20) * 40);
});

test('what one of so many comes to is told in words', () => {
  const [claim] = claimsOf('Sur 1 250 agents, 310 sont contractuels, soit un agent sur trois.');
  expect(claim?.verdict).toBe('fails');
  expect(claim?.calculation.fr).toMatch(/≈ un sur\u00a04,03$/u);
  expect(claim?.calculation.en).toMatch(/≈ one in\u00a04\.03$/u);
});
