import type { Note } from '../core/note.ts';
import { exitCodes } from '../core/tool-error.ts';
import { buildOptions, documentArgument } from './options.ts';
import type { Command, Host, Invocation } from './command.ts';
import { fr } from '../util/french.ts';

export const releaseCommand: Command = {
  name: 'release',
  summary: {
    fr: fr`tout produire pour publication : contrôle strict, tous les formats, empreintes`,
    en: 'make everything for publication: strict checks, every format, checksums',
  },
  argument: documentArgument,
  options: buildOptions,
  run: release,
};

const words = {
  heldBack: { fr: 'Pas encore publié (statut ou embargo)', en: 'Not published yet (status or embargo)' },
  nothing: { fr: 'Rien à publier.', en: 'Nothing to release.' },
  refused: {
    fr: fr`La publication est refusée : corrigez ce qui est signalé ci-dessus.`,
    en: 'The release is refused: mend what is reported above.',
  },
};

async function release(invocation: Invocation): Promise<number> {
  const [
    { renderTargets, shortFolder },
    { openWorkspace, sourceReader },
    { report },
    { madeTable },
    releasing,
  ] = await Promise.all([
    import('./rendering.ts'),
    import('./desk.ts'),
    import('./outcome.ts'),
    import('../report/made.ts'),
    import('../pipeline/release.ts'),
  ]);
  const { host, lang, options } = invocation;
  const strict = { ...invocation, options: { ...options, strict: true } };
  const desk = openWorkspace(invocation);
  const heldBack: string[] = [];
  const result = await renderTargets(desk, strict, {
    strict: true,
    keepGoing: false,
    isHeldBack: (note) => {
      const held = isHeldBack(note, host);
      if (held) heldBack.push(note.path);
      return held;
    },
  });
  const outcome = {
    findings: result.findings,
    documents: result.documents.map((document) => document.path),
    readText: sourceReader(desk),
    faults: result.documents.filter((document) => document.fault !== undefined),
  };
  const status = report(strict, outcome, false);
  for (const path of heldBack.sort()) host.err.write(`${words.heldBack[lang]} : ${path}\n`);
  if (status !== exitCodes.fine) {
    host.err.write(`${words.refused[lang]}\n`);
    return status;
  }
  const made = releasing.finishRelease(desk, result, host.version);
  if (made.length === 0) {
    host.err.write(`${words.nothing[lang]}\n`);
    return exitCodes.fine;
  }
  await result.saver.save(made);
  const all = [...result.documents.filter(({ page }) => page), { path: '', outputs: made }];
  if (options['quiet'] !== true)
    host.err.write(madeTable(all, { lang, folder: shortFolder(result.outFolder, host.cwd) }));
  return status;
}

/** Drafts are never released, nor embargoed documents before their hour. */
function isHeldBack({ meta }: Note, { now }: Host): boolean {
  if (meta.status === 'draft' || meta.status === 'review') return true;
  return meta.embargo !== undefined && Date.parse(meta.embargo) > Date.parse(now);
}
