import { fr } from '../util/french.ts';
import type { PublicPerson, Secret } from '../core/person.ts';
import type { Localized } from '../core/localized.ts';
import { foldAccents } from '../util/fold-accents.ts';

/** A person as written in people.yaml, in a document or in a CSV of signatories. */
export interface TypedPerson {
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly public?: boolean;
  readonly signature?: string;
}

/** The form in which a person is printed; undefined when nothing is left to print. */
export function publicForm(person: TypedPerson): PublicPerson | undefined {
  const { role, organisation, signature } = person;
  if (person.public === true) {
    const display = person.name ?? signature;
    if (display === undefined) return undefined;
    return { display, ...(role && { role }), ...(organisation && { organisation }), isPrivate: false };
  }
  const display = signature ?? [role, organisation].filter((part) => part !== undefined).join(', ');
  return display === '' ? undefined : { display, isPrivate: true };
}

/** What must not be told of a person; nothing of a public one. */
export function secretsOf(person: TypedPerson): Secret[] {
  if (person.public === true) return [];
  const { name, email, phone, id } = person;
  const surname = name === undefined ? undefined : surnameOf(name);
  const secrets: readonly (Secret | undefined)[] = [
    name === undefined ? undefined : { kind: 'name', text: name },
    surname === undefined ? undefined : { kind: 'surname', text: surname },
    email === undefined ? undefined : { kind: 'email', text: email },
    phone === undefined ? undefined : { kind: 'phone', text: phone },
    id === undefined ? undefined : { kind: 'id', text: id },
  ];
  return secrets.filter((secret) => secret !== undefined);
}

/** Leaves out the surnames that a public person bears too: they tell nothing of anyone. */
export function withoutPublicSurnames(secrets: readonly Secret[], publicNames: readonly string[]): Secret[] {
  const borne = new Set(publicNames.map((name) => foldAccents(surnameOf(name) ?? '')));
  return secrets.filter(({ kind, text }) => kind !== 'surname' || !borne.has(foldAccents(text)));
}

/** Whether the printed form of a private person gives away their name, e-mail or phone. */
export function givesAway(person: TypedPerson, form: PublicPerson): boolean {
  if (!form.isPrivate) return false;
  const display = foldAccents(form.display);
  return secretsOf(person).some(({ kind, text }) => {
    if (kind === 'id') return false;
    if (kind !== 'surname') return display.includes(foldAccents(text));
    return (
      display
        .split(/[^\p{L}\p{N}'-]+/u)
        .join(' ')
        .split(' ')
        .includes(foldAccents(text)) && isCapital(form.display, text)
    );
  });
}

/** A surname that is a common word too counts only where it has its capital. */
function isCapital(display: string, surname: string): boolean {
  const start = foldAccents(display).indexOf(foldAccents(surname));
  return /\p{Lu}/u.test(display.slice(start, start + 1)) && foldAccents(surname).length > 1;
}

const particles = new Set([
  'de',
  'du',
  'des',
  'le',
  'la',
  'les',
  "d'",
  'd’',
  'von',
  'van',
  'der',
  'den',
  'el',
  'al',
  'ben',
  'di',
  'da',
  'dos',
]);

/** Surname of a full name: its words in capitals, else its last word with the particles before it. */
export function surnameOf(name: string): string | undefined {
  const words = name.trim().split(/\s+/u);
  if (words.length < 2) return undefined;
  const capitals = words.filter(
    (word) => word.length > 1 && /\p{Lu}/u.test(word) && word === word.toUpperCase(),
  );
  if (capitals.length > 0 && capitals.length < words.length) return capitals.join(' ');
  let start = words.length - 1;
  while (start > 1 && particles.has((words[start - 1] ?? '').toLowerCase())) start -= 1;
  return words.slice(start).join(' ');
}

/** Says that a person has nothing printable; never who it is. */
export const unprintable: { readonly message: Localized; readonly help: Localized } = {
  message: {
    fr: 'Rien de cette personne ne peut être imprimé.',
    en: 'Nothing of this person may be printed.',
  },
  help: {
    fr: fr`Donnez-lui une « signature », une fonction (« role ») ou un organisme (« organisation ») ; ou « public: true » si son nom peut paraître.`,
    en: 'Give a "signature", a "role" or an "organisation"; or "public: true" if the name may appear.',
  },
};

/** Says that a printed form gives a private person away; never who it is. */
export const givenAway: { readonly message: Localized; readonly help: Localized } = {
  message: {
    fr: 'La signature de cette personne non publique dévoile son nom ou ses coordonnées.',
    en: 'The signature of this person, who is not public, gives away their name or how to reach them.',
  },
  help: {
    fr: 'Gardez le prénom et la fonction, ôtez le reste.',
    en: 'Keep the first name and the role, take out the rest.',
  },
};
