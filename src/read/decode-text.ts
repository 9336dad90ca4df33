import { FileProblem } from '../core/files.ts';

/** Text of UTF-8 bytes, without a byte-order mark, line ends as `\n`. Throws `FileProblem`. */
export function decodeText(path: string, bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FileProblem('not-utf8', path, cause);
  }
  return text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text;
}
