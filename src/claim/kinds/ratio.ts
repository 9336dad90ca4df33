import { isLinked } from '../cues.ts';
import { inverse, quotient, type Operation } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import {
  after,
  between,
  indexOf,
  isAmount,
  isNamed,
  neighbours,
  type Reading,
  type Strength,
} from '../reading.ts';
import type { Token } from '../token.ts';
import { decimal } from '../../quantity/decimal.ts';
import { measures } from '../lexicon.ts';
import { measureFactor, timeFactor } from '../units.ts';
import { paceReadings } from './ratio-pace.ts';
import { isDivisor, isPlainlyTold, isTimeName, isTotal, strengthOf, type Sharing } from './ratio-ties.ts';

/** "N € par habitant", "N repas chacun", "un surveillant pour N détenus": a total shared out. */
export function ratioReadings(passage: Passage, token: Token): Reading[] {
  if (token.type !== 'quantity' || token.unitClass === 'percent' || token.unitClass === 'point') return [];
  const amounts = neighbours(passage, token).filter(
    (other) =>
      isAmount(other) &&
      other.unitClass !== 'percent' &&
      (other.per === '' || token.per === '' || other.per !== token.per),
  );
  const paces = paceReadings(passage, token);
  if (paces.length > 0) return paces;
  if (amounts.length === 0) return [];
  return oneFor(passage, token, amounts) ?? perEach(passage, token, amounts);
}

/** "par agent", "chacun", "au kilomètre carré", right after. */
const each = wordy(
  /^(?:(?! et | and )[^.;:(),0-9]){0,28}\b(?:chacune?|chaque|each|apiece|par tête|per head|per capita|pièce|l'unité|en moyenne|on average|a head|a piece|(?:par|per) (?!rapport|an\b|exemple|cent|une?\b|les?\b|la\b|l'|des\b|ce\b|cette\b|ces\b|s[aeo]\w*\b|leurs?\b|ailleurs)([a-zà-ÿœ]{3,})|(?:au|à l'|pour un|pour une|for every|for each|to every|every) ?(km|kilomètre carré|km²|hectare|[a-zà-ÿœ]{4,})|(?:la|le|l') ?(garde|nuit|repas|séance|place|copie|journée|heure|tonne|litre|mètre|unité))|^ (?:le|la|l') ?([a-zà-ÿœ]{4,})(?= ?[.,;)]| ?$)/,
);
/** Words of sharing that follow a number as its noun would: "600 chacun". */
const eachUnits = /^(?:chacune?|each|apiece|pièce)$/;
/** "£75,000 a place": only where what is so named is counted. */
const articled = wordy(/^ (?:[a-zà-ÿœ-]+ )?(?:an?|the|l[ae]|l') ?([a-zà-ÿœ]{3,})\b/);
/** "en moyenne", "chaque agent", "par hectare", before, with no other number in between. */
const mean = wordy(
  /\b(?:moyennes?|moyens?|average|mean|unitaire|unit cost|ratio|densité|density)\b[^.;()0-9]{0,60}$|\b(?:chaque|chacune?|each|every|(?:par|per)(?= (?!rapport|exemple|une?\b|les?\b|la\b|des\b|ce\b|cette\b|ces\b|s[aeo]\w*\b|leurs?\b|ailleurs))) ([a-zà-ÿœ]+)[^.;:()0-9]{0,60}$/,
);

/** The words that share out a number: what they name, and whether they only stand before it. */
interface Cue {
  readonly noun: string;
  readonly isWeak: boolean;
}

function cueOf(passage: Passage, token: Token): Cue | undefined {
  const words = after(passage, token, 48);
  const behind = each.exec(eachUnits.test(token.family) ? ` ${token.family}${words}` : words);
  if (token.per !== '') return { noun: token.per, isWeak: false };
  if (behind) return { noun: behind.slice(1).find(Boolean) ?? '', isWeak: false };
  const article = articledNoun(passage, token, words);
  if (article !== '') return { noun: article, isWeak: false };
  const ahead = meanBefore(passage, token);
  return ahead && { noun: ahead[1] ?? '', isWeak: !/^(?:par|per) /.test(ahead[0]) };
}

function meanBefore(passage: Passage, token: Token): RegExpExecArray | undefined {
  const last = passage.tokens[indexOf(passage.tokens, token) - 1];
  const from = passage.sentences[token.sentence]?.start ?? 0;
  const start = Math.max(last?.end ?? 0, from, token.from - 90);
  return mean.exec(passage.folded.slice(start, token.from)) ?? undefined;
}

function perEach(passage: Passage, token: Token, near: readonly Token[]): Reading[] {
  const cue = cueOf(passage, token);
  if (cue === undefined) return [];
  const { noun } = cue;
  const amounts = withFar(passage, token, noun, near);
  const pairs = sharings(passage, token, amounts);
  const named = pairs.filter((pair) => isFit(passage, token, noun, pair));
  const kept = named.length > 0 ? named : pairs;
  const facts = { noun, amounts, isFit: named.length > 0, isSole: kept.length === 1 };
  const isOther = contrasted.test(passage.folded.slice(Math.max(0, token.from - 30), token.from));
  const most = cue.isWeak && named.length === 0 ? 2 : 3;
  const readings = kept.slice(0, mostPairs).map((pair): Reading => {
    const situation = { ...pair, ...facts };
    const isOpen = isOther || isAnswered(passage, token, noun, pair);
    const limit = isOpen ? 1 : isPlainlyTold(passage, token, situation) ? 3 : most;
    const strength = Math.min(strengthOf(passage, token, situation), limit, limitOf(passage, token, pair));
    const inputs = [pair.total, pair.divisor];
    const operation = operationOf(token, pair, noun);
    return { kind: 'ratio', token, inputs, operation, strength: strength as Strength };
  });
  return withoutLater(token, readings).filter((one) => one.strength > 1 || isSharp(token, one));
}

/** A small whole number comes out of any two others. */
function isSharp({ unitClass, family, stated }: Token, { inputs: [total] }: Reading): boolean {
  const isSame = total?.unitClass === unitClass && total.family === family;
  const said = stated.value.div(stated.unit.scale);
  return stated.decimals > 1 || said.gte(isSame ? 10 : 100);
}

/** Classes by the day are no part of so many books. */
function limitOf(passage: Passage, token: Token, { total }: Sharing): Strength {
  const areCounts =
    token.unitClass === 'count' && total.unitClass === 'count' && !eachUnits.test(token.family);
  if (!areCounts || isNamed(passage, total, token.family)) return 3;
  return token.size < 100 ? 1 : 2;
}

const mostPairs = 40;

/** Whether another number has already said what the pair comes to: "75 € par habitant, et 25 € à la culture". */
function isAnswered(passage: Passage, token: Token, noun: string, { total, divisor }: Sharing): boolean {
  const start = Math.max(total.start, divisor.start);
  return passage.tokens.some((other) => {
    if (other.start <= start || other.start >= token.start) return false;
    const isLike = other.unitClass === token.unitClass && other.family === token.family;
    if (!isLike && !(isCount(token) && isCount(other))) return false;
    if (other.per !== '') return token.per === '' || other.per === token.per;
    return noun !== '' && passage.folded.slice(other.end, other.end + 6 + noun.length).includes(noun);
  });
}

/** What it is held against is of another time or place. */
const contrasted =
  /(?:contre|against|au lieu de|instead of|versus|compared (?:with|to)|rather than|plutôt que) (?:l[ae]s? |the )?$/;

/** Where what comes before is plainly meant, a total that comes later is another one. */
function withoutLater(token: Token, readings: readonly Reading[]): Reading[] {
  const isPlain = readings.some(
    ({ strength, inputs: [total] }) => strength === 3 && (total?.start ?? 0) < token.start,
  );
  return readings.filter(({ inputs: [total] }) => !isPlain || (total?.start ?? 0) < token.start);
}

function articledNoun(passage: Passage, token: Token, words: string): string {
  if (token.unitClass !== 'money' && token.unitClass !== 'measure') return '';
  const noun = articled.exec(words)?.[1] ?? '';
  if (noun.length < 4 || token.per !== '') return '';
  return passage.tokens.some((other) => other !== token && isCount(other) && isNamed(passage, other, noun))
    ? noun
    : '';
}

function isCount({ unitClass }: Token): boolean {
  return unitClass === 'count' || unitClass === 'bare';
}

const farthest = 20;

/** The numbers near, and those farther back in the paragraph that the words name, or that an amount of money may come of. */
function withFar(passage: Passage, token: Token, noun: string, near: readonly Token[]): Token[] {
  const index = indexOf(passage.tokens, token);
  const far = passage.tokens.slice(Math.max(0, index - farthest), index).filter((other) => {
    if (near.includes(other) || other.type !== 'quantity') return false;
    if (isMoneyOf(token, other)) return true;
    if (!isCount(other)) return false;
    const isDivisorNamed = noun.length >= 4 && isNamed(passage, other, noun);
    return isDivisorNamed || (token.unitClass === 'count' && isNamed(passage, other, token.family));
  });
  return [...far, ...near];
}

function isMoneyOf(token: Token, other: Token): boolean {
  if (token.unitClass !== 'money' || token.size < 100) return false;
  return isCount(other) || (other.unitClass === 'money' && other.family === token.family);
}

/** What may be shared out and among how many, the likeliest first. */
function sharings(passage: Passage, token: Token, amounts: readonly Token[]): Sharing[] {
  const totals = amounts.filter(
    (total) =>
      isTotal(token, total) &&
      (total.per === '' || isTimeName(total.per)) &&
      !(token.unitClass === 'money' && isPlainCount(total)),
  );
  const like = totals.filter(
    ({ unitClass, family }) => unitClass === token.unitClass && family === token.family,
  );
  const isMeasured =
    token.unitClass === 'money' || token.unitClass === 'measure' || token.unitClass === 'time';
  const pairs = (isMeasured && like.length > 0 ? like : totals).flatMap((total) =>
    amounts
      .filter((divisor) => divisor !== total && isDivisor(divisor, total, token))
      .map((divisor) => ({ total, divisor })),
  );
  const distance = ({ total, divisor }: Sharing): number =>
    Math.abs(total.start - token.start) + Math.abs(divisor.start - token.start);
  return pairs
    .filter((pair) => !isComparison(passage, pair))
    .sort((one, other) => distance(one) - distance(other));
}

/** Money is seldom written as a whole number alone. */
function isPlainCount({ unitClass, stated: { unit, decimals } }: Token): boolean {
  return unitClass === 'bare' && unit.scale.eq(1) && decimals === 0;
}

const compared = /^ (?:[a-zà-ÿœ'-]+ ){0,3}(?:à|to|contre|against|au lieu de|instead of)(?: l[ae]s?)? $/;

/** "de 340 à 412": a thing at two times is not shared out among itself. */
function isComparison(passage: Passage, { total, divisor }: Sharing): boolean {
  const isBare =
    total.unitClass === 'bare' || divisor.unitClass === 'bare' || total.family === divisor.family;
  return isBare && compared.test(between(passage, total, divisor));
}

/** Whether the words name what is shared and among what: "sept agents par prestataire". */
function isFit(passage: Passage, token: Token, noun: string, { total, divisor }: Sharing): boolean {
  if (noun.length < 4 || divisor.unitClass === 'time') return false;
  const isShared = token.unitClass !== 'count' || isNamed(passage, total, token.family);
  return isShared && (isNamed(passage, divisor, noun) || divisor.family === noun);
}

/** Hours shared out may be said in minutes, and hectares be counted by the square kilometre. */
function operationOf(token: Token, { total, divisor }: Sharing, noun: string): Operation {
  const above =
    token.unitClass === 'measure' ? measureFactor(total, token) : timeFactor(total.family, token.family);
  const [one, other] = [measures.get(noun), measures.get(divisor.family)];
  const below = one && other?.[0] === one[0] ? decimal(one[1]).div(other[1]) : undefined;
  const factor = (above ?? decimal(1)).times(below ?? 1);
  if (factor.eq(1)) return quotient();
  return quotient(factor, ` × ${factor.toSignificantDigits(6).toFixed()}`);
}

const oneForLead = wordy(
  /\b(?:une?|1|one|a|an)(?: ([a-zà-ÿœ'-]{3,24})(?: [a-zà-ÿœ'-]+){0,4})? (?:pour|for every|for each|for|per|to|par) $/,
);

/** "un surveillant pour 50 détenus": the second counted over the first. */
function oneFor(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] | undefined {
  const left = passage.folded.slice(Math.max(0, token.from - 60), token.from);
  const match = oneForLead.exec(left);
  if (!match || token.unitClass === 'time' || token.unitClass === 'money') return undefined;
  const counted = amounts.filter((other) => other.size > 1);
  const start = token.from - match[0].trimStart().length;
  const few = counted.filter((other) => isNamedBefore(passage, other, match[1], start));
  if (few.length === 0) return oneForOf(passage, token, counted, start);
  const named = counted.filter((other) => token.family.length > 2 && isNamed(passage, other, token.family));
  const others = counted.filter((other) => other.unitClass === 'count' && !few.includes(other));
  const many = named.length > 0 ? named : others;
  const pairs = few.flatMap((one) => many.filter((other) => other !== one).map((other) => [one, other]));
  return pairs.map((inputs): Reading => ({
    kind: 'ratio',
    token,
    inputs,
    operation: inverse,
    strength: pairs.length === 1 ? 3 : 2,
    start,
  }));
}

/** Whether the noun stands by the number, before the statement itself. */
function isNamedBefore(passage: Passage, token: Token, noun: string | undefined, start: number): boolean {
  if (noun === undefined || token.per !== '' || !isNamed(passage, token, noun)) return false;
  return (
    token.start > start ||
    passage.folded.slice(Math.max(0, token.start - 90), start).includes(noun.slice(0, 4))
  );
}

/** "Six infirmières veillent sur 84 patients, soit une pour 14": the two counts of the sentence. */
function oneForOf(
  passage: Passage,
  token: Token,
  counted: readonly Token[],
  start: number,
): Reading[] | undefined {
  const here = counted.filter(
    (other) => other.sentence === token.sentence && other.start < token.start && isCount(other),
  );
  const [one, other] = here.slice(-2);
  if (!one || !other || start - other.end > 50 || one.size === other.size) return undefined;
  const inputs = one.size < other.size ? [one, other] : [other, one];
  const gap = passage.folded.slice(other.end, start);
  const isPlain = /^une? pour|^one (?:for|per|to)/.test(passage.folded.slice(start, start + 9));
  const strength = here.length === 2 && isPlain && (isLinked(gap) || /[:(,] ?$/.test(gap)) ? 3 : 2;
  return [{ kind: 'ratio', token, inputs, operation: inverse, strength, start }];
}
