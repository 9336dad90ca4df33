import type { Definition, Link, LinkReference, Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { decodePath } from '../util/address.ts';
import { fr } from '../util/french.ts';
import { resolveInside } from '../util/workspace-path.ts';

const header = '---\ntitle: Bilan\n---\n\n';
const dangerous = /^[\s\p{Cc}]*(?:javascript|data|vbscript|file|blob):/iu;
const vague = new Set(
  'ici|cliquez ici|cliquer ici|clic|lien|ce lien|lien ici|en savoir plus|lire la suite|voir ici|plus|here|click here|click|link|this link|read more|more'.split(
    '|',
  ),
);

export const markdownLink: Rule = {
  id: 'markdown/link',
  severity: 'error',
  summary: {
    fr: 'Un lien ne mène nulle part, mène à un script, ou son texte ne dit pas où il mène.',
    en: 'A link leads nowhere, leads to a script, or its text does not say where it leads.',
  },
  examples: [
    {
      title: { fr: 'De bons liens', en: 'Good links' },
      note: `${header}Lire [le rapport](https://example.org/rapport), <https://example.org>, [0,01 %](figure:part), [](#bilan).\n`,
      expect: [],
    },
    {
      title: { fr: 'Liens vides, script', en: 'Empty links, script' },
      note: `${header}[le rapport]() [](https://example.org) [oups](javascript:alert) [x][d]\n\n[d]: data:text/html,x\n`,
      expect: ['5:1', '5:16', '5:40', '7:1'],
    },
    {
      title: { fr: 'Hors de l’espace de travail', en: 'Out of the workspace' },
      note: `${header}[un](../../../secret.txt), [deux](/etc/hosts), [trois](../y/note.md), [quatre](#bilan).\n`,
      expect: ['5:1', '5:28'],
    },
    {
      title: { fr: 'Un texte qui ne dit rien', en: 'A text that says nothing' },
      note: `${header}Le rapport : [cliquez ici](https://example.org/rapport).\n`,
      expect: ['5:14'],
    },
  ],
  check(note) {
    const problems: Problem[] = [];
    visit(note.tree, (node) => {
      if (node.type !== 'link' && node.type !== 'linkReference' && node.type !== 'definition') return;
      const said = sayOf(node) ?? (leadsOut(node, note.folder) ? says.outside : undefined);
      if (said) problems.push({ place: placeOfNode(node), ...said });
    });
    return problems;
  },
};

/** Whether a link to a file leads out of the workspace. */
function leadsOut(node: Link | LinkReference | Definition, folder: string): boolean {
  if (node.type === 'linkReference' || /^(?:[a-z][a-z\d+.-]*:|\/\/|[#?]|$)/iu.test(node.url)) return false;
  return resolveInside(folder, decodePath(node.url.replace(/[?#].*$/su, ''))) === undefined;
}

function sayOf(node: Link | LinkReference | Definition): Omit<Problem, 'place'> | undefined {
  if (node.type !== 'linkReference' && dangerous.test(node.url)) return says.dangerous;
  if (node.type === 'link' && node.url.trim() === '') return says.nowhere;
  if (node.type === 'definition') return undefined;
  const text = toString(node).trim();
  if (text === '' && !hasWords(node) && !isCrossReference(node)) return says.empty;
  const words = text
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .replace(/[.…!?»«"“”]/gu, '')
    .trim();
  return vague.has(words) ? { ...says.vague, actual: text } : undefined;
}

/** Where the author left a link within the page empty, nsp writes the name of what it leads to. */
function isCrossReference(node: Link | LinkReference): boolean {
  return node.type === 'link' && /^#./u.test(node.url) && node.children.length === 0;
}

/** A figure or a citation prints words that the tree does not hold. */
function hasWords(node: Nodes): boolean {
  if (node.type === 'figureReference' || node.type === 'citation') return true;
  return 'children' in node && node.children.some(hasWords);
}

const says = {
  dangerous: {
    message: {
      fr: fr`Ce lien lance un script ou ouvre un fichier : il sera refusé.`,
      en: 'This link runs a script or opens a file: it will be refused.',
    },
    help: {
      fr: fr`Donnez une adresse qui commence par « https:// ».`,
      en: 'Give an address that starts with "https://".',
    },
  },
  outside: {
    message: {
      fr: 'Ce lien mène hors de l’espace de travail, là où aucun lecteur ne pourra le suivre.',
      en: 'This link leads out of the workspace, where no reader can follow it.',
    },
    help: {
      fr: fr`Donnez une adresse qui commence par « https:// ».`,
      en: 'Give an address that starts with "https://".',
    },
  },
  nowhere: {
    message: { fr: 'Ce lien n’a pas d’adresse.', en: 'This link has no address.' },
    help: {
      fr: 'Mettez l’adresse entre les parenthèses, ou ôtez les crochets.',
      en: 'Put the address between the parentheses, or take the brackets away.',
    },
  },
  empty: {
    message: { fr: 'Ce lien n’a pas de texte.', en: 'This link has no text.' },
    help: {
      fr: 'Écrivez entre les crochets ce que le lecteur trouvera.',
      en: 'Write between the brackets what the reader will find.',
    },
  },
  vague: {
    severity: 'warning',
    message: {
      fr: 'Le texte de ce lien ne dit pas où il mène.',
      en: 'The text of this link does not say where it leads.',
    },
    help: {
      fr: fr`Faites porter le lien sur le nom de ce qu’on y trouve : [le rapport du Sénat](…).`,
      en: 'Put the link on the name of what is found there: [the Senate’s report](…).',
    },
  },
} as const satisfies Record<string, Omit<Problem, 'place'>>;
