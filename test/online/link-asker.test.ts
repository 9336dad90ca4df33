import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeLinkAsker, type AskerOptions } from '../../src/online/link-asker.ts';
import { isPrivateAddress } from '../../src/online/private-address.ts';
import { resolveHere, startServer, status, type LocalServer } from './local-server.ts';

const hosts = Array.from({ length: 12 }, (_, index) => `site${index}.test`);

let server: LocalServer;
beforeAll(async () => {
  server = await startServer({
    '/404': status(404),
    '/410': status(410),
    '/403': status(403),
    '/429': status(429),
    '/503': status(503),
    '/500': status(500),
    '/head-refused': (request, response) => response.writeHead(request.method === 'HEAD' ? 405 : 200).end(),
    '/head-missing': (request, response) => response.writeHead(request.method === 'HEAD' ? 404 : 200).end(),
    '/head-hangs-up': (request, response) => {
      if (request.method === 'HEAD') request.socket.destroy();
      else response.writeHead(200).end();
    },
    '/never': () => undefined,
    '/endless': (request, response) => {
      if (request.method === 'HEAD') response.writeHead(405).end();
      else response.writeHead(200).write('x'.repeat(100_000));
    },
    '/moved': status(301, '/new'),
    '/moved-twice': status(308, '/moved'),
    '/moved-to-nothing': status(301, '/404'),
    '/for-now': status(302, '/new'),
    '/for-now-then-moved': status(302, '/moved'),
    '/loop': status(302, '/loop'),
    '/to-file': status(301, 'file:///etc/passwd'),
    '/to-private': status(301, 'http://192.168.1.1/'),
    '/nowhere': status(301),
  });
});
afterAll(() => server.close());

function askerOptions(options: Partial<AskerOptions> = {}): AskerOptions {
  const kept = new Map<string, string>();
  return {
    userAgent: 'nsp/0.0.0 (link check; +https://example.org)',
    resolve: resolveHere,
    privateHosts: new Set([...hosts, '127.0.0.1']),
    store: { get: (name) => kept.get(name), set: (name, text) => void kept.set(name, text) },
    now: 0,
    knownHost: 'example.org',
    deadline: 1000,
    ...options,
  };
}

async function answerTo(path: string, options: Partial<AskerOptions> = {}): Promise<unknown> {
  const address = path.startsWith('/') ? `http://site0.test:${server.port}${path}` : path;
  return (await makeLinkAsker(askerOptions(options))([address])).get(address);
}

describe('what became of a link', () => {
  test.each([
    ['/', { state: 'alive', status: 200 }],
    ['/head-refused', { state: 'alive', status: 200 }],
    ['/head-missing', { state: 'alive', status: 200 }],
    ['/head-hangs-up', { state: 'alive', status: 200 }],
    ['/endless', { state: 'alive', status: 200 }],
    ['/404', { state: 'dead', status: 404 }],
    ['/410', { state: 'dead', status: 410 }],
    ['/moved-to-nothing', { state: 'dead', status: 404 }],
    ['/403', { state: 'unknown', doubt: 'refused', status: 403 }],
    ['/429', { state: 'unknown', doubt: 'busy', status: 429 }],
    ['/503', { state: 'unknown', doubt: 'busy', status: 503 }],
    ['/500', { state: 'unknown', doubt: 'failing', status: 500 }],
    ['/never', { state: 'unknown', doubt: 'slow' }],
    ['/loop', { state: 'unknown', doubt: 'odd' }],
    ['/to-file', { state: 'unknown', doubt: 'odd', status: 301 }],
    ['/nowhere', { state: 'unknown', doubt: 'odd', status: 301 }],
    ['/to-private', { state: 'unknown', doubt: 'private' }],
    ['/for-now', { state: 'alive', status: 200 }],
    ['/for-now-then-moved', { state: 'alive', status: 200 }],
    ['http://127.0.0.1:9/', { state: 'unknown', doubt: 'unreachable' }],
  ])('%s', async (path, expected) => {
    expect(await answerTo(path)).toEqual(expected);
  });

  test('a permanent redirection gives the last permanent address', async () => {
    const movedTo = `http://site0.test:${server.port}/new`;
    expect(await answerTo('/moved')).toEqual({ state: 'alive', status: 200, movedTo });
    expect(await answerTo('/moved-twice')).toEqual({ state: 'alive', status: 200, movedTo });
  });

  test('a server that speaks no TLS is in doubt, not dead', async () => {
    expect(await answerTo(`https://site0.test:${server.port}/`)).toMatchObject({ state: 'unknown' });
  });

  test('a host that does not exist is dead, unless no host can be found', async () => {
    const address = 'https://nothing.invalid/';
    expect(await answerTo(address)).toEqual({ state: 'dead' });
    expect(await answerTo(address, { knownHost: 'other.invalid' })).toEqual({
      state: 'unknown',
      doubt: 'offline',
    });
  });
});

describe('private networks', () => {
  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost/',
    'http://intranet.test/',
  ])('%s is not asked', async (address) => {
    const before = server.asked.length;
    expect(await answerTo(address, { privateHosts: new Set() })).toEqual({
      state: 'unknown',
      doubt: 'private',
    });
    expect(server.asked.length).toBe(before);
  });

  test.each([
    ['8.8.8.8', false],
    ['2606:4700:4700::1111', false],
    ['172.31.255.255', true],
    ['172.32.0.1', false],
    ['::ffff:192.168.0.1', true],
    ['::ffff:8.8.8.8', false],
    ['64:ff9b::a00:1', true],
    ['fd00::1', true],
    ['no address', true],
  ])('%s: %s', (address, isPrivate) => {
    expect(isPrivateAddress(address)).toBe(isPrivate);
  });
});

describe('politeness', () => {
  test('one request at a time for a host, six in all, under an honest name', async () => {
    const local = await startServer({});
    const addresses = hosts.flatMap((host) =>
      ['/a', '/b', '/c'].map((path) => `http://${host}:${local.port}${path}`),
    );
    const answers = await makeLinkAsker(askerOptions())(addresses);
    await local.close();
    expect([...answers.values()].every(({ state }) => state === 'alive')).toBe(true);
    expect(local.asked).toHaveLength(36);
    expect(local.most.host).toBe(1);
    expect(local.most.all).toBeLessThanOrEqual(6);
    expect(local.most.all).toBeGreaterThan(2);
    expect([...local.agents]).toEqual(['nsp/0.0.0 (link check; +https://example.org)']);
  });

  test('an answer of the same day is not asked for again; a silence is', async () => {
    const options = askerOptions();
    const alive = `http://site1.test:${server.port}/kept`;
    const silent = `http://site1.test:${server.port}/never`;
    const count = (): number => server.asked.filter((line) => line === 'HEAD site1.test/kept').length;
    const first = await makeLinkAsker(options)([alive]);
    const again = await makeLinkAsker({ ...options, now: 23 * 3600 * 1000 })([alive]);
    expect(again).toEqual(first);
    expect(count()).toBe(1);
    await makeLinkAsker({ ...options, now: 25 * 3600 * 1000 })([alive]);
    expect(count()).toBe(2);
    for (let time = 0; time < 2; time += 1) await makeLinkAsker({ ...options, deadline: 50 })([silent]);
    expect(server.asked.filter((line) => line === 'HEAD site1.test/never')).toHaveLength(2);
  });

  test('a DOI that its service knows is alive, wherever it leads', async () => {
    const resolve = (): ReturnType<typeof resolveHere> => resolveHere('doi.org');
    const local = await startServer({ '/10.1000/known': status(302, 'https://publisher.test/article') });
    const address = `http://doi.org:${local.port}/10.1000/known`;
    const answers = await makeLinkAsker(askerOptions({ resolve, privateHosts: new Set(['doi.org']) }))([
      address,
    ]);
    await local.close();
    expect(answers.get(address)).toEqual({ state: 'alive', status: 302 });
  });
});
