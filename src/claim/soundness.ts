import { levelsOf } from './changes.ts';
import { ofOtherClauses } from './clauses.ts';
import type { Passage } from './passage.ts';
import { wordy } from './pattern.ts';
import { after, before, between, indexOf, sentenceOf, type Reading } from './reading.ts';
import { senseOf } from './sense.ts';
import { setAside } from './set-aside.ts';
import type { Token } from './token.ts';
import { isLike } from './units.ts';

const operatorBefore = /[×÷*/+]\s?\(?$|[\d)€%]\s?x\s?\(?$/;
const operatorAfter = /^[)\s€%]{0,4}(?:[×÷*+=]|x\s\(?\d|\/\s?\(?\d)/;
const result = /(?<!(?:^|[^a-z])n ?)[=≈]\s?$/;
const explained = /^[^.;()]{0,30}\([^()]{0,40}\d[^()]{0,6}\s(?:[×÷x*/])\s\(?\d/;

/** "500 € × (104,44 / 100) = 522,22 €": a number of a written calculation, which says by itself what it is. */
export function isInFormula({ folded }: Passage, { from, end }: Token): boolean {
  const [left, right] = [folded.slice(Math.max(0, from - 6), from), folded.slice(end, end + 60)];
  if (operatorBefore.test(left) || operatorAfter.test(right) || explained.test(right)) return true;
  return result.test(left) && !plainSum.test(folded.slice(Math.max(0, from - 120), from));
}

/** "24,38 + 61,50 + 62,40 =": only a sum is read as it is written. */
const plainSum = /(?:^|[^\d\s×÷*/(x)-])\s?\d[\d\s.,€%a-zà-ÿœ']*(?:\+\s?[\d\s.,€%a-zà-ÿœ']+)+[=≈]\s?$/;

/** Whether nothing in the words or the numbers makes the reading one that no reader would have. */
export function isSound(passage: Passage, reading: Reading): boolean {
  return !unsound.some((isSo) => isSo(passage, reading));
}

const unsound = [
  repeats,
  isListed,
  isLimit,
  isAlternative,
  isRoundedAgain,
  isOfRealTerms,
  isMean,
  isSeries,
  isCompound,
  isOfWorkingDays,
  isShared,
  isReached,
  takesFromFormula,
  isOfChanges,
  isContribution,
  isLabelled,
  isPartOf,
  isYearly,
  isOfUnlike,
  ...setAside,
  ...ofOtherClauses,
];

/** A number said again is no result of itself: "un plafond de 900 m²… soit 900 m²". */
function repeats(passage: Passage, { kind, token, inputs, stated }: Reading): boolean {
  if (stated !== undefined || kind === 'multiple') return false;
  const [a, b] = inputs;
  const areOne =
    a !== undefined &&
    b !== undefined &&
    inputs.length === 2 &&
    isEqual(a, b) &&
    between(passage, a, b).length > 40;
  return inputs.some((input) => isEqual(input, token)) || (areOne && kind !== 'sum');
}

function isEqual(one: Token, other: Token): boolean {
  const isOneUnit =
    one.unitClass === other.unitClass || one.unitClass === 'bare' || other.unitClass === 'bare';
  return isOneUnit && one.size === other.size && one.per === other.per;
}

const itemGap = /^(?:, | et | ou | and | or | ?[-–/] ?|, (?:et|and) )$/;

/** "25 %, 50 % et 75 %": an item of a list comes of no other. */
function isListed(passage: Passage, { kind, token, inputs }: Reading): boolean {
  if (kind === 'sum' || kind === 'conversion') return false;
  const listed = listAround(passage, token);
  const isList = listed.length > 2 || !listed.some((one) => one !== token && isApposed(passage, one, token));
  return isList && inputs.some((input) => listed.includes(input));
}

/** "27 heures, 14 heures de moins": a comma alone makes no list of two. */
function isApposed(passage: Passage, one: Token, other: Token): boolean {
  return between(passage, one, other) === ', ';
}

function listAround(passage: Passage, token: Token): Token[] {
  const { tokens } = passage;
  const found = [token];
  for (const step of [-1, 1]) {
    for (let index = indexOf(tokens, token) + step; found.length < 12; index += step) {
      const [last, next] = [tokens[index - step], tokens[index]];
      if (!last || !next || !isLike(last, next) || !itemGap.test(between(passage, last, next))) break;
      found.push(next);
    }
  }
  return found;
}

const limit = wordy(
  /\b(?:dans la limite (?:totale )?(?:de|d')|(?:ne (?:peu(?:t|vent)|doi(?:t|vent)|saurai(?:t|ent)) (?:pas |ni )?|ni )(?:être |dépasser|excéder|représenter)|(?:may|must|shall|can) ?not (?:be |exceed)|(?:avec )?un (?:maximum|minimum|plafond) (?:de|d')|up to a (?:maximum|limit) of)[^.;:()0-9]{0,60}$/,
);

const endsAtMost = /(?:^| )(?:au plus|au maximum|au minimum|maximum|minimum)$/;
const leadsToMost = wordy(/\b(?:maximum|minimum|maximale?|minimale?)(?: de| of)? $/);

/** "ne peut dépasser 25 % de la durée": a bound set by a rule is no result, and none comes of it. */
function isLimit(passage: Passage, { kind, token, inputs }: Reading): boolean {
  if (isBound(passage, token)) return true;
  const isChange = kind === 'points' || kind === 'growth' || kind === 'difference';
  return isChange && inputs.some((input) => limit.test(before(passage, input, 60)));
}

function isBound(passage: Passage, token: Token): boolean {
  const left = before(passage, token, 100);
  return (
    limit.test(left) ||
    leadsToMost.test(left) ||
    endsAtMost.test(passage.folded.slice(token.start, token.end))
  );
}

const orBefore = /(?:^|[ ,(])(?:ou|or) (?:de |d'|of )?$/;
const caseAfter = wordy(
  /^(?: [a-zà-ÿœ'-]+){0,3} (?:pour|for|s'il|if|lorsque|lorsqu'|en cas|in case|dans le cas)\b/,
);

/** "200 000 € sur 3 exercices, ou 100 000 € pour une entreprise de transport": another case, not the same said again. */
function isAlternative(passage: Passage, { kind, token }: Reading): boolean {
  const left = before(passage, token, 10);
  const isCase = orBefore.test(left) || (kind === 'conversion' && left.endsWith('('));
  return isCase && caseAfter.test(after(passage, token, 60));
}

const rounded = wordy(/\b(?:arrondie?s?|rounded)\b/);

/** "172,92 jours, arrondis à 173": one number at two precisions. */
function isRoundedAgain(passage: Passage, { inputs, token }: Reading): boolean {
  const all = [...inputs, token].sort((a, b) => a.start - b.start);
  return all.some((one, index) => {
    const next = all[index + 1];
    return next !== undefined && next.start - one.end < 40 && rounded.test(between(passage, one, next));
  });
}

const realTerms = wordy(
  /\b(?:en (?:euros|francs|monnaie|valeur) constante?s?|en volume|en termes réels|corrigée?s? (?:de l'inflation|des variations)|hors inflation|(?:à|en) (?:champ|périmètre) constant|in real terms|after inflation|inflation-adjusted|adjusted for inflation|seasonally adjusted|like-for-like|constant prices)\b/,
);

/** "En euros constants, il a augmenté de 1,7 %": prices as paid tell nothing of it. */
function isOfRealTerms(passage: Passage, { kind, token, inputs }: Reading): boolean {
  if (kind !== 'growth' && kind !== 'multiple') return false;
  return inputs.some(({ unitClass }) => unitClass === 'money') && realTerms.test(sentenceOf(passage, token));
}

/** "urban 98 %, rural 95 %, total 97 %": the rate of the whole is a mean of those of its parts. */
function isMean(_: Passage, { kind, token, inputs }: Reading): boolean {
  if (kind !== 'sum' || token.unitClass !== 'percent') return false;
  const total = inputs.reduce((whole, { size }) => whole + size, 0);
  if (inputs.some(({ sentence }) => sentence !== token.sentence)) return true;
  return inputs.some(({ size }) => size >= token.size) || total > token.size * 1.5;
}

/** "24 % (2014), 24,3 % (2013), 24,9 % (2012)": one value of a series. */
function isSeries(passage: Passage, { kind, token, inputs }: Reading): boolean {
  if (kind !== 'growth' && kind !== 'points' && kind !== 'ratio') return false;
  const all = [token, ...inputs];
  if (!all.every((one) => isLike(one, token))) return false;
  const years = all.map((one) => yearAfter.exec(after(passage, one, 40))?.[1]);
  return years.every((year) => year !== undefined) && new Set(years).size === all.length;
}

const yearAfter = wordy(/^[^.;:()0-9,]{0,24}(?:\(|\b(?:en|in|pour) )(?:[a-z]+ )?((?:19|20)\d\d)\b/);

const smallerUnit =
  /^ ?(?:(?:et|and) )?\d{1,2} ?(?:mois|months?|jours?|days?|heures?|hours?|h\b|minutes?|min\b)/;

/** "41 ans et 6 mois": half of one duration. */
function isCompound(passage: Passage, { token }: Reading): boolean {
  return token.unitClass === 'time' && smallerUnit.test(after(passage, token, 20));
}

const working = wordy(/\b(?:ouvrée?s?|ouvrables?|travaillée?s?|working|work|business)\b/);

/** "30 jours ouvrables (5 semaines)": a week has as many worked days as the rule says. */
function isOfWorkingDays(passage: Passage, { kind, token, inputs: [input] }: Reading): boolean {
  if (kind !== 'conversion' || token.unitClass !== 'time' || input === undefined) return false;
  return [token, input].some((one) => working.test(after(passage, one, 24)));
}

const eachOf = wordy(
  /\b(?:each|chacune?|every|one) (?:of|by|in|for|from|de|par)? ?(?:the |l[ae]s? |ces |these |d)?$|\b(?:chacun|chacune) des $|\b(?:par|per) tranche de $|\bby each of the $/,
);

/** "2 from each of the 13 councils": those among whom something is shared are no share. */
function isShared(passage: Passage, { kind, token, inputs, start }: Reading): boolean {
  if (kind !== 'ratio' || start !== undefined) return false;
  const isFew = token.unitClass === 'count' && token.size < 10 && inputs.every(({ size }) => size < 100);
  return isFew || eachOf.test(before(passage, token, 30));
}

const reached = /^(?:above|below|au-dessus d|en dessous d|au-dessous d|sous )/;

/** "until inflation rose above 2.5%": what is reached is no change. */
function isReached({ folded }: Passage, { kind, token: { from, start } }: Reading): boolean {
  const isChange = kind === 'growth' || kind === 'points' || kind === 'difference';
  return isChange && reached.test(folded.slice(from, start));
}

/** "216 € (4 j × 54 €) et 2 100 €, soit 2 316 €": a number of a calculation is no part of a total beside it. */
function takesFromFormula(passage: Passage, { inputs, token }: Reading): boolean {
  return !isInFormula(passage, token) && inputs.some((input) => isInFormula(passage, input));
}

const widths = { left: 40, right: 24 };

/** "a augmenté de 3,2 %, puis de 1,4 %": what is itself a change is no level, and no part of a whole. */
function isOfChanges(passage: Passage, { kind, inputs, token }: Reading): boolean {
  const areRates = inputs.every(({ unitClass }) => unitClass === 'percent');
  if (
    kind === 'share' ? token.unitClass !== 'percent' : !(kind === 'points' || kind === 'growth') || !areRates
  )
    return false;
  return inputs.some((input) => isChange(passage, input));
}

const ofNumber = /(?:\bde |\bd'|\bby |\bof )$/;

function isChange(passage: Passage, token: Token): boolean {
  if (levelsOf(passage).has(token)) return false;
  const isSaidAfter =
    senseOf(passage, token, { left: 0, right: 24 }) !== undefined && !isSorted(passage, token);
  const isOf =
    ofNumber.test(before(passage, token, 4)) ||
    /^(?:de |d')/.test(passage.folded.slice(token.start, token.end));
  return isSaidAfter || (isOf && senseOf(passage, token, widths) !== undefined);
}

/** "1 121 notes supérieures à la moyenne": some of them, and no change. */
function isSorted(passage: Passage, token: Token): boolean {
  return (
    token.unitClass === 'count' && /^ (?:supérieur|inférieur|above|below)/.test(after(passage, token, 14))
  );
}

const contributes = wordy(
  /\b(?:contribu\w*|pour l'essentiel|imputable|expliqu\w*|account\w* for|due to)\b[^.;:0-9]{0,40}$/,
);

/** "contribue pour 0,6 point": a part of a change is no change of the rates beside it. */
function isContribution(passage: Passage, { kind, token }: Reading): boolean {
  return kind === 'points' && contributes.test(before(passage, token, 70));
}

const label = wordy(
  /^(?:\)?,|;) (?!(?:soit|donc|or|that is|making|au total|in all|total)\b)[^,.;:0-9]{1,40} ?\(?$/,
);

/** What has a verb, or follows from something, is no label. */
const saying = wordy(/\b(?:so|thus|donc|ainsi|is|was|are|were|est|sont|était|stands?|reach\w*|atteint)\b/);

/** "cargo 2, container 6, tanker 19": an item of a list of names and their numbers. */
function isLabelled(passage: Passage, { kind, token }: Reading): boolean {
  if (kind !== 'sum' && kind !== 'difference' && !token.isSigned) return false;
  const { tokens, folded } = passage;
  const index = indexOf(tokens, token);
  const gaps = [index - 1, index, index + 1].map((at) => {
    const [last, next] = [tokens[at - 1], tokens[at]];
    return last && next ? folded.slice(last.end, next.from) : '';
  });
  const [earlier = '', own = '', later = ''] = gaps;
  if (!/^(?:[,);]|$)/.test(after(passage, token, 2)) || saying.test(own)) return false;
  return label.test(own) && (label.test(earlier) || label.test(later));
}

/** "leaving £436 billion out of £511 billion": a part of the next number is no difference of others. */
function isPartOf(passage: Passage, { kind, token }: Reading): boolean {
  if (kind !== 'difference' && kind !== 'sum') return false;
  return isPartLead.test(before(passage, token, 24)) || isWholeNext.test(after(passage, token, 60));
}

const isWholeNext =
  /^[^.,;:()0-9]{0,20} (?:(?:out of|sur) [^.,;:()]{0,30}|of (?:the|its|these|those|our|their) (?:[a-z]+ )?)\d/;
const isPartLead = /\d (?:[a-zà-ÿœ]+ )?(?:sur|out of) (?:les |the )?$/;

/** "a augmenté de 1,7 % par an": a pace beside other paces is one more of them. */
function isYearly(passage: Passage, { kind, token, inputs }: Reading): boolean {
  if (token.unitClass !== 'percent' || (kind !== 'points' && kind !== 'growth')) return false;
  return isPace(passage, token) && inputs.some((input) => isPace(passage, input));
}

const pace = wordy(
  /^[^.,;:()0-9]{0,12}(?:par an|l'an|chaque année|en moyenne annuelle|a year|per year|per annum|annually)\b/,
);

function isPace(passage: Passage, token: Token): boolean {
  const own = passage.folded.slice(token.start, token.end);
  return /(?:par an|l'an|a year|per year)$/.test(own) || pace.test(after(passage, token, 40));
}

/** "3 200 agents et onze implantations": two things of two sizes are no two values of one. */
function isOfUnlike(_: Passage, { kind, isTold, inputs: [a, b] }: Reading): boolean {
  if (isTold === true || (kind !== 'growth' && kind !== 'multiple')) return false;
  if (a?.unitClass !== 'count' || b?.unitClass !== 'count') return false;
  const [small, large] = [Math.min(a.size, b.size), Math.max(a.size, b.size)];
  return a.family !== b.family && large > small * 10;
}
