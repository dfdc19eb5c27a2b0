import { describe, expect, it } from 'vitest';
import { mixed, read } from './mail-lines.ts';

const photo = [
  'Content-Type: image/jpeg; name=foto.jpg',
  'Content-Transfer-Encoding: base64',
  '',
  '/9j/4AA=',
];
const text = (words: string, disposition: string, type = 'text/plain; charset=utf-8') => [
  `Content-Type: ${type}`,
  `Content-Disposition: ${disposition}`,
  '',
  words,
];
const readMms = (...parts: string[][]) => read('Subject: MMS', ...mixed(...parts));

describe('where nothing else says anything, a text with a name is the message', () => {
  it('inline, as phones send it: no file besides', async () => {
    const mail = await readMms(text('Das Rohr im Keller ist feucht', 'inline; filename="text_0.txt"'), photo);
    expect(mail.text).toBe('Das Rohr im Keller ist feucht');
    expect(mail.files).toMatchObject([{ index: 0, name: 'foto.jpg' }]);
    expect(mail.contents).toHaveLength(1);
  });

  it('several, in their order, around a picture', async () => {
    const mail = await readMms(
      text('Vorher', 'inline; filename="text_0.txt"'),
      photo,
      text('Nachher', 'inline; filename="text_1.txt"'),
    );
    expect(mail.text).toBe('Vorher\nNachher');
  });

  it('sent as a file by a gateway: the file stays too', async () => {
    const mail = await readMms(
      photo,
      text('Bitte um Rückruf, Lindenstr. 5', 'attachment; filename="nachricht.txt"'),
    );
    expect(mail.text).toBe('Bitte um Rückruf, Lindenstr. 5');
    expect(mail.files.map(({ name }) => name)).toEqual(['foto.jpg', 'nachricht.txt']);
  });

  it('beside a body that is blank, or HTML that is only pictures', async () => {
    for (const body of [
      text(' \u00a0', 'inline'),
      text('<html><body><img src="cid:1"><br>&nbsp;</body></html>', 'inline', 'text/html; charset=utf-8'),
    ]) {
      const mail = await readMms(body, text('Therme tropft', 'inline; filename="text_0.txt"'), photo);
      expect(mail.text.trim()).toBe('Therme tropft');
    }
  });

  it('as HTML with a name', async () => {
    const mail = await readMms(
      text('<p>Therme tropft</p>', 'inline; filename="msg.html"', 'text/html'),
      photo,
    );
    expect(mail.text).toBe('Therme tropft');
  });
});

describe('a text with a name stays a file', () => {
  it.each([
    ['inline', 'inline; filename="zaehler.txt"'],
    ['as an attachment', 'attachment; filename="zaehler.txt"'],
  ])('%s, where the person wrote something', async (_, disposition) => {
    const mail = await readMms(text('Anbei die Zählerstände', 'inline'), text('4711; 0815', disposition));
    expect(mail.text).toBe('Anbei die Zählerstände');
    expect(mail.files).toMatchObject([{ name: 'zaehler.txt' }]);
  });

  it('where it is far longer than anybody writes', async () => {
    const mail = await readMms(
      photo,
      text('12;34;56\r\n'.repeat(20_000), 'attachment; filename="daten.txt"'),
    );
    expect(mail.text).toBe('');
    expect(mail.files).toHaveLength(2);
  });

  it('as a page that was attached', async () => {
    expect(
      (await readMms(photo, text('<p>Klick</p>', 'attachment; filename="a.html"', 'text/html'))).text,
    ).toBe('');
  });
});

it('joins the texts between the pictures of Apple Mail', async () => {
  const mail = await readMms(
    text('Oben', 'inline'),
    photo,
    text('Mitte', 'inline'),
    photo,
    text('Unten', 'inline'),
  );
  expect(mail.text).toBe('Oben\nMitte\nUnten');
  expect(mail.files).toHaveLength(2);
});
