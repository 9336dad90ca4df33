import type { Passage } from './passage.ts';
import { between, indexOf, likePairs } from './reading.ts';
import type { Token } from './token.ts';
import { wordsAfter, wordsBefore } from './periods.ts';
import { isLike } from './units.ts';
import { wordy } from './pattern.ts';

/** Two values of one thing, the earlier first. `isTold` when the words or the years say which is which. */
export interface Change {
  readonly from: Token;
  readonly to: Token;
  readonly isTold: boolean;
  /** 0 for what the words say outright, then years, tenses, and the mere order of the text. */
  readonly rank: number;
}

const fromLead = wordy(/(?:\b(?:de|du|des|from)|\bd') ?(?:(?:les|the|un|une|a) )?$/);
const toTail =
  /(?:^| )(?:à|au|aux|to|jusqu'à|vers)(?: (?:les|the|un|une|a|seulement|just|only|désormais|now))? $|(?:→|->|=>) ?$/;
const betweenLead = wordy(/\b(?:entre|between) $/);
const andTail = /(?:^| )(?:et|and) $/;
const againstTail = wordy(
  /(?:\b(?:contre|against|versus|vs\.?|au lieu (?:de|des|d')|rather than|plutôt qu(?:e|')|instead of|compared (?:with|to)|par rapport (?:à|aux)|up from|down from|from|auparavant|previously|(?:where|when|quand|là où|alors que|tandis que) (?:there|it|they|on|il|ils|elle|elles|nous|we|\w+ ans plus tôt)[^.;:()0-9]{0,20}|comparé à|quand il|en remplacement (?:de|des)|where (?:it|they)|alors qu'(?:il|elle|ils|elles|on)))[^.;:()0-9]{0,36}$/,
);
/** "43,7 %, après 58,1 %". */
const afterTail = /^[^.;:()0-9]{0,30}, (?:après|after|following)(?: [^.,;:()0-9]{0,24})? $/;
const moved = wordy(
  /\b(?:pass[eéa]|port[eé]|ramen|relev|abaiss|rédui|descen|mont[eéa]|grimp|tomb|chut|attein|attei|établi|élèv|remont|culmin|rais|ris[ei]|rose|fell|fall|went|gone|grew|grow|climb|cut|lower|increas|drop|jump|reach|stand|stood)/,
);
const nowWords = wordy(
  /\b(?:désormais|aujourd'hui|maintenant|actuellement|à présent|cette année|l'an prochain|dorénavant|plus que|now|today|currently|this year|nowadays|since|depuis|puis|un an plus tard|\w+ ans (?:plus tard|après)|later|en sont|sont|are|is|there are|reste|restent|il en|est|n'en|en fin|en fin|en a|on en a|en compte|ce sera|ils seront|atteint|s'élève|l'an dernier|last year|à la fin|final|after|then)\b/,
);
const pastWords = wordy(
  /\b(?:était|étaient|avait|avaient|comptait|employait|coûtait|coûtaient|s'élevait|fixée?s?|initial\w*|prévue?s?|contrat|devis|autrefois|naguère|jadis|avant|auparavant|jusqu'alors|il y a|l'an dernier|l'an passé|l'année précédente|à l'origine|au départ|was|were|had|used to|originally|formerly|previously|before|last year|earlier|ago|recensait|dénombrait|accueillait|touchait|percevait|représentait|payait|dépensait|prêtait|promettait|chiffrait|earned|il fallait|there were|on comptait|étions|tenaient|promised|employed|signed|budgeted)\b/,
);

const backTail = wordy(
  /\b(?:quand|alors qu|tandis qu|where|when|while|whereas)[^.;:()0-9]*\b(?:plus tôt|auparavant|avant|jadis|naguère|earlier|before|previously|there had been|had been|était|étaient|avait|avaient)\b[^.;:()0-9]{0,40}$/,
);

/** The pairs of values among `tokens` between which something may have changed, told ones first. */
export function changesAmong(passage: Passage, tokens: readonly Token[], anchor: Token): Change[] {
  const pairs = likePairs(tokens).filter(([a, b]) => Math.abs(a.sentence - b.sentence) <= 1);
  const told = pairs.filter(([a, b]) => !/^ (?:ou|or) $/.test(between(passage, a, b)));
  const changes = told.map(([a, b]) => changeOf(passage, a, b, tokens));
  const distance = ({ from, to }: Change): number =>
    Math.abs(from.start - anchor.start) + Math.abs(to.start - anchor.start);
  return changes.sort((a, b) => a.rank - b.rank || distance(a) - distance(b));
}

function changeOf(passage: Passage, a: Token, b: Token, tokens: readonly Token[]): Change {
  const isAdjacent = !tokens.some(
    (other) => other.start > a.start && other.start < b.start && isLike(other, a),
  );
  const gap = between(passage, a, b);
  if (isAdjacent && gap.length < 140) {
    const told = toldByWords(passage, a, b, gap);
    if (told === 'forward') return { from: a, to: b, isTold: true, rank: 0 };
    if (told === 'backward') return { from: b, to: a, isTold: true, rank: 0 };
  }
  const tense = isAdjacent && isOneUnit(a, b) ? orderedByTense(passage, a, b, gap) : undefined;
  return orderedByYears(passage, a, b) ?? tense ?? { from: a, to: b, isTold: false, rank: 3 };
}

/** Whether the two are plainly of one unit: a number without any stands for one of money only at its magnitude. */
function isOneUnit(a: Token, b: Token): boolean {
  const isMixed = (a.unitClass === 'bare') !== (b.unitClass === 'bare');
  const isMoney = [a, b].some(({ unitClass }) => unitClass === 'money' || unitClass === 'time');
  return !isMixed || !isMoney || isNearSize(a, b);
}

/** Whether two values are of one magnitude. */
function isNearSize(a: Token, b: Token): boolean {
  const [x, y] = [a.stated.value.abs(), b.stated.value.abs()];
  return x.lte(y.times(5)) && y.lte(x.times(5));
}

const ofFrom = /^[^.;:()0-9]{0,30} from (?:the |a |about |around )?$/;
const fromTo = / from [^]*\bto $/;

function toldByWords(passage: Passage, a: Token, b: Token, gap: string): 'forward' | 'backward' | undefined {
  if (/(?:^|[ ,(])(?:from|de|d') ?$/.test(gap) && leadsTo(passage, b)) return undefined;
  const lead = passage.folded.slice(Math.max(0, a.from - 12), a.from);
  const isFrom = fromLead.test(lead);
  if (backTail.test(gap) || afterTail.test(gap) || (againstTail.test(gap) && !fromTo.test(gap)))
    return 'backward';
  if (ofFrom.test(gap) && !isFrom) return 'backward';
  return toldForward(passage, a, gap, lead) ? 'forward' : undefined;
}

/** "a progressé de 4,3 %, s'établissant à 11,8 %": the first is the change, not its start. */
const arriving = wordy(
  /, (?:s'établissant|s'élevant|atteignant|ressortant|se fixant|reaching|standing|settling)\b|\b(?:to reach|to stand|pour (?:s'|se )?[a-zà-ÿœ]+(?:er|ir|re))\b/,
);

function toldForward(passage: Passage, a: Token, gap: string, lead: string): boolean {
  if (relating.test(gap) || lead.endsWith(' by ')) return false;
  if (toTail.test(gap)) return fromLead.test(lead) ? !arriving.test(gap) : isMoved(passage, a, gap);
  return betweenLead.test(lead) && andTail.test(gap) && /\d{4}/.test(gap);
}

/** "les frais s'élèvent à 3,1 M€ ; rapportés aux 48,2 M€" compares two things. */
const relating = wordy(/\b(?:rapport|compar|appliqu|related|applied)\w* (?:à|aux?|to) /);

/** Whether `b` is itself where a change starts: "fell by 6 %, from 31 % of callers to 25 %". */
function leadsTo({ folded }: Passage, b: Token): boolean {
  const rest = folded.slice(b.end, b.end + 70).replace(/\b(?:19|20)\d\d\b/g, '');
  return /^[^.;:()0-9]{0,50} (?:to|à) (?:the |les )?[£$€]?\d/.test(rest);
}

/** Whether a verb of change stands between the two, or before both: "passe, en un an, de A à B". */
function isMoved(passage: Passage, a: Token, gap: string): boolean {
  if (moved.test(gap) || /[→>]/.test(gap)) return true;
  return gap.length < 30 && moved.test(passage.folded.slice(Math.max(0, a.from - 50), a.from));
}

/** The numbers that the words themselves make the start or the end of a change: "de 14 % à 11 %", "14 %, contre 11 %". */
export function levelsOf(passage: Passage): ReadonlyMap<Token, 'from' | 'to'> {
  const known = levels.get(passage);
  if (known) return known;
  const found = new Map<Token, 'from' | 'to'>();
  passage.tokens.forEach((a, index) => {
    const b = passage.tokens[index + 1];
    if (b?.sentence !== a.sentence || !isLike(a, b)) return;
    const gap = between(passage, a, b);
    const told = gap.length < 140 ? toldByWords(passage, a, b, gap) : undefined;
    if (told !== undefined)
      found.set(a, told === 'forward' ? 'from' : 'to').set(b, told === 'forward' ? 'to' : 'from');
  });
  levels.set(passage, found);
  return found;
}

const levels = new WeakMap<Passage, ReadonlyMap<Token, 'from' | 'to'>>();

const yearAfter = wordy(/^ ?(?:[a-zà-ÿ'-]+ ){0,5}\(?(?:[a-zà-ÿ]+ ){0,2}((?:19|20)\d\d)\b/);
const yearBefore = wordy(/\b((?:19|20)\d\d)\)?[ ,:]*(?:[a-zà-ÿ']+[ ,]+){0,7}(?:[a-zà-ÿ]+')?$/);

/** The year that a number is given for, where it stands beside it. */
export function yearOf(passage: Passage, token: Token): number | undefined {
  const { folded, tokens } = passage;
  const index = indexOf(tokens, token);
  const sentence = passage.sentences[token.sentence];
  const next = Math.min(tokens[index + 1]?.from ?? folded.length, token.end + 60);
  const last = Math.max(tokens[index - 1]?.end ?? 0, sentence?.start ?? 0, token.from - 70);
  const later = yearAfter.exec(folded.slice(token.end, next))?.[1];
  const earlier = yearBefore.exec(folded.slice(last, token.from))?.[1];
  const year = later ?? earlier;
  return year === undefined ? undefined : Number(year);
}

function orderedByYears(passage: Passage, a: Token, b: Token): Change | undefined {
  const [first, second] = [yearOf(passage, a), yearOf(passage, b)];
  if (first === undefined || second === undefined || first === second) return undefined;
  if (!isOneUnit(a, b)) return undefined;
  return first < second
    ? { from: a, to: b, isTold: true, rank: 1 }
    : { from: b, to: a, isTold: true, rank: 1 };
}

/** "employait A en 1998 ; ils sont B", "On en compte A. Il y en avait B jadis": the later value is of the time that is not past. */
function orderedByTense(passage: Passage, a: Token, b: Token, gap: string): Change | undefined {
  if (gap.length > 140) return undefined;
  if (isForward(passage, a, b, gap)) return { from: a, to: b, isTold: true, rank: 2 };
  const isBack = isOfPast(passage, b) && !isOfPast(passage, a);
  return isBack && isOneThing(a, b) && yearOf(passage, a) === undefined
    ? { from: b, to: a, isTold: true, rank: 2 }
    : undefined;
}

function isForward(passage: Passage, a: Token, b: Token, gap: string): boolean {
  const [first, last] = [isOfPast(passage, a), isOfPast(passage, b)];
  const [hasNow, hasMoved] = [nowWords.test(gap), moved.test(gap)];
  if (first && !last) return hasNow || hasMoved || isOneThing(a, b);
  return hasMoved && hasNow && !last;
}

/** Whether both are of one unit or noun, or one goes without. */
function isOneThing(a: Token, b: Token): boolean {
  return a.family === b.family || a.unitClass === 'bare' || b.unitClass === 'bare';
}

const imperfect =
  /(?:^|[^a-zà-ÿœ])(?!(?:fait|lait|trait|retrait|portrait|attrait|extrait|forfait|souhait|parfait|satisfait|abstrait|distrait|bienfait|méfait|tout à fait|contrait)(?![a-zà-ÿœ]))[a-zà-ÿœ]{2,}ai(?:t|ent)(?![a-zà-ÿœ])/;
const conditional = /(?:er|ir|dr|aur|vr|rr)ai(?:t|ent)(?![a-zà-ÿœ])/;
const adverbAfter = wordy(
  /^[^.;:()0-9]{0,24}\b(?:alors|auparavant|autrefois|jadis|naguère|avant|plus tôt|à l'époque|l'an (?:dernier|passé)|l'année (?:précédente|d'avant|dernière|passée)|il y a|at the time|before|earlier|previously|last year|ago|then)\b/,
);

/** Whether the words of its own clause put a number in the past. */
function isOfPast(passage: Passage, token: Token): boolean {
  const last = passage.tokens[indexOf(passage.tokens, token) - 1];
  const words = wordsBefore(passage, token).split(/[;:] /).at(-1) ?? '';
  // What stands up to the comma is said of the number before.
  const left = last?.sentence === token.sentence ? words.replace(/^[^,]{0,40}, /, '') : words;
  const right = wordsAfter(passage, token).split(/[,;:] /)[0] ?? '';
  if (pastWords.test(left) || pastWords.test(right.slice(0, 30)) || adverbAfter.test(right)) return true;
  return [left, right].some((side) => imperfect.test(side) && !conditional.test(side));
}
