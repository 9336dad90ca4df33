import type { PDFContext } from '@cantoo/pdf-lib';
import { boxAround, type Box } from './graphics-state.ts';
import { arrayOf, entry, items, setEntry } from './objects.ts';
import { contentOf } from './tree.ts';
import type { StructureNode } from './tree.ts';

/** Says where a picture stands on the page that it begins on: what zooms on it needs that. ISO 32000-1, table 344. */
export function frameFigure(
  context: PDFContext,
  figure: StructureNode,
  boxes: ReadonlyMap<string, Box>,
): void {
  let frame: Box | undefined;
  let first: string | undefined;
  for (const { page, mcid } of contentOf(figure.kids)) {
    const box = boxes.get(`${page.tag}/${mcid}`);
    if (box === undefined || page.tag !== (first ??= page.tag)) continue;
    frame = boxAround(frame, box);
  }
  if (frame === undefined) return;
  const layout = context.obj({ O: 'Layout', BBox: frame.map((value) => Number(value.toFixed(2))) });
  const others = items(context, entry(figure.dictionary, 'A'));
  setEntry(figure.dictionary, 'A', others.length === 0 ? layout : arrayOf(context, [...others, layout]));
}
