import type { Decimal } from 'decimal.js';
import jsep from 'jsep';
import { decimal } from '../quantity/decimal.ts';
import type { AggregateCall } from './aggregate-call.ts';
import { formulaFault, type LedgerFault } from './fault.ts';
import { leadingZero, readFormula, type FormulaText } from './formula-text.ts';
import type { IdIndex } from './id-index.ts';
import { fr } from '../util/french.ts';

/** A formula as a tree: nothing but numbers, inputs, aggregates, the five operations and `round`. */
export type Expression =
  | { readonly type: 'number'; readonly value: Decimal }
  | { readonly type: 'input'; readonly id: string }
  | { readonly type: 'aggregate'; readonly call: AggregateCall }
  | { readonly type: 'negative'; readonly of: Expression }
  | { readonly type: 'round'; readonly of: Expression; readonly decimals: Expression | undefined }
  | {
      readonly type: 'operation';
      readonly operator: Operation;
      readonly left: Expression;
      readonly right: Expression;
    };

export type Operation = '+' | '-' | '*' | '/' | '^';

/** A formula read: its tree, and the ids it needs in the order of their first mention. */
export interface Formula {
  readonly expression: Expression;
  readonly inputs: readonly string[];
  /** Those of its inputs that are no ids. */
  readonly unknown: readonly string[];
}

/** Reads a formula that names ids of `ids`. Throws `LedgerFault`. */
export function parseFormula(formula: string, ids: IdIndex): Formula {
  const text = readFormula(formula, ids);
  const expression = convert(parseTree(text.code), text);
  return { expression, inputs: [...new Set(text.inputs.values())], unknown: text.unknown };
}

function parseTree(code: string): jsep.Expression {
  try {
    return jsep(code);
  } catch {
    throw unreadable();
  }
}

function unreadable(): LedgerFault {
  return formulaFault(
    {
      fr: fr`la formule ne peut pas être lue : il y manque un nombre, un opérateur ou une parenthèse.`,
      en: 'the formula cannot be read: a number, an operator or a parenthesis is missing.',
    },
    {
      fr: fr`Une formule s’écrit par exemple : (a + b) / c * 1.2, sans espace dans les nombres.`,
      en: 'A formula reads for instance: (a + b) / c * 1.2, without spaces inside numbers.',
    },
  );
}

function convert(node: jsep.Expression, text: FormulaText): Expression {
  const known = node as jsep.CoreExpression;
  switch (known.type) {
    case 'Literal':
      return { type: 'number', value: decimal(known.raw) };
    case 'Identifier':
      return reference(known.name, text);
    case 'UnaryExpression': {
      const of = convert(known.argument, text);
      return known.operator === '-' ? { type: 'negative', of } : of;
    }
    case 'BinaryExpression':
      return operation(known, text);
    case 'CallExpression':
      return rounding(known, text);
    default:
      throw unreadable();
  }
}

function reference(name: string, text: FormulaText): Expression {
  const id = text.inputs.get(name);
  if (id !== undefined) return { type: 'input', id };
  const call = text.aggregates.get(name);
  if (call !== undefined) return { type: 'aggregate', call };
  throw unreadable();
}

const operations: Readonly<Record<string, Operation>> = { '+': '+', '-': '-', '*': '*', '/': '/', '**': '^' };

function operation(node: jsep.BinaryExpression, text: FormulaText): Expression {
  const operator = operations[node.operator];
  if (operator === undefined) throw unreadable();
  const right = convert(node.right, text);
  if (operator === '-' && node.left.type === 'Literal' && node.left['raw'] === leadingZero) {
    return { type: 'negative', of: right };
  }
  const left = convert(node.left, text);
  // As in arithmetic, and unlike in the parser, "3 * -2 ^ 2" is 3 * -(2 ^ 2).
  if (operator === '^' && left.type === 'negative' && node.left.type === 'UnaryExpression') {
    return { type: 'negative', of: { type: 'operation', operator, left: left.of, right } };
  }
  return { type: 'operation', operator, left, right };
}

function rounding(node: jsep.CallExpression, text: FormulaText): Expression {
  const [of, decimals, ...rest] = node.arguments;
  const isRound = node.callee.type === 'Identifier' && node.callee['name'] === 'round';
  if (!isRound || of === undefined || rest.length > 0) throw unreadable();
  return { type: 'round', of: convert(of, text), decimals: decimals && convert(decimals, text) };
}
