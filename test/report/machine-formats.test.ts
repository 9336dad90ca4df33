import fc from 'fast-check';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/finding.ts';
import { reporters } from '../../src/report/index.ts';
import { reportFormats } from '../../src/report/report.ts';
import { findingWith, french, mismatch, reportOf, source } from './report-fixture.ts';

const whole = findingWith({ place: undefined, severity: 'warning' });

describe('json', () => {
  it('is the contract’s report', () => {
    expect(JSON.parse(reporters.json(reportOf([mismatch, whole]), french))).toEqual({
      version: 1,
      findings: [
        {
          rule: 'figure/mismatch',
          severity: 'error',
          message: 'Ce chiffre ne se recalcule pas.',
          path: 'notes/x/note.md',
          line: 5,
          column: 17,
          endLine: 5,
          endColumn: 23,
          expected: '0,01 %',
          actual: '0,02 %',
          help: 'Corrigez le chiffre.',
        },
        expect.objectContaining({
          severity: 'warning',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 1,
          help: null,
        }),
      ],
      summary: { documents: 2, errors: 1, warnings: 1 },
    });
  });
});

describe('sarif', () => {
  it('is a log of version 2.1.0 whose results point at their rules and places', () => {
    const accented = findingWith({ rule: 'a/b', path: 'notes/été 1/note.md', severity: 'info' });
    const log = JSON.parse(reporters.sarif(reportOf([mismatch, accented, whole]), french)) as Log;
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(['figure/mismatch', 'a/b']);
    expect(run?.results?.map(({ ruleIndex, level }) => [ruleIndex, level])).toEqual([
      [0, 'error'],
      [1, 'note'],
      [0, 'warning'],
    ]);
    const places = run?.results?.map(({ locations }) => locations?.[0]?.physicalLocation);
    expect(places?.[0]?.region).toEqual({ startLine: 5, startColumn: 17, endLine: 5, endColumn: 23 });
    expect(places?.[1]?.artifactLocation?.uri).toBe('notes/%C3%A9t%C3%A9%201/note.md');
    expect(places?.[2]?.region).toBeUndefined();
    expect(run?.results?.[0]?.message.text).toContain('attendu\u00a0: 0,01 %');
  });
});

describe('junit', () => {
  it('has a suite a file and a case a finding; errors alone fail', () => {
    const xml = reporters.junit(reportOf([mismatch, whole]), french);
    expect(xml).toContain('<testsuites name="nsp" tests="3" failures="1" errors="0">');
    expect(xml.match(/<testsuite /gu)).toHaveLength(2);
    expect(xml.match(/<failure /gu)).toHaveLength(1);
    expect(xml).toContain('<testcase classname="notes/y/note.md" name="nsp"/>');
  });

  it('is well formed whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const odd = findingWith({
          rule: words,
          path: words,
          message: { fr: words, en: words },
          actual: `]]>&<"'\u0000${words}`,
        });
        const xml = reporters.junit(reportOf([odd]), french);
        const outside = xml.replace(
          /<\?xml version="1.0" encoding="UTF-8"\?>|<\/?[a-z-]+(?: [a-zA-Z]+="[^"<]*")*\/?>/gu,
          '',
        );
        expect(outside).not.toMatch(/[<>]/u);
        expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot);)/u);
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u);
      }),
    );
  });
});

describe('github', () => {
  it('writes workflow commands on one line each, escaped', () => {
    const odd = findingWith({ path: 'notes/a,b:c/100%.md', message: { fr: 'Un % et\nune ligne.', en: '' } });
    const spread = findingWith({ place: { line: 5, column: 3, endLine: 6, endColumn: 2 }, severity: 'info' });
    const lines = reporters.github(reportOf([odd, spread, whole]), french).split('\n');
    expect(lines[0]).toBe(
      '::error file=notes/a%2Cb%3Ac/100%25.md,line=5,endLine=5,col=17,endColumn=23,title=figure/mismatch::Un %25 et%0Aune ligne.',
    );
    expect(lines[1]).toMatch(/^::notice file=notes\/x\/note.md,line=5,endLine=6,title=figure\/mismatch::/u);
    expect(lines[2]).toMatch(/^::warning file=notes\/x\/note.md,title=figure\/mismatch::/u);
    expect(lines).toHaveLength(5);
  });
});

describe('gitlab', () => {
  interface Issue {
    readonly fingerprint: string;
    readonly severity: string;
    readonly check_name: string;
    readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
  }
  const issues = (findings: readonly Finding[], text = source): Issue[] =>
    JSON.parse(reporters.gitlab(reportOf(findings, text), french)) as Issue[];

  it('gives severity, check and place', () => {
    const [issue] = issues([mismatch]);
    expect(issue).toMatchObject({ severity: 'major', check_name: 'figure/mismatch' });
    expect(issue?.location).toEqual({ path: 'notes/x/note.md', lines: { begin: 5, end: 5 } });
  });

  it('keeps fingerprints when lines move, and tells twins apart', () => {
    const moved = findingWith({ place: { line: 6, column: 17, endLine: 6, endColumn: 23 } });
    expect(issues([moved], `\n${source}`)[0]?.fingerprint).toBe(issues([mismatch])[0]?.fingerprint);
    expect(new Set(issues([mismatch, mismatch, whole]).map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });
});

it.each(reportFormats)('%s speaks the language asked for and ends its last line', (format) => {
  const said = reporters[format](reportOf([mismatch]), { ...french, lang: 'en' });
  expect(said).toContain('This figure does not recompute.');
  expect(said.endsWith('\n')).toBe(true);
  expect(reporters[format](reportOf([]), french).endsWith('\n')).toBe(true);
});
