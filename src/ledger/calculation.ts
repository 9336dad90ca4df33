import type { Language, Localized } from '../core/localized.ts';
import type { Quantity } from '../core/quantity.ts';
import { formatNumber, formatQuantity } from '../quantity/format.ts';
import type { AggregateCall, AggregateName, Condition, Operator } from './aggregate-call.ts';
import type { Expression, Operation } from './formula.ts';
import { fr } from '../util/french.ts';

interface Calculation {
  readonly expression: Expression;
  readonly quantity: (id: string) => Quantity;
  readonly result: Quantity;
  /** Workspace path of the CSV behind the aggregates. */
  readonly from: string | undefined;
  /** Decimals of what the entry states, where it holds. */
  readonly decimals: number | undefined;
}

/** A calculation as a person would write it: "11,35 M€ ÷ 160 Md€ = 0,0071 %, arrondi à 0,01 %". */
export function calculationInWords(calculation: Calculation): Localized {
  return { fr: inWords(calculation, 'fr'), en: inWords(calculation, 'en') };
}

const rounded: Localized = { fr: 'arrondi à', en: 'rounded to' };

function inWords(calculation: Calculation, lang: Language): string {
  const { expression, result, decimals, from } = calculation;
  const sum = sayExpression(expression, calculation, lang);
  const source = from !== undefined && usesTable(expression) ? ` (${from})` : '';
  const value = formatQuantity(result, { lang, decimals: decimalsShown(result, decimals) });
  const stated = formatQuantity(result, { lang, decimals: decimals ?? result.decimals });
  return `${sum}${source} = ${value}${stated === value ? '' : `, ${rounded[lang]} ${stated}`}`;
}

/** A result is shown finer than what is stated of it, unless it has nothing finer to show. */
function decimalsShown(result: Quantity, stated: number | undefined): number {
  if (stated === undefined || stated < result.decimals) return result.decimals;
  const shown = result.value.div(result.unit.scale);
  const finer = shown.toDecimalPlaces(stated + 2);
  return finer.equals(shown.toDecimalPlaces(stated)) ? stated : finer.decimalPlaces();
}

function usesTable(expression: Expression): boolean {
  switch (expression.type) {
    case 'aggregate':
      return true;
    case 'negative':
    case 'round':
      return usesTable(expression.of);
    case 'operation':
      return usesTable(expression.left) || usesTable(expression.right);
    default:
      return false;
  }
}

function sayExpression(expression: Expression, calculation: Calculation, lang: Language): string {
  const say = (part: Expression) => sayExpression(part, calculation, lang);
  switch (expression.type) {
    case 'number':
      return formatNumber(expression.value, { lang });
    case 'input':
      return sayInput(calculation.quantity(expression.id), lang);
    case 'aggregate':
      return sayAggregate(expression.call, lang);
    case 'negative':
      return `−${inParentheses(say(expression.of), precedenceOf(expression.of) < 2)}`;
    case 'round':
      return `${{ fr: 'arrondi', en: 'round' }[lang]}(${say(expression.of)})`;
    case 'operation':
      return sayOperation(expression, say);
  }
}

function sayInput(quantity: Quantity, lang: Language): string {
  const text = formatQuantity(quantity, { lang });
  return quantity.value.isNegative() ? `(${text})` : text;
}

const precedence: Readonly<Record<Operation, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 3 };
const signs: Readonly<Record<Operation, string>> = {
  '+': ' + ',
  '-': ' − ',
  '*': ' × ',
  '/': ' ÷ ',
  '^': '^',
};

function precedenceOf(expression: Expression): number {
  if (expression.type === 'operation') return precedence[expression.operator];
  if (expression.type === 'aggregate') return expression.call.conditions.length > 0 ? 0 : 4;
  return expression.type === 'negative' ? 1 : 4;
}

function sayOperation(
  operation: Extract<Expression, { type: 'operation' }>,
  say: (part: Expression) => string,
): string {
  const own = precedence[operation.operator];
  const left = precedenceOf(operation.left) - (operation.operator === '^' ? 1 : 0);
  const right =
    precedenceOf(operation.right) - (operation.operator === '-' || operation.operator === '/' ? 1 : 0);
  const sayLeft = inParentheses(say(operation.left), left < own);
  return `${sayLeft}${signs[operation.operator]}${inParentheses(say(operation.right), right < own)}`;
}

function inParentheses(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}

const aggregateWords: Readonly<Record<Exclude<AggregateName, 'count' | 'share'>, Localized>> = {
  sum: { fr: 'somme', en: 'sum' },
  mean: { fr: 'moyenne', en: 'mean' },
  median: { fr: 'médiane', en: 'median' },
  min: { fr: 'minimum', en: 'minimum' },
  max: { fr: 'maximum', en: 'maximum' },
};

function sayAggregate(call: AggregateCall, lang: Language): string {
  const where = sayConditions(call.conditions, lang);
  if (call.name === 'count') return sayCount(call, where, lang);
  if (call.name === 'share') return sayShare(call, where, lang);
  const of = call.column === undefined ? '' : quote(call.column, lang);
  const word = aggregateWords[call.name][lang];
  return lang === 'fr' ? `${word} de ${of}${where}` : `${word} of ${of}${where}`;
}

function sayCount(call: AggregateCall, where: string, lang: Language): string {
  const filled = call.column === undefined ? '' : quote(call.column, lang);
  if (lang === 'fr') return `nombre de lignes${filled && ` où ${filled} est rempli`}${where}`;
  return `number of rows${filled && ` where ${filled} is filled`}${where}`;
}

function sayShare(call: AggregateCall, where: string, lang: Language): string {
  const within = call.within.length === 0 ? '' : sayWithin(call.within, lang);
  const what =
    call.column === undefined ? { fr: 'des lignes', en: 'of rows' }[lang] : ofColumn(call.column, lang);
  return `${{ fr: 'part', en: 'share' }[lang]} ${what}${where}${within}`;
}

function ofColumn(column: string, lang: Language): string {
  return `${{ fr: 'de', en: 'of' }[lang]} ${quote(column, lang)}`;
}

function sayWithin(conditions: readonly Condition[], lang: Language): string {
  return `${{ fr: ', parmi celles', en: ', among those' }[lang]}${sayConditions(conditions, lang)}`;
}

const operatorSigns: Readonly<Record<Operator, string>> = {
  '=': '=',
  '!=': '≠',
  '<': '<',
  '>': '>',
  '<=': '≤',
  '>=': '≥',
};

function sayConditions(conditions: readonly Condition[], lang: Language): string {
  if (conditions.length === 0) return '';
  const said = conditions.map(
    ({ column, operator, value }) => `${column} ${operatorSigns[operator]} ${value}`,
  );
  return ` ${{ fr: 'où', en: 'where' }[lang]} ${said.join({ fr: ' et ', en: ' and ' }[lang])}`;
}

function quote(text: string, lang: Language): string {
  return lang === 'fr' ? fr`« ${text} »` : `“${text}”`;
}
