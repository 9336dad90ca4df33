import type { CslDate, CslItem, CslName } from '../core/bibliography.ts';
import type { BibEntry } from './bibtex-entry.ts';
import { dateOfMonth } from './bibtex-month.ts';
import { normaliseDate, readDate } from './csl-dates.ts';
import { cslTypes } from './csl-types.ts';

const subtypes: Readonly<Record<string, string>> = {
  newspaper: 'article-newspaper',
  magazine: 'article-magazine',
};

const languages: Readonly<Record<string, string>> = {
  french: 'fr',
  francais: 'fr',
  english: 'en',
  british: 'en-GB',
  american: 'en-US',
  german: 'de',
  ngerman: 'de',
  spanish: 'es',
  italian: 'it',
};

/** Names of kinds that BibLaTeX translates, of no use to a reader: CSL has its own words for the type. */
const technicalGenre =
  /^(?:(?:phd|ma|ba|cand)thesis|(?:tech|res)report|newspaper|magazine|software|datacd|audiocd)$/iu;

/** Dates by their name in CSL; citation-js drops what it cannot read of them. */
const dateFields = {
  date: 'issued',
  urldate: 'accessed',
  eventdate: 'event-date',
  origdate: 'original-date',
};

const nameFields = ['author', 'editor', 'translator', 'container-author'];

/** Adds what citation-js leaves out of an entry: `consulted`, `archive`, newspapers, CSL type names, language codes. */
export function completeItem(item: CslItem, entry: BibEntry, key: string): CslItem {
  const { properties } = entry;
  const { genre, issued, ...fields } = item;
  const language = textOf(item['language']);
  const consulted = properties['consulted'];
  const archive = properties['archive'] ?? properties['archiveurl'];
  const container = properties['journaltitle'] ?? properties['journal'];
  return {
    ...fields,
    ...namesOf(item),
    ...datesOf(issued, entry),
    id: key,
    type: typeOf(item, entry),
    ...(typeof genre === 'string' && !technicalGenre.test(genre) && { genre }),
    ...(language !== undefined && { language: languages[language.toLowerCase()] ?? language }),
    ...(consulted !== undefined && item['accessed'] === undefined && { accessed: readDate(consulted) }),
    ...(archive !== undefined && { archive: archive.trim() }),
    ...shortTitle(item, entry),
    ...(container !== undefined && { 'container-title': item['container-title'] ?? unbraced(container) }),
  };
}

function namesOf(item: CslItem): Record<string, CslName[]> {
  const names: Record<string, CslName[]> = {};
  for (const field of nameFields) {
    const bodies = bodiesOf(item[field]);
    if (bodies) names[field] = bodies;
  }
  return names;
}

/** The entry without what is read here rather than by citation-js. */
export function withoutDates(entry: BibEntry): BibEntry {
  const others = Object.entries(entry.properties).filter(([field]) => !Object.hasOwn(dateFields, field));
  return { ...entry, properties: Object.fromEntries(others) };
}

function datesOf(issued: unknown, { properties }: BibEntry): Record<string, CslDate> {
  const dates: Record<string, CslDate> = {};
  const year = normaliseDate(issued);
  if (year) dates['issued'] = withMonth(year, properties['month']);
  for (const [field, name] of Object.entries(dateFields)) {
    const typed = unbraced(properties[field] ?? '');
    if (typed !== '') dates[name] = readDate(typed);
  }
  return dates;
}

/** citation-js reads months in English or as numbers, and drops the others. */
function withMonth(date: CslDate, month = ''): CslDate {
  const [parts = [], ...others] = date['date-parts'] ?? [];
  const [year, known] = parts;
  const isRead = year === undefined || known !== undefined || others.length > 0;
  return isRead || month.trim() === '' ? date : dateOfMonth(year, month);
}

/** The title without its subtitle, which citation-js joins to it: later citations give it alone. */
function shortTitle(item: CslItem, { properties }: BibEntry): { 'title-short'?: string } {
  if (properties['subtitle'] === undefined || item['title-short'] !== undefined) return {};
  const [title, ...subtitle] = (textOf(item['title']) ?? '').split(/\s*: /u);
  return title === undefined || subtitle.length !== 1 ? {} : { 'title-short': title };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function unbraced(value: string): string {
  return value.replace(/[{}]/gu, '').trim();
}

/** A name without a given name is that of a body: "Cour des comptes". */
function bodiesOf(names: unknown): CslName[] | undefined {
  if (!Array.isArray(names)) return undefined;
  return (names as CslName[]).map((name) => {
    const isBody = name.family !== undefined && Object.keys(name).length === 1;
    return isBody ? { literal: name.family } : name;
  });
}

function typeOf(item: CslItem, { type, properties }: BibEntry): string {
  const subtype = subtypes[(properties['entrysubtype'] ?? '').toLowerCase()];
  if (subtype !== undefined && type === 'article') return subtype;
  if (type === 'misc' && item['URL'] !== undefined) return 'webpage';
  return item.type === 'document' && cslTypes.has(type) ? type : item.type;
}
