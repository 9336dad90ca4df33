import { inclusivePoints } from './inclusive.ts';
import { pairQuotes, type QuoteLevels } from './quotes.ts';
import { ranges, type Replacement } from './shared.ts';
import type { TextRun } from './text-run.ts';
import { pattern } from '../util/pattern.ts';

const narrow = '\u202f';
const fixed = '\u00a0';
const space = '[ \\t\\n\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]';
/** What high punctuation may follow without a space typed: a word, a closing mark, an address. */
const solid = String.raw`[\p{L}\p{M}\p{N})\]}»”’"'%‰€$£°…·.\ufffc*]`;
const wordStart = String.raw`(?<![\p{L}\p{N}])`;
const wordEnd = String.raw`(?![\p{L}\p{N}])`;

const symbols = String.raw`[%‰€$£°]|°C|[kKM]€|M(?:d|r)s?€|Mrds?€`;
const measures = String.raw`h|min|s|km²?|m[²³]?|[cm]m|ha|k?g|mg|t|[clm]?l|L|[kMGT]Wh?|W|[KkMGT]o|octets?`;
const counted = String.raw`(?:millier|million|milliard|euro|point|an|jour|heure|minute|seconde|semaine|agente?|personne|lit|poste)s?|mois|fois|ETPT?`;
const months =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|janv\\.|févr\\.|avr\\.|juil\\.|sept\\.|oct\\.|nov\\.|déc\\.';
const shortened = String.raw`n[°º]s?|(?:pp?|art|chap|vol|fig|tabl?|al|t|coll?|f|l|sect|ann)\.|§§?`;
const numbered =
  'articles?|pages?|chapitres?|tableaux?|figures?|annexes?|graphiques?|tomes?|volumes?|numéros?|alinéas?';
const civility = String.raw`MM?\.|Mmes?|Mlles?|Mgr|Drs?|Prs?|[DP]r\.|Mes?`;

/** Replaces the spaces found between two patterns; none is added where none stands. */
function between(left: string, right: string, by: string, flags = 'gu'): Replacement {
  return [pattern(`(?<=${left})${space}+(?=${right})`, flags), by];
}

const words: readonly Replacement[] = [
  [/(?<!\.)\.{3}(?!\.)/gu, '…'],
  [pattern(String.raw`(?<=\p{L})'(?=[\p{L}\p{N}«“"\ufffc])`, 'gu'), '’'],
];

const singleQuotes: readonly Replacement[] = [
  [pattern(String.raw`(?<=^|[\s([{«“—–])'(?=\p{N})`, 'gu'), '’'],
  [pattern(String.raw`(?<=^|[\s([{«“—–])'(?=\p{L})`, 'gu'), '‘'],
  [pattern(String.raw`(?<=[\p{L}\ufffc.!?…])'(?![\p{L}\p{N}])`, 'gu'), '’'],
];

const punctuation: readonly Replacement[] = [
  between('«', '\\S', narrow),
  [/«(?=\S)/gu, `$&${narrow}`],
  between('\\S', '»', narrow),
  [/(?<=\S)»/gu, `${narrow}$&`],
  between('\\S', '(?:[!?]|;(?!-?[)(]))', narrow),
  [pattern(`(?<=${solid})[;!?]`, 'gu'), `${narrow}$&`],
  between('\\S', ':(?:\\s|$|[«“"‘\\ufffc])', fixed),
  [pattern(`(?<=${solid}):(?=\\s|$|[«“"‘\\ufffc])`, 'gu'), `${fixed}$&`],
];

const numbers: readonly Replacement[] = [
  [/(?<=(?<![\d.,])\d{1,3}(?:[ \n\u00a0\u202f]\d{3}){0,4})[ \n\u00a0](?=\d{3}(?!\d))/gu, narrow],
  [pattern(String.raw`\d(?=(?:[%‰€]|[kKM]€|M(?:d|r)s?€|Mrds?€)(?![\p{L}\p{N}]))`, 'gu'), `$&${fixed}`],
  between('\\d', `(?:${symbols}|${measures}|${counted})(?![\\p{L}\\p{N}’'])`, fixed),
  between('\\d\\u00a0?h', String.raw`\d{2}(?!\d)`, fixed),
];

const bindings: readonly Replacement[] = [
  [pattern(`(?<=${wordStart}n)[°º](?=\\d)`, 'giu'), `$&${fixed}`],
  between(
    `${wordStart}(?:${shortened})`,
    String.raw`\d|[IVXLC]+${wordEnd}|[ivxlc]+${wordEnd}|[LRD]\.`,
    fixed,
  ),
  between(`${wordStart}p\\.`, 'ex\\.', fixed),
  between(`(?<!\\p{L})(?:${numbered})`, '\\d', fixed, 'giu'),
  between(`${wordStart}à`, '\\d', fixed),
  between('(?<!\\p{L})\\p{Lu}\\p{Ll}{2,20}', `[IVX]{2,6}${wordEnd}`, fixed),
  between(`${wordStart}(?:${civility})`, '\\p{Lu}', fixed),
  between(String.raw`(?<![\p{L}\p{N}’'])\p{Lu}\.`, String.raw`\p{Lu}|\d`, fixed),
  between(String.raw`(?<![\d.,])(?:\d{1,2}|1er)`, `(?:${months})(?!\\p{L})`, fixed, 'giu'),
  between(`${wordStart}[IVXLC]{1,7}(?:er?|ème|ᵉ)`, '(?:siècles?|République|Empire)(?!\\p{L})', fixed),
];

const dashes: readonly Replacement[] = [
  [/(?<=\S[ \n\u00a0])-{3}(?=[ \n\u00a0]\S)/gu, '—'],
  [/(?<=\S[ \n\u00a0])--?(?=[ \n\u00a0]\S)(?<!\d[ \n\u00a0]--?(?=[ \n\u00a0]\d))/gu, '–'],
];

const levels: QuoteLevels = [
  ['«', '»'],
  ['“', '”'],
  ['‘', '’'],
];

const units = `${symbols}|${counted}`;
const steps: readonly Replacement[] = [
  ...singleQuotes,
  ...inclusivePoints.map((pattern): Replacement => [pattern, '·']),
  ...numbers,
  ...ranges(units),
  ...bindings,
  ...punctuation,
  ...dashes,
];

/** Sets a run whose untouchable parts are masked, by the table of docs/typography.md. */
export function setFrench(run: TextRun): void {
  for (const [pattern, by] of words) run.replace(pattern, by);
  run.edit(pairQuotes(run.text, levels));
  for (const [pattern, by] of steps) run.replace(pattern, by);
}
