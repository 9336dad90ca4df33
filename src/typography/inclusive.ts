import { anyCase } from './shared.ts';
import { pattern } from '../util/pattern.ts';

/** Endings that follow a point médian, with what the word before must end in for a plain full stop to be read as one. */
const endings: readonly (readonly [string, string])[] = [
  ['', 'es?'],
  ['n', 'nes?'],
  ['l', 'les?'],
  ['(?:t|ous?)', 'tes?'],
  ['eu[rx]', 'ses?'],
  ['eur', '(?:[dt]?rices?|ices?|euses?|eresses?)'],
  ['er', 'i?[eè]res?'],
  ['f', 'ves?'],
];

const before = String.raw`(?<![\p{L}\p{N}_@/.-])`;
const after = String.raw`(?![\p{L}\p{N}_@/]|[.'’]\p{L})`;
const dots = '[.•‧⋅∙・]';

// The letters around are named once, not for each ending: their classes are what costs time.
const fitting = endings.map(([stem, ending]) => `(?<=${anyCase(stem)}.)${anyCase(ending)}`).join('|');
const first = `(?<=${before}\\p{L}{2,30})${dots}(?=(?:${fitting})(?:${dots}[sS])?${after})`;
const plural = `(?<=·(?:${anyCase('es?|nes?|les?|tes?|ses?|[dt]?rices?|ices?|euses?|eresses?|i?[eè]res?|ves?')}))${dots}(?=[sS]${after})`;
const foreign = String.raw`(?<=\p{L})[•‧⋅∙・](?=\p{Ll})`;

/** Patterns of the points to be written U+00B7, in order: "citoyen.ne.s", "agent•e•s". */
export const inclusivePoints: readonly RegExp[] = [
  pattern(first, 'gu'),
  pattern(plural, 'gu'),
  pattern(foreign, 'gu'),
];
