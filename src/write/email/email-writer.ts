import type { RootContent } from 'hast';
import type { Problem } from '../../core/finding.ts';
import type { Output } from '../../core/output.ts';
import type { Page } from '../../core/page.ts';
import type { Writer, WriterContext } from '../../core/writer.ts';
import { labelsOf } from '../../render/labels.ts';
import { formatInteger } from '../../util/integer.ts';
import { fr } from '../../util/french.ts';
import { emailHtml } from './email-html.ts';
import { composeMessage, mailHost } from './email-message.ts';
import { embeddedSources, mailPictures } from './email-pictures.ts';
import { emailText } from './email-text.ts';

/** HTML, plain text, and the draft message that holds both. */
export const emailWriter: Writer = {
  format: 'email',
  write: writeEmail,
};

/** Bytes of the HTML part above which nsp warns, and above which mail programs cut the message. */
const sizes = { warning: 80_000, error: 100_000 };

async function writeEmail(page: Page, { template, warn }: WriterContext): Promise<readonly Output[]> {
  const labels = labelsOf(template, page.meta.lang);
  const nodes: RootContent[] = [
    ...page.hast.children,
    ...page.notes.flatMap((note) => note.hast),
  ] as RootContent[];
  const pictures = await mailPictures(nodes, mailHost(page));
  const html = emailHtml(page, { template, labels, pictures });
  const text = emailText(page, labels);
  const size = bytesOf(html);
  const problem = sizeProblem(size);
  if (problem) warn?.(problem);
  const sources = await embeddedSources(pictures, sizes.error - size);
  const standalone = html.replace(
    /cid:([^"]+)/gu,
    (typed, contentId: string) => sources.get(contentId) ?? typed,
  );
  const message = await composeMessage(page, { html, text, pictures, labels });
  const path = `${page.meta.slug}/${page.meta.slug}`;
  const encoder = new TextEncoder();
  return [
    { path: `${path}.email.html`, data: encoder.encode(standalone) },
    { path: `${path}.email.txt`, data: encoder.encode(text) },
    { path: `${path}.eml`, data: message },
  ];
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function sizeProblem(bytes: number): (Problem & { rule: string }) | undefined {
  if (bytes <= sizes.warning) return undefined;
  const tooLong = bytes > sizes.error;
  const [size, limit] = [bytes, sizes.error].map((count) => Math.round(count / 1000)) as [number, number];
  const inFrench = formatInteger(size, 'fr');
  const inEnglish = formatInteger(size, 'en');
  return {
    rule: 'email/size',
    severity: tooLong ? 'error' : 'warning',
    place: undefined,
    message: tooLong
      ? {
          fr: fr`Le message pèse ${inFrench} ko : au-delà de ${limit} ko, Gmail en cache la fin.`,
          en: `The message weighs ${inEnglish} kB: above ${limit} kB, Gmail hides its end.`,
        }
      : {
          fr: fr`Le message pèse ${inFrench} ko, près des ${limit} ko au-delà desquels Gmail en cache la fin.`,
          en: `The message weighs ${inEnglish} kB, near the ${limit} kB above which Gmail hides its end.`,
        },
    expected: `${limit} ko`,
    actual: `${size} ko`,
    help: {
      fr: fr`Raccourcissez le texte ou ses tableaux, ou retirez email de la ligne « formats: » du document.`,
      en: 'Shorten the text or its tables, or take email out of the document’s “formats:” line.',
    },
  };
}
