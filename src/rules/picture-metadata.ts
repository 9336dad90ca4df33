import { visit } from 'unist-util-visit';
import type { Problem } from '../core/finding.ts';
import type { Rule } from '../core/rule.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { tellsSecret } from '../privacy/picture-metadata.ts';
import { indexSecrets } from '../privacy/secret-search.ts';
import { fr } from '../util/french.ts';

const files = {
  'people.yaml': 'people:\n  - { id: jd-7, name: Jeanne Duvernay, public: false, role: agente }\n',
  'notes/x/a.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><metadata>Jeanne Duvernay</metadata></svg>',
  'notes/x/b.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
};
const header = '---\ntitle: Bilan\n---\n\n';

export const pictureMetadata: Rule = {
  id: 'picture/metadata',
  severity: 'info',
  summary: {
    fr: 'Le fichier d’une image nomme une personne non publique sans le montrer : ce qui est publié ne le dit plus.',
    en: 'The file of a picture names a person who is not public without showing it: what is published tells it no more.',
  },
  examples: [
    {
      title: { fr: 'Rien dans le fichier', en: 'Nothing in the file' },
      note: `${header}![Un plan](b.svg)\n`,
      files,
      expect: [],
    },
    {
      title: { fr: 'Un nom dans les métadonnées', en: 'A name in the metadata' },
      note: `${header}![Un plan](a.svg)\n`,
      files,
      expect: ['5:1'],
    },
  ],
  check({ tree, pictures }, { secrets }) {
    if (pictures.size === 0) return [];
    const index = indexSecrets(secrets);
    if (index.phrases.size + index.phones.size === 0) return [];
    return [...pictures].flatMap(([url, picture]): Problem[] => {
      if (!tellsSecret(picture, index)) return [];
      let place: Problem['place'];
      visit(tree, ['image', 'definition'], (node) => {
        if ('url' in node && node.url === url) place ??= placeOfNode(node);
      });
      return [{ place, ...sayOf(picture.path) }];
    });
  },
};

function sayOf(path: string): Omit<Problem, 'place'> {
  return {
    message: {
      fr: fr`Le fichier « ${path} » nomme une personne non publique dans ses métadonnées : elles ne seront pas publiées.`,
      en: `The file "${path}" names a person who is not public in its metadata: they will not be published.`,
    },
    help: {
      fr: 'Ôtez-les aussi de votre fichier si vous le donnez à d’autres.',
      en: 'Take them out of your file too if you give it to others.',
    },
  };
}
