import { ToolError } from '../core/tool-error.ts';
import type { Desk } from '../pipeline/desk.ts';
import { describePack } from '../report/pack.ts';
import { fr } from '../util/french.ts';
import type { Invocation } from './command.ts';
import { openWorkspace } from './desk.ts';
import { formatList, text } from './options.ts';
import { reportBuild } from './outcome.ts';
import { renderTargets, showMade } from './rendering.ts';

/** Makes the pack of an op-ed for its newspaper. */
export async function runExport(invocation: Invocation): Promise<number> {
  const { host, lang, options } = invocation;
  const desk = openWorkspace(invocation);
  const outlet = text(options, 'outlet');
  if (outlet !== undefined) requireOutlet(desk, outlet);
  const result = await renderTargets(desk, invocation, {
    formats: formatList(options) ?? ['email', 'docx', 'txt'],
    strict: options['strict'] === true,
    keepGoing: false,
    ...(outlet !== undefined && { outlet }),
  });
  const status = reportBuild(invocation, desk, result);
  if (options['quiet'] !== true)
    for (const { page } of result.documents) if (page) host.err.write(describePack(page, lang));
  showMade(invocation, result.documents, result.outFolder);
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
