/** Every space that may stand between digits or words, narrow and fixed ones and line ends included. */
export const spaceClass = '\\s';

const space = new RegExp(spaceClass, 'u');
const spaces = new RegExp(`${spaceClass}+`, 'gu');

/** Whether `character` is a space of Unicode or a line end. */
export function isSpace(character: string): boolean {
  return space.test(character);
}

/** `text` with each run of spaces as one plain space, trimmed. */
export function foldSpaces(text: string): string {
  return text.replace(spaces, ' ').trim();
}

/** `text` with one space for each line end and the spaces around it. Linear, however many spaces there are. */
export function joinLines(text: string): string {
  return text.replace(/(?<![ \t])[ \t]*\n[ \t]*/gu, ' ');
}
