import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import {
  certificatesOnly,
  compressed,
  encrypted,
  encryptedAndAuthenticated,
  inPieces,
  signed,
  signedWithLengths,
  signedWithoutLengths,
} from '../../support/envelopes.ts';
import { mixed, multipart, raw, read } from './mail-lines.ts';

const outside = [
  'From: Tina Tropf <tina@kunde.test>',
  'To: anfrage@betrieb.test',
  'Subject: Wasser im Keller',
];
const typed = 'application/pkcs7-mime; smime-type=signed-data; name=smime.p7m';
const packed = (base64: string | Buffer, type = typed, ...more: string[]) => [
  `Content-Type: ${type}`,
  'Content-Transfer-Encoding: base64',
  ...more,
  '',
  Buffer.isBuffer(base64) ? base64.toString('base64') : base64,
];
const letter = (text: string, ...headers: string[]) =>
  ['Content-Type: text/plain; charset=utf-8', ...headers, '', text].join('\r\n');

describe('a mail that is signed by packing it up is read like any other', () => {
  it.each([
    ['with lengths, as OpenSSL writes it', signedWithLengths, typed],
    ['without lengths, as OpenSSL streams it', signedWithoutLengths, typed],
    ['under the older type', signedWithLengths, 'application/x-pkcs7-mime; smime-type=signed-data'],
    ['in capital letters', signedWithLengths, 'APPLICATION/X-PKCS7-MIME; SMIME-TYPE=SIGNED-DATA'],
    ['without saying that it is signed', signedWithoutLengths, 'application/pkcs7-mime; name="smime.p7m"'],
    [
      'as any file with the name that all programs give it',
      signedWithLengths,
      'application/octet-stream; name=smime.p7m',
    ],
  ])('%s', async (_, base64, type) => {
    const mail = await read(...outside, ...packed(base64, type));
    expect(mail.text).toMatch(/^Guten Tag,\n\nim Keller steht das Wasser\. .* 0171 5550987/);
    expect(mail).toMatchObject({
      from: [{ name: 'Tina Tropf', address: 'tina@kunde.test' }],
      subject: 'Wasser im Keller',
      contentType: 'text/plain; charset=utf-8',
      files: [],
    });
    expect(mail.sealed).toBeUndefined();
  });

  it('in pieces, with photos, both versions and umlauts inside', async () => {
    const inside = Buffer.from(
      multipart(
        'mixed',
        'i',
        multipart(
          'alternative',
          'j',
          [
            'Content-Type: text/plain; charset=iso-8859-1',
            'Content-Transfer-Encoding: quoted-printable',
            '',
            'Die Sp=FCle tropft',
          ],
          ['Content-Type: text/html', '', '<p>Die Sp&uuml;le tropft</p>'],
        ),
        ['Content-Type: image/jpeg; name=spuele.jpg', '', 'x'],
      ).join('\r\n'),
    );
    for (const size of [1, 7, 1_000]) {
      const mail = await read(...outside, ...packed(signed('', inPieces(inside, size))));
      expect(mail.text).toBe('Die Spüle tropft');
      expect(mail.files).toMatchObject([{ name: 'spuele.jpg', contentType: 'image/jpeg' }]);
    }
  });

  it('among other parts, below the notice of a gateway', async () => {
    const mail = await read(
      ...outside,
      ...mixed(['Content-Type: text/plain', '', '[Extern]'], packed(signedWithLengths)),
    );
    expect(mail.text).toMatch(/^\[Extern\]\nGuten Tag,\n\nim Keller/);
  });

  it('signed twice, and compressed between', async () => {
    const inside = deflateSync(letter('Der Boiler ist kalt'));
    const middle = packed(compressed(inside), 'application/pkcs7-mime; smime-type=compressed-data');
    const mail = await read(...outside, ...packed(signed(packed(signed(middle.join('\r\n'))).join('\r\n'))));
    expect(mail.text).toBe('Der Boiler ist kalt');
  });

  it('the words alone, without any header inside', async () => {
    expect((await read(...outside, ...packed(signed('Der Boiler\r\nist kalt')))).text).toBe(
      'Der Boiler\nist kalt',
    );
  });

  it('with its own headers wrapped as a mail, and the subject told inside only', async () => {
    const inside = [
      'Content-Type: message/rfc822',
      '',
      'From: Falsch <f@f.test>',
      'Subject: =?utf-8?Q?B=C3=A4der?=',
      letter('Zwei Bäder'),
    ];
    const mail = await read(
      'From: Tina <tina@kunde.test>',
      'Subject: ...',
      ...packed(signed(inside.join('\r\n'))),
    );
    expect(mail).toMatchObject({
      text: 'Zwei Bäder',
      subject: 'Bäder',
      from: [{ address: 'tina@kunde.test' }],
    });
  });

  it('whatever stands in it, cut wherever the program cuts it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[a-zäöüß]{3,20}( [a-zäöüß0-9.,]{1,20}){0,30}$/),
        fc.integer({ min: 1, max: 300 }),
        async (words, size) => {
          const inside = Buffer.from(letter(words));
          const mail = await read(...outside, ...packed(signed('', inPieces(inside, size))));
          expect(mail.text).toBe(words);
        },
      ),
    );
  });
});

describe('what is signed and no mail stays the file that it is', () => {
  it.each([
    ['a certificate', certificatesOnly, 'application/pkcs7-mime; smime-type=certs-only; name=smime.p7c'],
    ['a certificate that does not call itself one', certificatesOnly, typed],
    [
      'a document',
      signed('%PDF-1.7 ...').toString('base64'),
      'application/pkcs7-mime; name="Rechnung.pdf.p7m"',
    ],
    [
      'an invoice',
      signed('<?xml version="1.0"?><Fattura/>').toString('base64'),
      'application/pkcs7-mime; name="IT01.xml.p7m"',
    ],
    ['a signature beside the text', certificatesOnly, 'application/pkcs7-signature; name=smime.p7s'],
  ])('%s', async (_, base64, type) => {
    const mail = await read(...outside, ...mixed(['', 'Anbei'], packed(base64, type)));
    expect(mail.text).toBe('Anbei');
    expect(mail.files).toHaveLength(1);
    expect(mail.sealed).toBeUndefined();
  });
});

describe('a mail that only the holder of a key can read says so', () => {
  const pgp = ['-----BEGIN PGP MESSAGE-----', '', 'hQEMA1', '=AbCd', '-----END PGP MESSAGE-----'];
  const locked = ['Content-Type: application/octet-stream; name=encrypted.asc', '', ...pgp];

  it.each([
    ['S/MIME', packed(encrypted, 'application/pkcs7-mime; smime-type=enveloped-data'), 'smime'],
    [
      'S/MIME, authenticated',
      packed(encryptedAndAuthenticated, 'application/pkcs7-mime; smime-type=authEnveloped-data'),
      'smime',
    ],
    ['S/MIME that claims to be signed', packed(encrypted), 'smime'],
    [
      'S/MIME as any file',
      packed(encrypted, 'application/octet-stream', 'Content-Disposition: attachment; filename=smime.p7m'),
      'smime',
    ],
    ['a signed mail that was cut off', packed(signedWithLengths.slice(0, 300)), 'smime'],
    [
      'encrypted inside of signed',
      packed(signed(packed(encrypted, 'application/pkcs7-mime').join('\r\n'))),
      'smime',
    ],
    [
      'PGP/MIME',
      multipart(
        'encrypted; protocol="application/pgp-encrypted"',
        'b',
        ['Content-Type: application/pgp-encrypted', '', 'Version: 1'],
        locked,
      ),
      'pgp',
    ],
    [
      'PGP/MIME that a server took for a mail with files',
      mixed(
        ['Content-Type: text/plain', '', ''],
        ['Content-Type: application/pgp-encrypted; name="PGPMIME Versions Identification"', '', 'Version: 1'],
        locked,
      ),
      'pgp',
    ],
    ['PGP in the text', ['', 'Hallo,', ...pgp], 'pgp'],
    [
      'a file that somebody encrypted himself, and no word beside it',
      ['Content-Type: application/octet-stream; name=anfrage.txt.asc', '', ...pgp],
      'pgp',
    ],
  ])('%s', async (_, lines, sealed) => {
    const mail = await read(...outside, ...lines);
    expect(mail.sealed).toBe(sealed);
    expect(mail.text).not.toMatch(/PGP|hQEM/);
  });

  it('keeps the words that stand beside what is encrypted', async () => {
    const mail = await read(...outside, '', 'Hallo,', ...pgp, 'Tina');
    expect(mail.text).toBe('Hallo,\nTina\n');
  });

  it.each([
    ['quotes an encrypted mail', ['', 'Ich kann Ihre Mail nicht lesen.', ...pgp.map((line) => `> ${line}`)]],
    ['names PGP', ['', 'Wir schicken den Plan mit PGP, suchen Sie "BEGIN PGP MESSAGE".']],
    [
      'sends an encrypted file and says what it is',
      mixed(
        ['', 'Den Grundriss schicke ich verschlüsselt.'],
        ['Content-Type: application/octet-stream; name=plan.pdf.gpg', '', ...pgp],
      ),
    ],
  ])('does not take for encrypted what %s', async (_, lines) => {
    const mail = await read(...outside, ...lines);
    expect(mail.sealed).toBeUndefined();
    expect(mail.text).toMatch(/lesen|Plan|Grundriss/);
  });
});

describe('text that PGP signed is shown without its frame', () => {
  const signature = [
    '-----BEGIN PGP SIGNATURE-----',
    'Version: GnuPG v2',
    '',
    'iQEz',
    '=ab12',
    '-----END PGP SIGNATURE-----',
  ];

  it.each([
    [
      'with the name of the hash',
      ['-----BEGIN PGP SIGNED MESSAGE-----', 'Hash: SHA256', '', 'Hallo,', '- -- ', 'Tina', ...signature],
      'Hallo,\n-- \nTina\n',
    ],
    [
      'without it',
      ['-----BEGIN PGP SIGNED MESSAGE-----', '', 'Der Boiler ist kalt', ...signature],
      'Der Boiler ist kalt\n',
    ],
    [
      'below and above other words',
      [
        'Weitergeleitet:',
        '-----BEGIN PGP SIGNED MESSAGE-----',
        'Hash: SHA1',
        '',
        'Kalt',
        ...signature,
        'Gruß',
      ],
      'Weitergeleitet:\nKalt\nGruß\n',
    ],
    ['cut off before its end', ['-----BEGIN PGP SIGNED MESSAGE-----', '', 'Kalt'], 'Kalt\n'],
  ])('%s', async (_, lines, text) => {
    const mail = await read(...outside, '', ...lines);
    expect(mail.text).toBe(text);
    expect(mail.sealed).toBeUndefined();
  });
});

it('never fails on an envelope, however damaged', async () => {
  const whole = Buffer.from(signedWithoutLengths, 'base64');
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.nat(255),
      fc.nat(whole.length),
      async (at, byte, length) => {
        const damaged = Buffer.from(whole);
        damaged[at] = byte;
        const { result } = await readMail(raw(...outside, ...packed(damaged.subarray(0, length))));
        expect(result).toBe('read');
      },
    ),
    {
      numRuns: 300,
      // A time that is none.
      examples: [[2, 24, 13]],
    },
  );
});
