import { browserOptions } from './options.ts';
import type { Command, Invocation } from './command.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  summary: {
    fr: 'dire ce que cette machine a, ce qui lui manque et comment y remédier',
    en: 'say what this machine has, lacks, and how to mend it',
  },
  argument: undefined,
  options: browserOptions,
  run: examine,
};

async function examine(invocation: Invocation): Promise<number> {
  const [{ examineBrowser }, rendering, { doctorReport }, { exitCodes }] = await Promise.all([
    import('../browser/doctor.ts'),
    import('./rendering.ts'),
    import('../report/doctor.ts'),
    import('../core/tool-error.ts'),
  ]);
  const { host, lang } = invocation;
  const browser = await examineBrowser(rendering.browserOptions(invocation));
  host.out.write(
    doctorReport({ version: host.version, platform: host.platform, node: host.nodeVersion, browser }, lang),
  );
  return browser.problem ? exitCodes.machine : exitCodes.fine;
}
