import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeFiles } from '../../../functions/shared/form-files.ts';
import { aHeic, aJpeg, aPdf, aPng, multipart, parts } from '../../support/form-parts.ts';
import { filesOf, json, read, urlencoded } from './a-body.ts';

const photo = aJpeg().toString('base64');
const plan = aPdf().toString('base64');
const both = async (value: object) => [
  await read(json, JSON.stringify(value)),
  await filesOf(json, JSON.stringify(value)),
];

describe('a file in base64 is taken out of the fields', () => {
  test.each([
    ['as a plug-in sends it', { foto: { filename: 'bad.jpg', content: photo } }, 'bad.jpg'],
    ['with a name and data', { fotos: [{ name: 'bad.jpg', data: photo }] }, 'bad.jpg'],
    [
      'as Microsoft calls it',
      { attachment: { name: 'bad.jpg', contentBytes: photo, contentType: 'image/jpeg' } },
      'bad.jpg',
    ],
    [
      'as a flow of Microsoft hands it on',
      { foto: { '$content-type': 'image/jpeg', $content: photo } },
      'foto.jpg',
    ],
    [
      'as n8n calls it',
      {
        foto: {
          data: photo,
          mimeType: 'image/jpeg',
          fileName: 'bad.jpg',
          fileExtension: 'jpg',
          fileSize: '3 kB',
        },
      },
      'bad.jpg',
    ],
    ['as an address of its own', { foto: `data:image/jpeg;base64,${photo}` }, 'foto.jpg'],
    ['with a name in that address', { foto: `data:image/jpeg;name=x.jpg;base64,${photo}` }, 'foto.jpg'],
    [
      'as such an address beside its name',
      { foto: { name: 'bad.jpg', url: `data:image/jpeg;base64,${photo}`, size: 3000 } },
      'bad.jpg',
    ],
    ['bare', { foto: photo }, 'foto.jpg'],
    ['bare, in lines', { foto: photo.replace(/.{76}/g, '$&\r\n') }, 'foto.jpg'],
    [
      'as Node prints its bytes',
      { foto: { filename: 'bad.jpg', data: { type: 'Buffer', data: [...aJpeg()] } } },
      'foto.jpg',
    ],
    ['flat, beside its name', { filename: 'bad.jpg', filedata: photo }, 'bad.jpg'],
  ])('%s', async (_, sent, name) => {
    const [fields, files] = await both({ name: 'Erika', email: 'e@kunde.example', ...sent });
    expect(files).toEqual([[name, 'image/jpeg', 3_000]]);
    expect(fields).toMatchObject({ name: 'Erika', email: 'e@kunde.example' });
    expect(JSON.stringify(fields)).not.toContain(photo.slice(4, 40));
  });

  test('one by one from a list, each with its kind', async () => {
    const sent = {
      name: 'Erika',
      bilder: [`data:image/jpeg;base64,${photo}`, `data:image/png;base64,${aPng().toString('base64')}`],
      mehr: [photo, plan],
      plaene: [
        { filename: 'eg.pdf', content: plan },
        { filename: 'og.pdf', content: plan },
      ],
      iphone: aHeic().toString('base64'),
    };
    expect(await both(sent)).toEqual([
      { name: 'Erika' },
      [
        ['bilder.jpg', 'image/jpeg', 3_000],
        ['bilder.png', 'image/png', 3_000],
        ['mehr.jpg', 'image/jpeg', 3_000],
        ['mehr.pdf', 'application/pdf', 3_000],
        ['iphone.heic', 'image/heic', 3_000],
        ['eg.pdf', 'application/pdf', 3_000],
        ['og.pdf', 'application/pdf', 3_000],
      ],
    ]);
  });

  test('from pairs too, though each plus has become a blank', async () => {
    const bytes = Buffer.concat([aJpeg(20), Buffer.alloc(400, 0xfb)]);
    const address = `data:image/jpeg;base64,${bytes.toString('base64')}`;
    expect(address).toContain('+');
    const body = `name=Erika&foto=${address}&plan[filename]=a.pdf&plan[content]=${encodeURIComponent(plan)}`;
    expect(await read(urlencoded, body)).toEqual({ name: 'Erika' });
    expect(await filesOf(urlencoded, body)).toEqual([
      ['foto.jpg', 'image/jpeg', 420],
      ['a.pdf', 'application/pdf', 3_000],
    ]);
  });

  test('from JSON in a field, which stays JSON', async () => {
    const inner = { q3_name: 'Erika', q5: { filename: 'bad.jpg', content: photo }, q6: [{ a: 'b' }] };
    const body = new URLSearchParams({ formID: '1', rawRequest: JSON.stringify(inner) }).toString();
    const fields = await read(urlencoded, body);
    expect(JSON.parse(fields.rawRequest ?? '')).toEqual({ q3_name: 'Erika', q5: {}, q6: [{ a: 'b' }] });
    expect(await filesOf(urlencoded, body)).toEqual([['bad.jpg', 'image/jpeg', 3_000]]);
  });

  test('of an unknown kind if it is called a file', async () => {
    const drawing = Buffer.from('AC1027 drawing of the bath').toString('base64');
    const [fields, files] = await both({ name: 'Erika', plan: { filename: 'bad.dwg', content: drawing } });
    expect([fields, files]).toEqual([{ name: 'Erika' }, [['bad.dwg', 'application/octet-stream', 26]]]);
  });
});

describe('text stays text', () => {
  test.each([
    { name: 'Erika', data: 'Badsanierung' },
    { contact: { name: 'Erika', data: 'Badsanierung' } },
    { type: 'application/json', body: 'Badsanierung' },
    { wrapper: { contentType: 'application/json', data: 'Notfall1' } },
    { content: 'Heizung', filename: 'kontakt' },
    { datei: { filename: 'notiz.txt', content: 'Guten Tag, ein Bad bitte' } },
    { datei: { filename: 'notiz.txt', content: 'Badsanierung' } },
    { foto: 'https://site.example/wp-content/uploads/bad.jpg' },
    { fotos: ['https://site.example/1.jpg', 'https://site.example/2.jpg'] },
    { token: 'dGhpcyBpcyBhIHRva2VuIHRoYXQgaXMgbm8gZmlsZSBhdCBhbGwsIG9ubHkgbG9uZw==' },
    { message: 'data: morgen', note: 'data:text/plain,hallo' },
    { message: 'R0lGODlh ist der Anfang von base64, sagt mein Sohn, und das ist ein Satz' },
    { key: 'a'.repeat(5_000) },
  ])('%j', async (value) => {
    const [fields, files] = await both(value);
    expect(files).toEqual([]);
    expect(Object.values(fields ?? {}).join()).toBe(
      Object.values(await read(json, JSON.stringify(value))).join(),
    );
    expect(Object.keys(fields ?? {}).length).toBeGreaterThan(0);
  });
});

describe('what a file is, its bytes say', () => {
  const kindOf = async (bytes: Buffer, declared: string, name = 'datei.bin') => {
    const body = parts([[`name="f"; filename="${name}"`, bytes, `Content-Type: ${declared}`]]);
    return (await filesOf(multipart, body))[0]?.[1];
  };

  test.each([
    ['a photo labelled as anything', aJpeg(), 'application/octet-stream', 'image/jpeg'],
    ['a photo labelled as another', aPng(), 'image/jpeg', 'image/png'],
    [
      'a page labelled as a photo',
      Buffer.from('<script>alert(1)</script>'),
      'image/jpeg',
      'application/octet-stream',
    ],
    [
      'a drawing that is a program',
      Buffer.from('<svg onload="alert(1)"/>'),
      'image/svg+xml',
      'application/octet-stream',
    ],
    [
      'a letter',
      Buffer.from('PK\x03\x04 and so on', 'latin1'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'an archive that calls itself a page',
      Buffer.from('PK\x03\x04', 'latin1'),
      'text/html',
      'application/zip',
    ],
    ['a text', Buffer.from('Guten Tag'), 'text/plain; charset=utf-8', 'text/plain'],
    ['nonsense in the label', Buffer.from('Guten Tag'), 'x y z', 'application/octet-stream'],
  ])('%s', async (_, bytes, declared, kind) => {
    expect(await kindOf(bytes, declared)).toBe(kind);
  });

  test('one without a name gets one', async () => {
    const body = parts([['name="f"; filename=""', aJpeg(), 'Content-Type: image/jpeg']]);
    expect(await filesOf(multipart, body)).toEqual([['anhang-1.jpg', 'image/jpeg', 3_000]]);
  });
});

test('a form without files is left as it is, and one with files gives them, whatever else stands in it', () => {
  const names = fc.constantFrom('foto', 'Nachricht', 'filename', 'data', 'base64', 'content', 'type', 'name');
  const values = fc.oneof(
    fc.constantFrom(
      ...[photo, plan, ` ${photo}`, `${photo}, ${plan}`, `${photo}, Bad`, `data:image/jpeg;base64,${photo}`],
      ...['bad.jpg', 'image/jpeg', 'Guten Tag, unser Bad soll neu werden, mit Dusche statt Wanne.'],
      JSON.stringify({ foto: { filename: 'bad.jpg', content: photo } }),
    ),
    fc.string(),
  );
  const fields = fc.array(fc.record({ path: fc.tuple(names), value: values }), { maxLength: 4 });
  fc.assert(
    fc.property(fields, (sent) => {
      const elsewhere = { path: ['Haus', 'Stockwerk'], value: '2' };
      const alone = takeFiles(sent);
      const beside = takeFiles([...sent, elsewhere]);
      expect([...alone.fields, elsewhere]).toEqual(beside.fields);
      expect(alone.files).toEqual(beside.files);
    }),
    { numRuns: 500 },
  );
});
