/** What the tests read back from a rendered page, whose HTML is our own serializer's: attributes are double-quoted. */
export interface HtmlFacts {
  readonly ids: readonly string[];
  readonly targets: readonly string[];
  readonly headings: readonly number[];
}

const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => match[1] ?? '');

export function factsOf(html: string): HtmlFacts {
  const body = html.slice(html.indexOf('<body'));
  return {
    ids: all(body, /\sid="([^"]+)"/gu),
    targets: all(body, /\shref="#([^"]+)"/gu),
    headings: all(body, /<h([1-6])[\s>]/gu).map(Number),
  };
}

/** The words of a piece of HTML, entities of the serializer decoded. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/gu, '')
    .replace(/&#x([\dA-F]+);/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
