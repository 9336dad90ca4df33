import type { Nodes } from 'hast';

/** The words of a hast tree as a reader sees them, without note calls and side notes. */
export function hastText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element' && isAside(node.properties.className)) return '';
  return node.children.map(hastText).join('');
}

function isAside(className: unknown): boolean {
  return Array.isArray(className) && (className.includes('note-call') || className.includes('side-note'));
}
