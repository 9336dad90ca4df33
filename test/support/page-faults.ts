import { PDFDocument } from '@cantoo/pdf-lib';
import { getDocumentProxy } from 'unpdf';
import { readTree, type ContentKid, type Kid, type StructureNode } from '../../src/write/pdf/tree.ts';

/** A piece of text as it is painted: PDF points from the foot of the page, the page from 1. */
interface Run {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A block of the tag tree with the text that it paints, notes left out. */
interface Block {
  readonly role: string;
  readonly runs: readonly Run[];
  readonly isNote: boolean;
}

export interface PageFault {
  readonly kind:
    | 'widow'
    | 'orphan'
    | 'stranded heading'
    | 'lonely head'
    | 'lonely row'
    | 'overfull'
    | 'overlap'
    | 'caption apart'
    | 'empty page';
  readonly page: number;
  readonly text: string;
}

/** Right edge of the page area, 16 mm from the paper's, in points. */
const rightEdge = ((210 - 16) / 25.4) * 72;
const blockRole = /^(?:P|H[1-6]|LBody|TOCI|Caption|TH|TD|Note|Figure)$/u;

/** Typographic faults of a printed document, read from its text and its tags. */
export async function pageFaults(bytes: Uint8Array): Promise<PageFault[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const tree = readTree(document)?.kids ?? [];
  const { runs, pages } = await readRuns(bytes);
  for (const id of picturesIn(tree)) runs.set(id, [pictureRun(document, id)]);
  const runsOf = (kids: readonly Kid[]): Run[] => kids.flatMap((kid) => runsOfKid(kid, runs));
  const blocks = blocksOf(tree, runsOf);
  return [
    ...emptyPages(blocks, pages),
    ...blocks.flatMap(brokenLines),
    ...strandedHeadings(blocks),
    ...overfullLines(blocks),
    ...overlaps(blocks),
    ...elementsWith(tree, 'Table').flatMap((table) => tableFaults(table, runsOf)),
    ...elementsWith(tree, 'Div').flatMap((group) => pictureFaults(group, runsOf)),
  ];
}

type Runs = ReadonlyMap<string, readonly Run[]>;

/** Marked contents of pictures, which paint no text of their own. */
function picturesIn(tree: readonly Kid[]): string[] {
  return elementsWith(tree, 'Figure').flatMap(({ kids }) =>
    kids.flatMap((kid) => (kid.kind === 'content' ? [contentId(kid)] : [])),
  );
}

function contentId({ page, mcid }: ContentKid): string {
  return `p${page.objectNumber}R_mc${mcid}`;
}

/** What stands for a picture: a run without size. */
function pictureRun(document: PDFDocument, id: string): Run {
  const page = document.getPages().findIndex(({ ref }) => id.startsWith(`p${ref.objectNumber}R_`)) + 1;
  return { page, text: '', x: 0, y: 0, width: 0, height: 0 };
}

async function readRuns(bytes: Uint8Array): Promise<{ runs: Map<string, readonly Run[]>; pages: number }> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const runs = new Map<string, readonly Run[]>();
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent({ includeMarkedContent: true });
    const open: (string | undefined)[] = [];
    for (const item of items) {
      if ('str' in item) {
        const id = open.findLast((one) => one !== undefined);
        if (id === undefined || item.str.trim() === '') continue;
        const [, , , , x, y] = item.transform as number[];
        const run = { page, text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, height: item.height };
        runs.set(id, [...(runs.get(id) ?? []), run]);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.type === 'beginMarkedContentProps' ? item.id : undefined);
    }
  }
  return { runs, pages: pdf.numPages };
}

function runsOfKid(kid: Kid, runs: Runs): readonly Run[] {
  if (kid.kind === 'content') return runs.get(contentId(kid)) ?? [];
  if (kid.kind === 'object' || kid.role === 'Note') return [];
  return kid.kids.flatMap((inner) => runsOfKid(inner, runs));
}

/** Blocks of text in reading order, the deepest: a note stands apart from the block that it is in. */
function blocksOf(kids: readonly Kid[], runsOf: (kids: readonly Kid[]) => Run[]): Block[] {
  return kids.flatMap((kid) => {
    if (kid.kind !== 'element') return [];
    const inner = blocksOf(kid.kids, runsOf);
    if (!blockRole.test(kid.role) || inner.some(({ isNote }) => !isNote)) return inner;
    const own = { role: kid.role, runs: runsOf(kid.kids), isNote: kid.role === 'Note' };
    return own.runs.length > 0 ? [own, ...inner] : inner;
  });
}

/** Baselines of a block on a page; calls of notes stand on their line. */
function linesOn(runs: readonly Run[], page: number): number {
  const mine = runs.filter((run) => run.page === page);
  const tallest = Math.max(...mine.map(({ height }) => height));
  return new Set(mine.filter(({ height }) => height > tallest * 0.8).map(({ y }) => Math.round(y))).size;
}

function pagesOf(runs: readonly Run[]): number[] {
  return [...new Set(runs.map(({ page }) => page))];
}

function brokenLines({ role, runs, isNote }: Block): PageFault[] {
  const pages = pagesOf(runs);
  const [first] = pages;
  const last = pages.at(-1);
  if (
    isNote ||
    (role !== 'P' && role !== 'LBody') ||
    first === undefined ||
    last === undefined ||
    first === last
  )
    return [];
  const text = textOf(runs);
  return [
    ...(linesOn(runs, first) === 1 ? [{ kind: 'orphan', page: first, text } as const] : []),
    ...(linesOn(runs, last) === 1 ? [{ kind: 'widow', page: last, text } as const] : []),
  ];
}

function textOf(runs: readonly Run[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .slice(0, 60);
}

function strandedHeadings(blocks: readonly Block[]): PageFault[] {
  const inText = blocks.filter(({ isNote }) => !isNote);
  return inText.flatMap(({ role, runs }, index) => {
    const next = inText[index + 1];
    const page = runs.at(-1)?.page ?? 0;
    if (!/^H[1-6]$/u.test(role) || !next || next.runs[0]?.page === page) return [];
    return [{ kind: 'stranded heading', page, text: textOf(runs) } as const];
  });
}

function overfullLines(blocks: readonly Block[]): PageFault[] {
  return blocks.flatMap(({ runs }) =>
    runs
      .filter(({ x, width }) => x + width > rightEdge + 1)
      .map((run) => ({ kind: 'overfull', page: run.page, text: run.text }) as const),
  );
}

/** Texts of two blocks painted one over the other. */
function overlaps(blocks: readonly Block[]): PageFault[] {
  const all = blocks.flatMap((block) => block.runs.map((run) => ({ run, block })));
  return [...grouped(all, ({ run }) => run.page).values()].flatMap((placed) =>
    placed.flatMap((one, index) =>
      placed.slice(index + 1).flatMap((other): PageFault[] => {
        if (one.block === other.block || !touch(one.run, other.run)) return [];
        return [{ kind: 'overlap', page: one.run.page, text: `${one.run.text} / ${other.run.text}` }];
      }),
    ),
  );
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

function touch(one: Run, other: Run): boolean {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const along = Math.min(one.y + one.height * 0.6, other.y + other.height * 0.6) - Math.max(one.y, other.y);
  return across > 1 && along > 1;
}

function emptyPages(blocks: readonly Block[], pages: number): PageFault[] {
  const used = new Set(blocks.flatMap(({ runs, isNote }) => (isNote ? [] : pagesOf(runs))));
  return Array.from({ length: pages }, (_, index) => index + 1)
    .filter((page) => !used.has(page))
    .map((page) => ({ kind: 'empty page', page, text: '' }));
}

function elementsWith(kids: readonly Kid[], role: string): StructureNode[] {
  return kids.flatMap((kid) => {
    if (kid.kind !== 'element') return [];
    const inner = elementsWith(kid.kids, role);
    return kid.role === role ? [kid, ...inner] : inner;
  });
}

function tableFaults(table: StructureNode, runsOf: (kids: readonly Kid[]) => Run[]): PageFault[] {
  const rows = elementsWith(table.kids, 'TR').map((row) => runsOf(row.kids));
  const caption = elementsWith(table.kids, 'Caption').flatMap((one) => runsOf(one.kids));
  const [head, ...body] = rows.filter((runs) => runs.length > 0);
  if (!head) return [];
  const page = head[0]?.page ?? 0;
  const faults: PageFault[] = [];
  const text = textOf(head);
  if (body[0] && body[0][0]?.page !== page) faults.push({ kind: 'lonely head', page, text });
  if (caption.length > 0 && caption.at(-1)?.page !== page) faults.push({ kind: 'caption apart', page, text });
  const counts = grouped(body, (runs) => runs[0]?.page ?? 0);
  for (const [on, some] of counts)
    if (counts.size > 1 && some.length < 2) faults.push({ kind: 'lonely row', page: on, text });
  return faults;
}

function pictureFaults(group: StructureNode, runsOf: (kids: readonly Kid[]) => Run[]): PageFault[] {
  const part = (role: string): Run[] =>
    runsOf(group.kids.filter((kid) => kid.kind === 'element' && kid.role === role));
  const [picture, caption] = [part('Figure'), part('Caption')];
  const page = caption[0]?.page ?? 0;
  if (picture.length === 0 || caption.length === 0 || pagesOf([...picture, ...caption]).length === 1)
    return [];
  return [{ kind: 'caption apart', page, text: textOf(caption) }];
}
