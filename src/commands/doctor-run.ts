import { examineBrowser } from '../browser/doctor.ts';
import { exitCodes, ToolError } from '../core/tool-error.ts';
import { doctorJson, doctorReport } from '../report/doctor.ts';
import { fr } from '../util/french.ts';
import type { Invocation } from './command.ts';
import { text } from './options.ts';
import { browserOptions } from './rendering.ts';

/** Says what this machine has and lacks. */
export async function runDoctor(invocation: Invocation): Promise<number> {
  const { host, lang, options } = invocation;
  const write = reporterOf(text(options, 'format') ?? 'pretty');
  const browser = await examineBrowser(browserOptions(invocation));
  host.out.write(
    write({ version: host.version, platform: host.platform, node: host.nodeVersion, browser }, lang),
  );
  return browser.problem ? exitCodes.machine : exitCodes.fine;
}

/** The other forms are those of findings in documents. */
function reporterOf(format: string): typeof doctorReport {
  if (format === 'pretty') return doctorReport;
  if (format === 'json') return doctorJson;
  throw new ToolError('usage', {
    fr: fr`« nsp doctor » n’a que deux formes : pretty et json, pas « ${format} ».`,
    en: `"nsp doctor" has only two forms, pretty and json, not "${format}".`,
  });
}
