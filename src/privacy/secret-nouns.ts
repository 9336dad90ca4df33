import type { Localized } from '../core/localized.ts';
import type { Secret } from '../core/person.ts';

/** What is found, without saying whose: "le nom d’une personne non publique". */
export const secretNouns: Readonly<Record<Secret['kind'], Localized>> = {
  name: { fr: 'le nom d’une personne non publique', en: 'the name of a person who is not public' },
  surname: {
    fr: 'le nom de famille d’une personne non publique',
    en: 'the surname of a person who is not public',
  },
  email: {
    fr: 'l’adresse électronique d’une personne non publique',
    en: 'the e-mail of a person who is not public',
  },
  phone: {
    fr: 'le téléphone d’une personne non publique',
    en: 'the phone number of a person who is not public',
  },
  id: { fr: 'l’identifiant d’une personne non publique', en: 'the id of a person who is not public' },
};
