/** Entries in an order in which each comes after its inputs, and the cycles that keep others from having one. */
export interface ComputingOrder {
  readonly order: readonly string[];
  /** Each cycle from one of its entries back to it: a, b, a. */
  readonly cycles: readonly (readonly string[])[];
}

type Links = ReadonlyMap<string, readonly string[]>;

/** Sorts ids by their inputs; inputs that are no ids are ignored. Linear, without recursion. */
export function computingOrder(inputs: Links): ComputingOrder {
  const known = new Map([...inputs].map(([id, ids]) => [id, ids.filter((input) => inputs.has(input))]));
  const order = sortByInputs(known);
  const sorted = new Set(order);
  const unsorted = [...known.keys()].filter((id) => !sorted.has(id));
  return { order, cycles: findCycles(known, new Set(unsorted)) };
}

function sortByInputs(inputs: Links): string[] {
  const missing = new Map([...inputs].map(([id, ids]) => [id, ids.length]));
  const dependents = reverse(inputs);
  const order = [...inputs.keys()].filter((id) => missing.get(id) === 0);
  for (const id of order) {
    for (const dependent of dependents.get(id) ?? []) {
      const count = (missing.get(dependent) ?? 0) - 1;
      missing.set(dependent, count);
      if (count === 0) order.push(dependent);
    }
  }
  return order;
}

function reverse(links: Links): Links {
  const reversed = new Map<string, string[]>([...links.keys()].map((id) => [id, []]));
  for (const [id, ids] of links) for (const input of ids) reversed.get(input)?.push(id);
  return reversed;
}

/** Every unsorted id leads, by its unsorted inputs, into a cycle: each walk stops at what was walked before. */
function findCycles(inputs: Links, unsorted: ReadonlySet<string>): string[][] {
  const walked = new Set<string>();
  const cycles: string[][] = [];
  for (const start of unsorted) {
    const path = new Map<string, number>();
    let id: string | undefined = start;
    while (id !== undefined && !walked.has(id)) {
      walked.add(id);
      path.set(id, path.size);
      id = inputs.get(id)?.find((input) => unsorted.has(input));
    }
    const first = id === undefined ? undefined : path.get(id);
    if (id !== undefined && first !== undefined) cycles.push([...[...path.keys()].slice(first), id]);
  }
  return cycles;
}
