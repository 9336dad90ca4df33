import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';
import { nearest } from '../util/nearest.ts';

const outlets = [{ id: 'quotidien', name: 'Le Quotidien', maxSigns: 6000 }];
const opEd = (outlet: string): string => `---\ntitle: Bilan\nkind: op-ed\noutlet: ${outlet}\n---\n\nTexte.\n`;

export const outletUnknown: Rule = {
  id: 'outlet/unknown',
  severity: 'error',
  summary: { fr: 'Le journal nommé n’est pas dans nsp.yaml.', en: 'The newspaper named is not in nsp.yaml.' },
  examples: [
    {
      title: { fr: 'Journal connu', en: 'Known newspaper' },
      note: opEd('quotidien'),
      settings: { outlets },
      expect: [],
    },
    {
      title: { fr: 'Faute de frappe', en: 'Misspelt' },
      note: opEd('quotidein'),
      settings: { outlets },
      expect: ['4:9'],
    },
  ],
  *check({ meta: { outlet }, metaPlace }, { settings }) {
    const ids = settings.outlets.map(({ id }) => id);
    if (outlet === undefined || ids.includes(outlet)) return;
    const near = nearest(outlet, ids);
    yield {
      place: metaPlace(['outlet']),
      message: {
        fr: fr`Le journal « ${outlet} » n’est pas dans nsp.yaml.`,
        en: `The newspaper "${outlet}" is not in nsp.yaml.`,
      },
      actual: outlet,
      ...(near !== undefined && { expected: near }),
      help:
        ids.length === 0
          ? { fr: fr`Ajoutez-le sous « outlets » dans nsp.yaml.`, en: 'Add it under "outlets" in nsp.yaml.' }
          : {
              fr: fr`Les journaux connus sont : ${ids.join(', ')} ; ajoutez-en sous « outlets ».`,
              en: `The known newspapers are: ${ids.join(', ')}; add others under "outlets".`,
            },
    };
  },
};
