type Rgb = readonly [number, number, number];

function parse(colour: string): Rgb {
  const digits = /^#([\da-f]{6})$/iu.exec(colour)?.[1];
  const short = /^#([\da-f]{3})$/iu.exec(colour)?.[1];
  const hex = digits ?? (short ? short.replace(/./gu, '$&$&') : '000000');
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(0), channel(2), channel(4)];
}

function format(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** `share` of the first colour, the rest of the second; `#rrggbb`. */
export function mix(colour: string, other: string, share: number): string {
  const [red, green, blue] = parse(colour);
  const [otherRed, otherGreen, otherBlue] = parse(other);
  const blend = (one: number, two: number): number => one * share + two * (1 - share);
  return format([blend(red, otherRed), blend(green, otherGreen), blend(blue, otherBlue)]);
}

function luminance(colour: string): number {
  const linear = (channel: number): number => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const [red, green, blue] = parse(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast of two colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The nearest colour to `colour` that can be read on every paper: mixed with black or white until it can. */
export function readableOn(colour: string, papers: readonly string[], ratio = 4.5): string {
  const [paper = '#ffffff'] = papers;
  const pole = contrast('#000000', paper) > contrast('#ffffff', paper) ? '#000000' : '#ffffff';
  for (let share = 1; share > 0; share -= 0.02) {
    const candidate = mix(colour, pole, share);
    if (papers.every((background) => contrast(candidate, background) >= ratio)) return candidate;
  }
  return pole;
}
