import type { Language } from '../core/localized.ts';
import type { Quantity } from '../core/quantity.ts';
import { bareUnit } from '../quantity/unit.ts';
import { evaluateAggregate } from './aggregate.ts';
import type { Expression, Operation } from './formula.ts';
import {
  add,
  checked,
  divide,
  exactMeasure,
  multiply,
  negate,
  quantityMeasure,
  type Measure,
} from './measure.ts';
import { power, round } from './power.ts';
import type { Table } from './table.ts';

/** What a formula is computed from. */
export interface Inputs {
  readonly quantity: (id: string) => Quantity;
  readonly table: () => Table;
  readonly lang: Language;
}

/** The value of a formula, its bounds and its units carried through. Throws `LedgerFault`. */
export function evaluate(expression: Expression, inputs: Inputs): Measure {
  switch (expression.type) {
    case 'number':
      return checked(exactMeasure(expression.value, bareUnit));
    case 'input':
      return quantityMeasure(inputs.quantity(expression.id));
    case 'aggregate':
      return checked(evaluateAggregate(expression.call, inputs.table(), inputs.lang));
    case 'negative':
      return negate(evaluate(expression.of, inputs));
    case 'round':
      return round(
        evaluate(expression.of, inputs),
        expression.decimals && evaluate(expression.decimals, inputs),
      );
    case 'operation':
      return operate(
        expression.operator,
        evaluate(expression.left, inputs),
        evaluate(expression.right, inputs),
      );
  }
}

function operate(operator: Operation, left: Measure, right: Measure): Measure {
  switch (operator) {
    case '+':
      return add(left, right, 1);
    case '-':
      return add(left, right, -1);
    case '*':
      return multiply(left, right);
    case '/':
      return divide(left, right);
    case '^':
      return power(left, right);
  }
}
