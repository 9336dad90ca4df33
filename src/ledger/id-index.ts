/** The ids that formulas may name, made once for all of them. */
export interface IdIndex {
  /** Ids by their composed form, which is how formulas are read. */
  readonly byComposed: ReadonlyMap<string, string>;
  /** Composed ids by their first character, the longest first. */
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
  /** As many as a mistyped id is compared with. */
  readonly some: readonly string[];
}

export function indexIds(ids: Iterable<string>): IdIndex {
  const byComposed = new Map([...ids].map((id) => [id.normalize('NFC'), id]));
  return {
    byComposed,
    byFirst: byFirstCharacter(byComposed.keys()),
    some: [...byComposed.values()].slice(0, 500),
  };
}

function byFirstCharacter(ids: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const id of [...ids].sort((a, b) => b.length - a.length)) {
    const first = id[0];
    if (first === undefined) continue;
    const group = groups.get(first);
    if (group) group.push(id);
    else groups.set(first, [id]);
  }
  return groups;
}
