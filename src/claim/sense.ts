import { changeSense, type Sense } from './cues.ts';
import { levelsOf } from './changes.ts';
import type { Passage } from './passage.ts';
import { wordy } from './pattern.ts';
import { after, before, indexOf } from './reading.ts';
import type { Token } from './token.ts';

/** How far around a number the words that say how it changed are looked for. */
export interface Widths {
  readonly left: number;
  readonly right: number;
}

/** The way a change is said to go: by its sign, by the words around it, or by the number that it says again. */
export function senseOf(passage: Passage, token: Token, widths: Widths): Sense | undefined {
  const twin = saidAgain(passage, token);
  return (
    ownSense(passage, token, widths) ??
    (twin && ownSense(passage, twin, around)) ??
    senseOfPair(passage, token, widths)
  );
}

/** "une hausse de 15 % et 75 % respectivement": the second of two goes the way of the first. */
function senseOfPair(passage: Passage, token: Token, widths: Widths): Sense | undefined {
  const last = passage.tokens[indexOf(passage.tokens, token) - 1];
  if (last?.unitClass !== token.unitClass || last.sentence !== token.sentence) return undefined;
  const isPair = /^ (?:et|and) (?:de |d'|by )?$/.test(passage.folded.slice(last.end, token.from));
  return isPair && !levelsOf(passage).has(last) ? ownSense(passage, last, widths) : undefined;
}

const around: Widths = { left: 60, right: 40 };

const changing = wordy(
  /\b(?:a|ont|avait|avaient|s'est|se sont|s'était|s'étaient|has|have|had)\b(?: [a-zà-ÿœ'-]+){0,3} [a-zà-ÿœ]+(?:é|ée|és|ées|i|is|ie|ies|it|u|us|ue|ues|ed|en)(?: [a-zà-ÿœ-]+){0,2} (?:de |d'|by )$/,
);
const partOf = /^ (?:de |du |des |d'|of )/;

/** "se sont éclaircis de 8 %": whatever the verb, what it did it did by so much. */
export function saysChange(passage: Passage, token: Token): boolean {
  const lead = /^(?:de |d'|by )/.exec(passage.folded.slice(token.start, token.start + 3))?.[0] ?? '';
  return changing.test(before(passage, token, 60) + lead) && !partOf.test(after(passage, token, 8));
}

/** "une réduction égale à 25 %", "growth rate: 3.5% (2014 est.)": a level. */
const isLevel = /(?:égale?s? à|equal to) $/;
const dated = /^[^.;:()0-9]{0,12} ?\((?:19|20)\d\d/;

function ownSense(passage: Passage, token: Token, { left, right }: Widths): Sense | undefined {
  if (token.isSigned) return token.isDown ? 'fall' : 'rise';
  if (isLevel.test(before(passage, token, 12)) || dated.test(after(passage, token, 24))) return undefined;
  const lead = /^(?:de |d'|by )/.exec(passage.folded.slice(token.start, token.start + 3))?.[0] ?? '';
  return changeSense(before(passage, token, left) + lead, after(passage, token, right));
}

const again = wordy(
  /^(?:[^.;:()0-9]{0,24},)? ?(?:(?:ou|soit|or|i\.e\.|that is|c'est-à-dire|autrement dit|donc|équivalent à) (?:encore |de |d'|by |of |some |about )?|\()$/,
);

/** "Les heures perdues s'élèvent à 7 605": a level, whatever was lost. */
const level = wordy(/(?:s'élèv\w+ à|s'établi\w+ à|amount\w* to|st(?:oo|an)ds? at) $/);

/** The change that this number says again in another unit: "un dépassement de 6,2 millions, ou 33 %". */
export function saidAgain(passage: Passage, token: Token): Token | undefined {
  const last = passage.tokens[indexOf(passage.tokens, token) - 1];
  if (last?.sentence !== token.sentence || isRate(last) === isRate(token)) return undefined;
  if (level.test(before(passage, last, 16)) || isOneOfTwo(passage, token)) return undefined;
  const isAgain = again.test(passage.folded.slice(last.end, token.from)) && !levelsOf(passage).has(last);
  return isAgain && ownSense(passage, last, around) !== undefined ? last : undefined;
}

/** "gagne 3,4 points (27,9 % en 2019 ; 30,5 % en 2022)": what the brackets hold two of says nothing again. */
function isOneOfTwo({ tokens, folded }: Passage, token: Token): boolean {
  const next = tokens[indexOf(tokens, token) + 1];
  if (next?.unitClass !== token.unitClass || next.sentence !== token.sentence) return false;
  return (
    !folded.slice(token.end, next.from).includes(')') &&
    /\( ?$/.test(folded.slice(token.from - 2, token.from))
  );
}

function isRate({ unitClass }: Token): boolean {
  return unitClass === 'percent' || unitClass === 'ratio';
}

const isGap = wordy(
  /\b(?:écart\w*|différence|gap|difference|avance|retard|lead|devanc\w+|distanc\w+)\b[^.;:()0-9]{0,24}$/,
);
const isGapAfter = wordy(
  /^ (?:points? )?(?:de |d')?(?:écart|différence|difference|gap|avance|retard|lead|ahead|behind|apart|(?:les |la |le |them|it )?(?:sépar\w+|separat\w+|distinguent))\b/,
);

/** "un écart de 8 points", "Cinq points séparent…". */
export function saysGap(passage: Passage, token: Token): boolean {
  return isGap.test(before(passage, token)) || isGapAfter.test(after(passage, token, 24));
}
