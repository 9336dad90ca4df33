/** Writes the palette's colours in the place of `var(--name)`: mail programs know no variables. */
export function colourStyles(css: string, palette: ReadonlyMap<string, string>): string {
  return css.replace(/var\(--([a-z-]+)\)/gu, (typed, name: string) => palette.get(name) ?? typed);
}

/**
 * The dark rules once more for Outlook.com and Outlook's apps, which know no `prefers-color-scheme` but mark what they
 * darken with `data-ogsc` (text) and `data-ogsb` (grounds).
 */
export function outlookDarkStyles(css: string): string {
  const start = css.search(/@media\s*\(prefers-color-scheme:\s*dark\)/u);
  if (start < 0) return '';
  const rules = blockAt(css, css.indexOf('{', start));
  return [...rules.matchAll(/([^{}]+)\{([^{}]*)\}/gu)]
    .map(([, selectors = '', declarations = '']) => {
      const marked = selectors
        .split(',')
        .map((selector) => selector.trim())
        .flatMap((selector) => [`[data-ogsc] ${selector}`, `[data-ogsb] ${selector}`]);
      return `${marked.join(', ')} {${declarations.trimEnd()} }`;
    })
    .join('\n');
}

/** What stands between the brace at `open` and its fellow. */
function blockAt(css: string, open: number): string {
  let depth = 0;
  for (let index = open; index < css.length; index++) {
    if (css[index] === '{') depth += 1;
    if (css[index] === '}') depth -= 1;
    if (depth === 0) return css.slice(open + 1, index);
  }
  return css.slice(open + 1);
}
