import { decimal } from '../quantity/decimal.ts';
import type { Unit } from '../core/quantity.ts';
import { one } from '../quantity/decimal.ts';
import { wordy } from './pattern.ts';
import type { Decimal } from 'decimal.js';

/** Hours and minutes as one number of hours. */
export interface Duration {
  readonly hours: Decimal;
  readonly end: number;
}

export const hourUnit: Unit = { symbol: 'h', dimension: 'hour', scale: one };

const hoursAndMinutes =
  /^(\d{1,3}) ?(?:h|(heures?|hours?)) ?(?:et |and )?([0-5]\d|[1-9](?= ?m))(?: ?(mins?|mn|minutes?))?(?![0-9a-zà-ÿœ]|[.,]\d)/;
const lasting = wordy(
  /\b(?:dur(?:e|ent|ait|aient|er|ée|ées|a|ant)|temps|pendant|durant|attente|trajet|délai|moyenne|soit|ou|demande\w*|pren\w+|pass\w+|fau\w+|exige\w*|consacr\w+|affich\w+|compte\w*|totalis\w+|travaill\w+|perd\w*|en|environ|près de|plus de|moins de|presque|takes?|took|taking|last(?:s|ed|ing)?|spen[dt]s?|averag\w+|for|of|is|was|or|about|nearly|almost|over|lost)(?: [a-zà-ÿœ]+){0,3}(?: de| d'| à| of)? ?\(?$/,
);
const saidAgain = wordy(
  /^ ?(?:\(|=|de (?:travail|route|trajet|vol|attente|retard|cours|pause|sommeil|marche)\b|d'attente\b|par\b|chaque\b|of\b|per\b|each\b|,? ?(?:soit|c'est-à-dire|ou|or|i\.e\.|that is|autrement dit)\b)/,
);
const clockBefore =
  /(?:^| )(?:à|vers|dès|avant|après|jusqu'à|entre|depuis|at|by|until|from|before|after|to) $/;
const clockAfter = /^ ?(?:à|-|–|to|et|and) ?\d/;

/** "2 h 45", "1 hour 45 minutes" at `start`, where it is how long something lasts and no time of the day. */
export function scanDuration(folded: string, start: number): Duration | undefined {
  const match = hoursAndMinutes.exec(folded.slice(start, start + 24));
  if (!match) return undefined;
  const [written = '', hours = '0', word, minutes = '0', unit] = match;
  const end = start + written.length;
  const isPlain = word !== undefined || unit !== undefined;
  if (!isPlain && !isLasting(folded, start, end)) return undefined;
  return { hours: decimal(hours).plus(decimal(minutes).div(60)), end };
}

function isLasting(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 50), start);
  const after = folded.slice(end, end + 24);
  if (clockBefore.test(before) || clockAfter.test(after)) return false;
  return saidAgain.test(after) || lasting.test(before);
}
