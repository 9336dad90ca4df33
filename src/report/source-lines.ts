import type { Finding } from '../core/finding.ts';
import type { Report } from './report.ts';

/** Gives lines of the sources by number, from 1; none that holds a private name is ever given. */
export class SourceLines {
  readonly #sources: ReadonlyMap<string, string>;
  readonly #split = new Map<string, readonly string[]>();
  readonly #hidden = new Set<string>();

  constructor({ findings, sources }: Report) {
    this.#sources = sources;
    for (const { rule, path, place } of findings) {
      if (!/^(?:privacy|people)\//u.test(rule) || place === undefined) continue;
      for (let line = place.line; line <= place.endLine; line++) this.#hidden.add(`${path}:${line}`);
    }
  }

  /** The first line of a finding, without its end. */
  lineOf({ path, place }: Finding): string | undefined {
    if (place === undefined || this.#hidden.has(`${path}:${place.line}`)) return undefined;
    return this.#linesOf(path)?.[place.line - 1];
  }

  #linesOf(path: string): readonly string[] | undefined {
    const source = this.#sources.get(path);
    if (source === undefined) return undefined;
    const lines = this.#split.get(path) ?? source.split(/\r?\n/u);
    this.#split.set(path, lines);
    return lines;
  }
}
