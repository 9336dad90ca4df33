import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Resolve } from '../../src/online/request.ts';

export interface LocalServer {
  readonly port: number;
  /** "HEAD host/path" of each request, in order. */
  readonly asked: readonly string[];
  /** Most requests under way at once, for all hosts and for any one of them. */
  readonly most: { readonly all: number; readonly host: number };
  readonly agents: ReadonlySet<string>;
  close(): Promise<void>;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that answers each path as told, after a moment, whatever the host. */
export async function startServer(answers: Readonly<Record<string, Answer>>): Promise<LocalServer> {
  const asked: string[] = [];
  const agents = new Set<string>();
  const most = { all: 0, host: 0 };
  const open: string[] = [];
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/u, '');
    asked.push(`${request.method ?? ''} ${host}${request.url ?? ''}`);
    agents.add(request.headers['user-agent'] ?? '');
    open.push(host);
    most.all = Math.max(most.all, open.length);
    most.host = Math.max(most.host, open.filter((one) => one === host).length);
    const leave = (): void => {
      const at = open.indexOf(host);
      if (at >= 0) open.splice(at, 1);
    };
    response.on('finish', leave);
    const answer = answers[request.url ?? ''];
    setTimeout(() => {
      if (answer) answer(request, response);
      else response.writeHead(200).end('<p>Bonjour</p>');
    }, 10);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    most,
    agents,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  };
}

/** Every name is this machine, but for those that do not exist. */
export const resolveHere: Resolve = (host) => {
  if (!host.endsWith('.invalid')) return Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
  return Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));
};

export function status(code: number, location?: string): Answer {
  return (_request, response) => response.writeHead(code, location === undefined ? {} : { location }).end();
}
