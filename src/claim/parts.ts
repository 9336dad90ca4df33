import type { Passage } from './passage.ts';
import { between, likePairs } from './reading.ts';
import type { Token } from './token.ts';
import { isLike } from './units.ts';
import { wordy } from './pattern.ts';

/** A part of a whole. `isTold` when the words say which is which: "X sur Y", "Y dont X". */
export interface Part {
  readonly part: Token;
  readonly whole: Token;
  readonly isTold: boolean;
}

const outOf =
  /(?:^|[ (])(?:sur|of|out of|parmi|among|from|pour|for|dans|on|au sein|contre les|à comparer aux?|à rapporter aux?|rapportée?s? aux?)(?: (?:(?:a (?:possible|total of)|un total de|une base de|un|une|les|le|la|ses|leurs|des|nos|its|their|the|his|her|our|a|an|all|tous les|toutes les|quelque|some|the same|those same|ces mêmes|les mêmes|same|mêmes)|(?:[a-zà-ÿ'-]+ ){0,4}(?:de|d'|des|of|à|compte|comptait|for))*)? ?(?:l')?$/;
const including = wordy(
  /\b(?:d'entre (?:eux|elles)|dont|parmi (?:lesquel|eux|elles)|including|of which|of whom|of them|of these|among (?:them|which|whom)|y compris|sur lesquel|au sein desquel|sur ce (?:total|nombre|montant)|in all, of|of (?:them|these|those|it))/,
);
/** "84 agents d'un service qui en compte 126". */
const counting = wordy(
  /(?:^|[ '])(?:sur|dans|de|d'|of|in|from)[^.,;:()0-9]{1,50} (?:qui|que|qu'\w+|which|that) (?:en )?(?:compt|emploi|réuni|regroup|has|had|employ|number)[a-zà-ÿ]*(?: [a-zà-ÿ'-]+)? $/,
);
/** "most of them": of no number said there. */
const vague = wordy(/\b(?:most|many|some|all|none|half|few|several|both|plupart|certain\w*|beaucoup) $/);
const opening = /^["«]? ?(?:des|of|of the|out of|of some) $/;
const ofMany = /^ (?:[a-zà-ÿœ-]+ )?(?:des|de (?:ses|leurs|nos|vos|ces)) (?:quelque |environ )?$/;
/** "84 of the borough's 140 crossings". */
const ofTheirs = /^ (?:[a-z]+ )?(?:out of|of|among) [a-z' -]{2,40}(?:'s|s') (?:[a-z]+ )?$/;
const ofThem = /^ (?:of (?:them|these|those|it)|d'entre (?:eux|elles)|parmi (?:eux|elles))/;
const wholeLead = wordy(
  /(?:^|[.,;:(«–—] ?|\b(?:et|mais|and|but|que|or|car|puisque|,) )["«]?(?:sur|parmi|pour|of|out of|among|avec|dans|from|for|with|in|au sein)(?: [^.;:()0-9]{0,40}?)? ?(?:d')?$/,
);
const wholeWords = wordy(
  /\b(?:au total|en tout|total|ensemble|budget|effectif|compte|comptait|comptent|emploie|employait|recense|a reçu|ont reçu|interrogé|dispose|disposait|in all|employs|employed|received|surveyed|has a|had a|income|revenue|inscrits|candidats|candidatures)\b/,
);

/** Parts and wholes among `tokens`, told ones first, the nearest to `anchor` first among those. */
export function partsAmong(passage: Passage, tokens: readonly Token[], anchor: Token): Part[] {
  const found = [...likePairs(tokens), ...unlikePairs(passage, tokens)]
    .map(([a, b]) => partOf(passage, a, b, tokens))
    .filter((part): part is Part => part !== undefined);
  const distance = ({ part, whole }: Part): number =>
    Math.abs(part.start - anchor.start) + Math.abs(whole.start - anchor.start) / 4;
  const order = (parts: Part[]): Part[] => parts.sort((x, y) => distance(x) - distance(y));
  return [...order(found.filter(({ isTold }) => isTold)), ...order(found.filter(({ isTold }) => !isTold))];
}

/** "4,258 of the 1.17 million containers", "6,8 millions de tonnes, dont 4,1 millions de vracs": neighbours tied by their words alone. */
function unlikePairs(passage: Passage, tokens: readonly Token[]): [Token, Token][] {
  return tokens.flatMap((a, index): [Token, Token][] => {
    const b = tokens[index + 1];
    if (b?.sentence !== a.sentence || isLike(a, b) || !mayBeCounted(a) || !mayBeCounted(b)) return [];
    const gap = between(passage, a, b);
    return gap.length < 40 && (ofMany.test(gap) || plainOf.test(gap) || isIncluding(gap)) ? [[a, b]] : [];
  });
}

const plainOf = /^ (?:[a-z]+ )?(?:out of|of|sur) (?:the |les |its |some )?$/;

function mayBeCounted({ unitClass }: Token): boolean {
  return unitClass === 'bare' || unitClass === 'count' || unitClass === 'measure';
}

function partOf(passage: Passage, a: Token, b: Token, tokens: readonly Token[]): Part | undefined {
  const isNext = !tokens.some(
    (other) =>
      other.start > a.start &&
      other.start < b.start &&
      isLike(other, b) &&
      other.stated.value.gte(b.stated.value),
  );
  const gap = between(passage, a, b);
  const told =
    gap.length < 150 && (isNext || a.sentence === b.sentence) ? toldParts(passage, a, b, gap) : undefined;
  if (told?.part.stated.value.lte(told.whole.stated.value)) return told;
  const [part, whole] = a.stated.value.lte(b.stated.value) ? [a, b] : [b, a];
  return { part, whole, isTold: false };
}

function toldParts(passage: Passage, a: Token, b: Token, gap: string): Part | undefined {
  const isOne = a.sentence === b.sentence;
  if (areCoordinate(a, b, gap)) return undefined;
  if (/^ ?[/÷] ?$/.test(gap) || ofMany.test(gap) || ofTheirs.test(gap) || (isOne && isOutOf(gap)))
    return { part: a, whole: b, isTold: true };
  const isAmong = isIncluding(gap) || ofThem.test(passage.folded.slice(b.end, b.end + 20));
  if (isAmong || (isOne && a.size >= b.size && isWholeFirst(passage, a, b, gap)))
    return { part: b, whole: a, isTold: true };
  return undefined;
}

/** "1 080 ouvriers et 720 employés": two parts, neither of which holds the other. */
export function areCoordinate(a: Token, b: Token, gap: string): boolean {
  const areCounts = a.unitClass === 'count' && b.unitClass === 'count' && a.family !== b.family;
  return areCounts && coordinate.test(gap);
}

const coordinate = /^(?: [a-zà-ÿœ-]+){0,2} (?:et|and) (?:les |des |the |de )?$/;

function isIncluding(gap: string): boolean {
  const match = including.exec(gap);
  return match !== null && !/si bien|de sorte|so that/.test(gap) && !vague.test(gap.slice(0, match.index));
}

function isOutOf(gap: string): boolean {
  return counting.test(gap) || (gap.length < 80 && outOf.test(gap) && !/[;:.]/.test(gap));
}

/** "Sur 1 144 appels, ce qui suppose 55 agents, un dixième": said by the way, of something else. */
export const relative = wordy(
  /, (?:ce qui|which|ce que) (?!fait|font|représent|donn|revien|correspond|équivau|makes?\b|is\b|gives?\b|comes?\b)/,
);

/** "Sur 500 agents, 113…", "Des 500 dossiers, 113…", "Le budget atteint 75 M€, …". */
function isWholeFirst(passage: Passage, a: Token, b: Token, gap: string): boolean {
  const start = passage.sentences[a.sentence]?.start ?? 0;
  const lead = passage.folded.slice(Math.max(start, a.from - 60), a.from);
  if (relative.test(gap)) return false;
  if (wholeLead.test(lead) || opening.test(passage.folded.slice(start, a.from))) return true;
  if (/: (?:des|of|of the|out of) $/.test(lead)) return true;
  return a.size > b.size && !gap.includes(';') && wholeWords.test(`${lead.slice(-30)} ${gap.slice(0, 50)}`);
}
