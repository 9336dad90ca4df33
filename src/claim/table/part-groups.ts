import type { Line } from './table-grid.ts';

/** More parts than these are no table that a note prints. */
const mostParts = 5000;

/**
 * The lines that a total may add up, the likeliest first: those since the last total, those under it, the totals below
 * it, all of them; then without what its heads set apart. With `isShort`, only those next to it, so that many totals
 * stay cheap.
 */
export function partGroups(lines: readonly Line[], total: number, isShort: boolean): number[][] {
  const groups = basesOf(lines, total, isShort).flatMap((base) => variantsOf(base, lines));
  const seen = new Set<string>();
  return groups.filter((group) => {
    const key = `${group.length}:${group[0] ?? ''}:${group.at(-1) ?? ''}:${hashOf(group)}`;
    if (group.length < 2 || group.length > mostParts || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function hashOf(group: readonly number[]): number {
  return group.reduce((hash, index) => (hash * 31 + index) % 1_000_000_007, 7);
}

function basesOf(lines: readonly Line[], total: number, isShort: boolean): number[][] {
  const isTotal = (index: number): boolean => lines[index]?.label.role === 'total';
  const isEmpty = (index: number): boolean =>
    lines[index]?.cells.every((cell, at) => cell === undefined && !lines[index]?.isUnknown[at]) ?? true;
  const since = walk(total, -1, (index) => index >= 0 && !isTotal(index)).toReversed();
  const under = walk(total, 1, (index) => index < lines.length && !isTotal(index));
  const sinceHead = walk(total, -1, (index) => index >= 0 && !isTotal(index) && !isEmpty(index)).toReversed();
  const near = [sinceHead, since, under];
  if (isShort) return near;
  const before = range(0, total);
  const after = range(total + 1, lines.length);
  const parts = (indices: readonly number[]): number[] => indices.filter((index) => !isTotal(index));
  return [
    ...near,
    parts(before),
    [...before.filter(isTotal), ...since],
    parts(after),
    after.filter(isTotal),
    before.filter(isTotal),
    parts([...before, ...after]),
  ];
}

/** The indices next to `from`, as long as `goesOn`. */
function walk(from: number, step: 1 | -1, goesOn: (index: number) => boolean): number[] {
  const found: number[] = [];
  for (let index = from + step; goesOn(index); index += step) found.push(index);
  return found;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

const derived = new Set(['share', 'growth', 'difference', 'points', 'multiple', 'per', 'running', 'rate']);

function variantsOf(base: readonly number[], lines: readonly Line[]): number[][] {
  const labelOf = (index: number) => lines[index]?.label;
  const outer = base.filter((index) => labelOf(index)?.isWithin !== true);
  return [
    outer.filter((index) => labelOf(index)?.isIndented !== true),
    outer,
    outer.filter((index) => !derived.has(labelOf(index)?.role ?? 'value')),
    outer.filter((index) => labelOf(index)?.isEmphatic !== true),
    outer.filter((index) => labelOf(index)?.isEmphatic === true),
    [...base],
  ];
}
