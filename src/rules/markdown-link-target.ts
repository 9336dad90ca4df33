import type { Definition, Link, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Problem } from '../core/finding.ts';
import type { Note } from '../core/note.ts';
import type { Rule } from '../core/rule.ts';
import { captionAnchors } from '../markdown/caption-anchors.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { decodePath } from '../util/address.ts';
import { isReservedAnchor } from '../util/caption-anchor.ts';
import { fr } from '../util/french.ts';
import { headingIds } from '../util/heading-ids.ts';
import { nearest } from '../util/nearest.ts';
import { resolveInside } from '../util/workspace-path.ts';

const header = '---\ntitle: Bilan\nslug: x\n---\n\n';
const published = { baseUrl: 'https://example.org/notes' };

export const markdownLinkTarget: Rule = {
  id: 'markdown/link-target',
  severity: 'warning',
  summary: {
    fr: 'Un lien mène à un endroit que le document n’a pas, ou à un fichier qui n’est pas publié ; ou deux légendes ont la même adresse.',
    en: 'A link leads to a place that the document lacks, or to a file that is not published; or two captions have one address.',
  },
  examples: [
    {
      title: { fr: 'Des titres du document', en: 'Headings of the document' },
      note: `${header}Voir [les chiffres](#l-ete-2020), [la fin][f] et [la note](#note-1).[^1]\n\n## L’été 2020\n\nTexte.\n\n## Fin\n\nTexte.\n\n[f]: #fin\n[^1]: Une note.\n`,
      expect: [],
    },
    {
      title: { fr: 'Un titre qui n’y est pas', en: 'A heading that is not there' },
      note: `${header}Voir [plus bas](#Été-2020) et [la fin][f].\n\n## Été 2020\n\nTexte.\n\n[f]: #conclusion\n`,
      expect: ['6:6', '12:1'],
    },
    {
      title: { fr: 'Un tableau et une image qui ont un identifiant', en: 'A table and a picture with an id' },
      note: `${header}Voir le [](#montants), [le plan](#plan) et [](#bilan).\n\nTableau : Montants {#montants}\n\n| a |\n| --- |\n| 1 |\n\n![Plan](plan.svg "Le plan {#plan}")\n\n## Bilan\n\nTexte.\n`,
      expect: [],
    },
    {
      title: { fr: 'Un identifiant inconnu, un autre déjà pris', en: 'An unknown id, and one that is taken' },
      note: `${header}Voir le [](#montant).\n\nTableau : Montants {#montants}\n\n| a |\n| --- |\n| 1 |\n\n![Plan](plan.svg "Le plan {#montants}")\n`,
      expect: ['6:9', '14:1'],
    },
    {
      title: { fr: 'Des fichiers de travail', en: 'Working files' },
      note: `${header}Voir [l’autre note](../autre/note.md), [les données](data/x.csv), [le PDF](x.pdf), [hors d’ici](../../../x.md).\n`,
      expect: ['6:6', '6:40', '6:67'],
    },
    {
      title: {
        fr: 'Ce que nsp publie, quand nsp.yaml dit où',
        en: 'What nsp publishes, when nsp.yaml says where',
      },
      note: `${header}Voir [l’autre](../autre/autre.html#fin), [les données](data/x.csv), [le PDF](x.pdf).\n`,
      settings: published,
      expect: ['6:42'],
    },
  ],
  check(note, { settings }) {
    const links = linksOf(note).map((node) => ({ node, ...partsOf(node.url) }));
    const ids = links.some(({ anchor }) => anchor !== undefined) ? anchorsOf(note) : undefined;
    const faults = links.flatMap(({ node, path, anchor }): Problem[] => {
      const words = path === '' ? anchorFault(anchor, ids) : fileFault(path, note, settings.baseUrl);
      return words ? [{ place: placeOfNode(node), ...words }] : [];
    });
    return [...faults, ...takenAnchors(note)];
  },
};

/** Captions whose id is that of another caption or of a heading, or one that pages make themselves. */
function takenAnchors({ tree }: Note): Problem[] {
  const anchors = captionAnchors(tree);
  if (anchors.length === 0) return [];
  const taken = new Set(headingIds(tree).map(({ id }) => id));
  return anchors.flatMap(({ node, anchor }): Problem[] => {
    const isTaken = taken.has(anchor) || isReservedAnchor(anchor);
    taken.add(anchor);
    return isTaken ? [{ place: placeOfNode(node), actual: `{#${anchor}}`, ...takenWords(anchor) }] : [];
  });
}

function takenWords(anchor: string): Pick<Problem, 'message' | 'help'> {
  return {
    message: {
      fr: fr`L’identifiant « ${anchor} » est déjà pris dans ce document.`,
      en: `The id "${anchor}" is taken already in this document.`,
    },
    help: {
      fr: 'Donnez à ce tableau ou à cette image un identifiant qui ne sert nulle part ailleurs.',
      en: 'Give this table or picture an id that is used nowhere else.',
    },
  };
}

/** Ids that every page makes besides those of the headings. */
const isMadeByUs = /^(?:nsp-[a-z\d-]+|note-\d+|appel-\d+(?:-\d+)?|top|)$/u;

/** Links, and the definitions that links use: a picture's address is another matter. */
function linksOf({ tree }: Note): (Link | Definition)[] {
  const links: (Link | Definition)[] = [];
  const definitions: Definition[] = [];
  const used = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'link') links.push(node);
    else if (node.type === 'definition') definitions.push(node);
    else if (node.type === 'linkReference') used.add(node.identifier);
  });
  return [...links, ...definitions.filter(({ identifier }) => used.has(identifier))];
}

function partsOf(url: string): { path: string; anchor: string | undefined } {
  if (/^(?:[a-z][a-z\d+.-]*:|\/)/iu.test(url.trim())) return { path: '', anchor: undefined };
  const [address = '', anchor] = url.trim().split('#', 2);
  return { path: address.replace(/\?.*$/su, ''), anchor: anchor === undefined ? anchor : decodePath(anchor) };
}

/** Ids of headings and captions; undefined where the text of a heading is known only once the page is made. */
function anchorsOf({ tree }: Note): ReadonlySet<string> | undefined {
  const headings = headingIds(tree);
  return headings.some(({ node }) => isUnsettled(node))
    ? undefined
    : new Set([...headings.map(({ id }) => id), ...captionAnchors(tree).map(({ anchor }) => anchor)]);
}

function isUnsettled(node: Nodes): boolean {
  if (node.type === 'html') return true;
  if (!('children' in node)) return false;
  return (node.type === 'figureReference' && node.children.length === 0) || node.children.some(isUnsettled);
}

/** Relative addresses start from the published page: beside it stand its other formats, in other folders other pages. */
function isPublished(path: string, { meta }: Note): boolean {
  const at = resolveInside(meta.slug, decodePath(path));
  const [, folder, name] = /^([^/]+)\/([^/]+)\.(?:html|pdf|docx|txt|eml)$/u.exec(at ?? '') ?? [];
  return folder !== undefined && folder === name;
}

function anchorFault(
  anchor: string | undefined,
  ids: ReadonlySet<string> | undefined,
): Omit<Problem, 'place'> | undefined {
  if (anchor === undefined || isMadeByUs.test(anchor) || !ids || ids.has(anchor)) return undefined;
  const near = nearest(anchor, ids);
  return {
    message: {
      fr: fr`Rien dans le document n’a l’adresse « #${anchor} ».`,
      en: `Nothing in the document has the address "#${anchor}".`,
    },
    ...(near !== undefined && { expected: `#${near}` }),
    actual: `#${anchor}`,
    help: {
      fr: fr`L’adresse d’un titre est faite de ses mots, sans accents ni majuscules : « ## L’été 2020 » donne « #l-ete-2020 ». Celle d’un tableau ou d’une image est à la fin de sa légende : « {#montants} ».`,
      en: 'The address of a heading is made of its words, without accents or capitals: "## L’été 2020" gives "#l-ete-2020". That of a table or a picture ends its caption: "{#montants}".',
    },
  };
}

function fileFault(
  path: string,
  note: Note,
  baseUrl: string | undefined,
): Omit<Problem, 'place'> | undefined {
  const isOutside = resolveInside(note.folder, decodePath(path)) === undefined;
  if (isOutside || (baseUrl !== undefined && isPublished(path, note))) return undefined;
  return {
    message: {
      fr: fr`Ce lien mène à un fichier qui n’est pas publié : le lecteur ne pourra pas le suivre.`,
      en: 'This link leads to a file that is not published: no reader can follow it.',
    },
    actual: path,
    help: {
      fr: fr`Donnez l’adresse où le lecteur le trouvera, celle qui commence par « https:// ».`,
      en: 'Give the address where readers will find it, the one that starts with "https://".',
    },
  };
}
