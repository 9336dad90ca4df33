import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/markdown/parse.ts';
import { pageMarkdown } from '../../../src/write/pdf/page-markdown.ts';
import { pageOf } from '../../support/page.ts';
import { makeWorkspace, nsp } from '../../support/workspace.ts';

const people =
  '- { id: jd-7, name: Jeanne Duvernay, email: jeanne@example.org, role: agente, public: false, signature: "Jeanne, agente" }\n';

const front = `title: "Bilan : les guichets"
date: 2024-04-30
authors: [jd-7]
figures:
  total: { from: data/guichets.csv, formula: "sum(ouverts; annee = 2024)", unit: guichets }
`;

const body = `Un relevé[^1] de [](figure:total). <!-- voir avec Jeanne Duvernay -->

[//]: # (brouillon : ne pas publier)

:::encadre[À savoir]
Rien **de plus**.
:::

Tableau : Par bassin

| Bassin | Total |
| --- | ---: |
| Nord | 12 |

![Une courbe](images/plan-secret.svg "Le plan")

[^1]: Une note.
[^2]: Une note que rien n’appelle.
`;

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

function workspace(csv: string, more = ''): string {
  return makeWorkspace({
    'people.yaml': people,
    'notes/bilan/note.md': `---\n${front}${more}---\n\n${body}`,
    'notes/bilan/data/guichets.csv': csv,
    'notes/bilan/images/plan-secret.svg': drawing,
  });
}

async function build(root: string): Promise<{ err: string; files: Record<string, string> }> {
  const { err } = await nsp(root, ['build', '--formats', 'pdf', '--keep-going']);
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(join(root, 'dist/bilan/bilan.pdf'))));
  const read: unknown = await pdf.getAttachments();
  const files = Object.values((read ?? {}) as Record<string, { filename: string; content: Uint8Array }>);
  return {
    err,
    files: Object.fromEntries(
      files.map(({ filename, content }) => [filename, new TextDecoder().decode(content)]),
    ),
  };
}

test('a note carries its text as readers see it, and on request the data that its figures are computed from', async () => {
  const csv = 'annee,ouverts,agent\n2023,9,Paul\n2024,12,Ada\n';
  expect(Object.keys((await build(workspace(csv))).files)).toEqual(['bilan.md']);
  const { files } = await build(workspace(csv, 'attachments: true\n'));
  expect(Object.keys(files)).toEqual(['bilan.md', 'guichets.csv']);
  expect(files['guichets.csv']).toBe('annee;ouverts\r\n2023;9\r\n2024;12\r\n');
  const text = files['bilan.md'] ?? '';
  expect(text).toMatch(/^---\ntitle: "Bilan.: les guichets"\nauthors:\n {2}- Jeanne, agente\n/u);
  for (const part of [
    'relevé[^1] de 12.guichets',
    '[^1]: Une note.',
    ':::encadre[À savoir]',
    'Rien **de plus**.',
  ])
    expect(text).toMatch(new RegExp(part.replace(/[[\]^*()]/gu, '\\$&'), 'u'));
  expect(text.replace(/[\u00a0\u202f]/gu, ' ')).toContain(
    '**Tableau 1** – Par bassin\n\n| Bassin | Total |\n| - | -: |\n| Nord | 12 |',
  );
  expect(text).not.toMatch(/Duvernay|jd-7|brouillon|secret|appelle|data\//u);
});

test('data that name a private person are left out, and the author is told without the name', async () => {
  const csv = 'annee,ouverts\n2024,12\nJeanne Duvernay,3\n';
  const { err, files } = await build(workspace(csv, 'attachments: true\nrules: { privacy/name: off }\n'));
  expect(Object.keys(files)).toEqual(['bilan.md']);
  expect(err).toContain('pdf/attachment');
  expect(err).not.toContain('Duvernay');
});

test('a document may refuse to carry anything', async () => {
  const { files } = await build(workspace('annee,ouverts\n2024,12\n', 'attachments: false\n'));
  expect(files).toEqual({});
});

test('the Markdown of a page is Markdown that says the same', async () => {
  const page = await pageOf({
    body: 'Un *mot* et `code`[^1].\n\n1. Un\n2. Deux\n   - trois\n\n> Cité.\n\n[lien](https://example.org "titre")\n\n[^1]: Avec **une** note.\n',
  });
  const text = pageMarkdown(page, {});
  const tree = parseMarkdown(text.slice(text.indexOf('\n---\n') + 5));
  const shape = tree.children.map(({ type }) => type);
  expect(shape).toEqual(['paragraph', 'list', 'blockquote', 'paragraph', 'footnoteDefinition']);
  expect(text).toContain('[lien](https://example.org)');
});
