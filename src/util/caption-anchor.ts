const anchor = /[\s\u00a0]*\{#([\p{L}][\p{L}\p{N}_-]{0,39})\}[\s\u00a0]*$/u;
const reserved = /^(?:nsp-|note-\d|appel-\d|top$)/iu;

/** What opens the paragraph that is a table's caption: "Tableau :", "Table:", or pandoc's ":". */
export const captionWord = /^(?:(?:Tableau|Table)[\u00a0\u202f ]*:|:)[\u00a0\u202f ]*/u;

/** A caption without the id that its author gave it at the end, `{#composantes}`. */
export function splitAnchor(caption: string): { readonly text: string; readonly anchor?: string } {
  const found = anchor.exec(caption);
  return found?.[1] === undefined
    ? { text: caption }
    : { text: caption.slice(0, found.index), anchor: found[1] };
}

/** Whether pages make such ids themselves. */
export function isReservedAnchor(id: string): boolean {
  return reserved.test(id);
}
