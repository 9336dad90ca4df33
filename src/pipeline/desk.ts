import { loadSettings } from '../config/settings.ts';
import type { Files } from '../core/files.ts';
import type { Settings } from '../core/settings.ts';
import { diskFiles } from '../read/files.ts';
import { readPeople, type People } from '../read/people.ts';

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
  /** ISO 8601 day. */
  readonly today: string;
}

export interface DeskOptions {
  readonly cwd: string;
  readonly configPath: string | undefined;
  readonly targets: readonly string[];
  readonly packageRoot: string;
  readonly today: string;
}

/** Opens the workspace that holds the first target, or the working folder. Throws `ToolError`. */
export function openDesk({ cwd, configPath, targets, packageRoot, today }: DeskOptions): Desk {
  const { settings, root } = loadSettings({
    cwd,
    ...(configPath !== undefined && { configPath }),
    ...(targets[0] !== undefined && { target: targets[0] }),
  });
  const files = diskFiles(root);
  return { settings, root, files, people: readPeople(files, settings.people), cwd, packageRoot, today };
}
