import type { Host } from './command.ts';

/** One line that moves on a terminal; nothing in a log. */
export interface Progress {
  say(text: string): void;
  stop(): void;
}

const silent: Progress = { say: () => undefined, stop: () => undefined };

/** A spinner on the error stream, on terminals only. */
export async function startProgress(host: Host, text: string, quiet: boolean): Promise<Progress> {
  if (quiet || !host.err.isTerminal) return silent;
  const { default: ora } = await import('ora');
  const spinner = ora({ text, discardStdin: false }).start();
  return {
    say: (next) => {
      spinner.text = next;
    },
    stop: () => {
      spinner.stop();
    },
  };
}
