import { Worker } from 'node:worker_threads';
import { formatCitations, type CitationRequest, type FormattedCitations } from '../cite/format.ts';
import type { Format } from '../core/document.ts';
import type { Picture } from '../core/note.ts';
import { ToolError } from '../core/tool-error.ts';
import { cleanPictures, type CleanPicture } from '../picture/clean.ts';
import { TimeLimitError } from '../util/time-limit.ts';
import { makeFormats, type FormatWork, type MadeFormats } from './made-format.ts';
import { writers } from '../write/index.ts';
import { endlessLayout } from './too-long.ts';

type Pictures = ReadonlyMap<string, Picture>;
type CleanPictures = ReadonlyMap<string, CleanPicture>;

/** The work on a document that needs neither the disk nor the browser. */
export interface Workshop {
  formatCitations(request: CitationRequest): Promise<FormattedCitations>;
  cleanPictures(pictures: Pictures): Promise<CleanPictures>;
  makeFormats(formats: readonly Format[], work: FormatWork): Promise<MadeFormats>;
  close(): void;
}

/** A workshop on this thread. */
export const workshopHere: Workshop = {
  formatCitations,
  cleanPictures,
  makeFormats: (formats, work) => makeFormats(formats, work),
  close: () => undefined,
};

/** What is asked of the other thread. */
export type Order =
  | { readonly task: 'formatCitations'; readonly request: CitationRequest }
  | { readonly task: 'cleanPictures'; readonly pictures: Pictures }
  | { readonly task: 'makeFormats'; readonly formats: readonly Format[]; readonly work: FormatWork };

/** A fault as it can be sent: a class does not survive the way. */
export type SentFault =
  { readonly tool: Pick<ToolError, 'kind' | 'text' | 'hint'> } | { readonly error: unknown };

export type Answer = { readonly id: number } & ({ readonly value: unknown } | { readonly fault: SentFault });

/** Loads what orders will most likely need, while nothing is asked yet. */
export async function warmUp(formats: readonly Format[] = ['html', 'email']): Promise<void> {
  await Promise.all([
    import('@resvg/resvg-js'),
    import('svgpath'),
    import('../cite/engine.ts'),
    ...formats.filter((format) => format !== 'pdf').map((format) => writers[format]()),
  ]);
}

/** Fills an order on this thread: both workshops do the same. */
export function fill(order: Order): Promise<FormattedCitations | CleanPictures | MadeFormats> {
  switch (order.task) {
    case 'formatCitations':
      return formatCitations(order.request);
    case 'cleanPictures':
      return cleanPictures(order.pictures);
    case 'makeFormats':
      return makeFormats(order.formats, order.work);
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

/** A workshop on a thread of its own, so that the other formats are made while the browser prints. */
export function openWorkshop(threadFile: string, formats?: readonly Format[]): Workshop {
  const worker = new Worker(threadFile, { workerData: formats });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('value' in answer) asked?.resolve(answer.value);
    else asked?.reject(receive(answer.fault));
  });
  worker.on('error', (fault) => {
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  });
  const send = (order: Order): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      worker.postMessage({ ...order, id: last });
    });
  return {
    formatCitations: (request) => send({ task: 'formatCitations', request }) as Promise<FormattedCitations>,
    cleanPictures: (pictures) => send({ task: 'cleanPictures', pictures }) as Promise<CleanPictures>,
    makeFormats: (formats, work) => send({ task: 'makeFormats', formats, work }) as Promise<MadeFormats>,
    close: () => {
      void worker.terminate();
    },
  };
}

export function sendFault(thrown: unknown): SentFault {
  const fault = thrown instanceof TimeLimitError ? endlessLayout(thrown) : thrown;
  if (!(fault instanceof ToolError)) return { error: fault };
  const { kind, text, hint } = fault;
  return { tool: { kind, text, hint } };
}

function receive(fault: SentFault): unknown {
  return 'tool' in fault ? new ToolError(fault.tool.kind, fault.tool.text, fault.tool.hint) : fault.error;
}
