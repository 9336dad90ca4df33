/** A file to be saved below the output folder: `slug/slug.pdf`. Writers make outputs; one place saves them. */
export interface Output {
  readonly path: string;
  readonly data: Uint8Array;
}
