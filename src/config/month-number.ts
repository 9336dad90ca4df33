const months = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
] as const;

/** Number of a French or English month, 1 to 12; undefined for another word. */
export function monthNumber(word: string): number | undefined {
  const folded = word
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  const index = months.findIndex((names) => names.some((name) => name === folded));
  return index === -1 ? undefined : index + 1;
}
