import type { Code, Construct, Effects, Extension, TokenizeContext } from 'micromark-util-types';
import { ExcessError, limits } from './excess.ts';

declare module 'micromark-util-types' {
  interface TokenizeContext {
    /** Marks met so far in this paragraph. */
    marks?: number;
  }
  interface ParseContext {
    /** Characters read so far in the paragraphs that have marks. */
    steps?: number;
  }
}

/** Takes nothing: it counts where another construct is tried, and makes nothing be tried. */
const counter: Construct = {
  name: 'counter',
  previous: () => false,
  tokenize(effects, _ok, nok) {
    return (code) => {
      countMark(this, effects);
      return nok(code);
    };
  },
};

/**
 * Counts the marks of each paragraph, cell and heading, and the characters that are read again for marks left open,
 * as the parser meets them. Goes after the other extensions. The parser then throws `ExcessError`.
 */
export const boundedMarks: Extension = {
  text: Object.fromEntries(Array.from('!&*<@[\\]_`~', (mark) => [mark.charCodeAt(0), counter])),
};

function countMark(context: TokenizeContext, effects: Effects): void {
  if (context.marks === undefined) countSteps(context, effects);
  context.marks = (context.marks ?? 0) + 1;
  if (context.marks > limits.marks) throw new ExcessError('marks', context.now());
}

function countSteps(context: TokenizeContext, effects: Effects): void {
  const { parser } = context;
  const { consume } = effects;
  effects.consume = (code: Code) => {
    parser.steps = (parser.steps ?? 0) + 1;
    if (parser.steps > limits.steps) throw new ExcessError('steps', context.now());
    consume(code);
  };
}
