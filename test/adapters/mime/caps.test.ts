import { describe, expect, it } from 'vitest';
import { type ReadMail, readMail } from '../../../adapters/mime/read-mail.ts';
import { raw, read } from './mail-lines.ts';

function reasonOf(result: ReadMail): string {
  return result.result === 'read' ? '' : result.reason;
}

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
