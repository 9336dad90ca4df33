import { visit } from 'unist-util-visit';
import { citedItems } from '../cite/cited-items.ts';
import type { CslItem, CslName } from '../core/bibliography.ts';
import type { Problem } from '../core/finding.ts';
import type { Note } from '../core/note.ts';
import type { Place } from '../core/place.ts';
import type { Rule } from '../core/rule.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { readableTexts, type ReadableText } from '../markdown/readable-texts.ts';
import { drawnCharacters } from '../typography/drawn-characters.ts';
import { fr } from '../util/french.ts';

const header = '---\ntitle: Bilan\n---\n\n';
const bib = '@book{sen1999, title = {自由}, author = {Sen, Amartya}, publisher = {Knopf}, date = {1999}}\n';

export const typographyMissingGlyph: Rule = {
  id: 'typography/missing-glyph',
  severity: 'warning',
  summary: {
    fr: fr`Un signe n’est dans aucune police du PDF : un carré vide y prendra sa place.`,
    en: 'A sign is in no font of the PDF: an empty box will take its place.',
  },
  examples: [
    {
      title: { fr: 'Des signes que les polices ont', en: 'Signs that the fonts have' },
      note: `${header}De 3 à 5 °C → « cœur », 1 ≤ n, ✔ œuvre de Dvořák, Ελλάδα, 10⁻³.\n`,
      expect: [],
    },
    {
      title: { fr: 'Un émoji et un idéogramme', en: 'An emoji and an ideograph' },
      note: `---\ntitle: Bilan 🎉\n---\n\nFait ✅, fait ✅ et **漢**.\n`,
      expect: ['2:8', '5:6', '5:21'],
    },
    {
      title: { fr: 'Dans la bibliographie', en: 'In the bibliography' },
      note: `${header.replace('Bilan', 'Bilan\nbibliography: refs.bib')}Un livre le dit [@sen1999].\n`,
      files: { 'notes/x/refs.bib': bib },
      expect: ['1:7', '1:7'],
    },
    {
      title: { fr: 'Dans le registre des chiffres', en: 'In the ledger' },
      note: `---\ntitle: Bilan\nfigures:\n  agents: { value: "12 agents", label: "漢 agents", source: Insee }\n---\n\nIl y a [12 agents](figure:agents).\n`,
      expect: ['4:3'],
    },
    {
      title: {
        fr: 'Sans PDF, le lecteur a ses propres polices',
        en: 'Without a PDF, readers have their own fonts',
      },
      note: `---\ntitle: Bilan\nformats: [email]\n---\n\nFait ✅.\n`,
      expect: [],
    },
  ],
  check(note) {
    // Other templates have fonts of their own.
    if (note.meta.template !== 'nsp' || !note.meta.formats.includes('pdf')) return [];
    const found = new Map<string, { first: Printed; start: number; count: number }>();
    for (const printed of printedTexts(note)) {
      for (const { 0: sign, index } of printed.text.matchAll(missing)) {
        const known = found.get(sign);
        if (known) known.count++;
        else found.set(sign, { first: printed, start: index, count: 1 });
      }
    }
    return Array.from(found, ([sign, { first, start, count }]): Problem => ({
      place: first.placeOf(start, start + sign.length),
      ...(first.path !== undefined && { path: first.path }),
      ...sayOf(sign, count),
    }));
  },
};

const drawn = drawnCharacters
  .trim()
  .split(/\s/u)
  .map((range) => range.replace(/[\da-f]+/gu, '\\u{$&}'))
  .join('');
const missing = new RegExp(`[^${drawn}]`, 'gu');

interface Printed {
  readonly text: string;
  readonly placeOf: (start: number, end: number) => Place | undefined;
  /** The document's own if absent. */
  readonly path?: string;
}

function printedTexts(note: Note): Printed[] {
  return [
    ...headOf(note),
    ...bodyOf(note),
    ...drawingsOf(note),
    ...chartsOf(note),
    ...ledgerOf(note),
    ...referencesOf(note),
  ];
}

/** What the annex says of each figure. */
function ledgerOf({ ledger, meta }: Note): Printed[] {
  if (!meta.verification) return [];
  return ledger.figures.map(({ entry: { label = '', value = '', unit = '', source = '', place, path } }) => ({
    ...printedAt([label, value, unit, source].join('\n'), place),
    path,
  }));
}

/** Walking the text takes a hundred times longer than to see that no sign of its file is missing. */
function bodyOf({ tree, source }: Note): Printed[] {
  if (source.search(missing) < 0 && !/&#?\w+;/u.test(source)) return [];
  const printed: readonly ReadableText['kind'][] = ['prose', 'code', 'label', 'chart'];
  return readableTexts(tree, source).filter(({ kind }) => printed.includes(kind));
}

/** What charts print of their CSV. */
function chartsOf({ charts = [] }: Note): Printed[] {
  return charts.map(({ categories, series, places, place }) =>
    printedAt([...categories, ...series.map(({ name }) => name)].join('\n'), places['data'] ?? place),
  );
}

/** What the front-matter prints, and the people. */
function headOf({ meta, metaPlace, authors, signatories }: Note): Printed[] {
  const { title, subtitle, summary, version, license, contact, workingGroup } = meta;
  const fields = { title, subtitle, summary, version, license, contact, 'working-group': workingGroup };
  const people = { authors, signatories };
  return [
    ...Object.entries(fields).map(([key, text]) => printedAt(text ?? '', metaPlace([key]))),
    ...Object.entries(people).map(([key, some]) =>
      printedAt(
        some.map(({ display, role, organisation }) => [display, role, organisation].join('\n')).join('\n'),
        metaPlace([key]),
      ),
    ),
  ];
}

function printedAt(text: string, place: Place | undefined): Printed {
  return { text, placeOf: () => place };
}

function drawingsOf({ tree, pictures }: Note): Printed[] {
  return [...pictures].flatMap(([url, { words = '' }]) => {
    if (words.search(missing) < 0) return [];
    let place: Place | undefined;
    visit(tree, ['image', 'definition'], (node) => {
      if ('url' in node && node.url === url) place ??= placeOfNode(node);
    });
    return [printedAt(words, place)];
  });
}

const printedFields = ['title', 'container-title', 'publisher', 'publisher-place', 'event-title', 'genre'];

function referencesOf(note: Note): Printed[] {
  const works = note.bibliography.entries
    .map(({ key, csl, path, place }) => ({ key, ...printedAt(wordsOfWork(csl), place), path }))
    .filter(({ text }) => text.search(missing) >= 0);
  if (works.length === 0) return [];
  const cited = new Set(citedItems(note).map(({ item }) => item.key));
  return works.filter(({ key }) => cited.has(key));
}

function wordsOfWork(csl: CslItem): string {
  const people = [csl['author'], csl['editor']].flatMap((names) =>
    Array.isArray(names) ? (names as CslName[]).map((name) => Object.values(name).join(' ')) : [],
  );
  const fields = printedFields.map((field) => csl[field]).filter((value) => typeof value === 'string');
  return [...people, ...fields].join('\n');
}

function sayOf(sign: string, count: number): Omit<Problem, 'place'> {
  const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const isEmoji = /\p{Extended_Pictographic}/u.test(sign);
  const noun = isEmoji ? { fr: 'L’émoji', en: 'The emoji' } : { fr: 'Le signe', en: 'The sign' };
  const times =
    count > 1 ? { fr: `, employé ${count} fois,`, en: `, used ${count} times,` } : { fr: '', en: '' };
  return {
    message: {
      fr: fr`${noun.fr} « ${sign} » (${code})${times.fr} n’est dans aucune police du PDF : un carré vide y prendra sa place.`,
      en: `${noun.en} "${sign}" (${code})${times.en} is in no font of the PDF: an empty box will take its place.`,
    },
    actual: sign,
    help: {
      fr: 'Écrivez-le en toutes lettres, mettez un signe plus courant à sa place, ou montrez-le dans une image.',
      en: 'Write it in words, put a more common sign in its place, or show it in a picture.',
    },
  };
}
