/**
 * Tag of French messages typed with plain spaces: sets U+202F before `; ! ?` and inside « », U+00A0 before `:`.
 * What is inserted stays as it is.
 */
export function fr(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return strings.reduce((text, part, index) => text + String(values[index - 1] ?? '') + setSpaces(part), '');
}

function setSpaces(part: string): string {
  return part
    .replace(/ (?=[;!?»])/gu, '\u202f')
    .replace(/(?<=«) /gu, '\u202f')
    .replace(/ (?=:)/gu, '\u00a0');
}
