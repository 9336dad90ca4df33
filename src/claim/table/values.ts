import type { Unit } from '../../core/quantity.ts';
import { bareUnit } from '../../quantity/unit.ts';
import type { Role } from './labels.ts';
import type { Line } from './table-grid.ts';

/** A line with its number in the table. */
export interface Numbered {
  readonly line: Line;
  readonly index: number;
}

const mostValues = 8;
const valueRoles: ReadonlySet<Role> = new Set<Role>(['value', 'total', 'difference']);
/** What may change from one time to another: values, and shares, prices and rates too. */
export const changingRoles: ReadonlySet<Role> = new Set<Role>([...valueRoles, 'share', 'per', 'rate']);

/** The lines nearest to `index` that state values which another may be made from, in their order. */
export function nearestValues(lines: readonly Line[], index: number, roles = valueRoles): Numbered[] {
  const found: Numbered[] = [];
  for (let distance = 1; distance <= 2 * mostValues && found.length < mostValues; distance++) {
    for (const at of [index - distance, index + distance]) {
      const line = lines[at];
      if (line && roles.has(line.label.role)) found.push({ line, index: at });
    }
  }
  return found.toSorted((one, other) => one.index - other.index);
}

/** The unit of a line, or else the one that its numbers then have: 0,52 is a share as it stands, 52 is one in %. */
export function percentOr(line: Line, plain: Unit, percent: Unit): Unit {
  if (line.unit !== bareUnit) return line.unit;
  const amounts = line.cells.flatMap((cell) => (cell ? [Math.abs(cell.amount)] : []));
  const isPlain =
    amounts.length > 0 && amounts.every((amount) => amount <= 1) && amounts.some((amount) => amount < 1);
  return isPlain ? plain : percent;
}
