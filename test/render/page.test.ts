import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/core/page.ts';
import type { Medium } from '../../src/render/medium.ts';
import { renderPage } from '../../src/render/page.ts';
import { facesOf } from '../../src/render/styles.ts';
import { factsOf, textOf } from './html-facts.ts';
import { pageFixture, pageOf, templateFixture } from './page-fixture.ts';
import { heading, link, paragraph } from './page-builder.ts';

const template = await templateFixture();
const media: readonly Medium[] = ['screen', 'print'];
const { meta } = pageFixture();

/** A page with nothing that may be left out. */
const barePage = pageOf([paragraph('Un texte.')], {
  meta: { ...meta, keywords: [], formats: ['html'] },
  subtitle: undefined,
  summary: undefined,
  authors: [],
  notes: [],
  references: [],
  dateInWords: undefined,
  url: undefined,
  formats: ['html'],
});

describe.each(media)('a page for the %s', (medium) => {
  const html = renderPage(pageFixture(), template, medium);
  const facts = factsOf(html);

  it('has one title, headings that skip no level, and ids that are unique', () => {
    expect(facts.headings.filter((level) => level === 1)).toHaveLength(1);
    facts.headings.slice(1).forEach((level, index) => {
      expect(level - (facts.headings[index] ?? 0)).toBeLessThanOrEqual(1);
    });
    expect(new Set(facts.ids).size).toBe(facts.ids.length);
  });

  it('has no link within the page that leads nowhere', () => {
    expect(facts.targets.filter((target) => !facts.ids.includes(target))).toEqual([]);
  });

  it('asks nothing of the network and runs no script', () => {
    const loads = [...html.matchAll(/\s(?:src|srcset|poster|action)="([^"]*)"|url\(["']?([^)]*)/gu)];
    expect(loads.length).toBeGreaterThan(0);
    for (const [, source, url] of loads) expect(source ?? url).toMatch(/^data:/u);
    expect(html).toContain("default-src 'none'");
    expect(html.match(/<script(?! type="application\/ld\+json")/gu)).toBeNull();
  });

  it('says its language, and its character set in the first 1024 bytes', () => {
    expect(html.slice(0, 1024)).toContain('<meta charset="utf-8">');
    expect(html).toContain('<html lang="fr"');
  });

  it('is the same each time', () => {
    expect(renderPage(pageFixture(), template, medium)).toBe(html);
  });

  it('sets a page that has only a title and a text', () => {
    const bare = renderPage(barePage, template, medium);
    expect(textOf(bare)).toContain('Un texte.');
    expect(bare).not.toContain('class="contents"');
    expect(factsOf(bare).headings).toEqual([1, 2]);
  });

  it('escapes what authors type, in markup, style and data', () => {
    const hostile = '</title></style><script>alert("x")</script> & \\';
    const sly: Page = pageFixture({
      title: hostile,
      subtitle: hostile,
      summary: `${hostile} ${hostile}`,
      mark: hostile,
      authors: [{ display: hostile, isPrivate: false }],
    });
    const rendered = renderPage(sly, template, medium);
    expect(rendered.match(/<script/gu)?.length ?? 0).toBe(medium === 'screen' ? 1 : 0);
    expect(rendered.match(/<\/style/gu)).toHaveLength(1);
    expect(textOf(/<h1[^>]*>(.*?)<\/h1>/su.exec(rendered)?.[1] ?? '')).toBe(hostile);
  });

  it('drops links that run code and keeps those that lead somewhere', () => {
    const links = pageOf([
      paragraph(
        link('javascript:alert(1)', 'un'),
        link('data:text/html,x', 'deux'),
        link(' JAVASCRIPT:x', 'trois'),
        link('mailto:bureau@example.org', 'quatre'),
        link('annexe.html', 'cinq'),
      ),
    ]);
    const rendered = renderPage(links, template, medium);
    expect(rendered).not.toMatch(/href="\s*(?:javascript|data):/iu);
    expect(rendered).toContain('href="mailto:bureau@example.org"');
    expect(rendered).toContain('href="https://publications.example.org/externalisation/annexe.html"');
  });
});

describe('a page for the screen', () => {
  const html = renderPage(pageFixture(), template, 'screen');

  it('ends each note with a link to each of its calls', () => {
    const notes = html.slice(html.indexOf('class="notes"'));
    for (const note of pageFixture().notes) {
      const item = new RegExp(`<li id="note-${note.number}">.*?</li>`, 'su').exec(notes)?.[0] ?? '';
      const calls = Array.from({ length: note.calls }, (_, index) =>
        index === 0 ? `appel-${note.number}` : `appel-${note.number}-${index + 1}`,
      );
      expect(factsOf(`<body>${item}`).targets).toEqual(calls);
      expect(item).toContain(`aria-label="Retour à l’appel de note ${note.number}"`);
    }
  });

  it('describes itself to search engines and reference managers', () => {
    const data: unknown = JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html)?.[1] ?? '',
    );
    expect(data).toMatchObject({
      '@type': 'Report',
      datePublished: '2021-04-30',
      inLanguage: 'fr',
      author: [{ '@type': 'Organization' }, { '@type': 'Person' }],
    });
    expect(html).toContain('<meta name="citation_publication_date" content="2021/04/30">');
    expect(html).toContain('<meta property="og:locale" content="fr_FR">');
    expect(html).toContain('<link rel="canonical" href="https://publications.example.org/');
  });

  it('links to the other formats of the same build, beside it', () => {
    expect(html).toContain('href="externalisation.pdf"');
    expect(renderPage(pageFixture({ formats: ['html'] }), template, 'screen')).not.toContain(
      'externalisation.pdf',
    );
  });

  it('shows the mark of a draft', () => {
    const draft = renderPage(pageFixture({ mark: 'Brouillon' }), template, 'screen');
    expect(draft).toContain('<p class="status-mark">Brouillon</p>');
    expect(html).not.toContain('<p class="status-mark">');
  });

  it('stays a small file: three faces at most', () => {
    expect(html.match(/@font-face/gu)?.length).toBeLessThanOrEqual(3);
    expect(html.length).toBeLessThan(600_000);
  });

  it('speaks the language of the document', () => {
    const english = renderPage(pageFixture({ meta: { ...meta, lang: 'en' } }), template, 'screen');
    expect(english).toContain('<html lang="en"');
    expect(english).toContain('aria-label="Back to note call 1"');
    expect(english).toContain('Who we are');
  });
});

describe('a page for the printer', () => {
  const html = renderPage(pageFixture(), template, 'print');

  it('puts every note beside its call and none at the end', () => {
    const ids = factsOf(html).ids.filter((id) => id.startsWith('note-'));
    expect(ids).toEqual(pageFixture().notes.map((note) => `note-${note.number}`));
    expect(html).not.toContain('class="notes"');
  });

  it('keeps notes out of tables, boxes and headings', () => {
    const blocks = html.match(/<(table|aside|h[1-6])[\s>].*?<\/\1>/gsu) ?? [];
    expect(blocks.length).toBeGreaterThan(6);
    expect(blocks.filter((block) => block.includes('side-note'))).toEqual([]);
  });

  it('leaves room for the page of each heading of its contents', () => {
    const { ids } = factsOf(html);
    const waiting = [...html.matchAll(/data-page-of="([^"]+)"><\/span>/gu)].map((match) => match[1]);
    const sections = pageFixture().headings.filter(({ depth }) => depth <= 3);
    expect(waiting).toEqual([...sections.map(({ id }) => id), 'nsp-references', 'nsp-qui-sommes-nous']);
    expect(waiting.filter((id) => !ids.includes(id ?? ''))).toEqual([]);
  });

  it('shows the mark on the cover and on every page', () => {
    const embargoed = renderPage(pageFixture({ mark: 'Sous embargo' }), template, 'print');
    expect(embargoed).toContain('<p class="status-mark">Sous embargo</p>');
    expect(embargoed).toContain('--running-mark:"Sous embargo"');
  });

  it('uses static faces only, for a PDF does not name the others', () => {
    const faces = facesOf(template, 'print');
    expect(faces.length).toBeGreaterThan(3);
    expect(faces.filter(({ maxWeight }) => maxWeight !== undefined)).toEqual([]);
    // The printer has them before the page comes.
    expect(html).not.toContain('@font-face');
  });

  it('gives an empty cell a space, so that table rows stay equally long', () => {
    expect(html).not.toMatch(/<t[dh][^>]*><\/t[dh]>/u);
  });
});

describe('the contents', () => {
  const section = (id: string): ReturnType<typeof heading> => heading(2, id, `Partie ${id}`);

  it('is left out of a page with few parts', () => {
    const short = pageOf([section('a'), section('b')]);
    expect(renderPage(short, template, 'screen')).not.toContain('class="contents"');
  });

  it('sets a first heading of depth 3 as a part', () => {
    const page = pageOf([heading(3, 'z', 'Avant'), section('a'), section('b')]);
    const contents =
      /<nav class="contents".*?<\/nav>/su.exec(renderPage(page, template, 'screen'))?.[0] ?? '';
    expect(factsOf(`<body>${contents}`).targets.slice(0, 3)).toEqual(['z', 'a', 'b']);
  });
});
