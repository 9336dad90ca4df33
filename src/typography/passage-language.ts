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

/** Tells the language at an offset of a block of `lang`: passages in the other language are told by their small words. */
export function languageAt(block: string, lang: Language): (offset: number) => Language {
  if (countOf(block, other[lang]) < fewestSigns) return () => lang;
  const rest = isOther(block.replace(quotation, ''), lang) ? other[lang] : lang;
  const quotations = Array.from(block.matchAll(quotation), ({ 0: text, index }) => {
    return { start: index, end: index + text.length, lang: isOther(text, lang) ? other[lang] : lang };
  });
  return (offset) => quotations.find(({ start, end }) => offset >= start && offset < end)?.lang ?? rest;
}

function isOther(text: string, lang: Language): boolean {
  const count = countOf(text, other[lang]);
  return count >= fewestSigns && count > countOf(text, lang);
}

function countOf(text: string, lang: Language): number {
  return text.match(signs[lang])?.length ?? 0;
}
