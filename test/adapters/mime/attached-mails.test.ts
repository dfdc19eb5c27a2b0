import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { signedWithLengths } from '../../support/envelopes.ts';
import { mixed, raw, read } from './mail-lines.ts';

const inner = [
  'From: Karla Kunde <karla@web.test>',
  'Subject: Neues Bad',
  'Date: Mon, 23 Nov 2026 10:00:00 +0100',
  '',
  'Wir brauchen ein Bad. 0171 5550150',
];
const from = ['From: chef@betrieb.test', 'Subject: WG: Neues Bad'];
const ofKarla = {
  from: [{ name: 'Karla Kunde', address: 'karla@web.test' }],
  subject: 'Neues Bad',
  text: 'Wir brauchen ein Bad. 0171 5550150',
};

describe('a mail that hangs at a mail is read like one', () => {
  it.each([
    ['as such', ['Content-Type: message/rfc822', '', ...inner]],
    [
      'with a name',
      ['Content-Type: message/rfc822; name="WG.eml"', 'Content-Disposition: attachment', '', ...inner],
    ],
    [
      'packed up, against the standard',
      [
        'Content-Type: message/rfc822',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(inner.join('\r\n')).toString('base64'),
      ],
    ],
    [
      'as any file with the name of one',
      [
        'Content-Type: application/octet-stream; name="Anfrage.EML"',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(inner.join('\r\n')).toString('base64'),
      ],
    ],
  ])('%s', async (_, part) => {
    const mail = await read(...from, ...mixed(part));
    expect(mail.attached).toMatchObject([ofKarla]);
    expect(mail.files).toHaveLength(1);
    expect(mail.text).toBe('');
  });

  it('where it is all there is', async () => {
    const mail = await read(...from, 'Content-Type: message/rfc822', '', ...inner);
    expect(mail).toMatchObject({ subject: 'WG: Neues Bad', attached: [{ subject: 'Neues Bad' }] });
  });

  it('with its own files, and the mail that hangs at it', async () => {
    const middle = [
      'From: b@b.test',
      'Subject: Fwd: Bad',
      ...mixed(['', 'Siehe Anlage'], ['Content-Type: message/rfc822', '', ...inner]),
    ]
      .join('\r\n')
      .replaceAll('=b', '=c')
      .replaceAll('--b', '--c');
    const mail = await read(
      ...from,
      ...mixed(['', 'Bitte aufnehmen'], ['Content-Type: message/rfc822', '', middle]),
    );
    expect(mail.text).toBe('Bitte aufnehmen');
    expect(mail.attached).toMatchObject([
      {
        subject: 'Fwd: Bad',
        text: 'Siehe Anlage',
        files: [{ contentType: 'message/rfc822' }],
        attached: [ofKarla],
      },
    ]);
  });

  it('and their files are files of the whole, each with its own content', async () => {
    const file = (name: string, content: string) => [
      `Content-Type: image/jpeg; name=${name}`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(content).toString('base64'),
    ];
    const withBoundary = (mark: string, lines: string[]) =>
      lines.map((line) => line.replace(/^(.*boundary=|--)b/, `$1${mark}`));
    const mailOf = (mark: string, ...parts: string[][]) => [
      'Content-Type: message/rfc822',
      '',
      `From: ${mark}@web.test`,
      ...withBoundary(mark, mixed(...parts)),
    ];
    const deep = mailOf('deep', file('c.jpg', 'picture c'));
    const result = await readMail(
      raw(
        ...from,
        ...mixed(
          file('a.jpg', 'picture a'),
          mailOf('middle', file('b.jpg', 'picture b'), deep),
          file('d.jpg', 'picture d'),
        ),
      ),
    );
    if (result.result !== 'read') throw new Error(result.reason);
    const { mail, contents } = result;
    const pictures = (files: typeof mail.files) =>
      files.flatMap(({ index, name }) =>
        name.endsWith('.jpg') ? [[name, Buffer.from(contents[index] ?? []).toString()]] : [],
      );
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((one) => [`${one}.jpg`, `picture ${one}`]);
    expect(pictures(mail.files)).toEqual([a, d, b, c]);
    expect(mail.files.map(({ index }) => index)).toEqual(contents.map((_, index) => index));
    expect(mail.files.filter(({ within }) => within).map(({ name }) => name)).toContain('b.jpg');
    expect(pictures(mail.attached[0]?.files ?? [])).toEqual([b, c]);
    expect(pictures(mail.attached[0]?.attached[0]?.files ?? [])).toEqual([c]);
  });

  it('each of a digest', async () => {
    const other = ['From: otto@web.test', 'Subject: Heizung', '', 'Kalt'];
    const mail = await read(
      ...from,
      'Content-Type: multipart/digest; boundary=b',
      '',
      '--b',
      '',
      ...inner,
      '--b',
      '',
      ...other,
      '--b--',
    );
    expect(mail.attached.map(({ subject }) => subject)).toEqual(['Neues Bad', 'Heizung']);
  });

  it('signed, encrypted, or an answer of a calendar', async () => {
    const signedMail = [
      'From: karla@web.test',
      'Content-Type: application/pkcs7-mime',
      'Content-Transfer-Encoding: base64',
      '',
      signedWithLengths,
    ];
    const sealed = ['From: otto@web.test', '', '-----BEGIN PGP MESSAGE-----', 'x'];
    const answer = [
      'Content-Type: text/calendar; method=REPLY',
      '',
      'BEGIN:VEVENT',
      'ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.test',
      'END:VEVENT',
    ];
    const mail = await read(
      ...from,
      ...mixed(
        ...[signedMail, sealed, answer].map((lines) => ['Content-Type: message/rfc822', '', ...lines]),
      ),
    );
    expect(mail.attached[0]?.text).toMatch(/Keller steht das Wasser/);
    expect(mail.attached[1]?.sealed).toBe('pgp');
    expect(mail.attached[2]?.calendar?.answer).toBe('accepted');
    expect(mail.sealed).toBeUndefined();
    expect(mail.calendar).toBeUndefined();
  });
});

describe('caps', () => {
  it('reads five mails within one another; what is deeper stays a file', async () => {
    const nested = Array.from(
      { length: 9 },
      (_, i) => `From: a${i}@b.test\r\nContent-Type: message/rfc822\r\n\r\n`,
    ).join('');
    let mail = (await readMail(raw(nested + inner.join('\r\n')))).mail;
    let levels = 0;
    while (mail.attached[0]) {
      mail = mail.attached[0];
      levels++;
    }
    expect(levels).toBe(5);
    expect(mail.files).toMatchObject([{ contentType: 'message/rfc822' }]);
  });

  it('does not give up the mail for what hangs at it', async () => {
    const bomb = [
      'Content-Type: multipart/mixed; boundary=i',
      '',
      ...Array.from({ length: 600 }, () => '--i\r\n\r\nx'),
    ];
    const result = await readMail(
      raw(
        ...from,
        ...mixed(
          ['', 'Bitte aufnehmen'],
          ['Content-Type: message/rfc822', '', ...bomb],
          ['Content-Type: message/rfc822', '', ...inner],
        ),
      ),
    );
    expect(result).toMatchObject({ result: 'read', mail: { text: 'Bitte aufnehmen', attached: [ofKarla] } });
    expect(result.mail.files).toHaveLength(2);
  });
});

describe('reports of servers', () => {
  const status = [
    'Content-Type: message/delivery-status',
    '',
    'Final-Recipient: rfc822; alt@betrieb.test',
    'Action: failed',
  ];
  const returned = ['Content-Type: message/rfc822', '', ...inner];
  const report = (type = 'multipart/report; report-type=delivery-status') => [
    `Content-Type: ${type}; boundary=r`,
    '',
    '--r',
    '',
    'Unzustellbar',
    '--r',
    ...status,
    '--r',
    ...returned,
    '--r--',
  ];

  it.each([
    ['alone', report()],
    [
      'signed',
      [
        'Content-Type: multipart/signed; boundary=s',
        '',
        '--s',
        ...report(),
        '--s',
        'Content-Type: application/pkcs7-signature',
        '',
        'x',
        '--s--',
      ],
    ],
  ])('are read as reports %s, with the mail that came back', async (_, lines) => {
    const mail = await read(...from, ...lines);
    expect(mail.reports.map(({ contentType }) => contentType)).toEqual([
      'message/delivery-status',
      'message/rfc822',
    ]);
    expect(mail.attached).toEqual([]);
  });

  it.each([
    ['the parts', mixed(['', 'Ihre Adresse geht nicht'], status, returned)],
    ['the whole report', mixed(['', 'Ihre Adresse geht nicht'], report())],
    [
      'the report as a mail',
      mixed(
        ['', 'Ihre Adresse geht nicht'],
        ['Content-Type: message/rfc822', '', 'From: mailer-daemon@web.test', ...report()],
      ),
    ],
  ])('that a person sends on are files: %s', async (_, lines) => {
    const mail = await read(...from, ...lines);
    expect(mail.reports).toEqual([]);
    expect(mail.files.length).toBeGreaterThan(0);
    expect(mail.text).toContain('Ihre Adresse geht nicht');
  });
});
