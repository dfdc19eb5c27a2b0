import fc from 'fast-check';
import { type ParsedMail, simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { composeMime } from '../../../adapters/ses/compose-mime.ts';
import type { OutgoingMail } from '../../../domain/ports/mailer.ts';
import { anOutgoingMail } from '../../support/an-outgoing-mail.ts';

const mail = anOutgoingMail({
  from: { name: 'Müller & Söhne, Haustechnik', address: 'anfrage@mail.muster.example' },
  subject: 'Ihre Anfrage bei Müller – größer, schöner [7K2M9QX4TD] 🚨',
  text: 'Grüße aus Österreich: 8.500\u00A0€\nZweite Zeile\n',
  html: '<p>Grüße aus Österreich: 8.500\u00A0€</p>',
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Nachfass': '7K2M9QX4TD' },
  at: '2026-11-23T08:00:05.000Z',
});

const calendar = {
  method: 'REQUEST' as const,
  content: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Besichtigung bei Müller\r\nEND:VCALENDAR\r\n',
};

async function composed(overrides: Partial<OutgoingMail> = {}): Promise<{ raw: string; parsed: ParsedMail }> {
  const bytes = Buffer.from(await composeMime({ ...mail, ...overrides }));
  return { raw: bytes.toString('latin1'), parsed: await simpleParser(bytes) };
}

/** The names of the message's own headers, unfolded. */
function headerNames(raw: string): string[] {
  const [head = ''] = raw.split('\r\n\r\n');
  return head
    .split(/\r\n(?![ \t])/)
    .map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
    .sort();
}

describe('a composed mail', () => {
  test('keeps umlauts, money and emoji in subject, names, text and HTML', async () => {
    const { parsed } = await composed();
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.from?.value).toEqual([
      { name: 'Müller & Söhne, Haustechnik', address: 'anfrage@mail.muster.example' },
    ]);
    expect(parsed.text).toBe(mail.text);
    expect(parsed.html).toBe(mail.html);
  });

  test('carries the date of the business clock, the reply address and its headers', async () => {
    const { parsed } = await composed();
    expect(parsed.date?.toISOString()).toBe('2026-11-23T08:00:05.000Z');
    expect(parsed.replyTo?.text).toBe('anfrage@muster.example');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.headers.get('x-nachfass')).toBe('7K2M9QX4TD');
  });

  test('offers text first and HTML as the richer alternative, in 7-bit lines that end in CRLF', async () => {
    const { raw } = await composed();
    expect(raw).toMatch(/^Content-Type: multipart\/alternative/m);
    expect(raw.indexOf('text/plain')).toBeLessThan(raw.indexOf('text/html'));
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n\x80-\xff]/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThan(998);
  });

  test('shows an invitation as an alternative and as a file', async () => {
    const { raw, parsed } = await composed({ calendar });
    expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/m);
    const file = parsed.attachments.find(({ filename }) => filename === 'termin.ics');
    expect(file?.content.toString('utf8')).toBe(calendar.content);
    expect(file?.contentType).toBe('text/calendar');
  });

  test('keeps a stop link whole, however long it is', async () => {
    const url = `https://anfrage.muster.example/a/${'x'.repeat(400)}.${'y'.repeat(43)}`;
    const { raw } = await composed({
      headers: { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    });
    const headers = raw.replace(/\r\n[ \t]/g, ' ').split('\r\n');
    expect(headers).toContain(`List-Unsubscribe: <${url}>`);
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });
});

describe('what strangers type', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'Erika\r\nBcc: victim@example.org',
      'Erika\nSubject: Gewonnen!\n\n<h1>Hallo</h1>',
      'Erika\u2028Bcc: victim@example.org',
      'a@b.example>, <victim@example.org',
      '=?utf-8?Q?=0D=0ABcc:_victim@example.org?=',
      '"; filename="x.exe',
      '--_NmP-boundary--',
    ),
  );

  test('adds no header, no receiver and no part, wherever it is put', async () => {
    const { raw } = await composed();
    const expected = headerNames(raw);
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, async (name, subject, value) => {
        const { raw: attacked, parsed } = await composed({
          from: { name, address: mail.from.address },
          subject: `Anfrage ${subject} [7K2M9QX4TD]`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Nachfass': `x${value}` },
          text: `Von ${name}:\n${value}\n.\nEnde`,
          html: '<p>Ende</p>',
        });
        expect(headerNames(attacked)).toEqual(expected);
        expect(parsed.to).toMatchObject({ value: [{ address: 'erika@example.org' }] });
        expect(parsed.from?.value.map(({ address }) => address)).toEqual([mail.from.address]);
        expect([parsed.cc, parsed.bcc, parsed.attachments]).toEqual([undefined, undefined, []]);
        expect(parsed.html).toBe('<p>Ende</p>');
        expect(parsed.subject).toMatch(/^Anfrage .*\[7K2M9QX4TD\]$/u);
      }),
      { numRuns: 200 },
    );
  });

  test('in an address does not become a second one', async () => {
    const { parsed } = await composed({ to: ['erika@example.org, victim@example.org'] });
    const receivers = [parsed.to ?? []].flat().flatMap(({ value }) => value);
    expect(receivers).toHaveLength(1);
    expect(receivers[0]?.address).not.toBe('victim@example.org');
  });
});
