import { describe, expect, it } from 'vitest';
import { type ReadMail, readMail } from '../../../adapters/mime/read-mail.ts';

/** A raw mail: lines, or bytes where the charset matters. */
function raw(...lines: (string | Uint8Array)[]): Uint8Array {
  return Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\r\n')]));
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');

async function read(...lines: (string | Uint8Array)[]) {
  const result = await readMail(raw(...lines));
  if (result.result !== 'read') throw new Error(`${result.result}: ${result.reason}`);
  return { ...result.mail, contents: result.contents };
}

function reasonOf(result: ReadMail): string {
  return result.result === 'read' ? '' : result.reason;
}

const utf8 = 'Content-Type: text/plain; charset=utf-8';

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

describe('addresses and ids', () => {
  it.each([
    ['Müller, Jörg <A@B.de>', [{ name: 'Müller, Jörg', address: 'a@b.de' }]],
    ['=?utf-8?Q?M=C3=BCller,_J=C3=B6rg?= <a@b.de>', [{ name: 'Müller, Jörg', address: 'a@b.de' }]],
    ['"Müller, Jörg" <a@b.de>, c@d.de', [{ name: 'Müller, Jörg', address: 'a@b.de' }, { address: 'c@d.de' }]],
    ['Team: a@b.de, "C, D" <c@d.de>;', [{ address: 'a@b.de' }, { name: 'C, D', address: 'c@d.de' }]],
    ['undisclosed-recipients:;', []],
    ['"a@b.de" <a@b.de>', [{ address: 'a@b.de' }]],
    ['Jörg', []],
    ['<>', []],
    ['=?utf-8?B?PG93bmVyQHVucy5kZT4=?= <a@b.de>', [{ name: '<owner@uns.de>', address: 'a@b.de' }]],
    // Encoded words have no place in an address: one that hides another address is none.
    ['=?utf-8?B?b3duZXJAdW5zLmRl?=@b.de', []],
    ['<=?utf-8?B?YUBiLmRl?=>', [{ address: 'a@b.de' }]],
    ['a@XN--MLLER-KVA.de', [{ address: 'a@müller.de' }]],
    ['a@xn--zzzzzz--.de', [{ address: 'a@xn--zzzzzz--.de' }]],
  ])('reads %s', async (from, expected) => {
    expect((await read(`From: ${from}`, '', 'x')).from).toEqual(expected);
  });

  it('takes an empty Message-ID for none', async () => {
    expect(await read('Message-ID: <>', '', 'x')).not.toHaveProperty('messageId');
    expect(await read('Message-ID:', '', 'x')).not.toHaveProperty('messageId');
    expect(await read('Message-ID: <a@b>', '', 'x')).toHaveProperty('messageId', 'a@b');
  });

  it('collects the ids that a mail answers, folded or not', async () => {
    const mail = await read(
      'In-Reply-To: <a@b> (yours)',
      'References: <c@d>',
      '\t<e@f',
      ' g> <a@b>',
      '',
      'x',
    );
    expect(mail.answers).toEqual(['a@b', 'c@d', 'e@fg']);
  });

  it('finds where it was headed before it was forwarded', async () => {
    const mail = await read(
      'Delivered-To: A+1@b.de',
      'X-Original-To: <c@d.de>',
      'Envelope-To: e@f.de, g@h.de',
      'X-Envelope-To: i@j.de',
      'X-Forwarded-To: a+1@b.de',
      '',
      'x',
    );
    expect(mail.deliveredTo).toEqual(['a+1@b.de', 'c@d.de', 'e@f.de', 'g@h.de', 'i@j.de']);
  });

  it('keeps all values of a header, unfolded', async () => {
    const mail = await read('Received: a', ' b', 'X-A: 1', 'received: c', '', 'x');
    expect(mail.headers.get('received')).toEqual(['a b', 'c']);
  });
});

describe('parts', () => {
  const photo = Buffer.from('a photo');

  it('gives inline images as files, with names where there are none', async () => {
    const mail = await read(
      'Content-Type: MULTIPART/Related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html',
      '',
      '<img src="cid:1">Guten Tag',
      '--b',
      'Content-Type: IMAGE/JPEG; x=y',
      'Content-ID: <1>',
      'Content-Transfer-Encoding: base64',
      '',
      photo.toString('base64'),
      '--b--',
    );
    expect(mail.text).toBe('Guten Tag');
    expect(mail.files).toEqual([
      { index: 0, name: 'anhang-1.jpg', contentType: 'image/jpeg', bytes: photo.length },
    ]);
    expect(mail.contents.map((content) => Buffer.from(content).toString())).toEqual(['a photo']);
    expect(mail.contentType).toBe('multipart/related; boundary=b');
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\\\Users\\\\x\\\\Bild.jpg', 'Bild.jpg'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['..', 'anhang-1.jpg'],
    [`${'ä'.repeat(300)}.jpeg`, `${'ä'.repeat(115)}.jpeg`],
    ['a<b>|c?.jpg', 'a_b__c_.jpg'],
  ])('makes the file name %s safe', async (given, safe) => {
    const mail = await read(`Content-Type: image/jpeg; name="${given}"`, '', 'x');
    expect(mail.files[0]?.name).toBe(safe);
  });

  it('keeps a forwarded mail as a file under its subject, out of the text', async () => {
    const mail = await read(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'Siehe unten',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Subject: =?utf-8?Q?Sp=C3=BCle?= 1/2',
      '',
      'innen',
      '--b--',
    );
    expect(mail.text).toBe('Siehe unten');
    expect(mail.files).toMatchObject([{ name: 'Spüle 1-2.eml', contentType: 'message/rfc822' }]);
  });

  it('gives the parts of a report', async () => {
    const mail = await read(
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Konnte nicht zugestellt werden',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; x',
      '',
      'Action: failed',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      'Message-ID: <a@b>',
      '--b--',
    );
    expect(mail.text).toBe('Konnte nicht zugestellt werden');
    expect(mail.contentType).toContain('report-type=delivery-status');
    expect(mail.reports).toEqual([
      { contentType: 'message/delivery-status', text: 'Reporting-MTA: dns; x\n\nAction: failed' },
      { contentType: 'text/rfc822-headers', text: 'Message-ID: <a@b>' },
    ]);
    expect(mail.files).toEqual([]);
  });

  it('joins the lines of format=flowed', async () => {
    const mail = await read(
      'Content-Type: text/plain; format=flowed',
      '',
      'Die Spüle ',
      'tropft.',
      '> alt ',
      '> er',
      ' >kein Zitat',
      '-- ',
      'Max',
    );
    expect(mail.text).toBe('Die Spüle tropft.\n> alt er\n>kein Zitat\n-- \nMax\n');
  });

  it.each([
    ['quoted-printable', 'Sp=C3=BCle =3D 5=ZZ, =', 'Spüle = 5=ZZ, '],
    ['Quoted-Printable;', 'Sp=FCle', 'Spüle\n'],
    ['quoted-printable', 'Spüle', 'Spüle\n'],
    ['base64', 'U3DDv GxlIHRyb3BmdA==!', 'Spüle tropft'],
    ['base64', 'Das ist gar kein base64, die Spüle tropft.', 'Das ist gar kein base64, die Spüle tropft.\n'],
    [
      'base64',
      `${Buffer.from('eins,').toString('base64')}\r\n${Buffer.from('zwei').toString('base64')}`,
      'eins,zwei',
    ],
    ['7bit', 'Spüle', 'Spüle\n'],
    ['nonsense', 'Spüle', 'Spüle\n'],
  ])('reads damaged or untrue %s: %s', async (encoding, body, text) => {
    const mail = await read(utf8, `Content-Transfer-Encoding: ${encoding}`, '', body);
    expect(mail.text).toBe(text);
  });

  it.each([
    ['no boundary named', 'Content-Type: multipart/mixed'],
    ['another boundary named', 'Content-Type: multipart/mixed; boundary=other'],
    ['no closing boundary', 'Content-Type: multipart/mixed; boundary=b'],
  ])('reads parts with %s', async (_, type) => {
    const mail = await read(
      type,
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Hallo',
      '--b',
      'Content-Type: image/png',
      '',
      'x',
    );
    expect(mail.text).toBe('Hallo');
    expect(mail.files).toHaveLength(1);
  });

  it('shows a multipart without any part as text', async () => {
    expect((await read('Content-Type: multipart/mixed; boundary=b', '', 'Die Spüle tropft')).text).toBe(
      'Die Spüle tropft\n',
    );
  });

  it('does not take the boundary of an inner part that begins the same for the outer', async () => {
    const mail = await read(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: multipart/alternative; boundary=b-1',
      '',
      '--b-1',
      '',
      'innen',
      '--b-1--',
      '--b',
      '',
      'außen',
      '--b--',
    );
    expect(mail.text).toBe('innen\naußen');
  });

  it('reads a text without the empty line after the headers', async () => {
    const mail = await read('From: a@b.de', 'Subject: Rohr', 'Guten Tag, es tropft.');
    expect(mail).toMatchObject({ subject: 'Rohr', text: 'Guten Tag, es tropft.\n' });
  });

  it('leaves out NUL bytes', async () => {
    const mail = await read('Subject: a\0b', '', 'c\0d');
    expect(mail).toMatchObject({ subject: 'a b', text: 'cd\n' });
  });
});

describe('rule 6: caps', () => {
  const head = ['From: a@b.de', 'Subject: viel'];
  const multipart = [...head, 'Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'Anfang'];

  it.each([
    ['40 MB', [...head, '', 'Anfang', 'x'.repeat(40 * 1024 * 1024)], /40 MB/],
    ['500 parts', [...multipart, ...Array.from({ length: 500 }, () => '--b\r\n\r\nx')], /500 parts/],
    [
      '20 levels',
      [
        ...head,
        ...Array.from(
          { length: 22 },
          (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}`,
        ),
        '',
        'x',
      ],
      /20 levels/,
    ],
    [
      '200 recipients',
      [...head, `To: ${Array.from({ length: 201 }, (_, i) => `a${i}@b.de`).join(',\r\n ')}`, '', 'x'],
      /200 recipients/,
    ],
    ['10,000 links', [...head, '', 'https://x.de\r\n'.repeat(10_001)], /10000 links/],
  ])('is too large over %s, and its headers are read', async (_, lines, reason) => {
    const result = await readMail(raw(...lines));
    expect(result.result).toBe('too-large');
    expect(reasonOf(result)).toMatch(reason);
    expect(result.mail).toMatchObject({ subject: 'viel', from: [{ address: 'a@b.de' }], files: [] });
  });

  it('gives the beginning of the text of a mail that is too large', async () => {
    const result = await readMail(raw(...head, '', 'Die Spüle tropft', 'x'.repeat(40 * 1024 * 1024)));
    expect(result.mail.text).toMatch(/^Die Spüle tropft\n/);
  });

  it.each([
    ['500 parts', [...multipart, ...Array.from({ length: 498 }, () => '--b\r\n\r\nx')]],
    [
      '200 recipients',
      [...head, `To: ${Array.from({ length: 200 }, (_, i) => `a${i}@b.de`).join(', ')}`, '', 'x'],
    ],
    ['10,000 links', [...head, '', 'https://x.de\r\n'.repeat(10_000)]],
  ])('reads a mail with just %s', async (_, lines) => {
    expect((await readMail(raw(...lines))).result).toBe('read');
  });

  it('cuts a text of more than a million characters, and no character in two', async () => {
    const mail = await read(...head, '', `x${'😀'.repeat(600_000)}`);
    expect(mail.text).toHaveLength(999_999);
    expect(mail.text.isWellFormed()).toBe(true);
  });

  it.each([
    ['zero bytes', Buffer.alloc(0)],
    ['blanks', Buffer.from('\r\n \r\n')],
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1])],
  ])('cannot read %s', async (_, bytes) => {
    const result = await readMail(bytes);
    expect(result.result).toBe('unreadable');
    expect(reasonOf(result)).not.toBe('');
  });

  it('reads a text without any header', async () => {
    expect((await read('Die Spüle tropft')).text).toBe('Die Spüle tropft\n');
  });
});
