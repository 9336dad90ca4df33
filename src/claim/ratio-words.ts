import { changeSense } from './cues.ts';
import { wordy } from './pattern.ts';
import type { Language } from '../core/localized.ts';
import { decimal, one } from '../quantity/decimal.ts';
import { scanAnyNumber } from '../quantity/fraction.ts';
import type { Decimal } from 'decimal.js';
import { multiplyingEndings, multiplyingStems, partNames } from './lexicon.ts';

/** A fraction, a multiple or "one in five", in words, in a folded text. */
export interface RatioWords {
  readonly type: 'fraction' | 'multiple' | 'one-in';
  /** 2 for "divisé par deux" too: `isDown` tells; the whole over the part for "un sur cinq". */
  readonly value: Decimal;
  readonly decimals: number;
  readonly isDown: boolean;
  readonly start: number;
  readonly end: number;
  readonly qualifier?: 'more-than' | 'at-most' | undefined;
}

export interface WordAt {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** What may follow a fraction, so that "un cinquième bureau", "the third quarter", "quart de finale" are none. */
const afterPart =
  /^(?: (?:de (?!finale)|du |des |d'(?!heure)|en |dans |of |in |in|are |is |were |was |est |sont |ont |a |n'|ne |se |seulement|plus|moins|soit|et |ou |à |aux? |chez|pour|sur|more|fewer|less|higher|lower|from|since|between|to |on |qui |que |entre |par |depuis|environ|s'|have |has |had |étai|restant|the |work|live|did |do |say|said|sans |avec |quand |dès |après |avant |malgré |mais |car |cette |l'an|pendant |durant |sous |contre |puis |où |with|when|while|but |after |before |this |last |by |at |for |as |against |under|over|during)| ?[,.;:)(—–!?»-]|$)/;
const compared =
  /^ ?(?:[a-z]{2,8}er(?= than|[,.;]| ?$)|(?:plus|moins|supérieure?s?|inférieure?s?|davantage|moindres?|meilleure?s?|autant|celui|celle|ceux|celles|le |la |les |l'|ce |son |sa |more|less|fewer|lower|higher|larger|bigger|greater|smaller|as |the |what|its|that|faster|longer|cheaper|dearer|over)|(?:mieux|plus|trop))/;
const explicit =
  /^ ?(?:[a-z]{2,8}er(?= than|[,.;]| ?$)|plus|moins|supérieure?s?|inférieure?s?|davantage|moindres?|meilleure?s?|autant|more|less|fewer|lower|higher|larger|bigger|greater|smaller|as |faster|longer|cheaper|dearer|mieux|trop)/;
/** What leads to "deux fois la moyenne" as a measure: "a reporté deux fois la réunion" counts how often. */
const measureLead =
  /(?:^|[,(:;–—=-] ?|(?:^|[^a-zà-ÿœ])(?:est|sont|était|étaient|vaut|valent|fait|font|représente|représentent|représentait|atteint|atteignent|pèse|pèsent|coûte|coûtent|gagne|gagnent|touche|dépasse|à|soit|c'est|ou|de|is|are|was|were|be|been|at|or|to|of|by|costs?|earns?|than|about|around|almost|nearly|roughly|some|presque|environ|quasiment|reached|worth|pays?|paid|spends?|spent|makes?|needs?|has|over)(?: (?:donc|ainsi|alors|thus|therefore|now))? )$/;
const downAfter = /^ ?(?:moins|moindre|inférieure?s?|less|fewer|lower|smaller|cheaper)/;

/** The ratio whose first telling word is `at`; `previous` are the words before it. */
export function scanRatio(folded: string, at: WordAt, lang: Language): RatioWords | undefined {
  return (
    scanHalf(folded, at) ??
    scanFold(folded, at) ??
    scanVerb(folded, at) ??
    scanBy(folded, at, lang) ??
    scanPartAlone(folded, at, lang) ??
    scanNumbered(folded, at, lang)
  );
}

/** "the outer half", "the second half": a side, not a share. */
const sideways =
  /(?:^|[^a-z])(?:first|second|other|outer|inner|upper|lower|top|bottom|latter|left|right|northern|southern|eastern|western|hoist|fly) $/;

const halfAgain = /^ (?:as [a-z]{3,8} again|again as [a-z]{3,8})(?![a-z])/;

function scanHalf(folded: string, { word, start, end }: WordAt): RatioWords | undefined {
  if (word !== 'moitié' && word !== 'half') return undefined;
  const rest = folded.slice(end, end + 12);
  if (word === 'half' && sideways.test(folded.slice(Math.max(0, start - 12), start))) return undefined;
  if (/^ (?:a |an |past|day|hour|year|time|-)|^-/.test(rest) && !/^ a (?:million|billion)/.test(rest))
    return undefined;
  const again = halfAgain.exec(folded.slice(end, end + 24))?.[0];
  if (again !== undefined)
    return {
      type: 'multiple',
      value: decimal('1.5'),
      decimals: 0,
      isDown: false,
      start,
      end: end + again.length,
    };
  if (/^ (?:plus|moins)/.test(rest)) {
    return {
      type: 'multiple',
      value: decimal(rest.startsWith(' plus') ? '1.5' : '2'),
      decimals: 0,
      isDown: rest.startsWith(' moins'),
      start: before(folded, start, /\bde $/),
      end: end + 6,
    };
  }
  const from = before(
    folded,
    start,
    /(?:(?<![a-zà-ÿœ])(?:la|une|by|one|cette) |(?<![a-zà-ÿœ])à |(?<!plus |moins |près |peu |autour |cours )(?<![a-z])de )$/,
  );
  return { type: 'fraction', value: decimal('0.5'), decimals: 0, isDown: false, start: from, end };
}

/** `start`, moved before the words that end right there and match `pattern`. */
function before(folded: string, start: number, pattern: RegExp): number {
  const head = folded.slice(Math.max(0, start - 16), start);
  return start - (pattern.exec(head)?.[0].length ?? 0);
}

const plainMultiples: ReadonlyMap<string, readonly [value: number, isDown: boolean]> = new Map([
  ['twice', [2, false]],
  ['thrice', [3, false]],
  ['halved', [2, true]],
  ['halving', [2, true]],
]);

/** "twice as many", "twice the 13 foreseen"; "extended more than twice" counts how often. */
const timesAfter = /^ (?:as|the|what|its|their|his|her|that of|those|more|over|\d)/;

const nounLead =
  /(?:^|[^a-zà-ÿœ])(?:le|du|au|than|est|sont|is|are|to|was|were|nearly|almost|roughly|about|more than|pourrait|devrait|doit|fait|will|would|could|had|has) $/;
const verbLead =
  /(?<![a-zà-ÿœ])(?:a|ont|avait|avaient|a été|ont été|est|le|du|au|has|have|had|a presque|a quasiment|a plus que|ont plus que|has more than|have more than|had more than|has almost|has nearly|more than|plus que|presque) $/;

/** "sevenfold": as many times as the number before "fold" says; a fall where it is said to be one. */
function scanFold(folded: string, { word, start, end }: WordAt): RatioWords | undefined {
  if (!word.endsWith('fold')) return undefined;
  const number = scanAnyNumber(word.slice(0, -4), 0, 'en');
  if (number?.end !== word.length - 4 || number.value.lte(1)) return undefined;
  const isDown =
    changeSense(folded.slice(Math.max(0, start - 40), start), folded.slice(end, end + 24)) === 'fall';
  return { type: 'multiple', value: number.value, decimals: 0, isDown, start, end };
}

function scanVerb(folded: string, { word, start, end }: WordAt): RatioWords | undefined {
  const base = { type: 'multiple', decimals: 0, end } as const;
  const plain = plainMultiples.get(word);
  if (plain) {
    const isTimes = !word.endsWith('ice') || timesAfter.test(folded.slice(end, end + 8));
    return isTimes ? { ...base, value: decimal(plain[0]), isDown: plain[1], start } : undefined;
  }
  const stem = multiplyingStems.find(([name]) => word.startsWith(name));
  if (stem === undefined || !multiplyingEndings.has(word.slice(stem[0].length))) return undefined;
  return conjugated(folded, { word, start, end }, stem[1]);
}

function conjugated(folded: string, { word, start, end }: WordAt, value: number): RatioWords | undefined {
  const head = folded.slice(Math.max(0, start - 24), start);
  const isNoun = word.endsWith('e') || word === 'double' || word === 'triple';
  if (isNoun && (!nounLead.test(head) || isAdjective(folded.slice(end, end + 24)))) return undefined;
  const lead = verbLead.exec(head)?.[0] ?? '';
  return {
    type: 'multiple',
    decimals: 0,
    end,
    value: decimal(value),
    isDown: false,
    start: start - lead.length,
    qualifier: boundIn(lead),
  };
}

const adjective = wordy(
  /^ (?!(?:de|du|des|que|et|ou|en|par|pour|à|au|aux|sur|dans|entre|depuis|chez|celui|celle|ceux|quand|il|elle|on|of|the|what|that|this|those|its|their|his|her|as|and|or|from|in|by|for|since|over|it|they|when|a|an)\b)[a-zà-ÿœ]{4,}/,
);

/** "un double taux": two of them, not twice as much. */
function isAdjective(right: string): boolean {
  return adjective.test(right);
}

/** What "a plus que", "presque" make of a multiple. */
function boundIn(words: string): 'more-than' | 'at-most' | undefined {
  if (/plus (?:que|de)|more than/.test(words)) return 'more-than';
  return /presque|quasiment|almost|nearly/.test(words) ? 'at-most' : undefined;
}

const byWords = /^(?:multipli|divis|diminu|réduit)/;

function scanBy(folded: string, { word, start, end }: WordAt, lang: Language): RatioWords | undefined {
  if (!byWords.test(word)) return undefined;
  const link =
    /^ (?:par|by|d'un facteur|by a factor of) (?:près de |plus de |environ |presque |nearly |almost |more than |about )?/.exec(
      folded.slice(end, end + 40),
    )?.[0];
  if (link === undefined) return undefined;
  const number = scanAnyNumber(folded, end + link.length, lang);
  if (number === undefined || number.value.lte(1) || number.value.gt(10000)) return undefined;
  if (/^ ?[%€]/.test(folded.slice(number.end, number.end + 2))) return undefined;
  const lead = before(folded, start, /\b(?:a été|ont été|est|sont|a|has been|have been|was|were) $/);
  const qualifier = boundIn(link);
  const half = andHalf.exec(folded.slice(number.end, number.end + 12))?.[0] ?? '';
  return {
    type: 'multiple',
    value: half === '' ? number.value : number.value.plus('0.5'),
    decimals: number.decimals,
    isDown: !word.startsWith('multipli'),
    start: lead,
    end: number.end + half.length,
    qualifier,
  };
}

/** "le tiers", "un quart", "a third": a part with its article. */
function scanPartAlone(folded: string, { word, start, end }: WordAt, lang: Language): RatioWords | undefined {
  const below = partNames[lang].get(word);
  if (below === undefined || word.endsWith('half')) return undefined;
  const from = before(
    folded,
    start,
    /\b(?:d'un|d'une|un|une|le|du|au|ce|a|one)[ -](?:(?:bon|gros|petit|grand|good|full|bare|mere|clear) )?$/,
  );
  if (from === start || !isPart(folded, end, unordered.has(word))) return undefined;
  if (isRank(folded, from, end, word)) return undefined;
  const value = one.div(below);
  return { type: 'fraction', value, decimals: 0, isDown: false, start: from, end };
}

/** "le premier décile…, le neuvième": with the article alone, it is the ninth of them. */
function isRank(folded: string, from: number, end: number, word: string): boolean {
  if (!word.endsWith('ième') || !/^(?:le|du|au) /.test(folded.slice(from, from + 3))) return false;
  return !/^ (?:des |du |d'|de [a-zà-ÿœ])/.test(folded.slice(end, end + 6));
}

/** Parts whose name is no rank: "un quart", "trois cinquièmes". */
const unordered = new Set(['tiers', 'quart', 'quarts']);
const named =
  /^[- ](?:d'heure|de (?:finale|tour|page|siècle|ton|soupir|nuit|jour)|temps|payant|secteur|état|monde|hour|mile|final|day)|^-/;

/** Whether the word is a part of a whole: whatever follows a name that is no rank, but for what it makes up with it. */
function isPart(folded: string, end: number, isUnordered = false): boolean {
  return isUnordered ? !named.test(folded.slice(end, end + 16)) : afterPart.test(folded.slice(end, end + 14));
}

/** "deux tiers", "trois fois plus", "two in five", "neuf agents sur dix": what a number at `at` begins. */
export function scanNumbered(
  folded: string,
  at: { readonly start: number },
  lang: Language,
): RatioWords | undefined {
  const number = scanAnyNumber(folded, at.start, lang);
  if (number === undefined) return undefined;
  return (
    scanParts(folded, at.start, number, lang) ??
    scanTimes(folded, at.start, number) ??
    scanOneIn(folded, at.start, number, lang)
  );
}

type Scanned = NonNullable<ReturnType<typeof scanAnyNumber>>;

function scanParts(folded: string, start: number, number: Scanned, lang: Language): RatioWords | undefined {
  const word = /^[ -]([a-zà-ÿ]{4,14})/.exec(folded.slice(number.end, number.end + 18))?.[1] ?? '';
  const below = partNames[lang].get(word);
  const end = number.end + 1 + word.length;
  if (below === undefined || number.value.gte(below) || number.decimals > 0) return undefined;
  if (!isPart(folded, end, lang === 'fr' && number.value.gt(1))) return undefined;
  const from = before(folded, start, /\b(?:(?:les|des|aux|de|by) |d')$/);
  return { type: 'fraction', value: number.value.div(below), decimals: 0, isDown: false, start: from, end };
}

function isMeasure(folded: string, start: number, rest: string): boolean {
  if (!compared.test(rest)) return false;
  return explicit.test(rest) || measureLead.test(folded.slice(Math.max(0, start - 26), start));
}

const andHalf = /^ (?:et demie?|and a half)(?![a-zà-ÿœ])/;

/** "fois", "and a half times", "fois et demie". */
const timesLink = /^(?: et demie?| and a half)?[ -]?(?:fois|times|fold)(?: et demie?)?(?![a-zà-ÿœ])/;
const timesTail =
  /^ (?:plus|moins|supérieure?s?|inférieure?s?|davantage|moindres?|more|less|fewer|lower|higher|larger|bigger|greater|smaller)(?! de )/;

function scanTimes(folded: string, start: number, number: Scanned): RatioWords | undefined {
  const link = timesLink.exec(folded.slice(number.end, number.end + 27))?.[0];
  if (link === undefined) return undefined;
  const value = link.includes(' ', 1) ? number.value.plus('0.5') : number.value;
  const end = number.end + link.length;
  const rest = folded.slice(end, end + 16);
  if (value.lte(1) || (!link.endsWith('fold') && !isMeasure(folded, start, rest))) return undefined;
  const tail = timesTail.exec(rest)?.[0].length ?? 0;
  return {
    type: 'multiple',
    value,
    decimals: number.decimals,
    isDown: downAfter.test(rest),
    start,
    end: end + tail,
  };
}

const oneIn =
  /^ (?:(?:[a-zà-ÿ'-]{2,20} ){0,3})(?:sur|in|out of|tous les|toutes les)(?: chaque| every| each)? /;

function scanOneIn(folded: string, start: number, number: Scanned, lang: Language): RatioWords | undefined {
  const link = oneIn.exec(folded.slice(number.end, number.end + 60))?.[0];
  if (link === undefined || notOneIn.test(link)) return undefined;
  const whole = scanAnyNumber(folded, number.end + link.length, lang);
  if (whole === undefined || measured.test(folded.slice(whole.end, whole.end + 9))) return undefined;
  const isTyped = /^\d/.test(folded.slice(start, start + 1));
  if (!isOddsOf(number, whole, isTyped)) return undefined;
  const value = whole.value.div(number.value);
  return { type: 'one-in', value, decimals: 0, isDown: false, start, end: whole.end };
}

const notOneIn = /,| (?:heures|jours|ans|h|years|in the) /;
const measured =
  /^ ?[%€£$\d]|^ (?:millions?|milliards?|ans|years|mois|months|days|jours|weeks|minutes|heures|hours|semaines|secondes|seconds|m\b|km|mètres|kilomètres|m(?:et|il)|km|trimestres|fois)/;

/** Odds are said of small or round numbers; larger ones are a part and its whole. */
function isOddsOf(number: Scanned, whole: Scanned, isTyped: boolean): boolean {
  if (number.decimals + whole.decimals > 0 || number.value.lt(1) || number.value.gt(99)) return false;
  if (whole.value.lte(number.value) || (isTyped && !number.value.eq(1) && !whole.value.eq(10))) return false;
  return whole.value.lte(20) || /^(?:25|30|40|50|60|80|100|200|500|1000)$/.test(whole.value.toFixed());
}
