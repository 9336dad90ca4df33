import { exceptionRules } from '../check/exceptions.ts';
import { onlineRules } from '../online/online-rules.ts';
import { readingRules } from '../read/reading-problem.ts';
import { rules } from '../rules/index.ts';
import { outputRules } from './output-rules.ts';

/** Every rule that can be given a severity, by id. */
export const knownRules: readonly string[] = [
  ...rules.map(({ id }) => id),
  ...Object.keys({ ...readingRules, ...exceptionRules, ...outputRules, ...onlineRules }),
];
