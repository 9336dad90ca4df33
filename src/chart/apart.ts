/** A label that wants to stand at `y`. */
export interface Wanted {
  readonly y: number;
  readonly height: number;
}

/**
 * Moves labels apart, in their order, so that none covers another: each as near as it can be to where it wants to stand,
 * all between `top` and `bottom`. Gives the new middles.
 */
export function movedApart(labels: readonly Wanted[], top: number, bottom: number): number[] {
  const order = labels
    .map((_, index) => index)
    .sort((a, b) => (labels[a]?.y ?? 0) - (labels[b]?.y ?? 0) || a - b);
  const heightOf = (index: number): number => labels[index]?.height ?? 0;
  const placed = new Map<number, number>();
  // Labels that push one another stand together, around the mean of where they want to be.
  const groups: { members: number[]; middle: number; height: number }[] = [];
  const inside = (middle: number, height: number): number =>
    Math.max(top + height / 2, Math.min(bottom - height / 2, middle));
  for (const index of order) {
    const own = heightOf(index);
    let group = { members: [index], middle: inside(labels[index]?.y ?? 0, own), height: own };
    for (let last = groups.at(-1); last && overlaps(last, group); last = groups.at(-1)) {
      groups.pop();
      const height = last.height + group.height;
      const members = [...last.members, ...group.members];
      const middle = members.reduce((sum, member) => sum + (labels[member]?.y ?? 0), 0) / members.length;
      group = { members, height, middle: inside(middle, height) };
    }
    groups.push(group);
  }
  for (const { members, middle, height } of groups) {
    let y = middle - height / 2;
    for (const member of members) {
      placed.set(member, y + heightOf(member) / 2);
      y += heightOf(member);
    }
  }
  return labels.map((_, index) => placed.get(index) ?? 0);
}

function overlaps(
  one: { middle: number; height: number },
  other: { middle: number; height: number },
): boolean {
  return one.middle + one.height / 2 > other.middle - other.height / 2;
}
