import type { Nodes, Root } from 'mdast';
import { removeNodes } from './references.ts';

const comment = /<!--[\s\S]*?(?:-->|$)/gu;
const blockParents = new Set(['root', 'blockquote', 'listItem', 'containerDirective', 'footnoteDefinition']);

/** Removes comments; any other HTML is an error of the author and, where rendering goes on, is shown as text. */
export function showHtmlAsText(root: Root): void {
  removeNodes(root, (node) => node.type === 'html' && node.value.replace(comment, '').trim() === '');
  replaceHtml(root);
}

function replaceHtml(parent: Nodes): void {
  if (!('children' in parent)) return;
  (parent as { children: Nodes[] }).children = parent.children.map((node): Nodes => {
    if (node.type !== 'html') {
      replaceHtml(node);
      return node;
    }
    const text: Nodes = { type: 'text', value: node.value.replace(comment, '') };
    return blockParents.has(parent.type) ? { type: 'paragraph', children: [text] } : text;
  });
}
