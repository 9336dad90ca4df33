import type { Finding } from '../core/finding.ts';
import { compareCodePoints } from '../util/workspace-path.ts';

/** Orders findings by path, line, column and rule; what has no place comes before what has. */
export function compareFindings(left: Finding, right: Finding): number {
  const [from, to] = [startOf(left), startOf(right)];
  return (
    compareCodePoints(left.path, right.path) ||
    from.line - to.line ||
    from.column - to.column ||
    compareCodePoints(left.rule, right.rule) ||
    compareCodePoints(left.message.en, right.message.en)
  );
}

function startOf({ place }: Finding): { readonly line: number; readonly column: number } {
  return place ?? { line: 0, column: 0 };
}
