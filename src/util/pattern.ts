/** Letters of the alphabets, marks and digits, as a few wide ranges: a little more than Unicode counts among them. */
const ranges: Readonly<Record<string, string>> = {
  L: String.raw`A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff\ufe70-\ufefc`,
  M: String.raw`\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f`,
  N: String.raw`0-9\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2079\u2080-\u2089\u2150-\u218b\u2460-\u24ff`,
};

/**
 * A regular expression whose `\p{L}`, `\p{M}` and `\p{N}` are wide ranges: V8 takes a millisecond to compile each
 * pattern that holds the exact classes, and prose needs dozens of patterns.
 */
export function pattern(source: string, flags: string): RegExp {
  let isInClass = false;
  const wide = source.replace(/\\p\{([LMN])\}|\\.|[[\]]/gu, (token, name?: string) => {
    if (token === '[') isInClass = true;
    if (token === ']') isInClass = false;
    const range = name === undefined ? undefined : ranges[name];
    if (range === undefined) return token;
    return isInClass ? range : `[${range}]`;
  });
  return new RegExp(wide, flags);
}
