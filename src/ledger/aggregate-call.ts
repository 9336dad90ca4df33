import { foldSpaces } from '../util/spaces.ts';
import { formulaFault } from './fault.ts';
import { fr } from '../util/french.ts';
import { shorten } from '../util/shorten.ts';

export const aggregateNames = ['sum', 'mean', 'median', 'min', 'max', 'count', 'share'] as const;
export type AggregateName = (typeof aggregateNames)[number];

export const operators = ['=', '!=', '<=', '>=', '<', '>'] as const;
export type Operator = (typeof operators)[number];

/** One condition on the rows: `annee = 2021`, `reponse = "oui"`. */
export interface Condition {
  readonly column: string;
  readonly operator: Operator;
  readonly value: string;
}

/** `sum(montant; annee = 2021)`: what is computed over which rows of the CSV. */
export interface AggregateCall {
  readonly name: AggregateName;
  readonly column: string | undefined;
  /** The rows that count; for `share` without a column, those in its numerator. */
  readonly conditions: readonly Condition[];
  /** For `share` alone: the rows that the share is taken of. */
  readonly within: readonly Condition[];
}

const closingQuotes: Readonly<Record<string, string>> = { '"': '"', "'": "'", '«': '»', '“': '”', '‘': '’' };

/** Reads what stands between the parentheses of an aggregate. Throws `LedgerFault`. */
export function parseAggregateCall(name: AggregateName, inside: string): AggregateCall {
  const [head = '', ...tail] = splitOutside(inside, /^;/u);
  const conditions = tail.flatMap(parseConditions);
  const isCondition = findOperator(head) !== undefined;
  const column = isCondition || head.trim() === '' ? undefined : unquote(head);
  if (name === 'share') return parseShare(column, isCondition ? parseConditions(head) : [], conditions);
  if (name === 'count') {
    return {
      name,
      column,
      conditions: [...(isCondition ? parseConditions(head) : []), ...conditions],
      within: [],
    };
  }
  if (column === undefined) throw missingColumn(name);
  return { name, column, conditions, within: [] };
}

/** `share(montant; annee = 2021)` is a share of a total; `share(reponse = "oui"; sexe = "F")` one of the rows. */
function parseShare(
  column: string | undefined,
  counted: readonly Condition[],
  conditions: readonly Condition[],
): AggregateCall {
  if (column !== undefined && conditions.length > 0) return { name: 'share', column, conditions, within: [] };
  if (counted.length > 0)
    return { name: 'share', column: undefined, conditions: counted, within: conditions };
  throw missingCondition();
}

function missingColumn(name: AggregateName) {
  return formulaFault(
    {
      fr: fr`« ${name}() » doit nommer une colonne du CSV.`,
      en: `“${name}()” must name a column of the CSV.`,
    },
    { fr: fr`Par exemple : ${name}(montant).`, en: `For instance: ${name}(amount).` },
  );
}

function missingCondition() {
  return formulaFault(
    {
      fr: fr`« share() » doit dire quelles lignes compter.`,
      en: '“share()” must say which rows to count.',
    },
    { fr: fr`Par exemple : share(reponse = "oui").`, en: 'For instance: share(answer = "yes").' },
  );
}

const conditionLink = /^(?:,|(?<=\s)(?:et|and)(?=\s))/iu;

/** Reads `annee = 2021, sexe = F`. Throws `LedgerFault`. */
export function parseConditions(text: string): Condition[] {
  if (text.trim() === '') return [];
  return splitOutside(text, conditionLink).map(parseCondition);
}

function parseCondition(text: string): Condition {
  const found = findOperator(text);
  const column = found ? unquote(text.slice(0, found.start)) : '';
  const value = found ? unquote(text.slice(found.end)) : '';
  if (!found || column === '') throw unreadableCondition(text);
  return { column, operator: found.operator, value };
}

function unreadableCondition(text: string) {
  return formulaFault(
    {
      fr: fr`la condition « ${shorten(text)} » ne peut pas être lue.`,
      en: `the condition “${shorten(text)}” cannot be read.`,
    },
    {
      fr: fr`Une condition s’écrit : colonne = valeur (ou !=, <, >, <=, >=), le texte entre guillemets droits.`,
      en: 'A condition reads: column = value (or !=, <, >, <=, >=), with straight quotes around text.',
    },
  );
}

const spelledOperators: Readonly<Record<string, Operator>> = {
  '==': '=',
  '<>': '!=',
  '≠': '!=',
  '≤': '<=',
  '≥': '>=',
};
const operatorPattern = /^(?:==|!=|<>|<=|>=|[=<>≠≤≥])/u;

function findOperator(text: string): { start: number; end: number; operator: Operator } | undefined {
  for (const position of outsideQuotes(text)) {
    const found = operatorPattern.exec(text.slice(position, position + 2))?.[0];
    if (found === undefined) continue;
    const operator = operators.find((known) => known === found) ?? spelledOperators[found];
    if (operator) return { start: position, end: position + found.length, operator };
  }
  return undefined;
}

/** `text` cut wherever `separator` matches outside quotes. */
function splitOutside(text: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const position of outsideQuotes(text)) {
    if (position < start) continue;
    const length = separatorLength(text, position, separator);
    if (length === 0) continue;
    pieces.push(text.slice(start, position));
    start = position + length;
  }
  return [...pieces, text.slice(start)];
}

/** A separator may look at the space before it, so that "et" is a word of its own. */
function separatorLength(text: string, position: number, separator: RegExp): number {
  const window = text.slice(position, position + 4);
  if (separator !== conditionLink) return separator.exec(window)?.[0].length ?? 0;
  if (window.startsWith(',')) return 1;
  const isAfterSpace = /\s/u.test(text[position - 1] ?? '');
  return isAfterSpace ? (/^(?:et|and)(?=\s)/iu.exec(window)?.[0].length ?? 0) : 0;
}

/** Offsets of the characters that stand outside quotes. */
export function outsideQuotes(text: string): number[] {
  const offsets: number[] = [];
  let closing: string | undefined;
  for (let position = 0; position < text.length; position += 1) {
    const character = text[position] ?? '';
    if (closing !== undefined) {
      if (character === closing) closing = undefined;
    } else if (opensQuote(text, position)) {
      closing = closingQuotes[character];
    } else {
      offsets.push(position);
    }
  }
  return offsets;
}

/** An apostrophe inside a word ("l'année") opens no quotation. */
function opensQuote(text: string, position: number): boolean {
  const character = text[position] ?? '';
  if (!Object.hasOwn(closingQuotes, character)) return false;
  return character !== "'" || !/[\p{L}\p{N}]/u.test(text[position - 1] ?? '');
}

function unquote(text: string): string {
  const trimmed = foldSpaces(text.normalize('NFC'));
  const closing = Object.hasOwn(closingQuotes, trimmed[0] ?? '')
    ? closingQuotes[trimmed[0] ?? '']
    : undefined;
  const isQuoted = trimmed.length >= 2 && closing !== undefined && trimmed.endsWith(closing);
  return isQuoted ? trimmed.slice(1, -1).trim() : trimmed;
}
