import { anyCase } from './shared.ts';
import { pattern } from '../util/pattern.ts';

const address = String.raw`(?:[A-Za-z][A-Za-z0-9+.-]{1,15}:\/\/|${anyCase('www')}\.|${anyCase('mailto')}:|${anyCase('doi')}:)[^\s<>"«»“”]+`;
const email = String.raw`(?<![\p{L}\p{N}_.+-])[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+`;
const query = String.raw`(?<!\S)[^\s?]+\?[\w-]+=\S*`;
const handle = String.raw`(?<![\p{L}\p{N}_])@[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?~/-]*[\p{L}\p{N}_])?`;
const ending = anyCase(
  'fr|org|com|net|eu|info|io|be|ch|ca|int|gov|edu|md|csv|pdf|bib|ya?ml|json|html?|docx|png|jpe?g|svg|txt|css|js',
);
const domain = String.raw`(?<![\p{L}\p{N}_./-])(?:[\p{L}\p{N}_-]+[./])+(?:${ending})(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])(?:\/[^\s<>"«»“”]*)?`;

const untouchable = pattern([address, email, query, handle, domain, '\ufffc'].join('|'), 'gu');

/** Ranges that typography leaves as typed: addresses, e-mails, handles and keys, file and domain names. */
export function* untouchableRanges(text: string): Generator<{ start: number; end: number }> {
  for (const { 0: found, index } of text.matchAll(untouchable)) {
    const kept = found === '\ufffc' ? found : withoutTail(found);
    if (kept !== '') yield { start: index, end: index + kept.length };
  }
}

/** An address ends before the punctuation of its sentence, and before a bracket that it did not open. */
function withoutTail(address: string): string {
  const opens = address.includes('(');
  let end = address.length;
  while (end > 0) {
    const last = address.charAt(end - 1);
    if (!(last === ')' && !opens) && !/[.,;:!?…'’\]}]/u.test(last)) break;
    end--;
  }
  return address.slice(0, end);
}
