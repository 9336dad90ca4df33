/** A stretch of a text, its end left out. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Shortenings whose point ends no sentence. */
const shortenings = new Set(
  `m mm mme mlle dr pr me st ste art al p pp cf ex etc n no vol éd chap fig tab env resp hab av bd min max moy mr mrs ms
  prof inc ltd co vs e.g i.e c.-à-d jr sr gov sen approx`.split(/\s+/),
);

const sentenceEnd = /[.!?…]+["»”)\]]*(?: +["»”])? +(?=["«“(\[–—-]* ?[\p{Lu}\d€£$])/gu;
const lastWord = /[^\s("«“'’]+$/u;

/** The sentences of a text, with the spaces after them. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('.') && isShortening(text, match.index, end)) continue;
    spans.push({ start, end });
    start = end;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

function isShortening(text: string, point: number, next: number): boolean {
  const word = (lastWord.exec(text.slice(Math.max(0, point - 20), point))?.[0] ?? '').toLowerCase();
  if (/^(?:p\.c|p|pp|art|n|no|env|fig|vol|chap|cf)$/.test(word) && /\d/.test(text[next] ?? '')) return true;
  if (/^(?:p\.c|p\. ?c)$/.test(word)) return false;
  return (
    shortenings.has(word) ||
    (/^\p{Lu}$/u.test(text[point - 1] ?? '') && /[\s.(]/.test(text[point - 2] ?? ' '))
  );
}

const pairs: Readonly<Record<string, string>> = { '«': '»', '“': '”', '"': '"' };

/** What stands between quotation marks; a mark that is not closed quotes nothing. */
export function quotedSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.search(/[«“"]/); start >= 0 && start < text.length;) {
    const closing = pairs[text[start] ?? ''];
    const end = closing === undefined ? -1 : text.indexOf(closing, start + 1);
    if (end > start) spans.push({ start, end: end + 1 });
    const from = end > start ? end + 1 : start + 1;
    const next = text.slice(from).search(/[«“"]/);
    start = next < 0 ? -1 : from + next;
  }
  return spans;
}
