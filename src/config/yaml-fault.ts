/** Why a YAML text cannot be read: an error code of the `yaml` library, or one of ours. Offsets in the text. */
export interface YamlFault {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** What an author did, when the mending of the text shows it. */
export type YamlCause =
  | 'colon'
  | 'quotes'
  | 'inner-quote'
  | 'unclosed-quote'
  | 'space'
  | 'tab'
  | 'indent'
  | 'bracket'
  | 'comma'
  | 'comment'
  | 'duplicate'
  | 'depth'
  | 'size'
  | 'control'
  | 'aliases'
  | 'documents'
  | 'keyless'
  | 'unreadable';

/** Puts a text between the quotes that YAML needs for it. */
export function quoted(text: string): string {
  return /["\\]/u.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
