import { describe, expect, it } from 'vitest';
import { read } from './mail-lines.ts';

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
    ['<=?utf-8?B?YUBiLmRl?=>', []],
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
