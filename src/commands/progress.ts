import { usesColor } from './outcome.ts';
import type { Invocation } from './command.ts';

/** One line that moves on a terminal; nothing in a log. */
export interface Progress {
  say(text: string): void;
  stop(): void;
}

const silent: Progress = { say: () => undefined, stop: () => undefined };

/** A spinner on the error stream, on terminals only. */
export async function startProgress({ host, options }: Invocation, text: string): Promise<Progress> {
  if (options['quiet'] === true || !host.err.isTerminal) return silent;
  const { default: ora } = await import('ora');
  const spinner = ora({
    text,
    discardStdin: false,
    color: usesColor(host, host.err, options) && 'cyan',
  }).start();
  return {
    say: (next) => {
      spinner.text = next;
    },
    stop: () => {
      spinner.stop();
    },
  };
}
