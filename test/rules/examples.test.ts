import { describe, expect, test } from 'vitest';
import { findClaims } from '../../src/claim/claims.ts';
import { settleClaims } from '../../src/claim/settled-claims.ts';
import { checkNote } from '../../src/check/run.ts';
import type { Example, Rule } from '../../src/core/rule.ts';
import { defaultSettings } from '../../src/config/default-settings.ts';
import { memoryFiles } from '../../src/read/memory-files.ts';
import { readNote } from '../../src/read/note.ts';
import { readPeople } from '../../src/read/people.ts';
import { rules } from '../../src/rules/index.ts';
import { readSources } from '../../src/source/read-sources.ts';

const path = 'notes/x/note.md';

async function problemsOf(rule: Rule, example: Example): Promise<string[]> {
  const files = memoryFiles({ 'nsp.yaml': '', [path]: example.note, ...example.files });
  const people = readPeople(files, 'people.yaml');
  const settings = { ...defaultSettings(), ...example.settings };
  const { note: read, secrets, findings } = await readNote({ files, path, settings, people });
  if (!read)
    throw new Error(`the example cannot be read: ${findings.map((finding) => finding.message.en).join(' ')}`);
  const note = {
    ...read,
    sources: await readSources(read, files),
    claims: settleClaims(findClaims(read), read),
  };
  const facts = { settings, secrets: [...people.secrets, ...secrets], today: example.today ?? '2026-01-01' };
  return checkNote(note, [rule], facts).map(({ place, message, help, severity }) => {
    expect(message.fr).not.toBe(message.en);
    expect(message.fr.length).toBeGreaterThan(10);
    if (severity === 'error') expect(help ?? message).toBeDefined();
    return place ? `${place.line}:${place.column}` : '-';
  });
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  test('has a good and a bad example, in both languages', () => {
    expect(rule.examples.some(({ expect: places }) => places.length === 0)).toBe(true);
    expect(rule.examples.some(({ expect: places }) => places.length > 0)).toBe(true);
    expect(rule.summary.fr).not.toBe(rule.summary.en);
  });

  test.each(rule.examples.map((example) => [example.title.en, example] as const))(
    '%s',
    async (_title, example) => {
      expect(await problemsOf(rule, example)).toEqual(example.expect);
    },
  );
});

test('ids are unique and of the form family/name', () => {
  const ids = rules.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/u);
});
