import type { Localized } from '../core/localized.ts';
import type { Output } from '../core/output.ts';
import type { Secret } from '../core/person.ts';
import { fr } from '../util/french.ts';
import { findMachine, type Machine, type MachineKind } from './machine-search.ts';
import { piecesOfOutput } from './output-pieces.ts';
import type { Piece } from './piece.ts';
import { secretNouns } from './secret-nouns.ts';
import { findSecrets, indexSecrets, type SecretIndex } from './secret-search.ts';

export type { Machine } from './machine-search.ts';

/** A secret found in finished bytes. It never repeats the secret, not even where the file's name holds it. */
export interface Leak {
  /** Path of the output; its last part is blanked where the name itself leaks. */
  readonly path: string;
  readonly kind: Secret['kind'] | MachineKind;
  /** "métadonnées du PDF", "DOCX word/document.xml". */
  readonly where: Localized;
  /** One sentence for the user. */
  readonly message: Localized;
}

/** A surname of fewer letters is met by chance in bytes. */
const shortestInBinary = 5;

/**
 * Looks for secrets in finished outputs, in every encoding that text takes in them: UTF-8, UTF-16, Latin-1, entities,
 * percent signs, base64, quoted-printable, zip members, PDF streams. Text drawn as glyphs in a PDF cannot be read
 * back: give the HTML that was printed as another output, under the name of the PDF. Pure.
 */
export function findLeaks(outputs: readonly Output[], secrets: readonly Secret[], machine: Machine): Leak[] {
  const index = indexSecrets(secrets);
  return outputs.flatMap((output) => leaksOf(output, index, machine));
}

function leaksOf(output: Output, index: SecretIndex, machine: Machine): Leak[] {
  const leaks = new Map<string, Leak>();
  for (const piece of piecesOfOutput(output)) {
    for (const kind of kindsIn(piece, index, machine)) {
      const key = `${kind} ${piece.where.en}`;
      if (!leaks.has(key)) leaks.set(key, leakOf(kind, shownPath(output.path, index, machine), piece.where));
    }
  }
  return [...leaks.values()];
}

function kindsIn(piece: Piece, index: SecretIndex, machine: Machine): Leak['kind'][] {
  return [...new Set([...secretsIn(piece, index), ...findMachine(piece, machine)])];
}

/** Kinds of the secrets in a piece. */
export function secretsIn({ text, isBinary }: Piece, index: SecretIndex): Secret['kind'][] {
  return findSecrets(text, index)
    .filter(({ kind, start, end }) => !(isBinary && kind === 'surname' && end - start < shortestInBinary))
    .map(({ kind }) => kind);
}

/** The path as it may be shown: no part of it that holds a secret. */
function shownPath(path: string, index: SecretIndex, machine: Machine): string {
  const isTelling = (text: string): boolean =>
    kindsIn({ where: { fr: '', en: '' }, text, isMetadata: true }, index, machine).length > 0;
  const parts = path
    .split('/')
    .map((part) => (isTelling(part) ? `…${/\.[a-z\d]{1,5}$/iu.exec(part)?.[0] ?? ''}` : part));
  const shown = parts.join('/');
  return isTelling(shown) ? '…' : shown;
}

const nouns: Readonly<Record<Leak['kind'], Localized>> = {
  ...secretNouns,
  path: { fr: 'un dossier de cette machine', en: 'a folder of this machine' },
  user: { fr: 'le nom d’utilisateur de cette machine', en: 'the user name of this machine' },
  host: { fr: 'le nom de cette machine', en: 'the name of this machine' },
};

function leakOf(kind: Leak['kind'], path: string, where: Localized): Leak {
  const noun = nouns[kind];
  return {
    path,
    kind,
    where,
    message: {
      fr: fr`${path} contient ${noun.fr} (${where.fr}) : rien n’a été enregistré.`,
      en: `${path} holds ${noun.en} (${where.en}): nothing was saved.`,
    },
  };
}
