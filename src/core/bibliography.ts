import type { Place } from './place.ts';

/** A name of CSL-JSON 1.0.2. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly 'non-dropping-particle'?: string;
  readonly 'dropping-particle'?: string;
  readonly suffix?: string;
}

export interface CslDate {
  readonly 'date-parts'?: readonly (readonly (number | string)[])[];
  readonly raw?: string;
  readonly literal?: string;
}

/** An item of CSL-JSON 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html). */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

/** One entry of a bibliography, with the place of its key in its file. */
export interface Reference {
  readonly key: string;
  readonly csl: CslItem;
  readonly path: string;
  readonly place: Place | undefined;
  /** Key of the work that it takes fields from, as a paper does from its proceedings. */
  readonly whole?: string;
}

/** Every entry in file order, duplicates included; `byKey` holds the first of each key. */
export interface Bibliography {
  readonly entries: readonly Reference[];
  readonly byKey: ReadonlyMap<string, Reference>;
}
