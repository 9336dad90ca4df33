import type { Problem } from '../core/finding.ts';
import type { Ledger, LedgerEntry, LedgerFigure, LedgerTable } from '../core/ledger.ts';
import type { Language, Localized } from '../core/localized.ts';
import type { Quantity } from '../core/quantity.ts';
import { compare } from '../quantity/compare.ts';
import { parseStated } from '../quantity/parse-stated.ts';
import { parseQuantity } from '../quantity/parse.ts';
import { calculationInWords } from './calculation.ts';
import { inUnit, ownUnit, parseUnit, toQuantity } from './entry-unit.ts';
import { evaluate, type Inputs } from './evaluate.ts';
import { LedgerFault, type LedgerRule } from './fault.ts';
import { parseFormula, type Formula } from './formula.ts';
import { unknownInput } from './formula-fault.ts';
import { indexIds, type IdIndex } from './id-index.ts';
import { computingOrder } from './order.ts';
import { parseTable, type Table } from './table.ts';
import { usedTables, type TableUse } from './used-tables.ts';
import { fr } from '../util/french.ts';
import { shorten } from '../util/shorten.ts';

export interface LedgerSource {
  readonly entries: readonly LedgerEntry[];
  /** Text of each CSV that entries name in `from`, by workspace path. */
  readonly tables: ReadonlyMap<string, string>;
  readonly lang: Language;
}

type LedgerProblem = Problem & { readonly rule: string };

/** Computes every entry of `figures:`. Never throws: what is wrong with an entry is a problem of the ledger. */
export function buildLedger(source: LedgerSource): Ledger {
  return new LedgerBuilder(source).build();
}

class LedgerBuilder {
  readonly #lang: Language;
  readonly #entries: ReadonlyMap<string, LedgerEntry>;
  readonly #tables: ReadonlyMap<string, string>;
  readonly #ids: IdIndex;
  readonly #parsedTables = new Map<string, Table | LedgerFault>();
  readonly #formulas = new Map<string, Formula>();
  readonly #quantities = new Map<string, Quantity>();
  readonly #calculations = new Map<string, Localized>();
  readonly #problems: LedgerProblem[] = [];

  constructor(source: LedgerSource) {
    this.#lang = source.lang;
    this.#tables = source.tables;
    this.#entries = new Map(source.entries.map((entry) => [entry.id, entry]));
    this.#ids = indexIds(this.#entries.keys());
  }

  build(): Ledger {
    for (const entry of this.#entries.values()) this.#readEntry(entry);
    const inputs = new Map([...this.#entries.keys()].map((id) => [id, this.#inputsOf(id)]));
    const { order, cycles } = computingOrder(inputs);
    for (const cycle of cycles) this.#reportCycle(cycle);
    for (const id of order) this.#compute(id);
    const figures = [...this.#entries.values()].map((entry) => this.#figure(entry));
    const byId = new Map(figures.map((figure) => [figure.entry.id, figure]));
    return { figures, byId, problems: this.#problems, tables: this.#usedTables() };
  }

  /** Of the entries that could be computed. */
  #usedTables(): LedgerTable[] {
    const uses = [...this.#entries.values()].flatMap(({ id, from }): TableUse[] => {
      const table = from === undefined ? undefined : this.#parsedTables.get(from);
      const formula = this.#quantities.has(id) ? this.#formulas.get(id) : undefined;
      if (table === undefined || table instanceof LedgerFault || formula === undefined) return [];
      return [{ expression: formula.expression, table }];
    });
    return usedTables(uses);
  }

  #figure(entry: LedgerEntry): LedgerFigure {
    return {
      entry,
      quantity: this.#quantities.get(entry.id),
      inputs: this.#inputsOf(entry.id),
      calculation: this.#calculations.get(entry.id),
    };
  }

  #inputsOf(id: string): readonly string[] {
    return this.#formulas.get(id)?.inputs ?? [];
  }

  #readEntry(entry: LedgerEntry): void {
    if (entry.formula !== undefined && entry.value !== undefined) {
      this.#report(entry, 'formula', twoValues(entry));
    } else if (entry.formula !== undefined) {
      const { formula } = entry;
      this.#attempt(entry, 'formula', () => {
        const parsed = parseFormula(formula, this.#ids);
        this.#formulas.set(entry.id, parsed);
        for (const name of parsed.unknown) {
          this.#report(entry, 'formula', unknownInput(name, this.#ids, entry.id));
        }
      });
    } else if (entry.value !== undefined) {
      const { value } = entry;
      this.#attempt(entry, 'value', () => {
        this.#quantities.set(entry.id, readValue(value, entry, this.#lang));
      });
    } else {
      this.#report(entry, 'id', noValue(entry));
    }
  }

  #compute(id: string): void {
    const entry = this.#entries.get(id);
    const formula = this.#formulas.get(id);
    // An input without a value has its own problem: saying it again of each formula that needs it helps nobody.
    if (!entry || !formula || formula.inputs.some((input) => !this.#quantities.has(input))) return;
    // The reader has said why a file could not be read.
    if (entry.from !== undefined && !this.#tables.has(entry.from)) return;
    this.#attempt(entry, 'formula', () => {
      this.#quantities.set(id, this.#evaluate(entry, formula));
    });
  }

  #evaluate(entry: LedgerEntry, formula: Formula): Quantity {
    const lang = this.#lang;
    const quantity = (id: string) => this.#quantityOf(id);
    const inputs: Inputs = { quantity, table: () => this.#tableOf(entry), lang };
    const computed = evaluate(formula.expression, inputs);
    const measure = entry.unit === undefined ? computed : inUnit(computed, parseUnit(entry.unit, lang));
    const result = toQuantity(measure, ownUnit(measure, lang), lang);
    const stated = statedDecimals(entry, result, lang);
    const { expression } = formula;
    this.#calculations.set(
      entry.id,
      calculationInWords({ expression, quantity, result, from: entry.from, decimals: stated }),
    );
    return { ...result, decimals: stated ?? result.decimals };
  }

  #quantityOf(id: string): Quantity {
    const quantity = this.#quantities.get(id);
    if (quantity === undefined) throw new LedgerFault('ledger/unknown-input', { fr: id, en: id });
    return quantity;
  }

  #tableOf(entry: LedgerEntry): Table {
    const { from } = entry;
    if (from === undefined) throw noTable();
    const table = this.#parsedTables.get(from) ?? readTable(from, this.#tables.get(from) ?? '');
    this.#parsedTables.set(from, table);
    if (table instanceof LedgerFault) throw table;
    return table;
  }

  #attempt(entry: LedgerEntry, field: 'formula' | 'value', work: () => void): void {
    try {
      work();
    } catch (cause) {
      if (!(cause instanceof LedgerFault)) throw cause;
      this.#report(entry, cause.field ?? field, cause);
    }
  }

  #reportCycle(cycle: readonly string[]): void {
    const entry = this.#entries.get(cycle[0] ?? '');
    if (entry) this.#report(entry, 'formula', cycleFault(cycle));
  }

  #report(entry: LedgerEntry, field: string, fault: LedgerFault): void {
    this.#problems.push({
      rule: fault.rule,
      place: entry.places[field] ?? entry.place,
      path: entry.path,
      message: {
        fr: fr`« ${entry.id} » : ${fault.text.fr}`,
        en: `“${entry.id}”: ${fault.text.en}`,
      },
      ...(fault.help && { help: fault.help }),
      ...(fault.expected !== undefined && { expected: fault.expected }),
    });
  }
}

function readValue(value: string, entry: LedgerEntry, lang: Language): Quantity {
  const withUnit = entry.unit === undefined ? undefined : parseQuantity(`${value} ${entry.unit}`, lang);
  const stated = parseStated(value, lang);
  const alone = stated && stated.kind !== 'number' ? stated : (parseQuantity(value, lang) ?? stated);
  const quantity = alone?.unit.symbol === '' ? (withUnit ?? alone) : (alone ?? withUnit);
  if (quantity === undefined) throw unreadableValue(value);
  if (!isSane(quantity)) throw unreadableValue(value);
  return { ...quantity, text: value };
}

function isSane(quantity: Quantity): boolean {
  return quantity.value.isZero() || Math.abs(quantity.value.e) <= 40;
}

/** The decimals that the entry states, where what it states is a rounding of the result. */
function statedDecimals(entry: LedgerEntry, result: Quantity, lang: Language): number | undefined {
  const stated = entry.stated === undefined ? undefined : parseStated(entry.stated, lang);
  if (stated?.kind !== 'number' || stated.qualifier !== undefined) return undefined;
  const isInItsUnit = stated.unit.symbol === '' || stated.unit.scale.eq(result.unit.scale);
  return isInItsUnit && compare(stated, result) === 'holds' ? stated.decimals : undefined;
}

function readTable(path: string, text: string): Table | LedgerFault {
  try {
    return parseTable(path, text);
  } catch (cause) {
    if (cause instanceof LedgerFault) return cause;
    throw cause;
  }
}

function fault(rule: LedgerRule, text: Localized, help?: Localized): LedgerFault {
  return new LedgerFault(rule, text, { help });
}

function twoValues(entry: LedgerEntry): LedgerFault {
  return fault(
    'ledger/value',
    {
      fr: 'ce chiffre a une valeur et une formule.',
      en: 'this figure has both a value and a formula.',
    },
    {
      fr: fr`Gardez l’une des deux pour « ${shorten(entry.id)} » ; ce que le texte en dit va dans « stated ».`,
      en: `Keep one of the two for “${shorten(entry.id)}”; what the text says of it goes into “stated”.`,
    },
  );
}

function noValue(entry: LedgerEntry): LedgerFault {
  return fault(
    'ledger/value',
    { fr: 'ce chiffre n’a ni valeur ni formule.', en: 'this figure has neither a value nor a formula.' },
    {
      fr: fr`Ajoutez « value: » (avec « source: ») ou « formula: » sous « ${shorten(entry.id)} ».`,
      en: `Add “value:” (with “source:”) or “formula:” under “${shorten(entry.id)}”.`,
    },
  );
}

function unreadableValue(value: string): LedgerFault {
  return fault(
    'ledger/value',
    {
      fr: fr`« ${shorten(value)} » ne peut pas être lu comme un nombre avec son unité.`,
      en: `“${shorten(value)}” cannot be read as a number with its unit.`,
    },
    {
      fr: 'Écrivez par exemple "160 Md€", "12,3 %" ou "4 555 agents".',
      en: 'Write for instance "€160bn", "12.3%" or "4,555 agents".',
    },
  );
}

function noTable(): LedgerFault {
  return fault(
    'ledger/data',
    {
      fr: 'la formule lit un fichier CSV, mais le chiffre ne dit pas lequel.',
      en: 'the formula reads a CSV file, but the figure does not say which.',
    },
    { fr: fr`Ajoutez « from: "data/fichier.csv" ».`, en: 'Add “from: "data/file.csv"”.' },
  );
}

function cycleFault(cycle: readonly string[]): LedgerFault {
  const shown = cycle.length > 8 ? [...cycle.slice(0, 7), '…', cycle.at(-1) ?? ''] : cycle;
  const path = shown.map((name) => shorten(name)).join(' → ');
  return fault(
    'ledger/cycle',
    { fr: `ce chiffre dépend de lui-même (${path}).`, en: `this figure depends on itself (${path}).` },
    {
      fr: 'Donnez une valeur avec sa source à l’un de ces chiffres.',
      en: 'Give one of these figures a value with its source.',
    },
  );
}
