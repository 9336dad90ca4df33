import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Files } from '../../src/core/files.ts';
import { FileProblem } from '../../src/core/files.ts';
import { ToolError } from '../../src/core/tool-error.ts';
import { readTemplate } from '../../src/read/template.ts';
import { noFiles, packageRoot } from '../render/page-fixture.ts';

/** A workspace of text files, by path. */
function workspace(files: Readonly<Record<string, string>>): Files {
  const text = (name: string): string => {
    const found = files[name];
    if (found === undefined) throw new FileProblem('missing', name);
    return found;
  };
  return {
    read: (name) => new TextEncoder().encode(text(name)),
    readText: text,
    has: (name) => name in files,
    list: ([glob = '']) =>
      Object.keys(files)
        .filter((name) => name.startsWith(glob.replace('**', '')))
        .sort(),
  };
}

const shipped = (file: string): string => readFileSync(path.join(packageRoot, 'templates/nsp', file), 'utf8');
const own = {
  'templates/maison/template.yaml': 'faces: []',
  'templates/maison/words.yaml': shipped('words.yaml'),
  'templates/maison/page.liquid': '<!doctype html><title>{{ title }}</title>',
  'templates/maison/screen.css': 'body{}',
  'templates/maison/print.css': 'body{}',
  'templates/maison/logo.svg': '<svg aria-hidden="true"></svg>',
};

function fault(name: string, workspaceFiles: Files): ToolError {
  try {
    readTemplate({ name, workspaceFiles, packageRoot });
  } catch (error) {
    if (error instanceof ToolError) return error;
    throw error;
  }
  throw new Error('no fault');
}

describe('the shipped template', () => {
  const template = readTemplate({ name: 'nsp', workspaceFiles: noFiles, packageRoot });

  it('has its layouts, styles and faces', () => {
    expect([...template.texts.keys()]).toEqual(
      expect.arrayContaining(['page.liquid', 'partials/print.liquid', 'print.css']),
    );
    for (const face of template.faces) expect(new TextDecoder().decode(face.woff2.slice(0, 4))).toBe('wOF2');
    expect(template.logo).toMatch(/^<svg.*<\/svg>$/su);
  });

  it('has every word in both languages, with the same places to fill', () => {
    const { fr, en } = template.words;
    expect(Object.keys(fr)).toEqual(Object.keys(en));
    const places = (text: string | undefined): string[] => (text?.match(/\{\w+\}/gu) ?? []).sort();
    for (const key of Object.keys(fr)) expect(places(fr[key]), key).toEqual(places(en[key]));
  });

  it('has the word for every word that its layouts ask for', () => {
    const asked = [...template.texts].flatMap(([, text]) =>
      [...text.matchAll(/words\.([a-z-]+)/gu)].map((match) => match[1] ?? ''),
    );
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((word) => !(word in template.words.fr))).toEqual([]);
  });
});

describe('a template of the workspace', () => {
  it('is read from its own folder', () => {
    const template = readTemplate({ name: 'maison', workspaceFiles: workspace(own), packageRoot });
    expect(template.texts.get('page.liquid')).toContain('{{ title }}');
    expect(template.faces).toEqual([]);
  });

  it('wins over the shipped one of the same name', () => {
    const files = Object.fromEntries(
      Object.entries(own).map(([name, text]) => [name.replace('maison', 'nsp'), text]),
    );
    const template = readTemplate({ name: 'nsp', workspaceFiles: workspace(files), packageRoot });
    expect(template.texts.get('screen.css')).toBe('body{}');
  });

  it('may bring its own fonts', () => {
    const files = {
      ...own,
      'templates/maison/template.yaml': 'faces: [{ family: X, weight: 400, style: normal, file: ./x.woff2 }]',
      'templates/maison/x.woff2': 'wOF2',
    };
    const [face] = readTemplate({ name: 'maison', workspaceFiles: workspace(files), packageRoot }).faces;
    expect(new TextDecoder().decode(face?.woff2)).toBe('wOF2');
  });

  it('that lacks a file is refused, and the message names it', () => {
    const kept = Object.entries(own).filter(([name]) => !name.endsWith('print.css'));
    const error = fault('maison', workspace(Object.fromEntries(kept)));
    expect(error.kind).toBe('usage');
    expect(error.text.fr).toContain('templates/maison/print.css');
    expect(error.hint?.fr).toMatch(/^Copiez/u);
  });

  it.each([
    ['text that is no YAML', 'faces: [', 'template.yaml'],
    ['a wrong type', 'faces: 3', 'faces'],
    ['a value that would end its CSS rule', "tokens: { paper: 'red;} body{x' }\nfaces: []", 'tokens.paper'],
  ])('whose template.yaml holds %s is refused', (_, yaml, named) => {
    const error = fault('maison', workspace({ ...own, 'templates/maison/template.yaml': yaml }));
    expect(error.kind).toBe('usage');
    expect(error.text.en).toContain(named);
  });

  it.each([
    '../../etc/x.woff2',
    '/etc/x.woff2',
    'source-serif/../x.woff2',
    'source-serif/package.json',
    './absent.woff2',
  ])('cannot take %s for a font', (file) => {
    const yaml = `faces: [{ family: X, weight: 400, style: normal, file: ${file} }]`;
    expect(fault('maison', workspace({ ...own, 'templates/maison/template.yaml': yaml })).kind).toBe('usage');
  });
});

describe('a template that does not exist', () => {
  it.each(['inconnu', '../nsp', 'a/b', ''])(
    'named "%s" is a fault of usage that says which exist',
    (name) => {
      const error = fault(name, noFiles);
      expect(error.kind).toBe('usage');
      expect(error.hint?.fr).toContain('nsp');
    },
  );
});
