import type { Files } from '../core/files.ts';
import { openDesk, type Desk } from '../pipeline/desk.ts';
import { text } from './options.ts';
import type { Invocation } from './command.ts';

/** Opens the workspace that the invocation means. Throws `ToolError`. */
export function openWorkspace({ host, targets, options }: Invocation): Desk {
  const { cwd, packageRoot, now } = host;
  return openDesk({
    cwd,
    targets,
    packageRoot,
    today: now.slice(0, 10),
    configPath: text(options, 'config'),
  });
}

/** Text of a workspace file for a report, or undefined where it cannot be read. */
export function sourceReader(files: Files): (path: string) => string | undefined {
  return (path) => {
    try {
      return files.readText(path);
    } catch {
      return undefined;
    }
  };
}
