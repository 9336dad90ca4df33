import type { Place } from '../core/place.ts';

/** Whether two stretches of a file share a character. */
export function placesMeet(one: Place, other: Place): boolean {
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
}

function startsBeforeEnd(one: Place, other: Place): boolean {
  return one.line < other.endLine || (one.line === other.endLine && one.column < other.endColumn);
}

/** Orders places as they stand in the file; what stands nowhere comes first. */
export function comparePlaces(one: Place | undefined, other: Place | undefined): number {
  return (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0);
}
