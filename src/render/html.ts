import type { RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const serializer = unified().use(rehypeStringify).freeze();

/** Nodes as HTML text; characters that HTML gives a meaning are escaped. */
export function toHtml(children: readonly RootContent[]): string {
  return serializer.stringify({ type: 'root', children: [...children] });
}
