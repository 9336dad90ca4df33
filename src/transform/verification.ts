import { worksInBrief } from '../cite/brief.ts';
import type { Sources } from '../core/evidence.ts';
import type { LedgerEntry, LedgerFigure } from '../core/ledger.ts';
import type { Note } from '../core/note.ts';
import type { Page, PageFigure, PageProof, PageSource } from '../core/page.ts';
import { formatQuantity } from '../quantity/format.ts';
import { setText, setTexts } from '../typography/set-text.ts';
import { definedOnly } from '../util/defined-only.ts';
import type { StatedFigure } from './statements.ts';

type Setter = (text: string) => string;

/** What lets a reader check each figure that the text states: its calculation, what that is made from, the sources. */
export function verificationOf(note: Note, stated: readonly StatedFigure[]): readonly PageFigure[] {
  const set = setterOf(note, stated);
  const sourcesOf = sourceReader(note, set);
  const proof = (figure: LedgerFigure): Omit<PageProof, 'value'> => ({
    id: figure.entry.id,
    ...definedOnly({
      label: figure.entry.label && set(figure.entry.label),
      calculation: calculationOf(figure, note, set),
    }),
    sources: sourcesOf(figure.entry),
  });
  const numbers = new Map(stated.map(({ figure, number }) => [figure, number]));
  return stated.map(({ figure, number, wordings, statements }): PageFigure => {
    const values = [...wordings].map(set);
    const { calculation = writtenValue(figure, values, set), ...rest } = proof(figure);
    return {
      number,
      value: values.join(' · '),
      ...rest,
      ...definedOnly({ calculation }),
      statements: statements.map(({ id, section }) => ({
        id,
        ...definedOnly({ section: section && set(section) }),
      })),
      inputs: figure.inputs.flatMap((id) => {
        const input = note.ledger.byId.get(id);
        if (!input) return [];
        return [
          { value: valueOf(input, note), ...definedOnly({ number: numbers.get(input) }), ...proof(input) },
        ];
      }),
    };
  });
}

/** Setting a text costs more than finding it again: the most of them are set at once. */
function setterOf({ meta: { lang }, ledger }: Note, stated: readonly StatedFigure[]): Setter {
  const texts = stated.flatMap(({ figure, wordings, statements }) => [
    ...wordings,
    ...statements.map(({ section }) => section),
    ...[figure, ...figure.inputs.map((id) => ledger.byId.get(id))].flatMap((one) => [
      one?.entry.label,
      one?.entry.value,
      one?.calculation?.[lang],
    ]),
  ]);
  const known = setTexts(
    texts.filter((text) => text !== undefined),
    lang,
  );
  return (text) => {
    const set = known.get(text) ?? setText(text, lang);
    known.set(text, set);
    return set;
  };
}

/** A reader has no use for the folders of the workspace. */
function calculationOf(
  { calculation, entry: { from } }: LedgerFigure,
  { meta }: Note,
  set: Setter,
): string | undefined {
  const text = calculation?.[meta.lang];
  const short = from === undefined ? text : text?.replace(`(${from})`, `(${from.replace(/^.*\//u, '')})`);
  return short && set(short);
}

/** The value of the ledger, where the text says it otherwise. */
function writtenValue({ entry }: LedgerFigure, stated: readonly string[], set: Setter): string | undefined {
  const written = entry.value && set(entry.value);
  return written && !stated.includes(written) ? written : undefined;
}

function valueOf({ quantity, entry }: LedgerFigure, { meta: { lang } }: Note): string {
  return quantity ? formatQuantity(quantity, { lang }) : (entry.value ?? entry.id);
}

/** Names each source as its reference begins. */
function sourceReader(
  { meta, bibliography, ledger }: Note,
  set: Setter,
): (entry: LedgerEntry) => PageSource[] {
  const keys = ledger.figures.flatMap(({ entry }) => entry.sourceItems.map(({ key }) => key));
  const briefs = worksInBrief(keys, bibliography, meta.lang);
  return ({ source, sourceItems }) => {
    if (source === undefined) return [];
    if (sourceItems.length === 0) return [typedSource(source, set)];
    return sourceItems.map(({ key }): PageSource => {
      const url = bibliography.byKey.get(key)?.csl['URL'];
      const locator = locatorOf(source, key, set);
      return {
        key,
        name: set(briefs.get(key) ?? '') || `@${key}`,
        ...definedOnly({ locator, url: typeof url === 'string' ? url : undefined }),
      };
    });
  };
}

/** A source in the author's words, or an address. */
function typedSource(source: string, set: Setter): PageSource {
  const isAddress = /^https?:\/\/\S+$/u.test(source);
  return isAddress ? { name: source, url: source } : { name: set(source.replace(/\.$/u, '')) };
}

/** What the ledger says after a key: "@senat2022, p. 51; @insee2022". */
function locatorOf(source: string, key: string, set: Setter): string | undefined {
  const rest = source.slice(source.indexOf(`@${key}`) + key.length + 1).split(/[;\]]/u, 1)[0] ?? '';
  const locator = rest.replace(/^[}\s,[]+/u, '').trim();
  return locator === '' ? undefined : set(locator);
}

/** The page with where each value was found in the copies of its sources, which are read while the page is made. */
export function withEvidence(page: Page, sources: Sources | undefined): Page {
  const pages = new Map(
    sources?.evidence.flatMap(({ kind, key, state, figure, passage }) =>
      kind === 'figure' && state === 'found' && figure && passage?.page
        ? [[`${figure} ${key}`, passage.page]]
        : [],
    ),
  );
  if (!page.verification || pages.size === 0) return page;
  const found = <Proof extends PageProof>(proof: Proof): Proof => ({
    ...proof,
    sources: proof.sources.map((source) => {
      const foundOn = pages.get(`${proof.id} ${source.key ?? ''}`);
      return { ...source, ...definedOnly({ foundOn }) };
    }),
  });
  const verification = page.verification.map((figure) => ({
    ...found(figure),
    inputs: figure.inputs.map(found),
  }));
  return { ...page, verification };
}
