/** Every space that may stand between digits or words, line ends included. */
export const spaceClass = '[\\s\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]';

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
