import { describe, expect, test } from 'vitest';
import { ToolError } from '../../src/core/tool-error.ts';
import { parseYaml } from '../../src/config/yaml.ts';
import { memoryFiles } from '../../src/read/memory-files.ts';
import { peopleOfDocument } from '../../src/read/people-of-document.ts';
import { readPeople } from '../../src/read/people.ts';
import { surnameOf } from '../../src/read/person.ts';

// Every person here is invented.
const registry = `
- { id: porte-parole, name: Ada Vernet, role: porte-parole, public: true }
- id: julie-k
  name: Julie Kervadec
  email: julie.kervadec@exemple.fr
  phone: "06 12 34 56 78"
  role: administratrice civile
  organisation: ministère de la santé
  public: false
  signature: Julie, administratrice civile au ministère de la santé
- { id: sans-signature, name: Paul Morvan, role: attaché, organisation: préfecture }
- { id: rien, name: Rose Tanguy, public: false }
`;

const peopleOf = (text: string) => readPeople(memoryFiles({ 'people.yaml': text }), 'people.yaml');

function errorOf(text: string | Uint8Array): ToolError {
  try {
    readPeople(memoryFiles({ 'people.yaml': text }), 'people.yaml');
  } catch (error) {
    if (error instanceof ToolError) return error;
    throw error;
  }
  throw new Error('no error');
}

describe('people.yaml', () => {
  test('what may be shown', () => {
    expect([...peopleOf(registry).byId]).toEqual([
      ['porte-parole', { display: 'Ada Vernet', role: 'porte-parole', isPrivate: false }],
      ['julie-k', { display: 'Julie, administratrice civile au ministère de la santé', isPrivate: true }],
      ['sans-signature', { display: 'attaché, préfecture', isPrivate: true }],
      ['rien', undefined],
    ]);
  });

  test('what must not', () => {
    expect(peopleOf(registry).secrets).toEqual([
      { kind: 'name', text: 'Julie Kervadec' },
      { kind: 'surname', text: 'Kervadec' },
      { kind: 'email', text: 'julie.kervadec@exemple.fr' },
      { kind: 'phone', text: '06 12 34 56 78' },
      { kind: 'id', text: 'julie-k' },
      { kind: 'name', text: 'Paul Morvan' },
      { kind: 'surname', text: 'Morvan' },
      { kind: 'id', text: 'sans-signature' },
      { kind: 'name', text: 'Rose Tanguy' },
      { kind: 'surname', text: 'Tanguy' },
      { kind: 'id', text: 'rien' },
    ]);
  });

  test('a surname that a public person bears too is no secret of its own', () => {
    const { secrets } = peopleOf(
      '- { id: a, name: Ada Vernet, public: true }\n- { id: b, name: Luc Vernet, role: r }\n',
    );
    expect(secrets.map(({ kind }) => kind)).toEqual(['name', 'id']);
  });

  test.each([
    ['', 0],
    ['# personne\n', 0],
    ['people:\n', 0],
    ['people:\n  - { id: a, role: r }\n', 1],
    ['a: { role: r }\nb: { role: s }\n', 2],
  ])('its shape %j', (text, size) => {
    expect(peopleOf(text).byId.size).toBe(size);
  });

  test('an absent file is an empty registry', () => {
    expect(readPeople(memoryFiles({}), 'people.yaml')).toEqual({ byId: new Map(), secrets: [] });
  });

  test('an absent file that nsp.yaml names is an error', () => {
    expect(() => readPeople(memoryFiles({}), 'prive/gens.yaml')).toThrow(ToolError);
  });

  test.each([
    ['- { name: Julie Kervadec }', 'people.yaml:1:3'],
    ['- { id: a, name: Julie Kervadec }\n- { id: a, name: B C }', 'people.yaml:2:9'],
    ['- { id: a, nom: Julie Kervadec }', 'people.yaml:1:12'],
    ['- { id: a, name: Julie Kervadec, public: oui }', 'people.yaml:1:42'],
    ['- { id: a, name: Julie Kervadec, email: kervadec }', 'people.yaml:1:41'],
    ['- id: a\n  name: Julie : Kervadec', 'people.yaml:2:9'],
    ['- id: a\n  name: "Julie Kervadec', 'people.yaml:2:9'],
    ['- id: a\n  Kervadec: 1\n  Kervadec: 2', 'people.yaml:3:3'],
    ['- Julie Kervadec', 'people.yaml:1:3'],
    ['Julie Kervadec', 'people.yaml:1:1'],
    ['Kervadec: 3', 'people.yaml:1:11'],
    ['- { id: a, name: Julie Kervadec, signature: Julie Kervadec }', 'people.yaml:1:45'],
    ['- { id: a, name: Julie Kervadec, signature: "J. Kervadec, attachée" }', 'people.yaml:1:45'],
    ['- { id: a, name: Julie Kervadec, role: "équipe KERVADEC" }', 'people.yaml:1:12'],
  ])('%j is refused without a word of it', (text, place) => {
    const error = errorOf(text);
    const said = [error.text.fr, error.text.en, error.hint?.fr, error.hint?.en, error.message].join(' ');
    expect(error.kind).toBe('usage');
    expect(error.text.en).toContain(place.replace(/:12$/u, ':'));
    expect(said).not.toMatch(/kervadec|julie/iu);
  });

  test('bytes that are no UTF-8', () => {
    expect(errorOf(new Uint8Array([0xff, 0xfe])).kind).toBe('usage');
  });

  test('a first name and an ordinary word in the signature give nothing away', () => {
    expect(() =>
      peopleOf('- { id: a, name: Julie Petit, signature: "Julie, cheffe d’un petit service" }'),
    ).not.toThrow();
  });
});

test.each([
  ['Julie Kervadec', 'Kervadec'],
  ['KERVADEC Julie', 'KERVADEC'],
  ['Julie LE GOFF', 'LE GOFF'],
  ['Julie de La Tour', 'de La Tour'],
  ['Anne-Marie Le Bihan', 'Le Bihan'],
  ['Jean Paul Dupont-Moreau', 'Dupont-Moreau'],
  ['Julie', undefined],
])('the surname of %s', (name, surname) => {
  expect(surnameOf(name)).toBe(surname);
});

describe('people of a document', () => {
  const people = peopleOf(registry);
  const resolve = (line: string, files: Record<string, string> = {}) => {
    const yaml = parseYaml(line, { firstLine: 2 });
    const [[key, listed] = ['', []]] = Object.entries(yaml.value as Record<string, never>);
    return peopleOfDocument(key as 'authors', listed, {
      files: memoryFiles(files),
      folder: 'notes/x',
      registry: people,
      yaml,
    });
  };
  const problemsOf = (line: string) =>
    resolve(line).problems.map(
      ({ rule, place }) => `${rule} ${place?.line}:${place?.column}-${place?.endColumn}`,
    );

  test('ids, and people written in the document', () => {
    const { people: found, problems } = resolve(
      'authors:\n  - julie-k\n  - { name: Ada Vernet, role: porte-parole, public: true }\n  - { name: Noé Lebris, public: false, signature: Noé }\n',
    );
    expect(problems).toEqual([]);
    expect(found.map(({ display, isPrivate }) => [display, isPrivate])).toEqual([
      ['Julie, administratrice civile au ministère de la santé', true],
      ['Ada Vernet', false],
      ['Noé', true],
    ]);
  });

  test('a private person written in the document is a secret too', () => {
    expect(resolve('authors: [{ name: Noé Lebris, public: false, role: agent }]').secrets).toEqual([
      { kind: 'name', text: 'Noé Lebris' },
      { kind: 'surname', text: 'Lebris' },
    ]);
  });

  test.each([
    ['authors: [inconnu]', 'people/unknown 2:11-18'],
    ['authors:\n  - rien', 'people/unprintable 3:5-9'],
    ['authors:\n  - { name: Noé Lebris, public: false }', 'people/unprintable 3:13-23'],
    ['authors:\n  - { public: true }', 'people/unprintable 3:5-21'],
    ['authors:\n  - { name: Noé Lebris, role: agent }', 'people/public 3:13-23'],
    ['authors:\n  - { name: Noé Lebris, public: false, signature: M. Lebris }', 'people/signature 3:13-23'],
  ])('%j', (line, problem) => {
    expect(problemsOf(line)).toEqual([problem]);
  });

  test('someone whose public status is not said is not printed by name', () => {
    const { people: found, secrets } = resolve('authors: [{ name: Noé Lebris, role: agent }]');
    expect(found).toEqual([{ display: 'agent', isPrivate: true }]);
    expect(secrets.map(({ text }) => text)).toContain('Noé Lebris');
  });

  test('the nearest id is told when it is public, and only then', () => {
    expect(resolve('authors: [porte-parolle]').problems[0]).toMatchObject({ expected: 'porte-parole' });
    const [near] = resolve('authors: [julie-kk]').problems;
    expect(near?.help?.fr).toContain('people.yaml');
    expect(JSON.stringify(near)).not.toMatch(/julie/u);
    expect(JSON.stringify(resolve('authors: [Julie Kervadec]').problems)).not.toMatch(/Kervadec/u);
  });

  test('signatories of a CSV, with French columns and semicolons', () => {
    const {
      people: found,
      problems,
      secrets,
    } = resolve('signatories: data/s.csv', {
      'notes/x/data/s.csv':
        '\ufeffNom;Fonction;Organisation;Public;Signature\nAda Vernet;porte-parole;;oui;\nNoé Lebris;agent;mairie;non;\n"Ève ""É"" Roux";;;true;\n',
    });
    expect(problems).toEqual([]);
    expect(found.map(({ display }) => display)).toEqual(['Ada Vernet', 'agent, mairie', 'Ève "É" Roux']);
    expect(secrets.map(({ text }) => text)).toEqual(['Noé Lebris', 'Lebris']);
  });

  test.each([
    ['../../../x.csv', {}],
    ['absent.csv', {}],
    ['s.csv', { 'notes/x/s.csv': 'name\n"a' }],
  ])('a CSV that cannot be had: %s', (path, files) => {
    expect(resolve(`signatories: ${path}`, files).problems).toMatchObject([
      { rule: 'front-matter/file', place: { line: 2, column: 14 } },
    ]);
  });

  test('a CSV without the column that says who is public prints no name', () => {
    const { people: found, problems } = resolve('signatories: s.csv', {
      'notes/x/s.csv': 'name,role\nAda Vernet,agente\nNoé Lebris,agent\n',
    });
    expect(found.map(({ display }) => display)).toEqual(['agente', 'agent']);
    expect(problems.map(({ rule }) => rule)).toEqual(['people/public']);
  });
});
