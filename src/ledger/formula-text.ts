import { nearest } from '../util/nearest.ts';
import { aggregateNames, outsideQuotes, parseAggregateCall, type AggregateCall } from './aggregate-call.ts';
import { didYouMean, excerpt, formulaFault, LedgerFault } from './fault.ts';
import { fr } from '../util/french.ts';

/**
 * A formula made ready for the expression parser: ids, which may hold hyphens and accents, and aggregates, which have a
 * grammar of their own, stand in `code` as names `$0`, `$1`…
 */
export interface FormulaText {
  readonly code: string;
  readonly inputs: ReadonlyMap<string, string>;
  readonly aggregates: ReadonlyMap<string, AggregateCall>;
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

/** The ids that formulas may name, made once for all of them. */
export interface IdIndex {
  /** Ids by their composed form, which is how formulas are read. */
  readonly byComposed: ReadonlyMap<string, string>;
  /** Composed ids by their first character, the longest first. */
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
  /** As many as a mistyped id is compared with. */
  readonly some: readonly string[];
}

export function indexIds(ids: Iterable<string>): IdIndex {
  const byComposed = new Map([...ids].map((id) => [id.normalize('NFC'), id]));
  return {
    byComposed,
    byFirst: byFirstCharacter(byComposed.keys()),
    some: [...byComposed.values()].slice(0, 500),
  };
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
  readonly #code: string[] = [];
  #position = 0;
  #depth = 0;

  constructor(text: string, ids: IdIndex) {
    this.#text = text;
    this.#ids = ids;
  }

  read(): FormulaText {
    while (this.#position < this.#text.length) this.#readNext();
    return { code: this.#code.join(''), inputs: this.#inputs, aggregates: this.#aggregates };
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
    if (isFunctionName(id) && /^\s*\(/u.test(this.#text.slice(end))) {
      this.#readWord();
      return;
    }
    const name = `$${this.#inputs.size + this.#aggregates.size}`;
    this.#inputs.set(name, this.#ids.byComposed.get(id) ?? id);
    this.#code.push(` ${name} `);
    this.#position = end;
    if (this.#text[end] === '-' && wordStart.test(this.#text[end + 1] ?? '')) this.#checkSegment(id, end);
  }

  /** "conseil-vacin", where only "conseil" is known, is a mistyped id rather than a difference. */
  #checkSegment(id: string, end: number): void {
    if (this.#idAt(end + 1) !== undefined) return;
    const rest = clusterAt(this.#text, end + 1);
    if (!isFunctionName(rest)) throw this.#unknownInput(`${id}-${rest}`);
  }

  #readNumber(): void {
    numberPattern.lastIndex = this.#position;
    const number = numberPattern.exec(this.#text)?.[0];
    if (number === undefined) throw unexpected(this.#text[this.#position] ?? '');
    const end = this.#position + number.length;
    const next = this.#text[end] ?? '';
    if (wordStart.test(next)) throw this.#unknownInput(number + clusterAt(this.#text, end));
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
    if (this.#text[open] !== '(') throw this.#unknownInput(word);
    const aggregate = aggregateNames.find((known) => known === name);
    if (aggregate !== undefined) {
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
    const key = `$${this.#inputs.size + this.#aggregates.size}`;
    this.#aggregates.set(key, parseAggregateCall(name, inside.slice(0, close)));
    this.#code.push(` ${key} `);
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

  #unknownInput(name: string): LedgerFault {
    const near = nearest(name, this.#ids.some);
    return new LedgerFault(
      'ledger/unknown-input',
      {
        fr: fr`la formule utilise « ${excerpt(name)} », qui n’est pas un chiffre de ce document.`,
        en: `the formula uses “${excerpt(name)}”, which is not a figure of this document.`,
      },
      didYouMean(near),
    );
  }
}

function byFirstCharacter(ids: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const id of [...ids].sort((a, b) => b.length - a.length)) {
    const first = id[0];
    if (first === undefined) continue;
    const group = groups.get(first);
    if (group) group.push(id);
    else groups.set(first, [id]);
  }
  return groups;
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

function tooLong(): LedgerFault {
  return formulaFault(
    { fr: 'la formule est trop longue.', en: 'the formula is too long.' },
    { fr: 'Coupez-la en plusieurs chiffres.', en: 'Split it into several figures.' },
  );
}

function unclosed(): LedgerFault {
  return formulaFault({
    fr: 'une parenthèse de la formule n’est pas fermée.',
    en: 'a parenthesis of the formula is not closed.',
  });
}

function decimalComma(): LedgerFault {
  return formulaFault(
    { fr: 'une formule ne prend pas de virgule.', en: 'a formula takes no comma.' },
    { fr: fr`Écrivez les décimales avec un point : 0.5.`, en: 'Write decimals with a point: 0.5.' },
  );
}

const signHelp = {
  fr: 'Une formule ne contient que des nombres, des noms de chiffres, + - * / ^ ( ) et sum, mean, median, min, max, count, round, share.',
  en: 'A formula holds numbers, names of figures, + - * / ^ ( ) and sum, mean, median, min, max, count, round, share.',
};

function unexpected(character: string): LedgerFault {
  return formulaFault(
    {
      fr: fr`le signe « ${character} » n’a pas sa place dans une formule.`,
      en: `the sign “${character}” has no place in a formula.`,
    },
    signHelp,
  );
}

function unknownFunction(name: string): LedgerFault {
  return formulaFault(
    {
      fr: fr`« ${excerpt(name)}(…) » n’est pas une fonction des formules.`,
      en: `“${excerpt(name)}(…)” is not a function of formulas.`,
    },
    signHelp,
  );
}
