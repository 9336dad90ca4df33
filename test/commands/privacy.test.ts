import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeWorkspace, nsp } from '../support/workspace.ts';

const people = `- { id: hdc-77, name: "Hélène Dubois-Chastenet", email: helene.dc@hopital.example, phone: "06 12 34 56 78", public: false, signature: "Hélène, infirmière" }
- { id: jnr-12, name: "Jean-Noël de La Rochebrunière", role: juge, public: false }
`;
const telling = /dubois.?chastenet|rochebruni|helene\.dc|hdc-77/iu;
const name = 'Hélène Dubois-Chastenet';

interface Plant {
  readonly front?: string;
  readonly body?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

function workspaceOf({ front = '', body = 'Un texte.', files = {}, folder = 'x' }: Plant): string {
  const note = `---\ntitle: Un bilan\nformats: [html, email, docx, txt]\n${front}\n---\n\n${body}\n`;
  const near = Object.entries(files).map(([path, text]) => [`notes/${folder}/${path}`, text]);
  return makeWorkspace({
    'people.yaml': people,
    [`notes/${folder}/note.md`]: note,
    ...(Object.fromEntries(near) as Record<string, string>),
  });
}

const svg = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="50"><text y="20">${inner}</text></svg>`;
const figure = (entry: string): Plant => ({ front: `figures:\n  a: ${entry}`, body: 'On a [](figure:a).' });
const book = '@book{livre, author={Martin, Anne}, title={T}, publisher={E}, date={2020}}\n';

const plants: Readonly<Record<string, Plant>> = {
  prose: { body: `Merci à ${name}.` },
  'run together': { body: 'helenedubois-chastenet' },
  'surname without its particle': { body: 'Mme Rochebrunière a dit.' },
  'capitals, without its first particle': { body: 'LA ROCHEBRUNIERE Jean-Noël' },
  'name of a block': { body: ':::helene-dubois-chastenet\nx\n:::' },
  'file that is missing': { body: '![Un portrait](images/helene-dubois-chastenet.png)' },
  'path that leads out': { body: '![Un portrait](../../../helene-dubois-chastenet.png)' },
  'key that is unknown': { front: 'helene-dubois-chastenet: oui' },
  'value of an unknown key': { front: `remerciements: "${name}"` },
  'wrong kind': { front: `kind: "${name}"` },
  'wrong YAML': { front: `subtitle: Bilan : ${name}` },
  version: { front: `version: "${name}"` },
  'citation style': { front: 'csl: helene-dubois-chastenet.csl' },
  template: { front: 'template: helene-dubois-chastenet' },
  'list of authors': { front: `authors: ["${name}"]` },
  'author said to be public': { front: `authors:\n  - { name: "${name}", public: true }` },
  'role of an author': { front: `authors:\n  - { name: Autre, role: "proche de ${name}", public: true }` },
  'signatories in a CSV': { front: 'signatories: s.csv', files: { 's.csv': `name,public\n${name},true\n` } },
  'words of a drawing': { body: '![Un dessin](a.svg)', files: { 'a.svg': svg(name) } },
  'words of a drawing, in two': {
    body: '![Un dessin](a.svg)',
    files: { 'a.svg': svg('<tspan>H&#233;lène</tspan> <tspan dy="9">Dubois-Chastenet</tspan>') },
  },
  'words before a citation': {
    front: 'bibliography: r.bib',
    body: `Cite [voir ${name}, @livre].`,
    files: { 'r.bib': book },
  },
  'unknown citation': {
    front: 'bibliography: r.bib',
    body: 'Cite [@livre; @helene-dubois-chastenet].',
    files: { 'r.bib': book },
  },
  'id of a figure': { body: 'On a [12 %](figure:helene-dubois-chastenet).' },
  'label of a figure': figure(`{ value: "12 %", label: "${name}", source: "https://example.org" }`),
  formula: figure('{ formula: "helene-dubois-chastenet + 1", unit: "%" }'),
  'data behind a figure': {
    ...figure('{ from: "a.csv", formula: "count()", unit: "personnes" }'),
    files: { 'a.csv': `nom,v\n${name},1\n` },
  },
  'rule that does not exist': { body: '<!-- nsp-disable-next-line helene-dubois-chastenet -- x -->\nTexte.' },
  'name of the folder': { folder: 'helene-dubois-chastenet' },
};

describe('a private name is stopped, at a place, and never repeated', () => {
  test.each(Object.entries(plants))('%s', async (_title, plant) => {
    const root = workspaceOf(plant);
    const build = await nsp(root, ['build']);
    const check = await nsp(root, ['check', '--format', 'json']);
    const figures = await nsp(root, ['figures', '--format', 'json']);
    expect(build.status).toBe(1);
    expect(existsSync(join(root, 'dist'))).toBe(false);
    const { findings } = JSON.parse(check.out) as { findings: { severity: string; line: number }[] };
    expect(findings.filter(({ severity, line }) => severity === 'error' && line > 0)).not.toEqual([]);
    const said = [build, check, figures].map(({ out, err }) => out + err).join('\n');
    expect(said.normalize('NFD').replace(/\p{M}/gu, '')).not.toMatch(telling);
  });
});

test.each([
  ['homonyms', 'Selon Philippe de La Rochebrunière, Mme Dubois et M. Chastenet ; la rue de la Roche.'],
  ['comments', `Un texte. <!-- ${name} -->`],
  ['their own signature', 'Hélène, infirmière, a témoigné.'],
])('%s may stand', async (_title, body) => {
  const ran = await nsp(workspaceOf({ front: 'authors: [hdc-77, jnr-12]', body }), ['build']);
  expect(ran.status).toBe(0);
});

test('a picture that cannot be drawn is a finding, and stops no other document', async () => {
  const root = workspaceOf({
    body: '![Une image](a.png)',
    files: { 'a.svg': '', 'a.png': '\u0089PNG\r\n\u001a\n' },
  });
  const empty = '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>';
  const other = makeWorkspace({
    'notes/x/note.md': '---\ntitle: X\n---\n\n![Une image](a.svg)\n',
    'notes/x/a.svg': empty,
    'notes/y/note.md': '---\ntitle: Y\n---\n\nUn texte.\n',
  });
  expect((await nsp(root, ['check'])).out).toContain('picture/file');
  const ran = await nsp(other, ['build', '--formats', 'html']);
  expect(ran.status).toBe(1);
  expect(ran.err).toContain('notes/x/note.md:5:1');
  expect(ran.err).toContain('Cette image ne peut pas être dessinée');
  expect(existsSync(join(other, 'dist/y/y.html'))).toBe(true);
});
