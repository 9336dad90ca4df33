import type { Finding } from '../core/finding.ts';
import type { Localized } from '../core/localized.ts';
import { ToolError } from '../core/tool-error.ts';
import { LineIndex } from '../util/line-index.ts';
import { decodeText } from './decode-text.ts';
import { findSecrets, type SecretIndex } from './secret-search.ts';
import { wordsOf } from './words.ts';

/** The text with the words of every secret as "…"; what stands between them stays, so that JSON stays JSON. */
export function hideSecrets(text: string, index: SecretIndex): string {
  let shown = text;
  // A name may be told from its likes by the word before it, which was hidden: what is shown is searched again.
  for (let next = hideOnce(shown, index); next !== shown; next = hideOnce(shown, index)) shown = next;
  return shown;
}

function hideOnce(text: string, index: SecretIndex): string {
  const decoded = decodeText(text);
  const plain = findSecrets(decoded, index).length > 0 ? decoded : text;
  const hits = findSecrets(plain, index);
  let shown = '';
  let end = 0;
  for (const hit of hits) {
    shown += plain.slice(end, hit.start) + hideWords(plain.slice(hit.start, hit.end));
    ({ end } = hit);
  }
  return shown + plain.slice(end);
}

function hideWords(secret: string): string {
  return wordsOf(secret).reduceRight(
    (text, { start, end }) => `${text.slice(0, start)}…${text.slice(end)}`,
    secret,
  );
}

/** The text with every line that holds a part of a secret left blank: what remains may be quoted in a report. */
export function blankSecretLines(text: string, index: SecretIndex): string {
  const places = new LineIndex(text);
  const blank = new Set<number>();
  for (const { start, end } of findSecrets(text, index)) {
    const { line, endLine } = places.placeOf(start, end);
    for (let number = line; number <= endLine; number++) blank.add(number);
  }
  const isTelling = (line: string): boolean => {
    const plain = decodeText(line);
    return plain !== line && findSecrets(plain, index).length > 0;
  };
  return text
    .split('\n')
    .map((line, row) => (blank.has(row + 1) || isTelling(line) ? '' : line))
    .join('\n');
}

/** A finding that repeats no secret, whatever its rule quotes. */
export function discreetFinding(finding: Finding, index: SecretIndex): Finding {
  const { message, help, expected, actual } = finding;
  return {
    ...finding,
    path: hideSecrets(finding.path, index),
    message: hideBoth(message, index),
    ...(help && { help: hideBoth(help, index) }),
    ...(expected !== undefined && { expected: hideSecrets(expected, index) }),
    ...(actual !== undefined && { actual: hideSecrets(actual, index) }),
  };
}

/** A fault of the tool that repeats no secret. */
export function discreetFault(fault: unknown, index: SecretIndex): unknown {
  if (!(fault instanceof ToolError)) return fault;
  const { kind, text, hint, cause } = fault;
  return new ToolError(kind, hideBoth(text, index), hint && hideBoth(hint, index), cause);
}

function hideBoth({ fr, en }: Localized, index: SecretIndex): Localized {
  return { fr: hideSecrets(fr, index), en: hideSecrets(en, index) };
}
