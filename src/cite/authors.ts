import type { CslName, Reference } from '../core/bibliography.ts';
import type { Language } from '../core/localized.ts';

/** The authors as a sentence names them: "Dupont", "Dupont et Martin", "Dupont et al."; '' when there is none. */
export function authorsInText(reference: Reference | undefined, lang: Language): string {
  const names = namesOf(reference?.csl['author']);
  const editors = names.length > 0 ? names : namesOf(reference?.csl['editor']);
  const [first = '', second] = editors;
  if (editors.length > 2) return `${first} et al.`;
  return second === undefined ? first : `${first} ${lang === 'fr' ? 'et' : 'and'} ${second}`;
}

function namesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return (value as CslName[]).map(shortName).filter((name) => name !== '');
}

function shortName(name: CslName): string {
  const { family, given, literal } = name;
  if (family === undefined) return literal ?? given ?? '';
  const particle = name['non-dropping-particle'];
  return particle === undefined ? family : `${particle}${/['’]$/u.test(particle) ? '' : ' '}${family}`;
}
