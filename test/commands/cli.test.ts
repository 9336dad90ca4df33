import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fr } from '../../src/util/french.ts';
import { goodNote, makeFolder, makeWorkspace, nsp } from '../support/workspace.ts';

const light = ['--formats', 'html'];

describe('usage', () => {
  test('an unknown command, option or value is said in French, with the nearest', async () => {
    const root = makeWorkspace({});
    const command = await nsp(root, ['biuld']);
    expect(command.status).toBe(2);
    expect(command.err).toContain(fr`La commande « biuld » n’existe pas. Vouliez-vous dire « build » ?`);
    const option = await nsp(root, ['check', '--stirct']);
    expect(option.status).toBe(2);
    expect(option.err).toContain(fr`L’option « --stirct » n’existe pas.`);
    const format = await nsp(root, ['build', '--formats', 'pfd'], { lang: 'en' });
    expect(format.status).toBe(2);
    expect(format.err).toContain('There is no format "pfd".');
  });

  test('help is in the language of the messages and lists every command', async () => {
    const root = makeWorkspace({});
    const help = await nsp(root, ['--help']);
    expect(help.status).toBe(0);
    expect(help.out).toContain(fr`Commandes :`);
    for (const name of ['build', 'check', 'figures', 'export', 'release', 'doctor'])
      expect(help.out).toContain(name);
    expect((await nsp(root, ['build', '--help'], { lang: 'en' })).out).toContain('--keep-going');
  });

  test('an unknown target names what there is', async () => {
    const root = makeWorkspace({ 'notes/externalisation/note.md': goodNote() });
    const ran = await nsp(root, ['check', 'externalisaton']);
    expect(ran.status).toBe(2);
    expect(ran.err).toContain('externalisation');
  });

  test('a folder without nsp.yaml is told how to become a workspace', async () => {
    const root = makeFolder({ 'notes/a/note.md': goodNote() });
    const ran = await nsp(root, ['check']);
    expect(ran.status).toBe(2);
    expect(ran.err).toContain('nsp.yaml');
  });
});

describe('check', () => {
  test('a clean document: status 0, a sentence', async () => {
    const root = makeWorkspace({ 'notes/a/note.md': goodNote() });
    const ran = await nsp(root, ['check']);
    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(ran.out).not.toBe('');
  });

  test('errors: status 1, in JSON as the contract has it', async () => {
    const root = makeWorkspace({ 'notes/a/note.md': `${goodNote()}\n<b>gras</b>\n` });
    const ran = await nsp(root, ['check', '--format', 'json']);
    expect(ran.status).toBe(1);
    const report = JSON.parse(ran.out) as {
      version: number;
      findings: Record<string, unknown>[];
      summary: unknown;
    };
    expect(report.version).toBe(1);
    expect(report.summary).toEqual({ documents: 1, errors: report.findings.length, warnings: 0 });
    expect(report.findings[0]).toMatchObject({
      rule: 'markdown/raw-html',
      severity: 'error',
      path: 'notes/a/note.md',
      line: 8,
      column: 1,
    });
  });

  test('warnings fail under --strict only', async () => {
    const root = makeWorkspace({ 'notes/a/note.md': goodNote('Un titre', 'titel: "oups"\n') });
    expect((await nsp(root, ['check'])).status).toBe(0);
    expect((await nsp(root, ['check', '--strict'])).status).toBe(1);
  });
});

describe('build', () => {
  test('one bad document never stops the others', async () => {
    const root = makeWorkspace({
      'notes/a/note.md': '---\ntitle: "A\n---\n',
      'notes/b/note.md': goodNote(),
      'notes/c/note.md': `${goodNote()}\n[@inconnu]\n`,
    });
    const ran = await nsp(root, ['build', ...light]);
    expect(ran.status).toBe(1);
    expect(readdirSync(join(root, 'dist'))).toEqual(['b']);
    expect(readdirSync(join(root, 'dist/b'))).toEqual(['b.html']);
    expect(ran.err).toContain('notes/a/note.md');
    expect(ran.out).toBe('');
  });

  test('--keep-going renders what has errors, raw HTML as text', async () => {
    const root = makeWorkspace({ 'notes/a/note.md': `${goodNote()}\nDu <b>gras</b> ici.\n` });
    const ran = await nsp(root, ['build', '--keep-going', ...light]);
    expect(ran.status).toBe(1);
    expect(readFileSync(join(root, 'dist/a/a.html'), 'utf8')).toContain('&#x3C;b>gras&#x3C;/b>');
  });

  test('a private name that comes from elsewhere: nothing is saved, the place is said, not the name', async () => {
    const root = makeWorkspace({
      'nsp.yaml': 'brand: { about: "Par Jeanne Quidam." }\n',
      'people.yaml': '- { id: j, name: "Jeanne Quidam", public: false, signature: "Jeanne, agente" }\n',
      'notes/a/note.md': goodNote(),
    });
    const ran = await nsp(root, ['build', ...light]);
    expect(ran.status).toBe(1);
    expect(ran.err).toContain('a/a.html contient le nom d’une personne non publique');
    expect(ran.err).not.toContain('Quidam');
    expect(ran.err.match(/privacy\/leak/gu)).toHaveLength(1);
    expect(existsSync(join(root, 'dist/a'))).toBe(false);
  });

  test('what is said of artefacts obeys the severities of the document', async () => {
    const note = goodNote('Un titre', 'rules: { email/size: warning }\n');
    const root = makeWorkspace({ 'notes/a/note.md': `${note}\n${'mot '.repeat(28_000)}` });
    const ran = await nsp(root, ['build', '--formats', 'email']);
    expect(ran.status).toBe(0);
    expect(ran.err).toContain('email/size');
    expect(existsSync(join(root, 'dist/a/a.eml'))).toBe(true);
  });

  test('only what is asked for is built: a slug, a kind, a path', async () => {
    const root = makeWorkspace({
      'notes/a/note.md': goodNote(),
      'notes/b/tribune.md': goodNote('B', 'kind: tribune\n'),
    });
    await nsp(root, ['build', 'a', ...light]);
    expect(readdirSync(join(root, 'dist'))).toEqual(['a']);
    await nsp(root, ['build', 'tribune', ...light]);
    expect(readdirSync(join(root, 'dist'))).toEqual(['a', 'b']);
  });

  test('a folder that cannot be written: status 4, nothing half-written', async () => {
    const root = makeWorkspace({
      'notes/a/note.md': goodNote(),
      'dist/a': 'a file where a folder should be',
    });
    const ran = await nsp(root, ['build', ...light]);
    expect(ran.status).toBe(4);
    expect(ran.err).toContain('Impossible d’écrire');
  });

  test('comments, exceptions and private names reach no artefact', async () => {
    const people = '- { id: j, name: "Jeanne Quidam", public: false, signature: "Jeanne, agente" }\n';
    const root = makeWorkspace({
      'people.yaml': people,
      'notes/a/note.md': `${goodNote('Un titre', 'authors: [j]\n')}\n<!-- secret de fabrication -->\n`,
    });
    const ran = await nsp(root, ['build', ...light]);
    expect(ran.status).toBe(0);
    const html = readFileSync(join(root, 'dist/a/a.html'), 'utf8');
    expect(html).toContain('Jeanne, agente');
    expect(html).not.toContain('Quidam');
    expect(html).not.toContain('fabrication');
  });
});

describe('release', () => {
  test('manifest, sums and index; drafts and embargoes are held back', async () => {
    const root = makeWorkspace({
      'notes/a/note.md': goodNote('Prêt', 'status: published\nformats: [html]\n'),
      'notes/b/note.md': goodNote('Brouillon', 'status: draft\nformats: [html]\n'),
      'notes/c/note.md': goodNote(
        'Plus tard',
        'status: embargo\nembargo: 2026-02-01T06:00:00+01:00\nformats: [html]\n',
      ),
    });
    const ran = await nsp(root, ['release']);
    expect(ran.status).toBe(0);
    expect(readdirSync(join(root, 'dist')).sort()).toEqual([
      'SHA256SUMS',
      'a',
      'index.html',
      'manifest.json',
    ]);
    expect(ran.err).toContain('notes/b/note.md');
  });

  test('once the hour has passed, an embargo is released when its status says so', async () => {
    const embargo = 'status: embargo\nembargo: 2026-02-01T06:00:00+01:00\nformats: [html]\n';
    const root = makeWorkspace({ 'notes/a/note.md': goodNote('Un titre', embargo) });
    const before = await nsp(root, ['build'], { now: '2026-02-01T04:59:59Z' });
    expect(before.err).not.toContain('status/embargo');
    const after = await nsp(root, ['release'], { now: '2026-02-01T05:00:01Z' });
    expect(after.status).toBe(1);
    expect(after.err).toContain(fr`Écrivez « status: published »`);
  });

  test('a warning refuses the release', async () => {
    const root = makeWorkspace({
      'notes/a/note.md': goodNote('Prêt', 'status: published\ntitel: "oups"\nformats: [html]\n'),
    });
    const ran = await nsp(root, ['release']);
    expect(ran.status).toBe(1);
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });
});
