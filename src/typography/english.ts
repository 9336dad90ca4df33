import { pairQuotes, type QuoteLevels } from './quotes.ts';
import { ranges, type Replacement } from './shared.ts';
import type { TextRun } from './text-run.ts';
import { pattern } from '../util/pattern.ts';

const levels: QuoteLevels = [
  ['“', '”'],
  ['‘', '’'],
];

const steps: readonly Replacement[] = [
  [/(?<!\.)\.{3}(?!\.)/gu, '…'],
  [pattern(String.raw`(?<=^|[\s([{“—–])'(?=\p{N})`, 'gu'), '’'],
  [pattern(String.raw`(?<=^|[\s([{“—–])'(?=[\p{L}\ufffc])`, 'gu'), '‘'],
  [pattern(String.raw`(?<=[\p{L}\ufffc.,!?…])'|(?<=\p{N})'(?=\p{L})`, 'gu'), '’'],
  ...ranges(String.raw`%|million|billion|years?|days?|people`),
  [pattern(String.raw`(?<=\S[ \n])-{3}(?=[ \n]\S)|(?<=\p{L})-{3}(?=\p{L})`, 'gu'), '—'],
  [/(?<=\S[ \n])--?(?=[ \n]\S)(?<!\d[ \n]--?(?=[ \n]\d))/gu, '–'],
];

/** Sets a run whose untouchable parts are masked: curly quotes and dashes, no French space. */
export function setEnglish(run: TextRun): void {
  run.edit(pairQuotes(run.text, levels));
  for (const [pattern, by] of steps) run.replace(pattern, by);
}
