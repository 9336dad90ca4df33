import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { after, before, indexOf, isNamed } from '../reading.ts';
import { isOneWord } from '../periods.ts';
import type { Token } from '../token.ts';

/** "par agent", "chacun", "au kilomètre carré", right after. */
const each = wordy(
  /^(?:(?! et | and )[^.;:(),0-9]){0,28}\b(?:(?:dans |pour |for |to |in )?(?:chaque|each|every) ((?!of\b)[a-zà-ÿœ]{4,})|chacune?|chaque|each|apiece|par tête|per head|per capita|pièce|l'unité|en moyenne|on average|a head|a piece|(?:par|per) (?!rapport|an\b|exemple|cent|une?\b|les?\b|la\b|l'|des\b|ce\b|cette\b|ces\b|s[aeo]\w*\b|leurs?\b|ailleurs)([a-zà-ÿœ]{3,})|(?:au|à l'|pour une?|to an?|to the) ?(km|kilomètre carré|km²|hectare|[a-zà-ÿœ]{4,})|(?:la|le|l') ?(garde|nuit|repas|séance|place|copie|journée|heure|tonne|litre|mètre|unité))|(?:dans chaque|for every|for each|to every|every|in each|in every) ([a-zà-ÿœ]{4,})|^ (?:le|la|l') ?([a-zà-ÿœ]{4,})(?= ?[.,;)]| ?$)/,
);
/** Words of sharing that follow a number as its noun would: "600 chacun". */
export const eachUnits = /^(?:chacune?|each|apiece|pièce)$/;
/** "£75,000 a place": only where what is so named is counted. */
const articled = wordy(/^ (?:[a-zà-ÿœ-]+ )?(?:an?|the|l[ae]|l') ?([a-zà-ÿœ]{3,})\b/);
/** "en moyenne", "chaque agent", "par hectare", before, with no other number in between. */
const mean = wordy(
  /\b(?:moyennes?|moyens?|average|mean|unitaire|unit cost|ratio|densité|density)\b[^.;()0-9]{0,60}$|\b(?:l[ae] |l'|the |an? )(?=[a-zà-ÿœ]{4})([a-zà-ÿœ]+)(?:,? (?:qui|which))?[^.;:(),0-9]{0,30} (?:y )?(?:revien|ressor|coût|cost|se pai|work)[a-zà-ÿ]*(?: out)?(?: (?:donc|ainsi|environ|about))? (?:à |at |us |the [a-z]+ )?$|\b(?:met|mettent|porte|fixe|place|puts?|brings?) (?:l[ae] |l'|the )([a-zà-ÿœ]{4,})[^.;:(),0-9]{0,30} (?:à |at )$|\b(?:chaque|chacune?|each|every|(?:par|per)(?= (?!rapport|exemple|une?\b|les?\b|la\b|des\b|ce\b|cette\b|ces\b|s[aeo]\w*\b|leurs?\b|ailleurs))) (?!hundred|thousand|cent |mille|one|two|deux|(?:with|from|by|on|in|at|for) )([a-zà-ÿœ]+)[^.;:()0-9]{0,60}$/,
);

/** The words that share out a number: what they name, and whether they only stand before it. */
export interface Cue {
  readonly noun: string;
  readonly isWeak: boolean;
  /** "par maître Vasseur", "au cours": the words share out only where what they name is counted. */
  readonly isLoose?: boolean;
  /** Right after the number, of which it is a part: "327 chacun", "45 € le carnet". */
  readonly isBehind?: boolean;
  /** Said of the number before, of which this is another level. */
  readonly isCarried?: boolean;
}

export function cueOf(passage: Passage, token: Token): Cue | undefined {
  return ownCue(passage, token) ?? carriedCue(passage, token);
}

const contrast = wordy(
  /(?:\b(?:contre|au lieu (?:de|d')|up from|down from|against|versus|compared (?:with|to)|instead of|quand|alors que|qui|where|when|coût\w*|cost\w*|rapport\w*)\b[^.;:()0-9]{0,40}|\()$/,
);

/** "3 333 € par concert, quand il en rapportait 2 573": the other level of what was shared out before. */
function carriedCue(passage: Passage, token: Token): Cue | undefined {
  const last = passage.tokens[indexOf(passage.tokens, token) - 1];
  if (last?.sentence !== token.sentence || last.type !== 'quantity') return undefined;
  const isLevel = last.unitClass === token.unitClass && last.family === token.family;
  if (!isLevel && token.unitClass !== 'bare') return undefined;
  const gap = passage.folded.slice(last.end, token.from);
  if (gap.length > 90 || !contrast.test(gap)) return undefined;
  const cue = ownCue(passage, last);
  return cue && { ...cue, isCarried: true };
}

function ownCue(passage: Passage, token: Token): Cue | undefined {
  const words = after(passage, token, 48);
  const behind = each.exec(eachUnits.test(token.family) ? ` ${token.family}${words}` : words);
  if (token.per !== '') return { noun: token.per, isWeak: false, isBehind: true };
  if (behind) {
    const isLoose = behind[3] !== undefined;
    return { noun: behind.slice(1).find(Boolean) ?? '', isWeak: false, isLoose, isBehind: true };
  }
  const article = articledNoun(passage, token, words);
  if (article !== '') return { noun: article, isWeak: false, isBehind: true };
  const period = periodBefore(passage, token);
  if (period !== undefined) return { noun: period, isWeak: true };
  const ahead = meanBefore(passage, token);
  if (ahead === undefined) return subjectBefore(passage, token);
  const isAhead = /^(?:par|per) /.test(ahead[0]);
  return {
    noun: /^(?:each|chacune?) [a-z]+(?:ed|ant|s)\b/.test(ahead[0])
      ? ''
      : (ahead.slice(1).find(Boolean) ?? ''),
    isWeak: !isAhead && !/^(?:l[ae] |l'|the|an? |met|porte|fixe|place|put|bring)/.test(ahead[0]),
    isLoose: isAhead,
  };
}

const oneSubject = wordy(
  /(?:^|[,;:(] ?|\b(?:que|qu'|donc|ainsi|soit|so|thus|that|and|et) ?)(?:une?|an?|one) ([a-zà-ÿœ]{4,}(?: [a-zà-ÿœ]{4,})?)\b[^;:()0-9]{1,60}$/,
);

/** "Un gestionnaire suit 283 dossiers": one of those who are counted elsewhere has so much. */
function subjectBefore(passage: Passage, token: Token): Cue | undefined {
  const last = passage.tokens[indexOf(passage.tokens, token) - 1];
  const from = Math.max(last?.end ?? 0, passage.sentences[token.sentence]?.start ?? 0, token.from - 90);
  const noun = oneSubject.exec(passage.folded.slice(from, token.from))?.[1]?.split(' ')[0] ?? '';
  const isCounted = passage.tokens.some(
    (other) => other !== token && other.unitClass === 'count' && isOneWord(other.family, noun),
  );
  return noun !== '' && isCounted ? { noun, isWeak: true } : undefined;
}

/** "Cadence quotidienne : 3 200 m³", "a daily output of 40": the period that an adjective shares a number out over. */
function periodBefore(passage: Passage, token: Token): string | undefined {
  const words = /[a-zà-ÿœ' -]{3,50}(?:[:,] ?)?$/.exec(before(passage, token, 60))?.[0] ?? '';
  const found = words.split(/[^a-zà-ÿœ]+/).findLast((word) => periods.has(word));
  return found === undefined ? undefined : periods.get(found);
}

const periods: ReadonlyMap<string, string> = new Map(
  [
    ['day', 'quotidien quotidienne quotidiennement journalier journalière daily'],
    ['week', 'hebdomadaire weekly'],
    ['month', 'mensuel mensuelle mensuellement monthly'],
    ['year', 'annuel annuelle annuellement yearly annual'],
    ['hour', 'horaire hourly'],
  ].flatMap(([unit = '', words = '']) => words.split(' ').map((word): [string, string] => [word, unit])),
);

function meanBefore(passage: Passage, token: Token): RegExpExecArray | undefined {
  const last = passage.tokens[indexOf(passage.tokens, token) - 1];
  const from = passage.sentences[token.sentence]?.start ?? 0;
  const start = Math.max(last?.end ?? 0, from, token.from - 90);
  return mean.exec(passage.folded.slice(start, token.from)) ?? undefined;
}

/** "à 30 € la traversée": a price of which there is one for each. */
const priced = /(?:^|[ :,(])(?:à|at|soit) $/;

function articledNoun(passage: Passage, token: Token, words: string): string {
  if (token.unitClass !== 'money' && token.unitClass !== 'measure') return '';
  const noun = articled.exec(words)?.[1] ?? '';
  if (noun.length < 4 || token.per !== '') return '';
  if (priced.test(before(passage, token, 8))) return noun;
  return passage.tokens.some((other) => other !== token && mayCount(other) && isNamed(passage, other, noun))
    ? noun
    : '';
}

function mayCount({ unitClass }: Token): boolean {
  return unitClass === 'count' || unitClass === 'bare' || unitClass === 'measure';
}
