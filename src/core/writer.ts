import type { Format } from './document.ts';
import type { Problem } from './finding.ts';
import type { Output } from './output.ts';
import type { Page } from './page.ts';
import type { FontFace, Template } from './template.ts';

/** Prints a finished HTML page; only the PDF writer asks for it, and only then does a browser matter. */
export interface Printer {
  /**
   * Loads `html` on a blank page with scripts off and every request but `data:` refused, waits for its fonts,
   * runs `prepare` in it (measuring, filling page numbers), prints. `faces` are there before the page is. Throws
   * `ToolError`.
   */
  print(html: string, prepare?: Prepare, faces?: readonly FontFace[]): Promise<Uint8Array>;
  /** Told that this document prints no more, so that a browser that nobody needs can end meanwhile. */
  done?(): void;
}

/** Source of a function that runs inside the page under print media, and its argument. Its result is given back. */
export interface Prepare {
  readonly source: string;
  readonly argument: unknown;
  readonly result?: (value: unknown) => void;
}

export interface WriterContext {
  readonly template: Template;
  readonly printer: Printer;
  /** Takes what a writer finds amiss in its own artefact: a message that mail programs would cut, for one. */
  readonly warn?: (problem: Problem & { readonly rule: string }) => void;
}

/** One format. Pure but for the printer: same page, same bytes. */
export interface Writer {
  readonly format: Format;
  write(page: Page, context: WriterContext): Promise<readonly Output[]>;
}
