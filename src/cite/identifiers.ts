/** A DOI without its address or label, in lower case: "10.1000/xyz". */
export function bareDoi(text: string): string {
  return text
    .trim()
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/iu, '')
    .toLowerCase();
}

/** Whether a text is a DOI, alone or as an address (https://www.doi.org/the-identifier). */
export function isDoi(text: string): boolean {
  return /^10\.\d{4,9}(?:\.\d+)*\/\S+$/u.test(bareDoi(text));
}

/** Whether every ISBN of a field, of 10 or 13 digits, has the right check digit. */
export function isIsbn(text: string): boolean {
  const numbers = text
    .replace(/\s+/gu, ' ')
    .replace(/ISBN(?:-1[03])?:? ?/giu, '')
    .split(/ ?[,;] ?| (?=97[89])/u)
    .filter(Boolean);
  return numbers.length > 0 && numbers.every(isOneIsbn);
}

function isOneIsbn(text: string): boolean {
  const digits = text.replace(/[\s\u2010-\u2015-]/gu, '');
  if (/^\d{13}$/u.test(digits)) return weightedSum(digits, (index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0;
  return /^\d{9}[\dX]$/iu.test(digits) && weightedSum(digits, (index) => 10 - index) % 11 === 0;
}

/** Whether an ISSN has its form and the right check digit. */
export function isIssn(text: string): boolean {
  const digits = text
    .trim()
    .replace(/^ISSN:?\s*/iu, '')
    .replace(/[\u2010-\u2015-]/gu, '');
  return /^\d{7}[\dX]$/iu.test(digits) && weightedSum(digits, (index) => 8 - index) % 11 === 0;
}

function weightedSum(digits: string, weight: (index: number) => number): number {
  return Array.from(
    digits,
    (digit, index) => (/x/iu.test(digit) ? 10 : Number(digit)) * weight(index),
  ).reduce((total, value) => total + value, 0);
}

/** Whether a text is the whole address of a page: scheme, domain, no space. */
export function isWebAddress(text: string): boolean {
  if (!/^(?:https?|ftp):\/\/[^\s/]+\.[^\s/]+/iu.test(text) || /\s/u.test(text)) return false;
  return URL.canParse(text);
}
