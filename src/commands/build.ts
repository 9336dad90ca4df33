import { buildOptions, documentArgument } from './options.ts';
import type { Command, Invocation } from './command.ts';
import { fr } from '../util/french.ts';

export const buildCommand: Command = {
  name: 'build',
  summary: { fr: 'vérifier puis mettre en page les documents', en: 'check, then render the documents' },
  argument: documentArgument,
  options: [
    {
      flags: '--formats',
      value: { fr: 'liste', en: 'list' },
      help: {
        fr: fr`formats à produire : pdf,html,email,docx,txt`,
        en: 'formats to make: pdf,html,email,docx,txt',
      },
    },
    {
      flags: '--keep-going',
      help: {
        fr: 'produire aussi les documents qui ont des erreurs',
        en: 'render documents that have errors too',
      },
    },
    ...buildOptions,
  ],
  run: build,
};

async function build(invocation: Invocation): Promise<number> {
  const [{ renderTargets, shortFolder }, { openWorkspace, sourceReader }, { report }, { madeTable }] =
    await Promise.all([
      import('./rendering.ts'),
      import('./desk.ts'),
      import('./outcome.ts'),
      import('../report/made.ts'),
    ]);
  const { host, lang, options } = invocation;
  const desk = openWorkspace(invocation);
  const result = await renderTargets(desk, invocation, {
    strict: options['strict'] === true,
    keepGoing: options['keepGoing'] === true,
  });
  const { documents, findings, outFolder } = result;
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
    host.err.write(madeTable(documents, { lang, folder: shortFolder(outFolder, host.cwd) }));
  }
  return status;
}
