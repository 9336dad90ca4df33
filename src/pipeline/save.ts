import { mkdir, realpath, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import type { Localized } from '../core/localized.ts';
import type { Artefact, Output } from '../core/output.ts';
import { ToolError } from '../core/tool-error.ts';
import { artefactOf } from '../util/artefact.ts';
import { fr } from '../util/french.ts';

/** The one place that writes artefacts. */
export interface Saver {
  /** Puts a document's files in place together: each is written beside its place, then all are renamed. */
  save(outputs: readonly Output[]): Promise<Artefact[]>;
  /** Forgets what is half-written; synchronous, for signals. */
  abandon(remove: (path: string) => void): void;
}

/** Saves below `folder`, an absolute path. Throws `ToolError` where the disk refuses. */
export function makeSaver(folder: string): Saver {
  const halfWritten = new Set<string>();
  const write = async ({ data, target, beside }: PlacedFile): Promise<void> => {
    await makeFolder(dirname(target));
    halfWritten.add(beside);
    await writeFile(beside, data);
  };
  const clear = async ({ target, beside }: PlacedFile): Promise<void> => {
    await rm(beside, { force: true }).catch(() => undefined);
    halfWritten.delete(beside);
    // A folder that holds something stays.
    await rmdir(dirname(target)).catch(() => undefined);
  };
  return {
    async save(outputs) {
      const files = outputs.map((output) => place(output, folder));
      try {
        // All of them end before what was written is cleared away.
        const writes = await Promise.allSettled(files.map(write));
        for (const written of writes) if (written.status === 'rejected') throw written.reason;
        for (const { beside, target } of files) {
          await rename(beside, target);
          halfWritten.delete(beside);
        }
      } catch (error) {
        await Promise.all(files.map(clear));
        throw cannotWrite(folder, error);
      }
      return outputs.map(artefactOf);
    },
    abandon(remove) {
      for (const path of halfWritten) remove(path);
    },
  };
}

/**
 * Puts one file in place below `root`: beside it first, then renamed. A folder that leads out by a link is refused.
 * Throws `ToolError` where the disk refuses.
 */
export async function saveBeside(root: string, output: Output): Promise<void> {
  const file = place(output, root);
  const folder = dirname(file.target);
  try {
    await makeFolder(folder);
    if (!(await realpath(folder)).startsWith(`${await realpath(root)}${sep}`))
      throw Object.assign(new Error('outside'), { code: 'ELOOP' });
    await writeFile(file.beside, file.data);
    await rename(file.beside, file.target);
  } catch (error) {
    await rm(file.beside, { force: true }).catch(() => undefined);
    throw cannotWrite(folder, error, rightsHint);
  }
}

interface PlacedFile {
  readonly data: Uint8Array;
  readonly target: string;
  readonly beside: string;
}

function place({ path, data }: Output, folder: string): PlacedFile {
  const target = join(folder, path);
  return { data, target, beside: join(dirname(target), `.${basename(target)}.part`) };
}

/** Node's own recursive `mkdir` never ends where the parent exists and takes no folder: /proc, some network disks. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder).catch((again: unknown) => {
      // Two documents make the folder of all of them at once.
      if (codeOf(again) !== 'EEXIST') throw again;
    });
  }
}

const denied: Localized = { fr: 'vous n’en avez pas le droit', en: 'you have no right to' };
const inTheWay: Localized = {
  fr: 'un fichier porte le nom d’un dossier',
  en: 'a file has the name of a folder',
};

const reasons: Readonly<Record<string, Localized>> = {
  EACCES: denied,
  EPERM: denied,
  EROFS: { fr: 'il est en lecture seule', en: 'it is read-only' },
  ENOSPC: { fr: 'le disque est plein', en: 'the disk is full' },
  EDQUOT: { fr: 'votre espace disque est épuisé', en: 'your disk quota is used up' },
  ENOENT: { fr: 'il n’existe pas et ne peut pas être créé', en: 'it does not exist and cannot be made' },
  ENOTDIR: inTheWay,
  EEXIST: inTheWay,
  EISDIR: { fr: 'un dossier porte le nom d’un fichier', en: 'a folder has the name of a file' },
  ELOOP: {
    fr: 'un lien y mène hors de l’espace de travail',
    en: 'a link there leads out of the workspace',
  },
  ENAMETOOLONG: { fr: 'son nom est trop long', en: 'its name is too long' },
};

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

const outHint: Localized = {
  fr: fr`Réglez cela, ou choisissez un autre dossier avec « --out ».`,
  en: 'Settle this, or choose another folder with "--out".',
};

const rightsHint: Localized = { fr: 'Réglez cela, puis recommencez.', en: 'Settle this, then try again.' };

function cannotWrite(folder: string, error: unknown, hint = outHint): ToolError {
  const name = basename(folder);
  const code = codeOf(error) ?? '?';
  const reason = reasons[code] ?? { fr: `erreur ${code}`, en: `error ${code}` };
  return new ToolError(
    'rendering',
    {
      fr: fr`Impossible d’écrire dans le dossier « ${name} » : ${reason.fr}.`,
      en: `Cannot write in the folder "${name}": ${reason.en}.`,
    },
    hint,
    error,
  );
}
