import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/config/default-settings.ts';
import { diskFiles } from '../../src/read/files.ts';
import { memoryFiles } from '../../src/read/memory-files.ts';
import { readNote } from '../../src/read/note.ts';
import { nobody } from '../../src/read/people.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { Settings } from '../../src/core/settings.ts';

const path = 'notes/essai/note.md';
const bib =
  '@book{dupont2021, title = {Un livre}, author = {Dupont, Ada}, year = {2021}, publisher = {Presses}}\n';

function read(
  note: string,
  files: Record<string, string | Uint8Array> = {},
  settings: Partial<Settings> = {},
) {
  return readNote({
    files: memoryFiles({ [path]: note, ...files }),
    path,
    settings: { ...defaultSettings(), ...settings },
    people: nobody,
  });
}

const shortly = (findings: readonly Finding[]): string[] =>
  findings.map(
    ({ rule, path: at, place }) =>
      `${rule} ${at === path ? '' : `${at} `}${place?.line}:${place?.column}-${place?.endColumn}`,
  );

describe('a note', () => {
  const text = [
    '---',
    'title: Un essai',
    'bibliography: refs.bib',
    'figures:',
    '  total: { value: "160 Md€", label: Total, source: "@dupont2021, p. 3", as-of: 2021 }',
    '  moyenne: { from: data/x.csv, formula: "mean(montant)", unit: "€" }',
    'rules: { reference/unused: off }',
    '---',
    '',
    'Voir [@dupont2021] et @inconnu, ou @dupont2021.',
    '',
    '---',
    '',
    '![Une image](images/a.svg)',
  ].join('\n');
  const files = {
    'notes/essai/refs.bib': bib,
    'notes/essai/data/x.csv': 'montant\n1\n3\n',
    'notes/essai/images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  };

  test('is read with all that it leans on', async () => {
    const { note, findings, secrets } = await read(text, files);
    expect(findings).toEqual([]);
    expect(secrets).toEqual([]);
    expect(note?.meta).toEqual({
      title: 'Un essai',
      keywords: [],
      lang: 'fr',
      kind: 'note',
      slug: 'essai',
      status: 'published',
      formats: ['pdf', 'html', 'email'],
      template: 'nsp',
      verification: true,
    });
    expect([...(note?.bibliography.byKey.keys() ?? [])]).toEqual(['dupont2021']);
    expect([...(note?.pictures.keys() ?? [])]).toEqual(['images/a.svg']);
    expect(note?.rules).toEqual({ 'reference/unused': 'off' });
    expect([note?.path, note?.folder, note?.source]).toEqual([path, 'notes/essai', text]);
  });

  test('has a tree whose places are those of the file', async () => {
    const { note } = await read(text, files);
    const types = note?.tree.children.map(({ type, position }) => [type, position?.start.line]);
    expect(types).toEqual([
      ['paragraph', 10],
      ['thematicBreak', 12],
      ['paragraph', 14],
    ]);
    const [paragraph] = note?.tree.children ?? [];
    const inside = paragraph && 'children' in paragraph ? paragraph.children : [];
    expect(inside.map(({ type }) => type)).toEqual(['text', 'citation', 'text', 'citation', 'text']);
    const [first] = inside;
    expect(text.slice(first?.position?.start.offset, first?.position?.end.offset)).toBe('Voir ');
  });

  test('has a ledger whose entries know their places', async () => {
    const { note } = await read(text, files);
    const [total, mean] = note?.ledger.figures.map(({ entry }) => entry) ?? [];
    expect(total).toMatchObject({
      id: 'total',
      value: '160 Md€',
      asOf: '2021',
      path,
      place: { line: 5, column: 3, endColumn: 8 },
      places: { value: { line: 5, column: 19, endColumn: 28 }, asOf: { line: 5, column: 80 } },
      sourceItems: [{ key: 'dupont2021', locator: '3', label: 'page' }],
    });
    expect(mean).toMatchObject({ id: 'moyenne', from: 'notes/essai/data/x.csv' });
  });

  test('gives the place of its front-matter', async () => {
    const { note } = await read(text, files);
    expect(note?.metaPlace(['title'])).toEqual({ line: 2, column: 8, endLine: 2, endColumn: 16 });
    expect(note?.metaPlace(['figures', 'moyenne'])).toMatchObject({ line: 6, column: 3, endColumn: 10 });
    expect(note?.metaPlace(['figures', 'moyenne', 'formula'])).toMatchObject({ line: 6, column: 41 });
    expect(note?.metaPlace(['subtitle'])).toBeUndefined();
    expect(note?.metaPlace(['constructor'])).toBeUndefined();
  });

  test('takes refs.bib from beside it when it names no bibliography', async () => {
    const { note } = await read('---\ntitle: x\n---\n[@dupont2021]\n', { 'notes/essai/refs.bib': bib });
    expect(note?.bibliography.entries).toHaveLength(1);
  });

  test('takes the ledger from a file of its own', async () => {
    const { note, findings } = await read('---\ntitle: x\nfigures: chiffres.yaml\n---\n', {
      'notes/essai/chiffres.yaml': 'figures:\n  a: { value: "3 M€" }\n  b: { formule: a }\n',
    });
    expect(shortly(findings)).toContain('front-matter/unknown-key notes/essai/chiffres.yaml 3:8-15');
    expect(note?.ledger.byId.get('a')?.entry).toMatchObject({
      path: 'notes/essai/chiffres.yaml',
      place: { line: 2, column: 3 },
    });
  });

  test('takes the defaults of the workspace', async () => {
    const { note } = await read('---\ntitle: x\nkind: lettre\n---\n', {}, { lang: 'en', license: 'CC0' });
    expect(note?.meta).toMatchObject({ lang: 'en', license: 'CC0', formats: ['html', 'email'] });
  });
});

describe('what is wrong, with its place', () => {
  const front = (line: string): string => `---\ntitle: x\n${line}\n---\nTexte\n`;

  test.each([
    ['bibliography: absent.bib', 'front-matter/file 3:15-25'],
    ['bibliography:\n  - refs.bib\n  - ../../../x.bib', 'front-matter/file 5:5-19'],
    ['bibliography: [/etc/passwd]', 'front-matter/file 3:16-27'],
    ['figures: absent.yaml', 'front-matter/file 3:10-21'],
    ['figures:\n  a: { from: absent.csv, formula: count() }', 'front-matter/file 4:14-24'],
    ['signatories: absent.csv', 'front-matter/file 3:14-24'],
    ['bibliography: ../../people.yaml', 'front-matter/file 3:15-32'],
    ['figures: prive.yaml', 'front-matter/file 3:10-20'],
    ['authors: [inconnue]', 'people/unknown 3:11-19'],
    ['csl: nsp-notes', 'front-matter/value 3:6-15'],
    ['csl: absent.csl', 'front-matter/value 3:6-16'],
  ])('%j', async (line, finding) => {
    const files = {
      'notes/essai/refs.bib': bib,
      'people.yaml': '',
      'notes/essai/prive.yaml': 'a: { value: "1" }',
    };
    const { note, findings } = await read(front(line), files, { privateFiles: ['**/prive.*'] });
    expect(shortly(findings.filter(({ rule }) => !rule.startsWith('ledger/')))).toEqual([finding]);
    expect(note).toBeDefined();
    expect(findings[0]?.severity).toBe('error');
  });

  test('the nearest style is told', async () => {
    const { findings } = await read(front('csl: nsp-notes'));
    expect(findings.map(({ expected }) => expected)).toEqual(['nsp-note']);
  });

  test('a style of the workspace is known', async () => {
    const { findings } = await read(front('csl: style.csl'), { 'notes/essai/style.csl': '<style/>' });
    expect(findings).toEqual([]);
  });

  test('the document itself cannot be read', async () => {
    const request = { settings: defaultSettings(), people: nobody };
    const files = memoryFiles({ 'notes/dossier.md/x.txt': '', 'latin1.md': new Uint8Array([0xe9]) });
    for (const bad of ['absent.md', 'notes/dossier.md', 'latin1.md', '../x.md']) {
      const { note, findings } = await readNote({ ...request, files, path: bad });
      expect([note, findings.map(({ rule, severity, path: at }) => [rule, severity, at])]).toEqual([
        undefined,
        [['document/file', 'error', bad]],
      ]);
    }
  });

  test('a front-matter that cannot be read gives its finding and no note', async () => {
    const { note, findings } = await read('---js\n{}\n---\n');
    expect([note, shortly(findings)]).toEqual([undefined, ['front-matter/engine 1:1-6']]);
  });

  test('a text that no parser would be done with gives its finding and no note', async () => {
    const { note, findings } = await read(`---\ntitle: Un essai\n---\n\nMots.\n\n${'> '.repeat(60)}mots\n`);
    expect(note).toBeUndefined();
    expect(shortly(findings)).toEqual(['document/size 7:101-102']);
    expect(findings[0]?.severity).toBe('error');
  });

  test('a missing title does not keep the rest from being read', async () => {
    const { note, findings } = await read('---\nlang: fr\n---\n![a](x.png)\n');
    expect(shortly(findings)).toEqual(['front-matter/missing 1:1-4', 'picture/file 4:1-12']);
    expect(note?.meta.title).toBe('essai');
  });

  test('a name that gives no slug', async () => {
    const files = memoryFiles({ 'notes/日本/note.md': '---\ntitle: x\n---\n' });
    const { findings } = await readNote({
      files,
      path: 'notes/日本/note.md',
      settings: defaultSettings(),
      people: nobody,
    });
    expect(findings.map(({ rule, help }) => [rule, help?.fr.includes('slug')])).toEqual([
      ['front-matter/missing', true],
    ]);
  });

  test('links out of the workspace, on disk', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nsp-note-')));
    mkdirSync(join(folder, 'w/notes/a'), { recursive: true });
    writeFileSync(join(folder, 'secret.bib'), bib);
    writeFileSync(join(folder, 'w/notes/a/note.md'), '---\ntitle: x\nbibliography: refs.bib\n---\n');
    symlinkSync(join(folder, 'secret.bib'), join(folder, 'w/notes/a/refs.bib'));
    const files = diskFiles(join(folder, 'w'));
    const { findings } = await readNote({
      files,
      path: 'notes/a/note.md',
      settings: defaultSettings(),
      people: nobody,
    });
    expect(shortly(findings)).toEqual(['front-matter/file notes/a/note.md 3:15-23']);
    rmSync(folder, { recursive: true });
  });
});

test('a private person of the document never shows in its findings', async () => {
  const { findings, secrets, note } = await read(
    '---\ntitle: x\nauthors: [{ name: Noé Lebris, public: false }, { name: Ada Vernet }]\nsignatories: [Noé Lebris]\n---\n',
  );
  expect(secrets.map(({ text }) => text)).toEqual(['Noé Lebris', 'Lebris', 'Ada Vernet', 'Vernet']);
  expect(JSON.stringify([findings, note?.authors])).not.toMatch(/Lebris|Vernet/u);
});

test('no document makes the reader throw', async () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('[a, {b: c}]', '{a: {value: 1}}', 'x.csv', '../..', '"a"', '1'),
  );
  const key = fc.constantFrom(
    'title',
    'authors',
    'signatories',
    'bibliography',
    'figures',
    'csl',
    'outlet',
    'slug',
    'rules',
    'kind',
    'formats',
  );
  const body = fc.array(
    fc.oneof(
      fc.string({ maxLength: 10 }),
      fc.constantFrom('![a](x.png)', '[@a]', ':::encadre', '```', '> ', '[^1]', '<b>', '|a|\n|-|'),
    ),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(key, value), { maxLength: 5 }), body, async (keys, parts) => {
      const front = keys.map(([name, typed]) => `${name}: ${typed}`).join('\n');
      const { note, findings } = await read(`---\n${front}\n---\n${parts.join('\n')}`);
      expect(note !== undefined || findings.length > 0).toBe(true);
    }),
    { numRuns: 200 },
  );
});
