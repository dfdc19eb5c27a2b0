import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessRole, recogniseRole } from '../../../domain/capture/field-names.ts';
import { recognise } from '../../../domain/capture/recognise.ts';
import { context, email, json, read } from './a-form.ts';

describe('whatever is sent', () => {
  const anyField = fc.record({
    path: fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 1, maxLength: 4 }),
    value: fc.string({ unit: 'binary', maxLength: 200 }),
  });

  test('is understood or refused, never an error', () => {
    fc.assert(
      fc.property(fc.array(anyField), (fields) => {
        const recognised = recognise(fields, context);
        expect('submission' in recognised || recognised.errors.length > 0).toBe(true);
      }),
    );
  });

  test('every unknown field is kept', () => {
    const unknownName = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((name) => `Xq ${name}`)
      .filter((name) => recogniseRole(name) === undefined && guessRole(name) === undefined);
    const value = fc.integer({ min: 0 }).map((number) => `Antwort-${number}`);
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(unknownName, value), { selector: ([name]) => name }), (unknown) => {
        const fields = unknown.map(([name, text]) => ({ path: [name], value: text }));
        const { extra } = read([...fields, { path: ['email'], value: email }]).request;
        expect(extra.map((one) => one.value)).toEqual(unknown.map(([, text]) => text));
      }),
    );
  });

  test('no field name writes to a prototype', () => {
    const { request } = read(
      json(
        JSON.parse(
          `{"email":"${email}","__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}`,
        ),
      ),
    );
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(request.extra.map(({ value }) => value)).toEqual(['yes', 'yes']);
  });

  test('more text than the store holds is cut, and the lead is taken', () => {
    const { extra } = read(
      json({ email, a: 'x'.repeat(100_000), b: 'y'.repeat(100_000), c: 'z'.repeat(100_000) }),
    ).request;
    expect(extra.every(({ value }) => value.length <= 10_000)).toBe(true);
    expect(Buffer.byteLength(extra.map(({ value }) => value).join(''))).toBeLessThanOrEqual(90_000);
    expect(extra.at(-1)?.value.endsWith('…')).toBe(true);
    expect(extra.slice(0, 3).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  test('control characters and line breaks do not reach names and addresses', () => {
    const { contact } = read(json({ email, name: 'Erika\r\nBcc: all@example.de\u0000\u202e' }));
    expect(contact.name).toBe('Erika Bcc: all@example.de');
  });
});
