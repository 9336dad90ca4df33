import fc from 'fast-check';
import { expect, it } from 'vitest';
import { setFineType } from '../../src/render/fine-type.ts';
import { toHtml } from '../../src/render/html.ts';
import { hastText } from '../../src/util/hast-text.ts';
import { pageOf } from '../support/page.ts';

/** Small capitals as [A], superiors as {e}. */
async function set(body: string, meta = ''): Promise<string> {
  const { hast, meta: read } = await pageOf({ body, meta });
  return toHtml(setFineType(hast, read.lang).children)
    .replace(/<span class="small-capitals">(.*?)<\/span>/gu, '[$1]')
    .replace(/<span class="superior">(.*?)<\/span>/gu, '{$1}')
    .replaceAll('\u00a0', ' ');
}

it.each([
  ['La SNCF, l’AME et le PIB (INSEE).', 'La [SNCF], l’[AME] et le [PIB] ([INSEE]).'],
  [
    'Au XIXe siècle, aux XVe et XVIe siècles, au Ier siècle.',
    'Au [XIX]{e} siècle, aux XV{e} et [XVI]{e} siècles, au [I]{er} siècle.',
  ],
  [
    'La Ve République, le 1er mai, la 2e fois, les 3es rencontres.',
    'La V{e} République, le 1{er} mai, la 2{e} fois, les 3{es} rencontres.',
  ],
  [
    'Le texte, ce que dit Me Martin, De Gaulle, 12 Md€, UE, COVID-19.',
    'Le texte, ce que dit Me Martin, De Gaulle, 12 Md€, UE, [COVID]-19.',
  ],
  ['Voir exemple.FRA/ABC, ABC2, agent·ES, 2,5e, A.BCD', 'Voir exemple.FRA/ABC, ABC2, agent·ES, 2,5e, A.BCD'],
])('%s', async (body, expected) => {
  expect(await set(body)).toBe(`<p>${expected}</p>`);
});

it('leaves titles, tables, code and English ordinals', async () => {
  expect(await set('## La SNCF\n\n`SNCF`\n\n| SNCF |\n| --- |\n| PIB 1er |\n')).not.toMatch(/[[{]/u);
  expect(await set('The NHS, the 19th.', 'lang: en\n')).toBe('<p>The [NHS], the 19th.</p>');
});

it('sets a wider space within guillemets', async () => {
  const { hast } = await pageOf({ body: 'Il dit « oui » ; non !\n' });
  expect(hastText(setFineType(hast, 'fr'))).toBe('Il dit «\u00a0oui\u00a0»\u202f; non\u202f!');
});

it('changes no word', async () => {
  const { hast } = await pageOf({ body: 'x\n' });
  const parts = fc.array(
    fc.constantFrom('SNCF', 'XIXe', '1er', '2e', ' ', 'siècle', 'Le', '«', 'a', '.', 'É'),
  );
  fc.assert(
    fc.property(parts, (words) => {
      const text = words.join('');
      const root = { ...hast, children: [{ type: 'text' as const, value: text }] };
      expect(hastText(setFineType(root, 'fr'))).toBe(text);
    }),
  );
});
