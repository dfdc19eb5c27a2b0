import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileSenders } from '../../support/hostile-senders.ts';
import { read } from './mail-lines.ts';

const readFrom = (...values: string[]) =>
  read('Subject: Bad', ...values.map((value) => `From: ${value}`), '', 'x');

describe('who a mail says it is from', () => {
  test.each([
    ['erika@web.test', { address: 'erika@web.test' }],
    ['<erika@web.test>', { address: 'erika@web.test' }],
    ['Erika Muster <Erika@Web.TEST>', { name: 'Erika Muster', address: 'erika@web.test' }],
    ['Müller, Jörg <a@b.test>', { name: 'Müller, Jörg', address: 'a@b.test' }],
    ['"Müller, Jörg" <a@b.test>', { name: 'Müller, Jörg', address: 'a@b.test' }],
    ['=?utf-8?Q?M=C3=BCller,_J=C3=B6rg?= <a@b.test>', { name: 'Müller, Jörg', address: 'a@b.test' }],
    [
      '=?utf-8?Q?M=C3=BCller?=,\r\n =?utf-8?Q?J=C3=B6rg?= <a@b.test>',
      { name: 'Müller, Jörg', address: 'a@b.test' },
    ],
    ['"erika@web.test" <erika@web.test>', { address: 'erika@web.test' }],
    ['erika@web.test <erika@web.test>', { address: 'erika@web.test' }],
    ["'Erika@web.test' <erika@web.test>", { address: 'erika@web.test' }],
    ['erika@web.test (Erika Muster)', { name: 'Erika Muster', address: 'erika@web.test' }],
    ['Erika <erika@web.test> (privat)', { name: 'Erika', address: 'erika@web.test' }],
    ['"Erika \\"Eri\\" Muster" <erika@web.test>', { name: 'Erika "Eri" Muster', address: 'erika@web.test' }],
    ['[EXTERN] Erika <erika@web.test>', { name: '[EXTERN] Erika', address: 'erika@web.test' }],
    ['Firma: Müller <a@b.test>', { name: 'Firma: Müller', address: 'a@b.test' }],
    ['"Maler@Work" <info@maler.test>', { name: 'Maler@Work', address: 'info@maler.test' }],
    ["Erika <o'neill+bad@web.test>,", { name: 'Erika', address: "o'neill+bad@web.test" }],
    ['a@XN--MLLER-KVA.test', { address: 'a@müller.test' }],
  ])('is clear: %s', async (value, sender) => {
    const mail = await readFrom(value);
    expect(mail.from).toEqual([sender]);
    expect(mail.fromUnclear).toBe(false);
  });

  test.each([
    ['"erika@web.test"', 'erika@web.test'],
    ['=?utf-8?B?ZXJpa2FAd2ViLnRlc3Q=?=', 'erika@web.test'],
    ['<=?utf-8?B?ZXJpa2FAd2ViLnRlc3Q=?=>', 'erika@web.test'],
    ['"Erika Muster <erika@web.test>', 'erika@web.test'],
    ["'erika@web.test'", 'erika@web.test'],
  ])('has no address, and one to answer to: %s', async (value, address) => {
    const mail = await readFrom(value);
    expect(mail.from).toEqual([]);
    expect(mail.fromUnclear).toBe(true);
    expect(mail.fromHint).toEqual({ address });
  });

  test.each(['Erika', '"a@b.test" "c@d.test"', '"opfer@web.test" <"x"@evil.example>', '<>', ''])(
    'has no address, and none to answer to: %s',
    async (value) => {
      const mail = await readFrom(value);
      expect(mail.from).toEqual([]);
      expect(mail).not.toHaveProperty('fromHint');
    },
  );

  test('a mail without From is not unclear: it says nothing', async () => {
    const mail = await read('Subject: x', '', 'x');
    expect([mail.from, mail.fromUnclear]).toEqual([[], false]);
  });
});

describe('a hostile From is never the clear address of the victim', () => {
  const victim = 'chef@muster-haustechnik.example';
  test.each(hostileSenders(victim))('$trick', async ({ from, clear = false }) => {
    const mail = await readFrom(...from);
    expect(mail.fromUnclear).toBe(!clear);
    if (clear) expect(mail.from.map(({ address }) => address)).not.toContain(victim);
  });
});

describe('an address that stands only in a name or a comment', () => {
  const victim = 'chef@firma.example';
  const special = fc.constantFrom(
    ...'"\\()<>,;:@ =?!\t',
    victim,
    `<${victim}>`,
    `"${victim}"`,
    '=?utf-8?Q?',
    '?=',
    'ä',
    '\0',
  );
  const noise = fc
    .array(fc.oneof(special, fc.string({ maxLength: 4 })), { maxLength: 12 })
    .map((parts) => parts.join(''));
  const escaped = (text: string) => text.replace(/[\\"]/g, '\\$&');
  const escapedComment = (text: string) => text.replace(/[\\()]/g, '\\$&');
  const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

  test.each<[string, (text: string) => string]>([
    ['a quoted name', (text) => `"${escaped(text)}" <mallory@evil.example>`],
    ['an encoded name', (text) => `${encoded(text)} <mallory@evil.example>`],
    ['a comment', (text) => `(${escapedComment(text)}) <mallory@evil.example>`],
    ['a comment behind', (text) => `mallory@evil.example (${escapedComment(text)})`],
    [
      'a quoted name and comment',
      (text) => `"${escaped(text)}" (${escapedComment(text)}) <mallory@evil.example>`,
    ],
  ])('is never whom the mail is from: %s', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(noise, noise, async (one, other) => {
        const text = `${one}${victim}${other}`.replace(/[\r\n]/g, ' ');
        const mail = await readFrom(write(text));
        expect(mail.from.map(({ address }) => address)).toEqual(['mallory@evil.example']);
      }),
      { numRuns: 300 },
    );
  });

  test('whatever stands around it, a clear From is one address in one pair of brackets, or bare', async () => {
    await fc.assert(
      fc.asyncProperty(noise, noise, async (one, other) => {
        const value = `${one}${victim}${other}`.replace(/[\r\n]/g, ' ');
        const { from, fromUnclear } = await readFrom(value);
        if (fromUnclear) return;
        expect(from).toHaveLength(1);
        const address = from[0]?.address ?? '';
        expect(value.toLowerCase()).toContain(address);
      }),
      { numRuns: 1_000 },
    );
  });

  test('a megabyte of brackets and quotes takes no time', async () => {
    for (const piece of ['<', '"', '(', '\\', '@', 'a@', 'a@b.c,', ':;', '=?x?', '=?utf-8?q?a?= ']) {
      const mail = await readFrom(piece.repeat(1_000_000 / piece.length));
      expect(mail.from.length).toBeLessThan(64_000);
    }
  });
});
