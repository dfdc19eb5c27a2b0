/** Addresses that are refused one after the other: the owner hears of each, and no execution works without end. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { MailRejectedError } from '../../../domain/ports/errors.ts';
import type { OutgoingMail } from '../../../domain/ports/mailer.ts';
import { addDuration, addMinutes } from '../../../domain/time/local-time.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';

const owner = 'chef@muster-haustechnik.example';
const { id, request } = aLead();

/** Refuses every mail to an address that begins so. */
function refusing(world: World, begins: string) {
  const mailer = {
    ...world.mailer,
    send: (mail: OutgoingMail) =>
      mail.to.some((address) => address.startsWith(begins))
        ? Promise.reject(new MailRejectedError("SES, InvalidParameterValue: Missing final '@domain'"))
        : world.mailer.send(mail),
  };
  return { ...world, mailer };
}

async function stored(world: World): Promise<Lead> {
  const lead = await world.leads.load(id);
  if (!lead) throw new Error('The lead is gone');
  return lead;
}

async function follow(deps: World) {
  return followUpLead({ leadId: id, generation: (await stored(deps)).generation }, deps);
}

const keys = ({ timeline }: Lead) => timeline.flatMap((event) => ('key' in event ? [event.key] : []));

const chases = ({ timeline }: Lead) =>
  timeline.filter((event) => event.type === 'owner-chased' && event.cadence === 'bounced');

/** The ways by which a lead gets another address. */
const ways = {
  'the owner enters it': (deps: World, email: string) =>
    changeLead(deps, id, { type: 'set-details', details: { email } }, { by: 'owner' }),
  'the customer sends the form once more': (deps: World, email: string) =>
    changeLead(
      deps,
      id,
      { type: 'resubmit', contact: { email, language: 'de' }, request },
      { by: 'customer' },
    ),
};

describe.each(Object.entries(ways))('%s', (_, enter) => {
  test.each([1, 2, 3, 4, 5])('and %i in a row are refused: the owner is told each time', async (count) => {
    const world = await aWorld({ leads: [aLead()] });
    const deps = refusing(world, 'falsch');
    await follow(deps);
    const start = (await stored(world)).timeline.length;
    for (let index = 1; index <= count; index++) {
      // A visit is planned, so that there is something to send to each.
      world.clock.set(addMinutes(world.clock.now(), 10));
      await enter(deps, `falsch${index}@kunde.example`);
      const visit = { startsAt: addDuration(monday10, `P${10 + index}D`), durationMinutes: 60 };
      await changeLead(deps, id, { type: 'plan-visit', ...visit }, { by: 'owner' });
      expect(await follow(deps)).toMatchObject({ outcome: 'wait' });
      expect(await stored(world)).toMatchObject({ mailsStopped: 'bounced', cadence: { name: 'bounced' } });
    }
    const lead = await stored(world);
    expect(chases(lead)).toHaveLength(count);
    expect(new Set(keys(lead)).size).toBe(keys(lead).length);
    // One refusal tells enough: what else was due to that address is not tried.
    expect(lead.timeline.slice(start).filter(({ type }) => type === 'mail-rejected')).toHaveLength(count);
  });

  test('and the last one is right: mails go on, and the owner is no longer told to phone because of it', async () => {
    const world = await aWorld({ leads: [aLead()] });
    const deps = refusing(world, 'falsch');
    await enter(deps, 'falsch@kunde.example');
    await follow(deps);
    await enter(deps, 'richtig@kunde.example');
    await follow(deps);
    const lead = await stored(world);
    expect(lead.mailsStopped).toBeUndefined();
    expect(lead.cadence?.name).toBe('new');
    expect(world.mailer.sent.filter((mail) => mail.to.includes('richtig@kunde.example'))).toHaveLength(1);
  });

  test('and an appointment that was never confirmed is confirmed there, once', async () => {
    const world = await aWorld({ leads: [aLead({ acknowledgedAt: monday10 })] });
    const deps = refusing(world, 'falsch');
    await enter(deps, 'falsch@kunde.example');
    const visit = { startsAt: addDuration(monday10, 'P10D'), durationMinutes: 60 };
    await changeLead(deps, id, { type: 'plan-visit', ...visit }, { by: 'owner' });
    await follow(deps);
    await enter(deps, 'richtig@kunde.example');
    await follow(deps);
    await follow(deps);
    const mails = world.mailer.sent.filter((mail) => mail.to.includes('richtig@kunde.example'));
    expect(mails.filter(({ calendar }) => calendar)).toHaveLength(1);
  });

  test('and it is the same one, which is taken now', async () => {
    const world = await aWorld({
      leads: [aLead({ contact: { email: 'falsch@kunde.example', language: 'de' } })],
    });
    await follow(refusing(world, 'falsch'));
    expect(await stored(world)).toMatchObject({ mailsStopped: 'bounced' });
    const change = await enter(world, 'falsch@kunde.example');
    expect(change.outcome).toBe('changed');
    await follow(world);
    expect((await stored(world)).mailsStopped).toBeUndefined();
    expect(world.mailer.sent.filter((mail) => mail.to.includes('falsch@kunde.example'))).toHaveLength(1);
  });

  test('and it is the same one, of which SES said that it bounced', async () => {
    const email = 'erika.muster@example.org';
    const world = await aWorld({ leads: [aLead()] });
    await follow(world);
    world.clock.set(addMinutes(monday10, 5));
    await world.contacts.suppress({ kind: 'email', value: email }, 'bounced', world.clock.now());
    await changeLead(world, id, { type: 'record-bounce', email }, { by: 'system' });
    await follow(world);
    world.clock.set(addMinutes(monday10, 60));
    await enter(world, email);
    await follow(world);
    expect((await stored(world)).mailsStopped).toBeUndefined();
    expect((await world.contacts.load({ kind: 'email', value: email }))?.suppressed).toBeUndefined();
    expect(world.mailer.sent.filter((mail) => mail.to.includes(email))).toHaveLength(2);
    // It bounces once more: that ends it again.
    world.clock.set(addMinutes(monday10, 65));
    await world.contacts.suppress({ kind: 'email', value: email }, 'bounced', world.clock.now());
    await changeLead(world, id, { type: 'record-bounce', email }, { by: 'system' });
    await follow(world);
    expect((await stored(world)).mailsStopped).toBe('bounced');
  });

  test.each(['complained', 'stopped'] as const)(
    'but whoever %s is not written to because of it',
    async (why) => {
      const email = 'erika.muster@example.org';
      const world = await aWorld({ leads: [aLead()] });
      await follow(world);
      const command =
        why === 'stopped' ? { type: 'stop' as const } : { type: 'record-complaint' as const, email };
      await changeLead(world, id, command, { by: 'system' });
      await follow(world);
      const before = world.mailer.sent.filter((mail) => mail.to.includes(email)).length;
      await enter(world, email);
      await follow(world);
      expect((await stored(world)).mailsStopped).toBe(why);
      expect(world.mailer.sent.filter((mail) => mail.to.includes(email))).toHaveLength(before);
    },
  );
});

test('an address that another request is known to have bounced at is not lifted by typing it in for the first time', async () => {
  const email = 'andere@kunde.example';
  const world = await aWorld({ leads: [aLead()] });
  await follow(world);
  await world.contacts.suppress({ kind: 'email', value: email }, 'bounced', monday10);
  world.clock.set(addMinutes(monday10, 60));
  await ways['the owner enters it'](world, email);
  await follow(world);
  expect(await stored(world)).toMatchObject({ mailsStopped: 'bounced' });
});

test('what a running stack has stored goes on: a rhythm that began anew under keys that are used', async () => {
  const at = '2026-11-23T08:30:00.000Z';
  const chased = {
    type: 'owner-chased',
    at,
    by: 'system',
    mail: 'bounced',
    number: 1,
    key: 'g1#bounced#1',
    cadence: 'bounced',
  } as const;
  const lead = aLead();
  const stuck = aLead({
    mailsStopped: 'bounced',
    acknowledgedAt: at,
    alertedAt: at,
    cadence: { name: 'bounced', startedAt: at, generation: 1, sent: 0 },
    timeline: [...lead.timeline, chased],
  });
  const world = await aWorld({ leads: [stuck] });
  await world.mailLog.claim({ leadId: id, key: 'g1#bounced#1', to: 'owner' }, at);
  await world.mailLog.markSent(id, 'g1#bounced#1', 'message-0', at);
  const first = await follow(world);
  expect(world.mailer.sent.filter((mail) => mail.to.includes(owner))).toHaveLength(1);
  world.clock.set(first.dueAt);
  await follow(world);
  // The second goes out with all else that is due.
  expect(world.mailer.sent.filter((mail) => mail.to.includes(owner))).toHaveLength(1);
  expect(await world.dueChases.list()).toMatchObject([{ cadence: 'bounced', number: 2 }]);
  expect(chases(await stored(world)).map((event) => 'key' in event && event.key)).toEqual([
    'g1#bounced#1',
    'g1.2#bounced#1',
    'g1#bounced#2',
  ]);
});

test('whatever happens in whatever order, an execution comes to its end and each key is of one occasion', async () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({
        do: fc.constant('enter' as const),
        email: fc.constantFrom('falsch@a.example', 'falsch@b.example', 'gut@a.example', 'gut@b.example'),
      }),
      fc.record({
        do: fc.constant('resubmit' as const),
        email: fc.constantFrom('falsch@a.example', 'gut@a.example'),
      }),
      fc.record({ do: fc.constant('visit' as const), days: fc.integer({ min: 1, max: 9 }) }),
      fc.record({
        do: fc.constantFrom(
          'bounce' as const,
          'disown' as const,
          'reply' as const,
          'reached' as const,
          'not-reached' as const,
          'follow' as const,
        ),
      }),
      fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 100 }) }),
    ),
    { minLength: 3, maxLength: 14 },
  );
  const stages = fc.constantFrom('new', 'service', 'first-contact', 'quoted', 'site-visit', 'won', 'lost');
  await fc.assert(
    fc.asyncProperty(stages, steps, async (stage, list) => {
      const world = await aWorld({ leads: [aLeadIn(stage)] });
      const deps = refusing(world, 'falsch');
      const change = (
        command: Parameters<typeof changeLead>[2],
        by: 'owner' | 'customer' | 'system' = 'owner',
      ) => changeLead(deps, id, command, { by });
      for (const step of list) {
        switch (step.do) {
          case 'enter':
            await ways['the owner enters it'](deps, step.email);
            break;
          case 'resubmit':
            await ways['the customer sends the form once more'](deps, step.email);
            break;
          case 'visit':
            await change({
              type: 'plan-visit',
              startsAt: addDuration(world.clock.now(), `P${step.days}D`),
              durationMinutes: 60,
            });
            break;
          case 'bounce':
            await change(
              { type: 'record-bounce', email: (await stored(world)).contact.email ?? '' },
              'system',
            );
            break;
          case 'disown':
            await change({ type: 'disown' }, 'customer');
            break;
          case 'reply':
            await change({ type: 'record-reply', text: 'Guten Tag' }, 'customer');
            break;
          case 'reached':
          case 'not-reached':
            await change({ type: 'note-contact-attempt', reached: step.do === 'reached' });
            break;
          case 'wait':
            world.clock.set(addDuration(world.clock.now(), `PT${step.hours}H`));
            break;
          default:
        }
        if (step.do === 'follow' || step.do === 'wait') await follow(deps);
      }
      await follow(deps);
      const lead = await stored(world);
      expect(new Set(keys(lead)).size).toBe(keys(lead).length);
      const customers = world.mailer.sent.filter((mail) => !mail.to.includes(owner));
      const sent = customers.map((mail) => mail.headers['X-Nachfass-Mail']);
      expect(new Set(sent).size).toBe(sent.length);
    }),
    { numRuns: 150 },
  );
}, 60_000);
