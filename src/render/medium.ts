/** What a page is set for: reading on a screen, or the printer that makes the PDF. */
export type Medium = 'screen' | 'print';
