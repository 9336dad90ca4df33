import type { Finding } from '../core/finding.ts';
import { ToolError } from '../core/tool-error.ts';
import { findingOf } from '../read/reading-problem.ts';
import { fr } from '../util/french.ts';
import type { TimeLimitError } from '../util/time-limit.ts';

const hint = {
  fr: 'Coupez ce document en plusieurs, ou cherchez-y un passage répété sans fin.',
  en: 'Cut this document into several, or look in it for a passage that is repeated without end.',
};

/** A document whose check was stopped. */
export function endlessCheck({ milliseconds }: TimeLimitError, path: string): Finding {
  const seconds = Math.round(milliseconds / 1000);
  const message = {
    fr: fr`L’examen de ce document n’était pas fini au bout de ${seconds} secondes : il a été arrêté.`,
    en: `The check of this document was not done after ${seconds} seconds: it was stopped.`,
  };
  return findingOf({ rule: 'document/size', place: undefined, message, help: hint }, path);
}

/** A document whose layout was stopped. */
export function endlessLayout(error: TimeLimitError): ToolError {
  const seconds = Math.round(error.milliseconds / 1000);
  const text = {
    fr: fr`La mise en page n’était pas finie au bout de ${seconds} secondes : elle a été arrêtée.`,
    en: `The layout was not done after ${seconds} seconds: it was stopped.`,
  };
  return new ToolError('rendering', text, hint, error);
}
