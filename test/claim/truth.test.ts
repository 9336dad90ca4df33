import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findProseClaims } from '../../src/claim/prose.ts';
import type { Verdict } from '../../src/core/claim.ts';
import { noteOf } from '../check/note-fixture.ts';

function verdicts(source: string, stated: string): Verdict[] {
  return findProseClaims(noteOf(source))
    .filter((claim) => claim.stated.includes(stated))
    .map(({ verdict }) => verdict);
}

const french = (value: number, decimals: number): string => value.toFixed(decimals).replace('.', ',');
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ' ');

/** Counts that no author would take for rounded ones, nor for years. */
const count = fc.integer({ min: 2211, max: 98_999 }).filter((value) => value % 10 !== 0);

interface Kind {
  readonly name: string;
  readonly right: (a: number, b: number) => number;
  readonly text: (a: string, b: string, stated: string) => string;
  readonly unit: string;
}

/** `a` is the smaller of the two. */
const kinds: readonly Kind[] = [
  {
    name: 'share',
    right: (a, b) => (100 * a) / b,
    text: (a, b, stated) => `Sur ${b} agents, ${a} sont partis, soit ${stated}.`,
    unit: ' %',
  },
  {
    name: 'growth',
    right: (a, b) => (100 * (b - a)) / a,
    text: (a, b, stated) => `Les demandes ont augmenté de ${stated}, passant de ${a} à ${b}.`,
    unit: ' %',
  },
  {
    name: 'fall',
    right: (a, b) => (100 * (b - a)) / b,
    text: (a, b, stated) => `Les effectifs sont passés de ${b} à ${a} agents, soit une baisse de ${stated}.`,
    unit: ' %',
  },
  {
    name: 'ratio',
    right: (a, b) => b / a,
    text: (a, b, stated) => `Les ${b} € ont été répartis entre ${a} agents, soit ${stated} par agent.`,
    unit: ' €',
  },
];

describe('of random numbers', () => {
  test.each(kinds)('a true $name never fails, a perturbed one always does', ({ right, text, unit }) => {
    fc.assert(
      fc.property(count, count, fc.integer({ min: 0, max: 2 }), fc.boolean(), (x, y, decimals, isUp) => {
        const [a, b] = [Math.min(x, y), Math.max(x, y)];
        const truth = right(a, b);
        fc.pre(truth > 2 && truth < 900);
        const stated = french(truth, decimals) + unit;
        expect(verdicts(text(grouped(a), grouped(b), stated), stated)).toEqual(['holds']);
        const wrong =
          french(truth * (isUp ? 1.13 : 0.88) + (isUp ? 2 : -1) / 10 ** decimals, decimals) + unit;
        expect(verdicts(text(grouped(a), grouped(b), wrong), wrong)).toEqual(['fails']);
      }),
      { numRuns: 60 },
    );
  });

  test('a true sum or difference holds, one off by a few fails', () => {
    fc.assert(
      fc.property(count, count, fc.integer({ min: 11, max: 99 }), (x, y, off) => {
        const total = `Il y a ${grouped(x)} femmes et ${grouped(y)} hommes, soit`;
        for (const [value, verdict] of [
          [x + y, 'holds'],
          [x + y + off, 'fails'],
        ] as const) {
          fc.pre(value % 100 !== 0);
          expect(verdicts(`${total} ${grouped(value)} personnes au total.`, grouped(value))).toEqual([
            verdict,
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
