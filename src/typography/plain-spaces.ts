/** U+202F as U+00A0, for formats whose readers or fonts lack the narrow space: plain text, DOCX. */
export function plainSpaces(text: string): string {
  return text.replaceAll('\u202f', '\u00a0');
}
