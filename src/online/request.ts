import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as askInClear } from 'node:http';
import { request as askSecurely } from 'node:https';
import { isPrivateAddress, literalAddress } from './private-address.ts';

/** Resolves a name to its addresses; throws as `dns.lookup` does. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export interface RequestOptions {
  readonly method: 'HEAD' | 'GET';
  readonly userAgent: string;
  readonly resolve: Resolve;
  /** Hosts of private networks that the workspace lets be asked. */
  readonly privateHosts: ReadonlySet<string>;
  readonly signal: AbortSignal;
}

export interface Response {
  readonly status: number;
  readonly location: string | undefined;
}

export const resolveBySystem: Resolve = (host) =>
  new Promise((done, fail) => {
    systemLookup(host, { all: true }, (error, addresses) => {
      if (error) fail(error);
      else done(addresses);
    });
  });

/**
 * Asks an address for its status alone: what follows the head is not read. The connection goes to the very address that
 * was found to be public, which `fetch` cannot promise: a name may change its address between two look-ups.
 */
export async function request(url: URL, options: RequestOptions): Promise<Response> {
  const { method, userAgent, signal } = options;
  const literal = literalAddress(url);
  const isAllowed = options.privateHosts.has(url.hostname);
  if (literal !== undefined && !isAllowed && isPrivateAddress(literal)) throw privateAddress();
  const ask = url.protocol === 'https:' ? askSecurely : askInClear;
  return new Promise((done, fail) => {
    const asked = ask(url, {
      method,
      signal,
      agent: false,
      headers: { 'user-agent': userAgent, accept: '*/*', connection: 'close' },
      lookup: guardedLookup(options.resolve, isAllowed),
    });
    asked.on('response', (response) => {
      done({ status: response.statusCode ?? 0, location: response.headers.location });
      response.destroy();
    });
    asked.on('error', fail);
    asked.end();
  });
}

type Callback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

function guardedLookup(resolve: Resolve, isAllowed: boolean) {
  return (host: string, { all, family }: LookupOptions, callback: Callback): void => {
    resolve(host)
      .then((addresses) => {
        const open = addresses.filter(({ address }) => isAllowed || !isPrivateAddress(address));
        const fitting = open.filter(
          (one) => !family || one.family === Number(String(family).replace('IPv', '')),
        );
        const [first] = fitting;
        if (!first) throw privateAddress();
        if (all) callback(null, [...fitting]);
        else callback(null, first.address, first.family);
      })
      .catch((error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), '');
      });
  };
}

function privateAddress(): Error {
  return Object.assign(new Error('a private address'), { code: 'EPRIVATE' });
}
