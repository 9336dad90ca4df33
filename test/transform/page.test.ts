import { toString } from 'mdast-util-to-string';
import { expect, test } from 'vitest';
import { toHtml } from '../../src/render/html.ts';
import { pageOf } from '../support/page.ts';

const refs = `@report{a1, author = {Louwagie, Véronique}, title = {Rapport}, year = {2021}, institution = {Assemblée nationale}}
@article{b2, author = {Ecalle, François}, title = {Note}, journal = {Fipeco}, year = {2023}}
`;
const cited = { meta: 'bibliography: refs.bib\n', files: { 'notes/x/refs.bib': refs } };

test('footnotes and citations share one numbering, in reading order', async () => {
  const page = await pageOf({
    ...cited,
    body: 'Un[^1] deux [@a1, p. 3] trois[^2], encore[^1].\n\n[^1]: Première.\n[^2]: Voir [@b2].\n',
  });
  expect(page.notes.map((note) => note.number)).toEqual([1, 2, 3]);
  expect(page.notes.map((note) => note.calls)).toEqual([2, 1, 1]);
  const notes = page.notes.map((note) => toString({ type: 'root', children: [...note.mdast] }));
  expect(notes[0]).toBe('Première.');
  expect(notes[1]).toContain('Rapport');
  expect(notes[1]).toMatch(/p\.\u00a03/u);
  expect(notes[2]).toContain('Fipeco');
  const html = toHtml(page.hast.children);
  expect(html).toContain('id="appel-1" href="#note-1"');
  expect(html).toContain('id="appel-1-2" href="#note-1"');
  expect(html).not.toContain('[@');
});

test('a note called by the caption of a table comes before those of its cells', async () => {
  const table = '| Bassin | 2023 |\n| --- | ---: |\n| Nord[^2] | 12 |';
  const page = await pageOf({
    body: `Un[^1].\n\nTableau : Guichets[^3]\n\n${table}\n\n[^1]: Première.\n[^2]: Cellule.\n[^3]: Légende.\n`,
  });
  const notes = page.notes.map((note) => toString({ type: 'root', children: [...note.mdast] }));
  expect(notes).toEqual(['Première.', 'Légende.', 'Cellule.']);
  expect(toHtml(page.hast.children)).toMatch(/<figcaption>.*href="#note-2".*<\/figcaption>/u);
});

test.each([
  [
    'Le rapport le montre [@a1, p. 3].',
    /^Le rapport le montre \(Véronique Louwagie, Rapport, .*, p\.\u00a03\)\.$/u,
  ],
  ['[@a1], et ce le montre [@a1].', /^Véronique Louwagie, .*, et ce le montre \(ibid\.\)\.$/u],
  ['[@b2]. Un point [@a1], et encore [@b2].', /Un point \(Véronique.*\), et encore \(Ecalle, «.Note.»\)\.$/u],
  ['Voir [@a1].', /^Voir Véronique Louwagie[^()]*\.$/u],
  ['C’est dit. [@a1].', /^C’est dit\. Véronique Louwagie[^()]*\.$/u],
  ['Un rapport (cf. [@a1]) le dit.', /^Un rapport \(cf\. Véronique Louwagie[^()]*\) le dit\.$/u],
])(
  'a citation after the words of a note stands in parentheses, unless they lead to it: %s',
  async (note, expected) => {
    const page = await pageOf({ ...cited, body: `Un[^1].\n\n[^1]: ${note}\n` });
    expect(toString({ type: 'root', children: [...(page.notes[0]?.mdast ?? [])] })).toMatch(expected);
  },
);

test('parentheses inside parentheses are square brackets', async () => {
  const page = await pageOf({ ...cited, body: 'Un [@a1] deux [@b2] trois[^1].\n\n[^1]: C’est dit [@a1].\n' });
  expect(toString({ type: 'root', children: [...(page.notes[2]?.mdast ?? [])] })).toBe(
    'C’est dit (Louwagie, Rapport [note 1]).',
  );
});

test('a French call stands against the word before the punctuation, an English one after it', async () => {
  const body = 'Une phrase [@a1]. Une autre.\n';
  const french = await pageOf({ ...cited, body });
  expect(toHtml(french.hast.children)).toMatch(/phrase<sup class="note-call">.*<\/sup>\. Une/u);
  const english = await pageOf({ ...cited, body, meta: `${cited.meta}lang: en\n` });
  expect(toHtml(english.hast.children)).toMatch(/phrase\.<sup class="note-call">/u);
});

test('a textual citation names its author in the sentence', async () => {
  const page = await pageOf({ ...cited, body: 'Selon @b2 [p. 3], c’est mesuré.\n' });
  expect(toHtml(page.hast.children)).toMatch(/Selon Ecalle<sup class="note-call">/u);
});

test('in an author-date style citations stay in the text and references follow', async () => {
  const page = await pageOf({ ...cited, csl: 'nsp-author-date', body: 'Une phrase [@a1, p. 3].\n' });
  expect(page.notes).toEqual([]);
  expect(toString(page.mdast)).toMatch(/\(Louwagie,? 2021/u);
  expect(page.references.map((reference) => reference.key)).toEqual(['a1']);
});

test('figures are printed where the author left them empty, and marked', async () => {
  const meta = 'figures:\n  ext: { value: "160 Md€", source: "@a1" }\n';
  const page = await pageOf({
    ...cited,
    meta: cited.meta + meta,
    body: '[](figure:ext) et [160 Md€](figure:ext)\n',
  });
  const html = toHtml(page.hast.children);
  expect(
    html.match(/<span class="figure" id="nsp-c1-[12]" data-figure="ext">160\u00a0Md€<\/span>/gu),
  ).toHaveLength(2);
});

test('tables: captions, scopes, numbers, totals', async () => {
  const body =
    'Tableau : Montants\n\n| Poste | Md€ |\n| --- | --- |\n| Délégations | 120 |\n| Total | 163 |\n';
  const html = toHtml((await pageOf({ body })).hast.children);
  expect(html).toContain(
    '<figcaption><strong class="caption-label">Tableau\u00a01</strong>\u00a0– Montants</figcaption>',
  );
  expect(html).toContain('<th scope="col" class="number">Md€</th>');
  expect(html).toContain('<th scope="row">Délégations</th><td class="number">120</td>');
  expect(html).toContain('<tr class="total">');
});

test('boxes, testimonies and recommendations', async () => {
  const body =
    ':::encadre[Un titre]\nTexte.\n:::\n\n:::temoignage[Julie, agente]\nMot.\n:::\n\n:::recommandation\nFaire.\n:::\n';
  const html = toHtml((await pageOf({ body })).hast.children);
  expect(html).toContain('<aside class="box box-encadre"><p class="box-title">Un titre</p>');
  expect(html).toMatch(
    /<blockquote class="testimony">\s*<p>Mot\.<\/p>\s*<footer>Julie, agente<\/footer><\/blockquote>/u,
  );
  expect(html).toContain('<p class="box-title">Recommandation</p>');
});

test('pictures carry no metadata and keep their alternative text', async () => {
  const { default: sharp } = await import('sharp');
  const data = await sharp({ create: { width: 8, height: 4, channels: 3, background: '#06708E' } })
    .withExif({ IFD0: { Artist: 'Jeanne Quidam' } })
    .jpeg()
    .toBuffer();
  expect(data.includes('Quidam')).toBe(true);
  const page = await pageOf({
    body: '![Un aplat bleu](a.jpg "Légende")\n',
    files: { 'notes/x/a.jpg': data },
  });
  const picture = page.pictures.get('a.jpg')!;
  expect(Buffer.from(picture.data).includes('Quidam')).toBe(false);
  const html = toHtml(page.hast.children);
  expect(html).toMatch(
    /<figure class="picture" role="group"><img src="data:image\/jpeg;base64,[^"]+" alt="Un aplat bleu" width="8" height="4"><figcaption><strong class="caption-label">Figure\u00a01<\/strong>\u00a0– Légende/u,
  );
});

test('comments vanish, other HTML is text', async () => {
  const page = await pageOf({ body: 'a <!-- caché --> b <i>c</i>\n\n<!-- seul -->\n\n<div>d</div>\n' });
  const html = toHtml(page.hast.children);
  expect(html).not.toContain('cach');
  expect(html).not.toContain('seul');
  expect(html).toContain('&#x3C;i>c&#x3C;/i>');
  expect(html).toContain('&#x3C;div>d&#x3C;/div>');
});

test('marks, dates and the epoch come from the document, not from the clock', async () => {
  expect(await pageOf({ body: 'x\n', meta: 'status: draft\n' })).toMatchObject({
    mark: 'Brouillon',
    dateInWords: '30\u00a0avril 2021',
    epoch: 1619740800,
  });
  const embargoed = await pageOf({
    body: 'x\n',
    meta: 'status: embargo\nembargo: 2021-05-01T06:30:00+02:00\n',
    sourceDateEpoch: 7,
  });
  expect(embargoed.mark).toBe('Sous embargo jusqu’au 1er\u00a0mai 2021 à\u00a06\u00a0h\u00a030');
  expect(embargoed.epoch).toBe(7);
});

test('headings get ids of their words, unique, and are listed without note calls', async () => {
  const page = await pageOf({ ...cited, body: '## L’œuvre : été [@a1]\n\n## L’œuvre : été\n' });
  expect(page.headings).toEqual([
    { id: 'l-oeuvre-ete', depth: 2, text: 'L’œuvre\u00a0: été' },
    { id: 'l-oeuvre-ete-2', depth: 2, text: 'L’œuvre\u00a0: été' },
  ]);
});

test('the same note gives the same page, and is not changed by it', async () => {
  const source = { ...cited, body: 'Un [@a1] : deux [@b2] !\n' };
  expect(JSON.stringify((await pageOf(source)).hast)).toBe(JSON.stringify((await pageOf(source)).hast));
});

test('what scrolls and what is ticked can be reached and named without eyes', async () => {
  const table = '| a | b |\n| --- | --- |\n| c | d |\n';
  const page = await pageOf({ body: `- [x] un\n- [ ] deux\n\n${table}\n\nPuis :\n\n${table}\n    code\n` });
  const html = toHtml(page.hast.children);
  expect(html.match(/<input[^>]*>/gu)).toEqual([
    expect.stringContaining('aria-label="Fait"'),
    expect.stringContaining('aria-label="À faire"'),
  ]);
  expect(Array.from(html.matchAll(/role="region" aria-label="([^"]*)"/gu), ([, label]) => label)).toEqual([
    'Tableau',
    'Tableau (2)',
  ]);
  expect(html).toContain('<pre tabindex="0">');
});

test('the id of an endless heading fits the names of a PDF', async () => {
  const page = await pageOf({ body: `## ${'Mot '.repeat(90)}\n\nUn.\n\n## ${'Mot '.repeat(91)}\n\nDeux.\n` });
  const ids = page.headings.map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id.length).toBeLessThan(120);
});

test('key figures: the value in bold is set large, the rest is its label; notes and titles keep their places', async () => {
  const body =
    ':::chiffres[En bref]\n- **160 Md€** externalisés par an\n- **25 %**\n- sans valeur[^1]\n:::\n\n[^1]: Une note.\n';
  const html = toHtml((await pageOf({ body })).hast.children);
  expect(html).toContain(
    '<aside class="box box-chiffres"><p class="box-title">En bref</p><ul class="key-figures"><li>',
  );
  expect(html).toMatch(
    /<strong class="key-value">160.Md€<\/strong> <span class="key-label">externalisés par an<\/span>/u,
  );
  expect(html.match(/<li>/gu)).toHaveLength(3);
  expect(html).toContain('<span class="key-label">sans valeur<sup class="note-call">');
  const other = toHtml((await pageOf({ body: ':::key-figures\nUn texte.\n:::\n' })).hast.children);
  expect(other).toContain('<aside class="box box-key-figures">\n<p>Un texte.</p>');
});

test('numbers of a column whose decimals differ know what they lack', async () => {
  const body = '| a | part |\n| --- | --- |\n| x | 12,5 % |\n| y | 3 %[^1] |\n\n[^1]: Une note.\n';
  const html = toHtml((await pageOf({ body })).hast.children);
  expect(html).toMatch(/<td class="number" data-pad=",0">3.%<sup/u);
  expect(html).not.toMatch(/data-pad="[^"]*">12,5/u);
});
