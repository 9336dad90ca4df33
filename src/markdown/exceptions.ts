import type { Html, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Place } from '../core/place.ts';
import { commentsIn, withoutComments, type Comment } from './comments.ts';
import { placeOfNode } from './place-of-node.ts';

/** `<!-- nsp-disable-next-line RULE[, RULE] -- reason -->`; before a table, it speaks of the whole of it. */
export interface Exception {
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  /** Where the comment stands. */
  readonly place: Place;
  /** The line that it silences, from 1. */
  readonly line: number;
  /** Of a table, where no comment can stand between two rows, the last line that it silences. */
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
  visit(tree, 'html', (node, index, parent) => {
    const whole = placeOfNode(node);
    if (!whole) return;
    const next = parent?.children.slice((index ?? 0) + 1).find((sibling) => !isSkipped(sibling));
    for (const comment of commentsIn(node.value)) {
      if (!directive.test(comment.text)) continue;
      const place = placeInside(node.value, comment, whole);
      exceptions.push({ ...readException(comment.text), place, ...linesAfter(place, next) });
    }
  });
  return exceptions;
}

function linesAfter(place: Place, next: Nodes | undefined): Pick<Exception, 'line' | 'lastLine'> {
  const line = Math.max(place.endLine + 1, next?.position?.start.line ?? 0);
  return { line, lastLine: next?.type === 'table' ? Math.max(line, next.position?.end.line ?? 0) : line };
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
function placeInside(html: string, comment: Comment, whole: Place): Place {
  const start = pointAt(html, comment.start, whole);
  const end = pointAt(html, comment.end, whole);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function pointAt(html: string, offset: number, whole: Place): { line: number; column: number } {
  const before = html.slice(0, offset).split('\n');
  const last = before.at(-1) ?? '';
  const column = before.length === 1 ? whole.column + last.length : last.length + 1;
  return { line: whole.line + before.length - 1, column };
}
