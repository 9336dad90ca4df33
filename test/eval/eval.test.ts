import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeWorkspace, nsp } from '../support/workspace.ts';
import { floors, shortfalls } from './floors.ts';
import {
  documentOf,
  fileOf,
  measuresOf,
  readCorpus,
  scoreOf,
  type Label,
  type Passage,
  type Reported,
} from './score.ts';

/** What `nsp figures` reports of each passage, all in one run. */
async function reportedOf(passages: readonly Passage[]): Promise<Reported[][]> {
  const files = passages.map((passage, index) => [fileOf(index), documentOf(passage, index)] as const);
  const root = makeWorkspace({ ...Object.fromEntries(files), 'nsp.yaml': 'documents: ["notes/*.md"]\n' });
  const { out } = await nsp(root, ['figures', 'notes/*.md', '--format', 'json']);
  const { documents } = JSON.parse(out) as { documents: { path: string; claims: Reported[] }[] };
  const byPath = new Map(documents.map(({ path, claims }) => [path, claims]));
  return passages.map((_, index) => byPath.get(fileOf(index)) ?? []);
}

describe.each(Object.keys(floors))('%s', (name) => {
  const path = join(import.meta.dirname, `${name}.jsonl`);
  test.skipIf(!existsSync(path))(
    'reaches its floor',
    async () => {
      const passages = readCorpus(readFileSync(path, 'utf8'));
      const score = scoreOf(passages, await reportedOf(passages));
      expect(shortfalls(name, measuresOf(score)), score.faults.join('\n')).toEqual([]);
    },
    120_000,
  );
});

const label = (holds: boolean, more: Partial<Label> = {}): Label => ({
  kind: 'share',
  stated: '23 %',
  inputs: ['12', '60'],
  holds,
  ...more,
});
const passage = (claims: readonly Label[], more: Partial<Passage> = {}): Passage => ({
  id: 'p',
  lang: 'fr',
  markdown: 'Sur 60 agents, 12 votent,\nsoit 23 % du total.',
  claims,
  ...more,
});
/** Lines of the document: four of front-matter and a blank one come first. */
const reported = (verdict: Reported['verdict'], more: Partial<Reported> = {}): Reported => ({
  kind: 'share',
  stated: '23 %',
  inputs: ['12', '60'],
  verdict,
  ...{ line: 7, column: 6, endLine: 7, endColumn: 10 },
  ...more,
});
const onInput = { ...reported('fails', { stated: '12', line: 6, column: 16, endLine: 6, endColumn: 18 }) };

test.each([
  [
    'a wrong claim caught',
    passage([label(false)]),
    [reported('fails')],
    { caught: 1, right: 1, falseAlarms: 0 },
  ],
  ['a wrong claim left open', passage([label(false)]), [reported('undecided')], { detected: 1, caught: 0 }],
  ['a wrong claim missed', passage([label(false)]), [], { labels: 1, wrong: 1, detected: 0, caught: 0 }],
  ['a true claim', passage([label(true)]), [reported('holds')], { detected: 1, right: 1, wrong: 0 }],
  ['a true claim called wrong', passage([label(true)]), [reported('fails')], { right: 0, falseAlarms: 1 }],
  ['a failure where nothing is claimed', passage([]), [reported('fails')], { labels: 0, falseAlarms: 1 }],
  ['what is found and holds is no alarm', passage([]), [reported('holds')], { falseAlarms: 0 }],
  ['a tolerated place', passage([], { tolerated: ['23 %'] }), [reported('fails')], { falseAlarms: 0 }],
  [
    'the same numbers turned round',
    passage([label(false)]),
    [{ ...onInput, inputs: ['23 %', '60'] }],
    { detected: 0, falseAlarms: 0 },
  ],
  ['other numbers', passage([label(false)]), [{ ...onInput, inputs: ['60', '5'] }], { falseAlarms: 1 }],
  [
    'the label with its offset',
    passage([label(false, { at: 3 })]),
    [reported('fails')],
    { caught: 0, falseAlarms: 1 },
  ],
])('the score counts %s', (_, text, claims, expected) => {
  expect(scoreOf([text], [claims]).all).toMatchObject(expected);
});

test('measures are shares, and alarms per 1,000 words', () => {
  const score = scoreOf([passage([label(false)]), passage([])], [[reported('fails')], [reported('fails')]]);
  expect(score.words).toBe(18);
  expect(measuresOf(score)).toEqual({ recall: 1, falseAlarms: 1000 / 18, detection: 1 });
  expect(shortfalls('claims-tune', measuresOf(score))).toHaveLength(1);
});
