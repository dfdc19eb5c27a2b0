import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBody } from '../../../functions/shared/read-body.ts';
import { aJpeg } from '../../support/form-parts.ts';
import { filesOf, json, read } from './a-body.ts';

describe('what a template put between its quotes is read as it was typed', () => {
  test.each([
    ['line breaks', 'Bad neu\nund bald', 'Bad neu\nund bald'],
    ['line breaks of Windows and tabs', 'Bad\r\n\tneu', 'Bad\r\n\tneu'],
    ['quotes', 'Er sagte "morgen" und ging', 'Er sagte "morgen" und ging'],
    [
      'quotes and commas',
      'Er sagte "morgen", dann "bald", und ging',
      'Er sagte "morgen", dann "bald", und ging',
    ],
    ['quotes and colons', 'Sie rief: "Wasser!"', 'Sie rief: "Wasser!"'],
    ['quotes at the beginning', '"Notfall" im Keller', '"Notfall" im Keller'],
    ['inches', '1/2" Rohr, 3/4" und 1"', '1/2" Rohr, 3/4" und 1"'],
    ['quotes on several lines', 'Hallo,\n"Bad" neu, bitte\n"schnell"', 'Hallo,\n"Bad" neu, bitte\n"schnell"'],
    ['a path of Windows', 'C:\\Projekte\\Haus', 'C:\\Projekte\\Haus'],
    ['brackets', 'Bad {groß} [2. OG]: neu', 'Bad {groß} [2. OG]: neu'],
    ['an apostrophe', "geht's bald?", "geht's bald?"],
    ['German quotes', 'Marke „Alpha“ oder “Beta”', 'Marke „Alpha“ oder “Beta”'],
  ])('%s', async (_, typed, expected) => {
    const expectation = { name: 'Jörg', message: expected, phone: '0171 5550100' };
    expect(await read(json, `{"name":"Jörg","message":"${typed}","phone":"0171 5550100",}`)).toEqual(
      expectation,
    );
    expect(
      await read(json, `{\n  "name": "Jörg",\n  "phone": "0171 5550100",\n  "message": "${typed}",\n}\n`),
    ).toEqual(expectation);
    expect(
      await read('text/plain', `[{"message":"${typed}" , "name":"Jörg","phone":"0171 5550100",}]`),
    ).toEqual({
      '0.message': expected,
      '0.name': 'Jörg',
      '0.phone': '0171 5550100',
    });
  });

  test('in single quotes too', async () => {
    expect(await read(json, "{'name':'Pat O'Brien','message':'sagt: 'ja', gern'}")).toEqual({
      name: "Pat O'Brien",
      message: "sagt: 'ja', gern",
    });
  });
});

describe('what nobody filled in is no reason to lose the rest', () => {
  test.each([
    ['{"name": , "email": "e@kunde.example"}'],
    ['{"name":,"email":"e@kunde.example","phone":}'],
    ['{"name": {{name}}, "email": "e@kunde.example"}'],
    ['{"name": $'.concat('{name}, "email": "e@kunde.example"}')],
    ['{"name": @{triggerBody()}, "email": "e@kunde.example"}'],
    ['{"name": %name%, "email": "e@kunde.example"}'],
    ['{"name": None, "email": "e@kunde.example"}'],
    ['{"name": undefined, "email": "e@kunde.example"}'],
  ])('%s', async (text) => {
    expect(await read(json, text)).toEqual({ email: 'e@kunde.example' });
  });
});

describe('careless JSON is read', () => {
  const fields = { name: 'Erika Groß', phone: '0171 5550100' };
  test.each([
    ['a trailing comma', '{"name":"Erika Groß","phone":"0171 5550100",}'],
    ['a comma too many', '{"name":"Erika Groß",,"phone":"0171 5550100"}'],
    ['a comma too few', '{"name":"Erika Groß" "phone":"0171 5550100"}'],
    ['a comma too few at a line break', '{"name":"Erika Groß"\n"phone":"0171 5550100"}'],
    ['single quotes', "{'name':'Erika Groß','phone':'0171 5550100'}"],
    ['typographic quotes', '{“name”:“Erika Groß”,“phone”:“0171 5550100”}'],
    ['names without quotes', '{name:"Erika Groß", phone: "0171 5550100"}'],
    ['no quotes at all', '{name:Erika Groß,phone:0171 5550100}'],
    ['values without quotes', '{"name": Erika Groß, "phone": 0171 5550100}'],
    ['a map as Java prints it', '{name=Erika Groß, phone=0171 5550100}'],
    ['no closing bracket', '{"name":"Erika Groß","phone":"0171 5550100"'],
    ['no closing quote', '{"name":"Erika Groß","phone":"0171 5550100'],
    ['something behind it', '{"name":"Erika Groß","phone":"0171 5550100"};'],
    ['comments', '{"name":"Erika Groß", // wie im Formular\n/* Telefon */ "phone":"0171 5550100"}'],
    ['a comment at the end', '{"name":"Erika Groß",\n"phone":"0171 5550100" // Ende\n}'],
    ['a zero byte behind it', '{"name":"Erika Groß","phone":"0171 5550100"}\u0000'],
    ['slashes', '{\\"name\\":\\"Erika Groß\\",\\"phone\\":\\"0171 5550100\\"}'],
    [
      'slashes of slashes',
      '{\\\\\\"name\\\\\\":\\\\\\"Erika Groß\\\\\\",\\\\\\"phone\\\\\\":\\\\\\"0171 5550100\\\\\\"}',
    ],
    [
      'line breaks written out between the fields',
      '{\\r\\n  "name":"Erika Groß",\\r\\n"phone":"0171 5550100"\\r\\n}',
    ],
    [
      'entities of HTML',
      '{&quot;name&quot;:&quot;Erika Gro&szlig;&quot;,&quot;phone&quot;:&quot;0171 5550100&quot;}',
    ],
    ['a string of it without escapes', '"{"name":"Erika Groß","phone":"0171 5550100"}"'],
  ])('%s', async (_, text) => {
    expect(await read(json, text)).toEqual(fields);
    expect(await read(undefined, text)).toEqual(fields);
  });

  test('several objects in a row are a list', async () => {
    for (const between of ['\n', ',', ', \n']) {
      expect(await read(json, `{"name":"A"}${between}{"name":"B"}`)).toEqual({
        '0.name': 'A',
        '1.name': 'B',
      });
    }
  });

  test('what was cut off gives what arrived', async () => {
    expect(await read(json, '{"name":"Erika","email":"e@kunde.example","mess')).toEqual({
      name: 'Erika',
      email: 'e@kunde.example',
    });
  });

  test('a phone number with a nought or a plus stays one', async () => {
    expect(await read(json, '{"phone": 01715550100, "fax": +49 89 1234, "plz": 01067, "raeume": 3}')).toEqual(
      {
        phone: '01715550100',
        fax: '+49 89 1234',
        plz: '01067',
        raeume: '3',
      },
    );
  });

  test('lists and nested objects keep their shape', async () => {
    const text =
      '{"kontakt":{"name":"Erika "die Große"","tags":["Bad","WC "klein"",],},"fotos":[{"url":"https://a.example/1.jpg"},]}';
    expect(await read(json, text)).toEqual({
      'kontakt.name': 'Erika "die Große"',
      'kontakt.tags': 'Bad, WC "klein"',
      'fotos.0.url': 'https://a.example/1.jpg',
    });
  });
});

test('a long file in base64 does not stand in the way of mending, and is kept whole', async () => {
  const photo = aJpeg(400_000).toString('base64');
  const lines = photo.replace(/.{76}/g, '$&\n');
  for (const content of [photo, photo.replaceAll('/', '\\/'), lines, `data:image/jpeg;base64,${photo}`]) {
    const body = `{"name":"Jörg","message":"Bad\n"neu", bitte","foto":"${content}","phone":"0171 5550100"}`;
    expect(await read(json, body)).toEqual({
      name: 'Jörg',
      message: 'Bad\n"neu", bitte',
      phone: '0171 5550100',
    });
    expect(await filesOf(json, body)).toEqual([['foto.jpg', 'image/jpeg', 400_000]]);
  }
});

describe('right JSON is never mended', () => {
  test('any object says what it says, whatever stands in it', async () => {
    const text = fc.string({
      unit: fc.constantFrom('"', "'", '{', '}', ':', ',', '\\', '\n', ' ', 'a', '„', '='),
    });
    const record = fc.dictionary(fc.constantFrom('name', 'message', 'b c'), text, { noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(record, async (values) => {
        // A text of quotes that all have a slash before them is one that PHP has escaped.
        fc.pre(Object.values(values).every((value) => !/\\["']|^\s*\{/.test(value)));
        expect(await read(json, JSON.stringify(values))).toEqual(values);
      }),
    );
  });

  test('line breaks alone are all that a template needs to break', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ' ', ',', '.', '\n', '(', '1') });
    await fc.assert(
      fc.asyncProperty(line, line, async (message, note) => {
        // Where quote and comma stand as at the end of a value, nobody could tell.
        fc.pre(![message, note].some((text) => /"[\s,]*$/.test(text)));
        expect(await read(json, `{"message":"${message}","note":"${note}","end":"1",}`)).toEqual({
          message,
          note,
          end: '1',
        });
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  'Guten Tag {Name}',
  '{Guten Tag}',
  '{ nur so }',
  '[Hinweis] bitte anrufen',
  '(a: b)',
  '{',
  '{}x{',
])('%j is no JSON', async (text) => {
  const body = await readBody('text/plain', Buffer.from(text));
  expect('unreadable' in body || body.fields.length === 0).toBe(true);
});
