import { Parser } from 'htmlparser2';
import { toString } from 'mdast-util-to-string';
import type { Nodes } from 'mdast';
import { parseMarkdown } from '../markdown/parse.ts';

const notRead = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'head']);
const inline = new Set(
  (
    'a abbr b bdi bdo cite code data dfn del em font i ins kbd label mark q s samp small span strong sub sup time ' +
    'tt u var wbr'
  ).split(' '),
);

/** The words that an HTML page shows, a block a line. Linear, whatever its nesting. */
export function htmlText(html: string): string {
  const parts: string[] = [];
  const closed: string[] = [];
  const parser = new Parser({
    onopentagname(name) {
      if (notRead.has(name)) closed.push(name);
      else if (!inline.has(name)) parts.push('\n');
    },
    ontext(text) {
      if (closed.length === 0) parts.push(text.replace(/\s+/gu, ' '));
    },
    onclosetag(name) {
      if (closed.at(-1) === name) closed.pop();
      else if (!inline.has(name)) parts.push('\n');
    },
  });
  parser.end(html);
  return parts
    .join('')
    .replace(/ *\n[ \n]*/gu, '\n')
    .trim();
}

/** The words of a Markdown text, a block a line, without its front-matter. */
export function markdownText(source: string): string {
  const body = source.replace(/^---\n[\s\S]{0,20000}?\n---(?:\n|$)/u, '');
  const blocks: string[] = [];
  const walk = (node: Nodes): void => {
    if (!('children' in node) || leaves.has(node.type)) {
      blocks.push(toString(node, { includeHtml: false, includeImageAlt: false }));
    } else node.children.forEach(walk);
  };
  walk(parseMarkdown(body));
  return blocks.filter((block) => block !== '').join('\n');
}

const leaves = new Set(['paragraph', 'heading', 'tableCell']);
