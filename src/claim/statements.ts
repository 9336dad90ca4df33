import type { Language } from '../core/localized.ts';
import type { Note } from '../core/note.ts';
import type { Place } from '../core/place.ts';
import { overlaps } from '../quantity/interval.ts';
import { singularNoun } from '../quantity/noun.ts';
import { quantitiesIn } from '../quantity/prose-numbers.ts';
import type { ScannedQuantity } from '../quantity/parse.ts';
import { qualifiersAround, scanQualifier, scanQualifierAfter } from '../quantity/qualifier.ts';
import { stateNumber, type Stated } from '../quantity/stated.ts';
import { isPercent } from '../quantity/unit.ts';
import { claimTexts } from './blocks.ts';
import { sentencesOf } from './sentences.ts';
import { pattern } from '../util/pattern.ts';

/** What a sentence says is so many: a number, the words that it counts, and what else the sentence speaks of. */
export interface Statement {
  readonly text: string;
  readonly place: Place | undefined;
  readonly stated: Stated;
  /** What is counted, in the singular: "lit hôpital". */
  readonly counted: string;
  readonly years: string;
  /** Names of places, bodies and people. */
  readonly names: string;
  /** The beginnings of the other words that mean something. */
  readonly stems: ReadonlySet<string>;
  /** The paragraph that it stands in; two numbers of one are set against each other on purpose. */
  readonly paragraph: number;
}

/** A sentence taken out of its document. */
interface Sentence {
  readonly text: string;
  readonly lang: Language;
  readonly paragraph: number;
  readonly placeOf: (start: number, end: number) => Place | undefined;
}

/** What the title, the subtitle and the summary of a note say is so many. */
export function headStatements({ meta, metaPlace }: Note): Statement[] {
  const keys = ['title', 'subtitle', 'summary'] as const;
  return keys.flatMap((key, index) => {
    const text = meta[key];
    const placeOf = (): Place | undefined => metaPlace([key]);
    return text === undefined ? [] : statementsIn({ text, lang: meta.lang, paragraph: -1 - index, placeOf });
  });
}

/** What the paragraphs of a note say is so many. */
export function bodyStatements({ tree, source, meta }: Note): Statement[] {
  return claimTexts(tree, source).flatMap((block, paragraph) =>
    block.isQuoted
      ? []
      : statementsIn({ text: block.text, lang: meta.lang, paragraph, placeOf: block.placeOf }),
  );
}

function statementsIn(passage: Sentence): Statement[] {
  if (!/\d/u.test(passage.text)) return [];
  return sentencesOf(passage.text).flatMap(({ start, end }) => {
    const text = passage.text.slice(start, end);
    const placeOf = (from: number, to: number): Place | undefined =>
      passage.placeOf(start + from, start + to);
    const found = quantitiesIn(text, passage.lang);
    return found.flatMap((scanned) => statementOf(scanned, { ...passage, text, placeOf }) ?? []);
  });
}

const fewestWords = 2;

function statementOf(scanned: ScannedQuantity, sentence: Sentence): Statement | undefined {
  const { text, lang, paragraph } = sentence;
  const { quantity, start, end } = scanned;
  if (isPercent(quantity.unit) || /[/]|^(?:point|date)$/u.test(quantity.unit.dimension)) return undefined;
  const isMoney = /^(?:EUR|GBP|USD)$/u.test(quantity.unit.dimension);
  const counted = countedWords(text, isMoney ? end : startOfNoun(scanned, text), lang);
  if (counted.length < fewestWords || comparing.test(text.toLowerCase())) return undefined;
  const rest = wordsOf(text, lang).filter((word) => !counted.includes(word));
  return {
    text: text.slice(start, end),
    place: sentence.placeOf(start, end),
    stated: statedAt(scanned, text),
    counted: counted.join(' '),
    years: [...new Set(text.match(/\b(?:19|20)\d\d\b/gu) ?? [])].sort().join(' '),
    names: namesIn(text),
    stems: new Set(rest.filter((word) => word.length >= 4).map((word) => word.slice(0, 5))),
    paragraph,
  };
}

/** Words of sentences whose numbers stand for parts, goals, steps or somebody's view: they are compared with nothing. */
const comparing = pattern(
  String.raw`(?:^|[^\p{L}])(?:dont|parmi|autres?|supplémentaires?|chaque|chacune?|respectivement|contre|selon|prévoi\p{L}*|prévu\p{L}*|objectifs?|promi\p{L}*|annon\p{L}*|estim\p{L}*|pourrai\p{L}*|serai\p{L}*|devrai\p{L}*|initialement|auparavant|ensuite|puis|premi\p{L}+|second\p{L}*|of which|among|other|additional|each|respectively|against|according|planned|target|would|could|should|first|then)(?!\p{L})`,
  'u',
);

function startOfNoun({ start, end }: ScannedQuantity, text: string): number {
  const digits =
    /^[\d\s.,'’\u202f\u00a0]*(?:(?:milliers?|millions?|milliards?|thousand|million|billion)\s(?:d['’]|de\s)?)?/u.exec(
      text.slice(start, end),
    );
  return start + (digits?.[0].length ?? 0);
}

const stops = new Set(
  `a ai ainsi alors après au aux avant avec car ce ces cette comme contre dans depuis donc dont elle elles en entre est et
  étaient était été être font ils il je leur leurs lors mais n ne ni nous on ont or ou où par parce pas pendant plus pour
  puis quand que qui sa sans se selon ses si soit son sont sous sur tandis un une vers y sera seront avait avaient
  doivent peuvent peut doit fait about after against and are as at be been before between but by can during for from had
  has have he if in into is it its may more must not on or our over she since so than that their then these they this to
  under until was we were when where which while who will with within would`.split(/\s+/u),
);
const links = new Set(['de', 'd', 'du', 'des', 'la', 'le', 'les', 'l', 'of', 'the']);
const mostWords = 6;

const countedPhrase = pattern(String.raw`^[\p{L}\p{M}\s'’-]*`, 'u');

/** The words that follow a number and name what it counts, up to the first that does not. */
function countedWords(text: string, from: number, lang: Language): string[] {
  const phrase = countedPhrase.exec(text.slice(from, from + 120))?.[0] ?? '';
  const words: string[] = [];
  for (const word of phrase
    .toLowerCase()
    .split(/[\s'’]+/u)
    .filter(Boolean)) {
    if (links.has(word)) continue;
    if (stops.has(word) || words.length === mostWords) break;
    words.push(singularNoun(word, lang));
  }
  return words;
}

/** The whole country adds nothing to what is counted. */
const everywhere = new Set(['État', 'Etat', 'France', 'République']);

function namesIn(text: string): string {
  const found = text.match(/(?<=[\p{Ll},;:] (?:[dl]['’])?)\p{Lu}[\p{L}-]+/gu) ?? [];
  return [...new Set(found)]
    .filter((name) => !everywhere.has(name))
    .sort()
    .join(' ');
}

const word = pattern(String.raw`\p{L}[\p{L}\p{M}-]*`, 'gu');

function wordsOf(text: string, lang: Language): string[] {
  const words = text.toLowerCase().match(word) ?? [];
  return words.filter((word) => !stops.has(word) && !links.has(word)).map((word) => singularNoun(word, lang));
}

function statedAt({ quantity, start, end }: ScannedQuantity, text: string): Stated {
  const around = qualifiersAround({
    before: text.slice(Math.max(0, start - 30), start),
    after: text.slice(end, end + 20),
  });
  const before = scanQualifier(around.before, 0)?.qualifier;
  const qualifier = before ?? scanQualifierAfter(around.after.trimStart(), 0)?.qualifier;
  const { value, unit, decimals } = quantity;
  const written = { number: value.div(unit.scale), decimals, text: quantity.text };
  return stateNumber(written, unit, { kind: 'number', qualifier });
}

/** Whether two statements count the same thing at the same time and place, as far as their words tell. */
export function speakOfTheSame(one: Statement, other: Statement): boolean {
  if (one.counted !== other.counted || one.stated.unit.dimension !== other.stated.unit.dimension)
    return false;
  if (one.years !== other.years || one.names !== other.names) return false;
  if (isLong(one)) return true;
  const shared = [...one.stems].filter((stem) => other.stems.has(stem)).length;
  return shared >= 1 && shared * 2 >= Math.min(one.stems.size, other.stems.size);
}

/** "lits d’hôpital fermés": enough words to be sure of what is counted. */
export function isLong({ counted }: Statement): boolean {
  return counted.split(' ').length > fewestWords;
}

/** Whether their numbers may be one, rounding and words taken into account. */
export function agree({ stated: one }: Statement, { stated: other }: Statement): boolean {
  return overlaps(one.limit, other.limit) || overlaps(one.range, other.range);
}

/** Whether one number looks like the other mistyped, left behind, or in another magnitude. */
export function isSlipOf({ stated: one }: Statement, { stated: other }: Statement): boolean {
  const [a, b] = [one.value.abs(), other.value.abs()];
  if (a.isZero() || b.isZero()) return false;
  const ratio = a.div(b).toNumber();
  const power = Math.log10(ratio);
  const isShifted = Math.abs(power - Math.round(power)) < 0.005 && Math.round(power) % 3 === 0;
  return (
    (ratio > 0.75 && ratio < 1.34) || isShifted || sortedDigits(a.toFixed()) === sortedDigits(b.toFixed())
  );
}

function sortedDigits(text: string): string {
  return Array.from(text).sort().join('');
}
