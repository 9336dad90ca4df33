import { describe, expect, test } from 'vitest';
import { readCopy } from '../../src/source/read-copy.ts';

async function textOf(path: string, data: string | Uint8Array): Promise<string | undefined> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const { content } = await readCopy(path, bytes);
  return content && ('text' in content ? content.text : content.fault);
}

const sentence = 'Les guichets ferment un à un dans le département.';
const latin = Uint8Array.from(Buffer.from(sentence, 'latin1'));

describe('readCopy', () => {
  test('reads what an HTML page shows, a block a line', async () => {
    const html = `<html><head><title>Non</title><style>p{}</style></head><body><script>var non = 1</script>
      <h1>Le&nbsp;titre</h1><p>Les <b>gui</b>chets &amp; les\n agents</p><table><tr><td>Total</td><td>160</td></tr></table>
      <p>${sentence}<br>Fin</p><svg><text>Non</text></svg></body></html>`;
    const text = await textOf('a.html', html);
    expect(text?.split('\n').map((line) => line.trim())).toEqual([
      'Le titre',
      'Les guichets & les agents',
      'Total',
      '160',
      sentence,
      'Fin',
    ]);
  });

  test('reads the words of a Markdown text', async () => {
    const markdown = `---\ntitle: Non\n---\n\n# Titre\n\n- Les [guichets](https://example.org) **ferment**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n${sentence}\n`;
    expect(await textOf('a.md', markdown)).toBe(`Titre\nLes guichets ferment\na\nb\n1\n2\n${sentence}`);
  });

  test('reads old encodings, named or not', async () => {
    expect(await textOf('a.txt', latin)).toBe(sentence);
    const head = '<meta charset="iso-8859-15"><p>';
    expect(await textOf('a.html', Uint8Array.from([...Buffer.from(head), ...latin]))).toBe(sentence);
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(sentence, 'utf16le')]);
    expect(await textOf('a.txt', utf16)).toBe(sentence);
  });

  test('has pages where a text has form feeds', async () => {
    const { content } = await readCopy('a.txt', new TextEncoder().encode(`${sentence}\n\f${sentence}\n\f`));
    expect(content).toMatchObject({ isPaged: true, pages: [{ ordinal: 1 }, { ordinal: 2 }] });
  });

  test('says that there is no text, or none that means letters', async () => {
    expect(await textOf('a.txt', '  \n')).toBe('no-text');
    expect(await textOf('a.txt', '\ue001\ue002\ue003 \ufffd\ufffd abc'.repeat(30))).toBe('no-text');
  });

  test('no nesting overflows it', async () => {
    expect(await textOf('a.html', `${'<div>'.repeat(100_000)}${sentence}`)).toBe(sentence);
    expect(await textOf('a.md', `${'> '.repeat(5000)}${sentence}`)).toBe('too-long');
  });

  test('keeps what it read, by the sum of its bytes, and its kind', async () => {
    const kept = new Map<string, string>();
    const store = {
      get: (name: string) => kept.get(name),
      set: (name: string, text: string) => void kept.set(name, text),
    };
    const data = new TextEncoder().encode(`<p>${sentence}</p>`);
    for (const path of ['a.html', 'b.html', 'a.txt']) await readCopy(path, data, { store });
    expect([...kept.keys()].map((name) => name.replace(/^[0-9a-f]{64}/u, ''))).toEqual([
      '.html.v1.json',
      '.txt.v1.json',
    ]);
  });
});
