import { visit } from 'unist-util-visit';
import { FileProblem } from '../core/files.ts';
import { decodePath } from '../util/address.ts';
import { fr } from '../util/french.ts';
import { resolveInside } from '../util/workspace-path.ts';
import { decodeText } from './decode-text.ts';
import { fileFaultWords } from './file-words.ts';
import { pictureType } from './picture-type.ts';
import { svgFault, svgWords } from './svg.ts';
import type { Position } from 'unist';
import type { Root } from 'mdast';
import type { Files } from '../core/files.ts';
import type { Picture } from '../core/note.ts';
import type { Place } from '../core/place.ts';
import type { ReadingProblem } from './reading-problem.ts';

export interface ReadPictures {
  /** By the address written in the document. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly problems: readonly ReadingProblem[];
}

type PictureResult = Picture | Omit<ReadingProblem, 'place'>;

/** Reads every picture of a document once; what cannot be had is a problem at each place that shows it. */
export function readPictures(tree: Root, files: Files, folder: string): ReadPictures {
  const results = new Map<string, PictureResult>();
  const problems: ReadingProblem[] = [];
  for (const { url, place } of picturesIn(tree)) {
    const result = results.get(url) ?? readPicture(url, files, folder);
    results.set(url, result);
    if ('rule' in result) problems.push({ ...result, place });
  }
  const read = [...results].flatMap(([url, result]) => ('rule' in result ? [] : [[url, result] as const]));
  return { pictures: new Map(read), problems };
}

/** Every place of a tree that shows the picture of this address. */
export function placesOfPicture(tree: Root, url: string): (Place | undefined)[] {
  return picturesIn(tree)
    .filter((picture) => picture.url === url)
    .map(({ place }) => place);
}

function picturesIn(tree: Root): { url: string; place: Place | undefined }[] {
  const addresses = new Map<string, string>();
  const found: { url: string; place: Place | undefined }[] = [];
  visit(tree, 'definition', (node) => {
    if (!addresses.has(node.identifier)) addresses.set(node.identifier, node.url);
  });
  visit(tree, (node) => {
    if (node.type === 'image') found.push({ url: node.url, place: placeOf(node.position) });
    if (node.type !== 'imageReference') return;
    const url = addresses.get(node.identifier);
    if (url !== undefined) found.push({ url, place: placeOf(node.position) });
  });
  return found;
}

function placeOf(position: Position | undefined): Place | undefined {
  if (position === undefined) return undefined;
  const { start, end } = position;
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function readPicture(url: string, files: Files, folder: string): PictureResult {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(url)) return { rule: 'picture/file', ...remote };
  const typed = decodePath(url.replace(/[?#].*$/su, ''));
  try {
    const path = resolveInside(folder, typed);
    if (path === undefined) throw new FileProblem('outside', typed);
    const data = files.read(path);
    const type = pictureType(data);
    if (type === undefined) return { rule: 'picture/file', ...wrongType };
    if (type !== 'image/svg+xml') return { url, path, type, data };
    const xml = decodeText(path, data);
    const fault = svgFault(xml);
    if (fault !== undefined)
      return { rule: 'picture/svg', message: fault.message, actual: fault.what, help: svgHelp };
    return { url, path, type, data, words: svgWords(xml) };
  } catch (error) {
    return { rule: 'picture/file', ...fileFaultWords(error, typed) };
  }
}

const remote = {
  message: {
    fr: 'Cette image n’est pas un fichier de l’espace de travail, elle ne peut pas être mise dans le document.',
    en: 'This picture is no file of the workspace, it cannot be put into the document.',
  },
  help: {
    fr: fr`Enregistrez-la dans le dossier « images » du document, si sa licence le permet.`,
    en: 'Save it in the document’s "images" folder, if its licence allows.',
  },
} as const;

const wrongType = {
  message: {
    fr: 'Ce fichier n’est pas une image PNG, JPEG, SVG, WebP ou GIF.',
    en: 'This file is no PNG, JPEG, SVG, WebP or GIF picture.',
  },
  help: { fr: 'Enregistrez l’image en PNG ou en JPEG.', en: 'Save the picture as PNG or JPEG.' },
} as const;

const svgHelp = {
  fr: fr`Exportez-la de nouveau en « SVG simple », ou en PNG.`,
  en: 'Export it again as "plain SVG", or as PNG.',
} as const;
