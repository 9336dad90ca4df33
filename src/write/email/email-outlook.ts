/**
 * What Outlook for Windows alone reads. Inliners and formatters break conditional comments, so these go in last, as
 * strings, and nothing parses the message afterwards.
 */
const blocks: ReadonlyMap<string, string> = new Map([
  [
    '<!--nsp-outlook-head-->',
    '<!--[if mso]><noscript><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript>' +
      '<style>table{border-collapse:collapse}ul,ol{margin-left:24px!important;padding-left:0!important}</style><![endif]-->',
  ],
  [
    '<!--nsp-outlook-open-->',
    '<!--[if mso]><table role="presentation" align="center" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->',
  ],
  ['<!--nsp-outlook-close-->', '<!--[if mso]></td></tr></table><![endif]-->'],
]);

/** Puts the blocks for Outlook in the places that the layout names. */
export function addOutlookBlocks(html: string): string {
  return [...blocks].reduce((text, [place, block]) => text.replace(place, () => block), html);
}
