import type { Kind } from './document.ts';
import type { Language } from './localized.ts';

/** A face of the template, ready to be inlined. `weight` 100-900. */
export interface FontFace {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Last weight of a variable face; absent for a static one. */
  readonly maxWeight?: number;
  /** Where the face is used: static faces in print, for variable ones lose their name there. Everywhere if absent. */
  readonly medium?: 'screen' | 'print';
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
  /** Kinds of documents whose notes stand at the foot of the printed page; those of the others stand beside their calls. */
  readonly notesAtFoot?: readonly string[];
  /** An inline SVG or phrasing HTML that draws the brand's name. */
  readonly logo: string;
  /** Kinds of documents whose PDF carries their text and data; none if absent. */
  readonly attachments?: readonly Kind[];
  /** Values of `template.yaml` that styles read as `--NAME`: paper, rules, sizes. The brand's colours come from the page. */
  readonly tokens?: Readonly<Record<string, string>>;
}
