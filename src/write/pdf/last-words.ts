// Everything here runs inside the page: a function may use another of this file, and nothing else.

/**
 * Joins every word that a page would break off at its end, so that nobody turns the page within a word. The body is laid
 * in columns as wide as a page's area, one a page.
 */
function joinLastWords({ width }: { readonly width: number }): void {
  const { left } = document.body.getBoundingClientRect();
  const pageOf: PageOf = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    // The first letter of a line has a rectangle at the end of the line before, too.
    return Math.floor((([...range.getClientRects()].at(-1)?.left ?? left) - left + 1) / width);
  };
  // Laid out anew, a page may end in another broken word.
  for (let layout = 1; layout <= 5; layout++) {
    const broken = wordsOverPages(pageOf);
    for (const { node, start, end } of broken) {
      const { data } = node;
      node.data = data.slice(0, start) + data.slice(start, end).replace(/\u00ad/g, '') + data.slice(end);
    }
    if (broken.length === 0) return;
  }
}

interface BrokenWord {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

type PageOf = (node: Text, at: number) => number;

function wordsOverPages(pageOf: PageOf): BrokenWord[] {
  const found = new Map<Text, BrokenWord>();
  for (const block of document.body.querySelectorAll('p, li, td, th, dd, div, blockquote, .side-note')) {
    if (block.getClientRects().length < 2) continue;
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const word = node instanceof Text && !found.has(node) ? wordOverPages(node, pageOf) : undefined;
      if (word) found.set(word.node, word);
    }
  }
  return [...found.values()];
}

function wordOverPages(node: Text, pageOf: PageOf): BrokenWord | undefined {
  const { data } = node;
  for (let at = data.indexOf('\u00ad', 1); at > 0; at = data.indexOf('\u00ad', at + 1)) {
    if (at + 1 === data.length || pageOf(node, at - 1) === pageOf(node, at + 1)) continue;
    const start = data.slice(0, at).search(/\S+$/);
    return { node, start, end: at + (/\s|$/.exec(data.slice(at))?.index ?? 0) };
  }
  return undefined;
}

/** Source of the functions that join words; `joinLastWords` is the one to call. */
export const lastWordScript = [joinLastWords, wordsOverPages, wordOverPages].map(String).join('\n');
export type JoinLastWords = typeof joinLastWords;
export const joinLastWordsName = joinLastWords.name;
