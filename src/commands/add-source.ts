import { readFileSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import type { Note } from '../core/note.ts';
import { exitCodes, ToolError } from '../core/tool-error.ts';
import { checkDocument, listDocuments } from '../pipeline/check.ts';
import type { Desk } from '../pipeline/desk.ts';
import { saveBeside } from '../pipeline/save.ts';
import { hideSecrets } from '../privacy/hide.ts';
import { indexSecrets } from '../privacy/secret-search.ts';
import { copyEndings, copyFolder, copyName, listCopies, type CopyEnding } from '../source/copies.ts';
import { fr } from '../util/french.ts';
import { nearest } from '../util/nearest.ts';
import type { Invocation } from './command.ts';
import { openWorkspace } from './desk.ts';
import { text } from './options.ts';

const maxBytes = 50_000_000;

/** Files a copy of a source beside the document that cites it: `sources/KEY.pdf`. Throws `ToolError`. */
export async function addSource(invocation: Invocation): Promise<number> {
  const { host, lang, targets, options } = invocation;
  const [, file, ...documents] = targets;
  const key = text(options, 'key')?.replace(/^@/u, '');
  if (file === undefined || key === undefined) throw incomplete(file);
  const desk = openWorkspace({ ...invocation, targets: documents });
  const note = await documentOf(desk, documents, key);
  const ending = endingOf(file);
  const data = readOriginal(resolve(host.cwd, file), file);
  if (ending === 'pdf' && !isPdf(data)) throw notPdf(file);
  const name = copyName(key);
  const present = listCopies(desk.files, note.folder).get(name) ?? [];
  if (present.length > 0 && options['force'] !== true) throw alreadyThere(present[0] ?? '', key);
  const path = [note.folder, copyFolder, `${name}.${ending}`].filter((part) => part !== '').join('/');
  await saveBeside(desk.root, { path, data });
  const said = { fr: fr`Copie rangée : ${path}`, en: `Copy filed: ${path}` }[lang];
  if (options['quiet'] !== true) host.err.write(`${hideSecrets(said, indexSecrets(desk.people.secrets))}\n`);
  return exitCodes.fine;
}

/** The one document that has the key, among the targets. */
async function documentOf(desk: Desk, targets: readonly string[], key: string): Promise<Note> {
  const notes: Note[] = [];
  for (const path of listDocuments(desk, targets).paths) {
    const { note } = await checkDocument(desk, path);
    if (note) notes.push(note);
  }
  const having = notes.filter((note) => note.bibliography.byKey.has(key));
  const folders = new Set(having.map((note) => note.folder));
  const [note] = having;
  if (note && folders.size === 1) return note;
  throw note ? severalDocuments(key, [...folders]) : unknownKey(key, notes);
}

function readOriginal(path: string, typed: string): Uint8Array {
  try {
    const facts = statSync(path);
    if (facts.isFile() && facts.size <= maxBytes) return readFileSync(path);
  } catch (cause) {
    throw cannotRead(typed, cause);
  }
  throw cannotRead(typed);
}

function endingOf(file: string): CopyEnding {
  const ending = extname(file)
    .slice(1)
    .toLowerCase()
    .replace(/^x?html?$/u, 'html')
    .replace('markdown', 'md');
  const known = copyEndings.find((one) => one === ending);
  if (known !== undefined) return known;
  throw new ToolError(
    'usage',
    {
      fr: fr`« ${basename(file)} » n’est pas d’une sorte que nsp sait lire.`,
      en: `"${basename(file)}" is not of a kind that nsp can read.`,
    },
    {
      fr: fr`Enregistrez la source en ${copyEndings.join(', ')}.`,
      en: `Save the source as ${copyEndings.join(', ')}.`,
    },
  );
}

function isPdf(data: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(data.subarray(0, 1024)).includes('%PDF-');
}

const usage = {
  fr: fr`Par exemple : nsp sources add rapport.pdf --key dupont2021`,
  en: 'For example: nsp sources add report.pdf --key dupont2021',
};

function incomplete(file: string | undefined): ToolError {
  return new ToolError(
    'usage',
    file === undefined
      ? { fr: 'Il manque le fichier à ranger.', en: 'The file to be filed is missing.' }
      : {
          fr: fr`Il manque « --key », la clé de la référence.`,
          en: '"--key", the key of the reference, is missing.',
        },
    usage,
  );
}

function unknownKey(key: string, notes: readonly Note[]): ToolError {
  const near = nearest(key, new Set(notes.flatMap((note) => [...note.bibliography.byKey.keys()])));
  return new ToolError(
    'usage',
    {
      fr: fr`Aucune bibliographie de ces documents n’a la clé « ${key} ».`,
      en: `No bibliography of these documents has the key "${key}".`,
    },
    near === undefined
      ? {
          fr: 'Ajoutez d’abord la référence à la bibliographie du document.',
          en: 'First add the reference to the bibliography of the document.',
        }
      : { fr: fr`Vouliez-vous dire « ${near} » ?`, en: `Did you mean "${near}"?` },
  );
}

function severalDocuments(key: string, folders: readonly string[]): ToolError {
  const shown = folders.slice(0, 5).join(', ');
  return new ToolError(
    'usage',
    {
      fr: fr`Plusieurs documents ont la clé « ${key} » : ${shown}.`,
      en: `Several documents have the key "${key}": ${shown}.`,
    },
    { fr: 'Nommez le document à la fin de la commande.', en: 'Name the document at the end of the command.' },
  );
}

function alreadyThere(path: string, key: string): ToolError {
  return new ToolError(
    'usage',
    { fr: fr`« ${key} » a déjà une copie : ${path}.`, en: `"${key}" has a copy already: ${path}.` },
    {
      fr: fr`Ajoutez « --force » pour la remplacer.`,
      en: 'Add "--force" to replace it.',
    },
  );
}

function cannotRead(file: string, cause?: unknown): ToolError {
  return new ToolError(
    'usage',
    {
      fr: fr`Le fichier « ${file} » ne peut pas être lu, ou dépasse 50 Mo.`,
      en: `The file "${file}" cannot be read, or is larger than 50 MB.`,
    },
    { fr: 'Vérifiez son chemin et ses droits.', en: 'Check its path and its permissions.' },
    cause,
  );
}

function notPdf(file: string): ToolError {
  return new ToolError(
    'usage',
    { fr: fr`« ${basename(file)} » n’est pas un PDF.`, en: `"${basename(file)}" is no PDF.` },
    {
      fr: 'Ouvrez-le : c’est peut-être une page du site, enregistrée à sa place.',
      en: 'Open it: it may be a page of the site, saved in its place.',
    },
  );
}
