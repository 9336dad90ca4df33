/** An entry as citation-js reads it, its values still in LaTeX. */
export interface BibEntry {
  readonly type: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, string>>;
}
