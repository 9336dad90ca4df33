import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeSaver } from '../../src/pipeline/save.ts';
import { makeFolder } from '../support/workspace.ts';

const output = (path: string) => ({ path, data: new TextEncoder().encode(path) });

describe('saving', () => {
  test('files are put in place, whatever the depth of their folder', async () => {
    const folder = join(makeFolder({}), 'a/b/c');
    const saver = makeSaver(folder);
    await Promise.all([saver.save([output('x/x.pdf'), output('x/x.html')]), saver.save([output('y/y.pdf')])]);
    expect(readdirSync(join(folder, 'x')).sort()).toEqual(['x.html', 'x.pdf']);
    expect(readFileSync(join(folder, 'y/y.pdf'), 'utf8')).toBe('y/y.pdf');
  });

  test('a document that cannot be saved leaves nothing, and the others alone', async () => {
    const folder = makeFolder({});
    mkdirSync(join(folder, 'x/x.html'), { recursive: true });
    writeFileSync(join(folder, 'x/x.html/kept'), '');
    const saver = makeSaver(folder);
    const results = await Promise.allSettled([
      saver.save([output('x/x.html'), output('z/z.pdf')]),
      ...Array.from({ length: 20 }, (_, at) => saver.save([output(`y${at}/y.pdf`)])),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'rejected',
      ...Array.from({ length: 20 }, () => 'fulfilled'),
    ]);
    expect(readdirSync(join(folder, 'x'))).toEqual(['x.html']);
    expect(existsSync(join(folder, 'z'))).toBe(false);
    expect(readdirSync(folder)).toHaveLength(21);
  });

  test.runIf(process.platform === 'linux')(
    'a place that takes no folder is refused, not tried for ever',
    async () => {
      const saving = makeSaver('/proc/nsp').save([output('x/x.pdf')]);
      await expect(saving).rejects.toMatchObject({ kind: 'rendering' });
    },
  );

  test('the reason is given in words', async () => {
    const folder = makeFolder({ file: '' });
    const saving = makeSaver(join(folder, 'file')).save([output('x/x.pdf')]);
    await expect(saving).rejects.toThrow(
      'Cannot write in the folder "file": a file has the name of a folder.',
    );
  });
});
