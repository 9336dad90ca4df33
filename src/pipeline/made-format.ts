import type { Format } from '../core/document.ts';
import type { Problem } from '../core/finding.ts';
import type { Output } from '../core/output.ts';
import type { Page } from '../core/page.ts';
import type { Secret } from '../core/person.ts';
import type { Template } from '../core/template.ts';
import { ToolError } from '../core/tool-error.ts';
import type { Printer } from '../core/writer.ts';
import { findLeaks, type Leak, type Machine } from '../privacy/gate.ts';
import { withTimeLimit } from '../util/time-limit.ts';
import { writers } from '../write/index.ts';

/** What a writer and the leak gate need of a document. */
export interface FormatWork {
  readonly page: Page;
  readonly template: Template;
  readonly secrets: readonly Secret[];
  readonly machine: Machine;
}

/** Artefacts of a document, with what their writers found amiss and the secrets that the gate found in them. */
export interface MadeFormats {
  readonly outputs: readonly Output[];
  readonly warnings: readonly (Problem & { readonly rule: string })[];
  readonly leaks: readonly Leak[];
}

/** Writes a document in some formats, then opens each artefact as an adversary would. */
export async function makeFormats(
  formats: readonly Format[],
  { page, template, secrets, machine }: FormatWork,
  printer: Printer = noPrinter,
): Promise<MadeFormats> {
  const outputs: Output[] = [];
  const warnings: (Problem & { readonly rule: string })[] = [];
  const leaks: Leak[] = [];
  const warn = (problem: Problem & { readonly rule: string }): void => {
    warnings.push(problem);
  };
  for (const format of formats) {
    const writer = await writers[format]();
    const path = `${page.meta.slug}/${page.meta.slug}.${format}`;
    const searched = new Set<string>();
    const print: Printer['print'] = (html, prepare, faces) => {
      const printing = printer.print(html, prepare, faces);
      // Text drawn as glyphs cannot be read back: what is printed is searched, while it prints.
      if (!searched.has(html))
        leaks.push(...findLeaks([{ path, data: new TextEncoder().encode(html) }], secrets, machine));
      searched.add(html);
      return printing;
    };
    const made = await withTimeLimit(() =>
      writer.write(page, { template, printer: { ...printer, print }, warn }),
    );
    outputs.push(...made);
    leaks.push(...withTimeLimit(() => findLeaks(made, secrets, machine)));
  }
  return { outputs, warnings, leaks };
}

const noPrinter: Printer = {
  print: () =>
    Promise.reject(
      new ToolError('machine', { fr: 'Aucun navigateur n’a été démarré.', en: 'No browser was started.' }),
    ),
};
