import { loadSettings, rootOf } from '../config/settings.ts';
import type { Files } from '../core/files.ts';
import type { Settings } from '../core/settings.ts';
import { ToolError } from '../core/tool-error.ts';
import { readCitationStyle } from '../read/citation-style.ts';
import { diskFiles, workspacePathOf } from '../read/files.ts';
import { readPeople, type People } from '../read/people.ts';
import { requireTemplate } from '../read/template.ts';
import { fr } from '../util/french.ts';
import { nearest } from '../util/nearest.ts';
import { openCache, type Cache } from './cache.ts';
import { knownRules } from './known-rules.ts';

/** The workspace, opened once a run. */
export interface Desk {
  readonly settings: Settings;
  /** Absolute path of the folder that holds nsp.yaml. */
  readonly root: string;
  readonly files: Files;
  readonly people: People;
  /** Where the targets of the command line are taken from. */
  readonly cwd: string;
  readonly packageRoot: string;
  /** ISO 8601 moment, UTC. */
  readonly now: string;
  /** What one run leaves to the next: the texts of sources, the answers of links. */
  readonly cache: Cache;
}

export interface DeskOptions {
  readonly cwd: string;
  readonly configPath: string | undefined;
  readonly targets: readonly string[];
  readonly packageRoot: string;
  readonly now: string;
  /** Absolute path of the user's cache, for the workspace at `root`. */
  readonly cacheFolder: (root: string) => string;
}

/** Opens the workspace that holds the first target, or the working folder. Throws `ToolError`. */
export function openDesk(options: DeskOptions): Desk {
  const { cwd, configPath, targets, packageRoot, now } = options;
  const { settings, root } = loadSettings({
    cwd,
    ...(configPath !== undefined && { configPath }),
    ...(targets[0] !== undefined && { target: targets[0] }),
  });
  for (const target of targets.slice(1)) {
    const isElsewhere = workspacePathOf(root, cwd, target) === undefined && rootOf(cwd, target) !== undefined;
    if (isElsewhere) throw anotherWorkspace(target);
  }
  const files = diskFiles(root);
  requireSettings(settings, files, packageRoot);
  const people = readPeople(files, settings.people);
  const cache = openCache(options.cacheFolder(root), people.secrets);
  return { settings, root, files, people, cwd, packageRoot, now, cache };
}

function anotherWorkspace(target: string): ToolError {
  return new ToolError(
    'usage',
    {
      fr: fr`« ${target} » n’est pas dans le même espace de travail que le premier document.`,
      en: `"${target}" is not in the same workspace as the first document.`,
    },
    {
      fr: fr`Lancez la commande une fois pour chaque dossier qui a son nsp.yaml.`,
      en: 'Run the command once for each folder that has its own nsp.yaml.',
    },
  );
}

/** What nsp.yaml names must exist. Throws `ToolError`. */
function requireSettings({ rules, template, csl }: Settings, files: Files, packageRoot: string): void {
  for (const rule of Object.keys(rules)) if (!knownRules.includes(rule)) throw unknownRule(rule);
  try {
    requireTemplate({ name: template, workspaceFiles: files, packageRoot });
    readCitationStyle(csl, { files, folder: '', packageRoot });
  } catch (error) {
    throw error instanceof ToolError ? inSettings(error) : error;
  }
}

function unknownRule(rule: string): ToolError {
  const near = nearest(rule, knownRules);
  return inSettings(
    new ToolError(
      'usage',
      { fr: fr`Aucune règle ne s’appelle « ${rule} ».`, en: `No rule is called "${rule}".` },
      near === undefined
        ? { fr: 'Le nom d’une règle termine chaque constat.', en: 'The name of a rule ends each finding.' }
        : { fr: fr`Vouliez-vous dire « ${near} » ?`, en: `Did you mean "${near}"?` },
    ),
  );
}

function inSettings({ kind, text, hint, cause }: ToolError): ToolError {
  return new ToolError(kind, { fr: fr`nsp.yaml : ${text.fr}`, en: `nsp.yaml: ${text.en}` }, hint, cause);
}
