import { foldAccents } from '../../util/fold-accents.ts';

const based =
  /\b(?:bases? (?:de |d'|: ?|of )?|a raison de |pour |for |by |divided by |divises? par |sur |over |on )(\d{1,3}(?:[ ,]\d{3})+|\d{2,5})(?![\d,.]*\d)(?= (?:heures?|h\b|hours?|jours?|j\b|days?|semaines?|weeks?|mois|months?|eleves|pupils|places|habitants))/gu;
const mostBases = 3;

/** The numbers that words beside a table name as what its own are divided by: "sur la base de 1 607 heures". */
export function basesIn(beside: string): number[] {
  const key = foldAccents(beside).replace(/\s+/gu, ' ');
  const found = [...key.matchAll(based)].map(([, digits = '']) => Number(digits.replace(/[ ,]/gu, '')));
  return [...new Set(found)].filter((base) => base > 1).slice(0, mostBases);
}
