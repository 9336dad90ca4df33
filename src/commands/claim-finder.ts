import type { CheckOptions } from '../pipeline/check.ts';
import { findClaimsThere, openThread } from '../pipeline/other-thread.ts';
import type { Host } from './command.ts';

/** Finds claims on the other thread while the rules run on this one; on this one too where there is no other. */
export function openClaimFinder({ thread: file }: Host): {
  readonly findClaims: CheckOptions['findClaims'];
  readonly close: () => void;
} {
  if (file === undefined) return { findClaims: undefined, close: () => undefined };
  const thread = openThread(file, 'claims');
  return { findClaims: (text) => findClaimsThere(thread, text), close: thread.close };
}
