import { createHash } from 'node:crypto';
import type { Artefact, Output } from '../core/output.ts';

/** SHA-256 in hexadecimal. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** What is to be remembered of a file. */
export function artefactOf({ path, data, checks }: Output): Artefact {
  return { path, bytes: data.length, sha256: sha256(data), ...(checks && { checks }) };
}
