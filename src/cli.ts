import { readFileSync } from 'node:fs';
import { homedir, hostname, userInfo } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command as Program, CommanderError, Option as ProgramOption } from 'commander';
import { commands } from './commands/index.ts';
import { commonOptions } from './commands/options.ts';
import type { Command, Host, OptionValues, Stream } from './commands/command.ts';
import type { Language } from './core/localized.ts';
import { exitCodes, ToolError } from './core/tool-error.ts';
import { helpTitles, usageError, words } from './commands/words.ts';

/** Entry of the executable: argv to command to exit status. The only place that reads the process and ends it. */
export async function run(process: NodeJS.Process): Promise<void> {
  const lang = messageLanguage(process.argv, process.env);
  const endings: (() => void)[] = [];
  const abort = new AbortController();
  const end = (status: number): never => {
    for (const clean of endings) clean();
    return process.exit(status);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      abort.abort();
      process.stderr.write(`\n${words.interrupted[lang]}\n`);
      end(exitCodes.interrupted);
    });
  }
  const lost: Error[] = [];
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that goes away (`| head`) is no fault of ours.
    if (error.code !== 'EPIPE') lost.push(error);
  });
  process.stderr.on('error', () => undefined);
  const host = hostOf(process, abort.signal, endings);
  const status = await interpret(process.argv.slice(2), host, lang).catch((error: unknown) => {
    host.err.write(explain(error, lang));
    return statusOf(error);
  });
  await flushed(process);
  // What the user asked for did not reach its file: a full disk, say.
  if (lost.length > 0 && status < exitCodes.rendering) {
    process.stderr.write(`${words.nsp[lang]}${words.lost[lang]}\n`);
    end(exitCodes.rendering);
  }
  end(status);
}

/** Interprets the arguments; gives the exit status. Throws `ToolError`, or any other error for a fault of ours. */
export async function interpret(argv: readonly string[], host: Host, lang: Language): Promise<number> {
  let status: number = exitCodes.fine;
  const program = new Program('nsp');
  prepare(program, host, lang);
  program.description(words.description[lang]).version(host.version, '-V, --version', words.version[lang]);
  program.usage(words.usage[lang]).helpCommand(words.helpUsage[lang], words.helpCommand[lang]);
  addOptions(program, commonOptions, lang);
  // Commander would show the help of an unknown command as if it were the program's.
  program.addHelpText('beforeAll', () => {
    if (unknownName(program.args) !== undefined) throw new CommanderError(2, noSuchHelp, '');
    return '';
  });
  for (const command of commands) {
    const sub = program.command(command.name).description(command.summary[lang]);
    prepare(sub, host, lang);
    if (command.argument) sub.argument(command.argument.name[lang], command.argument.help[lang]);
    addOptions(sub, command.options, lang);
    sub.action(async () => {
      const { args: targets } = sub;
      status = await command.run({ host, lang, targets, options: sub.optsWithGlobals<OptionValues>() });
    });
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.fine;
    // Run instead, it is refused with the nearest name.
    if (error.code === noSuchHelp) return await interpret([unknownName(program.args) ?? ''], host, lang);
    const isBare = error.code === 'commander.help' && program.args.length === 0;
    if (!isBare) throw usageError(error);
    program.outputHelp();
  }
  return status;
}

const noSuchHelp = 'nsp.noSuchHelp';

/** A word that stands where a command's name should, also after `help`. */
function unknownName(args: readonly string[]): string | undefined {
  const [first, second] = args.filter((word) => word !== '-h' && word !== '--help');
  const name = first === 'help' ? second : first;
  const isKnown = name === undefined || name.startsWith('-') || commands.some((one) => one.name === name);
  return isKnown ? undefined : name;
}

function prepare(program: Program, host: Host, lang: Language): void {
  program
    .exitOverride()
    .helpOption('-h, --help', words.help[lang])
    .configureHelp({
      helpWidth: Math.min(host.out.columns, 110),
      showGlobalOptions: true,
      // Commander adds the choices, in English: the help of an option names them already.
      optionDescription: ({ description }) => description,
      styleTitle: (title) => helpTitles[lang][title] ?? title,
    })
    .configureOutput({
      writeOut: (text) => {
        host.out.write(text);
      },
      // Commander's own sentence is English: ours is written from the error that it throws.
      writeErr: () => undefined,
    });
}

function addOptions(program: Program, options: Command['options'], lang: Language): void {
  for (const { flags, value, help, choices } of options) {
    const option = new ProgramOption(value ? `${flags} <${value[lang]}>` : flags, help[lang]);
    program.addOption(choices ? option.choices(choices) : option);
  }
}

/** French unless the environment or `--lang` asks for English: it is our users' language. */
function messageLanguage(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const flag = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = argv[flag] ?? '';
  const asked = flag < 0 ? undefined : word.includes('=') ? word.split('=')[1] : argv[flag + 1];
  const locale = asked ?? [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(Boolean) ?? '';
  return locale.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

function statusOf(error: unknown): number {
  if (!(error instanceof ToolError)) return exitCodes.rendering;
  return error.kind === 'interrupted' ? exitCodes.interrupted : exitCodes[error.kind];
}

/** A user's mistake gets the cause and the remedy; a fault of ours says so and shows its stack. */
function explain(error: unknown, lang: Language): string {
  if (error instanceof ToolError) {
    return `${words.nsp[lang]}${error.text[lang]}\n${error.hint ? `→ ${error.hint[lang]}\n` : ''}`;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${words.nsp[lang]}${words.bug[lang]}\n${stack}\n`;
}

function hostOf(process: NodeJS.Process, signal: AbortSignal, endings: (() => void)[]): Host {
  const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)));
  return {
    cwd: process.cwd(),
    env: process.env,
    uid: process.getuid?.(),
    platform: process.platform,
    nodeVersion: process.version,
    now: new Date().toISOString(),
    packageRoot,
    thread: `${packageRoot}/lib/thread.cjs`,
    get version() {
      const manifest = JSON.parse(readFileSync(`${packageRoot}/package.json`, 'utf8')) as { version: string };
      return manifest.version;
    },
    out: streamOf(process.stdout),
    err: streamOf(process.stderr),
    signal,
    get machine() {
      return { user: userName(), host: hostname(), home: homedir() };
    },
    onEnd: (clean) => {
      endings.push(clean);
    },
  };
}

/** A container may run a user who has no name. */
function userName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

function streamOf(stream: NodeJS.WriteStream): Stream {
  // A terminal that does not know its size says 0: the spinner's library would divide by it.
  if (stream.isTTY && !stream.columns) stream.columns = 80;
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY,
    columns: stream.columns || 100,
  };
}

async function flushed(process: NodeJS.Process): Promise<void> {
  // The error of a write to a file comes a turn later.
  await new Promise((done) => setImmediate(done));
  const streams = [process.stdout, process.stderr].filter((stream) => stream.writableLength > 0);
  await Promise.all(
    streams.map(
      (stream) =>
        new Promise((done) => {
          stream.once('drain', done);
          stream.once('error', done);
        }),
    ),
  );
}
