import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf7 } from '../../../adapters/mime/utf-7.ts';
import { latin1, read } from './mail-lines.ts';

describe('UTF-7', () => {
  it.each(['utf-7', 'UTF-7', 'unicode-1-1-utf-7', 'x-unicode-2-0-utf-7', 'csUnicode11UTF7'])(
    'is read in the text and in the subject of a mail labelled %s',
    async (label) => {
      const mail = await read(
        'From: J+APY-rg <joerg+privat-@web.test>',
        'To: <anfrage+AOQ-@betrieb.test>',
        'Message-ID: <a+AOQ-b@web.test>',
        'Subject: B+AOQ-der f+APw-r zwei',
        `Content-Type: text/plain; charset=${label}`,
        '',
        'Der Heizk+APY-rper wird nicht hei+AN8 und kostet 80 +IKw-. 3 +- 4',
      );
      expect(mail).toMatchObject({
        subject: 'Bäder für zwei',
        text: 'Der Heizkörper wird nicht heiß und kostet 80 €. 3 + 4\n',
        from: [{ name: 'Jörg', address: 'joerg+privat-@web.test' }],
        to: [{ address: 'anfrage+aoq-@betrieb.test' }],
        messageId: 'a+AOQ-b@web.test',
      });
    },
  );

  it('is read in encoded words', async () => {
    expect(
      (await read('Subject: =?utf-7?Q?B+AOQ-der?= im =?unicode-1-1-utf-7?B?K0FQdy1iZXJibGljaw==?=', '', 'x'))
        .subject,
    ).toBe('Bäder im überblick');
  });

  it.each(['text/plain', 'text/plain; charset=us-ascii', 'text/plain; charset=utf-8'])(
    'is not guessed in a mail of %s',
    async (type) => {
      const mail = await read('Subject: B+AOQ-der', `Content-Type: ${type}`, '', 'Teil A+AOQ-B');
      expect(mail).toMatchObject({ subject: 'B+AOQ-der', text: 'Teil A+AOQ-B\n' });
    },
  );

  it.each(['C++ und Java', '+49171555', '+491715550111', 'a+b', 'plus + minus', '+', '+A-'])(
    'leaves %s alone, which is none',
    (text) => {
      expect(decodeUtf7(text)).toBe(text);
    },
  );

  it('gives back every text that was written in it', () => {
    const write = (text: string) =>
      text.replace(
        /[^A-Za-z0-9 '(),.:?\n-]+/g,
        (run) => `+${Buffer.from(run, 'utf16le').swap16().toString('base64').replace(/=+$/, '')}-`,
      );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        // Runs of digits alone are telephone numbers to us; no writing comes out as one.
        fc.pre(!/\+\d+-/.test(write(text)));
        expect(decodeUtf7(write(text))).toBe(text);
      }),
    );
  });
});

describe('charsets of old programs', () => {
  it.each([
    ['ibm850', Buffer.from([0x84, 0x94, 0x81, 0xe1]), 'äöüß'],
    ['cp850', Buffer.from([0x8e, 0x99, 0x9a]), 'ÄÖÜ'],
    ['CP-850', Buffer.from([0x84]), 'ä'],
    ['850', Buffer.from([0x84]), 'ä'],
    ['cp858', Buffer.from([0x84, 0xd5]), 'ä€'],
    ['IBM437', Buffer.from([0x84, 0x94, 0x81, 0xe1]), 'äöüß'],
    ['macintosh', Buffer.from([0x8a, 0x9a, 0x9f, 0xa7]), 'äöüß'],
    ['x-mac-roman', Buffer.from([0x8a]), 'ä'],
    ['MacRoman', Buffer.from([0x8a]), 'ä'],
    ['Cp1250', Buffer.from([0x9a, 0xe8]), 'šč'],
    ['windows1250', Buffer.from([0x9a]), 'š'],
    ['ISO8859_15', Buffer.from([0xa4]), '€'],
    ['iso-8859-15-windows-latin-9', Buffer.from([0xa4]), '€'],
    ['iso-8859-1-windows-3.1-latin-1', latin1('Größe'), 'Größe'],
    ['ansi_x3.4', latin1('Größe'), 'Größe'],
    ['utf8mb4', Buffer.from('Größe'), 'Größe'],
    ['ibm850', Buffer.from('Größe'), 'Größe'],
  ])('reads %s', async (label, bytes, text) => {
    const mail = await read(`Content-Type: text/plain; charset="${label}"`, '', bytes);
    expect(mail.text.trim()).toBe(text);
  });
});
