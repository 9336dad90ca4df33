import type { CitationItem } from './citation.ts';
import type { Localized } from './localized.ts';
import type { Place } from './place.ts';
import type { Problem } from './finding.ts';
import type { Quantity } from './quantity.ts';

/** One entry of `figures:`, as written. `places` gives the place of each of its fields; `place` that of its id. */
export interface LedgerEntry {
  readonly id: string;
  readonly label?: string;
  readonly value?: string;
  readonly formula?: string;
  /** Workspace path of the CSV that the formula's aggregates read. */
  readonly from?: string;
  readonly unit?: string;
  readonly stated?: string;
  readonly source?: string;
  readonly sourceItems: readonly CitationItem[];
  readonly asOf?: string;
  readonly path: string;
  readonly place: Place | undefined;
  readonly places: Readonly<Partial<Record<string, Place>>>;
}

/** An entry with its value, its inputs and the calculation in words. */
export interface LedgerFigure {
  readonly entry: LedgerEntry;
  /** Absent when it could not be computed; the ledger's problems say why. */
  readonly quantity: Quantity | undefined;
  readonly inputs: readonly string[];
  /** "11,35 M€ / 160 Md€ = 0,0070937… % ≈ 0,01 %", for people. */
  readonly calculation: Localized | undefined;
}

/** The part of a CSV that formulas read: the columns that they name, every row. */
export interface LedgerTable {
  /** Workspace path. */
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Ledger {
  readonly figures: readonly LedgerFigure[];
  readonly byId: ReadonlyMap<string, LedgerFigure>;
  /** What reading and computing found wrong: cycles, unknown inputs, mixed units, division by zero. */
  readonly problems: readonly (Problem & { readonly rule: string })[];
  /** What formulas read of the files that entries name in `from`. */
  readonly tables?: readonly LedgerTable[];
}
