import { namedAfter } from './kinds/difference-words.ts';
import type { Passage } from './passage.ts';
import { relative } from './parts.ts';
import { wordy } from './pattern.ts';
import { after, before, between, indexOf, type Reading } from './reading.ts';
import type { Token, UnitClass } from './token.ts';
import { isLike } from './units.ts';

const planned = wordy(
  /^[^.;:()0-9]{0,30}\b(?:que|than) (prévu|attendu|annoncé|escompté|budgété|planned|expected|forecast|budgeted)/,
);

/** "70 de plus que prévu": of a plan that no number tells. */
function isOfPlan(passage: Passage, { token, inputs }: Reading): boolean {
  const plan = planned.exec(after(passage, token, 60))?.[1];
  if (plan === undefined) return false;
  const start = Math.min(...inputs.map((input) => passage.sentences[input.sentence]?.start ?? 0));
  return !passage.folded.slice(start, token.from).includes(plan.slice(0, 5));
}

const clockLead = wordy(/\b(?:après|avant|dès|vers|jusqu'à|à partir de|entre|after|before|until|between) $/);

/** "après 22 heures": the time of the day is no total, and no part of one. */
function isClock(passage: Passage, { kind, token, inputs }: Reading): boolean {
  if ((kind !== 'sum' && kind !== 'difference') || token.unitClass !== 'time') return false;
  return [token, ...inputs].some(
    (one) => one.family === 'hour' && one.size <= 24 * 3600 && clockLead.test(before(passage, one, 14)),
  );
}

const known = /(?:^| )(?:les|the|ces|these|aux) $/;
const leftOver = wordy(
  /^ (?:[a-zà-ÿœ]+ )?(?:autres?|restant\w*|manquant\w*|de|d'|en|more|fewer|remaining|other|missing|extra|left|qui|that)\b/,
);

/** "compléter les 22 substances": those are known from elsewhere. */
function isKnown(passage: Passage, { kind, token }: Reading): boolean {
  if (kind !== 'difference' || token.unitClass !== 'count') return false;
  const right = after(passage, token, 48);
  return known.test(before(passage, token, 8)) && !leftOver.test(right) && !namedAfter.test(right);
}

/** "au moins 2 ans, au cours des 5 dernières années, dont 4 mois": a part is no quotient. */
function isIncluded(passage: Passage, { kind, token }: Reading): boolean {
  return kind === 'ratio' && /(?:^| )(?:dont|including|of which) $/.test(before(passage, token, 12));
}

/** "40 jours si le salarié a plus de six ans de service": what holds in one case adds up nothing. */
function isCase(passage: Passage, { kind, token }: Reading): boolean {
  return kind === 'sum' && /^ (?:si|s'ils?|lorsqu|if|where|en cas)(?: |e |')/.test(after(passage, token, 12));
}

const ofThose = wordy(
  /^ (?:of (?:them|these|those|whom)|d'entre (?:eux|elles)|de ceux-ci|de celles-ci) (?:by|from|in|for|with|on|at|par|dans|avec|chez|pour|en|sur|à|au|aux)\b/,
);

/** "37 have been filled, three quarters of them by neighbours": a share of the number just said is no share that it makes. */
function isOfThose(passage: Passage, { kind, token, inputs: [part] }: Reading): boolean {
  if (kind !== 'share' && kind !== 'fraction' && token.type !== 'one-in') return false;
  if (part === undefined || !ofThose.test(after(passage, token, 26))) return false;
  return passage.tokens[indexOf(passage.tokens, token) - 1] === part;
}

const periodic = /(?:^| )(?:tous les|toutes les|every) $/;

/** "une visite tous les 12 mois": how often something comes is counted by no one. */
function isPeriodic(passage: Passage, { token }: Reading): boolean {
  return token.unitClass === 'time' && periodic.test(before(passage, token, 12));
}

/** "listes d'attente de 6 à 9 semaines": the end of a range is no result. */
function isRangeEnd(passage: Passage, { kind, token }: Reading): boolean {
  if (kind !== 'conversion' && kind !== 'ratio' && kind !== 'sum') return false;
  const last = passage.tokens[indexOf(passage.tokens, token) - 1];
  return last !== undefined && isLike(last, token) && /^ (?:à|to) $/.test(between(passage, last, token));
}

const oddsOfTimes = wordy(
  /^[a-zà-ÿœ0-9]+ (?:jours?|heures?|fois|semaines?|mois|days?|hours?|times?|weeks?|months?|nights?) /,
);

/** "on two days in five": odds of days are not those of people. */
function isOfOtherOdds({ folded }: Passage, { token, inputs }: Reading): boolean {
  if (token.type !== 'one-in' || !oddsOfTimes.test(folded.slice(token.start, token.end))) return false;
  return inputs.every(({ unitClass }) => unitClass !== 'time');
}

/** "5 out of 6 slowed it in 2012, only 1 in 2 in 2013": odds of a few come of no other odds. */
function isOfOdds(_: Passage, { token, inputs }: Reading): boolean {
  return token.type === 'one-in' && inputs.every(({ size }) => size <= 6);
}

const single: ReadonlySet<string> = new Set(['share', 'fraction', 'growth', 'difference', 'sum', 'multiple']);

/** "180 litres", "quarante minutes": amounts of two measures are not held against each other. */
function areUnlike(_: Passage, { kind, inputs }: Reading): boolean {
  if (!single.has(kind)) return false;
  const classes = new Set(inputs.map(({ unitClass }): UnitClass => unitClass));
  const isTimed = kind === 'sum' ? classes.has('time') : kind !== 'difference' && inputs.some(isInYears);
  if (isTimed) return classes.size > 1;
  classes.delete('bare');
  if (
    classes.has('measure') &&
    kind !== 'share' &&
    new Set(inputs.filter(({ unitClass }) => unitClass === 'measure').map(({ family }) => family)).size > 1
  )
    return true;
  return classes.size > 1 || (classes.has('money') && kind !== 'difference' && inputs.some(isFewBare));
}

function isInYears({ unitClass, family }: Token): boolean {
  return unitClass === 'time' && family === 'year';
}

/** A small whole number alone is no amount of money. */
function isFewBare({ unitClass, size, stated: { decimals, unit } }: Token): boolean {
  return unitClass === 'bare' && decimals === 0 && unit.scale.eq(1) && size < 100;
}

/** "99 seats; 75 members, 12 peers": a difference of two things that is called as neither. */
function isOfThree(_: Passage, { kind, token, inputs: [a, b] }: Reading): boolean {
  if (kind !== 'difference' || a?.unitClass !== 'count' || b?.unitClass !== 'count') return false;
  return token.unitClass === 'count' && new Set([a.family, b.family, token.family]).size === 3;
}

const ofWhole = /^ (?:[a-zà-ÿœ-]+ )?(?:sur|out of|of the|des) (?:les |the |ses |its )?$/;

/** "2 représentants sur 23": a part and its whole are no two values of one thing. */
function isOfPart(passage: Passage, { kind, inputs: [a, b] }: Reading): boolean {
  if (kind !== 'growth' || a === undefined || b === undefined) return false;
  return ofWhole.test(between(passage, a, b));
}

const rivals = wordy(
  /^ (?:de plus|de moins|more|less|longer|shorter|higher|lower|further)(?: que| qu'| than)\b/,
);

/** "1,2 km, soit 120 mètres de plus que prévu": what is said to be more is not the same again. */
function isMoreThan(passage: Passage, { kind, token }: Reading): boolean {
  return kind === 'conversion' && rivals.test(after(passage, token, 20));
}

/** "4 semaines ou 24 jours": two terms to choose from. */
function isOtherTerm(passage: Passage, { kind, token, inputs: [input] }: Reading): boolean {
  if (kind !== 'conversion' || token.unitClass !== 'time' || input?.unitClass !== 'time') return false;
  return /^ (?:ou|or) $/.test(between(passage, input, token));
}

const aged = /(?:^| )(?:à|aged|at|âgée?s? de|avant|après) $/;

/** "partir à 63 ans en justifiant de 159 trimestres": an age is no length of time said again. */
function isOfAge(passage: Passage, { kind, token, inputs }: Reading): boolean {
  if (kind !== 'conversion' || token.unitClass !== 'time' || inputs.length !== 1) return false;
  return [token, ...inputs].some((one) => one.family === 'year' && aged.test(before(passage, one, 12)));
}

const norm = wordy(
  /\b(?:norme|objectif|préconis\w*|recommand\w*|standard|target|guideline|benchmark|réglementaire)\b/,
);

/** "Un médecin pour 1 400 assurés : telle est la norme.": a norm comes of no numbers of other sentences. */
function isNorm(passage: Passage, { kind, token, inputs }: Reading): boolean {
  if (kind !== 'ratio' || inputs.some(({ sentence }) => sentence <= token.sentence)) return false;
  return norm.test(after(passage, token, 80));
}

const ofLead = /^(?:de |d'|by )|(?:^| )(?:de |d'|by )$/;
const ofNext = / (?:et|and|puis|then) (?:de |d'|by )$/;

/** "augmentent de 1,50 € pour les uns et de 4 € pour les autres": a change beside another is no level. */
function isBesideChange({ folded }: Passage, { kind, token, inputs }: Reading): boolean {
  if (kind !== 'difference') return false;
  if (!ofLead.test(folded.slice(token.from - 3, token.from) + folded.slice(token.from, token.from + 3)))
    return false;
  return inputs.some((input) => ofNext.test(folded.slice(Math.max(0, input.from - 12), input.start)));
}

const oneFor = / (?:une?|one|an?)(?: [a-zà-ÿœ]+)? (?:pour|for|to) /;

/** "un cadre pour 7,4 agents en 2004, un pour cinq aujourd'hui (96 cadres, 483 agents)": the later odds are of those. */
function isOvertaken(passage: Passage, { kind, token, inputs }: Reading): boolean {
  if (kind !== 'ratio' && kind !== 'conversion') return false;
  const all = [token, ...inputs].sort((a, b) => a.start - b.start);
  const [first, second] = all;
  if (first === undefined || second === undefined || !oneFor.test(before(passage, first, 40))) return false;
  return oneFor.test(between(passage, first, second));
}

const scaleAfter = /^ (pour|for|à|par) (?:une? |\d|deux |trois |one |two )/;

/** "170 € pour un enfant, 195 € pour deux": a step of a scale comes of no other. */
function isStep(passage: Passage, { kind, token }: Reading): boolean {
  if (kind === 'sum' || kind === 'multiple' || token.unitClass !== 'money') return false;
  const own = scaleAfter.exec(after(passage, token, 16))?.[1];
  if (own === undefined) return false;
  const at = indexOf(passage.tokens, token);
  return [-2, -1, 1, 2].some((step) => {
    const other = passage.tokens[at + step];
    return other?.family === token.family && scaleAfter.exec(after(passage, other, 16))?.[1] === own;
  });
}

const partOfNext = /^ (?:of (?:the|its|their|our)|des|de (?:ses|leurs|nos)) (?:quelque )?$/;

/** "loses 9 drivers and hires 4. Twelve of the 96 buses": a part of the next number is a result of none before. */
function isPartOfNext(passage: Passage, { kind, token, inputs }: Reading): boolean {
  if (kind !== 'sum' && kind !== 'difference') return false;
  const next = passage.tokens[indexOf(passage.tokens, token) + 1];
  const isPart = next !== undefined && partOfNext.test(between(passage, token, next));
  return isPart && inputs.every(({ sentence }) => sentence < token.sentence);
}

/** "Sur 1 144 appels, ce qui suppose 55 agents, un dixième…": a number said by the way is no part. */
function isByTheWay(passage: Passage, { kind, token, inputs: [part, whole] }: Reading): boolean {
  if (kind !== 'share' && kind !== 'fraction') return false;
  if (part === undefined || whole === undefined || whole.start > part.start || part.start > token.start)
    return false;
  return relative.test(between(passage, whole, part)) && between(passage, part, token).endsWith(', ');
}

/** Readings that the words right beside the statement set aside. */
export const setAside = [
  isOfPlan,
  isClock,
  isKnown,
  isIncluded,
  isCase,
  isOfThose,
  isPeriodic,
  isRangeEnd,
  isOfOtherOdds,
  isOfOdds,
  areUnlike,
  isOfThree,
  isOfPart,
  isBesideChange,
  isMoreThan,
  isOtherTerm,
  isOfAge,
  isNorm,
  isOvertaken,
  isStep,
  isPartOfNext,
  isByTheWay,
];
