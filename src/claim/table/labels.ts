import { foldAccents } from '../../util/fold-accents.ts';

/** What the head of a column or of a row says of its numbers. */
export interface Label {
  readonly text: string;
  /** Lower case, no accents, plain spaces and apostrophes. */
  readonly key: string;
  readonly role: Role;
  /** Whether the words leave no doubt: "Total", unlike "Ensemble" or "Population totale". */
  readonly isStrong: boolean;
  /** "dont…", "y compris…": a part of the line above, no part beside it. */
  readonly isWithin: boolean;
  /** Set off from the line above by a space or a dash: a part of it. */
  readonly isIndented: boolean;
  /** Whether the whole of it is set in bold, as the heads of groups are. */
  readonly isEmphatic: boolean;
  readonly years: readonly string[];
}

/**
 * What a line is, as far as its head tells: `value` may be anything, `rate` is never added up, `name` holds years,
 * ranks and codes.
 */
export type Role =
  | 'total'
  | 'share'
  | 'growth'
  | 'difference'
  | 'points'
  | 'multiple'
  | 'per'
  | 'running'
  | 'rate'
  | 'name'
  | 'value';

interface Cue {
  readonly role: Role;
  readonly pattern: RegExp;
  readonly isStrong?: boolean;
}

const totalWords = String.raw`(?:sous[- ]?totaux|sous[- ]?total|totaux|total|totals|somme|sub-?totals?|grand total|sum)\b`;

/** The first that fits tells the role. */
const cues: readonly Cue[] = [
  {
    role: 'name',
    pattern:
      /^(?:annees?|ans?|exercices?|dates?|mois|jours?|periodes?|millesimes?|rangs?|classement|n°.*|numeros?|no|codes?|id|#|articles?|lignes?|etapes?|echeances?|years?|months?|days?|ranks?|ranking|steps?|pages?|departements?|communes?|lots?|siren|siret|insee|postal.*|code .*)$/u,
  },
  { role: 'total', pattern: new RegExp(`^${totalWords}(?! par\\b| per\\b)`, 'u'), isStrong: true },
  { role: 'rate', pattern: /\b(?:indices?|index|base 100|medianes?|median)\b/u },
  {
    role: 'points',
    pattern: /(?:\b(?:evolution|variation|ecart|difference|change|gap)s?\b.*|\(|\ben )(?:points?|pts?|pp)\b/u,
  },
  {
    role: 'growth',
    pattern:
      /(?:^|\b)(?:evolutions?|evol\.?|variations?|var\.|croissance|hausses?|baisses?|progressions?|augmentations?|diminutions?|reculs?|changes?|growth|increases?|decreases?|glissement|tcam|rise|fall)(?:$|[^a-z])|^[δ∆]/u,
  },
  { role: 'multiple', pattern: /\bmultiplie\w* par\b|\bmultiplied by\b|^×$/u },
  {
    role: 'per',
    pattern:
      /\b(?:par|per) (?:habitants?|hab|agents?|eleves?|etudiants?|personnes?|tete|menages?|lits?|places?|logements?|emplois?|etp|beneficiaires?|patients?|salaries?|unites?|dossiers?|jours?|mois|heures?|km|capita|head|person|pupils?|students?|beds?|households?|inhabitants?|unit|day|mois|an|year|month|week|semaine|visiteurs?|entrees?|passages?|voyages?|repas|classes?|ecoles?|classe|site)\b|\b(?:au|a la|le|du) (?:km2?|kilometre|metre|m2|m3|litre|kilo|kg|tonne|repas|dossier)\b|\/ ?(?:hab|agent|eleve|jour|h|m2|ha|km|etp|lit)|\b(?:couts?|prix|salaires?|depenses?|montants?|tailles?|durees?) (?:unitaires?|moyens?|moyennes?)\b|\bunit (?:cost|price)s?\b|\b(?:pour|per) \d|densite|density/u,
  },
  {
    role: 'rate',
    pattern:
      /\b(?:moyennes?|moyens?|moy\.?|average|mean|prix|ages?|temperatures?|notes? moyennes?|scores?|durees?|delais?|quantile|decile)\b/u,
  },
  {
    role: 'difference',
    pattern:
      /\b(?:soldes?|ecarts?|differences?|resultats?|restes?|excedents?|deficits?|nette?s?|balances?|gaps?|surplus|shortfall|besoins?|marges?|variances?|over|under|restants?|un(?:spent|used|filled|let|sold|paid|claimed)|(?:sous|sur)-[a-z]+|non (?:consommes?|pourvus?|utilises?|depenses?|executes?|verses?|attribues?)|non-[a-z]+es|inutilises?|reliquats?|disponibles?|vacants?|vacanc(?:y|ies))\b/u,
  },
  {
    role: 'share',
    pattern:
      /%|\b(?:parts?|shares?|proportions?|poids|pourcentages?|percent|percentages?|pour cent|taux|rates?|repartition|frequence|structure|distribution)\b/u,
  },
  {
    role: 'multiple',
    pattern: /\b(?:rapports?|ratios?|coefficients?|multiplicateurs?|multiples?|fois)\b|^×/u,
  },
  { role: 'running', pattern: /\b(?:cumule?e?s?|cumulative|running)\b/u },
  {
    role: 'total',
    pattern:
      /^(?:ensemble|tous|toutes|all|overall|combined|both|les deux|reunis)\b|\b(?:cout|prix|budget) complet\b|\b(?:total|totale|totaux|totales|global|globale|globaux|combined)$/u,
  },
];

const within = /^(?:[-–—•↳→> ]*)(?:dont|y compris|of which|including|incl\.?|thereof|parmi lesquels|soit)\b/u;

/** Reads the head of a line. Years alone make a value: they name a period. */
export function readLabel(text: string, isEmphatic = false): Label {
  const key = keyOf(text);
  const cue = cues.find(({ pattern }) => pattern.test(key));
  return {
    text,
    key,
    role: cue?.role ?? 'value',
    isStrong: cue?.isStrong ?? cue?.role !== 'total',
    isWithin: within.test(key),
    isIndented: /^(?:[\u00a0\u2002\u2003]|[-–—•↳→>] ?\p{L})/u.test(text),
    isEmphatic,
    years: [...new Set(key.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? [])],
  };
}

function keyOf(text: string): string {
  return foldAccents(text.slice(0, 200))
    .replace(/[\s\uFFFC]+/gu, ' ')
    .replaceAll('’', "'")
    .replace(/[*†‡]+$/u, '')
    .trim();
}

const counted =
  /\b(?:effectifs?|nombres?|agents?|lits?|eleves?|personnes?|postes?|habitants?|emplois?|dossiers?|logements?|naissances?|deces|entrees|sorties|voix|inscrits?|votants?|patients?|salaries?|etudiants?|femmes?|hommes?|places?|ecoles?|communes?|classes?|reponses?|menages?|number|count|staff|people|beds?|pupils?|students?|women|men|births|deaths|votes?|arrivals|departures|schools|headcount)\b/u;

/** Whether the words name what is counted one by one, so that no number of the line is a rounding. */
export function countsThings(label: Label): boolean {
  return counted.test(label.key);
}

const overlapping =
  /\b(?:patients?|beneficiaires?|allocataires?|usagers?|clients?|visiteurs?|abonnes?|assures?|donneurs?|adherents?|users?|claimants?|recipients?|visitors?|customers?|members?)\b/u;

/** Whether the words name people who may be counted in several parts, so that their total may be less. */
export function mayOverlap(label: Label): boolean {
  return overlapping.test(label.key);
}

/** Words beside a table that leave its sums open: rounding, several answers, a selection. */
export function leavesSumsOpen(text: string): boolean {
  return /\b(?:plusieurs reponses|reponses multiples|choix multiples?|multiple (?:answers|responses)|several answers|non additi\w+|ne s'additionn\w+|pas (?:additi\w+|egal)|depasse 100|doubles? comptes?|principaux|principales|extraits?|selection|top \d|not exhaustive|may not (?:sum|add))\b/u.test(
    keyOf(text),
  );
}

/** Words beside a table that make its whole numbers roundings: "en milliers d’euros", "arrondis". */
export function saysRounded(text: string): boolean {
  return /\b(?:en |in )?(?:milliers|millions|milliards|thousands|billions)\b|\b[km]d?s?€|€ ?(?:m|bn|k)\b|arrondi|round/u.test(
    keyOf(text),
  );
}
