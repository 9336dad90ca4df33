import { distance } from 'fastest-levenshtein';
import { foldAccents } from './fold-accents.ts';

/** The candidate that `word` most likely meant, case and accents apart; undefined when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = foldAccents(word).slice(0, 100);
  // One letter is near any other: it tells nothing.
  const limit = wanted.length < 2 ? 0 : Math.max(1, Math.floor(wanted.length * 0.4));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const folded = foldAccents(candidate);
    if (Math.abs(folded.length - wanted.length) >= bestDistance) continue;
    const between = distance(wanted, folded);
    if (between < bestDistance) [best, bestDistance] = [candidate, between];
  }
  return best;
}
