declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Runs the one parser registered for `type`: no guess at the type, so no address is ever fetched. */
      data(input: unknown, type: string): unknown;
    };
  };
}

declare module '@citation-js/plugin-bibtex';
