import { answerOfError, answerOfStatus, type LinkAnswer } from './link-answer.ts';
import { request, type RequestOptions, type Response } from './request.ts';

export interface AskOptions extends Omit<RequestOptions, 'method' | 'signal'> {
  /** Milliseconds that a link may take, redirections included. */
  readonly deadline: number;
  /** Runs a request when its host is free. */
  readonly inTurn: <Result>(host: string, work: () => Promise<Result>) => Promise<Result>;
}

const mostHops = 10;
/** Services whose redirection says that the identifier exists; where it leads, publishers refuse programs. */
const resolvers = new Set(['doi.org', 'www.doi.org', 'dx.doi.org', 'hdl.handle.net']);

/** Asks what became of an address: a HEAD, a GET where that is not well taken, redirections followed. Never throws. */
export async function askLink(address: string, options: AskOptions): Promise<LinkAnswer> {
  let url = new URL(address);
  url.hash = '';
  const budget = { left: options.deadline };
  let movedTo: string | undefined;
  let isPermanent = true;
  try {
    for (let hop = 0; hop < mostHops; hop += 1) {
      const { status, location } = await askOnce(url, options, budget);
      if (!isRedirection(status) || location === undefined) return withMove(answerOfStatus(status), movedTo);
      if (resolvers.has(url.hostname)) return { state: 'alive', status };
      isPermanent &&= status === 301 || status === 308;
      if (!URL.canParse(location, url)) return { state: 'unknown', doubt: 'odd', status };
      url = new URL(location, url);
      if (!/^https?:$/u.test(url.protocol)) return { state: 'unknown', doubt: 'odd', status };
      if (isPermanent) movedTo = url.href;
    }
    return { state: 'unknown', doubt: 'odd' };
  } catch (error) {
    return answerOfError(error);
  }
}

function isRedirection(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function withMove(answer: LinkAnswer, movedTo: string | undefined): LinkAnswer {
  return answer.state === 'alive' && movedTo !== undefined ? { ...answer, movedTo } : answer;
}

interface Budget {
  left: number;
}

/** A HEAD; a GET too where its answer may come of its being a HEAD. */
async function askOnce(url: URL, options: AskOptions, budget: Budget): Promise<Response> {
  return options.inTurn(url.host, async () => {
    const head = await timed(url, 'HEAD', options, budget).catch((error: unknown) => {
      if (isHeadAtFault(error)) return undefined;
      throw error;
    });
    const isSettled = head && (head.status < 400 || head.status === 429);
    return isSettled ? head : timed(url, 'GET', options, budget);
  });
}

/** Some servers hang up on what they do not know. */
function isHeadAtFault(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ECONNRESET' || code.startsWith('HPE_');
}

type Method = RequestOptions['method'];

async function timed(url: URL, method: Method, options: AskOptions, budget: Budget): Promise<Response> {
  const start = performance.now();
  const signal = AbortSignal.timeout(Math.max(1, Math.ceil(budget.left)));
  try {
    return await request(url, { ...options, method, signal });
  } finally {
    budget.left -= performance.now() - start;
  }
}
