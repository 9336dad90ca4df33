import { tmpdir } from 'node:os';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { ToolError } from '../core/tool-error.ts';
import { fr } from '../util/french.ts';
import type { Invocation } from './command.ts';
import { text } from './options.ts';

/** `--cache-dir`, NSP_CACHE_DIR, XDG_CACHE_HOME/nsp, ~/.cache/nsp, as an absolute path. */
export function chosenCacheFolder({ host, options }: Invocation): string {
  const { env, cwd, machine } = host;
  const chosen = askedFor({ host, options });
  if (chosen) return resolve(cwd, chosen);
  const base = env['XDG_CACHE_HOME'];
  return join(base && isAbsolute(base) ? base : join(machine.home, '.cache'), 'nsp');
}

/**
 * The cache folder of a command on the workspace at `root`: one asked for inside it is refused; a home that is one is
 * left alone, for the temporary folder. Throws `ToolError`.
 */
export function cacheFolder(invocation: Invocation, root: string): string {
  const folder = chosenCacheFolder(invocation);
  if (!isWithin(root, folder)) return folder;
  if (askedFor(invocation)) throw cacheInside();
  return join(tmpdir(), `nsp-${invocation.host.uid ?? 'cache'}`);
}

function askedFor({ host, options }: Pick<Invocation, 'host' | 'options'>): string | undefined {
  return text(options, 'cacheDir') ?? host.env['NSP_CACHE_DIR'];
}

function isWithin(root: string, folder: string): boolean {
  const path = relative(root, folder);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

function cacheInside(): ToolError {
  return new ToolError(
    'usage',
    {
      fr: 'Le dossier du cache ne peut pas être dans l’espace de travail.',
      en: 'The cache folder cannot be inside the workspace.',
    },
    {
      fr: fr`Donnez-en un autre avec « --cache-dir » ou NSP_CACHE_DIR.`,
      en: 'Give another one with "--cache-dir" or NSP_CACHE_DIR.',
    },
  );
}
