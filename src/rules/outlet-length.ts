import type { Problem } from '../core/finding.ts';
import type { Language, Localized } from '../core/localized.ts';
import type { Note } from '../core/note.ts';
import type { Rule } from '../core/rule.ts';
import type { Outlet } from '../core/settings.ts';
import { fr } from '../util/french.ts';
import { formatInteger } from '../util/integer.ts';
import { countSigns } from '../util/signs.ts';

/** From this part of the limit on, the author is warned: desks do not count alike. */
const near = 0.98;
const outlets = [{ id: 'bref', name: 'Le Bref', minSigns: 10, maxSigns: 100 }];
const opEd = (length: number): string =>
  `---\ntitle: Bilan\nkind: op-ed\noutlet: bref\n---\n\n${'a'.repeat(length)}[^1]\n\n[^1]: Une note.\n`;

export const outletLength: Rule = {
  id: 'outlet/length',
  severity: 'error',
  summary: {
    fr: 'Le texte tient dans la longueur que prend le journal, en signes, espaces comprises, sans les notes.',
    en: 'The text fits the length that the newspaper takes, in signs, spaces included, without notes.',
  },
  examples: [
    { title: { fr: 'Assez court', en: 'Short enough' }, note: opEd(98), settings: { outlets }, expect: [] },
    {
      title: { fr: 'À la limite', en: 'At the limit' },
      note: opEd(99),
      settings: { outlets },
      expect: ['4:9'],
    },
    { title: { fr: 'Trop long', en: 'Too long' }, note: opEd(101), settings: { outlets }, expect: ['4:9'] },
    { title: { fr: 'Trop court', en: 'Too short' }, note: opEd(5), settings: { outlets }, expect: ['4:9'] },
  ],
  *check(note, { settings }) {
    const outlet = settings.outlets.find(({ id }) => id === note.meta.outlet);
    if (outlet === undefined) return;
    const signs = countSigns({ title: note.meta.title, summary: note.meta.summary, tree: note.tree }).body;
    const said = sayOf(signs, outlet);
    if (said) yield { place: placeOf(note), actual: String(signs), ...said };
  },
};

function placeOf({ metaPlace }: Note): Problem['place'] {
  return metaPlace(['outlet']);
}

function sayOf(signs: number, { name, maxSigns, minSigns }: Outlet): Omit<Problem, 'place'> | undefined {
  if (maxSigns !== undefined && signs > maxSigns) {
    return {
      message: localized((lang, number) =>
        lang === 'fr'
          ? fr`Le texte fait ${number(signs)} signes : ${name} n’en prend que ${number(maxSigns)}, espaces comprises.`
          : `The text is ${number(signs)} signs long: ${name} takes ${number(maxSigns)} at most, spaces included.`,
      ),
      expected: `≤ ${maxSigns}`,
      help: localized((lang, number) =>
        lang === 'fr'
          ? `Il faut en retirer ${number(signs - maxSigns)}.`
          : `Take out ${number(signs - maxSigns)}.`,
      ),
    };
  }
  if (maxSigns !== undefined && signs > maxSigns * near) {
    return {
      severity: 'warning',
      message: localized((lang, number) =>
        lang === 'fr'
          ? fr`Le texte fait ${number(signs)} signes, tout près des ${number(maxSigns)} que prend ${name}.`
          : `The text is ${number(signs)} signs long, very near the ${number(maxSigns)} that ${name} takes.`,
      ),
      help: {
        fr: fr`Gardez de la marge : le titre et la signature sont parfois comptés.`,
        en: 'Leave some room: the title and the signature are sometimes counted.',
      },
    };
  }
  if (minSigns === undefined || signs >= minSigns) return undefined;
  return {
    severity: 'warning',
    message: localized((lang, number) =>
      lang === 'fr'
        ? fr`Le texte fait ${number(signs)} signes : ${name} en attend au moins ${number(minSigns)}.`
        : `The text is ${number(signs)} signs long: ${name} wants at least ${number(minSigns)}.`,
    ),
    expected: `≥ ${minSigns}`,
  };
}

function localized(say: (lang: Language, number: (value: number) => string) => string): Localized {
  const of = (lang: Language): string => say(lang, (value) => formatInteger(value, lang));
  return { fr: of('fr'), en: of('en') };
}
