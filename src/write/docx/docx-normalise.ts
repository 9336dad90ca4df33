import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/**
 * Makes the bytes depend on the document alone: parts sorted, one fixed date in the archive, the page's date in the
 * properties, relations, drawings and bookmarks numbered in order. Style names are set as Word knows its own, in small letters, so
 * that each Word shows them in its language.
 */
export function normaliseDocx(file: Uint8Array, epoch: number): Uint8Array {
  const parts = unzipSync(file);
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const names = Object.keys(parts).sort(byPart);
  const archive: Zippable = {};
  const relations = new Map(
    names.filter((name) => name.endsWith('.rels')).map((name) => [name, relationIds(text(name))]),
  );
  for (const name of names) {
    const content = /\.(?:xml|rels)$/u.test(name)
      ? strToU8(normalisePart(name, text(name), { relations, epoch }))
      : (parts[name] ?? new Uint8Array());
    archive[name] = [content, { level: 9 }];
  }
  return zipSync(archive, { mtime: zipDate() });
}

/** The archive's dates have no time zone: the first day that the format knows, wherever it is made. */
function zipDate(): Date {
  return new Date(1980, 0, 1);
}

/** Word wants the list of content types first. */
function byPart(left: string, right: string): number {
  const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1);
  return rank(left) - rank(right) || (left < right ? -1 : 1);
}

interface Normal {
  /** New relation ids by old ones, by relations part. */
  readonly relations: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly epoch: number;
}

function normalisePart(name: string, xml: string, { relations, epoch }: Normal): string {
  const ids = relations.get(name) ?? relations.get(relationsPart(name));
  const renumbered = ids ? renumber(xml, ids) : xml;
  if (name === 'docProps/core.xml') return setDates(renumbered, epoch);
  if (name === 'word/styles.xml') return nameStyles(renumbered);
  return name.startsWith('word/') ? numberMarks(renumbered) : renumbered;
}

function relationsPart(name: string): string {
  const slash = name.lastIndexOf('/') + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

function relationIds(xml: string): ReadonlyMap<string, string> {
  const ids = [...xml.matchAll(/\sId="([^"]+)"/gu)].map(([, id = '']) => id);
  return new Map(ids.map((id, index) => [id, `rId${index + 1}`]));
}

function renumber(xml: string, ids: ReadonlyMap<string, string>): string {
  return xml.replace(
    /(\s(?:Id|r:id|r:embed|r:link)=")([^"]+)"/gu,
    (_, start: string, id: string) => `${start}${ids.get(id) ?? id}"`,
  );
}

function setDates(xml: string, epoch: number): string {
  const date = `${new Date(epoch * 1000).toISOString().slice(0, 19)}Z`;
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, (_, start: string) => start + date);
}

/** Bookmarks keep their pairs: ids are numbered in the order in which they first appear. */
function numberMarks(xml: string): string {
  const bookmarks = new Map<string, number>();
  let drawings = 0;
  return xml
    .replace(/(<wp:docPr\b[^>]*?\sid=")[^"]*"/gu, (_, start: string) => `${start}${++drawings}"`)
    .replace(/(<w:bookmark(?:Start|End)\b[^>]*?\sw:id=")([^"]*)"/gu, (_, start: string, id: string) => {
      const number = bookmarks.get(id) ?? bookmarks.size + 1;
      bookmarks.set(id, number);
      return `${start}${number}"`;
    });
}

/** Word knows its own styles by these names (https://learn.microsoft.com/openspecs/office_standards/ms-oi29500). */
function nameStyles(xml: string): string {
  return xml.replace(
    /(<w:name w:val=")(Heading \d|Footnote (?:Text|Reference)(?: Char)?|Endnote (?:Text|Reference)(?: Char)?|Caption)"/giu,
    (_, start: string, name: string) => `${start}${name.toLowerCase().replace('char', 'Char')}"`,
  );
}
