import { laterQualifierPhrases, qualifierPhrases, type Qualifier } from '../quantity/qualifier.ts';

const more: Readonly<Record<Qualifier, string>> = {
  about:
    "pas loin de|pas loin d'|tout près de|près du|près des|autour des|aux alentours des|avoisine|avoisinent|avoisinait|avoisinant|environ les|quelque chose comme|une bonne|un bon|guère plus de|guère plus d'|guère moins de|un peu moins ou un peu plus de|approximately|something like|an estimated|in the region of|getting on for|more or less|virtually|as good as",
  'more-than':
    "plus du|plus des|un peu plus du|un peu plus des|bien plus du|bien plus d'|nettement plus d'|largement plus de|dépassait|dépassaient|dépassé|dépasse les|dépasse le|dépassent les|excède|excèdent|excédant|franchi les|franchit les|franchissent les|franchi la barre des|franchit la barre des|franchi le cap des|franchit le cap des|au-dessus de|supérieurs à|supérieures à|a little over|a little more than|slightly more than|slightly over|slightly above|well above|better than|better than a|in excess of|north of|exceeded|topped|surpassed|passed|beyond",
  'at-least': 'rien de moins que|à tout le moins|au bas mot',
  'less-than':
    "moins du|moins des|un peu moins du|un peu moins des|bien moins de|bien moins d'|nettement moins de|nettement moins d'|en dessous de|sous les|sous la barre des|inférieurs à|inférieures à|juste sous|a little under|a little less than|slightly less than|slightly under|slightly below|well under|well below|just below|just shy of|shy of|short of",
  'at-most':
    'presque les|quasi|tout juste|frôle|frôlent|frôlait|frôlé|approche|approchent|approchait|approchant|approche les|approaching|only just|not quite|as many as|as much as|at the most|scarcely',
};

const phrases = new Map<string, Qualifier>(qualifierPhrases);
for (const [qualifier, list] of Object.entries(more) as [Qualifier, string][])
  for (const phrase of list.split('|')) phrases.set(phrase, qualifier);

export interface Bound {
  readonly qualifier: Qualifier;
  /** Where its phrase begins, or ends for one that follows its number. */
  readonly at: number;
}

const longest = 34;
const glued = /^(?:d'|du(?= )|des(?= ))/;

/** The longest phrase that bounds the number at `start`, in a folded text: "près de", "moins d'". */
export function boundBefore(folded: string, start: number): Bound | undefined {
  const low = Math.max(0, start - longest);
  const own = glued.exec(folded.slice(start, start + 4))?.[0] ?? '';
  const head = (folded.slice(low, start) + own).trimEnd();
  for (let index = 0; index < head.length; index++) {
    if (/[a-zà-ÿœ]/.test(head[index - 1] ?? '') || (index === 0 && low > 0)) continue;
    const qualifier = phrases.get(head.slice(index));
    if (qualifier !== undefined && !isCompared(head.slice(0, index)) && !isSpread(head, index))
      return { qualifier, at: Math.min(low + index, start) };
  }
  return undefined;
}

/** "spread over 95 clerks": there "over" bounds nothing. */
function isSpread(head: string, index: number): boolean {
  return (
    head.slice(index) === 'over' &&
    /(?:spread|shared|divided|split|paid|across|rolled|years?|months?|\d[mbn]{0,2}) $/.test(
      head.slice(0, index),
    )
  );
}

/** "deux fois plus de 300": there "plus de" bounds nothing. */
function isCompared(head: string): boolean {
  return /\b(?:fois|times|pas|ni|beaucoup|%) $/.test(head);
}

/** The phrase that bounds the number which ends at `end`: "environ", "ou plus". */
export function boundAfter(folded: string, end: number): Bound | undefined {
  const rest = /^ ?([a-zà-ÿ]+(?: [a-zà-ÿ]+){0,3})/.exec(folded.slice(end, end + 24));
  const words = rest?.[1]?.split(' ') ?? [];
  for (let count = Math.min(3, words.length); count > 0; count--) {
    const phrase = words.slice(0, count).join(' ');
    const qualifier = laterQualifierPhrases.get(phrase);
    if (qualifier !== undefined) return { qualifier, at: end + 1 + phrase.length };
  }
  return undefined;
}
