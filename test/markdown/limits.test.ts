import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import type { Construct, ParseContext } from 'micromark-util-types';
import { describe, expect, test } from 'vitest';
import { boundedMarks } from '../../src/markdown/bounded-marks.ts';
import { citationSyntax } from '../../src/markdown/citation-syntax.ts';
import { ExcessError, limits, type ExcessKind } from '../../src/markdown/excess.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

function excessOf(source: string): ExcessError | undefined {
  try {
    parseMarkdown(source);
    return undefined;
  } catch (error) {
    if (error instanceof ExcessError) return error;
    throw error;
  }
}

function depthOf(tree: Nodes): number {
  let deepest = 0;
  const open = [{ node: tree, depth: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    deepest = Math.max(deepest, depth);
    if ('children' in node) for (const child of node.children) open.push({ node: child, depth: depth + 1 });
  }
  return deepest;
}

const staircase = (mark: string, levels: number): string =>
  Array.from({ length: levels }, (_, level) => `${' '.repeat(level * mark.length)}${mark}a\n`).join('');

describe('what no parser would be done with is refused, at its place', () => {
  test.each<[title: string, source: string, kind: ExcessKind, place: string]>([
    ['quotations in a line', '>'.repeat(20_000), 'levels', '1:51'],
    ['quotations in a line, apart', `${'> '.repeat(2000)}a`, 'levels', '1:101'],
    ['lists in a line', `${'- '.repeat(2000)}a`, 'levels', '1:101'],
    ['numbered lists in a line', `${'1. '.repeat(2000)}a`, 'levels', '1:151'],
    ['lists in quotations', `${'> - '.repeat(500)}a`, 'levels', '1:101'],
    ['lists, line after line', staircase('- ', 200), 'levels', '51:101'],
    ['numbered lists, line after line', staircase('1. ', 200), 'levels', '51:151'],
    ['lists in a quotation, line after line', staircase('- ', 60).replace(/^/gmu, '> '), 'levels', '50:101'],
    ['boxes', ':::encadre\n'.repeat(300), 'levels', '51:1'],
    ['quotations', '> a\n\n'.repeat(3000), 'quotations', '4001:1'],
    ['lines', '\n'.repeat(60_000), 'lines', '50001:1'],
    ['lines of a paragraph', 'a\n'.repeat(6000), 'linesInARow', '5001:1'],
    ['rows', `|a|\n|-|\n${'|b|\n'.repeat(6000)}`, 'linesInARow', '5001:1'],
    ['columns', `${'a|'.repeat(300)}\n${'-|'.repeat(300)}\n`, 'columns', '2:1'],
    ['characters', 'mot '.repeat(600_000), 'characters', '1:1'],
    ['backticks', `a\n\nb ${'`'.repeat(1_500_000)}`, 'marksInARow', '3:3'],
    ['asterisks', `${'*'.repeat(5000)}a`, 'marksInARow', '1:1'],
    ['signs that an address may not end with', `http://a.fr/${'?!'.repeat(5000)}x`, 'marksInARow', '1:13'],
    ['emphasis that is never closed', '**x'.repeat(30_000), 'marks', '1:15001'],
    ['citations', `[${'@a; '.repeat(20_000)}]`, 'marks', '1:19998'],
    ['brackets', '[a] '.repeat(25_000), 'marks', '1:10001'],
    ['pictures in pictures', `a\n\n${'![a '.repeat(6000)}`, 'marks', '3:20001'],
    ['HTML never closed', `a\n${'a <!A'.repeat(4000)} ${'mot '.repeat(10_000)}`, 'steps', '2:4429'],
    ['emphasis in emphasis', `${'*a **a '.repeat(100)}${'b** b* '.repeat(100)}`, 'depth', '1:522'],
  ])('%s', (_title, source, kind, place) => {
    const found = excessOf(source);
    expect(found?.kind).toBe(kind);
    expect(`${found?.place.line ?? 0}:${found?.place.column ?? 0}`).toBe(place);
  });
});

describe('what an honest document may have is read', () => {
  test.each<[title: string, source: string]>([
    ['a rule', `${'- '.repeat(100)}\n\n${'*'.repeat(200)}\n\n${'-'.repeat(3000)}\n`],
    ['an aligned table', `| ${'a'.repeat(2000)} |\n| ${'-'.repeat(2000)} |\n| b |\n`],
    ['lists on forty levels', staircase('- ', 40)],
    ['lists one after the other', '- a\n  - b\n    1. c\n\n'.repeat(200)],
    ['boxes one after the other', ':::encadre\na\n:::\n\n'.repeat(200)],
    ['boxes in boxes', '::::: a\n:::: b\n::: c\nd\n:::\n::::\n:::::\n\n'.repeat(60)],
    ['a box that is never closed', ':::encadre\n\na\n\n'.repeat(40)],
    ['code that is indented a lot', `\`\`\`\n${' '.repeat(300)}- a\n\`\`\`\n`],
    ['a thousand citations in a paragraph', '[@a, p. 3] '.repeat(1000)],
    [
      'a paragraph of fifty thousand words',
      "un mot d'*ici* ou de **là** ".repeat(1000) + 'mot '.repeat(50_000),
    ],
  ])('%s', (_title, source) => {
    expect(excessOf(source)).toBeUndefined();
  });
});

describe('whatever is repeated', () => {
  const piece = fc.constantFrom(
    ...Array.from('[]()@{};-!\\`*_ \n>#:^|~<&"\'.+a1'),
    ...[
      '[@a',
      '](u)',
      '[^1]',
      '[^1]: ',
      ':::x\n',
      ':::\n',
      '\n\n',
      '- ',
      '1. ',
      '  ',
      '> ',
      '**',
      '~~',
      '``',
      '```\n',
    ],
    ...[
      '<!--',
      '-->',
      '<a ',
      '<?',
      '<!A',
      '<![CDATA[',
      '&amp;',
      'http://a.fr',
      'www.',
      'a@b.fr',
      '|-|\n',
      '![',
      '[a](',
      '\t',
    ],
  );
  const bomb = fc.array(
    fc.tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 20, 200)),
    { minLength: 1, maxLength: 4 },
  );

  test('a text is read in a bounded number of steps, or refused at a place that it has', () => {
    const parsers: ParseContext[] = [];
    const probe: Construct = {
      name: 'probe',
      previous: () => false,
      tokenize(_effects, _ok, nok) {
        parsers.push(this.parser);
        return nok;
      },
    };
    const marks = Object.keys(boundedMarks.text ?? {});
    const extensions = [
      citationSyntax,
      boundedMarks,
      { text: Object.fromEntries(marks.map((mark) => [mark, probe])) },
    ];
    fc.assert(
      fc.property(bomb, (parts) => {
        const source = parts.map(([pieces, times]) => pieces.join('').repeat(times)).join('');
        const excess = excessOf(source);
        if (excess) {
          const line = source.split(/\r?\n/u)[excess.place.line - 1];
          expect(line?.length ?? -1).toBeGreaterThanOrEqual(excess.place.column - 1);
          return;
        }
        const tree = parseMarkdown(source);
        expect(depthOf(tree)).toBeLessThanOrEqual(limits.depth + 2);
        expect(() => toString(tree)).not.toThrow();
        parsers.length = 0;
        fromMarkdown(source, { extensions });
        expect(parsers.at(-1)?.steps ?? 0).toBeLessThanOrEqual(limits.steps);
      }),
      { numRuns: 60 },
    );
  });
});
