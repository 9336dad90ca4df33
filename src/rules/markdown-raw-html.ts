import { nodesOf } from '../markdown/nodes-of.ts';
import type { Rule } from '../core/rule.ts';
import { isComment } from '../markdown/exceptions.ts';
import { placeOfNode } from '../markdown/place-of-node.ts';
import { fr } from '../util/french.ts';

const header = '---\ntitle: Bilan\n---\n\n';

export const markdownRawHtml: Rule = {
  id: 'markdown/raw-html',
  severity: 'error',
  summary: {
    fr: fr`Le document contient du HTML ; seuls les commentaires sont permis.`,
    en: 'The document holds HTML; only comments are allowed.',
  },
  examples: [
    {
      title: { fr: 'Un commentaire, du code', en: 'A comment, some code' },
      note: `${header}<!-- à relire -->\n\nUn mot <!-- ici --> et du code \`<b>\`, 3 < 5.\n`,
      expect: [],
    },
    {
      title: { fr: 'Du HTML, dans une phrase ou seul', en: 'HTML, in a sentence or alone' },
      note: `${header}Un mot <b>gras</b>.\n\n<div>\nTexte\n</div>\n`,
      expect: ['5:8', '7:1'],
    },
  ],
  check(note) {
    const problems: { place: ReturnType<typeof placeOfNode>; actual: string }[] = [];
    const open: string[] = [];
    nodesOf(note.tree, 'html').forEach((node) => {
      if (isComment(node)) return;
      const [, slash = '', name = ''] = /^<(\/?)([a-z][a-z\d-]*)/iu.exec(node.value) ?? [];
      // The end of what was reported where it starts.
      const start = slash === '' ? -1 : open.lastIndexOf(name);
      if (start !== -1) open.splice(start);
      else problems.push({ place: placeOfNode(node), actual: firstTag(node.value) });
      if (slash === '' && name !== '') open.push(name);
    });
    return problems.map((problem) => ({
      ...problem,
      message: { fr: 'Ce HTML ne sera pas mis en forme.', en: 'This HTML will not be rendered.' },
      help: {
        fr: fr`Écrivez-le en Markdown : **gras**, *italique*, [lien](adresse) ; pour montrer du code, entourez-le de \`…\`.`,
        en: 'Write it in Markdown: **bold**, *italic*, [link](address); to show code, put it between `…`.',
      },
    }));
  },
};

function firstTag(html: string): string {
  return (/<[^>]{0,60}>?/u.exec(html)?.[0] ?? html.slice(0, 60)).replace(/\s+/gu, ' ');
}
