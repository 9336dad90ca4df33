import { join } from 'node:path';
import type { Finding } from '../core/finding.ts';
import type { Note } from '../core/note.ts';
import type { Desk } from '../pipeline/desk.ts';
import { fr } from '../util/french.ts';
import { validatePdfs } from '../validate/verapdf.ts';
import { verdictFindings } from '../validate/verdict-findings.ts';
import type { Invocation } from './command.ts';

const words = {
  none: {
    fr: fr`Aucun PDF à faire vérifier : « nsp build » les fait d’abord.`,
    en: 'No PDF to be validated: "nsp build" makes them first.',
  },
  absent: {
    fr: fr`veraPDF n’est pas installé : les PDF n’ont été vérifiés que par nsp. (https://verapdf.org)`,
    en: 'veraPDF is not installed: the PDFs were checked by nsp alone. (https://verapdf.org)',
  },
  broken: {
    fr: fr`veraPDF n’a pas rendu de rapport : les PDF n’ont été vérifiés que par nsp.`,
    en: 'veraPDF gave no report: the PDFs were checked by nsp alone.',
  },
  compliant: {
    fr: (count: number) => fr`veraPDF n’a rien à redire (PDF/UA-1) : ${count} PDF.`,
    en: (count: number) => `veraPDF has nothing to say (PDF/UA-1): ${count} PDF.`,
  },
};

/** Has the built PDFs of these documents validated where veraPDF is installed; says in a line what came of it. */
export async function checkPdfs(
  { host, lang, options }: Invocation,
  desk: Desk,
  notes: readonly Note[],
): Promise<Finding[]> {
  const say = (text: string): void => {
    if (options['quiet'] !== true) host.err.write(`${text}\n`);
  };
  const built = new Map(
    notes.flatMap(({ path, meta }) => {
      const pdf = `dist/${meta.slug}/${meta.slug}.pdf`;
      return desk.files.has(pdf) ? [[join(desk.root, pdf), path] as const] : [];
    }),
  );
  if (built.size === 0) {
    say(words.none[lang]);
    return [];
  }
  const verdicts = await validatePdfs([...built.keys()], host);
  if (typeof verdicts === 'string') {
    say(words[verdicts][lang]);
    return [];
  }
  const compliant = verdicts.filter(({ isCompliant }) => isCompliant).length;
  if (compliant > 0) say(words.compliant[lang](compliant));
  return verdicts.flatMap((verdict) => verdictFindings(verdict, built.get(verdict.file) ?? ''));
}
