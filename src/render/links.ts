import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

const safe = /^(?:https?:|mailto:|tel:|#)/iu;
const scheme = /^[a-z][a-z\d+.-]*:/iu;

/**
 * Keeps links that a reader can follow. A scheme other than http, mailto or tel goes, and so does a relative address
 * where there is no address to relate it to (`base`). Changes the tree.
 */
export function keepSafeLinks(root: Root, base: string | undefined): Root {
  visit(root, 'element', (node) => {
    const href = node.tagName === 'a' ? node.properties.href : undefined;
    if (typeof href !== 'string' || safe.test(href.trim())) return;
    const absolute = scheme.test(href.trim()) ? undefined : resolve(href, base);
    if (absolute === undefined) delete node.properties.href;
    else node.properties.href = absolute;
  });
  return root;
}

function resolve(href: string, base: string | undefined): string | undefined {
  if (base === undefined || !URL.canParse(href, base)) return undefined;
  return new URL(href, base).href;
}
