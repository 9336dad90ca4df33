import { difference, rest } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { after, before, isAmount, isDuration, type Reading, type Strength } from '../reading.ts';
import type { Token } from '../token.ts';

const lead = /(?:^|[^a-zà-ÿœ])(?:les|des|aux|soit|the|ces|those)(?: (?:quelque|about))? $/;
const otherLead = wordy(/\b(?:the|its|their|our) (?:other|remaining) $/);
const otherTail = wordy(/^ (?:[a-zà-ÿœ-]+ )?(?:autres?|restante?s?|others|remaining)\b/);

/** "84 communes ; 63 ont délibéré. Les 31 autres…", "the remaining 27": the whole, less the parts told before it. */
export function othersReadings(passage: Passage, token: Token): Reading[] {
  if (!mayBeOthers(passage, token)) return [];
  const earlier = passage.tokens.filter(
    (one) =>
      one.start < token.start &&
      one.sentence >= token.sentence - 1 &&
      isCounted(one) &&
      !isDuration(passage, one),
  );
  const inputs = earlier.slice(-4);
  const whole = inputs.reduce<Token | undefined>(
    (most, one) => (most && most.size >= one.size ? most : one),
    undefined,
  );
  if (whole === undefined || whole.size <= token.size) return [];
  const parts = inputs.filter((one) => one !== whole && isOfOne(whole, one));
  const [last] = parts.slice(-1);
  if (last === undefined || !isOfOne(whole, token)) return [];
  const isSole = earlier.length === 2;
  const shared = { kind: 'difference' as const, token, direction: 'either' as const };
  const all: Reading = { ...shared, inputs: [whole, ...parts], operation: rest, strength: 2 };
  const strength: Strength = isSole && !token.inWords ? 3 : 2;
  const pair: Reading = { ...shared, inputs: [whole, last], operation: difference, strength };
  return parts.length > 1 ? [all, { ...pair, strength: 1 }] : [pair];
}

function mayBeOthers(passage: Passage, token: Token): boolean {
  if (!isCounted(token)) return false;
  const left = before(passage, token, 24);
  const own = / [a-zà-ÿœ-]+$/.exec(passage.folded.slice(token.start, token.end))?.[0] ?? '';
  return otherLead.test(left) || (lead.test(left) && otherTail.test(own + after(passage, token, 36)));
}

/** Whether it is a number of things or people, whole. */
function isCounted(token: Token): boolean {
  const isCount = token.unitClass === 'count' || token.unitClass === 'bare';
  return isAmount(token) && isCount && token.per === '' && token.stated.decimals === 0;
}

const unnamed = /^(?:|autres?|others?|restante?s?|remaining)$/;

/** Whether both count one thing, or one goes without its noun. */
function isOfOne(whole: Token, { family }: Token): boolean {
  return family === whole.family || unnamed.test(family) || unnamed.test(whole.family);
}
