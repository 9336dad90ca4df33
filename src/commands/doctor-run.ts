import { examineBrowser } from '../browser/doctor.ts';
import { exitCodes } from '../core/tool-error.ts';
import { doctorReport } from '../report/doctor.ts';
import type { Invocation } from './command.ts';
import { browserOptions } from './rendering.ts';

/** Says what this machine has and lacks. */
export async function runDoctor(invocation: Invocation): Promise<number> {
  const { host, lang } = invocation;
  const browser = await examineBrowser(browserOptions(invocation));
  host.out.write(
    doctorReport({ version: host.version, platform: host.platform, node: host.nodeVersion, browser }, lang),
  );
  return browser.problem ? exitCodes.machine : exitCodes.fine;
}
