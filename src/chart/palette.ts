import type { Brand } from '../core/settings.ts';
import { contrast, mix, readableOn } from '../util/colours.ts';
import { seenDistance } from './colour-vision.ts';

/** Colours of a chart, `#rrggbb`, all made for one paper. */
export interface ChartPalette {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  /** What is not brought out. */
  readonly neutral: string;
  /** In the order of use; any two of them can be told apart without seeing every colour. */
  readonly series: readonly string[];
  /** Each of them as words can be read in. */
  readonly words: readonly string[];
}

export const seriesColours = 6;

const markContrast = 3;

/** The colours of charts from those of the brand: marks at 3:1 against the paper or more, words at 4.5:1 or more. */
export function chartPalette(colours: Brand['colours'], paper: string): ChartPalette {
  const ink = readableOn(colours.ink, [paper], 10);
  const series = seriesOf(colours, paper);
  return {
    paper,
    ink,
    muted: readableOn(mix(ink, paper, 0.75), [paper], 5),
    line: mix(ink, paper, 0.18),
    neutral: readableOn(mix(ink, paper, 0.42), [paper], markContrast + 0.2),
    series,
    words: series.map((colour) => readableOn(colour, [paper])),
  };
}

/** Words set on a mark of this colour. */
export function inkOn(colour: string): string {
  return contrast('#ffffff', colour) >= 4.5 ? '#ffffff' : readableOn('#111111', [colour]);
}

/** How far apart two colours of a chart stay, for every eye: far where the brand allows it, else as far as it can. */
const distances = [0.1, 0.085, 0.07, 0.05];

/** The brand's colours first, then their shades; each is far from all before it, in whatever way eyes see. */
function seriesOf(colours: Brand['colours'], paper: string): string[] {
  const candidates = candidatesOf(colours, paper);
  const chosen: string[] = [];
  while (chosen.length < seriesColours) {
    const next = nextOf(candidates, chosen);
    if (next === undefined) break;
    chosen.push(next);
  }
  return chosen;
}

const shares = [0.7, 0.55, 0.85];

/** A hue that few brands have, and that every eye tells from blues, reds and greens. */
const companion = '#c4820a';

function candidatesOf({ primary, accent, positive, ink }: Brand['colours'], paper: string): string[] {
  const own = [primary, accent, positive, companion, ink].map((colour) =>
    readableOn(colour, [paper], markContrast),
  );
  const shades = ['#ffffff', '#000000'].flatMap((pole) =>
    shares.flatMap((share) => own.map((colour) => mix(colour, pole, share))),
  );
  return [...new Set([...own, ...shades])].filter((shade) => contrast(shade, paper) >= markContrast);
}

function nextOf(candidates: readonly string[], chosen: readonly string[]): string | undefined {
  for (const far of distances) {
    const found = candidates.find((candidate) =>
      chosen.every((colour) => seenDistance(candidate, colour) >= far),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}
