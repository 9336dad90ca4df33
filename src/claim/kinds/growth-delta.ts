import { decimal } from '../../quantity/decimal.ts';
import type { Operation } from '../operation.ts';
import { breaker, type Sense } from '../cues.ts';
import { levelsOf } from '../changes.ts';
import type { Passage } from '../passage.ts';
import { wordy } from '../pattern.ts';
import { before, between, indexOf, isAmount, isDuration, type Reading, type Strength } from '../reading.ts';
import { senseOf } from '../sense.ts';
import type { Token } from '../token.ts';
import { isLike } from '../units.ts';

const nothing = decimal(NaN);

/** How much a level that has just risen by the second, or fallen by it, has changed. */
const fromLevel: Readonly<Record<Sense, Operation>> = {
  rise: {
    apply: ([level, delta]) => (level && delta ? delta.abs().div(level.minus(delta.abs())) : nothing),
    rough: ([level = 0, delta = 0]) => Math.abs(delta) / (level - Math.abs(delta)),
    rises: (index) => index === 1,
    words: ([level = '', delta = '']) => `${delta} ÷ (${level} − ${delta})`,
  },
  fall: {
    apply: ([level, delta]) => (level && delta ? delta.abs().div(level.plus(delta.abs())).neg() : nothing),
    rough: ([level = 0, delta = 0]) => -Math.abs(delta) / (level + Math.abs(delta)),
    rises: (index) => index === 0,
    words: ([level = '', delta = '']) => `−${delta} ÷ (${level} + ${delta})`,
  },
};

/** The same over the level before. */
const overLevel: Readonly<Record<Sense, Operation>> = {
  rise: {
    apply: ([level, delta]) => (level && delta ? delta.abs().div(level) : nothing),
    rough: ([level = 0, delta = 0]) => Math.abs(delta) / level,
    rises: (index) => index === 1,
    words: ([level = '', delta = '']) => `${delta} ÷ ${level}`,
  },
  fall: {
    apply: ([level, delta]) => (level && delta ? delta.abs().div(level).neg() : nothing),
    rough: ([level = 0, delta = 0]) => -Math.abs(delta) / level,
    rises: (index) => index === 0,
    words: ([level = '', delta = '']) => `−${delta} ÷ ${level}`,
  },
};

/** "5 723 800 agents, soit 17 300 de plus qu'un an avant (+0,3 %)": a rate, what it comes to, and the level it is of. */
export function deltaReadings(passage: Passage, token: Token, sense: Sense | undefined): Reading[] {
  if (token.unitClass !== 'percent') return [];
  const around = aroundOf(passage, token);
  return [-1, 1].flatMap((step) => {
    const delta = around(step, 1);
    const way = delta && changeOf(passage, token, delta);
    if (!delta || !way || (sense !== undefined && sense !== way)) return [];
    const levels = [around(step, 2), around(-step, 1)];
    return levels.flatMap((level) => {
      if (!level || !isLevelOf(passage, level, delta)) return [];
      const strength = strengthOf(passage, token, delta, level);
      const operations = isNew(passage, delta, level) ? [fromLevel[way]] : [fromLevel[way], overLevel[way]];
      return operations.map((operation): Reading => ({
        kind: 'growth',
        token,
        inputs: [level, delta],
        operation,
        direction: way,
        strength,
        isTold: strength === 3,
      }));
    });
  });
}

/** The number so many steps before or after the token, durations left out. */
function aroundOf(passage: Passage, token: Token): (step: number, count: number) => Token | undefined {
  const { tokens } = passage;
  const own = indexOf(tokens, token);
  return (step, count) => {
    let left = count;
    for (let index = own + step; Math.abs(index - own) < 6; index += step) {
      const other = tokens[index];
      if (other === undefined || Math.abs(other.sentence - token.sentence) > 1) return undefined;
      if (isDuration(passage, other)) continue;
      left -= 1;
      if (left === 0) return other;
    }
    return undefined;
  };
}

const widths = { left: 40, right: 30 };
const joined = wordy(
  /^\)?(?:[^.;:()]{0,40} ?\(|,? (?:soit|or|ou|i\.e\.|that is|avec|with)\b[^.;:()0-9]{0,36}| [^.;:,()0-9]{0,24}, (?:soit|or|ou|avec|with)\b[^.;:()0-9]{0,12}| ?[,–—-] ?)$/,
);

/** The way of an amount that the rate says again: "+19 300 personnes", "en hausse de 252 000". */
function changeOf(passage: Passage, token: Token, delta: Token): Sense | undefined {
  if (!isAmount(delta) || delta.unitClass === 'percent' || delta.sentence !== token.sentence)
    return undefined;
  if (levelsOf(passage).has(delta) || delta.per !== '' || delta.unitClass === 'time') return undefined;
  if (!joined.test(between(passage, delta, token))) return undefined;
  return senseOf(passage, delta, widths);
}

function isLevelOf(passage: Passage, level: Token, delta: Token): boolean {
  const areCounts = [level, delta].every(({ unitClass }) => unitClass === 'count' || unitClass === 'bare');
  if (!isAmount(level) || !(areCounts || isLike(level, delta)) || level.isSigned || level.per !== '')
    return false;
  if (levelsOf(passage).has(level)) return false;
  return level.size > Math.abs(delta.size) * 2;
}

const newLead = wordy(/\b(?:à|to|at|atteindre|now|désormais|totalise|compte) (?:the |près de |about )?$/);
const newTail = wordy(
  /^[^.;:0-9]{0,60}(?:, |\b)(?:soit|en (?:hausse|baisse|augmentation|progression|recul)|up|down|or|an? |une? )/,
);

const nowadays = wordy(/\b(?:désormais|aujourd'hui|maintenant|actuellement|now|today|currently)\b/);

/** Whether the level is plainly that after the change: "66,7 Md€, soit une hausse de 6,8 Md€", "une hausse de 6,8 Md€, à 66,7 Md€". */
function isNew(passage: Passage, delta: Token, level: Token): boolean {
  if (level.sentence !== delta.sentence) return nowadays.test(before(passage, level, 120));
  if (level.start > delta.start) return newLead.test(before(passage, level, 24));
  return newTail.test(between(passage, level, delta));
}

const reaching = wordy(
  /(?:et|and)(?: [a-zà-ÿœ']+){0,2} (?:s'établi\w*|attei\w*|s'élèv\w*|stands?|stood|reach\w*|total\w*)(?: [a-zà-ÿœ']+){0,2} $/,
);

/** "compte 5,48 millions d'agents et progresse de": one subject, two verbs. */
const goesOn = /^[^.,;:()0-9]{0,40} (?:et|and) [^.,;:()0-9]{0,24}(?:de |d'|by )$/;

function strengthOf(passage: Passage, token: Token, delta: Token, level: Token): Strength {
  if (level.sentence !== token.sentence) return 1;
  const near = Math.abs(level.start - delta.start) < Math.abs(level.start - token.start) ? delta : token;
  const gap = between(passage, level, near);
  const isWhole = !breaker.test(gap) || reaching.test(gap) || goesOn.test(gap);
  if (gap.length > 80 || !isWhole) return 1;
  return 3;
}
