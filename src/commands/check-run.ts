import { weigh } from '../check/run.ts';
import type { Finding } from '../core/finding.ts';
import type { Note } from '../core/note.ts';
import { checkDocument, listDocuments } from '../pipeline/check.ts';
import type { Desk } from '../pipeline/desk.ts';
import type { CheckOptions } from '../pipeline/check.ts';
import { openClaimFinder } from './claim-finder.ts';
import type { Invocation } from './command.ts';
import { openWorkspace, sourceReader } from './desk.ts';
import { report } from './outcome.ts';
import { startProgress } from './progress.ts';

/** Checks the documents and reports what was found. */
export async function runCheck(invocation: Invocation): Promise<number> {
  const finder = openClaimFinder(invocation.host);
  try {
    return await checkAll(invocation, finder.findClaims);
  } finally {
    finder.close();
  }
}

async function checkAll(invocation: Invocation, findClaims: CheckOptions['findClaims']): Promise<number> {
  const desk = openWorkspace(invocation);
  const { paths, findings } = listDocuments(desk, invocation.targets);
  const all = [...findings];
  const notes: Note[] = [];
  const faults: { path: string; fault: unknown }[] = [];
  const askLinks = invocation.options['online'] === true ? await linkAsker(invocation, desk) : undefined;
  const progress = await startProgress(invocation, words.checking[invocation.lang]);
  for (const [index, path] of paths.entries()) {
    progress.say(`${words.checking[invocation.lang]} ${index + 1}/${paths.length} · ${path}`);
    try {
      const { note, findings } = await checkDocument(desk, path, { askLinks, findClaims });
      all.push(...findings);
      if (note) notes.push(note);
    } catch (fault) {
      faults.push({ path, fault });
    }
  }
  progress.stop();
  if (invocation.options['pdf'] === true) all.push(...(await pdfFindings(invocation, desk, notes)));
  return report(invocation, { findings: all, documents: paths, readText: sourceReader(desk), faults }, true);
}

/** Weighed as nsp.yaml and each document wish. */
async function pdfFindings(invocation: Invocation, desk: Desk, notes: readonly Note[]): Promise<Finding[]> {
  const { checkPdfs } = await import('./check-pdf.ts');
  const own = new Map(notes.map(({ path, rules }) => [path, rules]));
  const findings = await checkPdfs(invocation, desk, notes);
  return findings.flatMap((finding) => weigh(finding, { ...desk.settings.rules, ...own.get(finding.path) }));
}

const words = { checking: { fr: 'Vérification', en: 'Checking' } };

/** Asks the links of documents under the name of the collective, and remembers the answers for a day. */
async function linkAsker({ host }: Invocation, { settings, cache }: Desk): Promise<CheckOptions['askLinks']> {
  const { makeLinkAsker } = await import('../online/link-asker.ts');
  const { findLinkFaults } = await import('../online/link-findings.ts');
  const { resolveBySystem } = await import('../online/request.ts');
  const site = new URL(settings.brand.site);
  const ask = makeLinkAsker({
    userAgent: `nsp/${host.version} (link check; +${site.origin})`,
    resolve: host.resolve ?? resolveBySystem,
    privateHosts: new Set(settings.privateHosts ?? []),
    store: cache,
    now: Date.parse(host.now),
    knownHost: site.hostname,
  });
  return (note) => findLinkFaults(note, ask);
}
