import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readReport } from '../../src/validate/verapdf-report.ts';
import { goodNote, makeFolder, makeWorkspace, nsp } from '../support/workspace.ts';

const job = (name: string, validation: string): string => `    <job>
      <item size="110592">
        <name>${name}</name>
      </item>
      ${validation}
      <duration start="1717000000000" finish="1717000000900">00:00:00.900</duration>
    </job>`;

const report = (...jobs: string[]): string => `<?xml version="1.0" encoding="utf-8"?>
<report>
  <buildInformation>
    <releaseDetails id="core" version="1.26.1" buildDate="2024-05-22T12:00:00Z"></releaseDetails>
  </buildInformation>
  <jobs>
${jobs.join('\n')}
  </jobs>
  <batchSummary totalJobs="${jobs.length}" failedToParse="0" encrypted="0" outOfMemory="0" veraExceptions="0">
    <validationReports compliant="1" nonCompliant="1" failedJobs="0">2</validationReports>
  </batchSummary>
</report>
`;

const good = `<validationReport jobEndStatus="normal" profileName="PDF/UA-1 validation profile" statement="PDF file is compliant with Validation Profile requirements." isCompliant="true">
        <details passedRules="106" failedRules="0" passedChecks="4021" failedChecks="0"></details>
      </validationReport>`;

const bad = `<validationReport jobEndStatus="normal" profileName="PDF/UA-1 validation profile" statement="PDF file is not compliant with Validation Profile requirements." isCompliant="false">
        <details passedRules="105" failedRules="1" passedChecks="4019" failedChecks="2">
          <rule specification="ISO 14289-1:2014" clause="7.18.5" testNumber="2" status="failed" failedChecks="2">
            <description>Links shall contain an alternate description via their
              Contents key</description>
            <object>PDLinkAnnot</object>
            <test>(Contents != null &amp;&amp; Contents != '')</test>
            <check status="failed">
              <context>root/document[0]/pages[0](31 0 obj PDPage)/annots[0]</context>
            </check>
          </rule>
        </details>
      </validationReport>`;

const broken = `<taskException type="PARSE" isExecuted="true" isSuccess="false">
        <exceptionMessage>Exception: The stream is not a PDF</exceptionMessage>
      </taskException>`;

test('a report tells what each file breaks, and which could not be examined', () => {
  expect(
    readReport(
      report(job('/a.pdf', good), job('/b & c.pdf'.replace('&', '&amp;'), bad), job('/d.pdf', broken)),
    ),
  ).toEqual([
    { file: '/a.pdf', isCompliant: true, broken: [] },
    {
      file: '/b & c.pdf',
      isCompliant: false,
      broken: [
        {
          clause: '7.18.5',
          test: '2',
          description: 'Links shall contain an alternate description via their Contents key',
          count: 2,
        },
      ],
    },
    { file: '/d.pdf', isCompliant: undefined, broken: [] },
  ]);
  expect(readReport('Exception in thread "main"')).toBeUndefined();
  expect(readReport('<report><jobs>')).toBeUndefined();
});

/** A folder with a `verapdf` that answers as the real one: its report for the files that it is given, then a status. */
function fakeValidator(answer: string): string {
  const folder = makeFolder({});
  const file = join(folder, 'verapdf');
  const script = `#!${process.execPath}
const [flavour, profile, format, form, ...files] = process.argv.slice(2);
if (flavour !== '--flavour' || profile !== 'ua1' || format !== '--format' || form !== 'xml') process.exit(2);
${answer}
`;
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  return folder;
}

function workspace(): string {
  const root = makeWorkspace({ 'notes/un/note.md': goodNote('Un'), 'notes/deux/note.md': goodNote('Deux') });
  for (const slug of ['un', 'deux']) {
    const pdf = join(root, `dist/${slug}/${slug}.pdf`);
    mkdirSync(dirname(pdf), { recursive: true });
    writeFileSync(pdf, '%PDF-1.7\n');
  }
  return root;
}

const check = ['check', '--pdf', '--format', 'json'];

test('check --pdf has the PDFs validated, and reports the verdict', async () => {
  const text = JSON.stringify(report('@1', '@2'));
  const answer = `const job = ${job.toString()};
const [good, bad] = ${JSON.stringify([good, bad])};
process.stdout.write(${text}.replace('@1', job(files[0], files[0].includes('un.pdf') ? good : bad)).replace('@2', job(files[1], files[1].includes('un.pdf') ? good : bad)));
process.exit(1);`;
  const env = { PATH: `${fakeValidator(answer)}${delimiter}${process.env['PATH'] ?? ''}` };
  const root = workspace();
  const { status, out, err } = await nsp(root, check, { env });
  const { findings } = JSON.parse(out) as { findings: { rule: string; path: string; message: string }[] };
  expect(findings.map(({ rule, path }) => [rule, path])).toEqual([['pdf/validator', 'notes/deux/note.md']]);
  expect(findings[0]?.message).toContain('Links shall contain an alternate description');
  expect(err.replace(/\s/gu, ' ')).toContain('veraPDF n’a rien à redire (PDF/UA-1) : 1 PDF.');
  expect(status).toBe(0);
  expect((await nsp(root, [...check, '--strict'], { env })).status).toBe(1);
});

test.each([
  ['is not installed', undefined, 'veraPDF n’est pas installé'],
  [
    'breaks down',
    'process.stderr.write("Error: no Java"); process.exit(3);',
    'veraPDF n’a pas rendu de rapport',
  ],
])('where veraPDF %s, a line says so and the check goes on', async (_case, answer, said) => {
  const PATH = answer === undefined ? makeFolder({}) : fakeValidator(answer);
  const { status, err } = await nsp(workspace(), check, { env: { PATH } });
  expect(err).toContain(said);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(status).toBe(0);
});

test('with no PDF built, a line says how to build them', async () => {
  const root = makeWorkspace({ 'notes/un/note.md': goodNote('Un') });
  const { status, err } = await nsp(root, check);
  expect(err).toContain('nsp build');
  expect(status).toBe(0);
});
