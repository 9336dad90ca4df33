import type { Language } from './localized.ts';

/** Places in a block's text, as offsets in order, where a word may be broken at a line's end. */
export type Hyphenator = (block: string, lang: Language) => readonly number[];
