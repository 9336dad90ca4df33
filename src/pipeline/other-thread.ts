import { Worker } from 'node:worker_threads';
import type { FoundClaims } from '../claim/claims.ts';
import type { ReadableText } from '../claim/prose.ts';
import type { CitationRequest } from '../cite/format.ts';
import type { Format } from '../core/document.ts';
import type { Picture } from '../core/note.ts';
import { ToolError } from '../core/tool-error.ts';
import { TimeLimitError } from '../util/time-limit.ts';
import type { FormatWork } from './made-format.ts';
import { receiveClaims, type SentClaims } from './sent-claims.ts';

/** What is asked of the other thread for the formats of a document. */
export type PageOrder =
  | { readonly task: 'formatCitations'; readonly request: CitationRequest }
  | { readonly task: 'cleanPictures'; readonly pictures: ReadonlyMap<string, Picture> }
  | { readonly task: 'makeFormats'; readonly formats: readonly Format[]; readonly work: FormatWork };

/** All that is asked of it. */
export type Order = PageOrder | { readonly task: 'findClaims'; readonly text: ReadableText };

/** What it loads while nothing is asked yet: what reads claims, or what makes these formats. */
export type Parts = 'claims' | readonly Format[] | undefined;

/** A fault as it can be sent: a class does not survive the way. */
export type SentFault =
  | { readonly tool: Pick<ToolError, 'kind' | 'text' | 'hint'> }
  | { readonly milliseconds: number }
  | { readonly error: unknown };

export type Answer = { readonly id: number } & ({ readonly value: unknown } | { readonly fault: SentFault });

export interface OtherThread {
  readonly ask: (order: Order) => Promise<unknown>;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

/** Starts the thread of `file`. Once it has ended, whatever was or is asked of it fails. */
export function openThread(file: string, parts: Parts): OtherThread {
  const worker = new Worker(file, { workerData: parts });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let end: { readonly fault: unknown } | undefined;
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('value' in answer) asked?.resolve(answer.value);
    else asked?.reject(receiveFault(answer.fault));
  });
  const stop = (fault: unknown): void => {
    end ??= { fault };
    for (const { reject } of waiting.values()) reject(end.fault);
    waiting.clear();
  };
  worker.on('error', stop);
  worker.on('exit', () => {
    stop(new Error('the other thread has ended'));
  });
  return {
    ask: (order) =>
      new Promise((resolve, reject) => {
        // Nobody would answer.
        if (end) throw end.fault;
        waiting.set(++last, { resolve, reject });
        worker.postMessage({ ...order, id: last });
      }),
    close: () => {
      void worker.terminate();
    },
  };
}

/** Finds the claims of a text on the other thread. */
export async function findClaimsThere({ ask }: OtherThread, text: ReadableText): Promise<FoundClaims> {
  const { tree, source, meta } = text;
  const sent = { tree, source, meta: { lang: meta.lang } };
  return receiveClaims((await ask({ task: 'findClaims', text: sent })) as SentClaims);
}

export function sendFault(fault: unknown): SentFault {
  if (fault instanceof TimeLimitError) return { milliseconds: fault.milliseconds };
  if (!(fault instanceof ToolError)) return { error: fault };
  const { kind, text, hint } = fault;
  return { tool: { kind, text, hint } };
}

function receiveFault(fault: SentFault): unknown {
  if ('milliseconds' in fault) return new TimeLimitError(fault.milliseconds);
  return 'tool' in fault ? new ToolError(fault.tool.kind, fault.tool.text, fault.tool.hint) : fault.error;
}
