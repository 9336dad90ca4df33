import { existsSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fr } from '../../src/util/french.ts';
import { makePdf, makePictures, type MadePage } from '../source/make-pdf.ts';
import { makeFolder, makeWorkspace, nsp } from '../support/workspace.ts';

const bib = `@report{bureau2021,
  title = {Rapport annuel}, author = {Bureau}, institution = {Bureau}, date = {2021}, urldate = {2021-04-30},
  url = {https://example.org/rapport.pdf}, note = {Archive : https://web.archive.org/web/2021/https://example.org/rapport.pdf}
}
@report{autre2020, title = {Autre rapport}, author = {Bureau}, institution = {Bureau}, date = {2020}}
`;

const sentence = 'Les agents du bureau ont ouvert douze guichets de plus que l’année précédente.';

function noteOf(body: string, value = '160 Md€', source = '@bureau2021, p. 2'): string {
  return `---
title: Bilan
date: 2021-05-01
bibliography: refs.bib
figures:
  cout: { value: "${value}", source: "${source}" }
---

${body}

Le coût est de [](figure:cout), selon un autre rapport [@autre2020].
`;
}

const filler = Array.from(
  { length: 12 },
  (_, row) => `La ligne ${row} parle de tout autre chose que du sujet.`,
);
const pages: MadePage[] = [
  { head: 'Rapport annuel du bureau', lines: ['Sommaire du rapport', ...filler], folio: '1' },
  {
    head: 'Rapport annuel du bureau',
    lines: [
      'La dépense atteint 160 000 millions d’euros.',
      ...filler,
      'Les agents du bureau ont ouvert douze gui-',
    ],
    notes: ['1. Voir l’annexe.'],
    folio: '2',
  },
  {
    head: 'Rapport annuel du bureau',
    lines: ['chets de plus que l’année précédente.', ...filler],
    folio: '3',
  },
];

async function workspace(note: string, copy?: Uint8Array): Promise<string> {
  const data = copy ?? (await makePdf(pages));
  return makeWorkspace({
    'notes/a/note.md': note,
    'notes/a/refs.bib': bib,
    'notes/a/sources/bureau2021.pdf': data,
  });
}

interface Report {
  readonly findings: readonly Record<string, unknown>[];
}

async function rulesFound(root: string, cache = makeFolder({})): Promise<Record<string, unknown>[]> {
  const ran = await nsp(root, ['check', '--format', 'json', '--cache-dir', cache], { lang: 'fr' });
  const { findings } = JSON.parse(ran.out) as Report;
  return findings.filter(({ rule }) => /^(?:source|citation|quotation|internal)\//u.test(String(rule)));
}

describe('check, with a copy of the source', () => {
  test('what the source says, over the break of a page and in other units, is found', async () => {
    const root = await workspace(noteOf(`« ${sentence} » [@bureau2021, p. 2-3]`));
    expect(await rulesFound(root)).toEqual([]);
  });

  test('a changed word, another value, another page are told, with the passage and its page', async () => {
    const body = `« ${sentence.replace('ouvert', 'fermé')} » [@bureau2021, p. 2]\n\n« ${sentence} » [@bureau2021, p. 1]`;
    const root = await workspace(noteOf(body, '190 Md€'));
    const found = await rulesFound(root);
    expect(found.map(({ rule, line }) => `${String(rule)}:${String(line)}`)).toEqual([
      'source/figure-not-found:6',
      'source/quotation-not-found:9',
      'citation/locator-page:11',
    ]);
    expect(found[0]).toMatchObject({ severity: 'warning', actual: '190 Md€' });
    expect(String(found[0]?.['help'])).toContain('160 000 millions');
    expect(String(found[1]?.['expected'])).toContain('Les agents du bureau ont ouvert');
    expect(found[2]).toMatchObject({ expected: 'p. 2', actual: 'p. 1' });
  });

  test('the labels of a PDF and its ranks are both pages that one may cite', async () => {
    const labelled = await makePdf(
      pages.map(({ folio, ...page }) => ({ ...page, lines: [...page.lines, `Fin ${folio ?? ''}`] })),
      { romanPages: 1 },
    );
    for (const [page, rules] of [
      ['1', []],
      ['2', []],
      ['i', ['citation/locator-page']],
    ] as const) {
      const root = await workspace(noteOf('Rien.', '160 Md€', `@bureau2021, p. ${page}`), labelled);
      expect((await rulesFound(root)).map(({ rule }) => rule)).toEqual(rules);
    }
  });

  test('pages without text, passwords and damage are told once, and stop nothing', async () => {
    const body = `« ${sentence} » [@bureau2021, p. 2]`;
    const copies: readonly [Uint8Array, string, string][] = [
      [await makePictures(3), 'info', 'ne contient pas de texte'],
      [await makePdf(pages, { password: 'secret' }), 'warning', 'mot de passe'],
      [new TextEncoder().encode('%PDF-1.7 et rien de plus'), 'warning', 'abîmé'],
    ];
    for (const [copy, severity, words] of copies) {
      const found = await rulesFound(await workspace(noteOf(body), copy));
      expect(found).toMatchObject([{ rule: 'source/unreadable', severity }]);
      expect(String(found[0]?.['message'])).toContain(words);
    }
  });

  test('a link out of the workspace is no copy', async () => {
    const root = await workspace(noteOf(`« ${sentence} » [@bureau2021, p. 2-3]`));
    const outside = makeFolder({ 'x.txt': 'Un secret du disque, qui ne regarde personne ici.' });
    symlinkSync(join(outside, 'x.txt'), join(root, 'notes/a/sources/autre2020.txt'));
    expect(JSON.stringify(await rulesFound(root))).not.toContain('secret');
  });
});

describe('the cache', () => {
  test('keeps the text of a copy for this user alone, and a 300-page PDF is read once', async () => {
    const long = Array.from({ length: 300 }, (_, page) => ({
      head: 'Rapport annuel du bureau',
      lines: [...filler, ...filler, `Page ${page} de ce long rapport, avec ${page * 7} agents.`],
      folio: String(page + 1),
    }));
    const data = await makePdf([...pages, ...long]);
    const root = await workspace(noteOf(`« ${sentence} » [@bureau2021, p. 2-3]`), data);
    const cache = makeFolder({});
    const first = performance.now();
    expect(await rulesFound(root, cache)).toEqual([]);
    const cold = performance.now() - first;
    const [name = ''] = readdirSync(join(cache, 'texts'));
    expect(statSync(join(cache, 'texts', name)).mode & 0o777).toBe(0o600);
    expect(statSync(join(cache, 'texts')).mode & 0o777).toBe(0o700);
    const second = performance.now();
    expect(await rulesFound(root, cache)).toEqual([]);
    expect(performance.now() - second).toBeLessThan(cold / 2);
  });

  test('keeps no text that names a private person, and shows none of it', async () => {
    const root = makeWorkspace({
      'notes/a/note.md': noteOf(`« ${sentence.replace('ouvert', 'fermé')} » [@bureau2021]`),
      'notes/a/refs.bib': bib,
      'notes/a/sources/bureau2021.txt': `160 Md€. ${sentence.replace('bureau', 'bureau de Zélie Quentignac')}`,
      'people.yaml': '- { id: zq, name: Zélie Quentignac, public: false, signature: "Zoé, agente" }\n',
    });
    const cache = makeFolder({});
    const found = await rulesFound(root, cache);
    expect(found.map(({ rule }) => rule)).toContain('source/quotation-not-found');
    expect(JSON.stringify(found)).not.toContain('Quentignac');
    expect(existsSync(join(cache, 'texts'))).toBe(false);
    const listed = await nsp(root, ['sources', '--cache-dir', cache]);
    expect(listed.out).toContain('introuvable');
    expect(listed.out).not.toContain('Quentignac');
  });

  test('that cannot be made is as none', async () => {
    const root = await workspace(noteOf(`« ${sentence} » [@bureau2021, p. 2-3]`));
    for (const cache of ['/proc/nsp/texts', '/dev/null/nsp'])
      expect(await rulesFound(root, cache)).toEqual([]);
  });

  test('that is damaged is as none', async () => {
    const root = await workspace(noteOf(`« ${sentence} » [@bureau2021, p. 2-3]`));
    const cache = makeFolder({});
    await rulesFound(root, cache);
    const [name = ''] = readdirSync(join(cache, 'texts'));
    for (const damage of ['', '{}', '{"pages":[{"text":1}],"isPaged":true}', '[', '{"fault":"non"}']) {
      writeFileSync(join(cache, 'texts', name), damage);
      expect(await rulesFound(root, cache)).toEqual([]);
    }
  });
});

describe('sources', () => {
  test('lists the references, their copies, and what leans on them', async () => {
    const root = await workspace(noteOf(`« ${sentence} » [@bureau2021, p. 2-3]`));
    const ran = await nsp(root, ['sources']);
    expect(ran.status).toBe(0);
    expect(ran.out).toContain('bureau2021.pdf · 3 pages · sha256 ');
    expect(ran.out).toContain('2021-04-30');
    expect(ran.out).toContain('https://web.archive.org/web/2021/');
    expect(ran.out).toContain('✓ cout 160 Md€ (6:18), page 2');
    expect(ran.out).toContain('pas de copie locale');
    expect(ran.out).toContain(fr`2 retrouvés, 0 introuvables`);
  });

  test('gives the same as JSON', async () => {
    const root = await workspace(noteOf(`« ${sentence} » [@autre2020]`));
    const ran = await nsp(root, ['sources', 'note', '--format', 'json']);
    expect(JSON.parse(ran.out)).toMatchObject({
      version: 1,
      documents: [
        {
          path: 'notes/a/note.md',
          references: [
            {
              key: 'bureau2021',
              copies: [{ path: 'notes/a/sources/bureau2021.pdf', pages: 3, fault: null }],
              consulted: '2021-04-30',
              evidence: [{ kind: 'figure', figure: 'cout', state: 'found', page: '2', onCitedPage: true }],
            },
            { key: 'autre2020', copies: [], evidence: [{ kind: 'quotation', state: 'unknown', page: null }] },
          ],
        },
      ],
    });
  });
});

describe('sources add', () => {
  const files = { 'notes/a/note.md': noteOf('Rien.'), 'notes/a/refs.bib': bib };

  test('files a copy beside the document, and replaces one only when told', async () => {
    const root = makeWorkspace({ ...files, 'Rapport (1).PDF': await makePdf(pages) });
    const add = ['sources', 'add', 'Rapport (1).PDF', '--key', 'bureau2021'];
    expect(await nsp(root, add)).toMatchObject({ status: 0, out: '' });
    const path = join(root, 'notes/a/sources/bureau2021.pdf');
    expect(readFileSync(path)).toEqual(readFileSync(join(root, 'Rapport (1).PDF')));
    expect(readdirSync(join(root, 'notes/a/sources'))).toEqual(['bureau2021.pdf']);
    const again = await nsp(root, add);
    expect(again.status).toBe(2);
    expect(again.err).toContain('--force');
    expect((await nsp(root, [...add, '--force'])).status).toBe(0);
  });

  test('refuses what it cannot file, in a sentence', async () => {
    const root = makeWorkspace({ ...files, 'a.pdf': '<html>', 'b.docx': 'x', 'c.txt': 'texte' });
    for (const [argv, words] of [
      [['c.txt', '--key', 'bureau2012'], 'bureau2021'],
      [['a.pdf', '--key', 'bureau2021'], 'n’est pas un PDF'],
      [['b.docx', '--key', 'bureau2021'], 'pdf, html, txt, md'],
      [['d.txt', '--key', 'bureau2021'], 'ne peut pas être lu'],
      [['c.txt'], '--key'],
      [[], 'fichier'],
    ] as const) {
      const ran = await nsp(root, ['sources', 'add', ...argv]);
      expect(ran.status).toBe(2);
      expect(ran.err).toContain(words);
    }
    expect(existsSync(join(root, 'notes/a/sources'))).toBe(false);
  });

  test('asks which document, where several have the key', async () => {
    const root = makeWorkspace({
      ...files,
      'notes/b/note.md': noteOf('Rien.'),
      'notes/b/refs.bib': bib,
      'c.html': '<p>Texte</p>',
    });
    const add = ['sources', 'add', 'c.html', '--key', '@bureau2021'];
    expect((await nsp(root, add)).err).toContain('notes/a, notes/b');
    expect((await nsp(root, [...add, 'notes/b'])).status).toBe(0);
    expect(existsSync(join(root, 'notes/b/sources/bureau2021.html'))).toBe(true);
  });

  test('does not follow a folder that leads out', async () => {
    const root = makeWorkspace({ ...files, 'c.txt': 'texte' });
    const outside = makeFolder({});
    symlinkSync(outside, join(root, 'notes/a/sources'));
    expect((await nsp(root, ['sources', 'add', 'c.txt', '--key', 'bureau2021'])).status).not.toBe(0);
    expect(readdirSync(outside)).toEqual([]);
  });
});
