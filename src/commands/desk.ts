import { openDesk, type Desk } from '../pipeline/desk.ts';
import { blankSecretLines } from '../privacy/hide.ts';
import { indexSecrets } from '../privacy/secret-search.ts';
import { cacheFolder } from './cache-folder.ts';
import { text } from './options.ts';
import type { Invocation } from './command.ts';

/** Opens the workspace that the invocation means. Throws `ToolError`. */
export function openWorkspace(invocation: Invocation): Desk {
  const { host, targets, options } = invocation;
  const { cwd, packageRoot, now } = host;
  return openDesk({
    cwd,
    targets,
    packageRoot,
    now,
    configPath: text(options, 'config'),
    cacheFolder: (root) => cacheFolder(invocation, root),
  });
}

/** Text of a workspace file for a report, its private lines blank, or undefined where it cannot be read. */
export function sourceReader({ files, people }: Desk): (path: string) => string | undefined {
  const index = indexSecrets(people.secrets);
  return (path) => {
    try {
      return blankSecretLines(files.readText(path), index);
    } catch {
      return undefined;
    }
  };
}
