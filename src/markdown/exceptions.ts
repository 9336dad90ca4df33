import type { Html, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Place } from '../core/place.ts';
import { LineIndex } from '../util/line-index.ts';
import { commentsIn, withoutComments } from './comments.ts';
import { placeOfNode } from './place-of-node.ts';

/** `<!-- nsp-disable-next-line RULE[, RULE] -- reason -->`; before a table or a chart, it speaks of the whole of it. */
export interface Exception {
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  /** Where the comment stands. */
  readonly place: Place;
  /** The line that it silences, from 1. */
  readonly line: number;
  /** Of a table or a chart, where no comment can stand between two lines, the last line that it silences. */
  readonly lastLine: number;
}

const directive = /^\s*nsp-disable-next-line(?:\s|$)/u;

/** Whether a piece of raw HTML is nothing but comments, which never reach an artefact. */
export function isComment(html: Html): boolean {
  return withoutComments(html.value).trim() === '';
}

/** Lists the exceptions that a document's comments make, in order. */
export function readExceptions(tree: Root): Exception[] {
  const exceptions: Exception[] = [];
  const next = nodesAfter(tree);
  visit(tree, 'html', (node) => {
    const whole = placeOfNode(node);
    if (!whole) return;
    const lines = new LineIndex(node.value);
    for (const comment of commentsIn(node.value)) {
      if (!directive.test(comment.text)) continue;
      const place = placeInside(lines.placeOf(comment.start, comment.end), whole);
      exceptions.push({ ...readException(comment.text), place, ...linesOf(place, next.get(node)) });
    }
  });
  return exceptions;
}

/** What follows each piece of HTML, other comments left out. */
function nodesAfter(tree: Root): Map<Nodes, Nodes | undefined> {
  const following = new Map<Nodes, Nodes | undefined>();
  visit(tree, (parent) => {
    if (!('children' in parent)) return;
    let next: Nodes | undefined;
    for (const node of parent.children.toReversed()) {
      if (node.type === 'html') following.set(node, next);
      if (!isSkipped(node)) next = node;
    }
  });
  return following;
}

function linesOf(place: Place, next: Nodes | undefined): Pick<Exception, 'line' | 'lastLine'> {
  const line = Math.max(place.endLine + 1, next?.position?.start.line ?? 0);
  const isWhole = next?.type === 'table' || next?.type === 'chart';
  return { line, lastLine: isWhole ? Math.max(line, next.position?.end.line ?? 0) : line };
}

/** A comment on the line before a blank line, or before another comment, still speaks of what follows them. */
function isSkipped(node: Nodes): boolean {
  return node.type === 'html' && isComment(node);
}

function readException(text: string): Pick<Exception, 'rules' | 'reason'> {
  const words = text.replace(directive, '');
  const dash = /(?:^|\s)(?:--|–|—)\s/u.exec(words);
  const rules = (dash ? words.slice(0, dash.index) : words).split(/[\s,]+/u).filter(Boolean);
  const reason = dash
    ? words
        .slice(dash.index + dash[0].length)
        .replace(/\s+/gu, ' ')
        .trim()
    : '';
  return { rules, reason: reason === '' ? undefined : reason };
}

/** Place of one comment in a run of HTML; lines after the first are taken as they stand in the file. */
function placeInside({ line, column, endLine, endColumn }: Place, whole: Place): Place {
  const from = whole.column - 1;
  return {
    line: whole.line + line - 1,
    column: line === 1 ? from + column : column,
    endLine: whole.line + endLine - 1,
    endColumn: endLine === 1 ? from + endColumn : endColumn,
  };
}
