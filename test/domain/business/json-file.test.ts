import { expect, test } from 'vitest';
import { readJsonFile } from '../../../domain/business/json-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

test.each([
  ['plain', utf8('{"brand":"Müller"}')],
  ['with the mark of Windows', utf8('\ufeff{"brand":"Müller"}')],
])('%s', (_, content) => {
  expect(readJsonFile(content)).toEqual({ value: { brand: 'Müller' } });
});

test.each([
  ['of another encoding', Uint8Array.from([0x22, 0xfc, 0x22]), /^is no text in UTF-8/],
  ['empty', utf8(' \n'), /^is empty$/],
  ['no JSON', utf8('brand: Müller'), /^is not JSON: /],
])('%s is refused', (_, content, fault) => {
  expect(readJsonFile(content)).toEqual({ fault: expect.stringMatching(fault) });
});
