import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { latin1, read, utf8 } from './mail-lines.ts';

describe('rule 16: charsets', () => {
  it.each([
    ['without a label', ''],
    ['labelled UTF-8', '; charset=utf-8'],
    ['labelled ASCII', '; charset=us-ascii'],
    ['with a label nobody knows', '; charset=x-unknown'],
    ['labelled with what cannot be', '; charset=shift_jis'],
  ])('reads windows-1252 %s', async (_, label) => {
    const text = Buffer.concat([
      latin1('Die Spüle tropft, der Abfluß auch, höchstens 90 '),
      Buffer.of(0x80),
      latin1(' für Öl'),
    ]);
    const mail = await read('From: a@b.de', `Content-Type: text/plain${label}`, '', text);
    expect(mail.text).toBe('Die Spüle tropft, der Abfluß auch, höchstens 90 € für Öl\n');
  });

  it.each(['', '; charset=iso-8859-1', '; charset=windows-1252', '; charset=us-ascii'])(
    'reads UTF-8, whatever the label says (%s)',
    async (label) => {
      const mail = await read('From: a@b.de', `Content-Type: text/plain${label}`, '', 'Grüße aus Köln, 5 €');
      expect(mail.text).toBe('Grüße aus Köln, 5 €\n');
    },
  );

  it('keeps the rest of a UTF-8 text in which one byte is damaged or Latin-1', async () => {
    const mail = await read(utf8, '', Buffer.concat([Buffer.from('Grüße an Müller, '), latin1('Spüle')]));
    expect(mail.text).toBe('Grüße an Müller, Spüle\n');
  });

  it('reads the declared charset where the bytes are not UTF-8', async () => {
    const mail = await read('Content-Type: text/plain; charset=iso-8859-2', '', Buffer.of(0xbe, 0x6c, 0xe8));
    expect(mail.text).toBe('žlč\n');
  });

  it('reads the 7-bit escape charsets although they are valid UTF-8', async () => {
    const mail = await read(
      'Content-Type: text/plain; charset=ISO-2022-JP',
      '',
      '\u001b$B$3$s$K$A$O\u001b(B',
    );
    expect(mail.text).toBe('こんにちは\n');
  });

  it('reads UTF-16 although its bytes may be valid UTF-8', async () => {
    const mail = await readMail(
      Buffer.concat([
        Buffer.from('Content-Type: text/plain; charset=utf-16le\r\n\r\n'),
        Buffer.from('Rohr', 'utf16le'),
      ]),
    );
    expect(mail.mail.text).toBe('Rohr');
  });

  it('reads raw Latin-1 and raw UTF-8 in headers', async () => {
    const mail = await read(
      latin1('From: Jörg Müller <a@b.de>'),
      'Subject: Rohrbruch in Köln',
      utf8,
      '',
      'x',
    );
    expect(mail.from).toEqual([{ name: 'Jörg Müller', address: 'a@b.de' }]);
    expect(mail.subject).toBe('Rohrbruch in Köln');
  });

  it('joins encoded words that were split inside a character', async () => {
    const mail = await read('Subject: =?utf-8?Q?Sp=C3?=', ' =?UTF-8?Q?=BCle_tropft?=', '', 'x');
    expect(mail.subject).toBe('Spüle tropft');
  });

  it('joins encoded words in base64 split inside a character', async () => {
    const bytes = Buffer.from('Wärmepumpe für Öl');
    const words = [bytes.subarray(0, 2), bytes.subarray(2)].map(
      (piece) => `=?utf-8?B?${piece.toString('base64')}?=`,
    );
    const mail = await read(`Subject: ${words.join('\r\n ')}`, '', 'x');
    expect(mail.subject).toBe('Wärmepumpe für Öl');
  });

  it('repairs an encoded word with the wrong label, in subjects and names', async () => {
    const mail = await read(
      'From: =?utf-8?Q?J=F6rg?= <a@b.de>',
      'Subject: =?utf-8?Q?K=FCche?= und =?us-ascii?Q?Bad_f=C3=BCr?= 3',
      '',
      'x',
    );
    expect(mail.from[0]?.name).toBe('Jörg');
    expect(mail.subject).toBe('Küche und Bad für 3');
  });

  it('leaves what only looks like an encoded word', async () => {
    const mail = await read('Subject: =?ist das=? =?utf-8?Q?so', '', 'x');
    expect(mail.subject).toBe('=?ist das=? =?utf-8?Q?so');
  });

  it.each([
    ['RFC 2231', "filename*=utf-8''Sch%C3%A4den%20am%20Dach.jpg"],
    [
      'RFC 2231 in pieces cut inside a character',
      'filename*0*=utf-8\'\'Sch%C3;\r\n filename*1*=%A4den%20am;\r\n filename*2=" Dach.jpg"',
    ],
    ['RFC 2231 with the wrong label', "filename*=utf-8''Sch%E4den%20am%20Dach.jpg"],
    ['an encoded word', 'filename="=?iso-8859-1?Q?Sch=E4den_am_Dach.jpg?="'],
    ['raw bytes', 'filename="Schäden am Dach.jpg"'],
  ])('reads file names as %s', async (_, parameter) => {
    const mail = await read(
      'From: a@b.de',
      'Content-Type: image/jpeg',
      `Content-Disposition: attachment; ${parameter}`,
      '',
      'x',
    );
    expect(mail.files).toMatchObject([{ index: 0, name: 'Schäden am Dach.jpg', contentType: 'image/jpeg' }]);
  });
});
