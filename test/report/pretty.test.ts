import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../src/report/excerpt.ts';
import { pretty } from '../../src/report/pretty.ts';
import { findingWith, french, mismatch, reportOf } from './report-fixture.ts';

describe('pretty', () => {
  it('shows place, severity, message, line, mark, what to do, rule, count', () => {
    expect(pretty(reportOf([mismatch]), french)).toBe(
      [
        'notes/x/note.md:5:17 erreur :',
        '  Ce chiffre ne se recalcule pas.',
        '  5 │ Le conseil pèse 0,02 % du total.',
        '    │                 ^^^^^^',
        '  attendu : 0,01 %',
        '  aide : Corrigez le chiffre.',
        '  règle : figure/mismatch',
        '',
        '1 erreur dans 2 documents.',
        '',
      ]
        .join('\n')
        .replace(/ :/gu, '\u00a0:'),
    );
  });

  it('speaks English', () => {
    const text = pretty(reportOf([mismatch, findingWith({ severity: 'warning' })]), {
      ...french,
      lang: 'en',
    });
    expect(text).toContain('expected: 0,01 %\n  help: Mend the figure.\n  rule: figure/mismatch');
    expect(text).toContain('1 error, 1 warning in 2 documents.');
  });

  it('says nothing twice: neither what the line shows, nor what the message or the help holds', () => {
    const help = { fr: 'Écrivez : 0,01 %', en: 'Write: 0,01 %' };
    const text = pretty(reportOf([{ ...mismatch, help }]), french);
    expect(text.split('0,01 %')).toHaveLength(2);
    expect(text.split('0,02 %')).toHaveLength(2);
    const other = pretty(reportOf([{ ...mismatch, expected: '1 %', actual: '9 %', help }]), french);
    expect(other).toContain('attendu\u00a0: 1 %\n  trouvé\u00a0: 9 %');
    const message = { fr: 'Rien', en: 'Nothing' };
    expect(pretty(reportOf([{ ...mismatch, message, actual: '' }]), french)).not.toContain('trouvé');
  });

  it.each([
    [[], 'Rien à signaler dans 2 documents.'],
    [
      [findingWith({}), findingWith({}), findingWith({ severity: 'info' })],
      '2 erreurs, 1 remarque dans 2 documents.',
    ],
    [[findingWith({ severity: 'warning' })], '1 avertissement dans 2 documents.'],
  ])('counts in words', (findings, expected) => {
    expect(pretty(reportOf(findings), french).trimEnd().split('\n').at(-1)).toBe(expected);
  });

  it('uses colours only when asked', () => {
    expect(pretty(reportOf([mismatch]), french)).not.toContain('\u001b');
    expect(pretty(reportOf([mismatch]), { ...french, color: true })).toContain('\u001b[31merreur\u001b[0m');
  });

  it('never quotes a line that holds a private name', () => {
    const secret = findingWith({ rule: 'privacy/name' });
    const text = pretty(reportOf([secret, mismatch], 'a\nb\nc\nd\nLe mot de Lucie Durand\n'), french);
    expect(text).not.toContain('Durand');
    expect(text).toContain('privacy/name');
  });

  it('shows a finding without a place, a line that is gone, and control characters harmlessly', () => {
    const odd = findingWith({ message: { fr: 'Un \u001b[2J mot.', en: '' }, place: undefined });
    const text = pretty(
      reportOf([odd, findingWith({ place: { line: 99, column: 1, endLine: 99, endColumn: 2 } })]),
      french,
    );
    expect(text).toContain('notes/x/note.md erreur');
    expect(text).toContain('notes/x/note.md:99:1 erreur');
    expect(text).not.toContain('\u001b');
  });

  it('wraps messages to the terminal', () => {
    const long = findingWith({ message: { fr: 'mot '.repeat(60).trim(), en: '' } });
    const widths = pretty(reportOf([long]), { ...french, width: 40 })
      .split('\n')
      .map((line) => stringWidth(line));
    expect(Math.max(...widths)).toBeLessThanOrEqual(40);
  });
});

describe('excerptOf', () => {
  const place = (column: number, endColumn: number, endLine = 1) => ({ line: 1, column, endLine, endColumn });

  it.each([
    ['a\tbc', place(3, 5), 'a  bc', '   ^^'],
    ['日本 mot', place(1, 3), '日本 mot', '^^^^'],
    ['日本 mot', place(4, 7), '日本 mot', '     ^^^'],
    ['e\u0301te\u0301 ici', place(7, 10), 'e\u0301te\u0301 ici', '    ^^^'],
    ['mot', place(4, 4), 'mot', '   ^'],
    ['un deux', place(4, 2, 3), 'un deux', '   ^^^^'],
    ['a\u001b[31mb', place(1, 2), 'a·[31mb', '^'],
  ])('%j', (line, at, shown, marks) => {
    expect(excerptOf(line, at, 60)).toEqual({ line: shown, marks });
  });

  it('cuts a long line around the mark', () => {
    const line = `${'a'.repeat(3000)} cible ${'b'.repeat(3000)}`;
    const { line: shown, marks } = excerptOf(line, place(3002, 3007), 60);
    expect(shown.slice(marks.indexOf('^'), marks.length)).toBe('cible');
    expect(shown.startsWith('…') && shown.endsWith('…')).toBe(true);
    expect(stringWidth(shown)).toBeLessThanOrEqual(60);
  });

  it('stays within the width, the mark below what it marks', () => {
    const text = fc.array(fc.constantFrom('a', 'b ', '日', '\t', 'é', '🇫🇷'), { maxLength: 120 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 20, max: 100 }), (before, after, width) => {
        const start = before.join('').length;
        const { line, marks } = excerptOf(
          `${before.join('')}X${after.join('')}`,
          place(start + 1, start + 2),
          width,
        );
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(stringWidth(line.slice(0, line.indexOf('X')))).toBe(marks.indexOf('^'));
      }),
    );
  });
});
