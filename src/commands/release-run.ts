import type { Note } from '../core/note.ts';
import { exitCodes } from '../core/tool-error.ts';
import { finishRelease } from '../pipeline/release.ts';
import { fr } from '../util/french.ts';
import type { Host, Invocation } from './command.ts';
import { openWorkspace } from './desk.ts';
import { reportBuild } from './outcome.ts';
import { renderTargets, showMade } from './rendering.ts';

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
  const status = reportBuild(strict, desk, result);
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
  const artefacts = await result.saver.save(made);
  const all = [...result.documents.filter(({ page }) => page), { path: '', artefacts }];
  showMade(invocation, all, result.outFolder);
  return status;
}

/** Drafts are never released, nor embargoed documents before their hour. */
function isHeldBack({ meta }: Note, { now }: Host): boolean {
  if (meta.status === 'draft' || meta.status === 'review') return true;
  return meta.embargo !== undefined && Date.parse(meta.embargo) > Date.parse(now);
}
