import { boxAround, GraphicsState, type Box } from './graphics-state.ts';

/** What is known of a page before its content is read. */
export interface PageContent {
  /** In points. */
  readonly height: number;
  /** Marked-content ids that belong to pictures: their drawings are content. */
  readonly pictures: ReadonlySet<number>;
  /** Names of the resources that are bitmaps. */
  readonly bitmaps: ReadonlySet<string>;
}

/** A page's content after marking, and the marked-content ids that became artifacts. */
export interface MarkedContent {
  readonly text: string;
  readonly decoration: readonly number[];
  /** Where each picture stands on the page, by marked-content id. */
  readonly boxes: ReadonlyMap<number, Box>;
  readonly isChanged: boolean;
}

/** How artifacts begin, ISO 32000-1, table 330. */
const artifact = {
  header: '/Artifact <</Type /Pagination /Subtype /Header >>BDC',
  footer: '/Artifact <</Type /Pagination /Subtype /Footer >>BDC',
  layout: '/Artifact <</Type /Layout >>BDC',
} as const;
type ArtifactKind = keyof typeof artifact;

/** What of a page's height the margin at its head and at its foot may take. */
const marginShare = 0.12;
const paintPath = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
const paintObject = new Set(['Do', 'sh', 'EI']);
const showText = new Set(['Tj', 'TJ', "'", '"']);
const mcidPattern = /\/MCID (\d+)/;
const actualText = /(?<=^\/Span ?<<\s*\/ActualText <FEFF)(?:[0-9A-F]{4})+(?=>\s*>>\s*BDC$)/i;

/**
 * Reads a content stream as Skia writes it, an operator at the end of each line, and marks as artifacts what is
 * painted outside the structure, and what the structure holds but only decorates: backgrounds, borders, rules.
 * The space that stands for an unused soft hyphen is not shown any more, and none is left in a ligature's text: readers
 * would find them in the words.
 */
export function markDecoration(stream: string, page: PageContent): MarkedContent {
  const marker = new Marker(page);
  for (const line of stream.split('\n')) marker.read(line);
  const { lines, decoration, boxes, isChanged } = marker;
  return { text: lines.join('\n'), decoration, boxes, isChanged };
}

/** A marked-content sequence that is open. `mcid` is undefined for those that only replace text. */
interface Sequence {
  readonly start: number;
  readonly mcid: number | undefined;
  readonly isSoftHyphen: boolean;
  isContent: boolean;
}

class Marker {
  readonly lines: string[] = [];
  readonly decoration: number[] = [];
  readonly boxes = new Map<number, Box>();
  isChanged = false;
  readonly #graphics = new GraphicsState();
  readonly #page: PageContent;
  readonly #open: Sequence[] = [];
  /** How many of the open sequences belong to the structure, or are artifacts already. */
  #marked = 0;
  #pathStart: number | undefined;
  #textStart: number | undefined;
  #hasText = false;
  /** The artifact that was marked last: what is painted next joins it. */
  #last: { readonly end: number; readonly kind: ArtifactKind } | undefined;

  constructor(page: PageContent) {
    this.#page = page;
  }

  read(line: string): void {
    const operator = operatorOf(line);
    this.#graphics.read(line, operator);
    if (operator === 'BDC' || operator === 'BMC') this.#begin(line);
    else if (operator === 'EMC') this.#end(line);
    else if (this.#marked > 0) this.#readInside(line, operator);
    else this.#readOutside(line, operator);
  }

  #begin(line: string): void {
    const digits = mcidPattern.exec(line)?.[1];
    const isArtifact = line.startsWith('/Artifact');
    const mcid = digits === undefined ? undefined : Number(digits);
    const written = withoutSoftHyphens(line);
    if (written !== line) this.isChanged = true;
    this.#open.push({
      start: this.lines.length,
      mcid,
      isSoftHyphen: written === '',
      isContent: mcid === undefined || this.#page.pictures.has(mcid),
    });
    if (mcid !== undefined || isArtifact) this.#marked += 1;
    if (written !== '') this.lines.push(written);
  }

  #end(line: string): void {
    const sequence = this.#open.pop();
    if (sequence?.isSoftHyphen === true) return;
    this.lines.push(line);
    if (sequence === undefined) return;
    const opening = this.lines[sequence.start] ?? '';
    if (sequence.mcid !== undefined || opening.startsWith('/Artifact')) this.#marked -= 1;
    if (sequence.mcid === undefined || sequence.isContent) return;
    this.lines[sequence.start] = artifact.layout;
    this.decoration.push(sequence.mcid);
    this.isChanged = true;
  }

  #readInside(line: string, operator: string): void {
    if (showText.has(operator) || this.#isContentObject(line, operator)) {
      for (const sequence of this.#open) sequence.isContent = true;
    }
    this.#measure();
    const isUnused = operator === 'Tj' && this.#open.at(-1)?.isSoftHyphen === true;
    this.lines.push(isUnused ? line.replace(/<[0-9A-Fa-f]*> Tj$/, '<> Tj') : line);
  }

  #measure(): void {
    const painted = this.#graphics.takePainted();
    if (painted === undefined) return;
    for (const { mcid } of this.#open) {
      if (mcid === undefined || !this.#page.pictures.has(mcid)) continue;
      this.boxes.set(mcid, boxAround(this.boxes.get(mcid), painted));
    }
  }

  #isContentObject(line: string, operator: string): boolean {
    return operator === 'Do' && !this.#page.bitmaps.has(line.slice(1, line.indexOf(' ')));
  }

  #readOutside(line: string, operator: string): void {
    this.#noteStart(operator);
    this.lines.push(line);
    if (operator === 'ET' && this.#hasText) this.#wrapFrom(this.#textStart, this.#marginOfText());
    else if (paintObject.has(operator)) this.#wrapFrom(this.lines.length - 1, 'layout');
    else if (paintPath.has(operator)) this.#wrapFrom(this.#pathStart ?? this.lines.length - 1, 'layout');
    if (operator === 'n' || paintPath.has(operator)) this.#pathStart = undefined;
  }

  #noteStart(operator: string): void {
    if (operator === 'BT') {
      this.#textStart = this.lines.length;
      this.#hasText = false;
    } else if (operator === 're' || operator === 'm') this.#pathStart ??= this.lines.length;
    else if (showText.has(operator)) this.#hasText = true;
  }

  /** Text outside the structure stands in the margins: it is the running head or the folio. */
  #marginOfText(): ArtifactKind {
    const share = this.#graphics.textHeight / this.#page.height;
    if (share > 1 - marginShare) return 'header';
    return share < marginShare ? 'footer' : 'layout';
  }

  #wrapFrom(start: number | undefined, kind: ArtifactKind): void {
    if (start === undefined) return;
    if (this.#last?.end === start - 1 && this.#last.kind === kind) this.lines.splice(start - 1, 1);
    else this.lines[start] = `${artifact[kind]}\n${this.lines[start] ?? ''}`;
    this.#last = { end: this.lines.length, kind };
    this.lines.push('EMC');
    this.isChanged = true;
  }
}

/** The opening of a replaced text without its soft hyphens; nothing where it was no more than one. */
function withoutSoftHyphens(line: string): string {
  const text = actualText.exec(line)?.[0];
  if (text === undefined || !/00AD/i.test(text)) return line;
  const kept = (text.match(/.{4}/g) ?? []).filter((unit) => unit.toUpperCase() !== '00AD').join('');
  return kept === '' ? '' : line.replace(text, kept);
}

function operatorOf(line: string): string {
  if (line.endsWith('BDC')) return 'BDC';
  return line.slice(line.lastIndexOf(' ') + 1);
}
