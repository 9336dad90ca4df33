import type { Claim, ClaimInput } from '../core/claim.ts';
import type { Language } from '../core/localized.ts';
import type { Note } from '../core/note.ts';
import type { Place } from '../core/place.ts';
import { claimTexts, type ClaimText } from './blocks.ts';
import { withCharity } from './charity.ts';
import { choose, type Chosen } from './choose.ts';
import { isRefuting } from './cues.ts';
import { conversionReadings } from './kinds/conversion.ts';
import { differenceReadings } from './kinds/difference.ts';
import { growthReadings } from './kinds/growth.ts';
import { levelReadings } from './kinds/level-after-change.ts';
import { multipleReadings } from './kinds/multiple.ts';
import { pointsReadings } from './kinds/points.ts';
import { ratioReadings } from './kinds/ratio.ts';
import { shareReadings } from './kinds/share.ts';
import { sumReadings } from './kinds/sum.ts';
import { slipOfClaim } from './slip-words.ts';
import { readPassage, type Passage } from './passage.ts';
import { between, namesGroup, type Reading } from './reading.ts';
import { isInFormula, isSound } from './soundness.ts';
import type { Token } from './token.ts';

/** The readers of each kind, the most telling first. */
export const kinds = [
  pointsReadings,
  growthReadings,
  shareReadings,
  multipleReadings,
  conversionReadings,
  ratioReadings,
  differenceReadings,
  levelReadings,
  sumReadings,
];

/** What claims are read from: no more, for it is sent to the other thread. */
export interface ReadableText extends Pick<Note, 'tree' | 'source'> {
  readonly meta: Pick<Note['meta'], 'lang'>;
}

/** The claims that the running text of a note makes about its own numbers, in order. */
export function findProseClaims({ tree, source, meta }: ReadableText): Claim[] {
  const claims = claimTexts(tree, source).flatMap((text) => claimsIn(text, meta.lang));
  const told = new Map<string, Claim>();
  for (const claim of claims) {
    const key = JSON.stringify(claim.place);
    const known = told.get(key);
    if (known === undefined || weight(claim) > weight(known)) told.set(key, claim);
  }
  return [...told.values()];
}

/** What a list says with its lead-in counts for more than what one of its lines says alone. */
function weight({ verdict }: Claim): number {
  return { holds: 2, fails: 1, undecided: 0 }[verdict];
}

function claimsIn(block: ClaimText, lang: Language): Claim[] {
  const passage = readPassage(block.text, lang);
  // One number alone may be that of years, which are no tokens: how long it was from one to another.
  if (passage.tokens.length < 2 && passage.tokens[0]?.unitClass !== 'time') return [];
  const chosen = passage.tokens.flatMap((token): Chosen[] => {
    const first = choose(readingsOf(passage, token));
    const found = first && withCharity(passage, first);
    const isKept = found?.verdict === 'holds' || !block.isTraced(token.start);
    return found && isKept ? [found] : [];
  });
  const kept = block.kind === 'list' ? chosen.filter((one) => isAcrossLines(passage, one)) : chosen;
  return withoutEchoes(kept).flatMap((found) => toClaim(block, passage, found));
}

/** All that a statement may be computed from; an unsound reading only counts if it holds. */
function readingsOf(passage: Passage, token: Token): Reading[] {
  if (namesGroup(passage, token)) return [];
  const isFormula = isInFormula(passage, token);
  return kinds
    .flatMap((read): Reading[] => read(passage, token))
    .map((reading): Reading =>
      reading.strength > 1 && (isFormula || !isSound(passage, reading))
        ? { ...reading, strength: 1 }
        : reading,
    );
}

/** Whether a reading of a list takes numbers of several of its lines, which no line says alone. */
function isAcrossLines(passage: Passage, { reading: { kind, inputs, token } }: Chosen): boolean {
  if (kind !== 'sum' && kind !== 'share' && kind !== 'fraction') return false;
  const [first, last] = [
    Math.min(token.start, ...inputs.map(({ start }) => start)),
    Math.max(...inputs.map(({ end }) => end), token.end),
  ];
  const [part] = inputs;
  if (kind === 'share' && part && between(passage, part, token).includes('; ')) return false;
  return /[;:] /.test(passage.folded.slice(first, last));
}

/** A failing or open statement about the numbers of one that holds, which is an input of it, is that claim turned round. */
function withoutEchoes(chosen: readonly Chosen[]): Chosen[] {
  return chosen.filter((one, index) => {
    const near = chosen.slice(Math.max(0, index - 12), index + 13);
    return (
      one.verdict === 'holds' ||
      !near.some(
        (other) =>
          isSure(other) && rank(other) > rank(one) && (isEcho(one, other.reading) || isRival(one, other)),
      )
    );
  });
}

/** What the very same numbers bear out in other words of the same kind: "un pour 7,4 en 2004, un pour cinq aujourd'hui". */
function isRival({ reading: one }: Chosen, { reading: other, verdict }: Chosen): boolean {
  if (verdict !== 'holds' || one.start === undefined || other.start === undefined) return false;
  return one.kind === other.kind && one.inputs.every((input, index) => input === other.inputs[index]);
}

function isSure({ verdict, reading }: Chosen): boolean {
  return verdict === 'fails' || (verdict === 'holds' && reading.strength > 1);
}

function rank({ verdict, reading }: Chosen): number {
  return { holds: 2, fails: 1, undecided: 0 }[verdict] + reading.strength / 10;
}

function isEcho({ reading: one, slip }: Chosen, other: Reading): boolean {
  const isOneFamily = isAdded(one) === isAdded(other) || one.inputs.includes(other.token);
  return (
    (isOneFamily || slip === undefined) &&
    other.inputs.includes(one.token) &&
    one.inputs.some((input) => input === other.token || other.inputs.includes(input))
  );
}

function isAdded({ kind }: Reading): boolean {
  return kind === 'sum' || kind === 'difference' || kind === 'points';
}

function toClaim(block: ClaimText, passage: Passage, chosen: Chosen): Claim[] {
  const { reading, judgement } = chosen;
  const { token, kind } = reading;
  const [start, end] = [reading.start ?? token.from, token.end];
  const place = block.placeOf(start, end);
  const inputs = reading.inputs.map((input) => inputOf(block, passage, input));
  if (place === undefined || !inputs.every((input) => input !== undefined)) return [];
  const verdict = isDoubted(block, passage, token) ? 'undecided' : chosen.verdict;
  const slip = verdict === 'fails' ? slipOfClaim(chosen, passage.lang) : undefined;
  const { recomputed, isCertain, calculation } = judgement;
  const unit = reading.unit ?? token.stated.unit.symbol;
  const stated = passage.text.slice(start, end);
  return [
    { kind, stated, place, inputs, recomputed, unit, verdict, isCertain, calculation, ...(slip && { slip }) },
  ];
}

/** Whether the text quotes the statement, or refutes it. */
function isDoubted(block: ClaimText, passage: Passage, token: Token): boolean {
  if (block.isQuoted || token.isQuoted) return true;
  const { start, end } = passage.sentences[token.sentence] ?? { start: 0, end: passage.folded.length };
  const { folded } = passage;
  return isRefuting(
    folded.slice(Math.max(start, token.from - 60), token.end),
    folded.slice(token.end, Math.min(end, token.end + 50)),
  );
}

function inputOf(block: ClaimText, passage: Passage, token: Token): ClaimInput | undefined {
  const place: Place | undefined = block.placeOf(token.start, token.end);
  return place && { text: passage.text.slice(token.start, token.end), place };
}
