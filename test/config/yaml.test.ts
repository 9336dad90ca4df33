import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/config/yaml.ts';

const at = (line: number, column: number, endLine: number, endColumn: number) => ({
  line,
  column,
  endLine,
  endColumn,
});

describe('values', () => {
  test('dates, times and numbers stay as typed', () => {
    const { value, problems } = parseYaml(
      'd: 2021-05-01\nt: 10:30\nz: 010\nv: 1.10\nn: 12\nb: true\nr: 12_000\ne:\n',
    );
    expect(problems).toEqual([]);
    expect(value).toEqual({
      d: '2021-05-01',
      t: '10:30',
      z: '010',
      v: '1.10',
      n: 12,
      b: true,
      r: '12_000',
      e: null,
    });
  });

  test('an empty text and a text of comments are null', () => {
    expect(parseYaml('').value).toBeNull();
    expect(parseYaml('# rien\n').value).toBeNull();
  });

  test('a key named __proto__ stays a key', () => {
    const { value } = parseYaml('__proto__: 1\n');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe('places', () => {
  const yaml = parseYaml(
    'title: "É 😀 x"\nfigures:\n  part: { formula: a / b, unit: "%" }\nlist:\n  - un\n  - deux\nvide:\n',
    {
      firstLine: 2,
    },
  );

  test.each([
    [['title'], 'value', at(2, 8, 2, 16)],
    [['title'], 'key', at(2, 1, 2, 6)],
    [['figures', 'part'], 'key', at(4, 3, 4, 7)],
    [['figures', 'part', 'formula'], 'value', at(4, 20, 4, 25)],
    [['list', 1], 'value', at(7, 5, 7, 9)],
    [['vide'], 'value', at(8, 1, 8, 5)],
    [['figures', 'autre', 'unit'], 'value', at(4, 3, 5, 1)],
  ] as const)('%j %s', (path, part, place) => {
    expect(yaml.placeOf(path, part)).toEqual(place);
  });

  test('the source of a value', () => {
    expect(yaml.sourceOf(['title'])).toBe('"É 😀 x"');
    expect(yaml.sourceOf(['figures', 'part', 'formula'])).toBe('a / b');
  });
});

/** Text, cause, place of the problem, the line as it should read, the value once read. */
const mistakes = [
  [
    'title: Bilan : le texte\nlang: fr',
    'colon',
    at(1, 8, 1, 24),
    'title: "Bilan : le texte"',
    'Bilan : le texte',
  ],
  [
    'title: « Bilan : le texte »',
    'colon',
    at(1, 8, 1, 28),
    'title: "« Bilan : le texte »"',
    '« Bilan : le texte »',
  ],
  ['lang: fr\ntitle: Fin :', 'colon', at(2, 8, 2, 13), 'title: "Fin :"', 'Fin :'],
  ['title: Le "prix" : bas', 'colon', at(1, 8, 1, 23), `title: 'Le "prix" : bas'`, 'Le "prix" : bas'],
  ['title: L\'eau "pure" : x', 'colon', at(1, 8, 1, 24), `title: 'L''eau "pure" : x'`, 'L\'eau "pure" : x'],
  ['title: @nsp', 'quotes', at(1, 8, 1, 12), 'title: "@nsp"', '@nsp'],
  ['title: %a', 'quotes', at(1, 8, 1, 10), 'title: "%a"', '%a'],
  ['title: *gras*', 'quotes', at(1, 8, 1, 14), 'title: "*gras*"', '*gras*'],
  ['title: `x`', 'quotes', at(1, 8, 1, 11), 'title: "`x`"', '`x`'],
  ['title: !foo x', 'quotes', at(1, 8, 1, 14), 'title: "!foo x"', '!foo x'],
  ['title: ! Alerte', 'quotes', at(1, 8, 1, 16), 'title: "! Alerte"', '! Alerte'],
  ['title: &Cie fils', 'quotes', at(1, 8, 1, 17), 'title: "&Cie fils"', '&Cie fils'],
  ['title: [Enquête] Le sens', 'quotes', at(1, 8, 1, 25), 'title: "[Enquête] Le sens"', '[Enquête] Le sens'],
  ['title: > 100 agents', 'quotes', at(1, 8, 1, 20), 'title: "> 100 agents"', '> 100 agents'],
  ['title: - a', 'quotes', at(1, 8, 1, 11), 'title: "- a"', '- a'],
  ["title: 'L'État'", 'inner-quote', at(1, 8, 1, 16), `title: "L'État"`, "L'État"],
  [
    'title: "Les "grands" jours"',
    'inner-quote',
    at(1, 8, 1, 28),
    `title: 'Les "grands" jours'`,
    'Les "grands" jours',
  ],
  ['title: "Bilan" : x', 'inner-quote', at(1, 8, 1, 19), `title: '"Bilan" : x'`, '"Bilan" : x'],
  ['title: "a\\d"', 'inner-quote', at(1, 8, 1, 13), `title: 'a\\d'`, 'a\\d'],
  ['title: "abc\nlang: fr', 'unclosed-quote', at(1, 8, 1, 12), 'title: "abc"', 'abc'],
  ["title: 'abc\nlang: fr", 'unclosed-quote', at(1, 8, 1, 12), 'title: "abc"', 'abc'],
  ['title:valeur\nlang: fr', 'space', at(1, 1, 1, 13), 'title: valeur', 'valeur'],
  ['lang: fr\ntitle:valeur', 'space', at(2, 1, 2, 13), 'title: valeur', 'valeur'],
  ['title:valeur', 'space', at(1, 1, 1, 13), 'title: valeur', 'valeur'],
  ['lang: fr\ntitle:\u00a0valeur', 'space', at(2, 1, 2, 14), 'title: valeur', 'valeur'],
  ['lang: fr\ntitle\u202f:valeur', 'space', at(2, 1, 2, 14), 'title: valeur', 'valeur'],
  ['title: a\n lang: fr', 'indent', at(2, 1, 2, 2), 'lang: fr', 'a'],
  [' title: a\nlang: fr', 'indent', at(1, 1, 1, 2), 'title: a', 'a'],
  [
    'title: Un texte\nqui continue\nlang: fr',
    'indent',
    at(2, 1, 2, 2),
    '  qui continue',
    'Un texte qui continue',
  ],
] as const;

describe('what French authors type', () => {
  test.each(mistakes)('%j', (text, cause, place, expected, title) => {
    const { value, problems } = parseYaml(text);
    expect(problems).toMatchObject([{ cause, place, expected }]);
    expect(problems[0]?.message.fr).toContain(expected.trim());
    expect(problems[0]?.message.en).toContain(expected.trim());
    expect(value).toHaveProperty('title', title);
  });

  test('the proposed line, put in place, is read as meant', () => {
    for (const [text, , , expected, title] of mistakes) {
      const { problems } = parseYaml(text);
      const rows = text.split('\n');
      rows.splice((problems[0]?.place?.line ?? 1) - 1, 1, expected);
      expect(parse(rows.join('\n'))).toHaveProperty('title', title);
    }
  });

  test('tabs in the indentation', () => {
    const { value, problems } = parseYaml('figures:\n\tpart:\n\t\tvalue: "1"\n');
    expect(problems).toMatchObject([{ cause: 'tab', place: at(2, 1, 2, 2), expected: '  part:' }]);
    expect(value).toEqual({ figures: { part: { value: '1' } } });
  });

  test('a comma of a number between braces', () => {
    const { value, problems } = parseYaml('f:\n  a: { value: 11,35 M€, source: "@x" }\n');
    expect(problems).toMatchObject([
      { cause: 'comma', place: at(2, 15, 2, 23), expected: '  a: { value: "11,35 M€", source: "@x" }' },
    ]);
    expect(value).toEqual({ f: { a: { value: '11,35 M€', source: '@x' } } });
  });

  test('a citation between braces', () => {
    const { problems } = parseYaml('f:\n  a: { value: 160 Md€, source: @x }\n');
    expect(problems).toMatchObject([
      { cause: 'quotes', place: at(2, 32, 2, 34), expected: '  a: { value: 160 Md€, source: "@x" }' },
    ]);
  });

  test('a bracket left open', () => {
    const { value, problems } = parseYaml('keywords: [a, b\nlang: fr\n');
    expect(problems).toMatchObject([
      { cause: 'bracket', place: at(1, 11, 1, 16), expected: 'keywords: [a, b]' },
    ]);
    expect(value).toEqual({ keywords: ['a', 'b'], lang: 'fr' });
  });

  test('a value over several lines', () => {
    const { value, problems } = parseYaml('summary: Un texte\n  qui dit : voilà\nlang: fr\n');
    expect(problems).toMatchObject([{ cause: 'colon', place: at(1, 10, 1, 18) }]);
    expect(value).toEqual({ summary: 'Un texte qui dit : voilà', lang: 'fr' });
  });

  test('several mistakes are all reported, each at its place', () => {
    const { value, problems } = parseYaml('title: a : b\nlang:fr\nsummary: "oo\nversion: c: d\n');
    expect(problems.map(({ cause, place }) => [cause, place?.line, place?.column])).toEqual([
      ['colon', 1, 8],
      ['space', 2, 1],
      ['unclosed-quote', 3, 10],
      ['colon', 4, 10],
    ]);
    expect(value).toEqual({ title: 'a : b', lang: 'fr', summary: 'oo', version: 'c: d' });
  });
});

describe('values that YAML cuts', () => {
  test.each([
    ["title: L'État #1\n", at(1, 15, 1, 17), `title: "L'État #1"`],
    ['title: #MeToo\n', at(1, 8, 1, 14), 'title: "#MeToo"'],
    ['- un #2  \n', at(1, 6, 1, 8), '- "un #2"'],
  ])('%j', (text, place, expected) => {
    const { cuts, problems } = parseYaml(text);
    expect(problems).toEqual([]);
    expect(cuts).toMatchObject([{ problem: { place, expected } }]);
  });

  test.each(['# seul\ntitle: a\n', 'title: a#1\n', 'title: "a" # note\n', 'title: |\n  a #1\n'])(
    'nothing is cut in %j',
    (text) => {
      expect(parseYaml(text).cuts).toEqual([]);
    },
  );
});

describe('refused, without a crash or a hang', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
    .map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]\n`)
    .join('')}`;

  test.each([
    ['alias bomb', bomb, 'aliases'],
    ['alias inside itself', 'x: &a [*a]\n', 'aliases'],
    ['nesting', '['.repeat(20_000), 'depth'],
    ['nesting of maps', `${'{a: '.repeat(2000)}1${'}'.repeat(2000)}`, 'depth'],
    ['length', 'a'.repeat(500_001), 'size'],
    ['control character', 'title: a\u0000b', 'control'],
    ['second document', 'a: 1\n---\nb: 2\n', 'documents'],
    ['no key', 'un texte', 'keyless'],
  ])('%s', (_, text, cause) => {
    const { value, problems } = parseYaml(text);
    expect(value).toBeUndefined();
    expect(problems.map((problem) => problem.cause)).toEqual([cause]);
  });

  test.each([
    ['many keys', Array.from({ length: 15_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['many items on a line', `a: [${'x, '.repeat(30_000)}]`],
    [
      'many pairs on a line',
      `a: {${Array.from({ length: 8000 }, (_, index) => `k${index}: ! x`).join(', ')}}`,
    ],
    ['many blank lines', '\n'.repeat(100_000)],
    ['spaces', ' '.repeat(400_000)],
    ['quotes', '"'.repeat(100_000)],
    ['colons', 'a: '.repeat(50_000)],
    ['a line of 20 kB that cannot be read', `a: b: ${'c: '.repeat(6000)}\n- x`],
  ])('%s: does not run wild', (_, text) => {
    parseYaml(text);
  });

  test('a duplicate key is reported at the second one', () => {
    const { problems, value } = parseYaml('a: 1\nb: 2\na: 3\n');
    expect(problems).toMatchObject([{ cause: 'duplicate', place: at(3, 1, 3, 2), actual: 'a' }]);
    expect(value).toEqual({ a: 3, b: 2 });
  });
});

const pieces = fc.constantFrom(
  ...[
    'title',
    'a',
    'é',
    ':',
    ': ',
    ' : ',
    ' #',
    '"',
    "'",
    '\n',
    '\n  ',
    '\n- ',
    '\t',
    '[',
    ']',
    '{',
    '}',
    ',',
    '&a ',
    '*a',
    '!',
    '|',
    '>',
    '@',
    '%',
    '---',
    '\u00a0',
    '😀',
    '\\',
    '1,5',
    '\r\n',
  ],
);

describe('any text', () => {
  test('never throws, and every problem has a place inside the text', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const { problems, cuts } = parseYaml(text, { firstLine: 2 });
        const lines = text.split('\n').length;
        for (const { place, message } of [...problems, ...cuts.map(({ problem }) => problem)]) {
          expect(place?.line).toBeGreaterThanOrEqual(2);
          expect(place?.endLine).toBeLessThanOrEqual(lines + 1);
          expect(place?.column).toBeGreaterThanOrEqual(1);
          expect(message.fr).not.toBe('');
        }
      }),
      { numRuns: 600 },
    );
  });

  test('a title between the quotes that we propose is read back as typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}] ?[\p{L}\p{P} ]{0,20}$/u), (typed) => {
        const title = typed.trim();
        const { value, problems } = parseYaml(`title: ${title} : suite\n`);
        if (problems.length === 1 && problems[0]?.cause === 'colon')
          expect(value).toEqual({ title: `${title} : suite` });
      }),
      { numRuns: 300 },
    );
  });
});
