import { describe, expect, it } from 'vitest';
import { read, utf8 } from './mail-lines.ts';

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
