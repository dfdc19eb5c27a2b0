/** What goes to the customer next: as it is shown, so it goes. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../domain/lead/command.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { isWaiting } from '../../../domain/lead/list.ts';
import { isOneTimeMail } from '../../../domain/lead/mail-name.ts';
import { type Stage, stageKeys } from '../../../domain/lead/pipeline.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { changeNextMail, lookAhead, type MailWish } from '../../../functions/shared/next-mail.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';

const email = 'erika.muster@example.org';
const id = '0000000001';
const otherId = '0000000002';

const aRequest = (stage: Stage, leadId = id): Lead => {
  const lead = aLeadIn(stage);
  const { asks: _, ...rest } = lead;
  return {
    ...rest,
    id: leadId,
    acknowledgedAt: monday10,
    alertedAt: monday10,
    contact: { ...lead.contact, email },
  };
};

const notReached = (): Lead => when(aRequest('new'), { type: 'note-contact-attempt', reached: false }).lead;

function toldEmergency(): Lead {
  const lead = aRequest('service');
  return { ...lead, unansweredTold: lead.cadence?.generation ?? 1 };
}

async function aWorldOf(...leads: Lead[]): Promise<World> {
  const world = await aWorld({ leads });
  for (const lead of leads) {
    await world.contacts.linkLead({ kind: 'email', value: lead.contact.email ?? '' }, lead.id);
  }
  return world;
}

async function load(world: World, leadId = id): Promise<Lead> {
  const lead = await world.leads.load(leadId);
  if (!lead) throw new Error('The lead is gone');
  return lead;
}

async function wake(world: World, leadId = id): Promise<void> {
  await followUpLead({ leadId, generation: (await load(world, leadId)).generation }, world);
}

/** As the workflow does: each lead is woken when it is due. */
async function passTime(world: World, until: Moment, stop: () => boolean = () => false): Promise<void> {
  for (;;) {
    const leads = await Promise.all([id, otherId].map((one) => world.leads.load(one)));
    const [next] = leads
      .filter((lead) => lead !== undefined)
      .filter(isWaiting)
      .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
    if (!next || next.dueAt > until || stop()) break;
    if (next.dueAt > world.clock.now()) world.clock.set(next.dueAt);
    await wake(world, next.id);
  }
  if (!stop()) world.clock.set(until);
}

const toCustomer = ({ mailer }: World) => mailer.sent.filter(({ to }) => to.includes(email));

async function wish(world: World, type: MailWish['type'], text?: string) {
  const lead = await load(world);
  const key = (await lookAhead(lead, world)).mail?.key ?? 'none';
  const asked = type === 'word-next-mail' ? { type, key, text } : { type, key };
  return changeNextMail(lead, asked as MailWish, 'Anna', world);
}

const change = (world: World, command: Command, by: 'customer' | 'owner' = 'owner', leadId = id) =>
  changeLead(world, leadId, command, { by });

describe('what is shown of the mail that goes out next', () => {
  const anyWish = fc.oneof(
    fc
      .constantFrom(...(['skip-next-mail', 'send-next-mail', 'pause-reminders', 'resume-reminders'] as const))
      .map((type) => ({ type })),
    fc
      .constantFrom(undefined, 'nur kurz: Passt Ihnen der Donnerstag?', 'erste Zeile\n\nzweiter Absatz')
      .map((text) => ({ type: 'word-next-mail' as const, text })),
  );
  const anyCommand: fc.Arbitrary<Command> = fc.constantFrom<Command>(
    { type: 'note-contact-attempt', reached: false },
    { type: 'note-contact-attempt', reached: true, next: 'customer', asks: ['budget', 'timeframe'] },
    { type: 'record-reply', text: 'Ich melde mich noch.' },
    { type: 'record-owner-reply', text: 'Gern.' },
    { type: 'plan-visit', startsAt: '2026-12-03T09:00:00.000Z', durationMinutes: 60 },
    { type: 'cancel-visit' },
    { type: 'postpone', until: '2026-12-07' },
    { type: 'move', to: 'quoted', facts: { quotedCents: 900_000 } },
    { type: 'move', to: 'negotiation' },
    { type: 'move', to: 'won', facts: { finalCents: 900_000 } },
    { type: 'stop' },
    { type: 'mark-read' },
  );
  const anyStep = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 120 }).map((hours) => ({ hours })) },
    { weight: 3, arbitrary: anyWish.map((wanted) => ({ wanted })) },
    { weight: 2, arbitrary: anyCommand.map((command) => ({ command })) },
  );

  test('is what goes out, with this text and at this time; and nothing goes where none was shown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Stage>('new', 'first-contact', 'needs-analysis', 'quoted', 'site-visit'),
        fc.array(anyStep, { maxLength: 8 }),
        async (stage, steps) => {
          const world = await aWorldOf(aRequest(stage));
          await wake(world);
          for (const step of steps) {
            if ('hours' in step) {
              await passTime(world, addDuration(world.clock.now(), `PT${step.hours}H`));
            } else if ('wanted' in step) {
              await wish(world, step.wanted.type, 'text' in step.wanted ? step.wanted.text : undefined);
            } else {
              const by =
                step.command.type === 'record-reply' || step.command.type === 'stop' ? 'customer' : 'owner';
              await change(world, step.command, by);
            }
          }
          const { mail, content, ...shown } = await lookAhead(await load(world), world);
          const before = toCustomer(world).length;
          const isOut = () => toCustomer(world).length > before;
          await passTime(world, addDuration(world.clock.now(), 'P60D'), isOut);
          const [next] = toCustomer(world).slice(before);
          expect(next && { at: next.at, subject: next.subject, text: next.text, html: next.html }).toEqual(
            content && { at: content.at, subject: content.subject, text: content.text, html: content.html },
          );
          if (mail && 'at' in shown) {
            expect(next?.at).toBe(shown.at);
            expect(next?.headers['X-Nachfass-Mail']).toBe(`${id}/${mail.key}`);
          } else expect(shown).toHaveProperty('why');
        },
      ),
      { numRuns: 120 },
    );
  });

  test('knows that another request of the same person was reminded today', async () => {
    const world = await aWorldOf(aRequest('quoted'), aRequest('quoted', otherId));
    world.clock.set('2026-11-26T09:00:00.000Z');
    await wake(world, otherId);
    expect(await lookAhead(await load(world), world)).toMatchObject({ at: '2026-11-27T07:00:00.000Z' });
    await passTime(world, '2026-11-27T07:00:00.000Z');
    expect(toCustomer(world).map(({ at }) => at)).toEqual([
      '2026-11-26T09:00:00.000Z',
      '2026-11-27T07:00:00.000Z',
    ]);
  });

  test.each([
    ['an emergency whose customer was told', () => toldEmergency(), 'emergency'],
    ['a lead that is won', () => aRequest('won'), 'closed'],
    ['a lead that sleeps until its date', () => aRequest('unqualified'), 'asleep'],
    ['a lead whose owner must act', () => aRequest('opportunity'), 'owners-turn'],
    ['a customer who wants no reminders', () => when(aRequest('quoted'), { type: 'stop' }).lead, 'stopped'],
    [
      'a lead put off to a day',
      () => when(aRequest('quoted'), { type: 'postpone', until: '2026-12-07' }).lead,
      'postponed',
    ],
  ] as const)('of %s says why none goes', async (_, lead, why) => {
    const world = await aWorldOf(lead());
    const shown = await lookAhead(await load(world), world);
    expect(shown).toMatchObject({ why });
    expect(shown.content).toBeUndefined();
  });

  test('of an emergency is that nobody has taken it, unless somebody does', async () => {
    const world = await aWorldOf(aRequest('service'));
    expect(await lookAhead(await load(world), world)).toMatchObject({
      mail: { mail: 'emergency-unanswered' },
    });
    await change(world, { type: 'confirm' });
    expect(await lookAhead(await load(world), world)).toMatchObject({ why: 'owners-turn' });
  });
});

describe('a mail that is skipped', () => {
  test('does not go out, and the next one of its rhythm keeps its time', async () => {
    const world = await aWorldOf(notReached());
    expect(await wish(world, 'skip-next-mail')).toMatchObject({ outcome: 'changed' });
    const ahead = await lookAhead(await load(world), world);
    expect(ahead).toMatchObject({ mail: { mail: 'not-reached', number: 2 }, at: '2026-11-30T09:00:00.000Z' });
    await passTime(world, '2026-12-01T09:00:00.000Z');
    expect(toCustomer(world).map(({ at }) => at)).toEqual(['2026-11-30T09:00:00.000Z']);
  });

  test('found late keeps the next one as far behind it as the rhythm says', async () => {
    const world = await aWorldOf(notReached());
    const held = { ...(await load(world)), dueAt: '2026-11-30T09:00:00.000Z' };
    await world.leads.save(held);
    world.clock.set('2026-11-30T08:00:00.000Z');
    await wish(world, 'skip-next-mail');
    const ahead = await lookAhead(await load(world), world);
    expect(ahead).toMatchObject({ mail: { number: 2 }, at: '2026-12-03T08:00:00.000Z' });
  });

  test('as the last one ends the reminders, and the owner decides', async () => {
    const world = await aWorldOf(notReached());
    for (const _ of [1, 2, 3]) await wish(world, 'skip-next-mail');
    await passTime(world, '2027-01-01T09:00:00.000Z');
    expect(toCustomer(world)).toEqual([]);
    expect(await load(world)).toMatchObject({ waitsFor: 'owner', stalledAt: monday10 });
  });

  test('about a visit leaves the customer unreminded of this date alone', async () => {
    const world = await aWorldOf(aRequest('site-visit'));
    await wake(world);
    await wish(world, 'skip-next-mail');
    await passTime(world, '2026-11-26T08:00:00.000Z');
    expect(toCustomer(world).map(({ subject }) => subject)).toHaveLength(1);
    const moved = { type: 'plan-visit', startsAt: '2026-12-03T09:00:00.000Z', durationMinutes: 60 } as const;
    await change(world, moved);
    await passTime(world, '2026-12-03T08:00:00.000Z');
    expect(toCustomer(world)).toHaveLength(3);
  });

  test('cannot be skipped a second time, nor after the customer wrote', async () => {
    const world = await aWorldOf(notReached());
    const lead = await load(world);
    const key = (await lookAhead(lead, world)).mail?.key ?? '';
    await changeNextMail(lead, { type: 'skip-next-mail', key }, 'Anna', world);
    const twice = await changeNextMail(lead, { type: 'skip-next-mail', key }, 'Bert', world);
    expect(twice).toMatchObject({ outcome: 'refused', refusal: { code: 'mail-not-ahead' } });
  });
});

describe('a mail that is to go at once', () => {
  test('goes at once, and the next one keeps its distance', async () => {
    const world = await aWorldOf(notReached());
    expect(await wish(world, 'send-next-mail')).toMatchObject({ outcome: 'changed' });
    await wake(world);
    expect(toCustomer(world).map(({ at }) => at)).toEqual([monday10]);
    await passTime(world, '2026-12-20T09:00:00.000Z');
    expect(toCustomer(world).map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
    ]);
  });

  test('leaves the buttons of earlier mails as they are', async () => {
    const world = await aWorldOf(notReached());
    const { generation } = await load(world);
    await wish(world, 'send-next-mail');
    const tap = await changeLead(
      world,
      id,
      { type: 'move', to: 'negotiation' },
      { by: 'owner', seen: generation },
    );
    expect(tap.outcome).toBe('changed');
  });

  test.each([
    ['two working days after the last one', '2026-11-25T10:00:00.000Z', 'too-soon'],
    ['on a Sunday', '2026-11-29T10:00:00.000Z', 'closed-hours'],
    ['in the evening', '2026-11-27T19:00:00.000Z', 'closed-hours'],
  ] as const)('does not go less than or outside: %s', async (_, at, why) => {
    const world = await aWorldOf(notReached());
    await passTime(world, at);
    expect(toCustomer(world)).toHaveLength(1);
    expect(await wish(world, 'send-next-mail')).toMatchObject({ refusal: { code: 'mail-must-wait', why } });
    await passTime(world, addDuration(at, 'PT12H'));
    expect(toCustomer(world)).toHaveLength(1);
  });

  test('does not go on a day on which another request was reminded', async () => {
    const world = await aWorldOf(notReached(), aRequest('quoted', otherId));
    world.clock.set('2026-11-24T09:00:00.000Z');
    await world.limits.claimReminder(
      { kind: 'email', value: email },
      { leadId: otherId, key: 'g1' },
      world.clock.now(),
      world.company,
    );
    expect(await wish(world, 'send-next-mail')).toMatchObject({
      refusal: { code: 'mail-must-wait', why: 'other-reminded' },
    });
  });
});

describe('a mail in own words', () => {
  const text = 'wir haben Ihnen auf die Mailbox gesprochen.\n\nWann passt es Ihnen?';

  test('says them between greeting and signature, with our footer and the way to stop', async () => {
    const world = await aWorldOf(notReached());
    await wish(world, 'word-next-mail', text);
    await passTime(world, '2026-11-25T09:00:00.000Z');
    const [mail] = toCustomer(world);
    expect(mail?.text).toContain(text);
    expect(mail?.text).toContain('Freundliche Grüße');
    expect(mail?.text).toContain('Amtsgericht');
    expect(mail?.headers['List-Unsubscribe']).toContain('https://anfrage.example');
    expect(await load(world)).not.toHaveProperty('nextMail');
  });

  test('is the one that was worded, and no other', async () => {
    const world = await aWorldOf(notReached());
    await wish(world, 'word-next-mail', text);
    await passTime(world, '2026-11-30T09:00:00.000Z');
    expect(toCustomer(world).map((mail) => mail.text.includes(text))).toEqual([true, false]);
  });

  test('says the standard words again once these are taken back', async () => {
    const world = await aWorldOf(notReached());
    const standard = (await lookAhead(await load(world), world)).content?.text;
    await wish(world, 'word-next-mail', text);
    expect((await lookAhead(await load(world), world)).content?.text).not.toBe(standard);
    await wish(world, 'word-next-mail');
    expect((await lookAhead(await load(world), world)).content?.text).toBe(standard);
    expect(await load(world)).not.toHaveProperty('nextMail');
  });

  test('is forgotten with the data of the request', async () => {
    const world = await aWorldOf(notReached());
    await wish(world, 'word-next-mail', text);
    await change(world, { type: 'erase' });
    expect(JSON.stringify(await load(world))).not.toContain('Mailbox');
  });
});

describe('a mail that is being sent', () => {
  const key = 'g3#not-reached#1';
  const claim = { leadId: id, key, to: 'customer' } as const;

  test.each(['skip-next-mail', 'word-next-mail', 'send-next-mail'] as const)(
    'takes no %s any more, and it is said',
    async (type) => {
      const world = await aWorldOf(notReached());
      expect((await lookAhead(await load(world), world)).mail?.key).toBe(key);
      await world.mailLog.claim(claim, world.clock.now());
      expect(await lookAhead(await load(world), world)).toMatchObject({ underWay: true });
      expect(await wish(world, type, 'zu spät')).toMatchObject({ refusal: { code: 'mail-under-way' } });
    },
  );

  /** Something is done between the look of the follow-up at the lead and its claim of the mail. */
  async function wakeWhile(world: World, act: () => Promise<{ readonly outcome: string }>): Promise<void> {
    const { claimReminder } = world.limits;
    let outcome: string | undefined;
    const limits = {
      ...world.limits,
      claimReminder: async (...asked: Parameters<typeof claimReminder>) => {
        outcome ??= (await act()).outcome;
        return claimReminder(...asked);
      },
    };
    await followUpLead({ leadId: id, generation: (await load(world)).generation }, { ...world, limits });
    expect(outcome).toBe('changed');
  }

  test('does not go if it was skipped before it was claimed, and counts as no reminder', async () => {
    const world = await aWorldOf(notReached());
    world.clock.set('2026-11-25T09:00:00.000Z');
    await wakeWhile(world, () => wish(world, 'skip-next-mail'));
    expect(toCustomer(world)).toEqual([]);
    expect(await world.mailLog.list(id)).toEqual([]);
    expect(await world.limits.listReminders({ kind: 'email', value: email }, world.clock.now())).toEqual([]);
    expect((await load(world)).cadence).toMatchObject({ sent: 1 });
  });

  test('says what was written before it was claimed', async () => {
    const world = await aWorldOf(notReached());
    world.clock.set('2026-11-25T09:00:00.000Z');
    await wakeWhile(world, () => wish(world, 'word-next-mail', 'gerade noch geändert'));
    expect(toCustomer(world)[0]?.text).toContain('gerade noch geändert');
  });
});

describe('reminders that the business has stopped', () => {
  test('remind the owner instead, until the customer is to be reminded again', async () => {
    const world = await aWorldOf(notReached());
    await wish(world, 'pause-reminders');
    expect(await lookAhead(await load(world), world)).toMatchObject({ why: 'paused' });
    await passTime(world, '2026-11-26T17:00:00.000Z');
    expect(toCustomer(world)).toEqual([]);
    expect((await load(world)).timeline.map(({ type }) => type)).toContain('owner-chased');
    await wish(world, 'resume-reminders');
    await passTime(world, '2026-12-08T09:00:00.000Z');
    expect(toCustomer(world).length).toBeGreaterThan(0);
  });

  test.each([...stageKeys])(
    'have the owner reminded of a request in %s, whenever they are stopped',
    async (stage) => {
      const world = await aWorldOf(aRequest(stage));
      for (let mails = 0; mails < 4; mails++) {
        const lead = await load(world);
        const ahead = await lookAhead(lead, world);
        if (!ahead.mail) break;
        if (!isOneTimeMail(ahead.mail.mail)) {
          const paused = when(lead, { type: 'pause-reminders' }, { now: world.clock.now() }).lead;
          const { mail, ownerAt } = await lookAhead(paused, world);
          expect(mail).toBeUndefined();
          expect(ownerAt).toBeDefined();
        }
        await passTime(world, ahead.at);
      }
    },
  );

  test('keep no confirmation of a visit from the customer', async () => {
    const world = await aWorldOf(notReached());
    await wish(world, 'pause-reminders');
    await change(world, { type: 'plan-visit', startsAt: '2026-12-03T09:00:00.000Z', durationMinutes: 60 });
    await wake(world);
    expect(toCustomer(world)).toHaveLength(1);
  });
});
