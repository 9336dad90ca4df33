import { readFileSync } from 'node:fs';

export const sampleTitle = 'Compter les guichets : une méthode « ouverte »';

const face = (family: string, weight: number, style: string, file: string): string => {
  const folder = family === 'Source Sans 3' ? 'source-sans' : 'source-serif';
  const data = readFileSync(`node_modules/${folder}/WOFF2/TTF/${file}.ttf.woff2`).toString('base64');
  return `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${data})}`;
};

const faces = (): string =>
  [
    face('Source Sans 3', 400, 'normal', 'SourceSans3-Regular'),
    face('Source Sans 3', 600, 'normal', 'SourceSans3-Semibold'),
    face('Source Serif 4', 400, 'normal', 'SourceSerif4-Regular'),
    face('Source Serif 4', 400, 'italic', 'SourceSerif4-It'),
    face('Source Serif 4', 600, 'normal', 'SourceSerif4-Semibold'),
  ].join('\n');

const css = `
@page { size: A4; margin: 26mm 16mm 26mm 24mm;
  @top-left { content: counter(page, running-head); font: 8pt 'Source Sans 3' }
  @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt 'Source Sans 3' } }
@page :first { @top-left { content: none } @bottom-right { content: none } }
:root { font-synthesis: none }
body { margin: 0; font: 10.5pt/15pt 'Source Serif 4'; orphans: 3; widows: 3 }
h1, h2, h3, .contents, table, figcaption, .side-note { font-family: 'Source Sans 3' }
h1, h2, h3, strong { font-weight: 600 }
h2, h3 { break-after: avoid; break-inside: avoid }
a { color: #00348c }
.cover { height: 240mm; break-after: page }
.contents { break-after: page }
.contents ol { list-style: none; padding: 0 }
.contents a { display: flex; color: inherit; text-decoration: none }
.contents-title { flex: 1 }
.contents-page { min-width: 3em; text-align: right; font-variant-numeric: tabular-nums }
main { padding-right: 50mm }
.side-note { float: right; clear: right; width: 42mm; margin-right: -50mm; font: 7.8pt/10.4pt 'Source Sans 3'; break-inside: avoid }
.box { background: #eef2fa; padding: 4mm; break-inside: avoid }
code { font-family: 'Source Sans 3' }
table { width: 100%; border-collapse: collapse } td, th { border-bottom: .5pt solid #888; text-align: left }
tr { break-inside: avoid } figure { margin: 5mm 0; break-inside: avoid }
.total td { background: #eee }
`;

const sentences = [
  'Un guichet ouvert se compte avec ses heures, ses agents et les personnes reçues.',
  'La méthode tient en trois étapes, que chacun peut refaire avec un tableur.',
  'Les chiffres d’une année ne valent que comparés à ceux de l’année d’avant.',
  'Ce relevé ne dit rien de la qualité de l’accueil, qui demande une enquête.',
  'Le territoire est découpé en bassins de vie, et chaque bassin en communes.',
];

const paragraph = (seed: number): string =>
  Array.from(
    { length: 4 + (seed % 3) },
    (_, index) => sentences[(seed * 3 + index * 2) % sentences.length],
  ).join(' ');

const note = (number: number): string =>
  `<sup class="note-call"><a id="appel-${number}" href="#note-${number}">${number}</a></sup>` +
  `<span class="side-note" id="note-${number}"><a class="side-note-number" href="#appel-${number}" aria-label="Retour à l’appel de la note ${number}">${number}</a> ` +
  `Registre des guichets, relevé n° ${number}, <em>Annexe méthodologique</em>, p. ${number + 2}.</span>`;

const table = `<figure class="table" role="group"><figcaption>Guichets ouverts par bassin</figcaption><div><table>
<thead><tr><th scope="col">Bassin</th><th scope="col">2023</th><th scope="col">2024</th></tr></thead>
<tbody><tr><th scope="row">Nord</th><td>12</td><td>11</td></tr><tr><th scope="row">Sud</th><td>9</td><td>10</td></tr>
<tr class="total"><th scope="row">Total</th><td>21</td><td>21</td></tr></tbody></table></div></figure>`;

const picture = `data:image/svg+xml;base64,${Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="90"><rect width="120" height="60" y="30" fill="#00348c"/><rect width="120" height="90" x="150" fill="#9ab"/></svg>',
).toString('base64')}`;

const figure = `<figure class="picture" role="group"><img alt="Deux barres : 60 guichets en 2023, 90 en 2024." src="${picture}"><figcaption>Guichets itinérants.</figcaption></figure>`;

const list = `<ul><li>Relever les horaires.</li><li><p>Compter les agents, avec <strong>leur</strong> temps de travail.</p></li>
<li>Publier :<ol><li>les données ;</li><li>le calcul.</li></ol></li></ul>`;

const extras = [
  table,
  figure,
  list,
  `<aside class="box" aria-label="Encadré"><p>Encadré : ce que le relevé ne compte pas.</p><p>Voir <a href="https://example.org/methode">la méthode complète</a> ou <a href="mailto:contact@example.org">nous écrire</a>.</p></aside>`,
  `<blockquote><p>« Un guichet fermé ne reçoit personne », rappelle le relevé.</p></blockquote><hr>`,
  `<p lang="en">An <em>English</em> paragraph, and <code>=SOMME(B2:B9)</code>.</p>`,
];

/** A whole page as the template makes it: cover, contents, `sections` sections with everything a note holds. */
export function samplePage(sections = 8): string {
  const titles = Array.from(
    { length: sections },
    (_, index) =>
      `Section ${index + 1} : relever, compter et comparer les guichets ouverts${index % 2 ? ' dans chaque bassin de vie du territoire' : ''}`,
  );
  const entry = (id: string, text: string): string =>
    `<li><a href="#${id}"><span class="contents-title">${text}</span> <span class="contents-page" data-page-of="${id}"></span></a></li>`;
  const body = titles.map((title, index) => {
    const paragraphs = Array.from(
      { length: 5 },
      (_, at) => `<p>${paragraph(index + at)}${at < 2 ? note(index * 2 + at + 1) : ''} ${paragraph(at)}</p>`,
    );
    return `<h2 id="é-${index + 1}">${title}</h2>${paragraphs.slice(0, 2).join('')}<h3 id="detail-${index + 1}">Détail n° ${index + 1}</h3>${extras[index % extras.length] ?? ''}${paragraphs.slice(2).join('')}`;
  });
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${sampleTitle}</title><style>${faces()}${css}</style></head><body>
<header class="cover"><p><svg viewBox="0 0 10 10" width="20" height="20" aria-hidden="true"><rect width="10" height="10" fill="#00348c"/></svg> Nos services publics</p><h1>${sampleTitle}</h1><p>Avril 2024</p></header>
<nav class="contents" aria-labelledby="sommaire"><h2 id="sommaire">Sommaire</h2><ol>${titles.map((title, index) => entry(`é-${index + 1}`, title) + entry(`detail-${index + 1}`, `Détail n° ${index + 1}`)).join('')}</ol></nav>
<main><article>${body.join('\n')}</article></main></body></html>`;
}
