import type { Format, Kind } from './document.ts';
import type { Language } from './localized.ts';
import type { RuleLevel } from './note.ts';

/** The collective as every format shows it. Colours are `#rrggbb`. */
export interface Brand {
  readonly name: string;
  readonly site: string;
  readonly contact?: string;
  readonly social?: string;
  readonly about: string;
  readonly colours: {
    readonly primary: string;
    readonly ink: string;
    readonly accent: string;
    readonly positive: string;
  };
}

/** A newspaper that takes op-eds; lengths in signs, spaces included. */
export interface Outlet {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly maxSigns?: number;
  readonly minSigns?: number;
  /** What else it asks for, in words. */
  readonly demands?: readonly string[];
}

/** nsp.yaml after validation, defaults applied. */
export interface Settings {
  readonly brand: Brand;
  /** Address under which the artefacts are published, without a final slash. */
  readonly baseUrl?: string;
  readonly lang: Language;
  readonly template: string;
  readonly csl: string;
  readonly license?: string;
  readonly formats: Readonly<Record<Kind, readonly Format[]>>;
  /** Whether readers are shown how the figures were checked. */
  readonly verification: Readonly<Record<Kind, boolean>>;
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly outlets: readonly Outlet[];
  /** Globs of documents. */
  readonly documents: readonly string[];
  readonly people: string;
  /** Hosts of private networks that `--online` may ask. */
  readonly privateHosts?: readonly string[];
  /** Globs of other private files: no document may include them. */
  readonly privateFiles?: readonly string[];
}
