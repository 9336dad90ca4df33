import type { Rule } from '../core/rule.ts';

/** Every rule, in the order of docs/reference/rules.md. */
export const rules: readonly Rule[] = [];

/** Rules that the readers speak for, not in the table but silenced and weighed like the others. */
export const readerRules: readonly string[] = [];
