import type { Finding } from '../core/finding.ts';
import { comparePlaces } from '../util/places.ts';
import { compareCodePoints } from '../util/workspace-path.ts';

/** Orders findings by path, line, column and rule; what has no place comes before what has. */
export function compareFindings(left: Finding, right: Finding): number {
  return (
    compareCodePoints(left.path, right.path) ||
    comparePlaces(left.place, right.place) ||
    compareCodePoints(left.rule, right.rule) ||
    compareCodePoints(left.message.en, right.message.en)
  );
}
