import type { Piece } from './piece.ts';

/** What this machine must not tell: folders (workspace, home, temporary), user and host names. */
export interface Machine {
  readonly paths: readonly string[];
  readonly user?: string | undefined;
  readonly host?: string | undefined;
}

export type MachineKind = 'path' | 'user' | 'host';

/** Names that every machine bears. */
const commonNames: ReadonlySet<string> = new Set(
  'root user users admin administrator node runner ubuntu debian docker build builder home host local localhost localdomain default guest server vscode buildkitsandbox'.split(
    ' ',
  ),
);

/** Which of the machine's names a piece of text tells. */
export function findMachine(
  { text, isMetadata = false }: Piece,
  { paths, user, host }: Machine,
): MachineKind[] {
  const found: MachineKind[] = [];
  const lower = text.toLowerCase();
  const holds = (name: string | undefined): name is string =>
    isTelling(name) && lower.includes(name.toLowerCase());
  if (paths.some((path) => tellsPath(text, path))) found.push('path');
  if (holds(user) && tellsUser(text, user, isMetadata)) found.push('user');
  if (holds(host) && tellsHost(text, host, isMetadata)) found.push('host');
  return found;
}

function isTelling(name: string | undefined): name is string {
  return name !== undefined && name.length > 3 && !commonNames.has(name.toLowerCase());
}

/** A folder of one step ("/work") counts only before something below it; an address of the web is no folder. */
function tellsPath(text: string, path: string): boolean {
  const steps = path.split(/[\\/]/u).filter((step) => step !== '' && !/^[a-z]:$/iu.test(step));
  if (steps.join('').length < 3) return false;
  const plain = path.replace(/[\\/]+$/u, '');
  const forms = [plain, plain.replaceAll('\\', '\\\\'), plain.replaceAll('\\', '/')];
  return [...new Set(forms)].some((form) => standsIn(text, form, steps.length === 1));
}

function standsIn(text: string, path: string, needsMore: boolean): boolean {
  for (let at = text.indexOf(path); at !== -1; at = text.indexOf(path, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + path.length);
    const isWhole = !/[\p{L}\p{N}._~-]/u.test(before) && !/[\p{L}\p{N}_]/u.test(after);
    if (isWhole && (!needsMore || /[\\/]/u.test(after))) return true;
  }
  return false;
}

/** A user's name may be an author's first name: it counts in a path of homes, or as a whole field of metadata. */
function tellsUser(text: string, user: string, isMetadata: boolean): boolean {
  const name = escape(user);
  if (new RegExp(`(?:home|users|utilisateurs)[\\\\/]+${name}(?![\\p{L}\\p{N}_])`, 'iu').test(text))
    return true;
  return isMetadata && isField(text, name);
}

/** A host called by a plain word counts as a field of metadata alone; "pc-compta-12" counts anywhere. */
function tellsHost(text: string, host: string, isMetadata: boolean): boolean {
  const name = escape(host);
  if (/[\d.-]/u.test(host))
    return new RegExp(`(?<![\\p{L}\\p{N}_-])${name}(?![\\p{L}\\p{N}_-])`, 'iu').test(text);
  return isMetadata && isField(text, name);
}

function isField(text: string, name: string): boolean {
  return new RegExp(`^[ \\t]*${name}[ \\t]*$`, 'imu').test(text);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
