import type { Bibliography, Reference } from '../core/bibliography.ts';
import type { Problem } from '../core/finding.ts';
import type { Localized } from '../core/localized.ts';
import { fr } from '../util/french.ts';
import { LineIndex } from '../util/line-index.ts';
import { withTimeLimit } from '../util/time-limit.ts';
import { readBib } from './bibtex.ts';
import { readCslData } from './csl-data.ts';
import type { Fault, FileRead, SyntaxFault } from './entry-read.ts';

export interface BibliographyFile {
  /** Workspace path; its extension tells the format: .bib, .json, .yaml, .yml. */
  readonly path: string;
  readonly text: string;
}

export interface ParsedBibliography {
  readonly bibliography: Bibliography;
  readonly problems: readonly (Problem & { readonly rule: string })[];
}

/** Reads bibliographies: a broken entry is a problem at its place, the others survive. No network. Throws
 * `TimeLimitError` alone. */
export async function parseBibliography(files: readonly BibliographyFile[]): Promise<ParsedBibliography> {
  const entries: Reference[] = [];
  const problems: (Problem & { rule: string })[] = [];
  for (const { path, text } of files) {
    const lines = new LineIndex(text);
    const read = withoutEndless(await readFile(path, text));
    for (const { start, end, ...entry } of read.entries)
      entries.push({ ...entry, path, place: lines.placeOf(start, end) });
    for (const fault of read.faults) {
      problems.push({
        rule: 'reference/syntax',
        path,
        place: lines.placeOf(fault.start, fault.end),
        ...describe(fault),
      });
    }
  }
  const byKey = new Map<string, Reference>();
  for (const entry of entries) if (!byKey.has(entry.key)) byKey.set(entry.key, entry);
  return { bibliography: { entries, byKey }, problems };
}

function readFile(path: string, text: string): Promise<FileRead> | FileRead {
  return path.toLowerCase().endsWith('.bib') ? readBib(text) : withTimeLimit(() => readCslData(text));
}

/** Far more than an abstract has. */
const longestField = 50_000;
/** The citation engine's time grows with the square of their number. */
const mostTags = 500;

/** Turns entries that would take the citation engine for ever into faults. */
function withoutEndless({ entries, faults }: FileRead): FileRead {
  const isEndless = ({ csl }: FileRead['entries'][number]): boolean =>
    Object.values(csl).some(
      (value) =>
        typeof value === 'string' && (value.length > longestField || value.split('<').length > mostTags),
    );
  const endless = entries.filter(isEndless);
  if (endless.length === 0) return { entries, faults };
  return {
    entries: entries.filter((entry) => !isEndless(entry)),
    faults: [
      ...faults,
      ...endless.map(({ key, start, end }) => ({ key, start, end, fault: 'endless' as const })),
    ],
  };
}

const helps: Readonly<Record<Fault, Localized>> = {
  'no-key': {
    fr: 'Donnez une clé à l’entrée, par exemple @book{dupont2021, title = {…}} ou id: dupont2021.',
    en: 'Give the entry a key, for instance @book{dupont2021, title = {…}} or id: dupont2021.',
  },
  unclosed: {
    fr: 'Fermez l’entrée par une accolade, et vérifiez que chaque accolade ouverte est fermée.',
    en: 'Close the entry with a brace, and check that every opened brace is closed.',
  },
  malformed: {
    fr: fr`Vérifiez la fin du champ qui précède : une virgule, une accolade ou un guillemet manque.`,
    en: 'Look at the end of the field before: a comma, a brace or a quote is missing.',
  },
  value: {
    fr: 'Vérifiez les accolades, les barres obliques inversées et les signes $ de ses champs (écrivez \\$).',
    en: 'Check the braces, the backslashes and the $ signs of its fields (write \\$).',
  },
  endless: {
    fr: fr`Cherchez dans ses champs un texte ou des balises « <…> » répétés, et supprimez-les.`,
    en: 'Look in its fields for a text or "<…>" tags that are repeated, and delete them.',
  },
  file: {
    fr: 'Une bibliographie CSL est une liste d’entrées, chacune avec id, type et title.',
    en: 'A CSL bibliography is a list of entries, each with id, type and title.',
  },
};

function describe({ key, fault }: SyntaxFault): { message: Localized; help: Localized } {
  return { message: messageOf(key, fault), help: helps[fault] };
}

function messageOf(key: string, fault: Fault): Localized {
  switch (fault) {
    case 'no-key':
      return {
        fr: 'Cette entrée de la bibliographie n’a pas de clé.',
        en: 'This bibliography entry has no key.',
      };
    case 'unclosed':
      return {
        fr: fr`L’entrée « ${key} » n’est pas fermée.`,
        en: `The entry "${key}" is not closed.`,
      };
    case 'malformed':
      return {
        fr: fr`L’entrée « ${key} » est mal écrite à partir d’ici.`,
        en: `The entry "${key}" cannot be read from here.`,
      };
    case 'value':
      return {
        fr: fr`Un champ de l’entrée « ${key} » ne peut pas être lu.`,
        en: `A field of the entry "${key}" cannot be read.`,
      };
    case 'endless':
      return {
        fr: fr`Un champ de l’entrée « ${key} » est trop long ou a trop de balises.`,
        en: `A field of the entry "${key}" is too long or has too many tags.`,
      };
    case 'file':
      return {
        fr: 'La bibliographie ne peut pas être lue à partir d’ici.',
        en: 'The bibliography cannot be read from here.',
      };
  }
}
