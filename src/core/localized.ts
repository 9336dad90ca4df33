/** The languages that nsp speaks: its messages, and the documents it sets. */
export type Language = 'fr' | 'en';

/** One text in every language of the messages. French first: it is our users' language. */
export type Localized = Readonly<Record<Language, string>>;
