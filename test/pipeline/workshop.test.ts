import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ToolError } from '../../src/core/tool-error.ts';
import { openWorkshop, workshopHere } from '../../src/pipeline/workshop.ts';
import { readTemplate } from '../../src/read/template.ts';
import { memoryFiles } from '../../src/read/memory-files.ts';
import { noteOf } from '../check/note-fixture.ts';
import { pageOf } from '../support/page.ts';
import { makeFolder, packageRoot } from '../support/workspace.ts';

const workshop = openWorkshop(join(packageRoot, 'lib/thread.cjs'));
afterAll(() => {
  workshop.close();
});

const drawing = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>',
);
const pictures = new Map([
  ['a.svg', { url: 'a.svg', path: 'a.svg', type: 'image/svg+xml' as const, data: drawing }],
]);

async function work(body: string) {
  const template = readTemplate({ name: 'nsp', workspaceFiles: memoryFiles({}), packageRoot });
  return { page: await pageOf({ body }), template, secrets: [], machine: { paths: [] } };
}

describe('a workshop on its own thread', () => {
  it('gives what the one on this thread gives', async () => {
    expect(await workshop.cleanPictures(pictures)).toEqual(await workshopHere.cleanPictures(pictures));
    const order = await work('Du texte.\n');
    expect(await workshop.makeFormats(['html', 'txt'], order)).toEqual(
      await workshopHere.makeFormats(['html', 'txt'], order),
    );
  });

  it('finds the claims that this one finds', async () => {
    const note = noteOf(
      'Sur 400 agents, 113 sont partis, soit 25 %.\n\n| A | 12 |\n|---|---|\n| Total | 12 |\n',
    );
    const { inProse, inTables } = await workshop.findClaims(note);
    expect({ inProse, inTables }).toEqual(await workshopHere.findClaims(note));
    expect(inProse.map(({ verdict, recomputed }) => [verdict, recomputed.toFixed(2)])).toEqual([
      ['fails', '28.25'],
    ]);
  });

  it('finds what must stay private in what it makes', async () => {
    const order = { ...(await work('Du texte.\n')), secrets: [{ kind: 'name' as const, text: 'Du texte' }] };
    const { leaks } = await workshop.makeFormats(['html'], order);
    expect(leaks.map(({ kind, path }) => [kind, path])).toEqual([['name', 'x/x.html']]);
  });

  it('passes on the faults, with their cause and their remedy', async () => {
    const bad = new Map([
      ['a.png', { ...pictures.get('a.svg')!, type: 'image/png' as const, data: new Uint8Array(9) }],
    ]);
    await expect(workshop.cleanPictures(bad)).rejects.toThrow();
    const fault: unknown = await workshop
      .makeFormats(['pdf'], await work('Du texte.\n'))
      .catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(ToolError);
    expect(fault).toMatchObject({ kind: 'machine', text: { en: 'No browser was started.' } });
  });

  it('that dies fails what was asked of it', async () => {
    const dead = openWorkshop(
      join(makeFolder({ 'thread.cjs': 'throw new Error("no thread");' }), 'thread.cjs'),
    );
    await expect(dead.cleanPictures(pictures)).rejects.toThrow('no thread');
    await expect(dead.cleanPictures(pictures)).rejects.toThrow('no thread');
    const closed = openWorkshop(join(packageRoot, 'lib/thread.cjs'));
    const asked = closed.cleanPictures(pictures);
    closed.close();
    await expect(asked).rejects.toThrow('has ended');
  });
});
