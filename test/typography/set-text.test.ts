import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/localized.ts';
import { plainSpaces } from '../../src/typography/plain-spaces.ts';
import { setText, setTexts } from '../../src/typography/set-text.ts';

/** ˍ stands for U+202F and ~ for U+00A0 in what is expected. */
function spaced(text: string): string {
  return text.replaceAll('ˍ', '\u202f').replaceAll('~', '\u00a0');
}

const french: readonly (readonly [string, string])[] = [
  ['Attention ! Quoi ? Oui ; non : voilà.', 'Attentionˍ! Quoiˍ? Ouiˍ; non~: voilà.'],
  ['Attention! Quoi? Oui; non: voilà.', 'Attentionˍ! Quoiˍ? Ouiˍ; non~: voilà.'],
  ['Quoi ?! Oui!!! Non…? (?) [!]', 'Quoiˍ?! Ouiˍ!!! Non…ˍ? (?) [!]'],
  ['À 10:30, ratio 1:2, mot:suite, voir : ceci', 'À 10:30, ratio 1:2, mot:suite, voir~: ceci'],
  ['Trois raisons:', 'Trois raisons~:'],
  ['"Oui", dit-il. Il a dit : "ça va ?"', '«ˍOuiˍ», dit-il. Il a dit~: «ˍça vaˍ?ˍ»'],
  ['"Il a dit "oui" hier", l\'"État"', '«ˍIl a dit “oui” hierˍ», l’«ˍÉtatˍ»'],
  ['« Il a dit "oui" » et «non»', '«ˍIl a dit “oui”ˍ» et «ˍnonˍ»'],
  ['Un écran de 15" et un “collectif”', 'Un écran de 15" et un “collectif”'],
  ["L'État, aujourd'hui, d'1 M€, les années '68", 'L’État, aujourd’hui, d’1~M€, les années ’68'],
  ['que... 0,01 % du total [...]', 'que… 0,01~% du total […]'],
  ['4 555 agents, 12 345 678 €, 2 590', '4ˍ555~agents, 12ˍ345ˍ678~€, 2ˍ590'],
  ['en 2021 300 agents', 'en 2021 300~agents'],
  ['160 Md€, 11,35 M€, 160Md€, 10%, 3 km, 20 °C', '160~Md€, 11,35~M€, 160~Md€, 10~%, 3~km, 20~°C'],
  ["160 milliards d'euros, 52 ETP", '160~milliards d’euros, 52~ETP'],
  ['le 30 avril 2021, le 1er mai à 14 h 30', 'le 30~avril 2021, le 1er~mai à~14~h~30'],
  ['de 12 à 15 ans, à 573 M€, 3,5 fois, § 4', 'de 12 à~15~ans, à~573~M€, 3,5~fois, §~4'],
  ['tome 2, Louis XIV, Mgr X, le Conseil VI', 'tome~2, Louis~XIV, Mgr~X, le Conseil~VI'],
  [
    'n° 12, n°12, p. 12, art. 3, chap. IV, art. L. 123-4',
    'n°~12, n°~12, p.~12, art.~3, chap.~IV, art.~L.~123-4',
  ],
  ['M. Dupont, Mme X, J. Dupont, J.-P. Martin', 'M.~Dupont, Mme~X, J.~Dupont, J.-P.~Martin'],
  ['au XXIe siècle, sous la Ve République', 'au XXIe~siècle, sous la Ve~République'],
  ['2018-2021, p. 3-5, 50-59 ans, 12-15 %', '2018–2021, p.~3–5, 50–59~ans, 12–15~%'],
  ['décret n° 2020-1325, n° 2019-2021, 2021-04-30', 'décret n°~2020-1325, n°~2019-2021, 2021-04-30'],
  ['mot - incise - mot, 5 - 3 = 2', 'mot – incise – mot, 5 - 3 = 2'],
  ['citoyen.ne.s, usager·e·s, agent•e•s, tou.te.s', 'citoyen·ne·s, usager·e·s, agent·e·s, tou·te·s'],
  ['chargé.e.s, chacun.e, directeur.rice.s.', 'chargé·e·s, chacun·e, directeur·rice·s.'],
  [
    'nosservicespublics.fr, p.ex. 3.5, fin.Les suites, a.e',
    'nosservicespublics.fr, p.ex. 3.5, fin.Les suites, a.e',
  ],
  [
    'https://x.fr:8080/a?b=1! et (www.x.fr/a;b), contact@x.fr : page.php?id=3',
    'https://x.fr:8080/a?b=1ˍ! et (www.x.fr/a;b), contact@x.fr~: page.php?id=3',
  ],
  ['la clé @nsp:2021 et data/enquete.csv; fin', 'la clé @nsp:2021 et data/enquete.csvˍ; fin'],
];

const english: readonly (readonly [string, string])[] = [
  [`"Hello", he said: "it's 'fine'"`, '“Hello”, he said: “it’s ‘fine’”'],
  ["the '90s, agents' rights... yes!", 'the ’90s, agents’ rights… yes!'],
  ['1990-2000, pp. 3-5, one - two -- three', '1990–2000, pp. 3–5, one – two – three'],
  ['10 % of 4 555: see https://x.org/a?b', '10 % of 4 555: see https://x.org/a?b'],
];

describe('setText', () => {
  it.each(french)('sets French: %s', (typed, expected) => {
    expect(setText(typed, 'fr')).toBe(spaced(expected));
  });

  it.each(english)('sets English: %s', (typed, expected) => {
    expect(setText(typed, 'en')).toBe(expected);
  });

  const fragments = [
    ...Array.from(`aéeLsn "'«»“”‘’().,;:!?-–—….·•%€°M12 4\n\u00a0\u202f\u2028\ufffc@/hpnIVe`),
    ...[
      'Md€',
      '1er ',
      'mai',
      'p.',
      'n°',
      '.e.s',
      '.ne',
      'http://a.b',
      'M. ',
      '...',
      ' - ',
      '--',
      'a@b.fr',
      '2018-2021',
    ],
  ];
  const typed = fc.array(fc.constantFrom(...fragments), { maxLength: 16 }).map((parts) => parts.join(''));

  it.each<Language>(['fr', 'en'])('changes nothing the second time (%s)', (lang) => {
    fc.assert(
      fc.property(typed, (text) => {
        const once = setText(text, lang);
        expect(setText(once, lang)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it.each<Language>(['fr', 'en'])('keeps every letter and digit (%s)', (lang) => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(setText(text, lang).replace(/[^\p{L}\p{N}]/gu, '')).toBe(text.replace(/[^\p{L}\p{N}]/gu, ''));
      }),
    );
  });

  it('stays linear on hostile text', () => {
    for (const part of [' ', '"', '1 234 ', 'a.', 'https://x.fr/))))', 'a@', '«" ', 'eur.rice', '?a=', 'I'])
      setText(part.repeat(20_000), 'fr');
  });
});

it('plainSpaces leaves no narrow space', () => {
  expect(plainSpaces(setText('Oui ! 4 555 « mots »', 'fr'))).toBe(spaced('Oui~! 4~555 «~mots~»'));
});

it('many texts set together are set as each is alone', () => {
  const lang = fc.constantFrom<Language>('fr', 'en');
  const part = fc.constantFrom(
    'a',
    '12',
    ' ',
    '€',
    ':',
    ';',
    '"',
    "'",
    '-',
    '...',
    '«',
    '»',
    '%',
    'n°',
    'M.',
    'B',
    '\n',
    '(',
  );
  const text = fc.oneof(
    fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), lang, (texts, language) => {
      const set = setTexts(texts, language);
      for (const one of texts) expect(set.get(one)).toBe(setText(one, language));
    }),
    { numRuns: 500 },
  );
});
