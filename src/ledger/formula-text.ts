import { aggregateNames, outsideQuotes, parseAggregateCall, type AggregateCall } from './aggregate-call.ts';
import {
  decimalComma,
  gluedNumber,
  tooLong,
  unclosed,
  unexpected,
  unknownFunction,
} from './formula-fault.ts';
import type { IdIndex } from './id-index.ts';

/**
 * A formula made ready for the expression parser: ids, which may hold hyphens and accents, and aggregates, which have a
 * grammar of their own, stand in `code` as names `$0`, `$1`…
 */
export interface FormulaText {
  readonly code: string;
  readonly inputs: ReadonlyMap<string, string>;
  readonly aggregates: ReadonlyMap<string, AggregateCall>;
  /** Inputs that are no ids. */
  readonly unknown: readonly string[];
}

const longestFormula = 1000;
const deepestParentheses = 50;

/**
 * A minus that begins an expression is a difference from this zero, which no number of ours is written like: so "-2 ^ 2"
 * is -(2 ^ 2) and "(-2) ^ 2" is not, though the parser drops parentheses.
 */
export const leadingZero = '00';
const leadingMinus = `${leadingZero} -`;

/** Finds the ids and the aggregates of a formula, and refuses every sign it may not hold. Throws `LedgerFault`. */
export function readFormula(formula: string, ids: IdIndex): FormulaText {
  if (formula.length > longestFormula) throw tooLong();
  return new FormulaReader(formula.normalize('NFC'), ids).read();
}

const wordStart = /[\p{L}_]/u;
const wordPart = /[\p{L}\p{M}\p{N}_]/u;
const numberPattern = /(?:\d+(?:\.\d*)?|\.\d+)/uy;
const signs: Readonly<Record<string, string>> = { '−': '-', '×': '*', '·': '*', '÷': '/', '^': '**' };

class FormulaReader {
  readonly #text: string;
  readonly #ids: IdIndex;
  readonly #inputs = new Map<string, string>();
  readonly #aggregates = new Map<string, AggregateCall>();
  readonly #unknown = new Set<string>();
  readonly #code: string[] = [];
  #position = 0;
  #depth = 0;

  constructor(text: string, ids: IdIndex) {
    this.#text = text;
    this.#ids = ids;
  }

  read(): FormulaText {
    while (this.#position < this.#text.length) this.#readNext();
    return {
      code: this.#code.join(''),
      inputs: this.#inputs,
      aggregates: this.#aggregates,
      unknown: [...this.#unknown],
    };
  }

  #readNext(): void {
    const id = this.#idAt(this.#position);
    if (id !== undefined) {
      this.#readId(id);
      return;
    }
    const character = this.#text[this.#position] ?? '';
    if (/[\d.]/u.test(character)) this.#readNumber();
    else if (wordStart.test(character)) this.#readWord();
    else this.#readSign(character);
  }

  /** The longest known id at `position`, so that "a-b" is the id of that name where there is one, else "a" minus "b". */
  #idAt(position: number): string | undefined {
    const before = this.#text[position - 1] ?? '';
    if (wordPart.test(before)) return undefined;
    const candidates = this.#ids.byFirst.get(this.#text[position] ?? '') ?? [];
    return candidates.find(
      (id) =>
        this.#text.startsWith(id, position) &&
        !wordPart.test(this.#text[position + id.length] ?? '') &&
        !/^\d+$/u.test(id),
    );
  }

  #readId(id: string): void {
    const end = this.#position + id.length;
    if (isFunctionName(id) && /^\s*\(/u.test(this.#text.slice(end))) this.#readWord();
    else if (this.#isMistyped(end)) this.#readUnknown(clusterAt(this.#text, this.#position));
    else this.#pushInput(this.#ids.byComposed.get(id) ?? id, id.length);
  }

  /** "conseil-vacin", where only "conseil" is known, is a mistyped id rather than a difference. */
  #isMistyped(end: number): boolean {
    const isJoined = this.#text[end] === '-' && wordStart.test(this.#text[end + 1] ?? '');
    if (!isJoined || this.#idAt(end + 1) !== undefined) return false;
    return !isFunctionName(clusterAt(this.#text, end + 1));
  }

  #readUnknown(name: string): void {
    this.#unknown.add(name);
    this.#pushInput(name, name.length);
  }

  #pushInput(id: string, length: number): void {
    this.#code.push(` ${this.#nextName(this.#inputs, id)} `);
    this.#position += length;
  }

  #nextName<Value>(table: Map<string, Value>, value: Value): string {
    const name = `$${this.#inputs.size + this.#aggregates.size}`;
    table.set(name, value);
    return name;
  }

  #readNumber(): void {
    numberPattern.lastIndex = this.#position;
    const number = numberPattern.exec(this.#text)?.[0];
    if (number === undefined) throw unexpected(this.#text[this.#position] ?? '');
    const end = this.#position + number.length;
    const next = this.#text[end] ?? '';
    if (wordStart.test(next)) throw gluedNumber(number + clusterAt(this.#text, end));
    if (next === ',' && this.#depth === 0) throw decimalComma();
    this.#code.push(` ${number.startsWith('.') ? `0${number}` : number.replace(/\.$/u, '')} `);
    this.#position = end;
  }

  #readWord(): void {
    const word = clusterAt(this.#text, this.#position);
    const name = /^[\p{L}\p{M}\p{N}_]+/u.exec(word)?.[0] ?? word;
    const open =
      this.#position +
      name.length +
      (/^\s*/u.exec(this.#text.slice(this.#position + name.length))?.[0].length ?? 0);
    const aggregate = aggregateNames.find((known) => known === name);
    if (this.#text[open] !== '(') {
      this.#readUnknown(word);
    } else if (aggregate !== undefined) {
      this.#readAggregate(aggregate, open);
    } else if (name === 'round') {
      this.#code.push('round');
      this.#position = open;
    } else {
      throw unknownFunction(name);
    }
  }

  #readAggregate(name: (typeof aggregateNames)[number], open: number): void {
    const inside = this.#text.slice(open + 1);
    const close = closingParenthesis(inside);
    if (close === undefined) throw unclosed();
    const call = parseAggregateCall(name, inside.slice(0, close));
    this.#code.push(` ${this.#nextName(this.#aggregates, call)} `);
    this.#position = open + close + 2;
  }

  #readSign(character: string): void {
    const sign = signs[character] ?? character;
    if (/\s/u.test(character)) {
      this.#code.push(' ');
    } else if (/^(?:[+\-*/(),]|\*\*)$/u.test(sign) && !this.#isDoubled(character)) {
      this.#depth += { '(': 1, ')': -1 }[sign] ?? 0;
      if (this.#depth > deepestParentheses) throw tooLong();
      this.#code.push(sign === '-' && this.#isAtStart() ? leadingMinus : sign);
    } else {
      throw unexpected(character);
    }
    this.#position += 1;
  }

  #isAtStart(): boolean {
    const before = this.#code.findLast((piece) => piece.trim() !== '') ?? '(';
    return before === '(' || before === ',';
  }

  /** `**` is the expression parser's sign, not ours, and `--` is its decrement. */
  #isDoubled(character: string): boolean {
    return /[*/]/u.test(character) && this.#text[this.#position + 1] === character;
  }
}

function isFunctionName(name: string): boolean {
  return name === 'round' || aggregateNames.some((known) => known === name);
}

/** The letters, digits and hyphens at `position`: what an author would call one word. */
function clusterAt(text: string, position: number): string {
  return (
    /^[\p{L}\p{M}\p{N}_.'’-]*[\p{L}\p{M}\p{N}_]/u.exec(text.slice(position))?.[0] ?? text.charAt(position)
  );
}

function closingParenthesis(inside: string): number | undefined {
  let depth = 0;
  for (const position of outsideQuotes(inside)) {
    if (inside[position] === '(') depth += 1;
    else if (inside[position] === ')' && depth === 0) return position;
    else if (inside[position] === ')') depth -= 1;
  }
  return undefined;
}
