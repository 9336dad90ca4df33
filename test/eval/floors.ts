import type { Measures } from './score.ts';

/**
 * What each corpus must reach: shares of the wrong claims and of all claims found, and no more false alarms per 1,000
 * words than so many. The engine is tuned on the first; nobody looks at the second.
 */
export const floors: Readonly<Record<string, Measures>> = {
  'claims-tune': { recall: 0.86, falseAlarms: 0.05, detection: 0.92 },
  'claims-held-out': { recall: 0.82, falseAlarms: 0.3, detection: 0.91 },
};

/** What a measure misses of its floor, in words. */
export function shortfalls(name: string, measures: Measures): string[] {
  const floor = floors[name];
  if (floor === undefined) return [];
  const { recall, falseAlarms, detection } = measures;
  return [
    ...(recall < floor.recall
      ? [`${name}: wrong claims found ${recall.toFixed(3)}, floor ${floor.recall}`]
      : []),
    ...(detection < floor.detection
      ? [`${name}: claims detected ${detection.toFixed(3)}, floor ${floor.detection}`]
      : []),
    ...(falseAlarms > floor.falseAlarms
      ? [`${name}: false alarms ${falseAlarms.toFixed(2)} per 1,000 words, ceiling ${floor.falseAlarms}`]
      : []),
  ];
}
