import { decodeString } from 'micromark-util-decode-string';
import type { Citation, CitationItem } from '../core/citation.ts';
import type { Place } from '../core/place.ts';
import { isInnerMark, isKeyCharacter, keyOf } from './citation-key.ts';
import { readLocator } from './locator.ts';

/** `@key` as typed, what stands since the key before it, and after the last key, what remains. */
export interface TypedKey {
  readonly typed: string;
  readonly place: Place | undefined;
  readonly before: string;
  readonly after: string;
}

/** Makes the items of a citation from its keys and the words between them, its brackets included. */
export function buildCitationItems(keys: readonly TypedKey[], mode: Citation['mode']): CitationItem[] {
  const trimmed = keys.map((key, index) => ({
    ...key,
    before: index === 0 && mode === 'bracketed' ? key.before.slice(1) : key.before,
    after: index === keys.length - 1 ? key.after.replace(/\]$/u, '') : key.after,
  }));
  if (mode === 'bracketed') return itemsOf(trimmed);
  return itemsOf(
    trimmed.map((key) => ({ ...key, after: unbracket(key.after), before: unbracket(key.before) })),
  );
}

/** Drops the bracket of `@a [p. 3`. */
function unbracket(text: string): string {
  const start = text.trimStart();
  return start.startsWith('[') ? start.slice(1) : text;
}

function itemsOf(keys: readonly TypedKey[]): CitationItem[] {
  const items: CitationItem[] = [];
  let before = keys[0]?.before ?? '';
  keys.forEach((key, index) => {
    const following = keys[index + 1];
    const { tail, rest } = following ? splitBetween(following.before) : { tail: key.after, rest: '' };
    items.push(itemOf(key, before, tail));
    before = rest;
  });
  return items;
}

/** Of the words between two keys, those up to the first `;` belong to the first work, the others to the second. */
function splitBetween(text: string): { tail: string; rest: string } {
  const end = endOfWork(text);
  if (end !== -1) return { tail: text.slice(0, end), rest: text.slice(end + 1) };
  const { length } = readLocator(text);
  return { tail: text.slice(0, length), rest: text.slice(length) };
}

/** Offset of the first `;` outside braces and not escaped, -1 when there is none. */
function endOfWork(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const mark = text[index];
    if (mark === '\\') index += 1;
    else if (mark === '{') depth += 1;
    else if (mark === '}') depth -= 1;
    else if (mark === ';' && depth <= 0) return index;
  }
  return -1;
}

function itemOf(key: TypedKey, before: string, tail: string): CitationItem {
  const suppressAuthor = /(?:^|[\s([])-$/u.test(before);
  const prefix = plain(suppressAuthor ? before.slice(0, -1) : before);
  const { label, locator, length } = readLocator(tail);
  const suffix = plain(tail.slice(length));
  return {
    key: keyOf(key.typed),
    place: key.place,
    ...(prefix !== '' && { prefix }),
    ...(locator !== undefined && { locator, label }),
    ...(suffix !== '' && { suffix }),
    ...(suppressAuthor && { suppressAuthor }),
  };
}

/** Escapes and character references resolved, line ends as spaces. */
function plain(text: string): string {
  return decodeString(text.replace(/[ \t\r\n]+/gu, ' ')).trim();
}

/** Reads the works of a source line such as "@nsp2021, p. 3; @an2021", without places; none when it names no key. */
export function parseCitationItems(text: string): CitationItem[] {
  const keys: TypedKey[] = [];
  let done = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const end = endOfKey(text, at);
    if (at < done || end === undefined) continue;
    keys.push({ typed: text.slice(at, end), place: undefined, before: text.slice(done, at), after: '' });
    done = end;
  }
  return itemsOf(
    keys.map((key, index) => (index === keys.length - 1 ? { ...key, after: text.slice(done) } : key)),
  );
}

/** Offset after the key whose `@` stands at `at`; undefined when no key stands there. */
function endOfKey(text: string, at: number): number | undefined {
  if (at > 0 && isKeyCharacter(text.charCodeAt(at - 1))) return undefined;
  if (text[at + 1] === '{') {
    const braced = /\{[^\s{}]+\}/uy;
    braced.lastIndex = at + 1;
    return braced.test(text) ? braced.lastIndex : undefined;
  }
  const codeAt = (index: number): number | null => (index < text.length ? text.charCodeAt(index) : null);
  let end = at + 1;
  while (isKeyCharacter(codeAt(end)) || (end > at + 1 && isInnerMark(codeAt(end)) && continues(text, end)))
    end += 1;
  return end > at + 1 ? end : undefined;
}

function continues(text: string, mark: number): boolean {
  const next = text[mark + 1] ?? '';
  return (
    isKeyCharacter(next === '' ? null : next.charCodeAt(0)) ||
    (next === '/' && ':/'.includes(text[mark] ?? ' '))
  );
}
