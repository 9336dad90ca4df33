import type { Finding, Severity } from '../core/finding.ts';
import type { Localized } from '../core/localized.ts';
import type { Note } from '../core/note.ts';
import { fr } from '../util/french.ts';
import type { Doubt, LinkAnswer } from './link-answer.ts';
import type { LinkAsker } from './link-asker.ts';
import { linksOf, type NoteLink } from './note-links.ts';
import { onlineRules } from './online-rules.ts';

/** Asks the links of a note and says what became of them. */
export async function findLinkFaults(note: Note, ask: LinkAsker): Promise<Finding[]> {
  const links = linksOf(note);
  const answers = await ask(links.map(({ address }) => address));
  const offline = [...answers.values()].some(
    (answer) => answer.state === 'unknown' && answer.doubt === 'offline',
  );
  if (offline) return [offNetwork(note)];
  return links.flatMap((link) => {
    const answer = answers.get(link.address);
    return answer ? findingsOf(note, link, answer) : [];
  });
}

type Said = Pick<Finding, 'message' | 'help' | 'expected'>;

function findingsOf(
  note: Note,
  { address, place, path = note.path }: NoteLink,
  answer: LinkAnswer,
): Finding[] {
  const finding = (rule: keyof typeof onlineRules, said: Said): Finding[] => {
    const { severity }: { severity: Severity } = onlineRules[rule];
    return [{ rule, severity, path, place, actual: address, ...said }];
  };
  const { host } = new URL(address);
  switch (answer.state) {
    case 'dead':
      return finding('link/dead', deadWords(host, answer.status));
    case 'unknown':
      return finding('link/unknown', doubtWords[answer.doubt](host, answer.status ?? 0));
    case 'alive':
      return answer.movedTo === undefined ? [] : finding('link/moved', movedWords(answer.movedTo));
  }
}

function deadWords(host: string, status: number | undefined): Said {
  return {
    message:
      status === undefined
        ? {
            fr: fr`Ce lien est mort : le site ${host} n’existe pas.`,
            en: `This link is dead: there is no site ${host}.`,
          }
        : {
            fr: fr`Ce lien est mort : ${host} n’a pas, ou plus, cette page (${status}).`,
            en: `This link is dead: ${host} does not have this page, or no longer (${status}).`,
          },
    help: {
      fr: 'Corrigez l’adresse, ou donnez celle d’une archive de la page (web.archive.org).',
      en: 'Correct the address, or give that of an archive of the page (web.archive.org).',
    },
  };
}

function movedWords(movedTo: string): Said {
  return {
    expected: movedTo,
    message: {
      fr: 'Cette page a changé d’adresse pour de bon.',
      en: 'This page has moved for good.',
    },
    help: { fr: fr`Donnez sa nouvelle adresse : ${movedTo}`, en: `Give its new address: ${movedTo}` },
  };
}

const openIt: Localized = {
  fr: 'Ouvrez-le vous-même pour vous en assurer.',
  en: 'Open it yourself to make sure.',
};

const later: Localized = {
  fr: 'Recommencez plus tard, ou ouvrez-le vous-même.',
  en: 'Try later, or open it yourself.',
};

const doubtWords: Readonly<Record<Doubt, (host: string, status: number) => Said>> = {
  refused: (host, status) => ({
    message: {
      fr: fr`${host} refuse de répondre à un programme (${status}) : ce lien est peut-être bon.`,
      en: `${host} refuses to answer a program (${status}): this link may well be good.`,
    },
    help: openIt,
  }),
  busy: (host, status) => ({
    message: {
      fr: fr`${host} demande qu’on revienne plus tard (${status}).`,
      en: `${host} asks to come back later (${status}).`,
    },
    help: later,
  }),
  failing: (host, status) => ({
    message: { fr: fr`${host} est en panne (${status}).`, en: `${host} is failing (${status}).` },
    help: later,
  }),
  slow: (host) => ({
    message: { fr: fr`${host} n’a pas répondu à temps.`, en: `${host} did not answer in time.` },
    help: later,
  }),
  secure: (host) => ({
    message: {
      fr: fr`La connexion sécurisée avec ${host} n’a pas pu se faire : son certificat est peut-être périmé.`,
      en: `No secure connection could be made with ${host}: its certificate may be out of date.`,
    },
    help: openIt,
  }),
  unreachable: (host) => ({
    message: { fr: fr`${host} n’a pas pu être joint.`, en: `${host} could not be reached.` },
    help: later,
  }),
  private: (host) => ({
    message: {
      fr: fr`${host} est une adresse d’un réseau privé : elle n’est pas demandée.`,
      en: `${host} is an address of a private network: it is not asked.`,
    },
    help: {
      fr: fr`Les lecteurs ne l’ouvriront pas. Si c’est voulu, ajoutez-la à « private-hosts », sous « online » dans nsp.yaml.`,
      en: 'Readers will not open it. If it is meant, add it to "private-hosts", under "online" in nsp.yaml.',
    },
  }),
  odd: (host) => ({
    message: {
      fr: fr`${host} renvoie d’adresse en adresse, ou répond de façon inattendue.`,
      en: `${host} sends from address to address, or answers in an unexpected way.`,
    },
    help: openIt,
  }),
  offline: () => ({
    message: {
      fr: 'Cette machine n’atteint pas Internet.',
      en: 'This machine does not reach the Internet.',
    },
    help: later,
  }),
};

function offNetwork({ path }: Note): Finding {
  return {
    rule: 'link/unknown',
    severity: onlineRules['link/unknown'].severity,
    path,
    place: undefined,
    message: {
      fr: fr`Les liens n’ont pas pu être demandés : cette machine n’atteint pas Internet.`,
      en: 'The links could not be asked: this machine does not reach the Internet.',
    },
    help: {
      fr: 'Recommencez une fois la connexion revenue.',
      en: 'Try again once the connection is back.',
    },
  };
}
