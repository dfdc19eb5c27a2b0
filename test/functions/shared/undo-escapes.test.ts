import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { json, read, urlencoded } from './a-body.ts';

const asTyped = async (values: Readonly<Record<string, string>>) => read(json, JSON.stringify(values));
const misread = (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text));

describe('letters that were read by the wrong table', () => {
  test.each([
    ['Jörg Weiß', 'Größe 8 m², ca. 500 €'],
    ['Émile Lefèvre', 'Salle de bains – à refaire'],
    ['Zoë Žižka', 'Bitte „bald“ … 👍'],
  ])('are read again: %s', async (name, message) => {
    expect(await asTyped({ name: misread(name), message: misread(message) })).toEqual({ name, message });
    expect(await asTyped({ name: misread(misread(name)), message: misread(misread(message)) })).toEqual({
      name,
      message,
    });
    const pairs = new URLSearchParams({ name: misread(name), message: misread(message) });
    expect(await read(urlencoded, pairs.toString())).toEqual({ name, message });
  });

  test('in the names of fields as well', async () => {
    expect(await asTyped({ [misread('Größe')]: 'Jörg' })).toEqual({ Größe: 'Jörg' });
  });

  test.each([
    { name: 'Jörg', message: misread('Größe') },
    { name: 'João SÃO PAULO', message: 'Ação' },
    { name: 'Ä', message: 'CAFÉ… und „Ä“' },
    { name: 'Łukasz', message: 'Ã¼' },
    { name: 'Zoë', message: 'naïve Â' },
  ])('honest letters stay: %j', async (values) => {
    expect(await asTyped(values)).toEqual(values);
  });
});

describe('slashes of PHP', () => {
  test.each([
    ["O\\'Brien", 'Er sagt \\"ja\\"', "O'Brien", 'Er sagt "ja"'],
    ["O\\\\\\'Brien", "geht\\\\\\'s", "O'Brien", "geht's"],
    ['Erika', 'C:\\\\Haus und \\"Hof\\"', 'Erika', 'C:\\Haus und "Hof"'],
  ])('are taken away: %s', async (name, message, rightName, rightMessage) => {
    expect(await asTyped({ name, message, n: '1' })).toEqual({
      name: rightName,
      message: rightMessage,
      n: '1',
    });
  });

  test('around JSON in a field leave JSON', async () => {
    const inner = JSON.stringify({ q3_name: 'Erika', q4: 'sagt "ja"' });
    const slashed = inner.replace(/["\\]/g, '\\$&');
    expect(await read(urlencoded, new URLSearchParams({ id: '1', raw: inner }).toString())).toEqual({
      id: '1',
      raw: inner,
    });
    expect(slashed).toContain('\\"q3_name\\"');
  });

  test.each([
    { message: 'a \\ b' },
    { message: 'C:\\Haus' },
    { message: 'sagt "ja" und \\"nein\\"' },
    { name: "O'Brien", message: 'sagt \\"ja\\"' },
    { message: 'Rohr 1/2"' },
    { message: '\\\\server\\plan' },
  ])('that somebody typed stay: %j', async (values) => {
    expect(await asTyped(values)).toEqual(values);
  });
});

describe('signs of JSON that were written out', () => {
  test.each([
    ['J\\u00f6rg Wei\\u00df', 'Zeile 1\\nZeile 2', 'Jörg Weiß', 'Zeile 1\nZeile 2'],
    ['Jörg', 'Zeile 1\\r\\nZeile 2, sagt \\"ja\\"', 'Jörg', 'Zeile 1\r\nZeile 2, sagt "ja"'],
    ['Ju00f6rg Weiu00df', 'Gru00f6u00dfe 8 m', 'Jörg Weiß', 'Größe 8 m'],
  ])('are read: %s', async (name, message, rightName, rightMessage) => {
    expect(await asTyped({ name, message })).toEqual({ name: rightName, message: rightMessage });
  });

  test.each([
    { message: 'liegt in C:\\neu\\rechnung' },
    { message: 'Pfad (D:\\neu)' },
    { name: 'Jörg', message: 'Modell u00e4' },
    { message: 'a\\n und \\x' },
    { message: 'Menu0012' },
    { raw: '{"q3_name":"J\\u00f6rg","q4":"Wei\\u00df\\nZeile"}', kind: 'Bad' },
    { raw: '["M\\u00fcnchen"]', name: 'Paula' },
    { formID: '24', rawRequest: '{"q3_nachricht":"M\\u00f6bel, W\\u00e4nde"}' },
  ])('that somebody typed stay: %j', async (values) => {
    expect(await asTyped(values)).toEqual(values);
  });
});

describe('entities of HTML', () => {
  test.each([
    ['Müller &amp; Söhne', 'Müller & Söhne'],
    ['M&uuml;ller &#8211; Bad &#x26; WC', 'Müller – Bad & WC'],
    ['&#039;schnell&#039; &quot;bitte&quot; &lt;3', '\'schnell\' "bitte" <3'],
    ['Sch&amp;ouml;n &amp;amp; gut', 'Schön & gut'],
    ['Zeile 1<br />\nZeile 2<br>Zeile 3', 'Zeile 1\nZeile 2\nZeile 3'],
    ['5&nbsp;m&sup2;', '5\u00a0m²'],
    ['Wir w&ouml;llten &quot;neu&quot;<br>zweite Zeile</p>', 'Wir wöllten "neu"\nzweite Zeile'],
    ['<p>M&uuml;de T&uuml;r</p>\n<p>bitte richten</p>', 'Müde Tür\n\nbitte richten'],
    ['<div>Bad &amp; WC</div>', 'Bad & WC'],
    ['Fl&auml;che <p class="x">30 m&sup2;</p>', 'Fläche 30 m²'],
  ])('are read: %s', async (sent, typed) => {
    expect(await asTyped({ name: 'Erika', message: sent, page: 'https://a.example/?a=1&b=2' })).toEqual({
      name: 'Erika',
      message: typed,
      page: 'https://a.example/?a=1&b=2',
    });
  });

  test.each([
    { message: 'Müller & Söhne' },
    { name: 'A & B', message: 'was heißt &uuml;?' },
    { message: 'a &b; c' },
    { message: 'x < y &amp; z <b>fett</b>' },
    { message: 'a &amp; b < c</p>' },
    { message: 'im <p> steht & und &uuml;' },
    { message: 'R&D' },
    { page: 'https://a.example/?a=1&amp;b=2', name: 'Erika' },
  ])('that somebody typed stay: %j', async (values) => {
    expect(await asTyped(values)).toEqual(values);
  });
});

describe('percent codes of a second encoding', () => {
  test('are read where everything has them', async () => {
    const coded = { name: 'J%C3%B6rg%20Wei%C3%9F', email: 'j%40kunde.example', phone: '%2B49%20171' };
    expect(await asTyped(coded)).toEqual({ name: 'Jörg Weiß', email: 'j@kunde.example', phone: '+49 171' });
    const twice = { name: 'J%C3%B6rg+Wei%C3%9F', phone: '01715550100' };
    expect(await read(urlencoded, new URLSearchParams(twice).toString())).toEqual({
      name: 'Jörg Weiß',
      phone: '01715550100',
    });
  });

  test.each([
    { message: 'Rabatt 20%40' },
    { name: 'Jörg', message: 'a%20b' },
    { message: '100%' },
    { page: 'https://a.example/?q=a%20b', name: 'Erika' },
  ])('that somebody typed stay: %j', async (values) => {
    expect(await asTyped(values)).toEqual(values);
  });
});

test('what people type in plain German is never changed', async () => {
  const unit = fc.constantFrom(...'abcäöüßÄÖÜéè .,:;!?-–„“"\'()/&%+@€²°0123456789\n');
  const text = fc.string({ unit, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(text, text, async (name, message) => {
      fc.pre(!/[ÄÖÜ][–„“€²°]|%\d\d/.test(name + message));
      expect(await asTyped({ name, message })).toEqual({ name, message });
    }),
    { numRuns: 500 },
  );
});
