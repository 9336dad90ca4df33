import type { Rule } from '../core/rule.ts';
import { fr } from '../util/french.ts';

export const statusEmbargo: Rule = {
  id: 'status/embargo',
  severity: 'error',
  summary: {
    fr: 'Un embargo a sa date, à venir, et une date d’embargo son état.',
    en: 'An embargo has its date, to come, and an embargo date its status.',
  },
  examples: [
    {
      title: { fr: 'État et date', en: 'Status and date' },
      note: '---\ntitle: Bilan\nstatus: embargo\nembargo: 2026-05-04T06:00+02:00\n---\n\nTexte.\n',
      expect: [],
    },
    {
      title: { fr: 'L’heure est passée', en: 'The hour has passed' },
      note: '---\ntitle: Bilan\nstatus: embargo\nembargo: 2026-05-04T06:00+02:00\n---\n\nTexte.\n',
      today: '2026-05-05',
      expect: ['4:10'],
    },
    {
      title: { fr: 'Sans date', en: 'Without a date' },
      note: '---\ntitle: Bilan\nstatus: embargo\n---\n\nTexte.\n',
      expect: ['3:9'],
    },
    {
      title: { fr: 'Une date sans l’état', en: 'A date without the status' },
      note: '---\ntitle: Bilan\nstatus: published\nembargo: 2026-05-04T06:00+02:00\n---\n\nTexte.\n',
      expect: ['4:10'],
    },
  ],
  *check({ meta: { status, embargo }, metaPlace }, { today, now = today }) {
    // One that is there and cannot be read is said elsewhere.
    if (status === 'embargo' && embargo === undefined && metaPlace(['embargo']) === undefined)
      yield {
        place: metaPlace(['status']),
        message: { fr: 'Cet embargo n’a pas de fin.', en: 'This embargo has no end.' },
        expected: 'embargo: 2026-05-04T06:00+02:00',
        help: {
          fr: fr`Ajoutez à l’en-tête la ligne « embargo: » avec la date, l’heure et le décalage horaire.`,
          en: 'Add the line "embargo:" to the front-matter, with date, time and offset.',
        },
      };
    if (status === 'embargo' && embargo !== undefined && Date.parse(embargo) <= Date.parse(now))
      yield {
        place: metaPlace(['embargo']),
        severity: 'warning',
        message: {
          fr: fr`L’heure de cet embargo est passée : la mention « Sous embargo » resterait.`,
          en: 'The hour of this embargo has passed: its mark would stay.',
        },
        expected: 'status: published',
        actual: 'status: embargo',
        help: {
          fr: fr`Écrivez « status: published », et supprimez la date.`,
          en: 'Write "status: published", and delete the date.',
        },
      };
    if (status !== 'embargo' && embargo !== undefined)
      yield {
        place: metaPlace(['embargo']),
        severity: 'warning',
        message: {
          fr: fr`Une date d’embargo est donnée, mais l’état est « ${status} » : rien ne le dira au lecteur.`,
          en: `An embargo date is given, but the status is "${status}": nothing will tell the reader.`,
        },
        expected: 'status: embargo',
        actual: `status: ${status}`,
        help: {
          fr: fr`Écrivez « status: embargo », ou supprimez la date.`,
          en: 'Write "status: embargo", or delete the date.',
        },
      };
  },
};
