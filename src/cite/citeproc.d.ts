declare module 'citeproc' {
  export interface System {
    retrieveLocale(lang: string): string;
    retrieveItem(id: string): unknown;
  }

  export interface EngineCitation {
    readonly citationID: string;
    readonly citationItems: readonly Readonly<Record<string, unknown>>[];
    readonly properties: { readonly noteIndex: number };
  }

  export interface Engine {
    readonly opt: { readonly development_extensions: Record<string, boolean> };
    setOutputFormat(name: string): void;
    readonly registry: { readonly ambigcites: object; readonly ambigresets: object };
    /** Empties the registry, then formats every citation in order: identifier, note, text. */
    rebuildProcessorState(
      citations: readonly EngineCitation[],
      format: string,
    ): readonly (readonly [string, number, string])[];
    makeBibliography():
      false | readonly [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]];
  }

  type Decoration = string | false | ((state: unknown, text: string) => string);

  interface Citeproc {
    readonly Engine: new (system: System, style: string, lang: string, forceLang: boolean) => Engine;
    readonly Output: { readonly Formats: Record<string, Readonly<Record<string, Decoration>>> };
    debug(message: string): void;
    error(message: string): void;
    stringCompare?: (a: string, b: string) => number;
  }

  const citeproc: Citeproc;
  export default citeproc;
}
