import matter from 'gray-matter';
import { fr } from '../util/french.ts';
import type { ReadingProblem } from './reading-problem.ts';

/** A document cut at its front-matter. */
export interface SplitDocument {
  /** YAML between the fences, from the end of line 1 on, so that its lines count as the file's; undefined without any. */
  readonly yaml: string | undefined;
  /** The document with its front-matter blanked out: every line and column of the text is where it was. */
  readonly body: string;
  readonly problem?: ReadingProblem;
}

/** Characters of a front-matter; longer ledgers go to a file of their own. */
const maxLength = 100_000;

/** Cuts a document at its front-matter. Only YAML fences are taken; no engine but ours ever runs. Never throws. */
export function splitDocument(text: string): SplitDocument {
  const firstLine = lineAt(text, 0);
  const refused = refusedFence(text, firstLine);
  if (refused !== undefined) return { yaml: undefined, body: text, problem: refused };
  if (!isFence(firstLine)) return { yaml: undefined, body: text, problem: missing() };
  const close = text.slice(firstLine.length).search(/\n(?:---|\.\.\.[ \t\r]*(?:\n|$))/u) + firstLine.length;
  if (close < firstLine.length) return { yaml: undefined, body: text, problem: unclosed() };
  const closing = lineAt(text, close + 1);
  const end = close + 1 + closing.length;
  // Without the `u` flag: one space for each UTF-16 unit, so that offsets stay true.
  const body = text.slice(0, end).replace(/[^\n]/g, ' ') + text.slice(end);
  const problem = closingProblem(text, close, closing) ?? sizeProblem(text.slice(0, close));
  if (problem !== undefined) return { yaml: undefined, body, problem };
  return { yaml: yamlBetween(`${text.slice(0, close)}\n---`), body };
}

const refuse = (): never => {
  throw new Error('only YAML');
};

/** gray-matter cuts, nothing more: its own engines evaluate code, and its YAML is 1.1. */
function yamlBetween(header: string): string {
  let yaml = '';
  const take = (text: string): object => {
    yaml = text;
    return {};
  };
  const { matter: between } = matter(header, {
    language: 'yaml',
    engines: {
      yaml: take,
      yml: take,
      json: refuse,
      js: refuse,
      javascript: refuse,
      coffee: refuse,
      toml: refuse,
    },
  });
  return yaml === '' ? between : yaml;
}

function isFence(line: string): boolean {
  return /^---[ \t]*(?:ya?ml)?[ \t\r]*$/iu.test(line);
}

function refusedFence(text: string, firstLine: string): ReadingProblem | undefined {
  const isForeign = /^(?:\+\+\+|;;;)/u.test(firstLine);
  const name = isForeign ? firstLine.slice(0, 3) : /^---(?!-)[ \t]*(\S.*)$/u.exec(firstLine)?.[1];
  if (name !== undefined && !isFence(firstLine)) return wrongEngine(name.trim(), firstLine.length);
  const blank = /^\s+/u.exec(text.slice(0, 1000))?.[0].length ?? 0;
  if (blank === 0 || !isFence(lineAt(text, blank))) return undefined;
  const before = text.slice(0, blank);
  const line = before.split('\n').length;
  const column = blank - before.lastIndexOf('\n');
  return {
    rule: 'front-matter/syntax',
    place: { line, column, endLine: line, endColumn: column + 3 },
    message: {
      fr: fr`L’en-tête doit commencer à la première ligne, au premier caractère.`,
      en: 'The front-matter must start on the first line, at its first character.',
    },
    help: { fr: fr`Supprimez ce qui précède « --- ».`, en: 'Delete what comes before "---".' },
  };
}

function wrongEngine(name: string, length: number): ReadingProblem {
  const place = { line: 1, column: 1, endLine: 1, endColumn: length + 1 };
  if (/^[\p{L}-]+[ \t]*:/u.test(name)) {
    return {
      rule: 'front-matter/syntax',
      place,
      message: { fr: fr`« --- » doit être seul sur sa ligne.`, en: '"---" must stand alone on its line.' },
      help: {
        fr: 'Allez à la ligne après les trois tirets.',
        en: 'Start a new line after the three hyphens.',
      },
    };
  }
  const shown = name.slice(0, 30);
  return {
    rule: 'front-matter/engine',
    place,
    message: {
      fr: fr`L’en-tête ne peut être qu’en YAML, pas en « ${shown} ».`,
      en: `The front-matter can only be YAML, not "${shown}".`,
    },
    expected: '---',
    actual: shown,
    help: {
      fr: fr`Ouvrez et fermez l’en-tête par une ligne « --- » seule, et écrivez « clé: valeur ».`,
      en: 'Open and close the front-matter with a line "---" alone, and write "key: value".',
    },
  };
}

function missing(): ReadingProblem {
  return {
    rule: 'front-matter/missing',
    place: { line: 1, column: 1, endLine: 1, endColumn: 1 },
    message: {
      fr: 'Le document n’a pas d’en-tête, donc pas de titre.',
      en: 'The document has no front-matter, hence no title.',
    },
    expected: '---\ntitle: "…"\n---',
    help: {
      fr: fr`Commencez-le par trois lignes : « --- », « title: "…" », « --- ».`,
      en: 'Start it with three lines: "---", "title: …", "---".',
    },
  };
}

function unclosed(): ReadingProblem {
  return {
    rule: 'front-matter/syntax',
    place: { line: 1, column: 1, endLine: 1, endColumn: 4 },
    message: {
      fr: fr`L’en-tête ouvert par « --- » n’est pas refermé.`,
      en: 'The front-matter opened by "---" is never closed.',
    },
    help: {
      fr: fr`Ajoutez une ligne « --- » seule avant le texte.`,
      en: 'Add a line "---" alone before the text.',
    },
  };
}

function closingProblem(text: string, close: number, closing: string): ReadingProblem | undefined {
  if (/^(?:---|\.\.\.)[ \t\r]*$/u.test(closing)) return undefined;
  const line = text.slice(0, close + 1).split('\n').length;
  return {
    rule: 'front-matter/syntax',
    place: { line, column: 1, endLine: line, endColumn: closing.length + 1 },
    message: {
      fr: fr`La ligne qui ferme l’en-tête doit être « --- », sans rien d’autre.`,
      en: 'The line that closes the front-matter must be "---" and nothing else.',
    },
    expected: '---',
    actual: closing.slice(0, 80),
  };
}

function sizeProblem(header: string): ReadingProblem | undefined {
  if (header.length <= maxLength && !/\s{1000}/u.test(header)) return undefined;
  return {
    rule: 'front-matter/syntax',
    place: { line: 1, column: 1, endLine: 1, endColumn: 4 },
    message: { fr: 'L’en-tête est trop long.', en: 'The front-matter is too long.' },
    help: {
      fr: fr`Mettez les chiffres dans un fichier à part : « figures: chiffres.yaml ».`,
      en: 'Put the figures in a file of their own: "figures: figures.yaml".',
    },
  };
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? undefined : end);
}
