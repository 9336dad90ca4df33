import { visit } from 'unist-util-visit';
import { nodesOf } from '../markdown/nodes-of.ts';
import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { fr } from '../util/french.ts';

const header = '---\ntitle: Bilan\n---\n\n';
const files = { 'notes/x/images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>' };
const decorative = /^\s*d[ée]corati(?:ve|f)\s*$/iu;
const fileName =
  /^\S+\.(?:png|jpe?g|gif|svg|webp|tiff?|bmp|pdf)$|^(?:img|dsc|image|capture|screenshot)[\s_-]?\d+$|^(?:image|photo|figure|graphique|capture d[’']écran|sans titre|untitled)$/iu;

export const pictureAlternative: Rule = {
  id: 'picture/alternative',
  severity: 'error',
  summary: {
    fr: 'Une image dit en quelques mots ce qu’elle montre, ou se déclare décorative.',
    en: 'A picture says in a few words what it shows, or says that it is decorative.',
  },
  examples: [
    {
      title: { fr: 'Décrite, ou décorative', en: 'Described, or decorative' },
      note: `${header}![Le budget double en dix ans](images/a.svg)\n\n![](images/a.svg "décorative")\n`,
      files,
      expect: [],
    },
    {
      title: { fr: 'Sans un mot', en: 'Without a word' },
      note: `${header}![](images/a.svg)\n\n![ ](images/a.svg "Titre")\n`,
      files,
      expect: ['5:1', '7:1'],
    },
    {
      title: { fr: 'Un nom de fichier', en: 'A file name' },
      note: `${header}![budget.png](images/a.svg)\n`,
      files,
      expect: ['5:1'],
    },
  ],
  check(note) {
    const titles = new Map<string, string>();
    nodesOf(note.tree, 'definition').forEach(({ identifier, title }) => {
      if (!titles.has(identifier)) titles.set(identifier, title ?? '');
    });
    const problems: Problem[] = [];
    visit(note.tree, (node) => {
      if (node.type !== 'image' && node.type !== 'imageReference') return;
      const title = node.type === 'image' ? node.title : titles.get(node.identifier);
      const said = sayOf(node.alt?.trim() ?? '', title ?? '');
      if (said) problems.push({ place: placeOfNode(node), ...said });
    });
    return problems;
  },
};

function sayOf(alt: string, title: string): Omit<Problem, 'place'> | undefined {
  if (alt === '') return decorative.test(title) ? undefined : missing;
  return fileName.test(alt) ? { ...empty, actual: alt } : undefined;
}

const missing = {
  message: {
    fr: fr`Cette image n’a pas de texte de remplacement : qui ne la voit pas n’en saura rien.`,
    en: 'This picture has no alternative text: who cannot see it will know nothing of it.',
  },
  help: {
    fr: fr`Écrivez entre les crochets ce qu’elle montre : ![Le budget double en dix ans](…) ; si elle n’apprend rien : ![](… "décorative").`,
    en: 'Write between the brackets what it shows: ![The budget doubles in ten years](…); if it tells nothing: ![](… "decorative").',
  },
};

const empty = {
  severity: 'warning',
  message: {
    fr: 'Ce texte de remplacement ne dit pas ce que l’image montre.',
    en: 'This alternative text does not say what the picture shows.',
  },
  help: {
    fr: 'Dites en une phrase ce qu’il faut en retenir, chiffres compris.',
    en: 'Say in one sentence what is to be kept of it, figures included.',
  },
} as const;
