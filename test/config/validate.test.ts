import { describe, expect, test } from 'vitest';
import { frontMatterSchema } from '../../src/config/front-matter-schema.ts';
import { validate } from '../../src/config/validate.ts';
import { parseYaml } from '../../src/config/yaml.ts';

/** Faults of a front-matter as `kind path line:column-column`. */
function faultsOf(text: string): string[] {
  const yaml = parseYaml(text);
  return validate(frontMatterSchema, yaml.value, yaml).faults.map(({ kind, path, problem: { place } }) =>
    [kind, path.join('.'), `${place?.line}:${place?.column}-${place?.endColumn}`].join(' '),
  );
}

const problemOf = (text: string) => {
  const yaml = parseYaml(text);
  return validate(frontMatterSchema, yaml.value, yaml).faults[0]?.problem;
};

describe('types, with their place', () => {
  test.each([
    ['title: [a, b]', 'type title 1:8-14'],
    ['title: 42', 'type title 1:8-10'],
    ['title: true', 'type title 1:8-12'],
    ['title: x\nkeywords: 3', 'type keywords 2:11-12'],
    ['title: x\nkeywords: [a, b: c]', 'type keywords.1 2:15-19'],
    ['title: x\nkeywords:\n  - a\n  - [b]', 'type keywords.1 4:5-8'],
    ['title: x\nauthors: 3', 'type authors 2:10-11'],
    ['title: x\nauthors: { a: b }', 'type authors 2:10-18'],
    ['title: x\nauthors:\n  - name: [a]', 'type authors.0.name 3:11-14'],
    ['title: x\nauthors:\n  - { name: A, public: oui }', 'type authors.0.public 3:24-27'],
    ['title: x\nformats: 3', 'type formats 2:10-11'],
    ['title: x\nfigures: [a]', 'type figures 2:10-13'],
    ['title: x\nfigures:\n  a: { value: [1] }', 'type figures.a.value 3:15-18'],
    ['title: x\nfigures:\n  a: 12', 'type figures.a 3:6-8'],
    ['title: x\nrules: [a]', 'type rules 2:8-11'],
    ['title: x\nauthors: [[a]]', 'type authors.0 2:11-14'],
    ['- a', 'type  1:1-4'],
  ])('%j', (text, expected) => {
    expect(faultsOf(text)).toEqual([expected]);
  });
});

describe('values, with their place', () => {
  test.each([
    ['title: ""', 'value title 1:8-10'],
    ['title: x\nkind: tribunne', 'value kind 2:7-15'],
    ['title: x\nlang: de', 'value lang 2:7-9'],
    ['title: x\nstatus: publié', 'value status 2:9-15'],
    ['title: x\nformats: [pdf, word]', 'value formats.1 2:16-20'],
    ['title: x\nformats: pdf, word', 'value formats.1 2:10-19'],
    ['title: x\ndate: 2021-02-29', 'value date 2:7-17'],
    ['title: x\ndate: 30/04/2021', 'value date 2:7-17'],
    ['title: x\nembargo: 2026-05-04T06:00', 'value embargo 2:10-26'],
    ['title: x\nembargo: 2026-05-04T25:00Z', 'value embargo 2:10-27'],
    ['title: x\nslug: ../x', 'value slug 2:7-11'],
    ['title: x\nslug: a/b', 'value slug 2:7-10'],
    ['title: x\nslug: .', 'value slug 2:7-8'],
    ['title: x\nslug: ""', 'value slug 2:7-9'],
    ['title: x\nslug: Été', 'value slug 2:7-10'],
    ['title: x\nslug: -x', 'value slug 2:7-9'],
    ['title: x\ntemplate: ../../etc', 'value template 2:11-20'],
    ['title: x\nrules:\n  a/b: fatal', 'value rules.a/b 3:8-13'],
    ['title: x\nfigures:\n  "a b": { value: "1" }', 'value figures.a b 3:3-8'],
    ['title: x\nfigures:\n  a_b: { value: "1" }', 'value figures.a_b 3:3-6'],
  ])('%j', (text, expected) => {
    expect(faultsOf(text)).toEqual([expected]);
  });
});

describe('keys, with their place', () => {
  test.each([
    ['title: x\nsoustitre: y', 'unknown-key soustitre 2:1-10', 'subtitle'],
    ['title: x\nauteurs: [a]', 'unknown-key auteurs 2:1-8', 'authors'],
    ['title: x\nsumary: y', 'unknown-key sumary 2:1-7', 'summary'],
    ['title: x\nRésumé: y', 'unknown-key Résumé 2:1-7', 'summary'],
    ['title: x\nauthors: [{ nom: a }]', 'unknown-key authors.0.nom 2:13-16', 'name'],
    ['title: x\nfigures:\n  a: { formule: b }', 'unknown-key figures.a.formule 3:8-15', 'formula'],
    ['title: x\nconstructor: y', 'unknown-key constructor 2:1-12', undefined],
    ['title: x\n__proto__: y', 'unknown-key __proto__ 2:1-10', undefined],
  ])('%j', (text, expected, meant) => {
    expect(faultsOf(text)).toEqual([expected]);
    expect(problemOf(text)?.expected).toBe(meant);
  });

  test('what is missing', () => {
    expect(faultsOf('lang: fr')).toEqual(['missing title 1:1-9']);
    expect(faultsOf('title:\nlang: fr')).toEqual(['missing title 1:1-6']);
  });

  test('a mistyped name and the key that it leaves missing are one fault', () => {
    expect(faultsOf('titre: x\nfoo: 1')).toEqual(['unknown-key foo 2:1-4', 'missing title 1:1-6']);
    expect(faultsOf('title\u00a0: x')).toEqual(['missing title 1:1-7']);
    expect(faultsOf('title: y\ntitre: x')).toEqual(['unknown-key titre 2:1-6']);
  });

  test('a number that would be no better as a text is refused as that text', () => {
    expect(faultsOf('title: x\ndate: 2025')).toEqual(['value date 2:7-11']);
    expect(faultsOf('title: 42')).toEqual(['type title 1:8-10']);
  });

  test('a document is made in one format at least', () => {
    expect(faultsOf('title: x\nformats: []')).toEqual(['value formats 2:10-12']);
  });
});

describe('what should stand there', () => {
  test.each([
    ['title: 42', '"42"'],
    ['title: x\nkeywords: [a, b: c]', '"b: c"'],
    ['title: x\nauthors: [{ name: A, public: oui }]', 'true'],
    ['title: x\nkind: tribunne', 'tribune'],
    ['title: x\nstatus: brouillon', 'draft'],
    ['title: x\nslug: Été à la mer', 'ete-a-la-mer'],
    ['title: x\ndate: 30/04/2021', '2021-04-30'],
    ['title: x\ndate: 1er août 2021', '2021-08-01'],
    ['title: x\nembargo: 2026-05-04 06:00', '2026-05-04T06:00+02:00'],
    ['title: x\nembargo: 2026-01-04T6h00', '2026-01-04T06:00+01:00'],
    ['title: x\ndate: bientôt', undefined],
  ])('%j', (text, expected) => {
    expect(problemOf(text)?.expected).toBe(expected);
  });
});

describe('what is accepted', () => {
  test('the whole of the contract', () => {
    const yaml = parseYaml(
      [
        'title: Le titre',
        'subtitle: Le sous-titre',
        'summary: |\n  Un résumé\n  en deux lignes',
        'keywords: [santé, 2021]',
        'lang: fr',
        'kind: communique',
        'slug: 2021',
        'date: 2021-04-30',
        'version: 1.10',
        'status: embargo',
        'embargo: 2021-05-04T06:00:00+02:00',
        'authors:\n  - julie\n  - { name: A B, role: r, organisation: o, public: true }',
        'signatories: data/signataires.csv',
        'bibliography: [refs.bib, autres.json]',
        'csl: nsp-note',
        'figures:\n  a: { value: 160 Md€, label: l, source: "@x, p. 3", as-of: 2021 }\n  b: { formula: a / 2, unit: "%", stated: "0,01 %" }',
        'outlet: journal',
        'formats: pdf, html',
        'license: CC BY-SA 4.0',
        'contact: presse@exemple.fr',
        'working-group: Santé',
        'template: nsp',
        'rules: { typography/spaces: off }',
      ].join('\n'),
    );
    expect(yaml.problems).toEqual([]);
    const { output, faults } = validate(frontMatterSchema, yaml.value, yaml);
    expect(faults).toEqual([]);
    expect(output).toMatchObject({
      kind: 'press-release',
      slug: '2021',
      version: '1.10',
      keywords: ['santé', '2021'],
      formats: ['pdf', 'html'],
      figures: { a: { 'as-of': '2021' } },
      rules: { 'typography/spaces': 'off' },
    });
  });

  test('empty keys count as absent', () => {
    const yaml = parseYaml('title: x\nsubtitle:\nauthors:\nfigures:\n  a: { value: "1", label: }\n');
    expect(validate(frontMatterSchema, yaml.value, yaml)).toMatchObject({
      faults: [],
      output: { authors: [], figures: { a: { value: '1' } } },
    });
  });

  test.each([
    ['tribune', 'op-ed'],
    ['communique', 'press-release'],
    ['lettre', 'newsletter'],
  ])('the alias %s', (alias, kind) => {
    const yaml = parseYaml(`title: x\nkind: ${alias}`);
    expect(validate(frontMatterSchema, yaml.value, yaml).output?.kind).toBe(kind);
  });
});
