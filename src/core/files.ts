/**
 * Files of the workspace, behind one door: paths are relative to its root with forward slashes, and a path that
 * leaves it (`..`, absolute, symbolic link) is refused. Tests give a map; the program reads the disk.
 */
export interface Files {
  /** Bytes of a file. Throws `FileProblem`. */
  read(path: string): Uint8Array;
  /** Text of a UTF-8 file, without its byte-order mark, line ends as `\n`. Throws `FileProblem`. */
  readText(path: string): string;
  /** Whether `path` is a file inside the workspace. Never throws. */
  has(path: string): boolean;
  /** Every file that matches the globs, sorted by code point. */
  list(globs: readonly string[]): string[];
}

export type FileFault =
  'missing' | 'outside' | 'folder' | 'unreadable' | 'not-utf8' | 'too-large' | 'private';

/** A file that cannot be had; the reader turns it into a finding at the place that names the file. */
export class FileProblem extends Error {
  readonly fault: FileFault;
  readonly path: string;

  constructor(fault: FileFault, path: string, cause?: unknown) {
    super(`${fault}: ${path}`, { cause });
    this.name = 'FileProblem';
    this.fault = fault;
    this.path = path;
  }
}
