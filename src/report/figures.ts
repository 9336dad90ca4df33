import { coverageOf, type PlacedNumber } from '../claim/coverage.ts';
import type { Claim } from '../core/claim.ts';
import type { Note } from '../core/note.ts';
import type { Quantity } from '../core/quantity.ts';
import { isoDate } from '../quantity/date.ts';
import { figureRows, type FigureRow } from './figures-ledger.ts';

export { figuresTable } from './figures-table.ts';
export type { FiguresTableOptions } from './figures-style.ts';

/** The answer of `nsp figures --format json`. */
export function figuresReport(notes: readonly Note[]): object {
  return { version: 1, documents: notes.map(documentOf) };
}

function documentOf(note: Note): object {
  return {
    path: note.path,
    ledger: figureRows(note).map(entryOf),
    claims: (note.claims ?? []).map((claim) => claimOf(claim, note)),
    coverage: coverageReport(note),
  };
}

function claimOf(claim: Claim, note: Note): object {
  const { kind, stated, inputs, recomputed, unit, verdict, place, calculation } = claim;
  return {
    kind,
    stated,
    inputs: inputs.map(({ text }) => text),
    recomputed: recomputed.toSignificantDigits(12).toNumber(),
    unit,
    verdict,
    ...place,
    calculation: calculation[note.meta.lang],
  };
}

function coverageReport(note: Note): object {
  const { numbers, traced, bare, unverifiable } = coverageOf(note);
  return {
    numbers,
    traced,
    bare: bare.map(placed),
    unverifiable: unverifiable.map((number) => ({ ...placed(number), reason: number.reason ?? null })),
  };
}

function placed({ text, place }: PlacedNumber): object {
  return { text, line: place?.line ?? null, column: place?.column ?? null };
}

function entryOf({ figure, stated, status }: FigureRow): object {
  const { entry, quantity, inputs } = figure;
  return {
    id: entry.id,
    label: entry.label ?? null,
    value: quantity ? shownValue(quantity) : null,
    unit: shownUnit(quantity, entry.unit),
    formula: entry.formula ?? null,
    inputs,
    source: entry.source ?? null,
    stated,
    status,
  };
}

function shownUnit(quantity: Quantity | undefined, announced: string | undefined): string | null {
  const symbol = quantity ? quantity.unit.symbol : (announced ?? '');
  return symbol === '' ? null : symbol;
}

/** The value in its own unit, to twelve digits; a date or a month in ISO 8601. */
function shownValue({ value, unit, exact }: Quantity): number | string {
  if (unit.dimension === 'date') return isoDate(value.toNumber()).slice(0, exact ? 10 : 7);
  return value.div(unit.scale).toSignificantDigits(12).toNumber();
}
