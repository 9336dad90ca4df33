/** A file to be saved below the output folder: `slug/slug.pdf`. Writers make outputs; one place saves them. */
export interface Output {
  readonly path: string;
  readonly data: Uint8Array;
  /** What its writer held it against, where it did. */
  readonly checks?: Checks;
}

/** Names of checks, in the order in which they were made. */
export interface Checks {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
}

/** A file that was saved, its bytes let go. */
export interface Artefact {
  readonly path: string;
  /** Its length. */
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly checks?: Checks;
}
