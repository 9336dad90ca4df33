import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computingOrder } from '../../src/ledger/order.ts';

const graphs = fc
  .array(fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 3 }), { maxLength: 12 })
  .map((all) => new Map(all.map((inputs, id) => [String(id), inputs.map(String)])));

test('each id comes after its inputs; the others lead to a cycle that is shown', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const { order, cycles } = computingOrder(graph);
      const position = new Map(order.map((id, index) => [id, index]));
      for (const [id, index] of position) {
        for (const input of graph.get(id) ?? []) {
          if (graph.has(input)) expect(position.get(input) ?? Infinity).toBeLessThan(index);
        }
      }
      expect(cycles.length > 0).toBe(order.length < graph.size);
      for (const cycle of cycles) {
        expect(cycle.at(0)).toBe(cycle.at(-1));
        cycle.slice(1).forEach((input, index) => {
          expect(graph.get(cycle[index] ?? '')).toContain(input);
        });
      }
    }),
  );
});
