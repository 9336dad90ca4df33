/**
 * Where something stands in the author's file. Lines and columns count from 1, the front-matter included;
 * columns count UTF-16 units; the end is exclusive, as in editors.
 */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
