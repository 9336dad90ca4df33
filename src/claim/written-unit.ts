import type { scanWritten } from '../quantity/parse.ts';
import { bareUnit, scanUnit } from '../quantity/unit.ts';
import type { Language } from '../core/localized.ts';
import { numberWords } from './lexicon.ts';
import { factsOf } from './units.ts';

/** A number as it is written, with its unit. */
export type Scanned = NonNullable<ReturnType<typeof scanWritten>>;

/** A passage, as typed and folded. */
export interface Source {
  readonly text: string;
  readonly folded: string;
  readonly lang: Language;
}

const adjective =
  /^(?:fewer|more|less|further|short|ahead|behind|apart|left|each|higher|lower|longer|shorter|cheaper|dearer|larger|smaller|greater|heavier|lighter|older|younger|slower|faster|stronger|weaker|wider|narrower|bigger|better|later|earlier|worse|extra|additional|such|foreseen|[a-z]{3,}ed|supplémentaires?|différence|écart|déficit|excédent|surcoût|retard|avance|économies?|hausse|baisse)$/;
const lead = / (?:de |d'|of )?$/;
/** Verbs and participles that no noun is written as: "517 vont à la paie", "les 450 attendus". */
export const verbs: ReadonlySet<string> = new Set(
  `vont iront sont ont seront auront étaient avaient furent viennent proviennent relèvent reviennent servent concernent
  financent portent resteront attendus attendues prévus prévues votés votées promis promises budgétés budgétées alloués
  allouées remain remained survive survived go goes went comes came was were has had have will would is are`.split(
    /\s+/,
  ),
);

/** Whether the word says what the numbered things do: "517 vont aux dépenses", "31 relevaient de l'ingénierie". */
function isVerb(word: string, { lang }: Source): boolean {
  if (verbs.has(word)) return true;
  return lang === 'fr' ? word.endsWith('nt') && word !== 'cent' : englishVerbs.has(word);
}

const englishVerbs = new Set(
  'went goes go came come got get left stayed voted took take said made gave lost won had does did became began fell rose'.split(
    ' ',
  ),
);

/** Whether a bare number is followed by a word that compares it. */
export function isCompared(folded: string, end: number): boolean {
  const word = /^ ([a-zà-ÿœ]+)/.exec(folded.slice(end, end + 20))?.[1];
  return word !== undefined && adjective.test(word);
}

/** "1,910 fewer", "22 milliards de différence", "517 vont": what is counted is not said. */
export function withoutAdjective(scanned: Scanned, source: Source): Scanned {
  const { folded } = source;
  const { unit, value } = scanned.quantity;
  if (unit.dimension.includes('/')) return scanned;
  const said = folded.slice(scanned.start, scanned.end);
  const word = /[a-zà-ÿœ]+$/.exec(said)?.[0] ?? '';
  if (
    factsOf(unit).unitClass !== 'count' ||
    (!adjective.test(word) && !numberWords[source.lang].has(word) && !(value.gt(1) && isVerb(word, source)))
  )
    return scanned;
  const head = said.slice(0, -word.length).replace(lead, '');
  const end = scanned.start + head.length;
  const bare = unit.scale.eq(1)
    ? bareUnit
    : { ...unit, symbol: head.split(' ').at(-1) ?? '', dimension: '1' };
  return { ...scanned, end, quantity: { ...scanned.quantity, unit: bare } };
}

const compounds =
  /^ (?:(square miles?|sq mi\b)|(square (?:kilometres?|kilometers?)|sq km\b|kilomètres? carrés?)|(square (?:metres?|meters?)|sq m\b|mètres? carrés?)|(mètres? cubes?|cubic met(?:re|er)s?)|(nautical miles?|milles? (?:marins?|nautiques?))|(square f(?:ee|oo)t))/;
const compoundNames = ['square mile', 'km²', 'm²', 'm³', 'nautical mile', 'square foot'];
const compoundHeads = /^(?:square|sq|mètre|kilomètre|cubic|nautical|mille)$/;

/** "412 kilomètres carrés": units of two words. */
export function withCompound(scanned: Scanned, folded: string): Scanned {
  const { symbol, dimension } = scanned.quantity.unit;
  if (dimension === 'nœud' || dimension === 'knot') return inKnots(scanned);
  if (!compoundHeads.test(dimension)) return scanned;
  const at = scanned.end - symbol.length - 1;
  const match = compounds.exec(folded.slice(at, at + 26));
  if (!match) return scanned;
  const name = compoundNames[match.slice(1).findIndex(Boolean)] ?? '';
  const unit = { ...scanned.quantity.unit, symbol: match[0].trim(), dimension: name };
  return { ...scanned, end: at + match[0].length, quantity: { ...scanned.quantity, unit } };
}

/** "28 days' work": the possessive of a time. */
const possessive = /^ (hour|minute|day|week|month|year)s'(?![a-zà-ÿœ])/;

const whole = /^ (?:full|whole|entire|straight|solid|clear) (hour|minute|day|week|month|year)s?(?![a-z])/;

/** "six full days": the unit after its adjective. */
export function withWhole(scanned: Scanned, folded: string): Scanned {
  const { unit } = scanned.quantity;
  const at = unit === bareUnit ? scanned.end : scanned.end - unit.symbol.length - 1;
  const match = whole.exec(folded.slice(at, at + 18));
  const [tail = '', name = ''] = match ?? [];
  if (match === null) return scanned;
  const later = { symbol: name, dimension: name, scale: bareUnit.scale };
  return { ...scanned, end: at + tail.length, quantity: { ...scanned.quantity, unit: later } };
}

/** "38 nœuds": nautical miles an hour. */
function inKnots(scanned: Scanned): Scanned {
  const unit = { ...scanned.quantity.unit, dimension: 'nautical mile/hour' };
  return { ...scanned, quantity: { ...scanned.quantity, unit } };
}

const hyphened =
  /^-(hour|minute|day|week|month|year|night|shift|mile|page|acre|litre|tonne)(?![a-zà-ÿœ]|-old)/;

/** "a 37.5-hour week", "the four-year term": the unit that a hyphen ties to its number. */
export function withHyphen(scanned: Scanned, folded: string): Scanned {
  const { quantity, end } = scanned;
  if (quantity.unit !== bareUnit) return scanned;
  const rest = folded.slice(end, end + 14);
  const match = hyphened.exec(rest) ?? possessive.exec(rest);
  const [tail = '', name = ''] = match ?? [];
  if (match === null) return scanned;
  const unit = { symbol: name, dimension: name, scale: bareUnit.scale };
  return { ...scanned, end: end + tail.length, quantity: { ...quantity, unit } };
}

/** "trois ans et demi", "one and a half points". */
export function withHalf({ folded, text, lang }: Source, scanned: Scanned): Scanned {
  const { quantity, end, start } = scanned;
  const half = /^ et demie?\b/.exec(folded.slice(end, end + 10))?.[0];
  const { unit } = quantity;
  if (half !== undefined) {
    const value = quantity.value.plus(unit.scale.div(2));
    const decimals = Math.max(1, quantity.decimals);
    return {
      ...scanned,
      end: end + half.length,
      quantity: { ...quantity, value, low: value, high: value, decimals },
    };
  }
  const link = /^ and (?:a half|a quarter|three quarters) /.exec(folded.slice(end, end + 20))?.[0];
  if (link === undefined || unit !== bareUnit) return scanned;
  const { unit: later, end: stop } = scanUnit(text, end + link.length - 1, { lang, noun: 'word' });
  const value = quantity.value
    .plus(link.includes('half') ? '0.5' : link.includes('three') ? '0.75' : '0.25')
    .times(later.scale);
  return {
    ...scanned,
    start,
    end: stop,
    quantity: { ...quantity, unit: later, value, low: value, high: value, decimals: 2 },
  };
}

/** "14 day centres": a word of time in the singular names what is counted, and measures nothing. */
export function withoutTimeName(scanned: Scanned, folded: string): Scanned {
  const { unit, value } = scanned.quantity;
  if (value.eq(1) || !/^(?:day|week|month|year|hour|night|minute)$/.test(unit.symbol)) return scanned;
  const noun = /^ ([a-z]{3,}s)(?![a-z])/.exec(folded.slice(scanned.end, scanned.end + 24));
  if (!noun) return scanned;
  const counted = { ...bareUnit, symbol: noun[1] ?? '', dimension: noun[1] ?? '' };
  return { ...scanned, end: scanned.end + noun[0].length, quantity: { ...scanned.quantity, unit: counted } };
}
