/** Why nobody can tell whether a link is alive. */
export type Doubt =
  'refused' | 'busy' | 'failing' | 'slow' | 'secure' | 'unreachable' | 'private' | 'odd' | 'offline';

/** What became of a link. `status` is the last HTTP status, where there was one. */
export type LinkAnswer =
  | { readonly state: 'alive'; readonly status: number; readonly movedTo?: string }
  | { readonly state: 'dead'; readonly status?: number }
  | { readonly state: 'unknown'; readonly doubt: Doubt; readonly status?: number };

/** What an HTTP status that leads nowhere else says: refusals and failures are not death. */
export function answerOfStatus(status: number): LinkAnswer {
  if (status >= 200 && status < 300) return { state: 'alive', status };
  if (status === 404 || status === 410) return { state: 'dead', status };
  if (status === 429 || status === 503) return { state: 'unknown', doubt: 'busy', status };
  if (status >= 500) return { state: 'unknown', doubt: 'failing', status };
  return { state: 'unknown', doubt: status >= 400 ? 'refused' : 'odd', status };
}

const doubts: Readonly<Record<string, Doubt>> = {
  EPRIVATE: 'private',
  ABORT_ERR: 'slow',
  ETIMEDOUT: 'slow',
  EAI_AGAIN: 'unreachable',
};

/** What an error of the network says. A name that does not exist is dead; the rest is doubt. */
export function answerOfError(error: unknown): LinkAnswer {
  const code = codeOf(error);
  if (code === 'ENOTFOUND') return { state: 'dead' };
  const isSecure =
    /^(?:ERR_TLS|ERR_SSL|CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME_MISMATCH)/u.test(code);
  return { state: 'unknown', doubt: doubts[code] ?? (isSecure ? 'secure' : 'unreachable') };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'ABORT_ERR';
  return 'code' in error ? String(error.code) : '';
}
