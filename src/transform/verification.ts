import type { Paragraph, PhrasingContent, Root } from 'mdast';
import type { AsideCitation } from '../cite/format.ts';
import type { LedgerEntry, LedgerFigure } from '../core/ledger.ts';
import type { Sources } from '../core/evidence.ts';
import type { Note } from '../core/note.ts';
import type { Page, PageFigure, PagePhrase, PageProof, PageSource } from '../core/page.ts';
import { formatQuantity } from '../quantity/format.ts';
import { setText } from '../typography/set-text.ts';
import { setTree } from '../typography/set-tree.ts';
import { definedOnly } from '../util/defined-only.ts';
import type { ResolvedAside } from './notes.ts';
import type { StatedFigure } from './statements.ts';
import { toHastRoot, type HastContext } from './to-hast.ts';

/** The sources of figures, each once, by what the ledger writes. */
export type FigureSources = ReadonlyMap<string, AsideCitation>;

/** The sources of figures and of what they are computed from. */
export function sourcesOf(figures: readonly LedgerFigure[], { ledger }: Note): FigureSources {
  const sources = new Map<string, AsideCitation>();
  for (const { entry } of figures.flatMap((figure) => [figure, ...inputsOf(figure, ledger)])) {
    if (entry.source !== undefined && entry.sourceItems.length > 0)
      sources.set(entry.source, { items: entry.sourceItems });
  }
  return sources;
}

function inputsOf({ inputs }: LedgerFigure, { byId }: Note['ledger']): LedgerFigure[] {
  return inputs.flatMap((id) => byId.get(id) ?? []);
}

interface Statements {
  readonly stated: readonly StatedFigure[];
  readonly sources: FigureSources;
  /** The sources formatted, in their order. */
  readonly formatted: readonly ResolvedAside[];
}

/** What lets a reader check each figure that the text states: its calculation, what that is made from, the sources. */
export function verificationOf(
  note: Note,
  { stated, sources, formatted }: Statements,
  context: HastContext,
): readonly PageFigure[] {
  const { lang } = note.meta;
  const set = (text: string): string => setText(text, lang);
  const sourceOf = sourceReader(note, { sources, formatted }, context);
  const proof = (figure: LedgerFigure): Omit<PageProof, 'value'> => {
    const { entry } = figure;
    const label = entry.label && set(entry.label);
    return {
      id: entry.id,
      ...definedOnly({ label, calculation: calculationOf(figure, note), source: sourceOf(entry) }),
    };
  };
  const numbers = new Map(stated.map(({ figure, number }) => [figure, number]));
  return stated.map(({ figure, number, section, wordings, statements }): PageFigure => {
    const values = [...wordings].map(set);
    const { calculation = writtenValue(figure, values, set), ...rest } = proof(figure);
    return {
      number,
      value: values.join(' · '),
      ...rest,
      ...definedOnly({ calculation, section: section && set(section) }),
      statements: statements.map(({ id, heading }) => ({
        id,
        ...definedOnly({ heading: heading && set(heading) }),
      })),
      inputs: inputsOf(figure, note.ledger).map((input) => ({
        value: valueOf(input, note),
        ...definedOnly({ number: numbers.get(input) }),
        ...proof(input),
      })),
    };
  });
}

/** A reader has no use for the folders of the workspace. */
function calculationOf({ calculation, entry: { from } }: LedgerFigure, { meta }: Note): string | undefined {
  const text = calculation?.[meta.lang];
  const short = from === undefined ? text : text?.replace(`(${from})`, `(${from.replace(/^.*\//u, '')})`);
  return short && setText(short, meta.lang);
}

/** The page with where each value was found in the copies of its sources, which are read while the page is made. */
export function withEvidence(page: Page, sources: Sources | undefined): Page {
  const pages = new Map(
    sources?.evidence.flatMap(({ kind, state, figure, passage }) =>
      kind === 'figure' && state === 'found' && figure && passage?.page ? [[figure, passage.page]] : [],
    ),
  );
  if (!page.verification || pages.size === 0) return page;
  const found = <Proof extends PageProof>(proof: Proof): Proof => {
    const foundOn = pages.get(proof.id);
    return proof.source && foundOn ? { ...proof, source: { ...proof.source, foundOn } } : proof;
  };
  const verification = page.verification.map((figure) => ({
    ...found(figure),
    inputs: figure.inputs.map(found),
  }));
  return { ...page, verification };
}

/** The value of the ledger, where the text says it otherwise. */
function writtenValue(
  { entry }: LedgerFigure,
  stated: readonly string[],
  set: (text: string) => string,
): string | undefined {
  const written = entry.value && set(entry.value);
  return written && !stated.includes(written) ? written : undefined;
}

function valueOf({ quantity, entry }: LedgerFigure, { meta: { lang } }: Note): string {
  return quantity ? formatQuantity(quantity, { lang }) : (entry.value ?? entry.id);
}

function sourceReader(
  note: Note,
  { sources, formatted }: Pick<Statements, 'sources' | 'formatted'>,
  context: HastContext,
): (entry: LedgerEntry) => PageSource | undefined {
  const phrases = setPhrases(
    formatted.flatMap(({ full, short }) => [full, short]),
    note,
    context,
  );
  const ranks = new Map([...sources.keys()].map((source, index) => [source, index]));
  return ({ source }) => {
    if (source === undefined) return undefined;
    const rank = ranks.get(source);
    const full = rank === undefined ? undefined : phrases[2 * rank];
    const short = rank === undefined ? undefined : phrases[2 * rank + 1];
    if (full && short) return { full, short };
    const [typed] = setPhrases([typedSource(source)], note, context);
    return typed && { full: typed, short: typed };
  };
}

/** A source in the author's words, or an address. */
function typedSource(source: string): PhrasingContent[] {
  const text: PhrasingContent = { type: 'text', value: source.replace(/\.$/u, '') };
  return /^https?:\/\/\S+$/u.test(source) ? [{ type: 'link', url: source, children: [text] }] : [text];
}

/** All at once: making a tree costs more than what is in it. */
function setPhrases(
  phrases: readonly PhrasingContent[][],
  { meta }: Note,
  context: HastContext,
): PagePhrase[] {
  const paragraphs = phrases.map((children): Paragraph => ({ type: 'paragraph', children }));
  const tree: Root = { type: 'root', children: paragraphs };
  setTree(tree, meta.lang);
  const set = toHastRoot(structuredClone(tree), context).children.filter((node) => node.type === 'element');
  return paragraphs.map(({ children }, index) => ({
    mdast: children,
    hast: set[index]?.children ?? [],
  }));
}
