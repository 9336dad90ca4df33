import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseStyle, type CslStyle } from '../cite/style.ts';
import type { Files } from '../core/files.ts';
import type { Language } from '../core/localized.ts';
import { ToolError } from '../core/tool-error.ts';
import { fr } from '../util/french.ts';

/** A CSL style and the locales that it may be set in. */
export interface CitationStyle {
  readonly style: CslStyle;
  readonly locales: Readonly<Record<Language, string>>;
}

/** The styles that nsp ships, by name. */
export const shippedStyles = ['nsp-note', 'nsp-author-date'] as const;

/**
 * Reads a citation style: one of ours by its name, or a .csl file of the workspace, its path taken from `folder`
 * (the document's) or from the root. Throws `ToolError` for a style that does not exist or is no CSL.
 */
export function readCitationStyle(
  name: string,
  where: { readonly files: Files; readonly folder: string; readonly packageRoot: string },
): CitationStyle {
  const shipped = join(where.packageRoot, 'templates', 'csl');
  const readShipped = (file: string): string => readFileSync(join(shipped, file), 'utf8');
  const xml = (shippedStyles as readonly string[]).includes(name)
    ? readShipped(`${name}.csl`)
    : readOwn(name, where);
  const style = parseStyle(xml);
  if (!style) {
    throw new ToolError(
      'usage',
      {
        fr: fr`« ${name} » n’est pas un style de citation CSL complet.`,
        en: `"${name}" is not a complete CSL citation style.`,
      },
      {
        fr: fr`Styles fournis : ${shippedStyles.join(', ')}.`,
        en: `Styles that come with nsp: ${shippedStyles.join(', ')}.`,
      },
    );
  }
  return { style, locales: { fr: readShipped('locales-fr-FR.xml'), en: readShipped('locales-en-GB.xml') } };
}

function readOwn(name: string, { files, folder }: { files: Files; folder: string }): string {
  const candidates = [folder === '' ? name : `${folder}/${name}`, name];
  const path = candidates.find((candidate) => files.has(candidate));
  if (path !== undefined) return files.readText(path);
  throw new ToolError(
    'usage',
    {
      fr: fr`Le style de citation « ${name} » est introuvable.`,
      en: `The citation style "${name}" cannot be found.`,
    },
    {
      fr: fr`Donnez le chemin d’un fichier .csl, ou l’un de ces noms : ${shippedStyles.join(', ')}.`,
      en: `Give the path of a .csl file, or one of these names: ${shippedStyles.join(', ')}.`,
    },
  );
}
