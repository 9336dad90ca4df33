import { describe, expect, it } from 'vitest';
import { checkNote, failed } from '../../src/check/run.ts';
import type { RuleException } from '../../src/check/exceptions.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { Rule } from '../../src/core/rule.ts';
import { readExceptions } from '../../src/markdown/exceptions.ts';
import { factsWith, noteOf, placeAt, ruleSaying } from './note-fixture.ts';

const note = noteOf('Un.\n\nDeux.\n');

function said(findings: readonly Finding[]): string[] {
  return findings.map(
    ({ rule, severity, path, place }) => `${severity} ${rule} ${path}:${place?.line ?? '-'}`,
  );
}

describe('checkNote', () => {
  it('stamps rule, severity and path, and orders by path, line, column and rule', () => {
    const rules = [
      ruleSaying('b/two', [{ place: placeAt(3, 2) }, { place: placeAt(3, 1) }, { place: placeAt(1) }]),
      ruleSaying(
        'a/one',
        [{ place: placeAt(3, 1), severity: 'info' }, {}, { path: 'notes/x/a.bib' }],
        'warning',
      ),
    ];
    expect(said(checkNote(note, rules, factsWith()))).toEqual([
      'warning a/one notes/x/a.bib:-',
      'warning a/one notes/x/note.md:-',
      'error b/two notes/x/note.md:1',
      'info a/one notes/x/note.md:3',
      'error b/two notes/x/note.md:3',
      'error b/two notes/x/note.md:3',
    ]);
  });

  it('weighs by nsp.yaml, then by the document; "off" takes out', () => {
    const rules = [
      ruleSaying('a/one', [{}]),
      ruleSaying('a/two', [{ severity: 'warning' }]),
      ruleSaying('a/three', [{}]),
    ];
    const strict = { ...note, rules: { 'a/three': 'info' } as const };
    const levels = { 'a/one': 'off', 'a/two': 'error', 'a/three': 'off' } as const;
    expect(said(checkNote(strict, rules, factsWith({}, levels)))).toEqual([
      'info a/three notes/x/note.md:-',
      'error a/two notes/x/note.md:-',
    ]);
  });

  it('says that the front-matter weighs a rule that does not exist', () => {
    const weighing = { ...note, rules: { 'a/one': 'off', 'a/onne': 'off', 'read/other': 'off' } as const };
    const findings = checkNote(weighing, [ruleSaying('a/one', [{}])], factsWith(), {
      otherRules: ['read/other'],
    });
    expect(said(findings)).toEqual(['warning exception/unknown-rule notes/x/note.md:-']);
    expect(findings[0]).toMatchObject({ actual: 'a/onne', expected: 'a/one' });
  });

  it('turns a rule that throws into one finding that names it, and keeps what it had said', () => {
    const broken: Rule = {
      ...ruleSaying('a/broken', []),
      *check() {
        yield { place: placeAt(1), message: { fr: 'Une faute.', en: 'A fault.' } };
        throw new TypeError('secret words');
      },
    };
    const findings = checkNote(note, [broken, ruleSaying('a/two', [{ place: placeAt(2) }])], factsWith());
    expect(said(findings)).toEqual([
      'error internal/rule notes/x/note.md:-',
      'error a/broken notes/x/note.md:1',
      'error a/two notes/x/note.md:2',
    ]);
    expect(findings[0]?.message.fr).toContain('a/broken');
    expect(JSON.stringify(findings)).not.toContain('secret words');
  });

  it('lets readers’ findings obey severities and exceptions', () => {
    const finding: Finding = {
      rule: 'picture/remote',
      severity: 'error',
      path: note.path,
      place: placeAt(3),
      message: { fr: 'f', en: 'e' },
    };
    const exception: RuleException = {
      rules: ['picture/remote'],
      reason: 'voulu',
      place: placeAt(2),
      line: 3,
    };
    expect(checkNote(note, [], factsWith(), { problems: [finding], exceptions: [exception] })).toEqual([]);
    expect(
      said(checkNote(note, [], factsWith({}, { 'picture/remote': 'info' }), { problems: [finding] })),
    ).toEqual(['info picture/remote notes/x/note.md:3']);
  });
});

it('repeats nothing of a line that names a private person', () => {
  const words = { expected: 'Mme X', actual: 'Mme Duvernay' };
  const rules = [
    ruleSaying('privacy/name', [{ place: placeAt(1, 4) }]),
    ruleSaying('a/one', [
      { place: placeAt(1), ...words },
      { place: placeAt(3), ...words },
    ]),
  ];
  const found = checkNote(note, rules, factsWith());
  expect(found.map(({ place, actual }) => [place?.line, actual])).toEqual([
    [1, undefined],
    [1, undefined],
    [3, 'Mme Duvernay'],
  ]);
});

describe('exceptions', () => {
  function check(comment: string): Finding[] {
    const written = noteOf(`${comment}\nDeux.\n`);
    const rules = [
      ruleSaying('a/one', [{ place: placeAt(2) }]),
      ruleSaying('a/two', [{ place: placeAt(3) }]),
    ];
    return checkNote(written, rules, factsWith(), {
      exceptions: readExceptions(written.tree),
      otherRules: ['read/other'],
    });
  }

  it.each([
    ['<!-- nsp-disable-next-line a/one -- voulu -->', ['error a/two notes/x/note.md:3']],
    [
      '<!-- nsp-disable-next-line a/one -->',
      [
        'error exception/reason notes/x/note.md:1',
        'error a/one notes/x/note.md:2',
        'error a/two notes/x/note.md:3',
      ],
    ],
    [
      '<!-- nsp-disable-next-line a/onne, a/one -- voulu -->',
      ['error exception/unknown-rule notes/x/note.md:1', 'error a/two notes/x/note.md:3'],
    ],
    [
      '<!-- nsp-disable-next-line a/one, a/two, read/other -- voulu -->',
      [
        'warning exception/unused notes/x/note.md:1',
        'warning exception/unused notes/x/note.md:1',
        'error a/two notes/x/note.md:3',
      ],
    ],
  ])('%s', (comment, expected) => {
    expect(said(check(comment))).toEqual(expected);
  });

  it('names the nearest rule', () => {
    const [finding] = check('<!-- nsp-disable-next-line a/onne -- voulu -->');
    expect(finding?.expected).toBe('a/one');
    expect(finding?.help?.fr).toContain('a/one');
  });

  it('leaves what another file says', () => {
    const rule = ruleSaying('a/one', [{ place: placeAt(3), path: 'notes/x/a.bib' }]);
    const exception: RuleException = { rules: ['a/one'], reason: 'voulu', place: placeAt(2), line: 3 };
    expect(said(checkNote(note, [rule], factsWith(), { exceptions: [exception] }))).toEqual([
      'error a/one notes/x/a.bib:3',
      'warning exception/unused notes/x/note.md:2',
    ]);
  });
});

it('failed: errors fail, warnings only when strict, infos never', () => {
  const findings = (severity: Rule['severity']): Finding[] =>
    checkNote(note, [ruleSaying('a/one', [{}], severity)], factsWith());
  expect([
    failed(findings('error'), false),
    failed(findings('warning'), false),
    failed(findings('info'), true),
  ]).toEqual([true, false, false]);
  expect(failed(findings('warning'), true)).toBe(true);
  expect(failed([], true)).toBe(false);
});
