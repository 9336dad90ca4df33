import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Secret } from '../../src/core/person.ts';
import { findLeaks, type Leak } from '../../src/privacy/gate.ts';

const secrets: readonly Secret[] = [
  { kind: 'name', text: 'Hélène Duvernay' },
  { kind: 'surname', text: 'Duvernay' },
  { kind: 'email', text: 'h.duvernay@exemple.fr' },
  { kind: 'phone', text: '06 12 34 56 78' },
  { kind: 'id', text: 'hd-42' },
  { kind: 'name', text: 'Paul Petit' },
  { kind: 'surname', text: 'Petit' },
];
const machine = { paths: ['/home/lucie/notes', '/work'], user: 'lucie', host: 'poste-17' };

function leaksIn(data: string | Uint8Array, path = 'x/x.html'): string[] {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  return findLeaks([{ path, data: bytes }], secrets, machine).map(
    ({ kind, where }) => `${kind}: ${where.en}`,
  );
}

const inContent = ['name: content of the file'];

describe('text', () => {
  it.each([
    ['as typed', '<p>Hélène Duvernay</p>'],
    ['capitals, no accents', '<p>DUVERNAY-Helene</p>'],
    ['decomposed', '<p>He\u0301le\u0300ne Duvernay</p>'],
    ['address', '<p>helene.duvernay</p>'],
    ['run together', '<p>HélèneDuvernay</p>'],
    ['letters of mathematics', '<p>𝐇𝐞𝐥𝐞𝐧𝐞 𝐃𝐮𝐯𝐞𝐫𝐧𝐚𝐲</p>'],
    ['soft hyphens', '<p>Hé\u00adlène Du\u00adver\u00adnay</p>'],
    ['entities', '<p>H&eacute;l&#232;ne&nbsp;&#x44;uvernay</p>'],
    ['entities of entities', '<p>H&amp;eacute;l&amp;egrave;ne Duvernay</p>'],
    ['cut by tags', '<p>Hélène <b>Duver</b>nay</p>'],
    ['cells of a row', '<tr><td>Hélène</td><td>Duvernay</td></tr>'],
    ['attribute', '<img alt="Hélène Duvernay" src="a">'],
    ['comment', '<!-- Hélène Duvernay -->'],
    ['percent signs', '<a href="https://x.fr/?q=H%C3%A9l%C3%A8ne+Duvernay">x</a>'],
    ['Latin-1 percent signs', '<a href="https://x.fr/?q=H%E9l%E8ne%20Duvernay">x</a>'],
    ['escapes', '{"a":"H\\u00e9l\\u00e8ne Duvernay"}'],
    ['style', '<style>/* Hélène Duvernay */</style>'],
    ['UTF-16', Buffer.from('\ufeffHélène Duvernay', 'utf16le')],
    ['Latin-1', Buffer.from('Vu par Hélène Duvernay', 'latin1')],
  ])('finds a name: %s', (_title, data) => {
    expect(leaksIn(data)).toEqual(inContent);
  });

  it.each([
    [
      'base64',
      `x ${Buffer.from('Hélène Duvernay').toString('base64')} y`,
      'name: content of the file › base64',
    ],
    [
      'an SVG in a data address',
      `<img src="data:image/svg+xml;base64,${Buffer.from('<svg><desc>Hélène Duvernay</desc></svg>').toString('base64')}">`,
      'name: content of the file › image/svg+xml',
    ],
    [
      'base64 after a space',
      `<image href="data:text/plain;base64, ${Buffer.from('Hélène Duvernay').toString('base64')}"/>`,
      'name: content of the file › text/plain',
    ],
    [
      'a plain data address',
      `<img src="data:image/svg+xml,%3Csvg%3EH%C3%A9l%C3%A8ne%20Duvernay%3C/svg%3E">`,
      'name: content of the file › image/svg+xml',
    ],
    ['an e-mail', 'écrire à h.duvernay@exemple.fr', 'email: content of the file'],
    ['a phone', 'tél. +33 6 12-34-56-78', 'phone: content of the file'],
    ['an id', '{"author":"hd-42"}', 'id: content of the file'],
    ['a surname alone', '<p>selon Mme Duvernay</p>', 'surname: content of the file'],
    ['gzip', gzipSync('Hélène Duvernay'), 'name: content of the file'],
  ])('finds %s', (_title, data, expected) => {
    expect(leaksIn(data)).toContain(expected);
  });

  it.each([
    ['ordinary words', '<p>Un petit effort. Petit rappel : le Petit Palais. Hélène Dupont.</p>'],
    ['first names', '<p>Hélène, magistrate. Paul a signé.</p>'],
    ['somebody else', '<p>Pour Pierre Duvernay, oui.</p>'],
    ['sentences that touch', '<p>J’ai vu Hélène. Duverney est un autre mot.</p>'],
    ['numbers', '<p>hd 42, 0612, 34 56 78, 612 345 679</p>'],
  ])('raises no false alarm: %s', (_title, html) => {
    expect(leaksIn(html)).toEqual([]);
  });

  it('skips fonts, whatever their bytes', () => {
    const font = Buffer.concat([Buffer.from('wOF2'), Buffer.from('Hélène Duvernay')]);
    expect(leaksIn(`<style>src:url(data:font/woff2;base64,${font.toString('base64')})</style>`)).toEqual([]);
    expect(
      leaksIn(`<style>src:url(data:application/octet-stream;base64,${font.toString('base64')})</style>`),
    ).toEqual([]);
  });

  it('finds nothing in bytes at random', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2000, maxLength: 6000 }), (noise) => {
        expect(leaksIn(noise)).toEqual([]);
        expect(leaksIn(`<img src="data:image/png;base64,${Buffer.from(noise).toString('base64')}">`)).toEqual(
          [],
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('pictures', () => {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const png = (...chunks: Buffer[]): Buffer =>
    Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
  const name = 'Hélène Duvernay';

  it.each([
    [
      'EXIF in Latin-1',
      Buffer.concat([
        Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 20]),
        Buffer.from(`Exif\0\0${name}\0`, 'latin1'),
      ]),
    ],
    [
      'XMP',
      Buffer.concat([
        Buffer.from([0xff, 0xd8, 0xff, 0xe1]),
        Buffer.from(`<rdf:li>${name}</rdf:li>`),
        Buffer.from([0, 255]),
      ]),
    ],
    [
      'XPAuthor in UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0, 0]), Buffer.from(name, 'utf16le'), Buffer.from([0, 0])]),
    ],
    [
      'UTF-16 the other way round',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0]), Buffer.from(name, 'utf16le').swap16()]),
    ],
    ['PNG text', png(chunk('tEXt', Buffer.from(`Author\0${name}`, 'latin1')))],
    [
      'PNG compressed text',
      png(chunk('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync(name)]))),
    ],
  ])('finds a name: %s', (_title, data) => {
    expect(leaksIn(data, 'x/x.png')).toEqual(inContent);
    expect(leaksIn(`<img src="data:image/jpeg;base64,${data.toString('base64')}">`)).toEqual([
      'name: content of the file › image/jpeg',
    ]);
  });
});

describe('PDF', () => {
  const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  const stream = (dictionary: string, data: Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from(`5 0 obj\n<<${dictionary}>>\nstream\n`),
      data,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
  const pdf = (...parts: (string | Buffer)[]): Buffer =>
    Buffer.concat([
      Buffer.from('%PDF-1.7\n%\xe2\xe3\n', 'latin1'),
      ...parts.map((part) => Buffer.from(part as string, 'latin1')),
    ]);
  const metadata = ['name: PDF metadata'];
  const structure = ['name: outline, links or alternative texts of the PDF'];

  it.each([
    ['Info', pdf('1 0 obj\n<</Author(H\\351l\\350ne Duvernay)>>\nendobj'), metadata],
    ['Info in UTF-16', pdf('<</Title ', '<', utf16('Par Hélène Duvernay').toString('hex'), '>>>'), metadata],
    [
      'Info in literal UTF-16',
      pdf('<</Subject(', utf16('Hélène Duvernay').toString('latin1'), ')>>'),
      metadata,
    ],
    [
      'XMP',
      pdf(
        stream(
          '/Type/Metadata/Subtype/XML',
          Buffer.from('<x:xmpmeta><rdf:RDF><rdf:li>Hélène Duvernay</rdf:li></rdf:RDF></x:xmpmeta>'),
        ),
      ),
      metadata,
    ],
    [
      'Info in an object stream',
      pdf(stream('/Type/ObjStm/Filter/FlateDecode', deflateSync('<</Author(Helene Duvernay)>>'))),
      metadata,
    ],
    [
      'outline',
      pdf(
        stream(
          '/Filter/FlateDecode',
          deflateSync(
            `<</Title<${utf16('Hélène').toString('hex')}>/Next 3 0 R/Alt(Photo d\\(e\\) Helene Duvernay)>>`,
          ),
        ),
      ),
      structure,
    ],
    ['link', pdf('<</S/URI/URI(https://x.fr/H%C3%A9l%C3%A8ne-Duvernay)>>'), structure],
    [
      'actual text',
      pdf(
        stream(
          '/Filter/FlateDecode',
          deflateSync(
            `BT /Span<</ActualText<${utf16('Hélène Duvernay').toString('hex')}>>>BDC [<0024>] TJ ET`,
          ),
        ),
      ),
      structure,
    ],
    [
      'attachment',
      pdf(stream('/Type/EmbeddedFile/Filter/FlateDecode', deflateSync('nom;Hélène Duvernay'))),
      ['name: attachments of the PDF'],
    ],
    [
      'attachment that does not say so, named from an object stream',
      pdf(
        stream('/Filter/FlateDecode', deflateSync('nom;Hélène Duvernay')),
        Buffer.from('7 0 obj\n<</Type/ObjStm/Filter/FlateDecode>>\nstream\n'),
        deflateSync('<< /Type /Filespec /UF (a.csv) /EF << /F 5 0 R /UF 5 0 R >> >>'),
        Buffer.from('\nendstream\nendobj\n'),
      ),
      ['name: attachments of the PDF'],
    ],
    [
      'archive in an attachment',
      pdf(stream('/Type/EmbeddedFile', Buffer.from(zipSync({ 'a.csv': strToU8('nom;Hélène Duvernay') })))),
      ['name: attachments of the PDF a.csv'],
    ],
    [
      'attachment in UTF-16',
      pdf(stream('/Type/EmbeddedFile/Filter/FlateDecode', deflateSync(utf16('nom;Hélène Duvernay')))),
      ['name: attachments of the PDF'],
    ],
    [
      'picture',
      pdf(
        stream(
          '/Type/XObject/Subtype/Image/Filter/DCTDecode',
          Buffer.from('\xff\xd8Exif\0\0H\xe9l\xe8ne Duvernay\0', 'latin1'),
        ),
      ),
      ['name: pictures of the PDF'],
    ],
    [
      'nothing',
      pdf('<</Author(Nos services publics)>>', stream('/Filter/FlateDecode', Buffer.from('broken'))),
      [],
    ],
  ])('reads %s', (_title, data, expected) => {
    expect(leaksIn(data, 'x/x.pdf')).toEqual(expected);
  });
});

describe('DOCX', () => {
  it.each([
    [
      'word/document.xml',
      '<w:p><w:r><w:t xml:space="preserve">Hélène </w:t></w:r><w:r><w:t>Duvernay</w:t></w:r></w:p>',
    ],
    ['docProps/core.xml', '<cp:coreProperties><dc:creator>Hélène Duvernay</dc:creator></cp:coreProperties>'],
    ['word/footnotes.xml', '<w:hyperlink r:id="Hélène Duvernay"/>'],
  ])('reads %s', (path, xml) => {
    const docx = zipSync({ [path]: strToU8(xml) });
    expect(leaksIn(docx, 'x/x.docx').every((leak) => leak.startsWith(`name: DOCX ${path}`))).toBe(true);
    expect(leaksIn(docx, 'x/x.docx')).not.toEqual([]);
  });

  it('reads the names of its members', () => {
    expect(leaksIn(zipSync({ 'word/media/duvernay-helene.png': strToU8('x') }), 'x/x.docx')).toHaveLength(1);
  });
});

describe('e-mail', () => {
  const mail = (headers: string, body: string): string => `${headers}\r\nMIME-Version: 1.0\r\n${body}`;
  const part = (encoding: string, body: string): string =>
    mail(
      'Subject: x',
      `Content-Type: multipart/alternative; boundary="b=1"\r\n\r\n--b=1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n--b=1--\r\n`,
    );

  it.each([
    [
      'quoted-printable',
      part('quoted-printable', '<p>H=C3=A9l=C3=A8ne=C2=A0Duver=\r\nnay</p>'),
      'name: e-mail part text/html',
    ],
    [
      'base64',
      part('base64', Buffer.from('<p>Hélène Duvernay</p>').toString('base64')),
      'name: e-mail part text/html',
    ],
    ['8bit', part('8bit', '<p>Hélène Duvernay</p>'), 'name: e-mail part text/html'],
    [
      'a header',
      mail('From: =?utf-8?Q?H=C3=A9l=C3=A8ne?=\r\n =?utf-8?Q?_Duvernay?= <x@y.fr>', '\r\nx'),
      'name: e-mail headers',
    ],
    [
      'a base64 header',
      mail(`Subject: =?UTF-8?B?${Buffer.from('Vu par Hélène Duvernay').toString('base64')}?=`, '\r\nx'),
      'name: e-mail headers',
    ],
    [
      'an attachment',
      mail(
        'Subject: x',
        `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(zipSync({ 'a.txt': strToU8('Hélène Duvernay') })).toString('base64')}\r\n--b--`,
      ),
      'name: e-mail part application/zip a.txt',
    ],
  ])('reads %s', (_title, eml, expected) => {
    expect(leaksIn(eml, 'x/x.eml')).toEqual([expected]);
  });
});

describe('the machine', () => {
  it.each([
    ['a folder', '<img src="file:///home/lucie/notes/a.png">', ['path', 'user']],
    ['a folder of one step', '<p>/work/notes/a.md</p>', ['path']],
    ['a Windows home', 'C:\\\\Users\\\\lucie\\\\notes', ['user']],
    ['a host', '<p>poste-17</p>', ['host']],
    ['a user in metadata', '<meta name="author" content="lucie">', ['user']],
    [
      'a public author of that first name',
      '<meta name="author" content="Lucie Castets"><p>Lucie, lucie@exemple.fr</p>',
      [],
    ],
    ['addresses of the web', '<a href="https://x.fr/work/a">/works /work</a> poste-171', []],
  ])('%s', (_title, html, kinds) => {
    const found = findLeaks([{ path: 'x.html', data: Buffer.from(html) }], [], machine);
    expect([...new Set(found.map(({ kind }) => kind))]).toEqual(kinds);
  });

  it('does not take common names for leaks', () => {
    const html = Buffer.from('<meta name="author" content="root"><p>/root localhost</p>');
    expect(
      findLeaks([{ path: 'x.html', data: html }], [], { paths: ['/root'], user: 'root', host: 'localhost' }),
    ).toEqual([]);
  });
});

describe('what a leak says', () => {
  const tell = (leaks: readonly Leak[]): string => JSON.stringify(leaks);

  it('tells file, place and kind, never the secret', () => {
    const data = Buffer.from('<p>Hélène Duvernay, h.duvernay@exemple.fr, 06 12 34 56 78, hd-42</p>');
    const leaks = findLeaks([{ path: 'notes/x.html', data }], secrets, machine);
    expect(leaks.map(({ kind }) => kind)).toEqual(['name', 'email', 'phone', 'id']);
    expect(leaks[0]?.message.fr).toContain('notes/x.html contient le nom d’une personne non publique');
    expect(tell(leaks)).not.toMatch(/duvernay|h[ée]l[eè]ne|hd-42|06 12/iu);
  });

  it('blanks a file name that leaks', () => {
    const leaks = findLeaks(
      [{ path: 'helene-duvernay/helene-duvernay.pdf', data: Buffer.from('x') }],
      secrets,
      machine,
    );
    expect(leaks.map(({ path, where }) => `${path} (${where.en})`)).toEqual(['…/….pdf (file name)']);
    expect(tell(leaks)).not.toMatch(/duvernay/iu);
  });

  it('says nothing of clean outputs', () => {
    expect(findLeaks([{ path: 'x/x.html', data: Buffer.from('<p>Bonjour</p>') }], secrets, machine)).toEqual(
      [],
    );
    expect(findLeaks([], [], { paths: [] })).toEqual([]);
  });
});

it('finds a name however it is cut, cased and separated', () => {
  const style = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => text.normalize('NFD'),
    (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  );
  const separator = fc.constantFrom(
    ' ',
    '\u00a0',
    '\u202f',
    '.',
    '-',
    '_',
    ', ',
    '+',
    '%20',
    '&nbsp;',
    '</b> <b>',
    '',
  );
  const order = fc.constantFrom(['Hélène', 'Duvernay'], ['Duvernay', 'Hélène']);
  fc.assert(
    fc.property(style, separator, order, (change, between, [first = '', second = '']) => {
      expect(leaksIn(`<p><b>${change(first)}${between}${change(second)}</b> et</p>`)).toEqual(inContent);
    }),
  );
});

it('stays linear on hostile bytes', () => {
  for (const part of [
    '(',
    '<',
    'data:',
    '&',
    '%4',
    '=?',
    '%PDF-(',
    'stream\n',
    'Hélène ',
    '+33 6 ',
    'lucie ',
    '/work',
    '--b\r\n',
  ])
    leaksIn(part.repeat(20_000));
  leaksIn(Buffer.from(`%PDF-1.4 ${'('.repeat(300_000)}`));
  leaksIn(Buffer.from(`%PDF-1.4 ${'stream\n'.repeat(50_000)}`));
});
