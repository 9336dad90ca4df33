import { expect, test } from 'vitest';
import { emailIn, hostOf, publicAddress } from '../../../src/util/address.ts';
import { isNumberCell } from '../../../src/util/number-cell.ts';
import { docxWords } from '../../../src/write/docx/docx-inlines.ts';

test('finds the e-mail address in a contact line', () => {
  expect(emailIn('Presse <presse.nsp@exemple.example>, 01 02')).toBe('presse.nsp@exemple.example');
  expect(emailIn('@nosservicespub')).toBeUndefined();
});

test('gives a public host without www, and none for a machine’s name', () => {
  expect(hostOf('https://www.exemple.example/a')).toBe('exemple.example');
  expect(hostOf('http://localhost:8080')).toBeUndefined();
  expect(hostOf('exemple')).toBeUndefined();
});

test('follows web, mail and telephone addresses, and makes relative ones whole', () => {
  const base = 'https://exemple.example/notes/x.html';
  expect(publicAddress('tel:+33100000000', undefined)).toBe('tel:+33100000000');
  expect(publicAddress('../y.pdf', base)).toBe('https://exemple.example/y.pdf');
  const refused = [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '#note-1',
    'JavaScript:x',
  ];
  expect(refused.map((address) => publicAddress(address, base))).toEqual(refused.map(() => undefined));
  expect(publicAddress('../y.pdf', undefined)).toBeUndefined();
});

test('tells numbers with their units from words', () => {
  const numbers = [
    '120',
    '1\u202f065,8',
    '+135,8\u00a0%',
    '×\u00a02,36',
    '11,35\u00a0M€',
    '160\u00a0Md€',
    '–',
    '',
  ];
  expect(numbers.filter((cell) => !isNumberCell(cell))).toEqual([]);
  expect(['2018 à 2021', 'Total', '44 opérateurs'].filter(isNumberCell)).toEqual([]);
});

test.each([
  ['one endless word', 'a'.repeat(200_000)],
  ['endless digits', `${'1'.repeat(200_000)}a`],
  ['an endless address', `https://${'.'.repeat(200_000)}`],
  ['many beginnings of addresses', 'a.a+'.repeat(50_000)],
])('%s takes no time', (_, text) => {
  docxWords(text);
  emailIn(text);
  isNumberCell(text);
});
