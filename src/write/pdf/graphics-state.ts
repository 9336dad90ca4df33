/** A transformation `a b c d e f` of ISO 32000-1, 8.3.4. */
type Matrix = readonly [number, number, number, number, number, number];

/** A rectangle in the page's points: left, bottom, right, top. */
export type Box = readonly [number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Follows where a content stream paints: the transformation in force, the path under construction, the line of text. */
export class GraphicsState {
  #matrix = identity;
  readonly #saved: Matrix[] = [];
  #text = identity;
  #path: Box | undefined;
  #painted: Box | undefined;

  /** Reads one line that ends with its operator. */
  read(line: string, operator: string): void {
    switch (operator) {
      case 'q':
        this.#saved.push(this.#matrix);
        break;
      case 'Q':
        this.#matrix = this.#saved.pop() ?? identity;
        break;
      case 'cm':
        this.#matrix = product(matrixOf(line), this.#matrix);
        break;
      case 'Tm':
        this.#text = matrixOf(line);
        break;
      case 'Do':
        // A bitmap fills the unit square; so does what Skia draws as a form, near enough.
        this.#painted = this.#boxOf([0, 0, 1, 1]);
        break;
      default:
        this.#readPath(line, operator);
    }
  }

  /** Height above the page's foot of the line of text that was set last, in points. */
  get textHeight(): number {
    return product(this.#text, this.#matrix)[5];
  }

  /** Where the last operator has painted; each is told once. */
  takePainted(): Box | undefined {
    const painted = this.#painted;
    this.#painted = undefined;
    return painted;
  }

  #readPath(line: string, operator: string): void {
    if (/^[mlcvy]$|^re$/u.test(operator)) {
      const numbers = numbersOf(line);
      const corners = operator === 're' ? rectangle(numbers) : numbers;
      this.#path = boxAround(this.#path, this.#boxOf(corners));
    } else if (/^(?:[fFsSbB]\*?|n)$/u.test(operator)) {
      if (operator !== 'n') this.#painted = this.#path;
      this.#path = undefined;
    }
  }

  /** The box of points `x y x y …` as they stand on the page. */
  #boxOf(points: readonly number[]): Box {
    const [a, b, c, d, e, f] = this.#matrix;
    const xs: number[] = [];
    const ys: number[] = [];
    for (let index = 0; index + 1 < points.length; index += 2) {
      const [x = 0, y = 0] = [points[index], points[index + 1]];
      xs.push(a * x + c * y + e);
      ys.push(b * x + d * y + f);
    }
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  }
}

/** The smallest box that holds both. */
export function boxAround(one: Box | undefined, other: Box): Box {
  if (one === undefined) return other;
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

function rectangle([x = 0, y = 0, width = 0, height = 0]: readonly number[]): number[] {
  return [x, y, x + width, y, x, y + height, x + width, y + height];
}

function numbersOf(line: string): number[] {
  return line.split(' ').map(Number).filter(Number.isFinite);
}

function matrixOf(line: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(line);
  return [a, b, c, d, e, f];
}

/** What `first` does, then `second`. */
function product(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [g, h, i, j, k, l] = second;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}
