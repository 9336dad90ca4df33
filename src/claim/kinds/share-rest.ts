import { isResuming, leadsOn } from '../cues.ts';
import { inverseRemainder, remainder } from '../operation.ts';
import type { Part } from '../parts.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import {
  after,
  before,
  between,
  indexOf,
  likePairs,
  sentenceOf,
  type Reading,
  type Strength,
} from '../reading.ts';
import type { Token } from '../token.ts';
import { reading } from './share-reading.ts';

/** The same pairs read the other way: what the part leaves, or more in a place than it is meant to hold. */
export function turnedReadings(passage: Passage, token: Token, parts: readonly Part[]): Reading[] {
  if (token.size > 1 && token.type !== 'one-in') return parts.map((part) => overfull(passage, token, part));
  if (!saysRest(passage, token)) return [];
  const operation = token.type === 'one-in' ? inverseRemainder : remainder;
  return parts.map((part): Reading => ({
    ...reading(token, part, lossOf(passage, token, part)),
    operation,
  }));
}

/** "De 640 à 512 : un poste sur cinq a disparu": what is left tells what was lost. */
function lossOf(passage: Passage, token: Token, { part, whole }: Part): Strength {
  const areBefore = part.start > whole.start && part.start < token.start && part.sentence === whole.sentence;
  if (token.type !== 'one-in' || !areBefore) return 1;
  const isTaken = part.sentence === token.sentence || isResuming(sentenceOf(passage, token));
  const isLoss = token.sentence - part.sentence < 2 && lost.test(after(passage, token, 40));
  return isLoss && isTaken ? 3 : 1;
}

/** "Il y avait 640 abattoirs ; il en reste 224. Les deux tiers ont fermé": what was lost is told by its number, or by what is left. */
export function lostReadings(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] {
  if (token.unitClass !== 'ratio' || !isLost(passage, token)) return [];
  return likePairs(amounts).flatMap(([a, b]) => {
    const [whole, part] = a.size < b.size ? [b, a] : [a, b];
    if (Math.abs(token.sentence - part.sentence) > 1 || part.sentence > token.sentence) return [];
    const isLeft = left.test(before(passage, part, 50)) || leftAfter.test(after(passage, part, 24));
    if (isLeft) {
      const operation = token.type === 'one-in' ? inverseRemainder : remainder;
      return [{ ...reading(token, { part, whole }, 3), operation }];
    }
    if (whole !== a) return [];
    const isSaid = part.start > token.start && leadsOn(between(passage, token, part));
    return isSaid ? [reading(token, { part, whole }, 2)] : [];
  });
}

/** "ont fermé", "a perdu un lit sur trois". */
function isLost(passage: Passage, token: Token): boolean {
  return lost.test(after(passage, token, 40)) || lost.test(before(passage, token, 24));
}

const left = wordy(
  /\b(?:reste|restent|restait|restaient|subsiste|subsistent|demeure|demeurent|survi\w+|remain\w*|left|plus que|still)\b[^.;:()0-9]{0,30}$/,
);

const leftAfter = wordy(/^ (?:[a-zà-ÿœ]+ )?(?:remain|survive|restent|subsistent|demeurent|are left)\b/);

const lost = wordy(
  /\b(?:disparu|supprim|ferm(?:é|er)|perd(?:u|ent|re)|parti|quitté|envolé|gone|lost|closed|cut|vanished|disappeared|left|clé sous)/,
);

/** "374 détenus pour 220 places : 170 %": what is held may be more than what is meant to hold it. */
function overfull(passage: Passage, token: Token, { part, whole, isTold }: Part): Reading {
  const isFilled = occupancy.test(sentenceOf(passage, token));
  return reading(token, { part: whole, whole: part }, isFilled && !isTold ? 2 : 1);
}

const occupancy = wordy(
  /\b(?:occupation|suroccupation|surpopulation|occupancy|overcrowd\w*|capacity|capacité|densité|remplissage|couverture|coverage|over-?subscri\w*)\b/,
);

const restWords = wordy(
  /\b(?:n'|ne |pas\b|reste|autre|absent|sans|hors|not|other|remain|without|rest|manqu|vacant|aucun|non|never|perd|lost|lose|fui|échapp|gaspill|wast|vide|empty|gone|dispar|supprim|fermé|closed|clé sous|part[ie]|left|quitt|unfilled|abandon|réform|exclu|refus)/,
);

function saysRest(passage: Passage, token: Token): boolean {
  return restWords.test(before(passage, token, 80) + after(passage, token, 50));
}

/** "a perdu un quart de ses agents : 66 partis, pour 231 au départ": borne out right after the colon. */
export function isBorneOut(passage: Passage, token: Token, { inputs }: Reading): boolean {
  const index = indexOf(passage.tokens, token);
  const next = passage.tokens.slice(index + 1, index + 3);
  const [first] = next;
  if (first === undefined || !inputs.every((input) => next.includes(input))) return false;
  return /^[^.;:0-9]{0,60}(?: :|:| —| –| \() ?(?:[a-zà-ÿœ'-]+ ){0,2}$/.test(between(passage, token, first));
}
