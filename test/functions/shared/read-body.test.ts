import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Body, maxBodyBytes, readBody } from '../../../functions/shared/read-body.ts';

const json = 'application/json';
const urlencoded = 'application/x-www-form-urlencoded';
const boundary = 'x-boundary-x';
const multipart = `multipart/form-data; boundary=${boundary}`;

/** `{ 'a.b': 'c' }`: paths joined by dots. */
function fieldsOf(body: Body): Record<string, string> {
  if ('unreadable' in body) throw new Error(`Unreadable: ${body.unreadable}`);
  return Object.fromEntries(body.fields.map(({ path, value }) => [path.join('.'), value]));
}

function parts(...list: readonly (readonly [disposition: string, content: string | Buffer])[]): Buffer {
  const lines = list.flatMap(([disposition, content]) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...lines, Buffer.from(`--${boundary}--\r\n`)]);
}

describe('JSON', () => {
  test('nests into paths; lists of plain values are one field', async () => {
    const value = {
      name: 'Erika',
      address: { city: 'München' },
      gewerk: ['Bad', null, 'WC'],
      ok: true,
      n: 7,
      x: null,
    };
    expect(fieldsOf(await readBody(json, Buffer.from(JSON.stringify(value))))).toEqual({
      name: 'Erika',
      'address.city': 'München',
      gewerk: 'Bad, WC',
      ok: 'true',
      n: '7',
    });
  });

  test('lists of objects keep their positions', async () => {
    const value = { answers: [{ text: 'a' }, { text: 'b' }] };
    expect(fieldsOf(await readBody(json, Buffer.from(JSON.stringify(value))))).toEqual({
      'answers.0.text': 'a',
      'answers.1.text': 'b',
    });
  });

  test('may begin with a byte order mark and name its character set', async () => {
    expect(fieldsOf(await readBody(json, Buffer.from('\ufeff{"a":"b"}')))).toEqual({ a: 'b' });
    const latin1 = Buffer.from('{"city":"München"}', 'latin1');
    expect(fieldsOf(await readBody('application/json; charset=ISO-8859-1', latin1))).toEqual({
      city: 'München',
    });
    expect(fieldsOf(await readBody('APPLICATION/JSON; Charset="UTF-8"', Buffer.from('{"a":"ü"}')))).toEqual({
      a: 'ü',
    });
  });

  test.each(['{', 'null', '"text"', '7', '{"a":1}x', '{"a":"\u0001"}'])('%j is damaged', async (text) => {
    expect(await readBody(json, Buffer.from(text))).toEqual({ unreadable: 400 });
  });

  test('deeper or longer than any form is refused', async () => {
    const deep = `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`;
    const long = JSON.stringify(Object.fromEntries(Array.from({ length: 2500 }, (_, n) => [`f${n}`, 1])));
    expect(await readBody(json, Buffer.from(deep))).toEqual({ unreadable: 400 });
    expect(await readBody(json, Buffer.from(long))).toEqual({ unreadable: 400 });
  });
});

describe('a plain HTML form', () => {
  test('has names in brackets and values in percent codes', async () => {
    const body = Buffer.from(
      'fields[email][value]=a%40b.de&fields%5Bname%5D=Erika+M%C3%BCller&tags[]=x&empty=&flag',
    );
    expect(fieldsOf(await readBody(urlencoded, body))).toEqual({
      'fields.email.value': 'a@b.de',
      'fields.name': 'Erika Müller',
      tags: 'x',
      empty: '',
      flag: '',
    });
  });

  test('of an old page comes in Windows-1252, declared or not', async () => {
    const body = Buffer.from('stra%DFe=M%FCnchen&preis=20+%80');
    const expected = { straße: 'München', preis: '20 €' };
    expect(fieldsOf(await readBody(urlencoded, body))).toEqual(expected);
    expect(fieldsOf(await readBody(`${urlencoded}; charset=windows-1252`, body))).toEqual(expected);
    const raw = Buffer.from('city=München', 'latin1');
    expect(fieldsOf(await readBody(urlencoded, raw))).toEqual({ city: 'München' });
  });

  test('with a percent sign that begins no code is read all the same', async () => {
    expect(fieldsOf(await readBody(urlencoded, Buffer.from('a=100%&b=%zz')))).toEqual({
      a: '100%',
      b: '%zz',
    });
  });
});

describe('a form with files', () => {
  test('gives its fields; of a file only that it was there', async () => {
    const body = parts(
      ['name="name"', 'Erika Müller'],
      ['name="a[b]"', 'c'],
      ['name="foto"; filename="Schaden Küche.jpg"', Buffer.alloc(100_000, 1)],
      ['name="foto2"; filename=""', ''],
    );
    expect(fieldsOf(await readBody(multipart, body))).toEqual({
      name: 'Erika Müller',
      'a.b': 'c',
      foto: 'Datei: Schaden Küche.jpg (nicht übertragen)',
    });
  });

  test('may come in Windows-1252', async () => {
    const body = parts(['name="city"', Buffer.from('München', 'latin1')]);
    expect(fieldsOf(await readBody(multipart, body))).toEqual({ city: 'München' });
  });

  test('files do not count towards the size, fields do', async () => {
    const file = ['name="foto"; filename="a.jpg"', Buffer.alloc(2_000_000)] as const;
    const big = (bytes: number) => ['name="a"', 'x'.repeat(bytes)] as const;
    expect(await readBody(multipart, parts(file, big(maxBodyBytes)))).toHaveProperty('fields');
    expect(await readBody(multipart, parts(file, big(maxBodyBytes), big(1)))).toEqual({ unreadable: 413 });
  });

  test.each([
    ['without a boundary', 'multipart/form-data', parts(['name="a"', 'b'])],
    ['cut off', multipart, parts(['name="a"', 'b']).subarray(0, -6)],
    ['of another shape', multipart, Buffer.from('a=b')],
    [
      'of too many parts',
      multipart,
      parts(...Array.from({ length: 2100 }, () => ['name="a"', 'b'] as const)),
    ],
  ])('%s is damaged', async (_, type, body) => {
    expect(await readBody(type, body)).toEqual({ unreadable: 400 });
  });
});

describe('any body', () => {
  test.each([json, urlencoded, multipart, 'text/plain', undefined])(
    'of %s that is empty has no fields',
    async (type) => {
      expect(await readBody(type, Buffer.alloc(0))).toEqual({ fields: [] });
    },
  );

  test.each([
    'text/plain',
    'text/html',
    'application/xml',
    '',
    undefined,
    'application/jsonx',
    'application/json; charset=klingon',
  ])('of type %s is not read', async (type) => {
    expect(await readBody(type, Buffer.from('{"a":"b"}'))).toEqual({ unreadable: 415 });
  });

  test('is read up to 256 KiB and no further', async () => {
    const body = (bytes: number) => Buffer.from(`a=${'x'.repeat(bytes - 2)}`);
    expect(await readBody(urlencoded, body(maxBodyBytes))).toHaveProperty('fields');
    expect(await readBody(urlencoded, body(maxBodyBytes + 1))).toEqual({ unreadable: 413 });
    expect(await readBody(json, body(maxBodyBytes + 1))).toEqual({ unreadable: 413 });
  });

  test('of arbitrary bytes is fields or a reason', async () => {
    const types = fc.constantFrom(
      json,
      urlencoded,
      multipart,
      `${json}; charset=utf-16le`,
      `${urlencoded};charset=x`,
    );
    await fc.assert(
      fc.asyncProperty(types, fc.uint8Array({ maxLength: 400 }), async (type, bytes) => {
        const body = await readBody(type, Buffer.from(bytes));
        expect('fields' in body || [400, 413, 415].includes(body.unreadable)).toBe(true);
      }),
    );
  });

  test('of arbitrary parts is fields or a reason', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        `--${boundary}`,
        `--${boundary}--`,
        '\r\n',
        '\r\n\r\n',
        'Content-Disposition: form-data; name="a"',
      ),
      fc.constantFrom('; filename="b"', 'Content-Type: text/plain', '"', ': ', '\u0000'),
      fc.string({ maxLength: 10 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const body = await readBody(multipart, Buffer.from(pieces.join('')));
        expect('fields' in body || body.unreadable === 400).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('says the same in each encoding', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((one) => !/[[\]"\r\n\\]/.test(one));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(text, text, { minKeys: 1, noNullPrototype: true }), async (values) => {
        const wellFormed = Object.entries(values).filter(([name]) => !/^__proto__$/.test(name));
        const record = Object.fromEntries(wellFormed);
        const sent = Buffer.from(new URLSearchParams(record).toString());
        const inParts = parts(...wellFormed.map(([name, value]) => [`name="${name}"`, value] as const));
        expect(fieldsOf(await readBody(urlencoded, sent))).toEqual(record);
        expect(fieldsOf(await readBody(json, Buffer.from(JSON.stringify(record))))).toEqual(record);
        expect(fieldsOf(await readBody(multipart, inParts))).toEqual(record);
      }),
    );
  });
});
