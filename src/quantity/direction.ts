import type { Language } from '../core/localized.ts';

/** The words just before and after a number, in its sentence. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** What stands for the words around the number that a ledger's entry states: its name and its label. */
export function surroundingsOf(entry: {
  readonly id: string;
  readonly label?: string | undefined;
}): Surroundings {
  return { before: `${entry.id} ${entry.label ?? ''}`, after: '' };
}

/** Stems of the words that say a number falls or rises: "une baisse de 12 %", "a perdu 3 points". */
const stems: Readonly<Record<Language, { readonly fall: string; readonly rise: string }>> = {
  fr: {
    fall:
      'baiss amput chut contract déclin décro décru déficit dégringol diminu dispar effondr fond inférieur manqu ' +
      'perd perte recul rédui réduct régress repli retir rétract rogn suppr tomb',
    rise: 'accro accru augment bond crois croî crû excédent gagn gain grimp hauss mont progress supérieur',
  },
  en: {
    fall:
      'below cut declin decreas deficit down drop fall fell lose losing loss lost lower plung reduc shrank shrink ' +
      'shrunk slump',
    rise: 'above climb gain grew grow higher increas jump rise risen rising rose surplus up',
  },
};

/** After a number these words say it too; before it they bound it: "plus de 12 %". */
const comparatives: Readonly<Record<Language, { readonly fall: string; readonly rise: string }>> = {
  fr: { fall: 'moins', rise: 'plus' },
  en: { fall: 'fewer less', rise: 'more' },
};

const patterns = { fr: patternsOf('fr'), en: patternsOf('en') };

function patternsOf(lang: Language): { readonly any: RegExp; readonly next: RegExp } {
  const words = ({ fall, rise }: { fall: string; rise: string }): string =>
    `(${fall.replaceAll(' ', '|')})|(?:${rise.replaceAll(' ', '|')})`;
  const { fall, rise } = comparatives[lang];
  const after = words({ fall: `${stems[lang].fall} ${fall}`, rise: `${stems[lang].rise} ${rise}` });
  return {
    any: new RegExp(`(?<!\\p{L})(?:${words(stems[lang])})`, 'giu'),
    next: new RegExp(`^\\s*(?:(?:de|en|of|in)\\s+)?(?:${after})`, 'iu'),
  };
}

/** Whether a number without sign is said to fall, by its own words, those before it, or those right after. */
export function saysFall(text: string, around: Surroundings, lang: Language): boolean {
  const { any, next } = patterns[lang];
  const said = [...text.matchAll(any)].at(-1) ?? [...around.before.matchAll(any)].at(-1);
  return (said ?? next.exec(around.after))?.[1] !== undefined;
}
