import type { ElementContent, Root } from 'hast';
import juice from 'juice';
import type { Page } from '../../core/page.ts';
import type { Template } from '../../core/template.ts';
import { ToolError } from '../../core/tool-error.ts';
import { toHtml } from '../../render/html.ts';
import type { Labels } from '../../render/labels.ts';
import { fillLayout } from '../../render/layout.ts';
import { keepSafeLinks } from '../../render/links.ts';
import { fr } from '../../util/french.ts';
import { emailBody, type PlacedPictures } from './email-body.ts';
import { emailContent, preheaderOf } from './email-content.ts';
import { addOutlookBlocks } from './email-outlook.ts';
import { emailPalette } from './email-palette.ts';
import type { MailPicture } from './email-pictures.ts';
import { colourStyles, outlookDarkStyles } from './email-styles.ts';

interface EmailHtmlOptions {
  readonly template: Template;
  readonly labels: Labels;
  readonly pictures: readonly MailPicture[];
}

/** The HTML part: the template's layout filled, its styles written into the elements, pictures by content id. */
export function emailHtml(page: Page, { template, labels, pictures }: EmailHtmlOptions): string {
  const styles = colourStyles(textOf(template, 'email.css'), emailPalette(page.brand));
  const layout = fillLayout(template, need(template, 'email.liquid'), {
    ...layoutValues(page, labels, placed(pictures)),
    styles,
    outlookDarkStyles: outlookDarkStyles(styles),
  });
  return addOutlookBlocks(juice(layout));
}

function layoutValues(page: Page, labels: Labels, pictures: PlacedPictures): object {
  const { brand, meta } = page;
  const html = (nodes: readonly ElementContent[]): string =>
    toHtml(emailBody(followable(nodes, page.url), pictures));
  const preheader = preheaderOf(page);
  return {
    ...emailContent(page, labels),
    lang: meta.lang,
    labels,
    title: page.title,
    subtitle: page.subtitle ?? false,
    summary: page.summary ?? false,
    mark: page.mark ?? false,
    url: page.url ?? false,
    brand: {
      name: brand.name,
      site: brand.site,
      siteText: brand.site.replace(/^https?:\/\/(?:www\.)?|\/$/gu, ''),
      social: brand.social ?? false,
    },
    preheader,
    preheaderFiller: '\u034f\u00a0'.repeat(Math.max(0, 150 - preheader.length) / 2),
    body: html(page.hast.children as ElementContent[]),
    notes: page.notes.map((note) => html(note.hast)),
    references: page.references.map((reference) => html(reference.hast)),
  };
}

function placed(pictures: readonly MailPicture[]): PlacedPictures {
  return new Map(
    pictures.map(({ address, contentId, raster }) => [
      address,
      { source: `cid:${contentId}`, width: raster.width },
    ]),
  );
}

function followable(nodes: readonly ElementContent[], base: string | undefined): ElementContent[] {
  const root: Root = { type: 'root', children: structuredClone([...nodes]) };
  return keepSafeLinks(root, base).children as ElementContent[];
}

function textOf(template: Template, file: string): string {
  return template.texts.get(need(template, file)) ?? '';
}

/** A template of one's own may lack the e-mail's files as long as no e-mail is asked of it. */
function need(template: Template, file: string): string {
  if (template.texts.has(file)) return file;
  const where = `templates/${template.name}/${file}`;
  throw new ToolError(
    'usage',
    { fr: `Il manque au modèle le fichier ${where}.`, en: `The template lacks the file ${where}.` },
    {
      fr: fr`Copiez ce fichier depuis le modèle « nsp » livré avec le programme, ou retirez email des formats du document.`,
      en: 'Copy that file from the “nsp” template that ships with the program, or take email out of the document’s formats.',
    },
  );
}
