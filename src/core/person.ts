/**
 * A person as a reader may see them. A private person is here only as their public form: their name, e-mail,
 * phone and id stop at the reader of people.yaml and live on in `Secrets` alone.
 */
export interface PublicPerson {
  /** What is printed: "Lucie Castets", or the signature "Julie, administratrice civile au ministère de la santé". */
  readonly display: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly isPrivate: boolean;
}

/** What must reach no artefact, log or cache: the strings that the leak gate looks for. */
export interface Secret {
  readonly kind: 'name' | 'surname' | 'email' | 'phone' | 'id';
  readonly text: string;
}
