import { chartPalette, inkOn } from '../chart/palette.ts';
import type { Page } from '../core/page.ts';
import type { FontFace, Template } from '../core/template.ts';
import { shorten } from '../util/shorten.ts';
import { mix, readableOn } from '../util/colours.ts';
import type { Medium } from './medium.ts';

/** Longest running title that fits the foot of a page, in signs. */
const runningTitleLength = 72;

/** What of a page its style sheet shows. */
export type StyledPage = Pick<Page, 'brand' | 'title' | 'mark'>;

/**
 * The whole style sheet of a page: faces, the brand's colours, then the template's sheet for the medium. The printer is
 * given the faces of print beforehand.
 */
export function styleSheet(page: StyledPage, template: Template, medium: Medium): string {
  const tokens = template.tokens ?? {};
  const paper = tokens['paper'] ?? '#ffffff';
  const own = Object.entries(tokens).map(([name, value]): [string, string] => [name, value]);
  const root = rules(':root', [...own, ...colours(page, paper), ...runningTexts(page)]);
  const dark = tokens['paper-dark'] ?? '#111111';
  const darkRoot = `@media screen and (prefers-color-scheme: dark){${rules(':root', colours(page, dark))}}`;
  const sheet = template.texts.get(`${medium}.css`) ?? '';
  const faces = medium === 'screen' ? fontFaces(template) : '';
  const parts = [faces, root, medium === 'screen' ? darkRoot : '', sheet];
  return parts
    .filter((part) => part !== '')
    .join('\n')
    .replaceAll('</', '<\\/');
}

const faceSheets = new WeakMap<Template, string>();

/** Encoding fonts takes longer than all the rest, and every page of a run has the same. */
function fontFaces(template: Template): string {
  const known = faceSheets.get(template);
  if (known !== undefined) return known;
  const sheet = facesOf(template, 'screen').map(fontFace).join('\n');
  faceSheets.set(template, sheet);
  return sheet;
}

/** The faces that a template uses in a medium. */
export function facesOf({ faces }: Template, medium: Medium): readonly FontFace[] {
  return faces.filter((face) => (face.medium ?? medium) === medium);
}

function fontFace(face: FontFace): string {
  const weight = face.maxWeight === undefined ? String(face.weight) : `${face.weight} ${face.maxWeight}`;
  const data = Buffer.from(face.woff2).toString('base64');
  return `@font-face{font-family:${cssString(face.family)};font-weight:${weight};font-style:${face.style};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
}

function rules(selector: string, properties: readonly (readonly [string, string])[]): string {
  return `${selector}{${properties.map(([name, value]) => `--${name}:${value}`).join(';')}}`;
}

/** Everything drawn in colour comes from four brand colours and one paper, each text made readable on it. */
function colours(page: StyledPage, paper: string): [string, string][] {
  const { primary, ink, accent, positive } = page.brand.colours;
  const wash = mix(primary, paper, 0.07);
  const accentWash = mix(accent, paper, 0.07);
  const papers = [paper, wash, accentWash];
  const text = readableOn(ink, papers, 10);
  return [
    ['paper', paper],
    ['wash', wash],
    ['accent-wash', accentWash],
    ['line', mix(text, paper, 0.2)],
    ['ink', text],
    ['muted', readableOn(mix(text, paper, 0.78), papers, 5)],
    ['primary', readableOn(primary, papers)],
    ['accent', readableOn(accent, papers)],
    ['positive', readableOn(positive, papers)],
    ['brand', primary],
    ['on-brand', readableOn('#ffffff', [primary])],
    ['brand-accent', accent],
    ['on-brand-accent', readableOn('#ffffff', [accent])],
    ...chartColours(page, paper),
  ];
}

/** The names that the marks of charts bear, so that their colours follow the paper. */
function chartColours({ brand }: StyledPage, paper: string): [string, string][] {
  const { series, words, neutral } = chartPalette(brand.colours, paper);
  return [
    ['chart-neutral', neutral],
    ...series.flatMap((colour, index): [string, string][] => [
      [`chart-${index + 1}`, colour],
      [`chart-on-${index + 1}`, inkOn(colour)],
      [`chart-word-${index + 1}`, words[index] ?? colour],
    ]),
  ];
}

function runningTexts(page: StyledPage): [string, string][] {
  const [beforeColon = page.title] = page.title.split(/\s:\s/u);
  const short = page.title.length > runningTitleLength && beforeColon.length >= 20 ? beforeColon : page.title;
  return [
    ['running-brand', cssString(page.brand.name)],
    ['running-title', cssString(shorten(short, runningTitleLength))],
    ['running-mark', cssString(page.mark ?? '')],
  ];
}

/** A text as a CSS string, on one line, unable to end the style element. */
function cssString(text: string): string {
  const escaped = text.replace(
    /[\\"<>\n\r\f\0]/gu,
    (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `,
  );
  return `"${escaped}"`;
}
