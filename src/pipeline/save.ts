import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Output } from '../core/output.ts';
import { ToolError } from '../core/tool-error.ts';

/** The one place that writes artefacts. */
export interface Saver {
  /** Puts a document's files in place together: each is written beside its place, then all are renamed. */
  save(outputs: readonly Output[]): Promise<void>;
  /** Forgets what is half-written; synchronous, for signals. */
  abandon(remove: (path: string) => void): void;
}

/** Saves below `folder`, an absolute path. Throws `ToolError` where the disk refuses. */
export function makeSaver(folder: string): Saver {
  const halfWritten = new Set<string>();
  const write = async ({ path, data }: Output): Promise<[string, string]> => {
    const target = join(folder, path);
    const beside = join(dirname(target), `.${basename(target)}.part`);
    await mkdir(dirname(target), { recursive: true });
    halfWritten.add(beside);
    await writeFile(beside, data);
    return [beside, target];
  };
  return {
    async save(outputs) {
      try {
        const written = await Promise.all(outputs.map(write));
        for (const [beside, target] of written) {
          await rename(beside, target);
          halfWritten.delete(beside);
        }
      } catch (error) {
        await Promise.all([...halfWritten].map((path) => rm(path, { force: true })));
        throw cannotWrite(folder, error);
      }
    },
    abandon(remove) {
      for (const path of halfWritten) remove(path);
    },
  };
}

function cannotWrite(folder: string, error: unknown): ToolError {
  const name = basename(folder);
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'inconnue';
  return new ToolError(
    'rendering',
    {
      fr: `Impossible d’écrire dans le dossier « ${name} » (${reason}).`,
      en: `Cannot write in the folder "${name}" (${reason}).`,
    },
    {
      fr: 'Vérifiez la place libre et vos droits sur ce dossier, ou choisissez-en un autre avec --out.',
      en: 'Check the free space and your rights on this folder, or choose another with --out.',
    },
    error,
  );
}
