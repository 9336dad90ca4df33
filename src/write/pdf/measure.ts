import { array, number, object, parse, picklist, string, tuple } from 'valibot';
import type { InferOutput } from 'valibot';
import type { Prepare } from '../../core/writer.ts';
import { pageScript } from './page-script.ts';

const measurementSchema = object({
  /** Page of each element that the contents name, from 1. */
  pages: array(tuple([string(), number()])),
  /** Page of each element that a reference names, from 1. */
  references: array(tuple([string(), number()])),
  /** Every heading in reading order, its text in one line. */
  headings: array(string()),
  /** Every link in reading order. `target` is an id for links within the document. */
  links: array(object({ kind: picklist(['internal', 'external']), target: string(), text: string() })),
});

/** What the page tells of itself just before it is printed. */
export type Measurement = InferOutput<typeof measurementSchema>;
export type PageLink = Measurement['links'][number];

/** Pages that an earlier print has shown, by id: they overrule what is measured. */
export type KnownPages = ReadonlyMap<string, number>;

/** Measures a page, writes the page numbers of its contents, and defines the counter style `running-head`. */
export function measuring(known: KnownPages, tell: (measurement: Measurement) => void): Prepare {
  return {
    source: pageScript,
    argument: [...known],
    result: (value) => {
      tell(parse(measurementSchema, value));
    },
  };
}
