import type { IBaseParagraphStyleOptions, IParagraphStyleOptions, IStylesOptions } from 'docx';
import type { Language, Localized } from '../../core/localized.ts';
import type { Brand } from '../../core/settings.ts';
import { readableOn } from '../../util/colours.ts';

/** Fonts present on every office machine; LibreOffice has Liberation Serif and Sans in their place. */
export const fonts = { text: 'Georgia', titles: 'Arial', code: 'Courier New' } as const;

/** Ids of the styles that paragraphs name, besides Word's headings. */
export const styleIds = {
  subtitle: 'Subtitle',
  byline: 'Byline',
  lead: 'Lead',
  quote: 'Quote',
  quoteSource: 'QuoteSource',
  caption: 'Caption',
  boxTitle: 'BoxTitle',
  code: 'Code',
  cell: 'TableText',
  afterTable: 'AfterTable',
  mark: 'Mark',
  footnote: 'FootnoteText',
  bibliography: 'Bibliography',
  check: 'Check',
  header: 'Header',
  footer: 'Footer',
} as const;

const languages: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** A colour as Word writes it, readable on white paper. */
export function inkOf(colour: string): string {
  return readableOn(colour, ['#ffffff']).slice(1).toUpperCase();
}

/** Newsroom style: black text, the brand's colour in links alone. Sizes in half-points, spaces in twips. */
export function docxStyles(brand: Brand, lang: Language): IStylesOptions {
  const heading = (size: number, before: number): object => ({
    run: { font: fonts.titles, size, bold: true, color: '000000' },
    paragraph: {
      spacing: { before, after: 120, line: 264, lineRule: 'auto' },
      keepNext: true,
      keepLines: true,
    },
  });
  return {
    default: {
      document: {
        run: {
          font: fonts.text,
          size: 22,
          language: { value: languages[lang], eastAsia: languages[lang], bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: 140, line: 300, lineRule: 'auto' } },
      },
      title: {
        run: { font: fonts.titles, size: 44, bold: true, color: '000000' },
        paragraph: {
          spacing: { before: 0, after: 120, line: 252, lineRule: 'auto' },
          keepNext: true,
          keepLines: true,
        },
      },
      heading1: heading(30, 400),
      heading2: heading(25, 320),
      heading3: heading(22, 260),
      heading4: heading(22, 240),
      heading5: heading(21, 240),
      listParagraph: { paragraph: { spacing: { after: 80 }, contextualSpacing: false } },
      hyperlink: { run: { color: inkOf(brand.colours.primary), underline: {} } },
      footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 40, line: 250, lineRule: 'auto' } } },
      caption,
      bibliography: {
        run: { size: 20 },
        paragraph: {
          spacing: { after: 80, line: 270, lineRule: 'auto' },
          indent: { left: 360, hanging: 360 },
        },
      },
    },
    paragraphStyles: paragraphStyles(brand, lang),
  };
}

const caption: IBaseParagraphStyleOptions = {
  run: { font: fonts.titles, size: 19, bold: true, italics: false, color: '000000' },
  paragraph: { spacing: { before: 160, after: 100, line: 260, lineRule: 'auto' }, keepLines: true },
};

type Style = Omit<IParagraphStyleOptions, 'id' | 'name'>;
type Looks = Readonly<Record<Exclude<keyof typeof styleIds, 'caption' | 'footnote' | 'bibliography'>, Style>>;

type Localisable =
  'byline' | 'lead' | 'quoteSource' | 'boxTitle' | 'code' | 'cell' | 'afterTable' | 'mark' | 'check';

/** Word translates the names of its own styles; ours are given in the document's language. */
const names: Readonly<Record<Localisable, Localized>> = {
  byline: { fr: 'Mention', en: 'Byline' },
  lead: { fr: 'Chapô', en: 'Lead' },
  quoteSource: { fr: 'Source de citation', en: 'Quote Source' },
  boxTitle: { fr: 'Titre d’encadré', en: 'Box Title' },
  code: { fr: 'Code informatique', en: 'Code' },
  cell: { fr: 'Texte de tableau', en: 'Table Text' },
  afterTable: { fr: 'Après un tableau', en: 'After Table' },
  check: { fr: 'Vérification', en: 'Check' },
  mark: { fr: 'État du document', en: 'Document Status' },
};

function paragraphStyles(brand: Brand, lang: Language): IParagraphStyleOptions[] {
  return Object.entries(looks(brand)).map(([key, style]: [string, Style]) => ({
    ...style,
    id: styleIds[key as keyof Looks],
    name: key in names ? names[key as Localisable][lang] : builtIn[key as BuiltIn],
    basedOn: 'Normal',
  }));
}

type BuiltIn = Exclude<keyof Looks, Localisable>;

const builtIn: Readonly<Record<BuiltIn, string>> = {
  subtitle: 'Subtitle',
  quote: 'Quote',
  header: 'header',
  footer: 'footer',
};

function looks({ colours }: Brand): Looks {
  const sans = (size: number): { font: string; size: number } => ({ font: fonts.titles, size });
  const running: Style = { run: sans(17), paragraph: { spacing: { after: 0, line: 240, lineRule: 'auto' } } };
  const inset = { left: 567, right: 567 };
  return {
    subtitle: {
      run: { ...sans(26), color: '000000' },
      paragraph: { spacing: { after: 200, line: 276, lineRule: 'auto' } },
    },
    byline: { run: sans(19), paragraph: { spacing: { after: 60, line: 264, lineRule: 'auto' } } },
    lead: {
      run: { size: 24, bold: true },
      paragraph: { spacing: { before: 240, after: 320, line: 312, lineRule: 'auto' } },
    },
    quote: { run: { italics: true }, paragraph: { indent: inset } },
    quoteSource: { run: sans(20), paragraph: { indent: inset, spacing: { after: 240 } } },
    boxTitle: {
      run: { ...sans(22), bold: true },
      paragraph: { spacing: { before: 60, after: 80 }, keepNext: true },
    },
    code: {
      run: { font: fonts.code, size: 19, noProof: true },
      paragraph: { spacing: { after: 160, line: 250, lineRule: 'auto' } },
    },
    cell: { run: sans(19), paragraph: { spacing: { before: 40, after: 40, line: 250, lineRule: 'auto' } } },
    check: {
      run: sans(17),
      paragraph: {
        spacing: { after: 60, line: 250, lineRule: 'auto' },
        indent: { left: 284, hanging: 284 },
        keepLines: true,
      },
    },
    afterTable: { run: { size: 8 }, paragraph: { spacing: { after: 120, line: 120, lineRule: 'exact' } } },
    mark: {
      run: { ...sans(20), bold: true, color: inkOf(colours.accent) },
      paragraph: { spacing: { after: 160 } },
    },
    header: running,
    footer: running,
  };
}
