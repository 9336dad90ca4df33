import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/config/default-settings.ts';
import { loadSettings, parseSettings } from '../../src/config/settings.ts';
import { ToolError } from '../../src/core/tool-error.ts';

let folder = '';

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'nsp-settings-')));
  mkdirSync(join(folder, 'a/notes/x'), { recursive: true });
  mkdirSync(join(folder, 'b/nsp.yaml'), { recursive: true });
  writeFileSync(join(folder, 'a/nsp.yaml'), '');
  writeFileSync(join(folder, 'a/other.yaml'), 'defaults: { lang: en }\n');
  writeFileSync(join(folder, 'a/notes/x/note.md'), '');
  writeFileSync(join(folder, 'a/latin1.yaml'), Buffer.from('brand: { name: \u00e9 }', 'latin1'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function errorOf(run: () => unknown): ToolError {
  try {
    run();
  } catch (error) {
    if (error instanceof ToolError) return error;
    throw error;
  }
  throw new Error('no error');
}

describe('an empty nsp.yaml', () => {
  test('gives the collective its own brand', () => {
    expect(parseSettings('')).toEqual(defaultSettings());
    expect(defaultSettings()).toMatchObject({
      brand: {
        name: 'Nos services publics',
        site: 'https://nosservicespublics.fr',
        colours: { primary: '#06708E', ink: '#0C3B49', accent: '#812E2E', positive: '#01A98D' },
      },
      lang: 'fr',
      people: 'people.yaml',
      outlets: [],
    });
  });

  test('gives each kind its formats', () => {
    expect(defaultSettings().formats).toEqual({
      note: ['pdf', 'html', 'email'],
      'op-ed': ['pdf', 'html', 'email', 'docx', 'txt'],
      'press-release': ['pdf', 'html', 'email', 'docx', 'txt'],
      newsletter: ['html', 'email'],
    });
  });
});

test('every key', () => {
  const settings = parseSettings(
    [
      'brand: { name: Collectif, site: "https://exemple.fr", colours: { primary: "#112233" } }',
      'base-url: https://exemple.fr/notes/',
      'defaults: { lang: en, license: CC0, formats: { note: [pdf] } }',
      'rules: { reference/unused: off }',
      'outlets:\n  journal: { name: Le Journal, email: desk@exemple.fr, max-signs: 6000 }',
      'documents: [textes/*.md]',
      'private: data/prive-*.csv',
    ].join('\n'),
  );
  expect(settings).toMatchObject({
    brand: { name: 'Collectif', colours: { primary: '#112233', ink: '#0C3B49' } },
    baseUrl: 'https://exemple.fr/notes',
    lang: 'en',
    license: 'CC0',
    formats: { note: ['pdf'], newsletter: ['html', 'email'] },
    rules: { 'reference/unused': 'off' },
    outlets: [{ id: 'journal', name: 'Le Journal', email: 'desk@exemple.fr', maxSigns: 6000 }],
    documents: ['textes/*.md'],
    privateFiles: ['data/prive-*.csv'],
  });
});

describe('a wrong nsp.yaml is a usage error with its place', () => {
  test.each([
    ['brandd: {}', 'nsp.yaml:1:1', 'brand'],
    ['brand:\n  nom: x', 'nsp.yaml:2:3', 'name'],
    ['brand: 3', 'nsp.yaml:1:8', ''],
    ['- a', 'nsp.yaml:1:1', ''],
    ['outlets:\n  x: { name: X, max-signs: "6 000" }', 'nsp.yaml:2:28', ''],
    ['outlets:\n  x: { max-signs: 0, name: X }', 'nsp.yaml:2:19', ''],
    ['outlets:\n  x: {}', 'nsp.yaml:2:3', 'name'],
    ['brand: { colours: { primary: bleu } }', 'nsp.yaml:1:30', ''],
    ['rules: { a: fatal }', 'nsp.yaml:1:13', ''],
    ['brand: { name: a : b }', 'nsp.yaml:1:', ''],
    ['lang: fr', 'nsp.yaml:1:1', ''],
  ])('%j', (text, place, near) => {
    const error = errorOf(() => parseSettings(text));
    expect(error.kind).toBe('usage');
    expect(error.text.fr.split('\u00a0:')[0]).toContain(place);
    expect(error.text.en).toContain(place);
    expect((error.hint?.fr ?? '') + error.text.fr).toContain(near);
  });

  test('all the mistakes are told', () => {
    const { text, hint } = errorOf(() => parseSettings('brandd: {}\nruls: {}\n'));
    // Each is followed by its own remedy; the last one's is the error's.
    const lines = text.en.split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('brandd');
    expect(lines[1]).toBe('→ Did you mean "brand"?');
    expect(lines[2]).toContain('ruls');
    expect(hint?.en).toBe('Did you mean "rules"?');
  });
});

describe('where nsp.yaml is', () => {
  test.each([
    ['a', undefined],
    ['a/notes/x', undefined],
    ['.', 'a/notes/x/note.md'],
    ['.', 'a/notes'],
    ['.', 'a/notes/*/note.md'],
    ['a/notes', 'some-slug'],
  ])('from %s with the target %s', (cwd, target) => {
    const request = { cwd: join(folder, cwd), ...(target !== undefined && { target }) };
    expect(loadSettings(request).root).toBe(join(folder, 'a'));
  });

  test('--config', () => {
    const { settings, root } = loadSettings({ cwd: folder, configPath: 'a/other.yaml' });
    expect([settings.lang, root]).toEqual(['en', join(folder, 'a')]);
  });

  test('nowhere: the remedy is given', () => {
    const error = errorOf(() => loadSettings({ cwd: join(folder, 'b') }));
    expect(error.kind).toBe('usage');
    expect(error.hint?.fr).toContain('nsp.yaml');
  });

  test.each(['b/nsp.yaml', 'a/absent.yaml', 'a/latin1.yaml', '/dev/null/x'])(
    '%s cannot be read',
    (configPath) => {
      expect(errorOf(() => loadSettings({ cwd: folder, configPath })).kind).toBe('usage');
    },
  );
});
