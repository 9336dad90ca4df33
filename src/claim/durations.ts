import { decimal } from '../quantity/decimal.ts';
import type { Unit } from '../core/quantity.ts';
import { one } from '../quantity/decimal.ts';
import { wordy } from './pattern.ts';
import type { Decimal } from 'decimal.js';

/** A length of time in two units as one number of the larger. */
export interface Duration {
  readonly value: Decimal;
  readonly unit: Unit;
  readonly end: number;
}

const hourUnit: Unit = { symbol: 'h', dimension: 'hour', scale: one };
const minuteUnit: Unit = { symbol: 'min', dimension: 'minute', scale: one };
const yearUnit: Unit = { symbol: 'ans', dimension: 'year', scale: one };
const yearsAndMonths =
  /^(\d{1,3}) (?:ans?|années?|years?),? (?:et |and )?(\d{1,2}) (?:mois|months?)(?![a-zà-ÿœ])/;

const hoursAndMinutes =
  /^(\d{1,3}) ?(?:h|(heures?|hours?)) ?(?:et |and )?([0-5]\d|[1-9](?= ?m))(?: ?(mins?|mn|minutes?))?(?![0-9a-zà-ÿœ]|[.,]\d)/;
const minutesAndSeconds =
  /^(\d{1,3}) ?(?:min|mn|minutes?) ?(?:et |and )?([0-5]\d|[1-9](?= ?s))(?: ?(?:secondes?|seconds?|s|sec))?(?![0-9a-zà-ÿœ]|[.,]\d)/;
const lasting = wordy(
  /\b(?:dur(?:e|ent|ait|aient|er|ée|ées|a|ant)|temps|pendant|durant|attente|trajet|délai|moyenne|soit|ou|met|mettent|mettait|mettaient|mis|demande\w*|pren\w+|pass\w+|fau\w+|exige\w*|consacr\w+|affich\w+|compte\w*|totalis\w+|travaill\w+|perd\w*|en|environ|près de|plus de|moins de|presque|takes?|took|taking|last(?:s|ed|ing)?|spen[dt]s?|averag\w+|for|of|is|was|or|about|nearly|almost|over|lost)(?: [a-zà-ÿœ]+){0,3}(?: de| d'| à| of)? ?\(?$/,
);
const saidAgain = wordy(
  /^ ?(?:\(|=|(?:de |d')(?!(?:la|ce|cet|cette|demain|hier)\b)[a-zà-ÿœ]{4,}|par\b|chaque\b|of\b|per\b|each\b|,? ?(?:soit|c'est-à-dire|ou|or|i\.e\.|that is|autrement dit)\b| ?[,–—-] ?\d+ ?(?:minutes?|min|heures?|hours?)\b)/,
);
const clockBefore =
  /(?:^| )(?:à|vers|dès|avant|après|jusqu'à|entre|depuis|at|by|until|from|before|after|to) $/;
const clockAfter = /^ ?(?:à|-|–|to|et|and) ?\d/;

/** "2 h 45", "1 hour 45 minutes" at `start`, where it is how long something lasts and no time of the day. */
export function scanDuration(folded: string, start: number): Duration | undefined {
  const parts = scanParts(folded, start);
  if (parts) return parts;
  const match = hoursAndMinutes.exec(folded.slice(start, start + 24));
  if (!match) return undefined;
  const [written = '', hours = '0', word, minutes = '0', unit] = match;
  const end = start + written.length;
  const isPlain = word !== undefined || unit !== undefined;
  if (!isPlain && !isLasting(folded, start, end)) return undefined;
  return { value: decimal(hours).plus(decimal(minutes).div(60)), unit: hourUnit, end };
}

/** "41 ans et 6 mois", "3 min 31". */
function scanParts(folded: string, start: number): Duration | undefined {
  const years = yearsAndMonths.exec(folded.slice(start, start + 32));
  const match = years ?? minutesAndSeconds.exec(folded.slice(start, start + 32));
  if (!match) return undefined;
  const [written, large = '0', small = '0'] = match;
  const value = decimal(large).plus(decimal(small).div(years ? 12 : 60));
  return { value, unit: years ? yearUnit : minuteUnit, end: start + written.length };
}

function isLasting(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 50), start);
  const after = folded.slice(end, end + 28);
  if (clockBefore.test(before) || clockAfter.test(after)) return false;
  return saidAgain.test(after) || lasting.test(before);
}

const partsOfHour =
  /^(?:(une demi-heure|une demi heure|half an hour|half-an-hour)|(trois quarts d'heure|three quarters of an hour)|(un quart d'heure|a quarter of an hour))(?![a-zà-ÿœ])/;

/** "trois quarts d'heure", "half an hour" at `start`. */
export function scanPartOfHour(folded: string, start: number): Duration | undefined {
  const match = partsOfHour.exec(folded.slice(start, start + 28));
  if (!match) return undefined;
  const value = decimal(match[1] ? '0.5' : match[2] ? '0.75' : '0.25');
  return { value, unit: hourUnit, end: start + match[0].length };
}
