import { wordsIn, type Searchable, type Span } from './searchable.ts';

/** A passage that says nearly what was quoted: `likeness` is the share of the words quoted that it has, in order. */
export interface NearPassage extends Span {
  readonly likeness: number;
}

const mostWords = 250;
const mostWindow = 1000;
/** A word that stands everywhere tells nothing of the place, and a few rare ones tell it. */
const commonWord = 3000;
const mostVoters = 20;
const leastLikeness = 0.4;

/**
 * The passage that most resembles a quotation. Rare words that both have vote for a place, and the words around it are
 * aligned: linear in the source, whatever the quotation.
 */
export function nearestPassage(source: Searchable, quotation: string): NearPassage | undefined {
  const quoted = wordsIn(quotation.slice(0, 20_000))
    .slice(0, mostWords)
    .map(({ folded }) => folded);
  const place = votedPlace(source, quoted);
  if (place === undefined) return undefined;
  const from = Math.max(0, place - quoted.length);
  const window = source.words.slice(from, from + Math.min(mostWindow, quoted.length * 3 + 20));
  const aligned = align(
    quoted,
    window.map(({ folded }) => folded),
  );
  const first = window[aligned.start];
  const last = window[aligned.end - 1];
  const likeness = aligned.matches / quoted.length;
  return first && last && likeness >= leastLikeness
    ? { start: first.start, end: last.end, likeness }
    : undefined;
}

/** Rank of the word of the source where the quotation would begin, by the votes of the rarest words that both have. */
function votedPlace(source: Searchable, quoted: readonly string[]): number | undefined {
  const width = Math.max(12, quoted.length);
  const votes = new Map<number, number>();
  const vote = (bucket: number, weight: number): void => {
    votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
  };
  const voters = quoted
    .map((word, index) => ({ index, places: source.places.get(word) ?? [] }))
    .filter(({ places }) => places.length > 0 && places.length <= commonWord)
    .sort((one, other) => one.places.length - other.places.length)
    .slice(0, mostVoters);
  for (const { index, places } of voters) {
    for (const place of places) {
      const bucket = Math.floor((place - index) / width);
      // The neighbour too: a passage may lie across the edge of a bucket.
      vote(bucket, 1 / places.length);
      vote(bucket + 1, 1 / places.length / 2);
    }
  }
  let best: number | undefined;
  let most = 0;
  for (const [bucket, weight] of votes) if (weight > most) [best, most] = [bucket, weight];
  return best === undefined ? undefined : Math.max(0, best * width);
}

interface Alignment extends Span {
  readonly matches: number;
}

/** Best local alignment of two lists of words (Smith and Waterman): the part of `window`, and the words in common. */
function align(quoted: readonly string[], window: readonly string[]): Alignment {
  let above: Cell[] = window.map(() => emptyCell);
  let best: Alignment & { score: number } = { start: 0, end: 0, matches: 0, score: 0 };
  for (const word of quoted) {
    const row: Cell[] = [];
    window.forEach((other, index) => {
      const before = index > 0 ? above[index - 1] : undefined;
      const cell = bestCell({
        diagonal: step(before ?? emptyCell, index, word === other ? 2 : -1),
        up: step(above[index] ?? emptyCell, index, -1),
        left: step(row[index - 1] ?? emptyCell, index, -1),
      });
      row.push(cell);
      if (cell.score > best.score) best = { ...cell, end: index + 1 };
    });
    above = row;
  }
  return best;
}

interface Cell {
  readonly score: number;
  readonly start: number;
  readonly matches: number;
}

const emptyCell: Cell = { score: 0, start: -1, matches: 0 };

function step({ score, start, matches }: Cell, index: number, gain: number): Cell {
  const isNew = start < 0;
  if (isNew && gain < 0) return emptyCell;
  return { score: score + gain, start: isNew ? index : start, matches: matches + (gain > 0 ? 1 : 0) };
}

function bestCell(ways: Readonly<Record<'diagonal' | 'up' | 'left', Cell>>): Cell {
  let best = emptyCell;
  for (const cell of [ways.diagonal, ways.up, ways.left]) if (cell.score > best.score) best = cell;
  return best;
}
