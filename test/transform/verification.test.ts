import { expect, test } from 'vitest';
import type { PageFigure } from '../../src/core/page.ts';
import { toHtml } from '../../src/render/html.ts';
import { withEvidence } from '../../src/transform/verification.ts';
import { pageOf } from '../support/page.ts';

const refs = `@report{a1, author = {{Sénat}}, title = {Rapport}, year = {2021}, url = {https://example.org/a1}}
@report{b2, author = {{Insee}}, title = {Comptes}, year = {2022}}
`;
const ledger = `figures:
  total:  { value: "160 Md€", label: "L'ensemble", source: "@a1, p. 51" }
  part:   { value: "40 Md€", source: "@b2" }
  taux:   { formula: "part / total", unit: "%", label: "La part", stated: "25 %" }
  oubli:  { value: "3 Md€", source: "@a1" }
  mots:   { value: "12 lits", source: "relevé de l'auteur" }
`;
const body = `## Un

Soit [25 %](figure:taux)[^n] [@a1].

## Deux

### Détail

De [160 Md€](figure:total), [le quart](figure:taux) et [12](figure:mots).

[^n]: De [160 Md€](figure:total).
`;
const note = (meta = '') =>
  pageOf({ meta: `bibliography: refs.bib\n${meta}${ledger}`, files: { 'notes/x/refs.bib': refs }, body });

test('the figures that the text states are listed in reading order, notes read where they are called', async () => {
  const { verification = [], hast, notes } = await note();
  expect(
    verification.map(({ id, number, value, statements }) => [id, number, value, statements[0]?.section]),
  ).toEqual([
    ['taux', 1, '25\u00a0% · le quart', 'Un'],
    ['total', 2, '160\u00a0Md€', 'Un'],
    ['mots', 3, '12', 'Deux'],
  ]);
  expect(verification[0]?.statements).toEqual([
    { id: 'nsp-c1-1', section: 'Un' },
    { id: 'nsp-c1-2', section: 'Deux' },
  ]);
  const html = toHtml([...hast.children, ...notes.flatMap((one) => one.hast)]);
  for (const { statements } of verification)
    for (const { id } of statements) expect(html.split(`id="${id}"`)).toHaveLength(2);
});

test('each has its calculation, its inputs with theirs, its source with the page cited', async () => {
  const { verification = [] } = await note();
  const [rate, total, beds] = verification as [PageFigure, PageFigure, PageFigure];
  expect(rate.calculation).toMatch(/^40\u00a0Md€ ÷ 160\u00a0Md€ = 25\u00a0%$/u);
  expect(rate.inputs.map(({ id, number, label }) => [id, number, label])).toEqual([
    ['part', undefined, undefined],
    ['total', 2, 'L’ensemble'],
  ]);
  expect(rate.inputs[0]?.sources).toEqual([{ key: 'b2', name: 'Insee, 2022' }]);
  expect(total.sources).toEqual([
    { key: 'a1', name: 'Sénat, 2021', locator: 'p.\u00a051', url: 'https://example.org/a1' },
  ]);
  expect(beds.calculation).toBe('12\u00a0lits');
  expect(beds.sources).toEqual([{ name: 'relevé de l’auteur' }]);
});

test('sources of figures change neither the notes nor the references', async () => {
  const pages = await Promise.all([note(), note('verification: false\n')]);
  const [shown, hidden] = pages.map(({ notes, references }) =>
    toHtml([...notes, ...references].flatMap(({ hast }) => hast)).replaceAll(/ id="nsp-c[^"]+"/gu, ''),
  );
  expect(shown).toBe(hidden);
  expect(pages[0].references.map(({ key }) => key)).toEqual(['a1']);
});

test.each([
  ['kind: op-ed\n', false],
  ['kind: newsletter\n', false],
  ['kind: op-ed\nverification: true\n', true],
  ['verification: false\n', false],
])('%j: shown is %s', async (meta, shown) => {
  const page = await note(meta);
  expect(page.verification !== undefined).toBe(shown);
  expect(toHtml(page.hast.children).includes('nsp-c1-1')).toBe(shown);
});

test('the page where a copy of the source gives the value is told', async () => {
  const found = { kind: 'figure', text: '160 Md€', key: 'a1', place: undefined, state: 'found' } as const;
  const sources = {
    copies: [],
    evidence: [{ ...found, figure: 'total', passage: { page: '52', excerpt: '…' } }],
  };
  const { verification = [] } = withEvidence(await note(), sources);
  expect(verification[1]?.sources[0]?.foundOn).toBe('52');
  expect(verification[0]?.inputs.map(({ sources: [source] }) => source?.foundOn)).toEqual([undefined, '52']);
});
