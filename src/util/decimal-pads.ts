const parts = /^([^\d]*[\d\s\u00a0\u202f]*\d)([,.]\d+)?([^\d]*)$/u;

/**
 * What the number of each cell of a column lacks of the longest decimals, ",0" for "12 %" above "48,2 %": set unseen at
 * its right, it brings the commas under one another. Empty strings where nothing is lacking, where the units differ, or
 * where a cell holds more than a number.
 */
export function decimalPads(cells: readonly string[]): string[] {
  const none = cells.map(() => '');
  const read = cells.map((cell) => parts.exec(cell.trim()));
  const numbers = read.filter((found) => found !== null);
  if (numbers.length < cells.filter((cell) => /\d/u.test(cell)).length) return none;
  const units = new Set(numbers.map(([, , , unit = '']) => unit.replace(/[\u00a0\u202f]/gu, ' ')));
  const longest = numbers.reduce((most, [, , tail = '']) => (tail.length > most.length ? tail : most), '');
  if (units.size > 1 || longest === '') return none;
  const zeros = `${longest.slice(0, 1)}${'0'.repeat(longest.length - 1)}`;
  return read.map((found) => (found ? zeros.slice(found[2]?.length ?? 0) : ''));
}
