import { ToolError } from '../core/tool-error.ts';
import { buildOptions, formatList, text } from './options.ts';
import type { Command, Invocation } from './command.ts';
import type { Desk } from '../pipeline/desk.ts';
import { fr } from '../util/french.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: {
    fr: fr`préparer une tribune pour un journal : DOCX, TXT, courriel`,
    en: 'prepare an op-ed for a newspaper: DOCX, TXT, e-mail',
  },
  argument: {
    name: { fr: '<document>', en: '<target>' },
    help: { fr: 'chemin ou nom de la tribune', en: 'path or slug of the op-ed' },
  },
  options: [
    {
      flags: '--outlet',
      value: { fr: 'journal', en: 'id' },
      help: { fr: 'journal visé, parmi ceux de nsp.yaml', en: 'newspaper, among those of nsp.yaml' },
    },
    {
      flags: '--formats',
      value: { fr: 'liste', en: 'list' },
      help: { fr: fr`formats à produire : docx,txt,email`, en: 'formats to make: docx,txt,email' },
    },
    ...buildOptions,
  ],
  run: exportPack,
};

async function exportPack(invocation: Invocation): Promise<number> {
  const [
    { renderTargets, shortFolder },
    { openWorkspace, sourceReader },
    { report },
    { madeTable },
    { describePack },
  ] = await Promise.all([
    import('./rendering.ts'),
    import('./desk.ts'),
    import('./outcome.ts'),
    import('../report/made.ts'),
    import('../report/pack.ts'),
  ]);
  const { host, lang, options } = invocation;
  const desk = openWorkspace(invocation);
  const outlet = text(options, 'outlet');
  if (outlet !== undefined) requireOutlet(desk, outlet);
  const { documents, findings, outFolder } = await renderTargets(desk, invocation, {
    formats: formatList(options) ?? ['email', 'docx', 'txt'],
    strict: options['strict'] === true,
    keepGoing: false,
    ...(outlet !== undefined && { outlet }),
  });
  const status = report(
    invocation,
    {
      findings,
      documents: documents.map((document) => document.path),
      readText: sourceReader(desk),
      faults: documents.filter((document) => document.fault !== undefined),
    },
    false,
  );
  if (options['quiet'] !== true) {
    for (const { page } of documents) if (page) host.err.write(describePack(page, lang));
    host.err.write(madeTable(documents, { lang, folder: shortFolder(outFolder, host.cwd) }));
  }
  return status;
}

function requireOutlet({ settings }: Desk, id: string): void {
  const ids = settings.outlets.map((outlet) => outlet.id);
  if (ids.includes(id)) return;
  const list = ids.join(', ');
  throw new ToolError(
    'usage',
    { fr: fr`Le journal « ${id} » n’est pas dans nsp.yaml.`, en: `The outlet "${id}" is not in nsp.yaml.` },
    list === ''
      ? { fr: fr`Ajoutez-le sous « outlets » dans nsp.yaml.`, en: 'Add it under "outlets" in nsp.yaml.' }
      : { fr: fr`Journaux connus : ${list}.`, en: `Known outlets: ${list}.` },
  );
}
