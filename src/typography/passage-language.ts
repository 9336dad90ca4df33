import type { Language } from '../core/localized.ts';

/** Words that one language uses all the time and the other does not have. */
const signs: Readonly<Record<Language, RegExp>> = {
  en: /(?<![\p{L}’'])(?:the|of|and|to|is|are|was|were|that|for|with|by|this|from|which|has|have|its|their)(?![\p{L}’'])/giu,
  fr: /(?<!\p{L})(?:(?:le|la|les|de|des|du|et|un|une|que|qui|pour|dans|est|sont|par|au|aux|sur)(?![\p{L}’'])|(?:[cdjlmnst]|qu)’(?=\p{L}))/giu,
};
const other: Readonly<Record<Language, Language>> = { fr: 'en', en: 'fr' };
/** Below it, a word may be a coincidence or a loan. */
const fewestSigns = 2;
const quotation = /«[^«»]{12,4000}»|“[^“”]{12,4000}”/gu;

/** Tells the language at an offset of a block of `lang`: quotations in the other language are told by their small words. */
export function languageAt(block: string, lang: Language): (offset: number) => Language {
  const count = countOf(block, other[lang]);
  if (count < fewestSigns) return () => lang;
  if (count > countOf(block, lang)) return () => other[lang];
  const foreign = Array.from(block.matchAll(quotation), ({ 0: text, index }) => ({ text, index }))
    .filter(({ text }) => isOther(text, lang))
    .map(({ text, index }) => ({ start: index, end: index + text.length }));
  if (foreign.length === 0) return () => lang;
  return (offset) => (foreign.some(({ start, end }) => offset >= start && offset < end) ? other[lang] : lang);
}

function isOther(text: string, lang: Language): boolean {
  const count = countOf(text, other[lang]);
  return count >= fewestSigns && count > countOf(text, lang);
}

function countOf(text: string, lang: Language): number {
  return text.match(signs[lang])?.length ?? 0;
}
