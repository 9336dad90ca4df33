import { exitCodes, ToolError } from '../core/tool-error.ts';
import type { Finding } from '../core/finding.ts';
import type { Language } from '../core/localized.ts';
import { compareFindings } from '../check/order.ts';
import { failed } from '../check/run.ts';
import { fr } from '../util/french.ts';
import { reporters } from '../report/index.ts';
import type { BuildResult } from '../pipeline/build.ts';
import type { Desk } from '../pipeline/desk.ts';
import { sourceReader } from './desk.ts';
import { text } from './options.ts';
import type { Host, Invocation, Stream } from './command.ts';

/** What a command found, and the documents that it looked at. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly documents: readonly string[];
  readonly readText: (path: string) => string | undefined;
  /** Errors of the tool, document by document. */
  readonly faults: readonly { readonly path: string; readonly fault: unknown }[];
}

/**
 * Reports an outcome and gives the exit status. Findings asked for in a machine's form go to the output stream, and so
 * do those of `check`; otherwise they go to the error stream.
 */
export function report({ host, lang, options }: Invocation, outcome: Outcome, asked: boolean): number {
  const format = text(options, 'format') ?? 'pretty';
  const stream = asked || format !== 'pretty' ? host.out : host.err;
  const strict = options['strict'] === true;
  const reporter = reporters[format as keyof typeof reporters];
  // With nothing found, "nothing to report" is welcome, but not beside a fault.
  const isSilent = options['quiet'] === true || outcome.faults.length > 0;
  const isQuiet = isSilent && outcome.findings.length === 0 && format === 'pretty';
  if (!isQuiet) {
    const sources = readSources(outcome);
    const { documents } = outcome;
    const findings = outcome.findings.toSorted(compareFindings);
    stream.write(
      reporter(
        { findings, documents, sources },
        { lang, color: usesColor(host, stream, options), width: stream.columns },
      ),
    );
  }
  for (const line of explainFaults(outcome.faults, lang)) host.err.write(line);
  return statusOf(outcome, strict);
}

/** Reports what a build found and gives the exit status. */
export function reportBuild(
  invocation: Invocation,
  desk: Desk,
  { documents, findings }: Pick<BuildResult, 'documents' | 'findings'>,
): number {
  const outcome = {
    findings,
    documents: documents.map(({ path }) => path),
    readText: sourceReader(desk),
    faults: documents.filter(({ fault }) => fault !== undefined),
  };
  return report(invocation, outcome, false);
}

/** Colours on terminals, unless NO_COLOR or `--no-color` asks for none. */
export function usesColor(host: Host, stream: Stream, options: Invocation['options']): boolean {
  return stream.isTerminal && options['color'] !== false && !host.env['NO_COLOR'];
}

/** The highest of rendering, machine and findings, as the contract orders them. */
function statusOf({ findings, faults }: Outcome, strict: boolean): number {
  const kinds = faults.map(({ fault }) => (fault instanceof ToolError ? fault.kind : 'rendering'));
  if (kinds.includes('interrupted')) return exitCodes.interrupted;
  if (kinds.includes('rendering')) return exitCodes.rendering;
  if (kinds.includes('machine')) return exitCodes.machine;
  return kinds.length > 0 || failed(findings, strict) ? exitCodes.findings : exitCodes.fine;
}

/** One message for all the documents that the same fault stops. */
function explainFaults(faults: Outcome['faults'], lang: Language): string[] {
  const paths = new Map<string, string[]>();
  for (const { path, fault } of faults) {
    const said = explainFault(fault, lang);
    paths.set(said, [...(paths.get(said) ?? []), path]);
  }
  return [...paths].map(([said, stopped]) => `${someOf(stopped, lang)}${words.colon[lang]}${said}`);
}

function someOf(paths: readonly string[], lang: Language): string {
  const shown = paths.slice(0, 3).join(', ');
  const others = paths.length - 3;
  return others > 0 ? `${shown} ${words.and[lang]} ${others} ${words.others[lang](others)}` : shown;
}

const words = {
  colon: { fr: fr` : `, en: ': ' },
  and: { fr: 'et', en: 'and' },
  others: { fr: (number: number) => (number > 1 ? 'autres' : 'autre'), en: () => 'more' },
  bug: {
    fr: 'une erreur du programme, pas de votre document',
    en: 'a fault of the program, not of your document',
  },
};

function explainFault(fault: unknown, lang: Language): string {
  if (fault instanceof ToolError) {
    return `${fault.text[lang]}\n${fault.hint ? `→ ${fault.hint[lang]}\n` : ''}`;
  }
  const stack = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  return `${words.bug[lang]}\n${stack}\n`;
}

function readSources({ findings, readText }: Outcome): Map<string, string> {
  const paths = new Set(findings.map((finding) => finding.path));
  const sources = new Map<string, string>();
  for (const path of paths) {
    const source = readText(path);
    if (source !== undefined) sources.set(path, source);
  }
  return sources;
}
