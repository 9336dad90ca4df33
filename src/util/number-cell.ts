const longest = 40;
const number = /^[^\p{L}]*\d[^\p{L}]*(?:Md|M|k)?€?$|^[–—-]?$/u;

/** Whether a table's cell holds a number, with its sign and unit, or nothing: such columns are set to the right. */
export function isNumberCell(text: string): boolean {
  return text.length <= longest && number.test(text);
}
