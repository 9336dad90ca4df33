import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { memoryFiles } from '../../src/read/memory-files.ts';
import { readPictures } from '../../src/read/pictures.ts';
import { svgFault } from '../../src/read/svg.ts';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;

const files = memoryFiles({
  'notes/x/images/a.png': png,
  'notes/x/images/b.jpg': new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
  'notes/x/images/c.webp': new TextEncoder().encode('RIFF0000WEBPVP8 '),
  'notes/x/images/d.gif': new TextEncoder().encode('GIF89a'),
  'notes/x/images/e.svg': svg('<path d="M0 0"/>'),
  'notes/x/images/é à.png': png,
  'notes/x/images/faux.png': 'texte',
  'notes/x/images/mauvais.svg': svg('<script>1</script>'),
  'commun.png': png,
});

const read = (text: string) => readPictures(parseMarkdown(text), files, 'notes/x');
const problemsOf = (text: string) =>
  read(text).problems.map(({ rule, place }) => `${rule} ${place?.line}:${place?.column}-${place?.endColumn}`);

describe('pictures', () => {
  test('types are told by the bytes', () => {
    const { pictures, problems } = read(
      '![a](images/a.png) ![b](images/b.jpg) ![c](images/c.webp)\n![d](images/d.gif) ![e](images/e.svg)\n',
    );
    expect(problems).toEqual([]);
    expect([...pictures].map(([url, { path, type }]) => [url, path, type])).toEqual([
      ['images/a.png', 'notes/x/images/a.png', 'image/png'],
      ['images/b.jpg', 'notes/x/images/b.jpg', 'image/jpeg'],
      ['images/c.webp', 'notes/x/images/c.webp', 'image/webp'],
      ['images/d.gif', 'notes/x/images/d.gif', 'image/gif'],
      ['images/e.svg', 'notes/x/images/e.svg', 'image/svg+xml'],
    ]);
  });

  test('by reference, with spaces and accents, and above the folder', () => {
    const { pictures, problems } = read(
      '![a][r]\n\n![b](<images/é à.png>)\n\n![c](../../commun.png)\n\n[r]: images/%C3%A9%20%C3%A0.png\n',
    );
    expect(problems).toEqual([]);
    expect([...pictures.values()].map(({ path }) => path)).toEqual([
      'notes/x/images/é à.png',
      'notes/x/images/é à.png',
      'commun.png',
    ]);
  });

  test.each([
    ['Voir ![a](images/absent.png).', 'picture/file 1:6-29'],
    ['\n![a](../../../x.png)', 'picture/file 2:1-21'],
    ['![a](/etc/x.png)', 'picture/file 1:1-17'],
    ['![a](file:///etc/x.png)', 'picture/file 1:1-24'],
    ['![a](https://exemple.fr/x.png)', 'picture/file 1:1-31'],
    ['![a](//exemple.fr/x.png)', 'picture/file 1:1-25'],
    ['![a](data:image/png;base64,AA)', 'picture/file 1:1-31'],
    ['![a](images)', 'picture/file 1:1-13'],
    ['![a](images/faux.png)', 'picture/file 1:1-22'],
    ['![a](images/mauvais.svg)', 'picture/svg 1:1-25'],
    ['![a](images/%00.png)', 'picture/file 1:1-21'],
  ])('%j', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test('a missing picture is told at every place that shows it', () => {
    expect(problemsOf('![a](x.png)\n\n![b](x.png)')).toEqual(['picture/file 1:1-12', 'picture/file 3:1-12']);
  });
});

describe('an SVG that is a drawing', () => {
  test.each([
    `<?xml version="1.0"?>${svg('')}`,
    svg('<path d="M0 0" fill="url(#g)"/><use href="#p"/><use xlink:href="#p"/>'),
    svg('<style>.a { fill: url("#g"); /* url(x) */ }</style><style><![CDATA[.b { fill: red }]]></style>'),
    svg('<image href="data:image/png;base64,AA=="/>'),
    svg('<title>Source (INSEE) : src (2021)</title><text aria-label="src (x)">a &amp; b</text>'),
    svg(
      '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><a rdf:about=""/></rdf:RDF></metadata>',
    ),
    '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>',
  ])('%s', (xml) => {
    expect(svgFault(xml)).toBeUndefined();
  });
});

describe('an SVG that is more than a drawing', () => {
  test.each([
    ['script', svg('<script>alert(1)</script>')],
    ['x:SCRIPT', svg('<x:SCRIPT xmlns:x="http://www.w3.org/2000/svg"/>')],
    ['foreignObject', svg('<foreignObject/>')],
    ['iframe', svg('<iframe/>')],
    ['onload', svg('', 'onload="x()"')],
    ['onclick', svg('<g><g><path OnClick="x()"/></g></g>')],
    ['href', svg('<image href="https://exemple.fr/x.png"/>')],
    ['href', svg('<use xlink:href="autre.svg#p"/>')],
    ['href', svg('<a href="javascript:x()"/>')],
    ['href', svg('<image href="&#104;ttps://exemple.fr/x.png"/>')],
    ['href', svg('<image href="data:image/svg+xml;base64,AA=="/>')],
    ['href', svg('<image href="file:///etc/passwd"/>')],
    ['base', svg('', 'xml:base="https://exemple.fr/"')],
    ['fill', svg('<path fill="url(https://exemple.fr/#g)"/>')],
    ['style', svg('<path style="fill: url( \'//exemple.fr/x\' )"/>')],
    ['style', svg('<style>@import "x.css";</style>')],
    ['style', svg('<style>a { fill: u\\72l(https://exemple.fr/) }</style>')],
    ['style', svg('<style><![CDATA[a { background: url(x.png) }]]></style>')],
    ['style', svg('<style>a { background: image-set("x.png" 1x) }</style>')],
    ['onbegin', svg('<set attributeName="onbegin" to="x()"/>')],
    ['xlink:href', svg('<animate attributeName="xlink:href" to="javascript:x()"/>')],
    ['<?xml-stylesheet', `<?xml-stylesheet href="x.css"?>${svg('')}`],
    ['DOCTYPE', `<!DOCTYPE svg>${svg('')}`],
    ['DOCTYPE', `<!DOCTYPE svg SYSTEM "x.dtd">${svg('')}`],
    ['<!DOCTYPE', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`],
    ['SVG', '<svg><path></svg>'],
    ['SVG', svg('&inconnue;')],
    ['SVG', '<html><svg/></html>'],
    ['SVG', ''],
    ['SVG', svg('<g>'.repeat(50_000))],
  ])('%s: %s', (what, xml) => {
    expect(svgFault(xml)?.what.toLowerCase()).toBe(what.toLowerCase());
  });

  test('however many elements it holds', () => {
    svgFault(svg('<g style="a:url(#b)">'.repeat(3000) + '</g>'.repeat(3000)));
    svgFault(svg(`<style>${'/*'.repeat(50_000)}${'url('.repeat(50_000)}</style>`));
    svgFault(svg(`<path style="${'\\'.repeat(100_000)}"/>`));
  });
});
