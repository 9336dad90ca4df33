/** A DOI without its address or label, in lower case: "10.1000/xyz". */
export function bareDoi(text: string): string {
  return text
    .trim()
    .replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/iu, '')
    .toLowerCase();
}

/** Whether a text is a DOI, alone or as an address (https://www.doi.org/the-identifier). */
export function isDoi(text: string): boolean {
  return /^10\.\d{4,9}(?:\.\d+)*\/\S+$/u.test(bareDoi(text));
}

const isbns = /(97[89](?:[ -]?\d){10}|\d(?:[ -]?\d){8}[ -]?[\dXx])(?:[\s,;]+|$)/uy;

/** Whether every ISBN of a field, of 10 or 13 digits, has the right check digit. */
export function isIsbn(text: string): boolean {
  const typed = text
    .trim()
    .replace(/[\u2010-\u2015]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/ISBN(?:-1[03])?:? ?/giu, '');
  return isListOf(isbns, typed, isOneIsbn);
}

function isOneIsbn(text: string): boolean {
  const digits = text.replace(/[ -]/gu, '');
  return digits.length === 13
    ? weightedSum(digits, (index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0
    : weightedSum(digits, (index) => 10 - index) % 11 === 0;
}

const issns = /(\d{4}-?\d{3}[\dXx])(?:[\s,;]+|$)/uy;

/** Whether every ISSN of a field (print, electronic) has its form and the right check digit. */
export function isIssn(text: string): boolean {
  const typed = text
    .trim()
    .replace(/[\u2010-\u2015]/gu, '-')
    .replace(/e?ISSN:?\s*/giu, '');
  return isListOf(
    issns,
    typed,
    (issn) => weightedSum(issn.replace('-', ''), (index) => 8 - index) % 11 === 0,
  );
}

/** Whether `text` is nothing but matches of `pattern`, a sticky one, each of them sound. */
function isListOf(pattern: RegExp, text: string, isSound: (item: string) => boolean): boolean {
  pattern.lastIndex = 0;
  let end = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (!isSound(match[1] ?? '')) return false;
    end = pattern.lastIndex;
  }
  return end > 0 && end === text.length;
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
