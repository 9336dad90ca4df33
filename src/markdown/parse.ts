import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';
import type { Extension } from 'micromark-util-types';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { citationFromMarkdown } from './citation-from-markdown.ts';
import { citationSyntax } from './citation-syntax.ts';
import { findFigureReferences } from './figure-references.ts';
import { limitNesting } from './nesting.ts';

const colon = 0x3a;

/** `:::name` alone: leaf and text directives would swallow `10:30` and `mot:suite`. */
function containerDirective(): Extension {
  const constructs = directive().flow?.[colon];
  const container = Array.isArray(constructs) ? constructs[0] : constructs;
  return container ? { flow: { [colon]: container } } : {};
}

function nspMarkdown(this: Processor): void {
  const data = this.data() as {
    micromarkExtensions?: Extension[];
    fromMarkdownExtensions?: FromMarkdownExtension[];
  };
  (data.micromarkExtensions ??= []).push(containerDirective(), citationSyntax);
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown(), citationFromMarkdown);
}

const processor = unified().use(remarkParse).use(remarkGfm).use(nspMarkdown).freeze();

/**
 * Parses a document's Markdown: CommonMark, GFM, container directives, citations, figure references. The caller
 * blanks the front-matter out with line ends, so that places stay true. Never throws.
 */
export function parseMarkdown(source: string): Root {
  const tree = processor.parse(source);
  limitNesting(tree, source);
  findFigureReferences(tree);
  return tree;
}
