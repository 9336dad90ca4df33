/** A comment in raw HTML: its words, and its offsets, `<!--` and `-->` included. */
export interface Comment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The comments of a piece of HTML, in order; one that is never closed is none. Linear. */
export function commentsIn(html: string): Comment[] {
  const comments: Comment[] = [];
  let start = html.indexOf('<!--');
  while (start !== -1) {
    const close = html.indexOf('-->', start + 4);
    if (close === -1) break;
    const end = close + 3;
    comments.push({ text: html.slice(start + 4, close), start, end });
    start = html.indexOf('<!--', end);
  }
  return comments;
}

/** The HTML without its comments. */
export function withoutComments(html: string): string {
  let done = 0;
  let rest = '';
  for (const { start, end } of commentsIn(html)) {
    rest += html.slice(done, start);
    done = end;
  }
  return rest + html.slice(done);
}
