import type { PhrasingContent } from 'mdast';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import type { Citation } from '../core/citation.ts';
import type { Place } from '../core/place.ts';
import { buildCitationItems, type TypedKey } from './citation-items.ts';

declare module 'mdast-util-from-markdown' {
  interface CompileData {
    citationKeys?: Token[];
  }
}

/** Turns the tokens of `citationSyntax` into `citation` nodes; inside a link or a picture they stay text. */
export const citationFromMarkdown: Extension = {
  enter: {
    citationCluster(token) {
      enterCitation(this, token, 'bracketed');
    },
    citationInText(token) {
      enterCitation(this, token, 'textual');
    },
    citationKey(token) {
      this.data.citationKeys?.push(token);
    },
  },
  exit: { citationCluster: exitCitation, citationInText: exitCitation },
};

function enterCitation(context: CompileContext, token: Token, mode: Citation['mode']): void {
  context.data.citationKeys = [];
  context.enter({ type: 'citation', mode, items: [], raw: '' }, token);
}

function exitCitation(this: CompileContext, token: Token): undefined {
  const keys = this.data.citationKeys ?? [];
  delete this.data.citationKeys;
  const node = this.stack.at(-1);
  if (node?.type !== 'citation') return;
  node.raw = this.sliceSerialize(token);
  node.items = buildCitationItems(typedKeys(this, token, keys), node.mode);
  this.exit(token);
  if (this.stack.some(({ type }) => type === 'link' || type === 'image')) turnIntoText(this, node);
}

/** Cuts the citation's text into its keys and what stands between them. */
function typedKeys(context: CompileContext, token: Token, keys: readonly Token[]): TypedKey[] {
  return keys.map((key, index) => ({
    typed: context.sliceSerialize(key),
    place: placeOfToken(key),
    before: slice(context, keys[index - 1]?.end ?? token.start, key.start),
    after: index === keys.length - 1 ? slice(context, key.end, token.end) : '',
  }));
}

/** The text between two points; the tokenizer cannot slice nothing at the end of its input. */
function slice(context: CompileContext, start: Token['start'], end: Token['end']): string {
  return start.offset === end.offset ? '' : context.sliceSerialize({ start, end });
}

function placeOfToken({ start, end }: Token): Place {
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** Puts the words back, joined to the text before them as the compiler joins its own. */
function turnIntoText(context: CompileContext, citation: Citation): void {
  const parent = context.stack.at(-1);
  if (!parent || !('children' in parent)) return;
  parent.children.pop();
  const last = parent.children.at(-1);
  const { raw: value, position } = citation;
  if (last?.type !== 'text') {
    (parent.children as PhrasingContent[]).push({ type: 'text', value, position });
    return;
  }
  last.value += value;
  if (last.position && position) last.position.end = position.end;
}
