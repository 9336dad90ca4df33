import {
  parseXml,
  XmlCdata,
  XmlDocumentType,
  XmlElement,
  XmlProcessingInstruction,
  XmlText,
} from '@rgrove/parse-xml';
import { fr } from '../util/french.ts';
import type { XmlNode } from '@rgrove/parse-xml';
import type { Localized } from '../core/localized.ts';

/** Why an SVG is refused: `what` names the element, the attribute or the address. */
export interface SvgFault {
  readonly message: Localized;
  readonly what: string;
}

const active = new Set([
  'script',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'canvas',
  'handler',
  'listener',
]);

const maxLength = 5_000_000;

/** Looks for what is no drawing in an SVG: scripts, handlers, foreign content, addresses outside of it, entities. */
export function svgFault(xml: string): SvgFault | undefined {
  if (xml.length > maxLength) return faults.broken('SVG');
  let document;
  try {
    document = parseXml(xml, { preserveDocumentType: true, preserveCdata: true });
  } catch {
    // Bad XML, an entity that a DOCTYPE would define, or elements nested without end.
    return faults.broken(/<!DOCTYPE|<!ENTITY/iu.exec(xml)?.[0] ?? 'SVG');
  }
  const waiting: XmlNode[] = [...document.children];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const fault = nodeFault(node);
    if (fault !== undefined) return fault;
    if (node instanceof XmlElement) waiting.push(...node.children);
  }
  return localName(document.root?.name ?? '') === 'svg' ? undefined : faults.broken('SVG');
}

const silent = new Set(['style', 'metadata']);
const whole = new Set(['text', 'title', 'desc']);

/** The words that a drawing shows or says of itself, a line for each text, title and description. */
export function svgWords(xml: string): string {
  const words: string[] = [];
  const walk = (node: XmlNode): void => {
    if (node instanceof XmlText || node instanceof XmlCdata) words.push(node.text);
    if (!(node instanceof XmlElement) || silent.has(localName(node.name))) return;
    node.children.forEach(walk);
    if (whole.has(localName(node.name))) words.push('\n');
  };
  parseXml(xml, { preserveCdata: true }).children.forEach(walk);
  return words.join('').trim();
}

const faults = {
  broken: (what: string): SvgFault => ({
    what,
    message: { fr: 'Cette image SVG n’est pas du XML valable.', en: 'This SVG picture is not valid XML.' },
  }),
  active: (what: string): SvgFault => ({
    what,
    message: {
      fr: fr`Cette image SVG contient « ${what} », qui n’est pas un dessin.`,
      en: `This SVG picture holds "${what}", which is no drawing.`,
    },
  }),
  outside: (what: string): SvgFault => ({
    what,
    message: {
      fr: fr`Cette image SVG appelle une ressource extérieure par « ${what} ».`,
      en: `This SVG picture asks for something outside of it in "${what}".`,
    },
  }),
};

function nodeFault(node: XmlNode): SvgFault | undefined {
  if (node instanceof XmlDocumentType) return faults.active('DOCTYPE');
  if (node instanceof XmlProcessingInstruction)
    return node.name === 'xml' ? undefined : faults.active(`<?${node.name}`);
  if (!(node instanceof XmlElement)) return undefined;
  const name = localName(node.name);
  if (active.has(name)) return faults.active(node.name);
  if (name === 'style' && asksOutside(styleText(node))) return faults.outside('style');
  for (const [attribute, value] of Object.entries(node.attributes)) {
    const fault = attributeFault(localName(attribute), value);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function attributeFault(name: string, value: string): SvgFault | undefined {
  if (name.startsWith('on')) return faults.active(name);
  // An animation could write a handler or an address once the picture is checked.
  if (name === 'attributename' && /^(?:on|href$|src$)/iu.test(localName(value.trim())))
    return faults.active(value.trim());
  if (['href', 'src', 'base', 'action', 'data'].includes(name))
    return isInside(value) ? undefined : faults.outside(name);
  if (/(?:java|vb)script:/iu.test(value)) return faults.active(name);
  const isStyle = name === 'style' || /url\s*\(|\\/iu.test(value);
  return isStyle && asksOutside(value) ? faults.outside(name) : undefined;
}

function isInside(address: string): boolean {
  const trimmed = address.trim();
  return (
    trimmed === '' || trimmed.startsWith('#') || /^data:image\/(?:png|jpe?g|gif|webp);base64,/iu.test(trimmed)
  );
}

function styleText(element: XmlElement): string {
  return element.children
    .map((child) => (child instanceof XmlText || child instanceof XmlCdata ? child.text : ''))
    .join('');
}

/** Whether CSS asks for anything outside the picture; escapes and comments are undone first. */
function asksOutside(css: string): boolean {
  const plain = css
    .replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//gu, '')
    .replace(/\\([0-9a-f]{1,6})\s?/giu, (_, code: string) => characterOf(Number.parseInt(code, 16)))
    .replace(/\\(.)/gu, '$1')
    .toLowerCase();
  if (/@import|image-set\s*\(|(?<![\w-])(?:image|src)\s*\(/u.test(plain)) return true;
  return [...plain.matchAll(/url\(\s*["']?([^"')]*)/gu)].some(([, address = '']) => !isInside(address));
}

function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
