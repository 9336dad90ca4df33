import type { Element, ElementContent } from 'hast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import type { List, ListItem } from 'mdast';

/**
 * The list of a `:::chiffres` block as figures set large, each `**160 Md€** externalisés par an`; undefined where the
 * block holds anything but one list.
 */
export function keyFigureList(state: State, { children }: ContainerDirective): Element | undefined {
  const list = children.find((child): child is List => child.type === 'list');
  if (!list || children.some((child) => child !== list && !isLabel(child))) return undefined;
  const items = list.children.map((item) => ({
    ...element('li', []),
    children: keyFigure(state, item),
  }));
  return { ...element('ul', items), properties: { className: ['key-figures'] } };
}

function isLabel(child: ContainerDirective['children'][number]): boolean {
  return child.type === 'paragraph' && child.data?.directiveLabel === true;
}

function keyFigure(state: State, item: ListItem): ElementContent[] {
  const [line, ...rest] = item.children;
  if (line?.type !== 'paragraph') return state.all(item);
  const [value, ...words] = line.children;
  const isLarge = value?.type === 'strong';
  const label = state.all({ ...line, children: isLarge ? words : line.children });
  return [
    ...(isLarge ? [large(element('strong', state.all(value)))] : []),
    { type: 'text', value: ' ' },
    { ...element('span', trimmed(label)), properties: { className: ['key-label'] } },
    ...rest.flatMap((block) => state.one(block, item) ?? []),
  ];
}

function large(node: Element): Element {
  return { ...node, properties: { className: ['key-value'] } };
}

function trimmed([first, ...rest]: ElementContent[]): ElementContent[] {
  return first?.type === 'text'
    ? [{ ...first, value: first.value.trimStart() }, ...rest]
    : [...(first ? [first] : []), ...rest];
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
