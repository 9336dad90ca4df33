import type { PhrasingContent } from 'mdast';

/** Quotation marks that citeproc would turn into others, and the private signs that stand for them meanwhile. */
const quotes = ['"', "'", '‘', '’', '“', '”', '«', '»', '‹', '›'] as const;
const firstPrivate = 0xe020;

/** Hides typed quotation marks from citeproc, but not those inside its own tags. */
export function hideQuotes(text: string): string {
  return text.replace(/<\/?[a-z][^<>]*>|["'‘’“”«»‹›]/gu, (found) => {
    const index = (quotes as readonly string[]).indexOf(found);
    return index === -1 ? found : String.fromCharCode(firstPrivate + index);
  });
}

/** What the author's own quotation marks become inside those of the style: « Un “bon” titre ». */
const innerQuotes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '«': { '«': '“', '»': '”' },
  '“': { '“': '‘', '”': '’' },
};

/** Shows the hidden marks again. */
function showQuotes(text: string): string {
  let around: string | undefined;
  const shown = text.replace(/[«»“”\ue020-\ue029]/gu, (sign) => {
    const typed = quotes[sign.charCodeAt(0) - firstPrivate];
    if (typed !== undefined)
      return (around === undefined ? undefined : innerQuotes[around]?.[typed]) ?? typed;
    around = sign === '«' || sign === '“' ? sign : undefined;
    return sign;
  });
  return shown.replace(/(?<=“) | (?=”)/gu, '');
}

interface Parent {
  readonly tag: string;
  readonly children: PhrasingContent[];
  readonly url: string;
}

const tagOrText = /<(\/?)([a-z]+)([^<>]*)>|[^<]+|</gu;

/** Turns citeproc's mark-up into mdast: emphasis, strong, links, text with plain spaces. */
export function parseMarkup(html: string): PhrasingContent[] {
  const root: Parent = { tag: '', children: [], url: '' };
  const open: Parent[] = [root];
  for (const [whole, slash, tag, attributes] of html.matchAll(tagOrText)) {
    if (tag === undefined) addText(open, decode(whole));
    else if (slash === '') open.push({ tag, children: [], url: hrefOf(attributes ?? '') });
    else closeTag(open, tag);
  }
  while (open.length > 1) closeTag(open, open.at(-1)?.tag ?? '');
  return root.children;
}

function closeTag(open: Parent[], tag: string): void {
  if (open.length === 1 || open.at(-1)?.tag !== tag) return;
  const element = open.pop();
  const parent = open.at(-1);
  if (element && parent) parent.children.push(...toNodes(element));
}

function toNodes({ tag, children, url }: Parent): PhrasingContent[] {
  if (children.length === 0) return [];
  if (tag === 'i' || tag === 'em') return [{ type: 'emphasis', children }];
  if (tag === 'b') return [{ type: 'strong', children }];
  if (tag !== 'a' || !isWebAddress(url)) return children;
  return [{ type: 'link', url, children: children.filter((child) => child.type === 'text') }];
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\/\S+$/iu.test(url);
}

function hrefOf(attributes: string): string {
  return decode(/href="([^"]*)"/u.exec(attributes)?.[1] ?? '');
}

/** Adds text; an address that stands in it, outside a link, becomes one. */
function addText(open: readonly Parent[], text: string): void {
  const parent = open.at(-1);
  if (!parent) return;
  if (open.some(({ tag }) => tag === 'a')) {
    pushText(parent.children, text);
    return;
  }
  for (const part of text.split(/(https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)\]])/u)) {
    if (isWebAddress(part))
      parent.children.push({ type: 'link', url: part, children: [{ type: 'text', value: part }] });
    else pushText(parent.children, part);
  }
}

function pushText(children: PhrasingContent[], value: string): void {
  if (value === '') return;
  const last = children.at(-1);
  if (last?.type === 'text') last.value += value;
  else children.push({ type: 'text', value });
}

/** Character references and hidden quotes resolved, spaces made plain: typography sets them later. */
function decode(text: string): string {
  const characters = text.replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));
  return showQuotes(characters.replace(/[ \u00a0\u202f]+/gu, ' '));
}
