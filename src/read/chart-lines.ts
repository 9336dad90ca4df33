import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ChartFields } from '../config/chart-schema.ts';
import type { ParsedYaml } from '../config/yaml.ts';
import type { Language } from '../core/localized.ts';
import type { Place } from '../core/place.ts';
import { parseCitationItems } from '../markdown/citation-items.ts';
import { parseMarkdown } from '../markdown/parse.ts';

const sourceWord = { fr: 'Source : ', en: 'Source: ' } as const;

/** What stands below a chart's drawing, a paragraph each: how to read it, its source, its credits. */
export function chartLines(fields: ChartFields, yaml: ParsedYaml, lang: Language): Paragraph[] {
  const { note, source, credits } = fields;
  const lines = [
    note === undefined ? [] : words(note, yaml.placeOf(['note'])),
    source === undefined
      ? []
      : [
          { type: 'text', value: sourceWord[lang] } as const,
          ...sourceWords(source, yaml.placeOf(['source'])),
        ],
    credits === undefined ? [] : words(credits, yaml.placeOf(['credits'])),
  ];
  return lines
    .filter((children) => children.length > 0)
    .map((children): Paragraph => ({ type: 'paragraph', children }));
}

/** "@senat2022, p. 51; @insee" as in the ledger, each work named in the text; or words with Markdown in them. */
function sourceWords(source: string, place: Place | undefined): PhrasingContent[] {
  if (!source.trimStart().startsWith('@')) return words(source, place);
  return parseCitationItems(source).flatMap((item, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: 'text', value: ' ; ' } as const] : []),
    {
      type: 'citation',
      mode: 'textual',
      items: [{ ...item, place }],
      raw: `@${item.key}`,
      ...(place && { position: positionOf(place) }),
    },
  ]);
}

/** A line of Markdown, with the place of the whole line for all that it holds. */
function words(text: string, place: Place | undefined): PhrasingContent[] {
  const tree = parseMarkdown(text.replace(/\s+/gu, ' '));
  const paragraph = tree.children.find((node) => node.type === 'paragraph');
  const children = paragraph?.children ?? [{ type: 'text', value: text }];
  const root: Root = { type: 'root', children: [{ type: 'paragraph', children }] };
  visit(root, (node) => {
    if (place) node.position = positionOf(place);
    if (node.type === 'citation') node.items = node.items.map((item) => ({ ...item, place }));
  });
  return children;
}

function positionOf({ line, column, endLine, endColumn }: Place): NonNullable<Paragraph['position']> {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}
