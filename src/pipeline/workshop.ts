import type { FoundClaims } from '../claim/claims.ts';
import type { ReadableText } from '../claim/prose.ts';
import { formatCitations, type CitationRequest, type FormattedCitations } from '../cite/format.ts';
import type { Format } from '../core/document.ts';
import type { Picture } from '../core/note.ts';
import { cleanPictures, type CleanPicture } from '../picture/clean.ts';
import { writers } from '../write/index.ts';
import { findClaimsHere } from './find-claims.ts';
import { makeFormats, type FormatWork, type MadeFormats } from './made-format.ts';
import { findClaimsThere, openThread, type PageOrder } from './other-thread.ts';

type Pictures = ReadonlyMap<string, Picture>;
type CleanPictures = ReadonlyMap<string, CleanPicture>;

/** The work on a document that needs neither the disk nor the browser. */
export interface Workshop {
  readonly formatCitations: (request: CitationRequest) => Promise<FormattedCitations>;
  readonly cleanPictures: (pictures: Pictures) => Promise<CleanPictures>;
  readonly findClaims: (text: ReadableText) => Promise<FoundClaims>;
  readonly makeFormats: (formats: readonly Format[], work: FormatWork) => Promise<MadeFormats>;
  readonly close: () => void;
}

/** A workshop on this thread. */
export const workshopHere: Workshop = {
  formatCitations,
  cleanPictures,
  findClaims: findClaimsHere,
  makeFormats: (formats, work) => makeFormats(formats, work),
  close: () => undefined,
};

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
export function fill(order: PageOrder): Promise<FormattedCitations | CleanPictures | MadeFormats> {
  switch (order.task) {
    case 'formatCitations':
      return formatCitations(order.request);
    case 'cleanPictures':
      return cleanPictures(order.pictures);
    case 'makeFormats':
      return makeFormats(order.formats, order.work);
  }
}

/** A workshop on a thread of its own, so that the other formats are made while the browser prints. */
export function openWorkshop(threadFile: string, formats?: readonly Format[]): Workshop {
  const thread = openThread(threadFile, formats);
  const { ask, close } = thread;
  return {
    formatCitations: (request) => ask({ task: 'formatCitations', request }) as Promise<FormattedCitations>,
    cleanPictures: (pictures) => ask({ task: 'cleanPictures', pictures }) as Promise<CleanPictures>,
    findClaims: (text) => findClaimsThere(thread, text),
    makeFormats: (formats, work) => ask({ task: 'makeFormats', formats, work }) as Promise<MadeFormats>,
    close,
  };
}
