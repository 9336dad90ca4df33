import type { Language } from '../core/localized.ts';

const invariable = new Set(
  'temps mois fois cas repas pays corps avis accès procès succès décès bras dos gaz prix voix choix croix taux cursus campus cours recours parcours concours progrès congrès relais tiers bus'.split(
    ' ',
  ),
);

const irregular: Readonly<Record<string, string>> = {
  travaux: 'travail',
  baux: 'bail',
  yeux: 'œil',
  people: 'person',
  persons: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
};

/** A counted noun with each of its words in the singular and lower case, so that "lits" and "lit" are one unit. */
export function singularNoun(noun: string, lang: Language): string {
  return noun
    .normalize('NFC')
    .split(/([\s\u00A0\u202F-])/u)
    .map((word) => singularWord(word, lang))
    .join('')
    .replace(/[\s\u00A0\u202F]+/gu, ' ')
    .replaceAll('’', "'");
}

function singularWord(word: string, lang: Language): string {
  if (isAcronym(word)) return word;
  const lower = word.toLowerCase();
  if (invariable.has(lower) || lower.length < 3) return lower;
  if (Object.hasOwn(irregular, lower)) return irregular[lower] ?? lower;
  return lang === 'fr' ? frenchSingular(lower) : englishSingular(lower);
}

function frenchSingular(word: string): string {
  if (/(?:eaux|eux|oux)$/u.test(word)) return word.slice(0, -1);
  if (word.endsWith('aux') && word.length > 4) return `${word.slice(0, -3)}al`;
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function englishSingular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sses|xes|ches|shes)$/u.test(word)) return word.slice(0, -2);
  return /[^su]s$/u.test(word) ? word.slice(0, -1) : word;
}

/** "ETP", "CDD", "km", "m²": written alike whatever the count. */
function isAcronym(word: string): boolean {
  return /^[\p{Lu}\d]{2,}$/u.test(word) || word.length < 3;
}

/** A one-word noun agreeing with its count ("1 agent", "2 agents"); longer ones are left as written. */
export function agreeNoun(noun: string, isPlural: boolean, lang: Language): string {
  if (!/^\p{Ll}{3,}$/u.test(noun) || invariable.has(noun)) return noun;
  const singular = singularWord(noun, lang);
  if (!isPlural) return noun.endsWith('s') && noun.slice(0, -1) === singular ? singular : noun;
  return /[sxz]$/u.test(noun) || singular !== noun || Object.values(irregular).includes(noun)
    ? noun
    : pluralWord(noun, lang);
}

function pluralWord(noun: string, lang: Language): string {
  if (lang === 'en')
    return /(?:ch|sh)$/u.test(noun) ? `${noun}es` : noun.replace(/([^aeiou])y$/u, '$1ie') + 's';
  if (noun.endsWith('al')) return `${noun.slice(0, -2)}aux`;
  return noun.endsWith('eau') ? `${noun}x` : `${noun}s`;
}
