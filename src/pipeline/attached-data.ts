import type { Finding } from '../core/finding.ts';
import type { Page } from '../core/page.ts';
import type { Secret } from '../core/person.ts';
import { findLeaks, type Leak, type Machine } from '../privacy/gate.ts';
import { fr } from '../util/french.ts';

/** What must not be told: `secrets` of people, and what names this machine. */
interface Privacy {
  readonly secrets: readonly Secret[];
  readonly machine: Machine;
}

/** The page without the data that name somebody, or the machine: the document is made, those files are left out of it. */
export function withSafeData(
  page: Page,
  path: string,
  { secrets, machine }: Privacy,
): { page: Page; findings: Finding[] } {
  const { data = [], ...rest } = page;
  const encoder = new TextEncoder();
  const leaks = data.map(({ name, text }) => {
    const [leak] = findLeaks([{ path: name, data: encoder.encode(text) }], secrets, machine);
    return leak;
  });
  const safe = data.filter((_file, index) => leaks[index] === undefined);
  const findings = leaks.flatMap((leak) => (leak ? [leftOut(leak, path)] : []));
  return { page: safe.length === 0 ? rest : { ...rest, data: safe }, findings };
}

function leftOut({ path: name }: Leak, path: string): Finding {
  return {
    rule: 'pdf/attachment',
    severity: 'info',
    path,
    place: undefined,
    message: {
      fr: fr`Les données de « ${name} » ne sont pas jointes au PDF : elles nomment une personne qui doit rester privée, ou cette machine.`,
      en: `The data of “${name}” are not attached to the PDF: they name a person who must stay private, or this machine.`,
    },
    help: {
      fr: fr`Ôtez ce nom du fichier, ou écrivez « attachments: false » dans l’en-tête pour ne rien joindre.`,
      en: 'Take the name out of the file, or write “attachments: false” in the front-matter to attach nothing.',
    },
  };
}
