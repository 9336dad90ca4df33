import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ToolError } from '../core/tool-error.ts';
import { fr } from '../util/french.ts';
import { settingsFrom } from './default-settings.ts';
import { settingsSchema } from './settings-schema.ts';
import { validate } from './validate.ts';
import { parseYaml } from './yaml.ts';
import type { Problem } from '../core/finding.ts';
import type { Localized } from '../core/localized.ts';
import type { Settings } from '../core/settings.ts';

export interface SettingsRequest {
  /** Absolute folder in which the command runs. */
  readonly cwd: string;
  /** What the command was asked for; when it is a path, nsp.yaml is looked for from there upwards. */
  readonly target?: string;
  /** `--config`: the path of nsp.yaml, from `cwd`. */
  readonly configPath?: string;
}

export interface LoadedSettings {
  readonly settings: Settings;
  /** Absolute folder of nsp.yaml: the root of the workspace. */
  readonly root: string;
}

const fileName = 'nsp.yaml';
const maxBytes = 1_000_000;

/** Finds nsp.yaml upwards and reads it. Throws `ToolError` when there is none or when it is wrong. */
export function loadSettings({ cwd, target, configPath }: SettingsRequest): LoadedSettings {
  const path =
    configPath === undefined
      ? (findUpwards(startOf(cwd, target)) ?? findUpwards(cwd))
      : resolve(cwd, configPath);
  if (path === undefined) throw noWorkspace();
  const shown = relative(cwd, path) || fileName;
  return { settings: parseSettings(readText(path, shown), shown), root: dirname(path) };
}

/** Reads the text of nsp.yaml; `shown` is its path as messages give it. Throws `ToolError`. */
export function parseSettings(text: string, shown: string = fileName): Settings {
  const yaml = parseYaml(text);
  const value = yaml.value ?? (yaml.problems.length === 0 ? {} : undefined);
  const { output, faults } =
    value === undefined ? { output: undefined, faults: [] } : validate(settingsSchema, value, yaml);
  const problems = [...yaml.problems, ...faults.map(({ problem }) => problem)];
  if (output === undefined || problems.length > 0) throw wrongSettings(problems, shown);
  return settingsFrom(output);
}

/** Root of the workspace that holds a path of the command line; undefined where there is no such path or workspace. */
export function rootOf(cwd: string, path: string): string | undefined {
  if (path.includes('\0') || statSync(resolve(cwd, path), { throwIfNoEntry: false }) === undefined)
    return undefined;
  const found = findUpwards(startOf(cwd, path));
  return found && dirname(found);
}

function startOf(cwd: string, target: string | undefined): string {
  if (target === undefined || target.includes('\0')) return cwd;
  // The part of a glob before its first wildcard names a folder.
  const plain = target.replace(/[*?[{!].*$/su, '');
  const path = resolve(cwd, plain === target ? target : plain.replace(/[^/\\]*$/u, ''));
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return cwd;
  return stats.isDirectory() ? path : dirname(path);
}

function findUpwards(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const path = join(folder, fileName);
    if (exists(path)) return path;
    if (dirname(folder) === folder) return undefined;
  }
}

function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

function readText(path: string, shown: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readBytes(path);
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new ToolError(
      'usage',
      isMissing
        ? { fr: fr`Le fichier « ${shown} » n’existe pas.`, en: `There is no file "${shown}".` }
        : { fr: fr`Le fichier « ${shown} » ne peut pas être lu.`, en: `The file "${shown}" cannot be read.` },
      {
        fr: fr`Vérifiez son chemin et ses droits ; un fichier vide suffit.`,
        en: 'Check its path and its permissions; an empty file is enough.',
      },
      cause,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/gu, '\n');
  } catch (cause) {
    throw new ToolError(
      'usage',
      {
        fr: fr`Le fichier « ${shown} » n’est pas un texte en UTF-8.`,
        en: `The file "${shown}" is not a UTF-8 text.`,
      },
      { fr: 'Enregistrez-le en UTF-8.', en: 'Save it as UTF-8.' },
      cause,
    );
  }
}

function readBytes(path: string): Uint8Array {
  const stats = statSync(path);
  // A pipe or a device would be waited for without end.
  if (!stats.isFile() || stats.size > maxBytes) throw new Error('not a small file');
  return readFileSync(path);
}

function noWorkspace(): ToolError {
  return new ToolError(
    'usage',
    {
      fr: fr`Aucun fichier nsp.yaml, ni ici ni dans les dossiers du dessus.`,
      en: 'No nsp.yaml here or in the folders above.',
    },
    {
      fr: 'Créez un fichier nsp.yaml, même vide, à la racine de vos publications.',
      en: 'Create a file nsp.yaml, even an empty one, at the root of your publications.',
    },
  );
}

function wrongSettings(problems: readonly Problem[], shown: string): ToolError {
  const inOrder = problems.toSorted((a, b) => (a.place?.line ?? 1) - (b.place?.line ?? 1)).slice(0, 10);
  const said = inOrder.map((problem, index) => {
    const { fr: french, en } = sentence(problem, shown);
    // The remedy of the last one is the error's own.
    const help = index < inOrder.length - 1 ? problem.help : undefined;
    return { fr: help ? `${french}\n→ ${help.fr}` : french, en: help ? `${en}\n→ ${help.en}` : en };
  });
  const text = { fr: said.map((one) => one.fr).join('\n'), en: said.map((one) => one.en).join('\n') };
  return new ToolError('usage', text, inOrder.at(-1)?.help);
}

function sentence({ place, message }: Problem, shown: string): Localized {
  const where = `${shown}:${place?.line ?? 1}:${place?.column ?? 1}`;
  return { fr: fr`${where} : ${message.fr}`, en: `${where}: ${message.en}` };
}
