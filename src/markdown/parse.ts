import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';
import type { Extension } from 'micromark-util-types';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { restoreOffsets, trimBlankStart } from './blank-start.ts';
import { requireBoundedDepth } from './bounded-depth.ts';
import { requireBoundedLines } from './bounded-lines.ts';
import { boundedMarks } from './bounded-marks.ts';
import { citationFromMarkdown } from './citation-from-markdown.ts';
import { findCharts } from './charts.ts';
import { citationSyntax } from './citation-syntax.ts';
import { findCaptionAnchors } from './caption-anchors.ts';
import { findFigureReferences } from './figure-references.ts';

const colon = 0x3a;

/** `:::name` alone: leaf and text directives would swallow `10:30` and `mot:suite`. */
function containerDirective(): Extension {
  const constructs = directive().flow?.[colon];
  const container = Array.isArray(constructs) ? constructs[0] : constructs;
  return container ? { flow: { [colon]: container } } : {};
}

interface Extensions {
  micromarkExtensions?: Extension[];
  fromMarkdownExtensions?: (FromMarkdownExtension | FromMarkdownExtension[])[];
}

function nspMarkdown(this: Processor): void {
  const data = this.data() as Extensions;
  (data.micromarkExtensions ??= []).push(containerDirective(), citationSyntax, boundedMarks);
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown(), citationFromMarkdown);
}

/** What GFM makes a link of without any mark: "a@b.fr", "https://…", "www.…". */
const bareAddress = /[\w.+-]@|:\/\/|www\./iu;

/** GFM looks for bare addresses at each word, which takes a third of the time: not in a text that has none. */
function withoutBareAddresses(this: Processor): void {
  const data = this.data() as Extensions;
  for (const extension of data.micromarkExtensions ?? []) {
    const constructs = Object.entries(extension.text ?? {}).map(
      ([code, list = []]) => [code, [list].flat().filter(({ name }) => !name?.endsWith('Autolink'))] as const,
    );
    extension.text = Object.fromEntries(constructs.filter(([, list]) => list.length > 0));
  }
  const extensions = data.fromMarkdownExtensions?.flat() ?? [];
  data.fromMarkdownExtensions = extensions.filter(({ transforms }) => transforms === undefined);
}

const gfm = unified().use(remarkParse).use(remarkGfm);
const processor = gfm().use(nspMarkdown).freeze();
const plainProcessor = gfm().use(withoutBareAddresses).use(nspMarkdown).freeze();

/**
 * Parses a document's Markdown: CommonMark, GFM, container directives, citations, figure references. The caller
 * blanks the front-matter out, so that places stay true. Throws `ExcessError` for what no parser would be done with, and nothing else.
 */
export function parseMarkdown(source: string): Root {
  requireBoundedLines(source);
  const trimmed = trimBlankStart(source);
  const tree = (bareAddress.test(source) ? processor : plainProcessor).parse(trimmed.text);
  requireBoundedDepth(tree);
  restoreOffsets(tree, trimmed);
  findCharts(tree, source);
  findFigureReferences(tree);
  findCaptionAnchors(tree);
  return tree;
}
