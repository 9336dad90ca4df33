import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../src/read/front-matter.ts';

/** Problems as `rule line:column-column`. */
function problemsOf(text: string): string[] {
  return readFrontMatter(text).problems.map(
    ({ rule, place }) => `${rule} ${place?.line}:${place?.column}-${place?.endColumn}`,
  );
}

describe('engines', () => {
  test.each([
    'js',
    'javascript',
    'JS',
    ' js',
    'json',
    'coffee',
    'cson',
    'toml',
    'constructor',
    '__proto__',
    'toString',
  ])('---%s is refused and never run', (name) => {
    const text = `---${name}\n(globalThis.nspWasRun = true, { title: 'x' })\n---\nTexte\n`;
    for (const attempt of [1, 2]) {
      const { frontMatter, problems } = readFrontMatter(text);
      expect([attempt, frontMatter, problems.map(({ rule }) => rule)]).toEqual([
        attempt,
        undefined,
        ['front-matter/engine'],
      ]);
    }
    expect(problemsOf(text)).toEqual([`front-matter/engine 1:1-${name.length + 4}`]);
    expect(globalThis).not.toHaveProperty('nspWasRun');
  });

  test.each(['+++\ntitle = "x"\n+++\n', ';;;\n{}\n;;;\n'])('%j', (text) => {
    expect(problemsOf(text)).toEqual(['front-matter/engine 1:1-4']);
  });

  test.each(['---\n', '--- \n', '---yaml\n', '--- yml\n', '---YAML\n'])('%j is YAML', (fence) => {
    const { frontMatter, problems } = readFrontMatter(`${fence}title: x\n---\n`);
    expect([frontMatter?.fields.title, problems]).toEqual(['x', []]);
  });
});

describe('fences', () => {
  test.each([
    ['', 'front-matter/missing 1:1-1'],
    ['Un texte.\n', 'front-matter/missing 1:1-1'],
    ['----\ntitle: x\n', 'front-matter/missing 1:1-1'],
    ['---\n---\n', 'front-matter/missing 1:1-4'],
    ['---\nlang: fr\n---\n', 'front-matter/missing 1:1-4'],
    ['---\ntitle:\n---\n', 'front-matter/missing 2:1-6'],
    ['---', 'front-matter/syntax 1:1-4'],
    ['---\ntitle: x\n', 'front-matter/syntax 1:1-4'],
    ['---\ntitle: x\n...suite\nTexte\n', 'front-matter/syntax 1:1-4'],
    ['\n\n---\ntitle: x\n---\n', 'front-matter/syntax 3:1-4'],
    ['  ---\ntitle: x\n---\n', 'front-matter/syntax 1:3-6'],
    ['---\ntitle: x\n----\nTexte\n', 'front-matter/syntax 3:1-5'],
    ['---\ntitle: x\n---fin\nTexte\n', 'front-matter/syntax 3:1-7'],
    ['--- title: x\n---\n', 'front-matter/syntax 1:1-13'],
    ['---\ntitle: x\n- a\n---\n', 'front-matter/syntax 3:1-2'],
  ])('%j', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test('a second --- is a thematic break', () => {
    const { frontMatter, problems } = readFrontMatter('---\ntitle: x\n---\nUn\n\n---\n\nDeux\n');
    expect(problems).toEqual([]);
    expect(frontMatter?.body).toBe('   \n        \n   \nUn\n\n---\n\nDeux\n');
  });

  test.each(['...', '... ', '...\r'])('YAML may end with %j', (end) => {
    const { frontMatter, problems } = readFrontMatter(`---\ntitle: x\nlang: en\n${end}\nUn\n\n---\n\n...\n`);
    expect(problems).toEqual([]);
    expect(frontMatter?.fields).toMatchObject({ title: 'x', lang: 'en' });
    expect(frontMatter?.body.split('\n').slice(3)).toEqual([
      ' '.repeat(end.length),
      'Un',
      '',
      '---',
      '',
      '...',
      '',
    ]);
  });

  test('only a front-matter', () => {
    expect(readFrontMatter('---\ntitle: x\n---').frontMatter?.body.trim()).toBe('');
  });

  test('carriage returns', () => {
    const { frontMatter, problems } = readFrontMatter('---\r\ntitle: x\r\nlang: fr\r\n---\r\nTexte\r\n');
    expect(problems).toEqual([]);
    expect(frontMatter?.fields).toMatchObject({ title: 'x', lang: 'fr' });
  });

  test('a front-matter without end does not run wild', () => {
    for (const filling of ['\n', ' \n', 'a: b\n', '#\n', '# x\n \n']) {
      readFrontMatter(`---\n${filling.repeat(100_000)}---\n`);
      readFrontMatter(`---\n${filling.repeat(30_000)}`);
    }
  });
});

describe('what French authors type', () => {
  test.each([
    ['---\ntitle: Bilan : le texte\n---\n', 'front-matter/syntax 2:8-24', 'title: "Bilan : le texte"'],
    ['---\nlang: fr\ntitle: « A : b »\n---\n', 'front-matter/syntax 3:8-17', 'title: "« A : b »"'],
    ["---\ntitle: L'État #1\n---\n", 'front-matter/comment-in-value 2:15-17', `title: "L'État #1"`],
    ['---\ntitle: L’État # suite\n---\n', 'front-matter/comment-in-value 2:15-22', 'title: "L’État # suite"'],
    ['---\ntitle: x\nkeywords:\n  - n #1\n---\n', 'front-matter/comment-in-value 4:7-9', '  - "n #1"'],
    ['---\ntitle:valeur\n---\n', 'front-matter/syntax 2:1-13', 'title: valeur'],
    ['---\ntitle: "x\n---\n', 'front-matter/syntax 2:8-10', 'title: "x"'],
    [
      '---\ntitle: x\nfigures:\n\ta: { value: "1" }\n---\n',
      'front-matter/syntax 4:1-2',
      '  a: { value: "1" }',
    ],
    ['---\ntitle: x\ntitle: y\n---\n', 'front-matter/syntax 3:1-6', undefined],
    ['---\ntitle: x\nsoustitre: y\n---\n', 'front-matter/unknown-key 3:1-10', 'subtitle'],
    ['---\ntitle: x\nkind: tribunne\n---\n', 'front-matter/value 3:7-15', 'tribune'],
    ['---\ntitle: x\ndate: 30 avril 2021\n---\n', 'front-matter/value 3:7-20', '2021-04-30'],
    ['---\ntitle: x\nkeywords: 3\n---\n', 'front-matter/type 3:11-12', '"3"'],
  ])('%j', (text, problem, expected) => {
    expect(problemsOf(text)).toEqual([problem]);
    expect(readFrontMatter(text).problems[0]?.expected).toBe(expected);
  });

  test.each(['status: draft # à relire', 'date: 2021-04-30 # jour de parution', 'subtitle: # à écrire'])(
    'a comment is no mistake: %s',
    (line) => {
      expect(problemsOf(`---\ntitle: x\n${line}\n---\n`)).toEqual([]);
    },
  );

  test('what is wrong is left out, the rest is kept', () => {
    const { frontMatter } = readFrontMatter(
      '---\ntitle: [x]\nlang: de\nsubtitle: S : s\nauthors: [julie, { name: [x] }]\nfigures:\n  a: { value: "1", label: [x] }\n  "b c": { value: "2" }\nrules: { a: off, b: x }\n---\n',
    );
    expect(frontMatter?.fields).toMatchObject({
      subtitle: 'S : s',
      authors: ['julie'],
      figures: { a: { value: '1' } },
      rules: { a: 'off' },
    });
    expect(frontMatter?.fields.lang).toBeUndefined();
    expect(Object.keys(frontMatter?.fields.figures ?? {})).toEqual(['a']);
  });
});

test.each([
  ['authors: [{ name: Noé Lebris, public: false, role: a : b }]', 'front-matter/syntax'],
  ['authors:\n  - name: Noé : Lebris\n    public: false', 'front-matter/syntax'],
  ['authors:\n  - name: "Noé Lebris', 'front-matter/syntax'],
  ['authors: @Noé Lebris', 'front-matter/syntax'],
  ['authors:\n  - name: Noé #Lebris', 'front-matter/comment-in-value'],
  ['authors: [{ name: [Noé Lebris] }]', 'front-matter/type'],
  ['authors: { name: Noé Lebris }', 'front-matter/type'],
  ['authors: [{ name: x, public: Lebris }]', 'front-matter/type'],
  ['signatories: [{ Noé Lebris: x }]', 'front-matter/unknown-key'],
])('what is typed of a person is never repeated: %j', (lines, rule) => {
  const { problems } = readFrontMatter(`---\ntitle: x\n${lines}\n---\n`);
  expect(problems.map((problem) => problem.rule)).toContain(rule);
  expect(JSON.stringify(problems)).not.toMatch(/Lebris/u);
});

describe('any text', () => {
  const lines = fc.constantFrom(
    ...[
      '---',
      '----',
      '---js',
      '--- ',
      '...',
      '+++',
      '',
      ' ',
      'title: x',
      'title: a : b',
      'title: "x',
      "title: 'x",
      'lang: fr',
      'lang:fr',
      '\tkind: note',
    ],
    ...[
      'figures:',
      '  a: { value: 1,5 }',
      '  - x',
      'authors: [a, { name: b }]',
      'keywords: [',
      '# x',
      '&a b',
      '*a',
      '{',
      '}: {',
      '? a',
      '!!js/function x',
      '\u0000',
      '\ufeff---',
    ],
  );

  test('never throws; lines of the body stay where they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(lines, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 14 }),
        (parts) => {
          const text = parts.join('\n');
          const { frontMatter, problems } = readFrontMatter(text);
          if (frontMatter === undefined) expect(problems).not.toEqual([]);
          else expect(frontMatter.body).toHaveLength(text.length);
          for (const { place, message } of problems) {
            expect(place?.line).toBeLessThanOrEqual(text.split('\n').length);
            expect(message.fr).not.toBe('');
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
