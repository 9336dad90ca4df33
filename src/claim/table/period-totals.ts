import type { Line } from './table-grid.ts';

const months =
  /^(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december|(?:janv|fevr?|avr|juil|sept|oct|nov|dec|jan|feb|mar|apr|jun|jul|aug|sep)\.?)(?: (?:19|20)\d\d)?$/u;
const quarters =
  /^(?:[tq][1-4]|(?:1er|2e|3e|4e|[1-4]eme|premier|deuxieme|troisieme|quatrieme) trimestre|(?:first|second|third|fourth|1st|2nd|3rd|4th) quarter)(?: (?:19|20)\d\d)?$/u;
const halves =
  /^(?:[sh][12]|(?:1er|2e|2nd|premier|second|deuxieme) semestre|(?:first|second|1st|2nd) half(?:[- ]year)?)(?: (?:19|20)\d\d)?$/u;
const longer =
  /\b(?:trimestre|semestre|quadrimestre|annee|an|quarter|half-year|half|year|exercice)\b|^[tqs][1-4]\b|^(?:19|20)\d\d$/u;

/** The lines, where that of a quarter, of a half or of a year stands right after its months or quarters: it adds them up. */
export function withPeriodTotals(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ label }) => longer.test(label.key))) return lines;
  return lines.map((line, index) =>
    isPeriodTotal(lines, index) ? { ...line, label: { ...line.label, role: 'total', isStrong: true } } : line,
  );
}

/** The lines, where the last is called "Cumul" alone: it adds up all of them, and not each after the other. */
export function withLastCumul(lines: readonly Line[]): readonly Line[] {
  const last = lines.at(-1);
  if (last === undefined || lines.length < 4 || !/^(?:cumule?s?|cumulative)$/u.test(last.label.key))
    return lines;
  return [...lines.slice(0, -1), { ...last, label: { ...last.label, role: 'total', isStrong: true } }];
}

const fullSets: ReadonlySet<number> = new Set([3, 4, 6, 12]);

function isPeriodTotal(lines: readonly Line[], index: number): boolean {
  const label = lines[index]?.label;
  if (label === undefined || label.role === 'total' || !longer.test(label.key)) return false;
  const inMonths = runBefore(lines, index, months);
  if (inMonths > 0) return fullSets.has(inMonths);
  if (!halves.test(label.key) && runBefore(lines, index, halves) === 2) return true;
  const inQuarters = runBefore(lines, index, quarters);
  return !quarters.test(label.key) && [2, 4].includes(inQuarters) && isHalfOf(lines, index);
}

/** Whether the quarters just before are those of the half that the line is of, where it says which. */
function isHalfOf(lines: readonly Line[], index: number): boolean {
  const half = /^(?:s|1er |2e |2nd |first |second )?([12])?/u.exec(lines[index]?.label.key ?? '')?.[0].trim();
  const last = /^[tq]?([1-4])/u.exec(lines[index - 1]?.label.key ?? '')?.[1];
  const isFirst = half === '1er' || half === 's1' || half === 'first';
  return last === undefined || !isFirst || last === '2';
}

/** How many lines in a row just before are so named. */
function runBefore(lines: readonly Line[], index: number, names: RegExp): number {
  let count = 0;
  while (names.test(lines[index - 1 - count]?.label.key ?? '')) count += 1;
  return count;
}
