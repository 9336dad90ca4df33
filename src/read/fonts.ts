import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FontFace } from '../core/template.ts';
import { ToolError } from '../core/tool-error.ts';

/** A face as `template.yaml` declares it; `file` is `package/path.woff2`, or `./path.woff2` in the template's folder. */
export interface FaceDeclaration {
  readonly family: string;
  readonly weight: number;
  readonly 'max-weight'?: number | undefined;
  readonly style: 'normal' | 'italic';
  readonly medium?: 'screen' | 'print' | undefined;
  readonly file: string;
}

/** Reads a file of the template's own folder. */
export type ReadOwnFile = (path: string) => Uint8Array;

const packagePath = /^(?:@[a-z\d][\w.-]*\/)?[a-z\d][\w.-]*(?:\/[A-Za-z\d][\w.-]*)+\.woff2$/u;

/** Reads the faces that a template declares, from its folder or from the installed packages. Throws `ToolError`. */
export function readFaces(
  declarations: readonly FaceDeclaration[],
  packageRoot: string,
  readOwnFile: ReadOwnFile,
): FontFace[] {
  const { resolve } = createRequire(path.join(packageRoot, 'package.json'));
  return declarations.map((face): FontFace => {
    const maxWeight = face['max-weight'];
    return {
      family: face.family,
      weight: face.weight,
      style: face.style,
      ...(maxWeight !== undefined && { maxWeight }),
      ...(face.medium !== undefined && { medium: face.medium }),
      woff2: face.file.startsWith('./')
        ? readOwnFile(face.file.slice(2))
        : readPackageFile(face.file, resolve),
    };
  });
}

function readPackageFile(file: string, resolve: (id: string) => string): Uint8Array {
  try {
    if (!packagePath.test(file)) throw new Error('not a path inside a package');
    return readFileSync(resolve(file));
  } catch (cause) {
    throw new ToolError(
      'usage',
      {
        fr: `La police «\u202f${file}\u202f» du modèle est introuvable.`,
        en: `The template’s font “${file}” cannot be found.`,
      },
      {
        fr: 'Réinstallez nsp (npm ci), ou placez la police WOFF2 dans le dossier du modèle et nommez-la «\u202f./police.woff2\u202f».',
        en: 'Reinstall nsp (npm ci), or put the WOFF2 font in the template’s folder and name it “./font.woff2”.',
      },
      cause,
    );
  }
}
