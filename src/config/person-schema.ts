import * as v from 'valibot';
import { described, email, text, textOrNumber } from './schema-fields.ts';

const fields = {
  name: v.exactOptional(described(text, 'prénom et nom', 'first name and surname')),
  role: v.exactOptional(described(text, 'fonction', 'role')),
  organisation: v.exactOptional(described(text, 'administration, organisme', 'administration, organisation')),
  // Without it a person is private: a name that is never printed can be printed later, not the other way round.
  public: v.exactOptional(
    described(
      v.boolean(),
      '`true` si le nom peut être imprimé ; sinon il ne paraît nulle part',
      '`true` when the name may be printed; otherwise it appears nowhere',
    ),
  ),
  signature: v.exactOptional(
    described(
      text,
      'ce qui est imprimé à la place du nom d’une personne non publique',
      'what is printed in place of the name of a person who is not public',
    ),
  ),
};

/** A person written in a document. */
export const inlinePersonSchema = v.strictObject(fields);

/** A person of people.yaml. */
export const personSchema = v.strictObject({
  id: described(textOrNumber, 'identifiant employé par les documents', 'id that documents use'),
  ...fields,
  email: v.exactOptional(
    described(email, 'adresse électronique, jamais imprimée', 'e-mail address, never printed'),
  ),
  phone: v.exactOptional(described(textOrNumber, 'téléphone, jamais imprimé', 'phone number, never printed')),
});

export type PersonFields = v.InferOutput<typeof personSchema>;
export type InlinePerson = v.InferOutput<typeof inlinePersonSchema>;
