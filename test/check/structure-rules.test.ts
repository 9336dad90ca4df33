import { describe, expect, it } from 'vitest';
import { checkNote } from '../../src/check/run.ts';
import { defaultSettings } from '../../src/config/default-settings.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { Example, Rule } from '../../src/core/rule.ts';
import { memoryFiles } from '../../src/read/memory-files.ts';
import { readNote } from '../../src/read/note.ts';
import { readPeople } from '../../src/read/people.ts';
import { footnoteDuplicate } from '../../src/rules/footnote-duplicate.ts';
import { footnoteUndefined } from '../../src/rules/footnote-undefined.ts';
import { footnoteUnused } from '../../src/rules/footnote-unused.ts';
import { markdownLink } from '../../src/rules/markdown-link.ts';
import { markdownPlaceholder } from '../../src/rules/markdown-placeholder.ts';
import { markdownRawHtml } from '../../src/rules/markdown-raw-html.ts';
import { markdownUnknownDirective } from '../../src/rules/markdown-unknown-directive.ts';
import { outletLength } from '../../src/rules/outlet-length.ts';
import { outletUnknown } from '../../src/rules/outlet-unknown.ts';
import { pictureAlternative } from '../../src/rules/picture-alternative.ts';
import { privacyName } from '../../src/rules/privacy-name.ts';
import { statusEmbargo } from '../../src/rules/status-embargo.ts';
import { structureEmptyHeading } from '../../src/rules/structure-empty-heading.ts';
import { structureEmptySection } from '../../src/rules/structure-empty-section.ts';
import { structureHeadingOrder } from '../../src/rules/structure-heading-order.ts';
import { structureTitleInBody } from '../../src/rules/structure-title-in-body.ts';
import { tableHeader } from '../../src/rules/table-header.ts';

const rules: readonly Rule[] = [
  footnoteDuplicate,
  footnoteUndefined,
  footnoteUnused,
  markdownLink,
  markdownPlaceholder,
  markdownRawHtml,
  markdownUnknownDirective,
  outletLength,
  outletUnknown,
  pictureAlternative,
  privacyName,
  statusEmbargo,
  structureEmptyHeading,
  structureEmptySection,
  structureHeadingOrder,
  structureTitleInBody,
  tableHeader,
];

async function findingsOf(rule: Rule, example: Omit<Example, 'title' | 'expect'>): Promise<Finding[]> {
  const path = 'notes/x/note.md';
  const files = memoryFiles({ 'nsp.yaml': '', [path]: example.note, ...example.files });
  const people = readPeople(files, 'people.yaml');
  const settings = { ...defaultSettings(), ...example.settings };
  const { note, secrets } = await readNote({ files, path, settings, people });
  if (!note) throw new Error('the note cannot be read');
  const { today = '2026-01-01' } = example;
  return checkNote(note, [rule], { settings, secrets: [...people.secrets, ...secrets], today });
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  it.each(rule.examples.map((example) => [example.title.en, example] as const))(
    '%s',
    async (_title, example) => {
      const findings = await findingsOf(rule, example);
      expect(findings.map(({ place }) => (place ? `${place.line}:${place.column}` : '-'))).toEqual(
        example.expect,
      );
    },
  );

  it('speaks typographed French, and helps', async () => {
    const findings = (await Promise.all(rule.examples.map((example) => findingsOf(rule, example)))).flat();
    expect(findings.length).toBeGreaterThan(0);
    const texts = findings.flatMap(({ message, help }) => [message.fr, help?.fr ?? '']);
    for (const text of [rule.summary.fr, ...texts]) expect(text).not.toMatch(/ [;!?»]|« |'| :(?!:)/u);
  });
});

describe('privacy/name', () => {
  const files = {
    'people.yaml': [
      '- { id: a-1, name: Hélène Le Goff, public: false, role: agente, email: h.legoff@exemple.fr, phone: "06 12 34 56 78" }',
      '- { id: b-2, name: Paul Petit, public: false, role: agent }',
      '- { id: c-3, name: Lucie Castets, public: true }',
      '- { id: d-4, name: Jean Castets, public: false, role: agent }',
      '',
    ].join('\n'),
  };
  const check = (text: string, header = '', more: Record<string, string> = {}): Promise<Finding[]> =>
    findingsOf(privacyName, {
      note: `---\ntitle: Bilan\n${header}---\n\n${text}\n`,
      files: { ...files, ...more },
    });

  it.each([
    'Hélène a parlé. Un petit effort. Petit rappel. Le Petit Palais. Castets a écrit.',
    'Le goff est un mot. Pour Anne Le Goff, le contraire. Les 061234 et 5678.',
    'Marie Petit et Lucie Castets.',
  ])('does not cry wolf: %s', async (text) => {
    expect(await check(text)).toEqual([]);
  });

  it.each([
    ['HELENE LE GOFF', 'name'],
    ['Le Goff, Hélène', 'name'],
    ['He\u0301le\u0300ne Le Goff', 'name'],
    ['helene.le-goff', 'name'],
    ['HélèneLeGoff', 'name'],
    ['Hélène\u202fLe\u00a0Goff', 'name'],
    ['Hé\u00adlène Le **Goff**', 'name'],
    ['| Hélène | Le Goff |\n| - | - |', 'name'],
    ['Hélène\nLe Goff', 'name'],
    ['selon Mme Le Goff', 'surname'],
    ['selon M. Petit', 'surname'],
    ['selon P. PETIT', 'surname'],
    ['Le Goff a parlé', 'surname'],
    ['avec Hélène &#76;e Goff', 'name'],
    ['écrire à H.LeGoff@exemple.fr', 'e-mail'],
    ['appeler le +33 6 12 34 56 78', 'phone number'],
    ['appeler le 0612345678', 'phone number'],
    ['voir a-1', ''],
    ['[x](https://x.fr/H%C3%A9l%C3%A8ne_Le_Goff)', 'name'],
    ['Jean Castets', 'name'],
  ])('finds %j', async (text, kind) => {
    const findings = await check(text);
    expect(findings.map(({ message }) => message.en)).toEqual(
      kind === '' ? [] : [expect.stringContaining(` ${kind} of a person`)],
    );
  });

  it('reads references and front-matter, and tells no name', async () => {
    const refs = {
      'notes/x/refs.bib':
        '@book{p, title = {Vu par Helene Le Goff}, author = {Petit, Marie}, publisher = {S}, date = {2021}}\n',
    };
    const findings = await check('Un mot.', 'summary: Par Hélène Le Goff\n', refs);
    expect(findings.map(({ path, place }) => `${path}:${place?.line ?? '-'}`)).toEqual([
      'notes/x/note.md:3',
      'notes/x/refs.bib:1',
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/goff|h[ée]l[eè]ne/iu);
  });
});
