import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Page } from '../../core/page.ts';
import { plainSpaces } from '../../render/plain-text-inline.ts';
import { emailIn, hostOf } from '../../util/address.ts';
import { shorten } from '../../util/shorten.ts';
import type { Labels } from '../../render/labels.ts';
import type { MailPicture } from './email-pictures.ts';

interface MessageParts {
  readonly html: string;
  readonly text: string;
  readonly pictures: readonly MailPicture[];
  readonly labels: Labels;
}

/** Longest subject that mail programs and their checks take. */
const longestSubject = 150;

/** The host that the message's identifiers name: the collective's own. */
export function mailHost(page: Page): string {
  return hostOf(page.brand.site) ?? 'nsp.invalid';
}

/** The message as a file (RFC 5322): a draft that any mail program opens. Same page, same bytes; nothing is sent. */
export async function composeMessage(
  page: Page,
  { html, text, pictures, labels }: MessageParts,
): Promise<Uint8Array> {
  const host = mailHost(page);
  const digest = createHash('sha256').update(html).update(text).update(String(page.epoch)).digest('hex');
  const contact = emailIn(page.meta.contact) ?? emailIn(page.brand.contact);
  const composer = new MailComposer({
    from: {
      name: page.brand.name,
      address: emailIn(page.brand.contact) ?? emailIn(page.meta.contact) ?? `nepasrepondre@${host}`,
    },
    ...(page.outlet?.email !== undefined && { to: { name: page.outlet.name, address: page.outlet.email } }),
    ...(contact !== undefined && { replyTo: contact }),
    subject: subjectOf(page),
    date: new Date(page.epoch * 1000),
    messageId: `<${digest.slice(0, 32)}@${host}>`,
    headers: {
      'X-Unsent': '1',
      'Content-Language': page.meta.lang,
      ...unsubscribeHeader(page, contact, labels),
    },
    text,
    html,
    attachments: pictures.map(({ contentId, raster }, index) => ({
      cid: contentId,
      filename: `picture-${index + 1}.${raster.type === 'image/png' ? 'png' : 'jpg'}`,
      contentType: raster.type,
      content: Buffer.from(raster.data),
      contentDisposition: 'inline',
    })),
    baseBoundary: digest.slice(32, 56),
    textEncoding: 'quoted-printable',
    newline: 'windows',
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Uint8Array(await composer.compile().build());
}

/** The mark comes first, so that nobody forwards an embargoed text unawares. */
function subjectOf({ title, mark }: Page): string {
  return shorten(plainSpaces(mark === undefined ? title : `[${mark}] ${title}`), longestSubject);
}

function unsubscribeHeader(
  { meta }: Page,
  contact: string | undefined,
  labels: Labels,
): Record<string, string> {
  if (meta.kind !== 'newsletter' || contact === undefined) return {};
  return {
    'List-Unsubscribe': `<mailto:${contact}?subject=${encodeURIComponent(labels['unsubscribe-subject'])}>`,
  };
}
