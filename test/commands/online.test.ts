import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resolveHere, startServer, status, type LocalServer } from '../online/local-server.ts';
import { makeFolder, makeWorkspace, nsp, type Ran } from '../support/workspace.ts';

let server: LocalServer;
beforeAll(async () => {
  server = await startServer({
    '/mort': status(404),
    '/ailleurs': status(301, '/ici'),
    '/secret': status(403),
  });
});
afterAll(() => server.close());

function workspace(body: string, settings = 'online: { private-hosts: [site.test, autre.test] }\n'): string {
  const at = (host: string): string => `http://${host}:${server.port}`;
  return makeWorkspace({
    'nsp.yaml': settings,
    'notes/a/note.md': `---\ntitle: Un titre\ndate: 2021-04-30\nbibliography: refs.bib\n---\n\n${body.replaceAll('SITE', at('site.test'))}\n`,
    'notes/a/refs.bib': `@online{page, title = {Page}, author = {Bureau}, date = {2021}, urldate = {2021-01-01}, url = {${at('autre.test')}/mort}}\n`,
  });
}

const body =
  'Une [page](SITE/vive), une [autre](SITE/mort), une [ancienne](SITE/ailleurs), une [fermée](SITE/secret) [@page].';

async function check(root: string, options: readonly string[] = ['--online']): Promise<Ran> {
  const argv = ['check', '--format', 'json', '--cache-dir', makeFolder({}), ...options];
  return nsp(root, argv, { resolve: resolveHere });
}

function linkFindings(ran: Ran): Record<string, unknown>[] {
  const { findings } = JSON.parse(ran.out) as { findings: Record<string, unknown>[] };
  return findings.filter(({ rule }) => /^(?:link|exception)\//u.test(String(rule)));
}

describe('check --online', () => {
  test('tells the dead from the moved and from those that nobody can tell', async () => {
    const ran = await check(workspace(body));
    expect(ran.status).toBe(0);
    expect(linkFindings(ran).map(({ rule, severity, path, line }) => [rule, severity, path, line])).toEqual([
      ['link/dead', 'warning', 'notes/a/note.md', 7],
      ['link/moved', 'info', 'notes/a/note.md', 7],
      ['link/unknown', 'info', 'notes/a/note.md', 7],
      ['link/dead', 'warning', 'notes/a/refs.bib', 1],
    ]);
    const moved = linkFindings(ran).find(({ rule }) => rule === 'link/moved');
    expect(moved).toMatchObject({ expected: `http://site.test:${server.port}/ici` });
  });

  test('asks nobody unless told, and nothing of a private network', async () => {
    const before = server.asked.length;
    expect(linkFindings(await check(workspace(body), []))).toEqual([]);
    await nsp(workspace(body), ['build', '--formats', 'html'], { resolve: resolveHere });
    const refused = linkFindings(await check(workspace(body, '')));
    expect(refused.every(({ rule }) => rule === 'link/unknown')).toBe(true);
    expect(server.asked.length).toBe(before);
  });

  test('an exception silences a link, and is not unused where links are not asked', async () => {
    const excepted = `<!-- nsp-disable-next-line link/dead -- page en travaux -->\nUne [page](SITE/mort).`;
    const root = workspace(
      excepted,
      `online: { private-hosts: [site.test, autre.test] }\nrules: { reference/unused: off }\n`,
    );
    expect(linkFindings(await check(root)).filter(({ path }) => path === 'notes/a/note.md')).toEqual([]);
    expect(linkFindings(await check(root, []))).toEqual([]);
  });

  test('off the network, one sentence says so', async () => {
    const ran = await nsp(workspace(body.replaceAll('SITE', 'https://site.invalid')), ['check', '--online'], {
      resolve: () => Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' })),
    });
    expect(ran.out.match(/n’atteint pas Internet/gu)).toHaveLength(1);
  });
});
