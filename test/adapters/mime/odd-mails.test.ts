import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { latin1, read } from './mail-lines.ts';

describe('rule 17: odd mails', () => {
  it('reads a mail whose lines end with CR alone', async () => {
    const mail = await readMail(Buffer.from('From: a@b.de\rSubject: Rohr\r\rHallo\rWelt\r'));
    expect(mail.mail).toMatchObject({
      subject: 'Rohr',
      text: 'Hallo\nWelt\n',
      from: [{ address: 'a@b.de' }],
    });
  });

  it('reads lines that end with CR CR LF', async () => {
    const mail = await readMail(Buffer.from('From: a@b.de\r\r\nSubject: Rohr\r\r\n\r\r\nHallo\r\r\nWelt'));
    expect(mail.mail).toMatchObject({ subject: 'Rohr', text: 'Hallo\nWelt' });
  });

  it('makes text of a mail that is only HTML', async () => {
    const mail = await read(
      'Content-Type: text/html',
      '',
      '<html><head><title>weg</title><style>p{color:red}</style></head><body><p>Guten&nbsp;Tag,</p>',
      '<p>die Sp&uuml;le <b>tropft</b> &ndash; &#8364; 5<br>siehe <a href="https://x.de/1?a=1&amp;b=2">Bild</a></p>',
      '<ul><li>K&#252;che</li><li>Bad</li></ul><blockquote><div>Von: uns</div></blockquote><script>if (a<b) x()</script>',
    );
    expect(mail.text.replaceAll('\u00a0', ' ')).toBe(
      'Guten Tag,\n\ndie Spüle tropft – € 5\nsiehe Bild <https://x.de/1?a=1&b=2>\n\n- Küche\n- Bad\n\n> Von: uns',
    );
  });

  it.each([
    ['<ol><li>erreicht</li><li>verloren</li></ol>', '1. erreicht\n2. verloren'],
    ['<ol start="3"><li>erreicht<li value=7>verloren<li>Spam</ol>', '3. erreicht\n7. verloren\n8. Spam'],
    ['<ol><li>Bad<ul><li>Wanne</li></ul></li><li>Küche</li></ol>', '1. Bad\n\n- Wanne\n\n2. Küche'],
    ['<ol><li>Bad</ol></ol><ul><li>Wanne</ul><li>Rest', '1. Bad\n\n- Wanne\n\n- Rest'],
  ])('keeps the numbers of a list: %s', async (html, text) => {
    expect((await read('Content-Type: text/html; charset=utf-8', '', html)).text.trim()).toBe(text);
  });

  it('takes rows with two filled cells of tables and lists of definitions as pairs', async () => {
    const mail = await read(
      'Content-Type: text/html',
      '',
      '<table><tr><td colspan=2>Neue Anfrage</td></tr><tr><th>Name:</th><td></td><td> Max <b>Muster</b></td></tr>',
      '<tr><td><table><tr><td>Ort</td><td>Bad<br>Tölz</td></table></td></tr><tr><td>leer</td><td></td></tr></table>',
      '<dl><dt>Telefon</dt><dd>089 1</dd><dt>Fax</dt><dt>Mobil</dt><dd>0170</dd></dl>',
    );
    expect(mail.pairs).toEqual([
      { label: 'Name:', value: 'Max Muster' },
      { label: 'Ort', value: 'Bad\nTölz' },
      { label: 'Telefon', value: '089 1' },
      { label: 'Mobil', value: '0170' },
    ]);
  });

  it.each([
    ['', '<p>aus HTML</p>', 'aus HTML'],
    ['aus Text', '<p>aus HTML</p>', 'aus Text'],
    ['  ', '', ''],
  ])('chooses the plain text unless it is empty ("%s")', async (plain, html, text) => {
    const mail = await read(
      'Content-Type: multipart/alternative; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      plain,
      '--b',
      'Content-Type: text/html',
      '',
      html,
      '--b--',
    );
    expect(mail.text.trim()).toBe(text);
    expect(mail.files).toEqual([]);
  });

  it('notes a winmail.dat and reads its text and files', async () => {
    const attribute = (level: number, id: number, content: Buffer) => {
      const head = Buffer.alloc(9);
      head.writeUInt8(level, 0);
      head.writeUInt32LE(id, 1);
      head.writeUInt32LE(content.length, 5);
      return Buffer.concat([head, content, Buffer.alloc(2)]);
    };
    const tnef = Buffer.concat([
      Buffer.of(0x78, 0x9f, 0x3e, 0x22, 1, 0),
      attribute(1, 0x0002800c, Buffer.from('Die Heizung ist kalt.\r\n\0')),
      attribute(2, 0x00069002, Buffer.alloc(14)),
      attribute(2, 0x0006800f, Buffer.from('BILD')),
      attribute(2, 0x00018010, latin1('Öl.jpg\0')),
    ]);
    const mail = await read(
      'Content-Type: application/ms-tnef; name="winmail.dat"',
      'Content-Transfer-Encoding: base64',
      '',
      tnef.toString('base64'),
    );
    expect(mail.text).toBe('Die Heizung ist kalt.\n');
    expect(mail.files.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['winmail.dat', tnef.length],
      ['Öl.jpg', 4],
    ]);
    expect(Buffer.from(mail.contents[1] ?? []).toString()).toBe('BILD');
  });

  it('notes a damaged winmail.dat', async () => {
    const mail = await read(
      'Content-Type: application/ms-tnef',
      '',
      Buffer.of(0x78, 0x9f, 0x3e, 0x22, 1, 0, 1, 2, 3),
    );
    expect(mail.files.map(({ name }) => name)).toEqual(['winmail.dat']);
    expect(mail.text).toBe('');
  });

  it('reads a mail without a body, a sender and a date', async () => {
    const mail = await read('Subject: Bitte um Rückruf');
    expect(mail).toMatchObject({ subject: 'Bitte um Rückruf', from: [], text: '', files: [] });
    expect(mail).not.toHaveProperty('messageId');
  });

  it.each(['Date: Mon, 99 Foo 9999 99:99', 'Date:', 'Date: 0', 'Date: -271822-01-01'])(
    'is not troubled by "%s"',
    async (date) => {
      expect((await read(date, 'Subject: da', '', 'x')).subject).toBe('da');
    },
  );
});
