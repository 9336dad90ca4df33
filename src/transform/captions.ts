import type { Nodes, PhrasingContent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { CaptionLabel } from '../core/citation.ts';
import { isReservedAnchor } from '../util/caption-anchor.ts';

/** The words of the template: `table`, `figure`, `chart`. */
type Words = Readonly<Record<string, string>>;

/** A picture whose caption begins so is numbered among the charts. */
const chartWord = /^(?:Graphique|Chart)[\u00a0\u202f ]*:[\u00a0\u202f ]*/u;

/**
 * Numbers what has a caption in reading order, tables, pictures and charts apart, and writes "Tableau 1 – " before
 * each caption. Gives the label of each by the id that its author gave it; an id that is taken already is dropped.
 */
export function numberCaptions(
  root: Root,
  words: Words,
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const counts = { table: 0, figure: 0, chart: 0 };
  const labels = new Map<string, string>();
  visit(root, (node) => {
    const caption = captionOf(node);
    if (!caption) return;
    const kind = kindOf(node, caption);
    counts[kind] += 1;
    const said = [words[kind] ?? '', counts[kind]].filter((word) => word !== '').join('\u00a0');
    const label: CaptionLabel = { kind, number: counts[kind], words: said };
    const { anchor, ...rest } = node.data ?? {};
    const isFree =
      anchor !== undefined && !taken.has(anchor) && !labels.has(anchor) && !isReservedAnchor(anchor);
    if (isFree) labels.set(anchor, said);
    node.data = { ...rest, label, ...(isFree && { anchor }) };
    caption.unshift(
      {
        type: 'strong',
        data: { hProperties: { className: ['caption-label'] } },
        children: [{ type: 'text', value: said }],
      },
      { type: 'text', value: '\u00a0– ' },
    );
  });
  return labels;
}

/** The caption of a node, to be changed; none where there is nothing to say. */
function captionOf(node: Nodes): PhrasingContent[] | undefined {
  if (node.type === 'drawnChart') return node.caption;
  const caption = node.type === 'table' ? node.data?.caption : undefined;
  const children = node.type === 'captionedPicture' && !node.decorative ? node.children : caption;
  return children && children.length > 0 && children[0]?.type !== 'pictureCredit' ? children : undefined;
}

function kindOf(node: Nodes, caption: PhrasingContent[]): CaptionLabel['kind'] {
  if (node.type === 'table') return 'table';
  const first = caption[0];
  if (first?.type !== 'text' || !chartWord.test(toString(first)))
    return node.type === 'drawnChart' ? 'chart' : 'figure';
  first.value = first.value.replace(chartWord, '');
  return 'chart';
}
