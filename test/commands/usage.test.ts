import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fr } from '../../src/util/french.ts';
import { goodNote, makeFolder, makeWorkspace, nsp } from '../support/workspace.ts';

const light = ['--formats', 'html'];

describe('options', () => {
  const root = makeWorkspace({ 'notes/a/note.md': goodNote() });

  test('those that every command takes stand before or after its name', async () => {
    for (const argv of [
      ['--format', 'json', 'check', 'a'],
      ['check', 'a', '--format=json'],
    ])
      expect(JSON.parse((await nsp(root, argv)).out)).toMatchObject({ summary: { documents: 1 } });
  });

  test('the help has no English word beside the names of commands and options', async () => {
    const english =
      /choices|default:|\[command\]|<(?:path|list|folder|seconds|name|file|target)>|Options:|Usage/u;
    for (const argv of [[], ['help'], ['help', 'build'], ['export', '--help']]) {
      const { status, out } = await nsp(root, argv);
      expect(status).toBe(0);
      expect(out).toContain(fr`Emploi : nsp`);
      expect(out).not.toMatch(english);
    }
    expect((await nsp(root, ['help', 'check'])).out).toContain('--strict');
  });

  test.each([
    [['help', 'biuld'], fr`La commande « biuld » n’existe pas. Vouliez-vous dire « build » ?`],
    [['biuld', '--help'], fr`La commande « biuld » n’existe pas. Vouliez-vous dire « build » ?`],
    [['--lang', 'fr', '-h', 'nonsense'], fr`La commande « nonsense » n’existe pas.`],
    [
      ['doctor', '--format', 'sarif'],
      fr`« nsp doctor » n’a que deux formes : pretty et json, pas « sarif ».`,
    ],
    [['check', '--format', 'xml'], fr`Valeurs possibles : pretty, json, sarif, junit, github, gitlab.`],
    [['export'], fr`Il manque « document » à la fin de la commande.`],
    [['export', 'a', 'b'], fr`Il y a trop de mots après « nsp export ».`],
    [['build', '--out'], fr`L’option « --out » attend une valeur.`],
    [['build', '--out', ''], fr`L’option « --out » attend une valeur.`],
    [['build', '--formats', ''], fr`L’option « --formats » attend une valeur.`],
    [['build', '--cache-dir', 'cache'], 'Le dossier du cache ne peut pas être dans l’espace de travail.'],
    [['check', '--config', 'nope.yaml'], fr`Le fichier « nope.yaml » n’existe pas.`],
  ])('%j', async (argv, said) => {
    const ran = await nsp(root, argv);
    expect(ran.status).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err).toContain(said);
  });

  test('formats are understood in capitals', async () => {
    expect((await nsp(root, ['build', '--formats', 'HTML,html'])).status).toBe(0);
  });

  test('--out starts from the folder of the command, dist from the workspace', async () => {
    const cwd = join(root, 'notes/a');
    const elsewhere = await nsp(cwd, ['build', ...light, '--out', '../../ailleurs']);
    expect(elsewhere.err).toContain('../../ailleurs/a/a.html');
    expect(readdirSync(join(root, 'ailleurs'))).toEqual(['a']);
    expect((await nsp(cwd, ['build', ...light])).err).toContain('../../dist/a/a.html');
  });
});

describe('doctor', () => {
  const root = makeWorkspace({});
  const env = { NSP_BROWSER: '/nope/chrome' };

  test('in JSON, what is there and what is not', async () => {
    const { status, out } = await nsp(root, ['doctor', '--format', 'json'], { env });
    expect(status).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      node: process.version,
      browser: { candidates: [{ origin: 'chosen', path: '/nope/chrome' }], chosen: null, printMs: null },
      problem: { message: fr`Le navigateur demandé n’existe pas : /nope/chrome.` },
    });
  });

  test('a browser that is not there is told once', async () => {
    const { out } = await nsp(root, ['doctor'], { env });
    expect(out.match(/n’existe pas/gu)).toHaveLength(1);
  });
});

describe('targets that give nothing', () => {
  const root = makeWorkspace({
    'notes/a/note.md': goodNote(),
    'notes/vide/image.png': '',
    'notes/texte.txt': 'x',
  });
  mkdirSync(join(root, 'notes/b/note.md'), { recursive: true });

  test.each([
    ['', 'Un nom de document est vide.'],
    ['notes/vide', fr`Le dossier « notes/vide » ne contient aucun document.`],
    ['notes/texte.txt', fr`« notes/texte.txt » n’est pas un document : il faut un fichier « .md ».`],
    ['zz*', fr`Aucun document ne correspond à « zz* ».`],
    ['newsletter', fr`Aucun document n’est du genre « newsletter ».`],
    ['communiques', fr`Vouliez-vous dire « communique » ?`],
    ['..', fr`« .. » mène hors de l’espace de travail.`],
    ['/etc/hosts', fr`« /etc/hosts » mène hors de l’espace de travail.`],
  ])('%j', async (target, said) => {
    const ran = await nsp(root, ['check', target]);
    expect(ran.status).toBe(2);
    expect(ran.err).toContain(said);
    expect(ran.err).not.toContain(fr`dire « ${target} »`);
  });

  test('documents of two workspaces are not looked at together', async () => {
    const cwd = makeFolder({
      'a/nsp.yaml': '',
      'b/nsp.yaml': '',
      'a/notes/n/note.md': goodNote(),
      'b/notes/m/note.md': goodNote(),
    });
    const ran = await nsp(cwd, ['check', 'a/notes/n', 'b/notes/m/note.md']);
    expect(ran.status).toBe(2);
    expect(ran.err).toContain(fr`« b/notes/m/note.md » n’est pas dans le même espace de travail`);
    expect((await nsp(cwd, ['check', 'a/notes/n', 'n'])).status).toBe(0);
  });

  test('a folder with the name of a document is an error of that document', async () => {
    const ran = await nsp(root, ['check', 'notes/b/note.md']);
    expect(ran.status).toBe(1);
    expect(ran.out).toContain(fr`« notes/b/note.md » est un dossier, pas un fichier.`);
  });
});

describe('nsp.yaml', () => {
  test.each([
    ['rules: { figure/mismach: off }', fr`nsp.yaml : Aucune règle ne s’appelle « figure/mismach ».`],
    ['defaults: { template: absent }', fr`nsp.yaml : Le modèle « absent » n’existe pas.`],
    ['defaults: { csl: absent.csl }', fr`nsp.yaml : Le style de citation « absent.csl » est introuvable.`],
    ['people: ailleurs.yaml', fr`que nomme « people: » dans nsp.yaml`],
  ])('what %j names must exist: status 2, once', async (text, said) => {
    const root = makeWorkspace({ 'nsp.yaml': text, 'notes/a/note.md': goodNote() });
    const ran = await nsp(root, ['check']);
    expect(ran.status).toBe(2);
    expect(ran.err).toContain(said);
  });
});

describe('what a document names', () => {
  test('a template or a style that cannot be used is told by the check, at its place', async () => {
    const root = makeWorkspace({
      'notes/a/note.md': goodNote('Un titre', 'template: absent\ncsl: faux.csl\n'),
      'notes/a/faux.csl': 'pas du XML',
      'notes/b/note.md': goodNote('Un titre', 'csl: ../../../x.csl\n'),
    });
    const ran = await nsp(root, ['check', '--format', 'json']);
    const { findings } = JSON.parse(ran.out) as { findings: { path: string; rule: string; line: number }[] };
    expect(findings.map(({ path, rule, line }) => `${path}:${line} ${rule}`)).toEqual([
      'notes/a/note.md:4 front-matter/value',
      'notes/a/note.md:5 front-matter/value',
      'notes/b/note.md:4 front-matter/file',
    ]);
  });

  test('a bibliography of an unknown kind is told with the known ones', async () => {
    const root = makeWorkspace({
      'notes/a/note.md': goodNote('Un titre', 'bibliography: refs.txt\n'),
      'notes/a/refs.txt': '@book{x, title = {A}}',
    });
    const { out } = await nsp(root, ['check']);
    expect(out).toContain(fr`Le fichier « refs.txt » n’est pas d’un genre de bibliographie connu.`);
    expect(out).toContain('.bib');
  });

  test('findings come in the order of the documents, those on shared slugs too', async () => {
    const root = makeWorkspace({
      'notes/a/note.md': '',
      'notes/b/note.md': goodNote('Un titre', 'slug: meme\n'),
      'notes/c/note.md': goodNote('Un titre', 'slug: meme\n'),
    });
    const { out } = await nsp(root, ['check', '--format', 'json']);
    const { findings } = JSON.parse(out) as { findings: { path: string }[] };
    expect(findings.map(({ path }) => path[6])).toEqual(['a', 'b', 'c']);
  });
});

test('an empty workspace is told where documents are looked for', async () => {
  const root = makeWorkspace({ 'notes/texte.odt': '' });
  const ran = await nsp(root, ['check', '--strict']);
  expect(ran.status).toBe(0);
  expect(ran.out).toContain(fr`nsp les cherche ici : notes/*.md, notes/*/*.md`);
  expect((await nsp(root, ['figures'])).out).toContain('Aucun document');
});

test('what stops several documents is said once', async () => {
  const root = makeFolder({
    'nsp.yaml': '',
    dist: 'un fichier',
    ...Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`notes/${name}/note.md`, goodNote()])),
  });
  const ran = await nsp(root, ['build', ...light]);
  expect(ran.status).toBe(4);
  expect(ran.err.split('Impossible')).toHaveLength(2);
  expect(ran.err).toContain(fr`notes/c/note.md et 2 autres : Impossible d’écrire dans le dossier « dist »`);
});
