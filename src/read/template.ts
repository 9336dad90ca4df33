import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { kinds } from '../core/document.ts';
import type { Files } from '../core/files.ts';
import type { Template } from '../core/template.ts';
import { ToolError } from '../core/tool-error.ts';
import { readFaces } from './fonts.ts';

export interface TemplateSource {
  readonly name: string;
  readonly workspaceFiles: Files;
  /** Folder of nsp's own `package.json`: it holds `templates/` and the font packages. */
  readonly packageRoot: string;
}

/** A template's folder, in the workspace or shipped: paths are relative to it, with forward slashes. */
interface Folder {
  readonly path: string;
  readonly files: readonly string[];
  readonly read: (file: string) => Uint8Array;
}

const token = v.pipe(v.string(), v.regex(/^[^;{}<>]*$/u));
const tokenName = v.pipe(v.string(), v.regex(/^[a-z][a-z\d-]*$/u));

const declaration = v.strictObject({
  tokens: v.optional(v.record(tokenName, token), {}),
  'notes-at-foot': v.optional(v.array(v.picklist(kinds)), []),
  attachments: v.optional(v.array(v.picklist(kinds)), []),
  faces: v.array(
    v.strictObject({
      family: token,
      weight: v.pipe(v.number(), v.minValue(1), v.maxValue(1000)),
      'max-weight': v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(1000))),
      style: v.picklist(['normal', 'italic']),
      medium: v.optional(v.picklist(['screen', 'print'])),
      file: v.string(),
    }),
  ),
});

const wordList = v.record(v.string(), v.string());
const wordLists = v.strictObject({ fr: wordList, en: wordList });

const required = ['template.yaml', 'words.yaml', 'page.liquid', 'screen.css', 'print.css', 'logo.svg'];

/** Whether there is a template of this name; throws `ToolError` where there is none. */
export function requireTemplate(source: TemplateSource): void {
  findFolder(source);
}

/** Reads a template by name: the workspace's own `templates/NAME/` wins over the shipped one. Throws `ToolError`. */
export function readTemplate(source: TemplateSource): Template {
  const folder = findFolder(source);
  for (const file of required) if (!folder.files.includes(file)) throw missingFile(folder, file);
  const {
    tokens,
    faces,
    attachments,
    'notes-at-foot': notesAtFoot,
  } = parseYaml(folder, 'template.yaml', declaration);
  const texts = folder.files.filter((file) => /\.(?:liquid|css)$/u.test(file));
  return {
    name: source.name,
    texts: new Map(texts.map((file) => [file, textOf(folder, file)])),
    words: parseYaml(folder, 'words.yaml', wordLists),
    faces: readFaces(faces, source.packageRoot, (file) => {
      if (!folder.files.includes(file)) throw missingFile(folder, file);
      return folder.read(file);
    }),
    logo: textOf(folder, 'logo.svg').trim(),
    tokens,
    notesAtFoot,
    attachments,
  };
}

function findFolder({ name, workspaceFiles, packageRoot }: TemplateSource): Folder {
  if (!/^[\p{L}\d][\p{L}\d_-]*$/u.test(name)) throw unknownTemplate(name, packageRoot);
  const own = `templates/${name}`;
  const ownFiles = workspaceFiles.list([`${own}/**`]).map((file) => file.slice(own.length + 1));
  if (ownFiles.length > 0) {
    return { path: own, files: ownFiles, read: (file) => workspaceFiles.read(`${own}/${file}`) };
  }
  const shipped = path.join(packageRoot, 'templates', name);
  const files = listFolder(shipped);
  if (files.length === 0) throw unknownTemplate(name, packageRoot);
  return { path: own, files, read: (file) => readFileSync(path.join(shipped, file)) };
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort();
  } catch {
    return [];
  }
}

function textOf(folder: Folder, file: string): string {
  return new TextDecoder('utf-8').decode(folder.read(file)).replaceAll('\r\n', '\n');
}

function parseYaml<const Schema extends v.GenericSchema>(
  folder: Folder,
  file: string,
  schema: Schema,
): v.InferOutput<Schema> {
  const where = `${folder.path}/${file}`;
  let detail: string;
  try {
    const result = v.safeParse(schema, parse(textOf(folder, file)));
    if (result.success) return result.output;
    detail = result.issues.map((issue) => v.getDotPath(issue) ?? '').find((key) => key !== '') ?? '';
  } catch (cause) {
    detail = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
  }
  throw new ToolError(
    'usage',
    {
      fr: `Le fichier ${where} est mal formé (${detail}).`,
      en: `The file ${where} is malformed (${detail}).`,
    },
    {
      fr: 'Comparez-le au même fichier du modèle «\u202fnsp\u202f» livré avec le programme.',
      en: 'Compare it with the same file of the “nsp” template that ships with the program.',
    },
  );
}

function missingFile(folder: Folder, file: string): ToolError {
  const where = `${folder.path}/${file}`;
  return new ToolError(
    'usage',
    { fr: `Il manque au modèle le fichier ${where}.`, en: `The template lacks the file ${where}.` },
    {
      fr: 'Copiez ce fichier depuis le modèle «\u202fnsp\u202f» livré avec le programme, puis adaptez-le.',
      en: 'Copy that file from the “nsp” template that ships with the program, then adapt it.',
    },
  );
}

function unknownTemplate(name: string, packageRoot: string): ToolError {
  const shipped = listFolder(path.join(packageRoot, 'templates'));
  const known = shipped.flatMap((file) => /^([^/]+)\/template\.yaml$/u.exec(file)?.[1] ?? []).join(', ');
  return new ToolError(
    'usage',
    { fr: `Le modèle «\u202f${name}\u202f» n’existe pas.`, en: `There is no template “${name}”.` },
    {
      fr: `Modèles livrés\u00a0: ${known}. Pour en ajouter un, créez le dossier templates/${name}/ à côté de nsp.yaml.`,
      en: `Shipped templates: ${known}. To add one, make the folder templates/${name}/ beside nsp.yaml.`,
    },
  );
}
