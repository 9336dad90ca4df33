import type { Stated } from '../quantity/stated.ts';

/** What a number is a number of, as far as arithmetic cares: only like is added to like. */
export type UnitClass = 'percent' | 'point' | 'money' | 'time' | 'measure' | 'count' | 'bare' | 'ratio';

/** A number of the prose, in digits or words, with the words that bound it. */
export interface Token {
  readonly type: 'quantity' | 'fraction' | 'multiple' | 'one-in';
  /** Its own offsets, its qualifier left out; `from` counts the qualifier in. */
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly stated: Stated;
  /** Its value in floating point, for what need not be exact. */
  readonly size: number;
  readonly unitClass: UnitClass;
  /** Money by currency, measures by name, counts by noun: "EUR", "km", "agent". */
  readonly family: string;
  /** "habitant", "mois" of "€ par habitant", "€ par mois"; empty when it is per nothing. */
  readonly per: string;
  readonly inWords: boolean;
  readonly isSigned: boolean;
  /** A multiple or a change that goes down: "trois fois moins", "divisé par deux". */
  readonly isDown: boolean;
  /** "un agent sur quatre": both of its numbers; "un agent pour 12 lits". */
  readonly sentence: number;
  readonly isQuoted: boolean;
}

/** A token before its sentence is known. */
export type LooseToken = Omit<Token, 'sentence' | 'isQuoted' | 'size'>;
