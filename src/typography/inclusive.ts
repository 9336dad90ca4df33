/** Endings that follow a point médian, with what the word before must end in for a plain full stop to be read as one. */
const endings: readonly (readonly [string, string])[] = [
  [String.raw`\p{L}`, 'es?'],
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

const first = endings.map(
  ([stem, ending]) => `(?<=${before}\\p{L}{2,30}(?<=${stem}))${dots}(?=${ending}(?:${dots}s)?${after})`,
);
const plural = String.raw`(?<=·(?:es?|nes?|les?|tes?|ses?|[dt]?rices?|ices?|euses?|eresses?|i?[eè]res?|ves?))${dots}(?=s${after})`;
const foreign = String.raw`(?<=\p{L})[•‧⋅∙・](?=\p{Ll})`;

/** Patterns of the points to be written U+00B7, in order: "citoyen.ne.s", "agent•e•s". */
export const inclusivePoints: readonly RegExp[] = [
  new RegExp(first.join('|'), 'giu'),
  new RegExp(plural, 'giu'),
  new RegExp(foreign, 'gu'),
];
