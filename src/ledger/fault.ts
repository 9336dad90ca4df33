import type { Localized } from '../core/localized.ts';
import { fr } from '../util/french.ts';

export type LedgerRule =
  | 'ledger/cycle'
  | 'ledger/division-by-zero'
  | 'ledger/unknown-input'
  | 'ledger/mixed-units'
  | 'ledger/formula'
  | 'ledger/value'
  | 'ledger/data';

interface FaultHint {
  readonly help?: Localized | undefined;
  readonly expected?: string | undefined;
  readonly field?: string;
}

/** Why an entry has no value; thrown while it is computed, and turned into a problem of the ledger. */
export class LedgerFault extends Error {
  readonly rule: LedgerRule;
  readonly text: Localized;
  readonly help: Localized | undefined;
  /** What should stand there, where that is known. */
  readonly expected: string | undefined;
  /** The field of the entry that is at fault, where it is not the one being read. */
  readonly field: string | undefined;

  constructor(rule: LedgerRule, text: Localized, hint: FaultHint = {}) {
    super(text.en);
    this.name = 'LedgerFault';
    this.rule = rule;
    this.text = text;
    this.help = hint.help;
    this.expected = hint.expected;
    this.field = hint.field;
  }
}

/** A fault in the writing of a formula. */
export function formulaFault(text: Localized, help?: Localized): LedgerFault {
  return new LedgerFault('ledger/formula', text, { help });
}

/** "Did you mean…", where a name near to the unknown one is known. */
export function didYouMean(near: string | undefined): FaultHint {
  if (near === undefined) return {};
  return {
    expected: near,
    help: { fr: fr`Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` },
  };
}
