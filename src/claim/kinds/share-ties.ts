import { changesAmong } from '../changes.ts';
import { isLinked, isResuming, leadsOn } from '../cues.ts';
import { areCoordinate, type Part } from '../parts.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import {
  after,
  before,
  between,
  isNamed,
  isNextTo,
  layoutOf,
  likesNear,
  sentenceOf,
  type Layout,
  type Strength,
} from '../reading.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';

const ofNoun =
  /^(?: (?:seulement|à peine|environ|only|just|exactement|exactly))? (?:de |du |des |d'|of )(?:entre |la |l'|les |the |its |their |ses |sa |son |leurs? |ce |cet |cette |ces |nos |notre |our |tous les |toutes les |all )?([a-zà-ÿœ]{3,})/;

/** The noun of "12 % des recettes". */
export function nounAfter(passage: Passage, token: Token): string | undefined {
  return ofNoun.exec(after(passage, token, 50))?.[1];
}

const oneOf = /^(?:[a-z0-9]+) ([a-zà-ÿœ'-]{4,}) (?:[a-zà-ÿœ'-]+ ){0,2}(?:sur|in|out of) /;

/** What the share is of, by its own words: "12 % des recettes", "un détenu sur cinq". */
export function nounOf(passage: Passage, token: Token): string | undefined {
  if (token.type === 'one-in') return oneOf.exec(passage.folded.slice(token.start, token.end))?.[1];
  return nounAfter(passage, token);
}

/** Nouns that stand for the whole, whatever it is. */
export const wholes =
  /^(?:total|totale?s?|ensemble|effectifs?|tout|parc|whole|all|eux|elles|them|volume|montant|population|échantillon|sample|enveloppe|allocation|dotation|panel|cohorte|workforce|facture|bill|every|lot|amount|sum|somme|argent|crédits|fonds|money|cash|stock|liste|list|tonnage|surface|superficie|panel|équipe|team|profession|corps|contingent|lots|pot|spending)$/;

/** Verbs by which a part makes up a share of its whole. */
export const makesUp = wordy(
  /\b(?:représent|compt|form|constitu|pès|absorb|tak(?:e|es|ing) up|took up|eat(?:s|ing)? up|ate up|use[sd]? up|soak(?:s|ed) up|englouti|dévor|mobilis|concern|regroup|rassembl|repres|account|make|made|makes|cover|équiva|assur|attein|couvr|touch|reach|financ|fourni|produi|accapar|concentr|détien|génèr|swallow|absorb|consum|fund|suppl(?:y|ie)|provid|hold|held|own|sont|were|are)/,
);

/** How plainly a share is that of a part of a whole. */
export function strengthOf(passage: Passage, token: Token, pair: Part, amounts: readonly Token[]): Strength {
  const layout = layoutOf(passage, token, pair.part, pair.whole);
  if (!layout.isHere) return strengthAcross(passage, token, pair, amounts);
  const tie = tieOf(passage, token, layout);
  if (pair.isTold) return { tied: 3, near: 2, loose: 1 }[tie] as Strength;
  const own = amounts.filter((other) => other.sentence === token.sentence && isLike(other, pair.part));
  if (tie !== 'tied' || own.length !== 2 || layout.side !== 'before') return 1;
  if (areCoordinate(layout.first, layout.last, between(passage, layout.first, layout.last))) return 1;
  const noun = nounAfter(passage, token);
  const isOther = noun !== undefined && !wholes.test(noun) && !isNamed(passage, pair.whole, noun);
  return pair.whole === layout.first && !isOther && !isChange(passage, layout, token) ? 3 : 2;
}

/** Whether the two are the values of one thing at two dates. */
export function isChange(
  passage: Passage,
  { first, last }: Pick<Layout, 'first' | 'last'>,
  token: Token,
): boolean {
  return changesAmong(passage, [first, last], token).some(({ rank }) => rank < 3);
}

/** How a share follows its part without a verb: "104, four fifths of the whole". */
export const appositive =
  /, (?:exactly |soit |à peu près |environ |just |almost |près d'|plus d'|about |roughly |or )?$/;
const ofThenComma = /^ (?:de |des |du |d'|of )[^,;:.]{0,70}, ?$/;
const statesRate = wordy(
  /\b(?:atteint|s'élève à|s'établit à|est (?:donc |ainsi )?de|reaches|reached|stands at|is|was|comes to)(?: [a-z]+)? $/,
);
const onward = wordy(/^[^.]{0,90}(?:,|;|:|\(|—|–)[^.]*\ben (?:a|dénombr|compt|recens)|, ?$/);

const rateNoun = wordy(
  /\b(?:taux|part|proportion|pourcentage|ratio|rate|share|percentage)\b[^.;:()0-9]{0,70}$/,
);

/** Whether the words up to a rate have it for their subject. */
function isRated(gap: string): boolean {
  return statesRate.test(gap) || rateNoun.test(gap);
}

/** Whether a rate after two numbers is called as one of them: "1 054 abstentions sur 1 960, l'abstention s'élève à". */
function isStemShared(passage: Passage, { gap, first, last }: Layout): boolean {
  const cut = Math.max(gap.lastIndexOf(';'), gap.lastIndexOf(','), gap.lastIndexOf(':'), 0);
  const context = passage.folded.slice(Math.max(0, first.from - 50), last.end) + gap.slice(0, cut);
  return gap
    .slice(cut)
    .split(/[^a-zà-ÿœ]+/)
    .some((word) => word.length > 4 && context.includes(word.slice(0, 5)));
}

/** "la proportion étant de 54 %": a rate of nothing else. */
export const bareRate = wordy(
  /\b(?:l[ae]|the|un|une?|a|leur|its|their) (?:taux|part|proportion|pourcentage|ratio|rate|share|percentage) (?:[a-zà-ÿ']+ ){0,2}(?:étant|est|était|was|is|being|ressort|plafonne|tombe|monte|atteint|s'élève|ressort|reach\w*|of|de|à)(?: (?:donc|ainsi|thus|therefore))?(?: (?:de|à|at|to|about))? $|\b(?:as a (?:share|proportion|percentage|fraction)|en (?:proportion|pourcentage))\b[^.;:0-9]{0,40}$/,
);

type Tie = 'tied' | 'near' | 'loose';

function tieOf(passage: Passage, token: Token, layout: Layout): Tie {
  if (layout.side === 'around') return isInside(passage, token, layout) ? 'tied' : 'loose';
  if (!layout.isNext) return 'loose';
  const isWorded = token.unitClass === 'ratio';
  const isTied =
    layout.side === 'before' ? isTiedBack(passage, layout, isWorded) : isTiedOn(layout.gap, isWorded);
  return isTied ? 'tied' : layout.gap.length < 60 ? 'near' : 'loose';
}

function isTiedBack(passage: Passage, layout: Layout, isWorded: boolean): boolean {
  const { gap } = layout;
  if (isLinked(gap) || makesUpAtEnd(gap) || (isWorded && appositive.test(gap))) return true;
  return bareRate.test(gap) || (isRated(gap) && isStemShared(passage, layout));
}

function makesUpAtEnd(gap: string): boolean {
  const end = gap.slice(-30);
  return !gap.includes(';') && makesUp.test(end) && !/ (?:et|and) /.test(end);
}

/** What leads to a consequence, and to other numbers. */
export const follows = wordy(/\b(?:si bien|de sorte|au point|so that|such that)\b/);

function isTiedOn(gap: string, isWorded: boolean): boolean {
  if (follows.test(gap)) return false;
  return leadsOn(gap) || (isWorded && onward.test(gap)) || ofThenComma.test(gap);
}

/** "540 agents (12 %) sur 4 500", "sur 4 500 agents, 12 % (540)". */
function isInside(passage: Passage, token: Token, { first, last }: Layout): boolean {
  const isWorded = token.unitClass === 'ratio';
  if (isNextTo(passage, first, token) && (isWorded || isLinked(between(passage, first, token)))) return true;
  return isNextTo(passage, last, token) && leadsOn(between(passage, token, last));
}

/** Numbers of the sentence before, taken up by this one: "Cela représente 12 %." */
function strengthAcross(passage: Passage, token: Token, pair: Part, amounts: readonly Token[]): Strength {
  const { part, whole, isTold } = pair;
  if (part.sentence > token.sentence || whole.sentence > token.sentence)
    return isTold ? (isDetailed(passage, token, pair, amounts) ? 3 : 2) : 1;
  if (part.sentence < token.sentence - 1 || whole.sentence < token.sentence - 1) return 1;
  if (part.sentence === token.sentence && whole.sentence < token.sentence)
    return strengthOfSplit(passage, token, pair, amounts);
  return strengthOfTaken(passage, token, pair, amounts);
}

const detailing = wordy(
  /^(?:[^a-z0-9]{0,3}(?:plus |more )?(?:précisément|exactement|exactly|precisely|to be (?:exact|precise)|specifically|namely|concrètement|en clair|autrement dit|soit|that is)\b|["«]?[0-9])/,
);

/** "Un quart des postes est vacant. Précisément : onze sur vingt-huit." */
function isDetailed(
  passage: Passage,
  token: Token,
  { part, whole }: Part,
  amounts: readonly Token[],
): boolean {
  const isNext = part.sentence === token.sentence + 1 && whole.sentence === part.sentence;
  const isBare = !amounts.some((other) => other.sentence === token.sentence);
  if (!isNext || !isBare) return false;
  return detailing.test(sentenceOf(passage, part)) || isFragment(passage, token);
}

/** "Un trajet sur douze." says nothing but the share. */
function isFragment(passage: Passage, token: Token): boolean {
  return before(passage, token, 30).length < 6 && after(passage, token, 12).trim().length < 2;
}

function strengthOfTaken(passage: Passage, token: Token, pair: Part, amounts: readonly Token[]): Strength {
  const { part, whole, isTold } = pair;
  const left = before(passage, token, 120);
  const isTaken = headed.test(left) || (isResuming(sentenceOf(passage, token)) && left.length < 90);
  const own = amounts.filter(
    (other) => other.sentence === token.sentence && other.start < token.start && isLike(other, part),
  );
  if (!isTaken) return own.length === 0 ? strengthOfFresh(passage, token, pair, amounts) : 1;
  const [isOpen, isOther] = [isOpenFraction(token, left), isOfOther(passage, token, whole)];
  if (isOpen || isOther) return isOpen && isOther ? 1 : 2;
  return isTold || part.sentence !== whole.sentence || isSole(passage, token, pair, amounts) ? 3 : 2;
}

function strengthOfFresh(passage: Passage, token: Token, pair: Part, amounts: readonly Token[]): Strength {
  const isSummed = pair.isTold && isSummedUp(passage, token, pair, amounts);
  return isSummed ? 3 : strengthOfRate(passage, token, pair, amounts);
}

const summing = wordy(
  /^[^.;:]{0,40}, ?(?:voilà (?:qui|ce|de quoi)|en somme|donc|bref|autant dire|en clair|then|in short|in sum|in other words|no less|pas moins|rien de moins)\b/,
);

/** "Un quart des voix, voilà…": a fraction heads its sentence, and takes up the only part and whole of the one before. */
function isSummedUp(passage: Passage, token: Token, pair: Part, amounts: readonly Token[]): boolean {
  if (token.unitClass !== 'ratio' && token.type !== 'one-in') return false;
  if (before(passage, token, 20).length > 5) return false;
  return (
    pair.part.sentence === pair.whole.sentence &&
    summing.test(after(passage, token, 90)) &&
    areSole(passage, token, pair, amounts)
  );
}

/** "Le taux d'acceptation, de 48 %", of the two numbers of the sentence before. */
function strengthOfRate(passage: Passage, token: Token, pair: Part, amounts: readonly Token[]): Strength {
  if (isOfOther(passage, token, pair.whole)) return 1;
  const left = before(passage, token, 120);
  if (rateNoun.test(left) && calculated.test(left) && areSole(passage, token, pair, amounts)) return 3;
  if (pair.isTold) return 2;
  return rateNoun.test(left) && isSole(passage, token, pair, amounts) ? 2 : 1;
}

/** "We calculate the loss rate at 17 %": it comes of what was just said. */
const calculated = wordy(
  /\b(?:calcul\w*|comput\w*|work\w* out|put|puts|ressort\w*|déduit|d'où|donc|ainsi|thus|hence|giv\w+)\b/,
);

/** A fraction in words says more often something new than what the sentence before comes to. */
function isOpenFraction({ unitClass }: Token, left: string): boolean {
  return unitClass === 'ratio' && !takesUp.test(left.slice(-40)) && !headed.test(left);
}

/** "At 12%, the figure is the lowest." */
const headed = /^(?:at|à|avec|with|soit|that's|thus|so|donc) $/;
const takesUp = wordy(
  /(?:^|\b(?:représent\w*|soit|c'est|font|fait|forme\w*|est|sont|donc|ainsi|that is|is|are|or|makes?|represents?) (?:[a-zà-ÿœ']+ ){0,2})$/,
);

/** "12 % des recettes", where nothing calls the whole recettes. */
function isOfOther(passage: Passage, token: Token, whole: Token): boolean {
  const noun = nounAfter(passage, token);
  return noun !== undefined && !wholes.test(noun) && !isNamed(passage, whole, noun);
}

/** "Le budget atteint 75,6 M€. Les salaires en absorbent 42 M€, soit 55,6 %." */
function strengthOfSplit(
  passage: Passage,
  token: Token,
  { part, isTold }: Part,
  amounts: readonly Token[],
): Strength {
  const isBefore = part.start < token.start;
  const gap = isBefore ? between(passage, part, token) : between(passage, token, part);
  const isTied = isBefore ? isLinked(gap) || appositive.test(gap) || bareRate.test(gap) : leadsOn(gap);
  if (!isTied || !isNextTo(passage, part, token)) return 1;
  const rivals = earlierLikes(token, part, amounts);
  const isPlain = token.unitClass === 'ratio' || nounAfter(passage, token) === undefined;
  return isTold || (rivals.length === 1 && isPlain) ? 3 : 2;
}

function earlierLikes(token: Token, part: Token, amounts: readonly Token[]): Token[] {
  return likesNear(amounts, token, part, 1).filter(
    (other) => other !== part && other.sentence < token.sentence,
  );
}

function areSole(passage: Passage, token: Token, { part, whole }: Part, amounts: readonly Token[]): boolean {
  const recent = amounts.filter((other) => other.sentence === token.sentence - 1 && isLike(other, part));
  const [first, last] = part.start < whole.start ? [part, whole] : [whole, part];
  return recent.length === 2 && !isChange(passage, { first, last }, token);
}

/** Whether the two are the only numbers of the sentence before, the whole first, and no two dates of one thing. */
function isSole(passage: Passage, token: Token, pair: Part, amounts: readonly Token[]): boolean {
  const { part, whole } = pair;
  return whole.start < part.start && areSole(passage, token, pair, amounts);
}
