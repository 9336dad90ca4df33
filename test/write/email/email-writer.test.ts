import PostalMime, { type Email } from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/core/finding.ts';
import type { Page } from '../../../src/core/page.ts';
import { ToolError } from '../../../src/core/tool-error.ts';
import { emailWriter } from '../../../src/write/email/email-writer.ts';
import { element, link, paragraph } from '../../render/page-builder.ts';
import { pageFixture, pageOf, templateFixture } from '../../render/page-fixture.ts';
import { noPrinter } from '../no-printer.ts';

interface Written {
  readonly html: string;
  readonly text: string;
  readonly raw: Uint8Array;
  readonly eml: string;
  readonly message: Email;
  readonly problems: readonly Problem[];
}

async function write(page: Page): Promise<Written> {
  const problems: Problem[] = [];
  const outputs = await emailWriter.write(page, {
    template: await templateFixture(),
    printer: noPrinter,
    warn: (problem) => problems.push(problem),
  });
  const bytes = (end: string): Uint8Array =>
    outputs.find(({ path }) => path === `externalisation/externalisation${end}`)!.data;
  const textOf = (end: string): string => new TextDecoder().decode(bytes(end));
  const raw = bytes('.eml');
  const message = await PostalMime.parse(raw);
  return {
    html: textOf('.email.html'),
    text: textOf('.email.txt'),
    raw,
    eml: textOf('.eml'),
    message,
    problems,
  };
}

let usual: Promise<Written> | undefined;

/** The fixture note as a message, made once for the tests that only read it. */
const usualMessage = (): Promise<Written> => (usual ??= write(pageFixture()));

const spoken = (html: string): string =>
  html.replace(/<(style|title)[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]+>/gu, ' ').replace(/\s+/gu, ' ');

describe('the message', () => {
  test('holds both files as its parts, and the picture by content id', async () => {
    const { message, html, text } = await usualMessage();
    expect(message.text?.trimEnd()).toBe(text.trimEnd());
    const [picture] = message.attachments;
    expect(message.attachments).toHaveLength(1);
    expect(picture).toMatchObject({ mimeType: 'image/png', disposition: 'inline', related: true });
    expect(message.html).toContain(`src="cid:${picture!.contentId!.slice(1, -1)}"`);
    expect(message.html!.trimEnd().replace(/src="cid:[^"]+"/u, 'SRC')).toBe(
      html.trimEnd().replace(/src="data:image\/png;base64,[^"]+"/u, 'SRC'),
    );
  });

  test('is a draft of fixed date, identity and bounds: same page, same bytes', async () => {
    const { eml, raw, message } = await usualMessage();
    expect(eml).toMatch(/^X-Unsent: 1\r\n/mu);
    expect(message.date).toBe('2021-04-30T00:00:00.000Z');
    expect(message.messageId).toMatch(/^<[\da-f]{32}@nosservicespublics\.fr>$/u);
    expect((await write(pageFixture())).raw).toEqual(raw);
    expect((await write(pageFixture({ title: 'Autre' }))).message.messageId).not.toBe(message.messageId);
  });

  test('has CRLF line ends, lines of 76 characters at most, and utf-8 quoted-printable parts', async () => {
    const { eml } = await usualMessage();
    expect(eml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(eml.split('\r\n').filter((line) => line.length > 76)).toEqual([]);
    const types = [
      ...eml.matchAll(
        /Content-Type: text\/(plain|html); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable/gu,
      ),
    ];
    expect(types.map(([, type]) => type)).toEqual(['plain', 'html']);
  });

  test('is from the contact where one is known, else from an address that awaits no answer', async () => {
    const page = pageFixture();
    expect((await usualMessage()).message.from).toEqual({
      name: 'Nos services publics',
      address: 'nepasrepondre@nosservicespublics.fr',
    });
    const known = await write(
      pageFixture({ brand: { ...page.brand, contact: 'Presse <presse@exemple.example>' } }),
    );
    expect(known.message.from?.address).toBe('presse@exemple.example');
    expect(known.message.replyTo?.[0]?.address).toBe('presse@exemple.example');
  });

  test('an op-ed goes to the desk and says its length', async () => {
    const { meta } = pageFixture();
    const { message, text } = await write(
      pageFixture({
        meta: { ...meta, kind: 'op-ed' },
        outlet: { id: 'q', name: 'Le Quotidien', email: 'tribunes@quotidien.example' },
      }),
    );
    expect(message.to).toEqual([{ name: 'Le Quotidien', address: 'tribunes@quotidien.example' }]);
    expect(text.replace(/\s+/gu, ' ')).toMatch(/Longueur : \d \d{3} signes, espaces comprises/u);
    expect(spoken(message.html!)).toMatch(/Longueur : \d \d{3} signes, espaces comprises/u);
  });

  test('a newsletter says how to leave it, in both parts and to mail programs', async () => {
    const { meta, brand } = pageFixture();
    const { message, text } = await write(
      pageFixture({
        meta: { ...meta, kind: 'newsletter' },
        brand: { ...brand, contact: 'equipe@exemple.example' },
      }),
    );
    expect(text).toContain('désinscription');
    expect(message.html).toContain('désinscription');
    expect(message.headers.find(({ key }) => key === 'list-unsubscribe')?.value).toBe(
      '<mailto:equipe@exemple.example?subject=D%C3%A9sinscription>',
    );
  });

  test('an embargo stands at the head of subject, text and page', async () => {
    const mark = 'Sous embargo jusqu’au 30 avril 2021 à 6\u00a0h';
    const { message, text } = await write(pageFixture({ mark }));
    expect(message.subject).toMatch(/^\[Sous embargo jusqu’au 30 avril 2021 à 6\u00a0h\] 160\u00a0Md€/u);
    expect(text.startsWith(`[${mark}]`)).toBe(true);
    expect(message.html!.indexOf(mark)).toBeLessThan(message.html!.indexOf('<h1'));
  });
});

describe('the HTML part', () => {
  test('keeps the blocks for Outlook, byte for byte', async () => {
    const { message } = await usualMessage();
    expect(
      [...message.html!.matchAll(/<!--\[if mso\]>[\s\S]*?<!\[endif\]-->/gu)].map(([block]) => block),
    ).toEqual([
      '<!--[if mso]><noscript><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript>' +
        '<style>table{border-collapse:collapse}ul,ol{margin-left:24px!important;padding-left:0!important}</style><![endif]-->',
      '<!--[if mso]><table role="presentation" align="center" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->',
      '<!--[if mso]></td></tr></table><![endif]-->',
    ]);
  });

  test('keeps its dark rules, for Outlook too, each winning over the elements’ own styles', async () => {
    const { html } = await usualMessage();
    const dark = /@media \(prefers-color-scheme: dark\) \{[\s\S]*?\n\}/u.exec(html)![0];
    const declarations = [...dark.matchAll(/^\s+[a-z-]+: [^;]+;/gmu)].map(([declaration]) => declaration);
    expect(declarations.length).toBeGreaterThan(10);
    expect(declarations.filter((declaration) => !declaration.includes('!important'))).toEqual([]);
    expect(html).toMatch(/\[data-ogsc\] \.card, \[data-ogsb\] \.card/u);
    expect(html).not.toContain('var(--');
  });

  test('calls its notes without links and lists them with their sources', async () => {
    const { html } = await usualMessage();
    expect(html).not.toMatch(/href="#/u);
    expect(
      [...html.matchAll(/<sup[^>]*>\[(\d+)\]<\/sup>/gu)].map(([, number]) => Number(number)).slice(0, 4),
    ).toEqual([1, 2, 3, 4]);
    const notes = html.slice(html.indexOf('>Notes</h2>'), html.indexOf('>Références</h2>'));
    expect(notes.match(/<li/gu)).toHaveLength(14);
    expect(notes).toContain('href="https://www.fondation-igd.org/la-gestion-deleguee"');
  });

  test('asks nothing of the network and holds no unsafe link', async () => {
    const unsafe = pageOf([
      paragraph(link('javascript:alert(1)', 'clic'), ' ', link('../autre.html', 'suite')),
    ]);
    const { html } = await write(unsafe);
    expect(html).not.toMatch(/javascript:|src="(?!data:)|url\(|@import|<link/u);
    expect(html).toContain('href="https://publications.example.org/autre.html"');
  });

  test('shows a list of tasks without form fields', async () => {
    const box = element('input', { type: 'checkbox', checked: true, disabled: true }, []);
    const item = element('li', { className: ['task-list-item'] }, [box, { type: 'text', value: ' fait' }]);
    const tasks = {
      ...paragraph('fait'),
      hast: element('ul', { className: ['contains-task-list'] }, [item]),
    };
    const { html } = await write(pageOf([tasks]));
    expect(html).toMatch(/<li class="task-list-item"[^>]*>☑ fait<\/li>/u);
    expect(html).not.toContain('<input');
  });

  test('escapes what authors type', async () => {
    const { html, message } = await write(pageFixture({ title: 'A < B & "C" <script>', summary: undefined }));
    expect(html).toMatch(
      /<h1[^>]*>A &lt; B &amp; (?:"|&#34;|&quot;)C(?:"|&#34;|&quot;) &lt;script&gt;<\/h1>/u,
    );
    expect(html).not.toContain('<script');
    expect(message.subject).toBe('A < B & "C" <script>');
  });

  test('says no more and no less than the plain part', async () => {
    const { html, text } = await write(pageFixture({ mark: 'Brouillon' }));
    const bag = (words: string): Set<string> => new Set(words.toLowerCase().match(/[\p{L}\d]+/gu));
    const body = spoken(html.slice(html.indexOf('<body'))).replace(/&#x26;|&amp;/gu, '&');
    const plain = bag(text);
    expect([...bag(body)].filter((word) => !plain.has(word))).toEqual([]);
  });
});

describe('the size', () => {
  const long = (paragraphs: number): Page =>
    pageOf(
      Array.from({ length: paragraphs }, () =>
        paragraph('Le service public se mesure à ce qu’il rend. '.repeat(22)),
      ),
    );

  test('a usual note raises nothing', async () => {
    expect((await usualMessage()).problems).toEqual([]);
  });

  test('near the limit is a warning, beyond it an error that says the weight', async () => {
    expect((await write(long(66))).problems).toMatchObject([{ severity: 'warning' }]);
    const { problems, message } = await write(long(120));
    expect(problems).toMatchObject([{ severity: 'error', expected: '100 ko' }]);
    expect(problems[0]!.message.fr).toMatch(
      /^Le message pèse 1\d\d ko\u00a0: au-delà de 100 ko, Gmail en cache la fin\.$/u,
    );
    expect(message.html).toContain('Références');
  });
});

test('a template without an e-mail layout is named, with the remedy', async () => {
  const template = { ...(await templateFixture()), name: 'maison', texts: new Map() };
  const error: unknown = await emailWriter
    .write(pageFixture(), { template, printer: noPrinter })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ToolError);
  expect((error as ToolError).text.fr).toBe('Il manque au modèle le fichier templates/maison/email.css.');
});
