import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxBodyBytes, maxFieldBytes, readBody } from '../../../functions/shared/read-body.ts';
import { aJpeg, boundary, multipart, parts } from '../../support/form-parts.ts';
import { fieldsOf, json, read, urlencoded } from './a-body.ts';

const erika = { name: 'Erika Groß', email: 'erika@kunde.example', phone: '+49 171 5550100' };
const asJson = JSON.stringify(erika);
const asPairs = new URLSearchParams(erika).toString();
const labels = [
  'text/plain',
  'text/plain;charset=UTF-8',
  urlencoded,
  'application/vnd.api+json',
  'application/octet-stream',
  'text/html',
  'multipart/form-data',
  'application/json; charset=klingon',
  '',
  undefined,
];

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
    expect(await read(json, JSON.stringify(value))).toEqual({
      name: 'Erika',
      'address.city': 'München',
      gewerk: 'Bad, WC',
      ok: 'true',
      n: '7',
    });
  });

  test('lists of objects keep their positions', async () => {
    const value = { answers: [{ text: 'a' }, { text: 'b' }] };
    expect(await read(json, JSON.stringify(value))).toEqual({ 'answers.0.text': 'a', 'answers.1.text': 'b' });
  });

  test.each(labels)('is read under the label %s', async (label) => {
    expect(await read(label, asJson)).toEqual(erika);
    expect(await read(label, `  \r\n[${asJson}]\n`)).toEqual({
      '0.name': erika.name,
      '0.email': erika.email,
      '0.phone': erika.phone,
    });
  });

  test('that became the name of a field is read, and a plus in it is that of the phone number', async () => {
    expect(await read(urlencoded, `${asJson}=`)).toEqual(erika);
    expect(await read(urlencoded, `=${asJson}`)).toEqual(erika);
    expect(await read(urlencoded, encodeURIComponent(asJson))).toEqual(erika);
    expect(await read(urlencoded, `${new URLSearchParams([[asJson, '']])}`)).toEqual(erika);
    expect(await read(urlencoded, `=${encodeURIComponent(asJson)}`)).toEqual(erika);
  });

  test('beside other fields stays the value of its own', async () => {
    expect(await read(urlencoded, `formID=7&payload=${encodeURIComponent(asJson)}`)).toEqual({
      formID: '7',
      payload: asJson,
    });
  });

  test('in a string is read, however often it was packed', async () => {
    expect(await read(json, JSON.stringify(asJson))).toEqual(erika);
    expect(await read('text/plain', JSON.stringify(JSON.stringify(asJson)))).toEqual(erika);
    expect(await read(json, `'${asJson}'`)).toEqual(erika);
    for (const text of [asJson, JSON.stringify(erika, undefined, 2)]) {
      expect(await read(json, Buffer.from(text).toString('base64'))).toEqual(erika);
    }
    expect(await read(json, `\`\`\`json\n${asJson}\n\`\`\``)).toEqual(erika);
  });

  test.each(['{', 'null', '"text"', '7', '{"a":', '[', 'true', '{{name}}'])('%j is damaged', async (text) => {
    expect(await readBody(json, Buffer.from(text))).toEqual({ unreadable: 400 });
  });

  test('deeper or longer than any form is refused', async () => {
    const deep = `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`;
    const long = JSON.stringify(Object.fromEntries(Array.from({ length: 2500 }, (_, n) => [`f${n}`, 1])));
    expect(await readBody(json, Buffer.from(deep))).toEqual({ unreadable: 400 });
    expect(await readBody(json, Buffer.from(long))).toEqual({ unreadable: 400 });
  });
});

describe('a signed token as the whole body', () => {
  const token = (claims: object) =>
    `eyJhbGciOiJSUzI1NiJ9.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmF0dXJl`;

  test('is read by its claims, though each layer is packed into a string', async () => {
    const inner = JSON.stringify({ submission: erika });
    const body = token({ data: JSON.stringify({ data: inner, instanceId: 'i-1' }), iat: 1_795_424_400 });
    for (const label of ['text/plain', json, undefined]) {
      expect(await read(label, body)).toEqual({
        'data.data.submission.name': erika.name,
        'data.data.submission.email': erika.email,
        'data.data.submission.phone': erika.phone,
        'data.instanceId': 'i-1',
      });
    }
  });

  test('may stand in a string, or have plain claims', async () => {
    expect(await read(json, JSON.stringify(token(erika)))).toEqual(erika);
    expect(await read('application/jwt', token({ data: erika }))).toMatchObject({ 'data.name': erika.name });
  });

  test('that only looks like one is damaged', async () => {
    expect(await readBody(json, Buffer.from('eyJhbGci.bm8ganNvbg.c2ln'))).toEqual({ unreadable: 400 });
  });
});

describe('a plain HTML form', () => {
  test('has names in brackets and values in percent codes', async () => {
    const body = 'fields[email][value]=a%40b.de&fields%5Bname%5D=Erika+M%C3%BCller&tags[]=x&empty=&flag';
    expect(await read(urlencoded, body)).toEqual({
      'fields.email.value': 'a@b.de',
      'fields.name': 'Erika Müller',
      tags: 'x',
      empty: '',
      flag: '',
    });
  });

  test.each(['text/plain', json, 'application/octet-stream', 'multipart/form-data', '', undefined])(
    'is read under the label %s',
    async (label) => {
      expect(await read(label, asPairs)).toEqual(erika);
      expect(await read(label, `${asPairs}\r\n`)).toEqual(erika);
      expect(await read(label, 'Name=Erika Muster&E-Mail=erika@kunde.example')).toEqual({
        Name: 'Erika Muster',
        'E-Mail': 'erika@kunde.example',
      });
    },
  );

  test('whose pairs were joined as they stand in HTML is read', async () => {
    expect(await read(urlencoded, 'name=Erika&amp;email=e%40kunde.example&amp;ok')).toEqual({
      name: 'Erika',
      email: 'e@kunde.example',
      ok: '',
    });
    expect(await read(urlencoded, 'name=Erika&amp;email=1&b=2')).toMatchObject({ 'amp;email': '1', b: '2' });
  });

  test('of the type text/plain comes in lines, and a line without a name goes on with the one before', async () => {
    const lines =
      'name=Jörg Bäumer\r\ne-mail=j@kunde.example\r\nmessage=Bad neu:\r\n\r\nDusche = bodengleich, 8 m²\r\n';
    expect(await read('text/plain', lines)).toMatchObject({
      name: 'Jörg Bäumer',
      'e-mail': 'j@kunde.example',
      message: 'Bad neu:\n',
    });
  });

  test('with a percent sign that begins no code is read all the same', async () => {
    expect(await read(urlencoded, 'a=100%&b=%zz')).toEqual({ a: '100%', b: '%zz' });
  });
});

describe('character sets', () => {
  const text = '{"city":"München","note":"20 € – Größe"}';
  const fields = { city: 'München', note: '20 € – Größe' };

  test('UTF-8 is UTF-8 whatever the label says', async () => {
    for (const charset of ['iso-8859-1', 'windows-1252', 'us-ascii', 'utf-16', 'utf8', '"UTF-8"']) {
      expect(await read(`application/json; charset=${charset}`, text)).toEqual(fields);
      expect(await read(`${urlencoded}; charset=${charset}`, new URLSearchParams(fields).toString())).toEqual(
        fields,
      );
    }
  });

  test('old character sets are read, declared rightly, wrongly or not at all', async () => {
    const windows = Buffer.from(
      [...text].map((sign) => ({ '€': 0x80, '–': 0x96 })[sign] ?? sign.charCodeAt(0)),
    );
    for (const label of [
      json,
      `${json}; charset=utf-8`,
      `${json};charset=windows-1252`,
      `${json}; charset=latin1`,
    ]) {
      expect(await read(label, windows)).toEqual(fields);
    }
    const pairs = Buffer.from('stra%DFe=M%FCnchen&preis=20+%80');
    expect(await read(urlencoded, pairs)).toEqual({ straße: 'München', preis: '20 €' });
    expect(await read(urlencoded, Buffer.from('city=München', 'latin1'))).toEqual({ city: 'München' });
    const cyrillic = Buffer.from(
      [...'{"a":"'].map((sign) => sign.charCodeAt(0)).concat([0xcf, 0xf0, 0x22, 0x7d]),
    );
    expect(await read(`${json}; charset=windows-1251`, cyrillic)).toEqual({ a: 'Пр' });
  });

  test('one damaged byte does not spoil the rest', async () => {
    const damaged = Buffer.concat([
      Buffer.from('{"a":"Größe","b":"x'),
      Buffer.from([0xe4]),
      Buffer.from('"}'),
    ]);
    expect(await read(json, damaged)).toEqual({ a: 'Größe', b: 'xä' });
  });

  test('a byte order mark is none of the text; UTF-16 is read with and without one', async () => {
    expect(await read(json, `\ufeff${text}`)).toEqual(fields);
    const wide = Buffer.from(text, 'utf16le');
    expect(await read(json, Buffer.concat([Buffer.from([0xff, 0xfe]), wide]))).toEqual(fields);
    expect(await read(`${json}; charset=utf-16le`, wide)).toEqual(fields);
    const big = Buffer.from(wide).swap16();
    expect(await read(undefined, Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).toEqual(fields);
    expect(await read(urlencoded, Buffer.from('\ufeffname=J%C3%B6rg&x=1', 'utf16le'))).toEqual({
      name: 'Jörg',
      x: '1',
    });
  });
});

describe('a compressed body', () => {
  const packed = [
    ['gzip', gzipSync(asJson)],
    ['x-gzip', gzipSync(asJson)],
    ['deflate', deflateSync(asJson)],
    ['br', brotliCompressSync(asJson)],
  ] as const;
  test.each(packed)('of %s is unpacked', async (encoding, body) => {
    expect(fieldsOf(await readBody(json, body, encoding))).toEqual(erika);
  });

  test('is known by its first bytes too, and one that was unpacked on the way is read as it is', async () => {
    expect(fieldsOf(await readBody(json, gzipSync(asJson)))).toEqual(erika);
    expect(fieldsOf(await readBody(json, Buffer.from(asJson), 'gzip'))).toEqual(erika);
    expect(fieldsOf(await readBody(json, Buffer.from(asJson), 'identity'))).toEqual(erika);
  });

  test('that is damaged, or grows beyond what a body may have, is refused', async () => {
    expect(await readBody(json, gzipSync(asJson).subarray(0, 30), 'gzip')).toEqual({ unreadable: 400 });
    const bomb = gzipSync(Buffer.alloc(60_000_000, 'a'));
    expect(await readBody(json, bomb, 'gzip')).toEqual({ unreadable: 413 });
  });
});

describe('what is no form', () => {
  const page =
    '<!doctype html><html><body><h1>502</h1><p>name=Server&email=admin@host.example {"name":"x"}</p></body></html>';
  test.each([
    ['a greeting', 'text/plain', 'Guten Tag, ich brauche ein Bad. Rufnummer 0171 5550100'],
    ['an error page', 'text/html', page],
    ['a page without a label', undefined, `\n${page}`],
    [
      'XML',
      'application/xml',
      '<?xml version="1.0"?><lead><name>Erika</name><email>e@kunde.example</email></lead>',
    ],
    ['XML under no label', undefined, '<lead><name>Erika</name></lead>'],
    ['a log line', 'text/plain', 'ERROR [app] {"code":1} contact admin@host.example'],
    ['a list of words', 'text/csv', 'name;email\nErika;e@kunde.example'],
    ['a mail', 'text/plain', 'From: x@host.example\nSubject: a=b\n\nText'],
    ['PHP in trouble', 'text/plain', 'Warning: Undefined index: email in /srv/a.php on line 3'],
  ])('%s is not read', async (_, type, text) => {
    expect(await readBody(type, Buffer.from(text))).toEqual({ unreadable: 415 });
  });

  test.each([json, 'application/json; charset=utf-8', urlencoded, multipart])(
    'an error page labelled %s is damaged',
    async (type) => {
      expect(await readBody(type, Buffer.from(page))).toEqual({ unreadable: 400 });
    },
  );
});

describe('any body', () => {
  test.each([json, urlencoded, multipart, 'text/plain', undefined])(
    'of %s that is empty has no fields',
    async (type) => {
      expect(await readBody(type, Buffer.alloc(0))).toEqual({ fields: [], files: [] });
      expect(await readBody(type, Buffer.from(' \r\n'))).toEqual({ fields: [], files: [] });
    },
  );

  test('is read up to 4 MB with its files, and no further', async () => {
    const around = parts([['name="foto"; filename="a.jpg"', '']]).length;
    const body = (bytes: number) => parts([['name="foto"; filename="a.jpg"', aJpeg(bytes - around)]]);
    expect(await readBody(multipart, body(maxBodyBytes))).toHaveProperty('files');
    expect(await readBody(multipart, body(maxBodyBytes + 1))).toEqual({ unreadable: 413 });
    const written = parts([
      ['name="name"', 'Erika'],
      ['name="foto"; filename="a.jpg"', aJpeg(5_000_000)],
    ]);
    expect(await readBody(multipart, written)).toEqual({
      unreadable: 413,
      fields: [{ path: ['name'], value: 'Erika' }],
    });
    const inJson = (bytes: number) =>
      Buffer.from(JSON.stringify({ a: 'b', foto: aJpeg(bytes).toString('base64') }));
    expect(await readBody(json, inJson(3_100_000))).toMatchObject({ fields: [{ value: 'b' }], files: [{}] });
  });

  test('has at most 256 KiB of text', async () => {
    const body = (bytes: number) => Buffer.from(`a=${'x'.repeat(bytes - 1)}`);
    expect(await readBody(urlencoded, body(maxFieldBytes))).toHaveProperty('fields');
    expect(await readBody(urlencoded, body(maxFieldBytes + 1))).toEqual({ unreadable: 413 });
    const value = { message: 'ü'.repeat(maxFieldBytes / 2) };
    expect(await readBody(json, Buffer.from(JSON.stringify(value)))).toEqual({ unreadable: 413 });
    const inParts = parts([
      ['name="a"', 'x'.repeat(maxFieldBytes)],
      ['name="b"; filename="a.jpg"', aJpeg()],
    ]);
    expect(await readBody(multipart, inParts)).toEqual({ unreadable: 413 });
  });

  test('of arbitrary bytes is a form or a reason', async () => {
    const types = fc.constantFrom(
      json,
      urlencoded,
      multipart,
      'text/plain',
      `${json}; charset=utf-16le`,
      undefined,
    );
    const encodings = fc.constantFrom(undefined, 'gzip', 'br', 'deflate');
    await fc.assert(
      fc.asyncProperty(types, fc.uint8Array({ maxLength: 400 }), encodings, async (type, bytes, encoding) => {
        const body = await readBody(type, Buffer.from(bytes), encoding);
        expect('fields' in body || [400, 413, 415].includes(body.unreadable)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('of arbitrary pieces is a form or a reason', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        `--${boundary}`,
        `--${boundary}--`,
        '\r\n',
        '\n',
        'Content-Disposition: form-data; name="a"',
      ),
      fc.constantFrom(
        '; filename="b"',
        '"',
        ': ',
        '\u0000',
        '{',
        '}',
        '[',
        ']',
        ',',
        '\\',
        "'",
        '=',
        '&',
        '%7B',
        '&quot;',
      ),
      fc.constantFrom(
        '{"name":"',
        '"}',
        'eyJ',
        'data:image/png;base64,',
        'name=',
        '<p>',
        'Ã¼',
        '\\"',
        '{{name}}',
      ),
      fc.string({ maxLength: 10 }),
    );
    const types = fc.constantFrom(json, urlencoded, multipart, 'text/plain', undefined);
    await fc.assert(
      fc.asyncProperty(types, fc.array(piece, { maxLength: 30 }), async (type, pieces) => {
        const body = await readBody(type, Buffer.from(pieces.join('')));
        expect('fields' in body || [400, 415].includes(body.unreadable)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('says the same in each encoding and under each label', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((one) => !/[[\]"'\r\n\\&<%Â-ô]/.test(one) && one.trim() !== '');
    const record = fc
      .dictionary(text, text, { minKeys: 1, noNullPrototype: true })
      .map((values) => Object.fromEntries(Object.entries(values).filter(([name]) => name !== '__proto__')))
      .filter((values) => Object.keys(values).length > 0);
    await fc.assert(
      fc.asyncProperty(record, fc.constantFrom(...labels), async (values, label) => {
        const inParts = parts(
          Object.entries(values).map(([name, value]) => [`name="${name}"`, value] as const),
        );
        expect(await read(urlencoded, new URLSearchParams(values).toString())).toEqual(values);
        expect(await read(label, JSON.stringify(values))).toEqual(values);
        expect(await read(label, inParts)).toEqual(values);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the worst body', () => {
  const fields = 256 * 1024;
  const bad: readonly (readonly [string, string | undefined, string])[] = [
    ['quotes without an end', json, `{"a":"${'" '.repeat(fields / 2)}`],
    ['names without values', json, `{"a":"${'","a'.repeat(fields / 5)}`],
    ['brackets', json, '['.repeat(2_000_000)],
    ['braces', json, '{"a":'.repeat(800_000)],
    ['backslashes', json, `{"a":"${'\\'.repeat(4_000_000)}`],
    ['slashes of slashes', json, `{\\"a\\":\\"${'\\\\\\'.repeat(80_000)}`],
    ['blanks', undefined, `${' '.repeat(4_000_000)}{`],
    ['delimiters', multipart, `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n`.repeat(40_000)],
    [
      'half delimiters',
      multipart,
      `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n${`\n--${boundary}x`.repeat(120_000)}`,
    ],
    [
      'a header without an end',
      multipart,
      `--${boundary}\r\nContent-Disposition: form-data; ${'name="'.repeat(600_000)}`,
    ],
    ['pairs', urlencoded, '&='.repeat(2_000_000)],
    ['percent signs', urlencoded, `a=${'%25'.repeat(80_000)}`],
    ['entities', urlencoded, `a=${'%26amp%3B'.repeat(25_000)}`],
    ['misread letters', urlencoded, `a=${'%C3%83%C2%BC'.repeat(20_000)}`],
    ['almost base64', json, `{"a":"${`${'A'.repeat(1_020)}\\n`.repeat(4_000)}",}`],
    ['lines of base64', json, `{"a":"${`${'A'.repeat(64)}\n`.repeat(60_000)}",}`],
    [
      'many files',
      json,
      JSON.stringify({ a: Array.from({ length: 1_900 }, () => aJpeg(1_500).toString('base64')) }),
    ],
    ['equal signs', 'text/plain', 'a=b\n'.repeat(1_000_000)],
    ['comments', json, `{"a":"${'//"\n'.repeat(65_000)}",}`],
    ['signs written out', json, JSON.stringify({ a: '\\n'.repeat(100_000), b: 'u00f6'.repeat(10_000) })],
    ['dots', undefined, `eyJ${'a'.repeat(1_300_000)}.${'b'.repeat(1_300_000)}.${'c'.repeat(1_300_000)}`],
  ];
  test.each(bad)('of %s takes no more than a second of work', async (_, type, text) => {
    const body = Buffer.from(text).subarray(0, maxBodyBytes);
    const before = process.cpuUsage();
    await readBody(type, body);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000_000).toBeLessThan(1.1);
  });
});
