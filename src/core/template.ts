import type { Language } from './localized.ts';

/** A face of the template, ready to be inlined. `weight` 100-900. */
export interface FontFace {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** WOFF2 with TrueType outlines, for browsers. */
  readonly woff2: Uint8Array;
}

/** A template's data, read once a run: layouts are Liquid, styles CSS, words YAML. */
export interface Template {
  readonly name: string;
  /** File name to text: `page.liquid`, `screen.css`, `print.css`, `email.liquid`, `email.css`. */
  readonly texts: ReadonlyMap<string, string>;
  readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  readonly faces: readonly FontFace[];
  /** Names of the faces that `print.css` and `screen.css` may use. */
  readonly logo: string;
}
