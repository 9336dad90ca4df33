/** What is known of a page before its content is read. */
export interface PageContent {
  /** Marked-content ids that belong to pictures: their drawings are content. */
  readonly pictures: ReadonlySet<number>;
  /** Names of the resources that are bitmaps. */
  readonly bitmaps: ReadonlySet<string>;
}

/** A page's content after marking, and the marked-content ids that became artifacts. */
export interface MarkedContent {
  readonly text: string;
  readonly decoration: readonly number[];
  readonly isChanged: boolean;
}

const beginArtifact = '/Artifact BMC';
const paintPath = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
const paintObject = new Set(['Do', 'sh', 'EI']);
const showText = new Set(['Tj', 'TJ', "'", '"']);
const mcidPattern = /\/MCID (\d+)/;
const softHyphen = /^\/Span ?<<\s*\/ActualText <FEFF00AD>\s*>>\s*BDC$/i;

/**
 * Reads a content stream as Skia writes it, an operator at the end of each line, and marks as artifacts what is
 * painted outside the structure, and what the structure holds but only decorates: backgrounds, borders, rules.
 * The space that stands for an unused soft hyphen is not shown any more: readers would extract it.
 */
export function markDecoration(stream: string, page: PageContent): MarkedContent {
  const marker = new Marker(page);
  for (const line of stream.split('\n')) marker.read(line);
  return { text: marker.lines.join('\n'), decoration: marker.decoration, isChanged: marker.isChanged };
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
  isChanged = false;
  readonly #page: PageContent;
  readonly #open: Sequence[] = [];
  /** How many of the open sequences belong to the structure, or are artifacts already. */
  #marked = 0;
  #pathStart: number | undefined;
  #textStart: number | undefined;
  #hasText = false;

  constructor(page: PageContent) {
    this.#page = page;
  }

  read(line: string): void {
    const operator = operatorOf(line);
    if (operator === 'BDC' || operator === 'BMC') this.#begin(line);
    else if (operator === 'EMC') this.#end(line);
    else if (this.#marked > 0) this.#readInside(line, operator);
    else this.#readOutside(line, operator);
  }

  #begin(line: string): void {
    const digits = mcidPattern.exec(line)?.[1];
    const isArtifact = line.startsWith('/Artifact');
    const mcid = digits === undefined ? undefined : Number(digits);
    this.#open.push({
      start: this.lines.length,
      mcid,
      isSoftHyphen: softHyphen.test(line),
      isContent: mcid === undefined || this.#page.pictures.has(mcid),
    });
    if (mcid !== undefined || isArtifact) this.#marked += 1;
    this.lines.push(line);
  }

  #end(line: string): void {
    const sequence = this.#open.pop();
    this.lines.push(line);
    if (sequence === undefined) return;
    const opening = this.lines[sequence.start] ?? '';
    if (sequence.mcid !== undefined || opening.startsWith('/Artifact')) this.#marked -= 1;
    if (sequence.mcid === undefined || sequence.isContent) return;
    this.lines[sequence.start] = beginArtifact;
    this.decoration.push(sequence.mcid);
    this.isChanged = true;
  }

  #readInside(line: string, operator: string): void {
    if (showText.has(operator) || this.#isContentObject(line, operator)) {
      for (const sequence of this.#open) sequence.isContent = true;
    }
    this.lines.push(this.#withoutSoftHyphen(line, operator));
  }

  #isContentObject(line: string, operator: string): boolean {
    return operator === 'Do' && !this.#page.bitmaps.has(line.slice(1, line.indexOf(' ')));
  }

  #withoutSoftHyphen(line: string, operator: string): string {
    if (operator !== 'Tj' || this.#open.at(-1)?.isSoftHyphen !== true) return line;
    this.isChanged = true;
    return line.replace(/<[0-9A-Fa-f]*> Tj$/, '<> Tj');
  }

  #readOutside(line: string, operator: string): void {
    this.#noteStart(operator);
    this.lines.push(line);
    if (operator === 'ET' && this.#hasText) this.#wrapFrom(this.#textStart);
    else if (paintObject.has(operator)) this.#wrapFrom(this.lines.length - 1);
    else if (paintPath.has(operator)) this.#wrapFrom(this.#pathStart ?? this.lines.length - 1);
    if (operator === 'n' || paintPath.has(operator)) this.#pathStart = undefined;
  }

  #noteStart(operator: string): void {
    if (operator === 'BT') {
      this.#textStart = this.lines.length;
      this.#hasText = false;
    } else if (operator === 're' || operator === 'm') this.#pathStart ??= this.lines.length;
    else if (showText.has(operator)) this.#hasText = true;
  }

  #wrapFrom(start: number | undefined): void {
    if (start === undefined) return;
    this.lines[start] = `${beginArtifact}\n${this.lines[start] ?? ''}`;
    this.lines.push('EMC');
    this.isChanged = true;
  }
}

function operatorOf(line: string): string {
  if (line.endsWith('BDC')) return 'BDC';
  return line.slice(line.lastIndexOf(' ') + 1);
}
