import { FileProblem } from '../core/files.ts';
import { resolveInside } from '../util/workspace-path.ts';
import type { Files } from '../core/files.ts';
import type { Settings } from '../core/settings.ts';

/** The workspace as a document may use it: people.yaml and the private files of nsp.yaml are refused. */
export function withoutPrivateFiles(files: Files, { people, privateFiles = [] }: Settings): Files {
  const refused = new Set([resolveInside('', people) ?? people]);
  if (privateFiles.length > 0) for (const path of files.list(privateFiles)) refused.add(path);
  const allowed = (path: string): string => {
    if (refused.has(resolveInside('', path) ?? path)) throw new FileProblem('private', path);
    return path;
  };
  return {
    read: (path) => files.read(allowed(path)),
    readText: (path) => files.readText(allowed(path)),
    has: (path) => !refused.has(resolveInside('', path) ?? path) && files.has(path),
    list: (globs) => files.list(globs).filter((path) => !refused.has(path)),
  };
}
