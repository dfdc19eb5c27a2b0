import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBody } from '../../../functions/shared/read-body.ts';
import { aJpeg, aPdf, boundary, multipart, parts } from '../../support/form-parts.ts';
import { fieldsOf, filesOf, read } from './a-body.ts';

const form = [
  ['name="name"', 'Erika Groß'],
  ['name="a[b]"', 'c'],
] as const;
const fields = { name: 'Erika Groß', 'a.b': 'c' };

describe('a form in parts', () => {
  test('gives its fields and its files; an input that was left empty is none', async () => {
    const body = parts([
      ...form,
      ['name="foto"; filename="Schaden Küche.jpg"', aJpeg(100_000), 'Content-Type: image/jpeg'],
      ['name="foto2"; filename=""', '', 'Content-Type: application/octet-stream'],
      ['name="plan"; filename="plan.pdf"', aPdf(), 'Content-Type: application/pdf'],
    ]);
    expect(await read(multipart, body)).toEqual(fields);
    expect(await filesOf(multipart, body)).toEqual([
      ['Schaden Küche.jpg', 'image/jpeg', 100_000],
      ['plan.pdf', 'application/pdf', 3_000],
    ]);
  });

  test.each([
    ['no boundary', 'multipart/form-data'],
    ['another boundary', 'multipart/form-data; boundary=----formBoundarySomethingElse'],
    ['the boundary with its dashes', `multipart/form-data; boundary=--${boundary}`],
    ['a boundary in quotes', `multipart/form-data; charset=utf-8; boundary="${boundary}"`],
    ['a boundary in single quotes', `multipart/form-data; boundary='${boundary}'`],
    ['a quote too many', `multipart/form-data; boundary="${boundary}`],
    ['a misspelt type', `multipat/form-data; boundary=${boundary}`],
    ['another type', 'application/json'],
    ['another type that reads pairs', 'application/x-www-form-urlencoded'],
    ['no type', undefined],
  ])('is read with %s in the label', async (_, label) => {
    expect(await read(label, parts(form))).toEqual(fields);
  });

  test.each([
    ['bare line feeds', parts(form, { newline: '\n' })],
    ['no line break at the end', parts(form, { end: '--' })],
    ['no closing boundary', parts(form, { end: '' })],
    ['a last boundary that opens a part', parts(form, { end: '\r\n' })],
    ['blanks behind the boundary', parts(form, { end: '-- \t\r\n' })],
    ['a line break before it', Buffer.concat([Buffer.from('\r\n'), parts(form)])],
    ['a preamble', Buffer.concat([Buffer.from('This is a form\r\n\r\n'), parts(form)])],
    ['an epilogue', Buffer.concat([parts(form), Buffer.from('\r\nname=x&email=y')])],
  ])('is read with %s', async (_, body) => {
    expect(await read(multipart, body)).toEqual(fields);
    expect(await read('multipart/form-data', body)).toEqual(fields);
  });

  test('keeps line breaks and dashes of what was typed', async () => {
    const message = '\r\nGuten Tag\n\n--\nErika\r\n--formBoundary\r\n';
    for (const newline of ['\r\n', '\n']) {
      expect(await read(multipart, parts([['name="message"', message]], { newline }))).toEqual({ message });
    }
  });

  test('may name its fields in every way that is seen', async () => {
    const body = parts([
      ['name=plain', '1'],
      ["name='single'", '2'],
      ['name="with \\"quotes\\""', '3'],
      ['name="with %22codes%22"', '4'],
      ['NAME="Größe"', '5'],
      [' name = "blanks" ', '6'],
    ]);
    expect(await read(multipart, body)).toEqual({
      plain: '1',
      single: '2',
      'with "quotes"': '3',
      'with "codes"': '4',
      Größe: '5',
      blanks: '6',
    });
  });

  test('may come in Windows-1252, or say so of a single part', async () => {
    const latin1 = (text: string) => Buffer.from(text, 'latin1');
    expect(await read(multipart, parts([['name="city"', latin1('München')]]))).toEqual({ city: 'München' });
    const told = parts([
      ['name="a"', latin1('Größe'), 'Content-Type: text/plain; charset=ISO-8859-1'],
      ['name="b"', 'Größe', 'Content-Type: text/plain; charset=ISO-8859-1'],
      ['name="c"', Buffer.from('R3LDtsOfZQ=='), 'Content-Transfer-Encoding: base64'],
    ]);
    expect(await read(multipart, told)).toEqual({ a: 'Größe', b: 'Größe', c: 'Größe' });
    const named = latin1(parts([['name="Größe"', 'x']]).toString('utf8'));
    expect(await read(multipart, named)).toEqual({ Größe: 'x' });
  });

  test.each([
    ['filename="Küche.jpg"', 'Küche.jpg'],
    ["filename*=UTF-8''K%C3%BCche.jpg", 'Küche.jpg'],
    ['filename="K_che.jpg"; filename*=iso-8859-1\'de\'K%FCche.jpg', 'Küche.jpg'],
    ['filename="=?UTF-8?B?S8O8Y2hlLmpwZw==?="', 'Küche.jpg'],
    ['filename="C:\\\\fakepath\\\\Küche.jpg"', 'Küche.jpg'],
    ['filename="../../etc/Küche.jpg"', 'Küche.jpg'],
    ['filename=Küche.jpg', 'Küche.jpg'],
    ['filename="Küche %22neu%22.jpg"', 'Küche _neu_.jpg'],
  ])('reads the name of a file from %s', async (disposition, name) => {
    const body = parts([[`name="foto"; ${disposition}`, aJpeg()]]);
    expect(await filesOf(multipart, body)).toEqual([[name, 'image/jpeg', 3_000]]);
    const latin1 = Buffer.from(body.toString('latin1').replace(/Ã¼/g, 'ü'), 'latin1');
    expect(await filesOf(multipart, latin1)).toEqual([[name, 'image/jpeg', 3_000]]);
  });

  test('whose fields were sent as files has fields', async () => {
    const body = parts([
      ['name="name"; filename="name"', 'Erika Groß'],
      ['name="data"; filename="blob"', '{"email":"e@kunde.example"}', 'Content-Type: application/json'],
      ['name="foto"; filename="blob"', aJpeg(), 'Content-Type: image/jpeg'],
      ['name="foto.jpg"; filename="foto.jpg"', aJpeg()],
    ]);
    expect(await read(multipart, body)).toEqual({ name: 'Erika Groß', data: '{"email":"e@kunde.example"}' });
    expect((await filesOf(multipart, body)).map(([name]) => name)).toEqual(['blob', 'foto.jpg']);
  });

  test('of too many parts, or of another shape, is damaged', async () => {
    const many = parts(Array.from({ length: 2_100 }, () => ['name="a"', 'b'] as const));
    expect(await readBody(multipart, many)).toEqual({ unreadable: 400 });
    expect(await readBody(multipart, Buffer.from(`--${boundary}\r\n\r\nb\r\n--${boundary}--`))).toEqual({
      unreadable: 400,
    });
  });
});

describe('cut off anywhere', () => {
  const list = [
    ['name="name"', 'Erika Groß'],
    ['name="email"', 'erika@kunde.example'],
    ['name="message"', 'Zeile 1\r\nZeile 2'],
    ['name="foto"; filename="a.jpg"', aJpeg(200)],
  ] as const;
  const whole = { name: 'Erika Groß', email: 'erika@kunde.example', message: 'Zeile 1\r\nZeile 2' };

  test('a form gives the fields that arrived, the last perhaps in part, and never another', async () => {
    const newlines = fc.constantFrom('\r\n', '\n');
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), newlines, async (share, newline) => {
        const body = parts(list, { newline });
        const result = await readBody(multipart, body.subarray(0, Math.floor(body.length * share)));
        if ('unreadable' in result) {
          expect(share).toBeLessThan(0.2);
          return;
        }
        const arrived = Object.entries(fieldsOf(result));
        for (const [at, [name, value]] of arrived.entries()) {
          const [expectedName, expected] = Object.entries(whole)[at] ?? [];
          expect(name).toBe(expectedName);
          if (at < arrived.length - 1) expect(value).toBe(expected);
          // A cut inside of a letter leaves some sign in its place.
          else expect(expected?.startsWith(value) || value.length <= 'Erika GroÃ'.length).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
