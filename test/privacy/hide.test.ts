import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/finding.ts';
import type { Secret } from '../../src/core/person.ts';
import { ToolError } from '../../src/core/tool-error.ts';
import { blankSecretLines, discreetFault, discreetFinding, hideSecrets } from '../../src/privacy/hide.ts';
import { findSecrets, indexSecrets } from '../../src/privacy/secret-search.ts';

const secrets: readonly Secret[] = [
  { kind: 'name', text: 'Jeanne Duvernay' },
  { kind: 'surname', text: 'Duvernay' },
  { kind: 'email', text: 'jeanne@example.org' },
];
const index = indexSecrets(secrets);

describe('hidden words', () => {
  it.each([
    ['Le fichier « jeanne-duvernay.png » manque.', 'Le fichier « …-….png » manque.'],
    ['data/jeanneduvernay.csv', 'data/….csv'],
    ['a/Jeanne%20Duvernay.png', 'a/… ….png'],
    ['mailto:jeanne@example.org', 'mailto:…@….…'],
    ['Note : -Duvernay Duvernay Duvernay', 'Note : -… … …'],
    ['Rien ici, 100 % de & et de %20.', 'Rien ici, 100 % de & et de %20.'],
  ])('%s', (text, shown) => {
    expect(hideSecrets(text, index)).toBe(shown);
  });

  it('JSON stays JSON', () => {
    const hidden = hideSecrets(JSON.stringify({ names: ['Jeanne', 'Duvernay'] }), index);
    expect(JSON.parse(hidden)).toEqual({ names: ['…', '…'] });
  });

  it('nothing is found in what is shown', () => {
    const part = fc.constantFrom(
      'Jeanne',
      'DUVERNAY',
      'duvernay',
      ' ',
      '-',
      '\n',
      '.',
      'M. ',
      'x',
      '%20',
      '@example.org',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(findSecrets(hideSecrets(parts.join(''), index), index)).toEqual([]);
      }),
    );
  });
});

describe('lines that may be quoted', () => {
  it('none that holds a part of a name, and their numbers stay', () => {
    const text = 'un\nMerci à Jeanne\nDuvernay.\nquatre\nJ&eacute;r&ocirc;me\n%4Aeanne%20Duvernay\nsept';
    expect(blankSecretLines(text, index).split('\n')).toEqual([
      'un',
      '',
      '',
      'quatre',
      'J&eacute;r&ocirc;me',
      '',
      'sept',
    ]);
  });
});

it('a finding and a fault repeat nothing, in any of their words', () => {
  const words = { fr: 'Ici Jeanne Duvernay.', en: 'Here Jeanne Duvernay.' };
  const finding: Finding = {
    rule: 'picture/file',
    severity: 'error',
    path: 'notes/jeanne-duvernay/note.md',
    place: undefined,
    message: words,
    help: words,
    expected: 'jeanne-duvernay',
    actual: 'Duvernay, Jeanne',
  };
  expect(JSON.stringify(discreetFinding(finding, index))).not.toMatch(/duvernay/iu);
  expect(discreetFault(new ToolError('usage', words, words), index)).toMatchObject({
    kind: 'usage',
    text: { fr: 'Ici … ….' },
    hint: { en: 'Here … ….' },
  });
});
