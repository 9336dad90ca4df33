import { expect, test } from 'vitest';
import { figureInconsistent } from '../../src/rules/figure-inconsistent.ts';
import { factsWith, noteOf } from '../check/note-fixture.ts';

const summary = 'Entre 2003 et 2019, 69 000 lits d’hôpital ont été fermés.';

function problemsIn(body: string, meta: Readonly<Record<string, string>> = {}, companion?: string): string[] {
  const base = noteOf(body);
  const note = { ...base, meta: { ...base.meta, ...meta } };
  const companions = companion === undefined ? [] : [noteOf(companion, { path: 'notes/x/note.md' })];
  return [...figureInconsistent.check(note, { ...factsWith(), companions })].map(
    ({ place, actual }) => `${actual} ${place?.line}:${place?.column}`,
  );
}

test.each<[string, string, string[]]>([
  ['the same', 'Entre 2003 et 2019, 69 000 lits d’hôpital ont fermé.', []],
  ['nearly the same', 'Entre 2003 et 2019, près de 70 000 lits d’hôpital ont été fermés.', []],
  ['two digits swapped', 'Entre 2003 et 2019, l’État a fermé 96 000 lits d’hôpital.', ['96 000 lits 1:36']],
  [
    'another magnitude',
    'Entre 2003 et 2019, 69 millions de lits d’hôpital ont été fermés.',
    ['69 millions de lits 1:21'],
  ],
  ['other years', 'Entre 2003 et 2015, 59 000 lits d’hôpital ont été fermés.', []],
  ['another place', 'Entre 2003 et 2019, 60 000 lits d’hôpital ont été fermés en Bretagne.', []],
  ['something else counted', 'Entre 2003 et 2019, 60 000 lits de chirurgie ont été fermés.', []],
  ['something else said', 'Entre 2003 et 2019, 60 000 lits d’hôpital manquaient de soignants.', []],
  ['a goal', 'Entre 2003 et 2019, le plan prévoyait 60 000 lits d’hôpital à fermer.', []],
  ['a part', 'Entre 2003 et 2019, dont 60 000 lits d’hôpital fermés en dix ans.', []],
  ['a quoted text', '> Entre 2003 et 2019, 96 000 lits d’hôpital ont été fermés.', []],
  ['far away', 'Entre 2003 et 2019, 120 lits d’hôpital ont été fermés chez nous.', []],
  [
    'both values',
    'Entre 2003 et 2019, 96 000 lits d’hôpital fermés.\n\nEntre 2003 et 2019, 69 000 lits d’hôpital fermés.',
    ['69 000 lits 3:21'],
  ],
])('a text and its summary: %s', (_, body, expected) => {
  expect(problemsIn(body, { summary })).toEqual(expected);
});

test('two passages of one text are held against each other where both are dated', () => {
  const said = (number: string, more = '') =>
    `En 2019, l’hôpital public a fermé ${number} lits de chirurgie complète${more}.`;
  expect(problemsIn(`${said('3 400')}\n\n${said('4 300')}`)).toEqual(['4 300 lits 3:35']);
  expect(problemsIn(`${said('3 400')} ${said('4 300')}`)).toEqual([]);
  expect(problemsIn(`${said('3 400')}\n\n${said('4 300', ' à Lyon')}`)).toEqual([]);
  expect(problemsIn('Il ferme 3 400 lits de chirurgie.\n\nIl ferme 4 300 lits de chirurgie.')).toEqual([]);
});

test('an op-ed says what the note of its folder says', () => {
  const note = 'L’enquête de 2021 a recueilli 4 555 réponses complètes au questionnaire.';
  expect(problemsIn(note.replace('4 555', '4 655'), {}, note)).toEqual(['4 655 réponses 1:31']);
  expect(problemsIn(note, {}, note)).toEqual([]);
});
