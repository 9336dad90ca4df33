import { describe, expect, test } from 'vitest';
import { told } from '../told.ts';

describe('changes and shares in French', () => {
  test.each([
    [
      'Le syndicat intercommunal traitait 8 200 tonnes de verre ; il en traite désormais 9 840, une progression de 30 %.',
      'fails growth 30 %',
    ],
    [
      'Le syndicat intercommunal traitait 8 200 tonnes de verre ; il en traite désormais 9 840, une progression de 20 %.',
      'holds growth 20 %',
    ],
    [
      "La halte-garderie accueillait 64 enfants, la nouvelle crèche en reçoit 80 : c'est 45 % de plus.",
      'fails growth 45 %',
    ],
    [
      "La halte-garderie accueillait 64 enfants, la nouvelle crèche en reçoit 80 : c'est 25 % de plus.",
      'holds growth 25 %',
    ],
    [
      "Le devis prévoyait 640 000 € ; la facture finale s'est établie à 800 000 €, soit un surcoût de 160 000 € ou 12 %.",
      'fails growth 12 %',
    ],
    ['Sur 350 lettres envoyées, 140 sont restées sans réponse, soit 34 %.', 'fails share 34 %'],
    ['Sur 350 lettres envoyées, 140 sont restées sans réponse, soit 40 %.', 'holds share 40 %'],
    [
      "L'établissement emploie 900 personnes : 270 vacataires, soit 30 %, et 180 apprentis, soit 28 %.",
      'fails share 28 %',
    ],
    [
      "L'établissement emploie 900 personnes : 270 vacataires, soit 30 %, et 180 apprentis, soit 20 %.",
      'holds share 20 %',
    ],
    ["La masse salariale pèse 22 % du budget de l'office, c'est-à-dire 9 M€ sur 30 M€.", 'fails share 22 %'],
    ["La masse salariale pèse 30 % du budget de l'office, c'est-à-dire 9 M€ sur 30 M€.", 'holds share 30 %'],
    ['Le jury a retenu 24 dossiers sur 120, un tiers.', 'fails fraction un tiers'],
    ['Le jury a retenu 24 dossiers sur 120, un cinquième.', 'holds fraction un cinquième'],
    ['Un tiers des ponts sont fissurés : 18 sur 90.', 'fails fraction Un tiers'],
    ['Un cinquième des ponts sont fissurés : 18 sur 90.', 'holds fraction Un cinquième'],
    ['Le chômage des jeunes a reculé de 4 %, de 24 % à 20 % de la population active.', 'fails points 4 %'],
    [
      'Le chômage des jeunes a reculé de 4 points, de 24 % à 20 % de la population active.',
      'holds points 4 points',
    ],
    [
      "Le taux de réussite est de 88 % dans le privé et de 79 % dans le public, soit 12 points d'écart.",
      'fails points 12 points',
    ],
    [
      "Le taux de réussite est de 88 % dans le privé et de 79 % dans le public, soit 9 points d'écart.",
      'holds points 9 points',
    ],
    ['Le nombre de plaintes a triplé en cinq ans, passant de 210 à 420.', 'fails multiple a triplé'],
    ['Le nombre de plaintes a doublé en cinq ans, passant de 210 à 420.', 'holds multiple a doublé'],
    [
      "On compte cinq fois plus d'élèves (3 600) que de places de cantine (1 200).",
      'fails multiple cinq fois plus',
    ],
    [
      "On compte trois fois plus d'élèves (3 600) que de places de cantine (1 200).",
      'holds multiple trois fois plus',
    ],
    [
      "La facture d'eau est passée de 150 à 300 euros ; elle est quatre fois plus lourde.",
      'fails multiple quatre fois plus',
    ],
    [
      "La facture d'eau est passée de 150 à 300 euros ; elle est deux fois plus lourde.",
      'holds multiple deux fois plus',
    ],
    [
      'La commune comptait 2 430 habitants en 2010 et 2 310 en 2020, soit 150 de moins.',
      'fails difference 150',
    ],
    [
      'La commune comptait 2 430 habitants en 2010 et 2 310 en 2020, soit 120 de moins.',
      'holds difference 120',
    ],
    [
      "Les recettes s'élèvent à 12,6 M€ et les dépenses à 14,8 M€ : le déficit atteint 2,4 M€.",
      'fails difference 2,4 M€',
    ],
    [
      "Les recettes s'élèvent à 12,6 M€ et les dépenses à 14,8 M€ : le déficit atteint 2,2 M€.",
      'holds difference 2,2 M€',
    ],
    [
      "L'accueil ouvrait 39 heures par semaine ; il n'ouvre plus que 27 heures, 14 heures de moins.",
      'fails difference 14 heures',
    ],
    [
      "L'agence comptait 60 conseillers, elle n'en compte plus que 36 : 50 % ont disparu.",
      'fails growth 50 %',
    ],
    [
      "L'agence comptait 60 conseillers, elle n'en compte plus que 36 : 40 % ont disparu.",
      'holds growth 40 %',
    ],
    [
      "Le préfet a instruit 310 demandes et en a accordé 275, rejetant 25 d'entre elles.",
      'fails difference 25',
    ],
    [
      'La bibliothèque a prêté 48 000 documents, dont 21 600 livres pour enfants, ce qui représente 55 % du total.',
      'fails share 55 %',
    ],
    [
      'La bibliothèque a prêté 48 000 documents, dont 21 600 livres pour enfants, ce qui représente 45 % du total.',
      'holds share 45 %',
    ],
    [
      'Les dons ont rapporté 1,2 M€ et les subventions 4,8 M€ : les dons forment donc 20 % des ressources.',
      'holds share 20 %',
    ],
    [
      "L'hôpital a 25 000 séjours par an. Les séjours d'un jour, 7 500, en représentent 30 %.",
      'holds share 30 %',
    ],
    ["Effectifs de l'inspection du travail : 2 250 en 2012, 1 800 en 2022 (-18 %).", 'fails growth -18 %'],
    ["Effectifs de l'inspection du travail : 2 250 en 2012, 1 800 en 2022 (-20 %).", 'holds growth -20 %'],
    ["Le coût du chauffage a augmenté d'un tiers, de 24 000 à 36 000 euros.", "fails growth d'un tiers"],
    ['Le coût du chauffage a augmenté de moitié, de 24 000 à 36 000 euros.', 'holds growth de moitié'],
    ['La TVA réduite est passée de 5,5 % à 8 %, soit une hausse de 2,5 %.', 'fails points 2,5 %'],
    ['La TVA réduite est passée de 5,5 % à 8 %, soit une hausse de 2,5 points.', 'holds points 2,5 points'],
  ])('%s', (source, claim) => {
    expect(told(source, 'fr')).toContain(claim);
  });
});

describe('changes and shares in English', () => {
  test.each([
    ['The depot ran 120 buses before the contract; it runs 90 today, a cut of 35%.', 'fails growth 35%'],
    ['The depot ran 120 buses before the contract; it runs 90 today, a cut of 25%.', 'holds growth 25%'],
    [
      'The clinic cost £4.2m rather than the £3.5m announced, an overrun of £0.7m, or 20%.',
      'holds growth 20%',
    ],
    [
      'Of the 1,200 pupils tested, 480 failed in maths, which is 40%, and 300 failed in reading, that is 45%.',
      'fails share 45%',
    ],
    [
      'Of the 1,200 pupils tested, 480 failed in maths, which is 40%, and 300 failed in reading, that is 25%.',
      'holds share 25%',
    ],
    ['The charity raised £840,000, of which £504,000 came from legacies (62%).', 'fails share 62%'],
    ['The charity raised £840,000, of which £504,000 came from legacies (60%).', 'holds share 60%'],
    ['Some 45 of the 90 wards have a single nurse at night, i.e. two thirds.', 'fails fraction two thirds'],
    ['Some 45 of the 90 wards have a single nurse at night, i.e. half.', 'holds fraction half'],
    ['Turnout rose from 41% to 46%, a gain of 7 points.', 'fails points 7 points'],
    ['Turnout rose from 41% to 46%, a gain of 5 points.', 'holds points 5 points'],
    ['Labour took 38% and led by 9 points the Greens, who took 31%.', 'fails points 9 points'],
    ['Labour took 38% and led by 7 points the Greens, who took 31%.', 'holds points 7 points'],
    ['A private bed costs £900 a night, four times the £300 of a public one.', 'fails multiple four times'],
    ['A private bed costs £900 a night, three times the £300 of a public one.', 'holds multiple three times'],
    ['The backlog went from 1,500 cases to 3,100; it has trebled.', 'fails multiple has trebled'],
    ['The union balloted 480 drivers and 405 voted, leaving 65 who did not.', 'fails difference 65'],
    ['The union balloted 480 drivers and 405 voted, leaving 75 who did not.', 'holds difference 75'],
    ['Income came to £7.1m and spending to £8.6m. The shortfall is £1.9m.', 'fails difference £1.9m'],
    ['Income came to £7.1m and spending to £8.6m. The shortfall is £1.5m.', 'holds difference £1.5m'],
    ['Rents averaged £620 in 2015 and £775 in 2023, 40 per cent more.', 'fails growth 40 per cent'],
    ['Rents averaged £620 in 2015 and £775 in 2023, 25 per cent more.', 'holds growth 25 per cent'],
    ['There were 260 complaints; 91 were upheld, just 15%.', 'fails share 15%'],
    ['There were 260 complaints; 91 were upheld, just 35%.', 'holds share 35%'],
    ['Out of 66 libraries in the county, 22 have closed: a quarter.', 'fails fraction a quarter'],
    ['Out of 66 libraries in the county, 22 have closed: a third.', 'holds fraction a third'],
    [
      'Last year the call centre answered 50,000 calls. This year it answered 60,000, an increase of 15%.',
      'fails growth 15%',
    ],
    [
      'Last year the call centre answered 50,000 calls. This year it answered 60,000, an increase of 20%.',
      'holds growth 20%',
    ],
    ['The number of night trains has halved, from 60 to 20.', 'fails multiple halved'],
    [
      'The new bridge cost €46 million, more than twice the €28 million budgeted.',
      'fails multiple more than twice',
    ],
    ['Germany built 9,300 homes and Austria 8,000, a difference of 1,100.', 'fails difference 1,100'],
    ['Germany built 9,300 homes and Austria 8,000, a difference of 1,300.', 'holds difference 1,300'],
    [
      'The share of women among directors went up by 3 per cent, from 29 per cent to 32 per cent.',
      'fails points 3 per cent',
    ],
  ])('%s', (source, claim) => {
    expect(told(source, 'en')).toContain(claim);
  });
});

test.each([
  ['Prenez 3 œufs et 50 cl de lait. On peut doubler les quantités pour 6 personnes.', 'fr'],
  ['Elle est versée en 2 fois à un foyer de 3 personnes, 60 % à la signature et 40 % après.', 'fr'],
  ['Elle a reporté deux fois la réunion ; le nombre de jours est passé de 340 à 412.', 'fr'],
  ['No contract should be extended more than twice within 30 days of week 6.', 'en'],
  ['Some 62% had trouble hiring and 9% planned layoffs. The margin of error is 3 points.', 'en'],
] as const)('nothing is found wrong in: %s', (source, lang) => {
  expect(told(source, lang).filter((claim) => claim.startsWith('fails'))).toEqual([]);
});
