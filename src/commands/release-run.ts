import type { Note } from '../core/note.ts';
import { exitCodes } from '../core/tool-error.ts';
import { finishRelease } from '../pipeline/release.ts';
import { madeTable } from '../report/made.ts';
import { fr } from '../util/french.ts';
import type { Host, Invocation } from './command.ts';
import { openWorkspace, sourceReader } from './desk.ts';
import { report } from './outcome.ts';
import { renderTargets, shortFolder } from './rendering.ts';

const words = {
  heldBack: { fr: 'Pas encore publié (statut ou embargo)', en: 'Not published yet (status or embargo)' },
  nothing: { fr: 'Rien à publier.', en: 'Nothing to release.' },
  refused: {
    fr: fr`La publication est refusée : corrigez ce qui est signalé ci-dessus.`,
    en: 'The release is refused: mend what is reported above.',
  },
};

/** Makes everything for publication, or refuses. */
export async function runRelease(invocation: Invocation): Promise<number> {
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
  const made = finishRelease(desk, result, host.version);
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
