import { createHash } from 'node:crypto';
import { mapLimited } from '../util/concurrency.ts';
import { askLink, type AskOptions } from './ask-link.ts';
import type { LinkAnswer } from './link-answer.ts';
import type { Resolve } from './request.ts';

/** Keeps answers from one run to the next. */
export interface AnswerStore {
  get(name: string): string | undefined;
  set(name: string, text: string): void;
}

export interface AskerOptions {
  readonly userAgent: string;
  readonly resolve: Resolve;
  readonly privateHosts: ReadonlySet<string>;
  readonly store: AnswerStore;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A host that is known to exist: that it cannot be found tells that this machine is off the network. */
  readonly knownHost: string;
  readonly deadline?: number;
  readonly atOnce?: number;
}

/** Asks addresses, each host one request at a time, and gives the answer of each. */
export type LinkAsker = (addresses: readonly string[]) => Promise<ReadonlyMap<string, LinkAnswer>>;

const day = 24 * 60 * 60 * 1000;

/** An asker for a run: what it was answered within a day is not asked again. */
export function makeLinkAsker(options: AskerOptions): LinkAsker {
  const ask: AskOptions = {
    userAgent: options.userAgent,
    resolve: options.resolve,
    privateHosts: options.privateHosts,
    deadline: options.deadline ?? 10_000,
    inTurn: makeTurns(),
  };
  return async (addresses) => {
    const unique = [...new Set(addresses)];
    const answers = await mapLimited(spread(unique), options.atOnce ?? 6, async (address) => {
      const name = `link-${createHash('sha256').update(address).digest('hex')}.v1.json`;
      const kept = readAnswer(options.store.get(name), options.now);
      if (kept) return [address, kept] as const;
      const answer = await askLink(address, ask);
      // What the network did today says nothing of tomorrow; and a name may be missing because the network is.
      if (answer.status !== undefined) {
        options.store.set(name, JSON.stringify({ at: options.now, answer }));
      }
      return [address, answer] as const;
    });
    return new Map(await withoutFalseDeaths(answers, options));
  };
}

/** Runs the work of each host one after the other. */
function makeTurns(): AskOptions['inTurn'] {
  const last = new Map<string, Promise<unknown>>();
  return async (host, work) => {
    const turn = (last.get(host) ?? Promise.resolve()).then(work, work);
    last.set(host, turn);
    return turn;
  };
}

/** Addresses in an order that goes from host to host, so that few wait for their turn. */
function spread(addresses: readonly string[]): string[] {
  const counts = new Map<string, number>();
  const ranked = addresses.map((address) => {
    const { host } = new URL(address);
    const rank = counts.get(host) ?? 0;
    counts.set(host, rank + 1);
    return { address, rank };
  });
  return ranked.sort((one, other) => one.rank - other.rank).map(({ address }) => address);
}

type Answers = readonly (readonly [string, LinkAnswer])[];

/** Off the network no name is found: then none is dead. */
async function withoutFalseDeaths(answers: Answers, { resolve, knownHost }: AskerOptions): Promise<Answers> {
  const isUnfound = ({ state, status }: LinkAnswer): boolean => state === 'dead' && status === undefined;
  if (!answers.some(([, answer]) => isUnfound(answer))) return answers;
  const isOnline =
    answers.some(([, { status }]) => status !== undefined) ||
    (await resolve(knownHost).then(
      () => true,
      () => false,
    ));
  if (isOnline) return answers;
  return answers.map(([address, answer]) => [
    address,
    isUnfound(answer) ? { state: 'unknown', doubt: 'offline' } : answer,
  ]);
}

function readAnswer(json: string | undefined, now: number): LinkAnswer | undefined {
  if (json === undefined) return undefined;
  try {
    const { at, answer } = JSON.parse(json) as { at?: unknown; answer?: unknown };
    const isFresh = typeof at === 'number' && now >= at && now - at < day;
    return isFresh && isAnswer(answer) ? answer : undefined;
  } catch {
    return undefined;
  }
}

function isAnswer(value: unknown): value is LinkAnswer {
  if (typeof value !== 'object' || value === null || !('state' in value)) return false;
  if (!('status' in value) || typeof value.status !== 'number') return false;
  if (value.state === 'unknown') return 'doubt' in value && typeof value.doubt === 'string';
  if ('movedTo' in value && typeof value.movedTo !== 'string') return false;
  return value.state === 'alive' || value.state === 'dead';
}
