import { fileURLToPath } from 'node:url';
import type { Files } from '../../src/core/files.ts';
import { FileProblem } from '../../src/core/files.ts';
import type { Page, PageHeading, PageNote, PageReference } from '../../src/core/page.ts';
import type { Template } from '../../src/core/template.ts';
import { readTemplate } from '../../src/read/template.ts';
import { body } from './page-text.ts';
import type { Block, Inline, Words } from './page-builder.ts';
import { element, emphasis, link, paragraph } from './page-builder.ts';

/** No file at all: what a workspace without a template of its own gives. */
export const noFiles: Files = {
  read: (path) => {
    throw new FileProblem('missing', path);
  },
  readText: (path) => {
    throw new FileProblem('missing', path);
  },
  has: () => false,
  list: () => [],
};

export const packageRoot = fileURLToPath(new URL('../../', import.meta.url));

/** The shipped template, read from the repository. */
export function templateFixture(): Promise<Template> {
  return Promise.resolve(readTemplate({ name: 'nsp', workspaceFiles: noFiles, packageRoot }));
}

const noteTexts: readonly (readonly Block[])[] = [
  [
    paragraph(
      'France Inter, « La sous-traitance de services publics représenterait chaque année l’équivalent du quart du budget de l’État », avril 2021.',
    ),
  ],
  [paragraph('L’Insoumission, 3 mai 2021, qui cite la note du collectif.')],
  [
    paragraph(
      'Insee, ',
      emphasis('Insee Première'),
      ', n° 1903, mai 2022, ',
      link('https://insee.fr/fr/statistiques/6447748', 'insee.fr/fr/statistiques/6447748'),
      '.',
    ),
  ],
  [
    paragraph('120 + 43 = 163 Md€ : « au moins 160 » en est l’arrondi vers le bas.'),
    paragraph('Une députée ou un député a retenu, en séance, l’arrondi 120 + 40.'),
  ],
  [paragraph('Sénat, rapport n° 15-082, 2015.')],
  [
    paragraph(
      'Institut de la gestion déléguée, « La gestion déléguée », ',
      link('https://www.fondation-igd.org/la-gestion-deleguee', 'fondation-igd.org'),
      '.',
    ),
  ],
  [
    paragraph(
      'François Ecalle, ',
      emphasis('L’externalisation des services publics en 2023'),
      ', FIPECO. Taux d’externalisation : 40 % en 2023, 39 % en 2022.',
    ),
  ],
  [paragraph('Véronique Louwagie, 10 février 2021, d’après achatpublic.info.')],
  [
    paragraph(
      'Consultor, « Covid : comment le ministère de la Santé a distribué les missions de conseil ». Le total court du 12 mars 2020 au 9 février 2021.',
    ),
  ],
  [paragraph('5,4 / 11,353 = 47,6 % : « 47 % » est une troncature.')],
  [
    paragraph(
      'Sénat, ',
      emphasis('Rapport fait au nom de la commission d’enquête'),
      ', n° 578 (2021-2022), mars 2022.',
    ),
  ],
  [paragraph('TF1 Info, avril 2022.')],
  [paragraph('Sénat, rapport n° 578, p. 51.')],
  [paragraph('893,9 + 171,9 = 1 065,8 M€.')],
];

const references: readonly { key: string; words: Words }[] = [
  {
    key: 'consultor2021',
    words: [
      'Consultor, « Covid : comment le ministère de la Santé a distribué les missions de conseil », ',
      emphasis('Consultor'),
      ', 2021.',
    ],
  },
  {
    key: 'fipeco2023',
    words: [
      'Ecalle François, ',
      emphasis('L’externalisation des services publics en 2023'),
      ', FIPECO, 2023.',
    ],
  },
  {
    key: 'insee1903',
    words: [
      'Insee, ',
      emphasis('Insee Première'),
      ', n° 1903, mai 2022, ',
      link('https://insee.fr/fr/statistiques/6447748', 'https://insee.fr/fr/statistiques/6447748'),
      '.',
    ],
  },
  {
    key: 'senat578',
    words: [
      'Sénat, ',
      emphasis('Rapport fait au nom de la commission d’enquête'),
      ', n° 578 (2021-2022), 2022, ',
      link(
        'https://senat.fr/notice-rapport/2021/r21-578-1-notice.html',
        'https://senat.fr/notice-rapport/2021/r21-578-1-notice.html',
      ),
      '.',
    ],
  },
];

function pageNotes(): PageNote[] {
  return noteTexts.map((blocks, index) => ({
    number: index + 1,
    calls: index === 2 ? 2 : 1,
    mdast: blocks.map((block) => block.mdast),
    hast: blocks.map((block) => block.hast),
  }));
}

function pageReferences(): PageReference[] {
  return references.map(({ key, words }) => {
    const { mdast, hast } = paragraph(...words);
    return {
      key,
      mdast: mdast.type === 'paragraph' ? mdast.children : [],
      hast: hast.type === 'element' ? hast.children : [],
    };
  });
}

function headingsOf(blocks: readonly Block[]): PageHeading[] {
  return blocks.flatMap(({ hast }): PageHeading[] => {
    if (hast.type !== 'element' || !/^h[2-6]$/u.test(hast.tagName)) return [];
    const words = hast.children.map((child) => (child.type === 'text' ? child.value : ''));
    return [{ id: String(hast.properties.id), depth: Number(hast.tagName[1]), text: words.join('') }];
  });
}

/**
 * A whole note as the transform would make it: two tables, a picture, boxes, a testimony, fourteen notes, long
 * headings. Its facts are public and dated; its only quotation is published on the collective's own page.
 */
export function pageFixture(overrides: Partial<Page> = {}): Page {
  return {
    meta: {
      title: '160 Md€ d’externalisation par an : comment la puissance publique sape sa capacité d’agir',
      keywords: ['externalisation', 'finances publiques', 'conseil'],
      lang: 'fr',
      kind: 'note',
      slug: 'externalisation',
      date: '2021-04-30',
      status: 'published',
      formats: ['pdf', 'html', 'email'],
      template: 'nsp',
    },
    title: '160 Md€ d’externalisation par an : comment la puissance publique sape sa capacité d’agir',
    subtitle: 'Ce que recouvre le chiffre, comment il se recalcule, et ce que l’on ne sait pas',
    summary:
      'Au moins 160 Md€ : c’est, selon le collectif, ce que représentent chaque année les délégations de service public et les marchés de services. Cette note dit d’où vient le chiffre, le rapporte à d’autres grandeurs publiques et signale ce qui ne se recalcule pas.',
    authors: [
      { display: 'Collectif Nos services publics', isPrivate: false },
      { display: 'Julie, administratrice civile au ministère de la santé', isPrivate: true },
    ],
    signatories: [],
    mark: undefined,
    dateInWords: '30 avril 2021',
    headings: headingsOf(body),
    mdast: { type: 'root', children: body.map((block) => block.mdast) },
    hast: { type: 'root', children: body.map((block) => block.hast) },
    notes: pageNotes(),
    references: pageReferences(),
    pictures: new Map(),
    brand: {
      name: 'Nos services publics',
      site: 'https://nosservicespublics.fr',
      social: '@nosservicespub',
      about:
        'Fonctionnaires, contractuels, agents de la sécurité sociale, etc. : nous sommes un collectif d’agents chargés de la conception, de l’évaluation et de la mise en œuvre des politiques publiques.\n\nNi think-tank ni syndicat, nous souhaitons à la fois réfléchir ensemble sur le sens et le fonctionnement de l’action publique et incarner concrètement nos réflexions.',
      colours: { primary: '#06708E', ink: '#0C3B49', accent: '#812E2E', positive: '#01A98D' },
    },
    outlet: undefined,
    formats: ['html', 'pdf', 'email'],
    url: 'https://publications.example.org/externalisation/externalisation.html',
    epoch: 1_619_740_800,
    ...overrides,
  };
}

/** A page whose body is the given blocks, with as many one-line notes as the calls in it need. */
export function pageOf(blocks: readonly Block[], overrides: Partial<Page> = {}): Page {
  return pageFixture({
    headings: headingsOf(blocks),
    mdast: { type: 'root', children: blocks.map((block) => block.mdast) },
    hast: { type: 'root', children: blocks.map((block) => block.hast) },
    ...overrides,
  });
}

export type { Block, Inline };
export { element };
