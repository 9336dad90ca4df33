import { coverageOf, type Coverage, type PlacedNumber } from '../claim/coverage.ts';
import type { Claim, ClaimKind, Verdict } from '../core/claim.ts';
import type { Language, Localized } from '../core/localized.ts';
import type { Note } from '../core/note.ts';
import { fr } from '../util/french.ts';
import { shorten } from '../util/shorten.ts';
import { wrapText } from '../util/wrap-text.ts';
import { withoutControls } from './excerpt.ts';
import { paint, type FiguresTableOptions, type Style } from './figures-style.ts';

const kinds: Readonly<Record<ClaimKind, Localized>> = {
  share: { fr: 'part', en: 'share' },
  growth: { fr: 'évolution', en: 'growth' },
  sum: { fr: 'somme', en: 'sum' },
  multiple: { fr: 'multiple', en: 'multiple' },
  difference: { fr: 'différence', en: 'difference' },
  ratio: { fr: 'rapport', en: 'ratio' },
  points: { fr: 'points', en: 'points' },
  fraction: { fr: 'fraction', en: 'fraction' },
  conversion: { fr: 'conversion', en: 'conversion' },
};

const verdicts: Readonly<Record<Verdict, { words: Localized; style: Style; order: number }>> = {
  fails: { words: { fr: 'à corriger', en: 'wrong' }, style: 'red', order: 0 },
  undecided: { words: { fr: 'à voir', en: 'open' }, style: 'yellow', order: 1 },
  holds: { words: { fr: 'juste', en: 'ok' }, style: 'green', order: 2 },
};

/** The claims of a note: those that fail, then those that are open; those that hold are counted, unless all are asked. */
export function claimLines(note: Note, options: FiguresTableOptions): string[] {
  const { claims = [] } = note;
  if (claims.length === 0) return [];
  const { lang } = options;
  const shown = claims
    .filter(({ verdict }) => options.all === true || verdict !== 'holds')
    .toSorted((one, other) => verdicts[one.verdict].order - verdicts[other.verdict].order);
  const hidden = claims.length - shown.length;
  const head = { fr: 'Calculs du texte et des tableaux', en: 'Calculations of the text and tables' };
  return [
    `  ${paint(head[lang], 'dim', options)}`,
    ...shown.flatMap((claim) => linesOf(claim, options)),
    ...(hidden === 0 ? [] : wrapped(hiddenInWords(hidden, shown.length, lang), options)),
  ];
}

function linesOf(claim: Claim, options: FiguresTableOptions): string[] {
  const { lang } = options;
  const { words, style } = verdicts[claim.verdict];
  const quote = { fr: fr`« ${shorten(claim.stated, 48)} »`, en: `“${shorten(claim.stated, 48)}”` };
  const line = { fr: 'l.', en: 'l.' }[lang];
  const head = `${line}\u00a0${claim.place.line}  ${quote[lang]}  ${kinds[claim.kind][lang]}`;
  const details = [claim.calculation[lang], ...(claim.slip ? [claim.slip.message[lang]] : [])];
  return [
    `  ${withoutControls(head)}  ${paint(words[lang], style, options)}`,
    ...details.flatMap((text) => wrapped(text, options).map((one) => `  ${paint(one, 'dim', options)}`)),
  ];
}

function hiddenInWords(hidden: number, shown: number, lang: Language): string {
  if (lang === 'fr') {
    const others = shown === 0 ? '' : hidden === 1 ? 'autre ' : 'autres ';
    return hidden === 1
      ? fr`1 ${others}calcul est juste (--all pour le voir).`
      : fr`${hidden} ${others}calculs sont justes (--all pour les voir).`;
  }
  const others = shown === 0 ? '' : 'other ';
  return hidden === 1
    ? `1 ${others}calculation is right (--all shows it).`
    : `${hidden} ${others}calculations are right (--all shows them).`;
}

const mostShown = 12;

/** How many numbers are traced, how, and which are not. */
export function coverageLines(note: Note, options: FiguresTableOptions): string[] {
  const coverage = coverageOf(note);
  const { lang } = options;
  const bare = options.all === true ? coverage.bare : coverage.bare.slice(0, mostShown);
  const more = coverage.bare.length - bare.length;
  const list = [...bare.map((number) => numberInWords(number)), ...(more > 0 ? [`+\u00a0${more}`] : [])].join(
    ', ',
  );
  const head = { fr: fr`Sans source ni calcul : `, en: 'With neither source nor calculation: ' }[lang];
  return [
    ...wrapped(coverageInWords(coverage, lang), options),
    ...(bare.length === 0 ? [] : wrapped(head + list, options).map((line) => paint(line, 'dim', options))),
  ];
}

function numberInWords({ text, place }: PlacedNumber): string {
  const shown = shorten(text, 24).replace(/\s/gu, '\u00a0');
  return place === undefined ? shown : `${shown}\u00a0(l.\u00a0${place.line})`;
}

function coverageInWords({ numbers, traced, by }: Coverage, lang: Language): string {
  const parts: [number, Localized][] = [
    [by.ledger, { fr: 'au registre', en: 'in the ledger' }],
    [by.claim, { fr: 'par un calcul du texte', en: 'by a calculation of the text' }],
    [by.source, { fr: 'à une source', en: 'to a source' }],
    [by.unverifiable, { fr: 'sans vérification possible', en: 'beyond verification' }],
  ];
  const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words[lang]}`);
  const detail = told.length === 0 ? '' : ` (${told.join(', ')})`;
  if (lang === 'fr') return fr`Nombres du texte : ${numbers}, dont ${traced} rattachés${detail}.`;
  return `Numbers in the text: ${numbers}, of which ${traced} are traced${detail}.`;
}

function wrapped(text: string, { width }: FiguresTableOptions): string[] {
  const room = width === undefined ? undefined : Math.max(20, width - 4);
  return wrapText(withoutControls(text), room).map((line) => `  ${line}`);
}
