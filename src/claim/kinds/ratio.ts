import { inverse, quotient, type Operation } from '../operation.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { after, before, isAmount, isNamed, neighbours, type Reading } from '../reading.ts';
import type { Token } from '../token.ts';
import { measureFactor, timeFactor } from '../units.ts';
import { isDivisor, isTotal, strengthOf, type Sharing } from './ratio-ties.ts';

/** "N € par habitant", "N repas chacun", "un surveillant pour N détenus": a total shared out. */
export function ratioReadings(passage: Passage, token: Token): Reading[] {
  if (token.type !== 'quantity' || token.unitClass === 'percent' || token.unitClass === 'point') return [];
  const amounts = neighbours(passage, token).filter(
    (other) =>
      isAmount(other) &&
      other.unitClass !== 'percent' &&
      (other.per === '' || token.per === '' || other.per !== token.per),
  );
  if (amounts.length < 2) return [];
  return oneFor(passage, token, amounts) ?? perEach(passage, token, amounts);
}

const each = wordy(
  /^[^.;:()0-9]{0,28}\b(?:chacune?|chaque|each|apiece|par tête|per head|per capita|pièce|l'unité|en moyenne|on average|a head|a piece|an? (?:officer|person|pupil|patient|case|household|bed|day|night)|(?:par|per) (?!rapport|an\b|exemple|cent)([a-zà-ÿœ]{3,})|(?:au|à l'|pour un|pour une|for every|for each|to every|every) ?(km|kilomètre carré|km²|hectare|[a-zà-ÿœ]{4,})|(?:la|le|l') ?(garde|nuit|repas|séance|place|copie|journée|heure|tonne|litre|mètre|unité))|^ (?:le|la|l') ?([a-zà-ÿœ]{4,})(?= ?[.,;)]| ?$)/,
);
const mean = wordy(
  /\b(?:moyennes?|moyens?|average|mean|unitaire|unit cost|ratio|densité|density)\b[^.;()]{0,60}$|\b(?:chaque|chacune?|each|every|par|per) ([a-zà-ÿœ]+)[^.;:()]{0,60}$/,
);

function perEach(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] {
  const behind = each.exec(after(passage, token, 48));
  const ahead = mean.exec(before(passage, token, 90));
  if (token.per === '' && !behind && !ahead) return [];
  const noun = token.per === '' ? nounOf(behind, ahead) : token.per;
  const pairs = sharings(token, amounts);
  const named = pairs.filter((pair) => isFit(passage, token, noun, pair));
  const kept = named.length > 0 ? named : pairs;
  const isWeak = !behind && noun === ahead?.[1] && !/^(?:par|per) /.test(ahead[0]);
  const most = isWeak && named.length === 0 ? 2 : 3;
  return kept.slice(0, 12).map((pair): Reading => {
    const facts = { ...pair, noun, amounts, isFit: named.length > 0, isSole: kept.length === 1 };
    const strength = strengthOf(passage, token, facts);
    const inputs = [pair.total, pair.divisor];
    return {
      kind: 'ratio',
      token,
      inputs,
      operation: operationOf(token, pair.total),
      strength: strength > most ? most : strength,
    };
  });
}

function nounOf(behind: RegExpExecArray | null, ahead: RegExpExecArray | null): string {
  return behind?.slice(1).find(Boolean) ?? ahead?.[1] ?? '';
}

function sharings(token: Token, amounts: readonly Token[]): Sharing[] {
  return amounts
    .filter((total) => isTotal(token, total))
    .flatMap((total) =>
      amounts
        .filter((divisor) => divisor !== total && isDivisor(divisor, total, token))
        .map((divisor) => ({ total, divisor })),
    );
}

/** Whether the words name what is shared and among what: "sept agents par prestataire". */
function isFit(passage: Passage, token: Token, noun: string, { total, divisor }: Sharing): boolean {
  if (noun.length < 4 || divisor.unitClass === 'time') return false;
  const isShared = token.unitClass !== 'count' || isNamed(passage, total, token.family);
  return isShared && (isNamed(passage, divisor, noun) || divisor.family === noun);
}

/** Hours shared out may be said in minutes. */
function operationOf(token: Token, total: Token): Operation {
  const factor =
    token.unitClass === 'measure' ? measureFactor(total, token) : timeFactor(total.family, token.family);
  if (factor === undefined || factor.eq(1)) return quotient();
  return quotient(factor, ` × ${factor.toSignificantDigits(6).toFixed()}`);
}

const oneForLead = wordy(
  /\b(?:une?|1|one|a|an) ([a-zà-ÿœ'-]{3,24})(?: [a-zà-ÿœ'-]+){0,4} (?:pour|for every|for each|for|per|to) $/,
);

/** "un surveillant pour 50 détenus": the second counted over the first. */
function oneFor(passage: Passage, token: Token, amounts: readonly Token[]): Reading[] | undefined {
  const left = passage.folded.slice(Math.max(0, token.from - 60), token.from);
  const match = oneForLead.exec(left);
  if (!match || token.unitClass === 'time' || token.unitClass === 'money') return undefined;
  const counted = amounts.filter((other) => other.size > 1);
  const few = counted.filter((other) => isNamed(passage, other, match[1] ?? ''));
  const named = counted.filter((other) => token.family.length > 2 && isNamed(passage, other, token.family));
  const others = counted.filter((other) => other.unitClass === 'count' && !few.includes(other));
  const many = named.length > 0 ? named : others;
  const start = token.from - left.length + match.index;
  const pairs = few.flatMap((one) => many.filter((other) => other !== one).map((other) => [one, other]));
  return pairs.map((inputs): Reading => ({
    kind: 'ratio',
    token,
    inputs,
    operation: inverse,
    strength: pairs.length === 1 ? 3 : 2,
    start,
  }));
}
