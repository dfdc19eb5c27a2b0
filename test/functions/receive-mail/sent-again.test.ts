/** An answer that is sent once more, from another device or with "erneut senden", was said once. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../domain/lead/command.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { MailRejectedError } from '../../../domain/ports/errors.ts';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { monday10 } from '../../support/a-walk.ts';
import type { World } from '../../support/a-world.ts';
import { erika, load, owner, receive, sentTo, withErika } from './a-mailbox.ts';

let id = 0;
interface Said {
  readonly text: string;
  readonly from?: string;
  readonly subject?: string;
  readonly files?: Record<string, { contentType: string; content: string }>;
}
const say = (world: World, to: string, { text, from = owner, subject = 'Re: Neue Anfrage', files }: Said) =>
  receive(
    world,
    aRawMail({
      headers: { From: from, To: to, Subject: subject, 'Message-ID': `<again-${++id}@device.test>` },
      text,
      ...(files && { files }),
    }),
    { envelopeFrom: from },
  );
const minutesLater = (world: World, minutes: number) => world.clock.set(addMinutes(monday10, minutes));

async function withDigest() {
  const { world, lead } = await withErika('opportunity');
  const date = '2026-11-23';
  await world.digestLog.claim(date, monday10, [lead.id]);
  await world.digestLog.markSent(date, monday10);
  const count = async (type: string) =>
    (await load(world, lead.id)).timeline.filter((event) => event.type === type).length;
  return { world, lead, count, digest: world.replyAddresses.sign(`digest-${date}`) };
}

describe('the owner answers a customer', () => {
  const text = 'Guten Tag Frau Muster, wir kommen am Donnerstag.';

  test.each<[string, Said]>([
    ['with "erneut senden"', { text }],
    ['from the phone', { text: `${text}\n\nVon meinem iPhone gesendet`, subject: 'AW: Neue Anfrage' }],
    ['broken into other lines', { text: text.replace('wir ', 'wir\n'), subject: 'Re: AW: Neue Anfrage' }],
    ['above what he answers', { text: `${text}\n\nAm 23.11.2026 um 09:00 schrieb Muster:\n> Neue Anfrage` }],
  ])('and again %s: the customer hears it once', async (_, again) => {
    const { world, lead, address } = await withErika('new');
    await say(world, address, { text });
    minutesLater(world, 3);
    const record = await say(world, address, again);
    expect(record).toMatchObject({ outcome: 'reply-appended', leadId: lead.id });
    expect(sentTo(world, erika)).toHaveLength(1);
    const replies = (await load(world, lead.id)).timeline.filter(({ type }) => type === 'owner-replied');
    expect(replies).toHaveLength(1);
  });

  test.each<[string, Said, number]>([
    ['with other words', { text: 'Guten Tag Frau Muster, wir kommen am Freitag.' }, 3],
    ['with a file', { text, files: { 'plan.pdf': { contentType: 'application/pdf', content: '%PDF' } } }, 3],
    ['to something else', { text, subject: 'Re: Ihre Frage zum Angebot' }, 3],
    ['an hour later', { text }, 60],
  ])('and once more %s: that goes out too', async (_, again, minutes) => {
    const { world, address } = await withErika('new');
    await say(world, address, { text });
    minutesLater(world, minutes);
    await say(world, address, again);
    expect(sentTo(world, erika)).toHaveLength(2);
  });

  test('what did not go out goes out when it is sent again', async () => {
    const { world, address } = await withErika('new');
    world.mailer.failNext(new MailRejectedError('554', 'content'));
    await say(world, address, { text });
    expect(sentTo(world, erika)).toHaveLength(0);
    for (const minutes of [2, 4]) {
      minutesLater(world, minutes);
      await say(world, address, { text });
    }
    expect(sentTo(world, erika)).toHaveLength(1);
  });

  test('what nothing proved to be his keeps nothing back that is', async () => {
    const { world, address } = await withErika('new');
    const gray = { spam: 'pass', virus: 'pass', spf: 'gray', dkim: 'gray', dmarc: 'gray' } as const;
    const headers = { From: owner, To: address, Subject: 'Re: Neue Anfrage' };
    const raw = (messageId: string) => aRawMail({ headers: { ...headers, 'Message-ID': messageId }, text });
    await receive(world, raw('<unproven@x.test>'), { envelopeFrom: owner, verdicts: gray });
    await receive(world, raw('<proven@x.test>'), { envelopeFrom: owner });
    expect(sentTo(world, erika)).toHaveLength(1);
  });
});

describe('the owner answers the digest', () => {
  test('four times within seconds: one call in vain, and one report', async () => {
    const { world, digest, count } = await withDigest();
    for (let times = 0; times < 4; times++) await say(world, digest, { text: '1 nicht erreicht' });
    expect(await count('contact-attempted')).toBe(1);
    expect(sentTo(world, owner)).toHaveLength(1);
  });

  test.each([
    ['an hour later', 60],
    ['the next day', 24 * 60],
  ])('and %s with the same words: a second call in vain', async (_, minutes) => {
    const { world, digest, count } = await withDigest();
    await say(world, digest, { text: '1 nicht erreicht' });
    minutesLater(world, minutes);
    await say(world, digest, { text: '1 nicht erreicht' });
    expect(await count('contact-attempted')).toBe(2);
    expect(sentTo(world, owner)).toHaveLength(2);
  });

  test('and corrects himself twice: the last word counts', async () => {
    const { world, lead, digest } = await withDigest();
    for (const [minute, cents] of [9000, 8000, 9000].entries()) {
      minutesLater(world, minute);
      await say(world, digest, { text: `1 Wert ${cents}` });
    }
    expect(await load(world, lead.id)).toMatchObject({ valueCents: 900_000 });
  });
});

test.each<[string, string, number]>([
  ['the same', 'Ja, Donnerstag passt uns.', 1],
  ['something else', 'Nein, Donnerstag passt uns nicht.', 2],
])('the customer answers twice, the second time %s', async (_, second, replies) => {
  const { world, lead, address } = await withErika();
  const mail = { from: erika, subject: 'Re: Ihr Angebot' };
  await say(world, address, { ...mail, text: 'Ja, Donnerstag passt uns.' });
  minutesLater(world, 5);
  await say(world, address, { ...mail, text: second });
  const { timeline } = await load(world, lead.id);
  expect(timeline.filter(({ type }) => type === 'customer-replied')).toHaveLength(replies);
});

describe('a line comes again after the owner changed it on a page', () => {
  const page = async (world: World, leadId: string, command: Command) => {
    const change = await changeLead(world, leadId, command, { by: 'owner' });
    expect(change.outcome).toBe('changed');
  };
  const friday = '2026-11-27T09:00:00.000Z';
  const thursday = '2026-11-26T13:00:00.000Z';

  test.each<[string, string, Command, Partial<Lead>]>([
    [
      'the visit was moved',
      '1 Besichtigung Do 14 Uhr',
      { type: 'plan-visit', startsAt: friday, durationMinutes: 60 },
      { visit: expect.objectContaining({ startsAt: friday }) },
    ],
    [
      'the value was mended',
      '1 Wert 9000',
      { type: 'set-value', valueCents: 700_000 },
      { valueCents: 700_000 },
    ],
    [
      'it is to come back on another day',
      '1 später 15.1.',
      { type: 'postpone', until: '2026-12-01' },
      { postponedUntil: '2026-12-01' },
    ],
    [
      'the lost one was opened again',
      '1 verloren zu teuer',
      { type: 'move', to: 'negotiation', facts: { quotedCents: 900_000 } },
      { stage: 'negotiation' },
    ],
  ])('%s: he is asked back, and nothing changes', async (_, text, command, standing) => {
    const { world, lead, digest } = await withDigest();
    minutesLater(world, 1);
    await say(world, digest, { text });
    minutesLater(world, 10);
    await page(world, lead.id, command);
    const before = (await load(world, lead.id)).timeline.length;
    minutesLater(world, 40);
    await say(world, digest, { text });
    expect(await load(world, lead.id)).toMatchObject(standing);
    expect((await load(world, lead.id)).timeline).toHaveLength(before);
    expect(sentTo(world, owner).at(-1)?.text.replace(/\s+/g, ' ')).toContain(
      'Inzwischen hat sich bei dieser Anfrage etwas getan',
    );
  });

  test('another date than before counts', async () => {
    const { world, lead, digest } = await withDigest();
    minutesLater(world, 1);
    await say(world, digest, { text: '1 Besichtigung Do 14 Uhr' });
    await page(world, lead.id, { type: 'plan-visit', startsAt: friday, durationMinutes: 60 });
    minutesLater(world, 40);
    await say(world, digest, { text: '1 Besichtigung Mo 30.11. 8 Uhr' });
    expect((await load(world, lead.id)).visit?.startsAt).toBe('2026-11-30T07:00:00.000Z');
  });

  test('what he changed in another line he may take back', async () => {
    const { world, lead, digest } = await withDigest();
    for (const [index, time] of ['Do 14 Uhr', 'Fr 10 Uhr', 'Do 14 Uhr'].entries()) {
      minutesLater(world, 1 + index * 30);
      await say(world, digest, { text: `1 Besichtigung ${time}` });
    }
    expect((await load(world, lead.id)).visit?.startsAt).toBe(thursday);
  });

  test('what was changed before the digest that he answers, he knew', async () => {
    const { world, lead } = await withDigest();
    for (const startsAt of [thursday, friday]) {
      minutesLater(world, startsAt === friday ? 5 : 1);
      await page(world, lead.id, { type: 'plan-visit', startsAt, durationMinutes: 60 });
    }
    minutesLater(world, 24 * 60);
    const date = '2026-11-24';
    await world.digestLog.claim(date, world.clock.now(), [lead.id]);
    await world.digestLog.markSent(date, world.clock.now());
    minutesLater(world, 25 * 60);
    await say(world, world.replyAddresses.sign(`digest-${date}`), { text: '1 Besichtigung Do 14 Uhr' });
    expect((await load(world, lead.id)).visit?.startsAt).toBe(thursday);
  });
});
