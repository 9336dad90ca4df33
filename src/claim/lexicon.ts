import type { Language } from '../core/localized.ts';

/** Number words that begin a number of their own; "un" and "une" are articles more often. */
export const numberWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: words(
    `deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante
    cinquante soixante septante nonante cent mille`,
  ),
  en: words(
    `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety`,
  ),
};

/** Round collective numbers: "une centaine", "a dozen". */
export const dozens: ReadonlyMap<string, number> = new Map([
  ['dizaine', 10],
  ['douzaine', 12],
  ['quinzaine', 15],
  ['vingtaine', 20],
  ['trentaine', 30],
  ['quarantaine', 40],
  ['cinquantaine', 50],
  ['soixantaine', 60],
  ['centaine', 100],
  ['millier', 1000],
  ['dozen', 12],
]);

/** What a part of a whole is called: its denominator. */
export const partNames: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  fr: new Map([
    ['tiers', 3],
    ['quart', 4],
    ['quarts', 4],
    ...ordinals(
      'cinquième sixième septième huitième neuvième dixième onzième douzième quinzième vingtième centième',
      [5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 100],
    ),
  ]),
  en: new Map([
    ['half', 2],
    ['halves', 2],
    ['third', 3],
    ['thirds', 3],
    ['quarter', 4],
    ['quarters', 4],
    ...ordinals(
      'fourth fifth sixth seventh eighth ninth tenth twelfth twentieth',
      [4, 5, 6, 7, 8, 9, 10, 12, 20],
    ),
  ]),
};

function ordinals(names: string, values: readonly number[]): [string, number][] {
  return names.split(' ').flatMap((name, index): [string, number][] => {
    const value = values[index] ?? 1;
    return [
      [name, value],
      [`${name}s`, value],
    ];
  });
}

/** Stems of verbs and participles that multiply: "doublé", "triplement", "quadrupled". */
export const multiplyingStems: readonly (readonly [string, number])[] = [
  ['doubl', 2],
  ['tripl', 3],
  ['trebl', 3],
  ['quadrupl', 4],
  ['quintupl', 5],
  ['sextupl', 6],
  ['septupl', 7],
  ['octupl', 8],
  ['décupl', 10],
  ['centupl', 100],
];

export const multiplyingEndings = words(
  `é ée és ées er a èrent ent ait aient era eront ement ant e ed ing es`,
);

/** Units of time and their length in days; months and years by convention. */
export const timeUnits: ReadonlyMap<string, string> = new Map(
  Object.entries({
    second: 'second',
    seconde: 'second',
    minute: 'minute',
    min: 'minute',
    heure: 'hour',
    hour: 'hour',
    h: 'hour',
    jour: 'day',
    journée: 'day',
    day: 'day',
    semaine: 'week',
    week: 'week',
    mois: 'month',
    month: 'month',
    mensuel: 'month',
    trimestre: 'quarter',
    quarter: 'quarter',
    semestre: 'half-year',
    an: 'year',
    année: 'year',
    year: 'year',
    annum: 'year',
    annuel: 'year',
    siècle: 'century',
    century: 'century',
    décennie: 'decade',
    decade: 'decade',
  }),
);

/** Physical units, by family, with their size in the family's base. */
export const measures: ReadonlyMap<string, readonly [family: string, size: string]> = new Map(
  Object.entries({
    mm: ['length', '0.001'],
    cm: ['length', '0.01'],
    centimètre: ['length', '0.01'],
    centimetre: ['length', '0.01'],
    millimètre: ['length', '0.001'],
    millimetre: ['length', '0.001'],
    m: ['length', '1'],
    mètre: ['length', '1'],
    metre: ['length', '1'],
    km: ['length', '1000'],
    kilomètre: ['length', '1000'],
    kilometre: ['length', '1000'],
    mile: ['length', '1609.344'],
    'nautical mile': ['length', '1852'],
    yard: ['length', '0.9144'],
    feet: ['length', '0.3048'],
    foot: ['length', '0.3048'],
    ft: ['length', '0.3048'],
    inch: ['length', '0.0254'],
    inche: ['length', '0.0254'],
    fathom: ['length', '1.8288'],
    'square foot': ['area', '0.09290304'],
    'square mile': ['area', '2589988.110336'],
    'm²': ['area', '1'],
    m2: ['area', '1'],
    ha: ['area', '10000'],
    hectare: ['area', '10000'],
    acre: ['area', '4046.8564'],
    'km²': ['area', '1000000'],
    km2: ['area', '1000000'],
    are: ['area', '100'],
    mg: ['mass', '0.000001'],
    milligramme: ['mass', '0.000001'],
    milligram: ['mass', '0.000001'],
    g: ['mass', '0.001'],
    gramme: ['mass', '0.001'],
    lb: ['mass', '0.45359237'],
    kg: ['mass', '1'],
    kilo: ['mass', '1'],
    kilogramme: ['mass', '1'],
    t: ['mass', '1000'],
    tonne: ['mass', '1000'],
    quintal: ['mass', '100'],
    ml: ['volume', '0.000001'],
    cl: ['volume', '0.00001'],
    millilitre: ['volume', '0.000001'],
    centilitre: ['volume', '0.00001'],
    l: ['volume', '0.001'],
    litre: ['volume', '0.001'],
    gallon: ['volume', '0.00454609'],
    pint: ['volume', '0.00056826125'],
    stère: ['volume', '1'],
    'm³': ['volume', '1'],
    m3: ['volume', '1'],
    'hm³': ['volume', '1000000'],
    hm3: ['volume', '1000000'],
    hl: ['volume', '0.1'],
    megalitre: ['volume', '1000'],
    hectolitre: ['volume', '0.1'],
    wh: ['energy', '1'],
    kwh: ['energy', '1000'],
    mwh: ['energy', '1000000'],
    gwh: ['energy', '1000000000'],
    twh: ['energy', '1000000000000'],
    watt: ['power', '1'],
    kilowatt: ['power', '1000'],
    mégawatt: ['power', '1000000'],
    megawatt: ['power', '1000000'],
    gigawatt: ['power', '1000000000'],
    kw: ['power', '1000'],
    mw: ['power', '1000000'],
    gw: ['power', '1000000000'],
    mo: ['data', '1000000'],
    go: ['data', '1000000000'],
    to: ['data', '1000000000000'],
    'kilomètre carré': ['area', '1000000'],
    'mètre carré': ['area', '1'],
    'mètre cube': ['volume', '1'],
    wattheure: ['energy', '1'],
    kilowattheure: ['energy', '1000'],
    mégawattheure: ['energy', '1000000'],
    gigawattheure: ['energy', '1000000000'],
    térawattheure: ['energy', '1000000000000'],
    mégaoctet: ['data', '1000000'],
    gigaoctet: ['data', '1000000000'],
    téraoctet: ['data', '1000000000000'],
    megabyte: ['data', '1000000'],
    gigabyte: ['data', '1000000000'],
    terabyte: ['data', '1000000000000'],
    'kilowatt-hour': ['energy', '1000'],
    'megawatt-hour': ['energy', '1000000'],
    gram: ['mass', '0.001'],
    kilogram: ['mass', '1'],
  } as const),
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
