import { difference, sum } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import {
  after,
  before,
  between,
  indexOf,
  isAmount,
  leftOf,
  neighbours,
  sentenceOf,
  type Reading,
} from '../reading.ts';
import { senseOf } from '../sense.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';
import { isOperand, isSame } from './operand.ts';

const past = wordy(
  /\b(?:était|étaient|été|fut|valait|coûtait|comptait|employait|disposait|s'élevait|s'établissait|atteignait|partait|partie?s?|initial\w*|au départ|à l'origine|auparavant|précédemment|been|was|were|previously|originally|formerly|before|from|contre|against)\b[^.;()0-9]{0,40}$/,
);
const pastAfter = wordy(
  /^[^.;:()0-9]{0,30}\b(?:auparavant|avant|plus tôt|précédemment|initialement|à l'origine|au départ|before|earlier|previously|originally)\b/,
);
const now = wordy(
  /\b(?:atteint|atteindr\w+|atteign\w+|port(?:e|ent|ant|ée?s?)|ramen\w+|ramèn\w+|rédui\w+|tomb\w+|descend\w*|pass(?:e|ent|ant|era)|mont(?:e|ent|ant|era)|s'établi\w*|s'élèv\w*|désormais|aujourd'hui|devien\w+|sera|seront|serait|now|reach\w*|br(?:ing|ought)\w*|stands?|take[ns]?|taking|took|leaving|rises?|rose|falls?|fell|be|to|compte|emploie|dispose)\b[^.;()0-9]{0,40}$/,
);

/** "a été majoré de 7,4 M€ ; il était, avant cette majoration, de 102,5 M€": a level, of another and the change between them. */
export function levelReadings(passage: Passage, token: Token): Reading[] {
  if (!isAmount(token) || token.isSigned || isRate(token) || isOperand(passage, token)) return [];
  const time = timeOf(passage, token);
  if (time === undefined) return [];
  const near = neighbours(passage, token).filter(
    (other) => isAmount(other) && isLike(other, token) && !isSame(other, token) && other.per === token.per,
  );
  const earlier = near.filter((other) => other.start < token.start && other.sentence >= token.sentence - 1);
  const change = earlier.findLast((other) => isChange(passage, other));
  if (change === undefined || earlier.length < 2) return [];
  const [last, lastButOne] = [earlier.at(-1), earlier.at(-2)];
  const sense = senseOf(passage, change, widths);
  return earlier
    .filter((other) => other !== change && !isChange(passage, other) && areNear(other, token, change))
    .map((base): Reading => {
      const isAdded = (sense === 'rise') === (time === 'now');
      const isSole = [base, change].every((one) => one === last || one === lastButOne);
      const isTold = isSole && isNearby(passage, change, token);
      return {
        kind: isAdded ? 'sum' : 'difference',
        token,
        inputs: [base, change],
        operation: isAdded ? sum : difference,
        strength: isTold ? (isPlain(passage, token) ? 3 : 2) : 1,
      };
    });
}

/** Whether the two levels are of one size, and the change is less. */
function areNear(base: Token, token: Token, change: Token): boolean {
  return change.size < base.size && base.size <= token.size * 3 && token.size <= base.size * 3;
}

const plain = wordy(
  /\b(?:avai(?:t|ent) été|(?:était|étaient)[ ,][^.;()0-9]{0,30}\b(?:avant|auparavant)|auparavant|(?:having|had) been|(?:was|were) (?:previously|originally|before)|partait)\b[^.;()0-9]{0,40}$/,
);

/** Whether the words leave no doubt that it is what the level was before it changed. */
function isPlain(passage: Passage, token: Token): boolean {
  return plain.test(leftOf(passage, token, 70));
}

const widths = { left: 50, right: 24 };

function isRate({ unitClass }: Token): boolean {
  return unitClass === 'percent' || unitClass === 'ratio' || unitClass === 'point';
}

const byLead = /(?:^|[ '])(?:de|d'|by|of) ?$/;

/** "de 540 €", "by £104": by how much, and a word of change that says which way. */
function isChange(passage: Passage, token: Token): boolean {
  const own = /^(?:de |d'|by )/.exec(passage.folded.slice(token.start, token.start + 3))?.[0] ?? '';
  if (!byLead.test(before(passage, token, 8) + own)) return false;
  return senseOf(passage, token, widths) !== undefined;
}

function timeOf(passage: Passage, token: Token): 'past' | 'now' | undefined {
  const words = leftOf(passage, token, 70);
  if (past.test(words) || pastAfter.test(after(passage, token, 50))) return 'past';
  return now.test(words) ? 'now' : undefined;
}

const goesOn = /^["«]?(?:ils?|elles?|it|they|this|cela) /;

/** Whether nothing but the words of one statement parts the change from the level. */
function isNearby(passage: Passage, change: Token, token: Token): boolean {
  if (change.sentence !== token.sentence && !goesOn.test(sentenceOf(passage, token))) return false;
  const gap = Math.abs(indexOf(passage.tokens, change) - indexOf(passage.tokens, token));
  return gap <= 2 && between(passage, change, token).length < 120;
}
