import type { Ledger, LedgerEntry } from '../../src/core/ledger.ts';
import type { Language } from '../../src/core/localized.ts';
import type { Place } from '../../src/core/place.ts';
import { buildLedger } from '../../src/ledger/ledger.ts';

export type Fields = Partial<Pick<LedgerEntry, 'value' | 'formula' | 'from' | 'unit' | 'stated' | 'source'>>;

const placeOf = (line: number, column: number): Place => ({
  line,
  column,
  endLine: line,
  endColumn: column + 1,
});

/** Entries on lines 1, 2, 3… of a note; their fields on columns 10, 20, 30… in the order given. */
export function ledgerOf(
  entries: Readonly<Record<string, Fields>>,
  { tables = {}, lang = 'fr' }: { tables?: Readonly<Record<string, string>>; lang?: Language } = {},
): Ledger {
  return buildLedger({
    entries: Object.entries(entries).map(([id, fields], index): LedgerEntry => ({
      id,
      ...fields,
      sourceItems: [],
      path: 'notes/x/note.md',
      place: placeOf(index + 1, 1),
      places: Object.fromEntries(
        Object.keys(fields).map((field, at) => [field, placeOf(index + 1, 10 * (at + 1))]),
      ),
    })),
    tables: new Map(Object.entries(tables)),
    lang,
  });
}

/** A figure as printed in the language of the ledger, "—" when it has no value. */
export function printed(ledger: Ledger, id: string): string {
  return ledger.byId.get(id)?.quantity?.text.replace(/[\u00a0\u202f]/gu, ' ') ?? '—';
}

/** "rule line:column" of each problem. */
export function problemsOf(ledger: Ledger): string[] {
  return ledger.problems.map(({ rule, place }) => `${rule} ${place ? `${place.line}:${place.column}` : '-'}`);
}

/** What the only entry of a ledger comes to: its value as printed, else the rule of its first problem. */
export function outcome(
  formula: string,
  others: Readonly<Record<string, Fields>> = {},
  more: Fields = {},
  csv?: string,
): string {
  const from = csv === undefined ? {} : { from: 'data.csv' };
  const ledger = ledgerOf(
    { result: { formula, ...from, ...more }, ...others },
    { tables: { 'data.csv': csv ?? '' } },
  );
  const value = printed(ledger, 'result');
  return value === '—' ? (ledger.problems[0]?.rule ?? 'silent') : value;
}
