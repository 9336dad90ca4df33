import { findProseClaims } from '../../src/claim/prose.ts';
import type { Claim } from '../../src/core/claim.ts';
import type { Language } from '../../src/core/localized.ts';
import { noteOf } from '../check/note-fixture.ts';

/** The claims that a text makes in prose. */
export function claimsOf(source: string, lang: Language = 'fr'): Claim[] {
  const note = noteOf(source);
  return findProseClaims({ ...note, meta: { ...note.meta, lang } });
}

/** "fails share 9,45 %" of each of them. */
export function told(source: string, lang: Language = 'fr'): string[] {
  return claimsOf(source, lang).map(({ verdict, kind, stated }) => `${verdict} ${kind} ${stated}`);
}
