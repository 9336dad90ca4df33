import type { Language } from '../core/localized.ts';

const months: Record<Language, readonly string[]> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** "30 avril 2021" from 2021-04-30; "1er mai 2021" in French; undefined for what is no calendar date. */
export function dateInWords(iso: string, lang: Language): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/u.exec(iso);
  const month = match && months[lang][Number(match[2]) - 1];
  if (!match || !month) return undefined;
  const day = Number(match[3]);
  return `${lang === 'fr' && day === 1 ? '1er' : day}\u00a0${month} ${match[1] ?? ''}`;
}

/** "30 avril 2021 à 6 h" from an ISO date-time, in the offset that the author gave. */
export function momentInWords(iso: string, lang: Language): string | undefined {
  const day = dateInWords(iso, lang);
  const time = /T(\d{2}):(\d{2})/u.exec(iso);
  if (!day || !time) return day;
  const hour = Number(time[1]);
  const minute = time[2] ?? '00';
  return lang === 'fr'
    ? `${day} à ${hour}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`
    : `${day} at ${String(hour).padStart(2, '0')}:${minute}`;
}
