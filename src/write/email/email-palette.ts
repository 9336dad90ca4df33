import type { Brand } from '../../core/settings.ts';
import { mix, readableOn } from '../../util/colours.ts';

/** Colours by the name that `email.css` gives them: the brand's, moved until each can be read on its ground (WCAG AA). */
export function emailPalette({ colours }: Brand): ReadonlyMap<string, string> {
  const light = shades(colours, {
    ground: mix(colours.primary, '#ffffff', 0.09),
    card: '#ffffff',
    pole: '#000000',
  });
  const dark = shades(colours, {
    ground: readableOn(mix(colours.ink, '#000000', 0.3), ['#ffffff'], 16),
    card: readableOn(mix(colours.ink, '#000000', 0.5), ['#ffffff'], 14),
    pole: '#ffffff',
  });
  return new Map([...light, ...dark.map(([name, colour]): [string, string] => [`dark-${name}`, colour])]);
}

interface Grounds {
  readonly ground: string;
  readonly card: string;
  /** Black on light grounds, white on dark ones. */
  readonly pole: string;
}

function shades(
  { primary, ink, accent }: Brand['colours'],
  { ground, card, pole }: Grounds,
): [string, string][] {
  const tint = readableOn(mix(primary, card, pole === '#000000' ? 0.07 : 0.22), [pole], 11);
  const grounds = [ground, card, tint];
  const mark = readableOn(accent, ['#ffffff']);
  return [
    ['ground', ground],
    ['card', card],
    ['tint', tint],
    ['text', readableOn(mix(ink, pole, pole === '#000000' ? 0.5 : 0.1), grounds, 10)],
    ['heading', readableOn(mix(ink, pole, pole === '#000000' ? 1 : 0.05), grounds, 7)],
    [
      'muted',
      readableOn(mix(ink, pole === '#000000' ? '#ffffff' : pole, pole === '#000000' ? 0.75 : 0.3), grounds),
    ],
    ['link', readableOn(primary, grounds)],
    ['rule', readableOn(primary, grounds, 3)],
    ['accent', readableOn(accent, grounds, 3)],
    ['line', mix(ink, card, pole === '#000000' ? 0.2 : 0.8)],
    ['mark', mark],
    ['mark-text', '#ffffff'],
  ];
}
