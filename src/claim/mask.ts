import { wordy } from './pattern.ts';

/** A number in digits and what stands around it, in lower case. */
export interface Written {
  readonly folded: string;
  readonly text: string;
  readonly start: number;
  /** After its digits. */
  readonly digitsEnd: number;
  /** Whether a unit says that it is a quantity: euros, per cents, a magnitude. */
  readonly hasUnit: boolean;
  /** The noun right after it, as typed; empty when there is none. */
  readonly noun: string;
}

/** Words whose number is a name. */
const names = words(`
    alinéa alinéas titre livre lot lots zone catégorie niveau level grade échelon phase axe action
    programme mission proposition recommandation objectif question item scénario option bâtiment salle
    room porte bureau étage floor quai voie ligne bus tram métro rer train vol flight rue route road
    highway nationale départementale autoroute junction bp cs cedex tél téléphone tel phone fax ext siret
    siren rcs isbn issn doi iso nf ifrs covid indice années decree rule regulation règlement directive
    ordonnance circulaire instruction délibération avis arrêt arrêté dossier case lettre cotation canal
    channel chaîne point paragraphe paragraph considérant clause schedule part partie acte act épisode
    episode saison season match round set dossard taille size pointure top g version windows python
    formulaire form cerfa
`);
/** Words whose number is a place in a text. */
const references = words(`
    p pp page pages art article articles n° no nos numéro numéros number chap chapitre chapitres chapter
    section tome vol volume décret loi law version v ligne line figure tableau table annexe note step
    étape §
`);
const roads = /(?:^|[\s(])(?:[ADEMNRBL]|RN|RD|RER|PK|CE|CM|UE|DC|VC)[ .-]?$/u;
const listed = /(?:^|[.;:] )\(?$/;
const address = wordy(
  /^ ?,? ?(?:bis |ter )?,? ?(?:rue|avenue|boulevard|bd|place|quai|allée|impasse|chemin|route|square(?! (?:miles?|kilom|met|f[eo]))|cours de|cité)\b/,
);
const score = /^[-–/:]\d{1,2}(?![\d.,]|\s?[%€£$])/;
const dayRangeAfter = wordy(
  /^(?:, ?\d{1,2}){0,6},? ?(?:au|et|à|-|–|to|and|ou) ?\d{1,2} (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december|1er)\b|^ au 1er\b/,
);
const spanLead = wordy(
  /\b(?:nuits?|jours?|semaines?|week-ends?|périodes?|vacances|congés?|session|arrêts?|séjours?|stages?|grève) du $/,
);
const spanTail = /^ au (?:1er|\d{1,2})(?![\d.,]\d| ?[%€])/;
const legalHours = /(?:^| )(?:les|des|aux|semaines? de) $/;

/** Whether the digits are a name: a reference, a road, a room, an address, a score, a day, a list's number. */
export function isName(written: Written): boolean {
  const { folded, start, digitsEnd, hasUnit } = written;
  const around = {
    before: folded.slice(Math.max(0, start - 26), start),
    after: folded.slice(digitsEnd, digitsEnd + 28),
  };
  if (around.before.endsWith('[') && around.after.startsWith(']')) return true;
  if (/(?<!\d)\/$|[#@_]$/.test(around.before)) return true;
  if (hasUnit) return false;
  return [isNumbered, isScoreOrDay, isLegalTime, isPlace, isItem].some((isSo) => isSo(written, around));
}

interface Around {
  readonly before: string;
  readonly after: string;
}

const grouped = /^\d{1,3}[ ,.]\d{3}/;
/** "graduates number 104". */
const numbering = /[a-z]s number $/;
const noReference = words('no line note law step figure');

/** "article 3", "salle 108", "N 20". */
function isNumbered({ folded, text, start, digitsEnd, noun }: Written, { before }: Around): boolean {
  const [last, lastButOne] = lastWords(before);
  if (!numbering.test(before)) {
    const isLarge = grouped.test(folded.slice(start, digitsEnd));
    if (references.has(last) && !isLarge && (noun === '' || !noReference.has(last))) return true;
    const isNamed = names.has(last) || (isShort(last) && names.has(lastButOne));
    if (isNamed && !/[sx]$/.test(noun)) return true;
  }
  return noun === '' && isRoadOrListed({ folded, text, start, digitsEnd });
}

/** "A 7", "paragraphes 112 à 118"; "la liste B 1 988" is no road. */
function isRoadOrListed({ folded, text, start, digitsEnd }: Omit<Written, 'hasUnit' | 'noun'>): boolean {
  if (isOfNumberedList(folded, start)) return true;
  return (
    roads.test(text.slice(Math.max(0, start - 5), start)) && !grouped.test(folded.slice(start, digitsEnd))
  );
}

const numberedList = wordy(/\b([a-zà-ÿœ]{3,})s (?:\d{1,4}(?:, | à | et | ou | and | to | or |-)){0,5}$/);

/** "paragraphes 112 à 118", "notes 9, 14 et 27". */
function isOfNumberedList(folded: string, start: number): boolean {
  const name = numberedList.exec(folded.slice(Math.max(0, start - 50), start))?.[1] ?? '';
  return references.has(name) || names.has(name);
}

const lastTwo = /(?:(?:^|[ («"'])([a-zà-ÿœ]+)\.? ?)?(?:^|[ («"'.])([a-zà-ÿœ§]+°?)\.? ?-?$/;

/** The words right before a number, the last first; none where something else parts them from it. */
function lastWords(before: string): [last: string, lastButOne: string] {
  const match = lastTwo.exec(before);
  return [match?.[2] ?? '', match?.[1] ?? ''];
}

/** "salle n° 12", "ligne b 3": what may stand between the word and its number. */
function isShort(word: string): boolean {
  return word.length === 1 || word === 'n°' || word === 'no' || word === 'number';
}

function isScoreOrDay(_: Written, { before, after }: Around): boolean {
  if (score.test(after) || /\d[-–]$/.test(before)) return true;
  if (spanLead.test(before) && spanTail.test(after)) return true;
  return /(?: (?:le|du|au|les|between|from|on) |[,(] ?)$/.test(` ${before}`) && dayRangeAfter.test(after);
}

/** "les 35 heures". */
function isLegalTime({ folded, start, digitsEnd }: Written, { before, after }: Around): boolean {
  const isLegal = /^(?:35|39|32)$/.test(folded.slice(start, digitsEnd));
  return isLegal && legalHours.test(before) && /^ ?h/.test(after);
}

/** "12 rue Pitot", "35000 Rennes", "covid-19", "20 °C". */
function isPlace({ text, digitsEnd, folded, start }: Written, { before, after }: Around): boolean {
  const digits = folded.slice(start, digitsEnd);
  if (address.test(after) || /^ ?°|^\/\d/.test(after)) return true;
  if (/^\d{5}$/.test(digits)) return /^\s\p{Lu}\p{Ll}/u.test(text.slice(digitsEnd, digitsEnd + 3));
  return /^0\d/.test(digits) || /[a-z]-$/.test(before);
}

/** "1)", "2. " at the head of a line. */
function isItem({ start }: Written, { before, after }: Around): boolean {
  return (listed.test(before) && /^ ?[)°]/.test(after)) || (start === 0 && after.startsWith('. '));
}

const yearBefore = wordy(
  /(?:\b(?:en|depuis|dès|avant|après|budget|exercice|année|rentrée|loi|plan|campagne|rapport|édition|fin|début|été|hiver|printemps|automne|horizon|in|since|by|before|after|until|year|early|late|of|mid|and|et|à|de|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) |[(-])$/,
);

/** Whether a number that looks like a year counts something after all: "1936 postes". */
export function countsThings(folded: string, start: number, noun: string): boolean {
  if (!/[sx]$/.test(noun) || noun === 'mars') return false;
  return !yearBefore.test(folded.slice(Math.max(0, start - 14), start));
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
