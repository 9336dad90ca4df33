import { pattern } from '../util/pattern.ts';

/** What is replaced, and by what; `$&` stands for the match. */
export type Replacement = readonly [RegExp, string];

/** A pattern of plain letters and classes, in capitals too: the flag `i` makes wide classes cost milliseconds. */
export function anyCase(source: string): string {
  return source.replace(/\[[^\]]*\]|\p{Ll}/gu, (part) => {
    const letters = part.startsWith('[') ? part.slice(1, -1) : part;
    return `[${letters}${letters.toUpperCase()}]`;
  });
}

const year = String.raw`(?:1[5-9]|20)\d{2}`;

/** En dashes in ranges that cannot be anything else: years, pages, and numbers followed by one of `units`. */
export function ranges(units: string): Replacement[] {
  return [
    [
      pattern(
        String.raw`(?<=(?<![\p{N}\p{L}./_-]|n[°º]\s?)${year})-(?=${year}(?![\p{N}\p{L}/_]|[-.,]\d|-\p{L}))`,
        'gu',
      ),
      '–',
    ],
    [pattern(String.raw`(?<=(?<!\p{L})(?:pp?\.|pages?)\s?\d{1,4})-(?=\d{1,4}(?![\d-]))`, 'giu'), '–'],
    [
      pattern(
        String.raw`(?<=(?<![\p{N}\p{L}.,/_-])\d{1,3}(?:,\d{1,4})?)-(?=\d{1,3}(?:[,.]\d{1,4})?\s?(?:${units})(?!\p{L}))`,
        'gu',
      ),
      '–',
    ],
  ];
}
