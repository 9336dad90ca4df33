import type { Decimal } from 'decimal.js';
import { decimal } from '../../quantity/decimal.ts';
import { measures } from '../lexicon.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { timeNamed } from '../periods.ts';
import { after } from '../reading.ts';
import type { Token } from '../token.ts';

/** An article, and the name of what there is one of. */
export const eachBefore = wordy(
  /\b(?:chaque|each|every|par|per|toute?|une?|l[ae]|l'|an?|the) ?(?:average |single |typical |seule? |simple )?([a-zà-ÿœ-]+(?: carré| cube)?)/g,
);

/** "480 € le mètre carré", "un mètre de digue revient à 46 euros": so much for each unit of a measure. */
export function perMeasureFactor(passage: Passage, rate: Token, count: Token): Decimal | undefined {
  if (
    rate.unitClass === 'measure' ||
    (rate.per !== '' && timeNamed(rate.per) === undefined && !measures.has(rate.per))
  )
    return undefined;
  const measure = measures.get(count.family);
  const names = [rate.per, ...measuresNamed(passage, rate)];
  const each = names.map((name) => measures.get(name)).find((named) => named?.[0] === measure?.[0]);
  if (!measure || !each) return undefined;
  return decimal(measure[1]).div(each[1]);
}

const perMeasure = wordy(
  /^[^.,;:()0-9]{0,24}? (?:le|la|l'|a|an|the|par|per|au|à l'|du|chaque|each|every) ?([a-zà-ÿœ]+(?: carrés?| cubes?)?)/,
);

/** The measures that the words around a rate name one of. */
function measuresNamed(passage: Passage, rate: Token): string[] {
  const right = perMeasure.exec(after(passage, rate, 44))?.[1] ?? '';
  const from = passage.sentences[rate.sentence]?.start ?? 0;
  const head = passage.folded.slice(Math.max(from, rate.from - 80), rate.from);
  return [right, right.split(' ')[0] ?? '', ...[...head.matchAll(eachBefore)].map(([, word = '']) => word)];
}

/** What brings a power to the energy that it makes in an hour: "2 000 watts", "16 kWh". */
export function poweredFactor(from: Token, to: Token): Decimal | undefined {
  const [power, energy] = [measures.get(from.family), measures.get(to.family)];
  if (power?.[0] !== 'power' || energy?.[0] !== 'energy') return undefined;
  return decimal(power[1]).div(energy[1]);
}
