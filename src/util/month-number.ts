import { foldAccents } from './fold-accents.ts';

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

/** Number of a French or English month, or of its first letters ("avr.", "sept."), 1 to 12; undefined for another word. */
export function monthNumber(word: string): number | undefined {
  const folded = foldAccents(word).replace(/\.$/u, '');
  if (folded.length < 3) return undefined;
  const begun = months.flatMap((names, index) =>
    names.some((name) => name.startsWith(folded)) ? [index + 1] : [],
  );
  return begun.length === 1 ? begun[0] : undefined;
}
