/** Mails that the provider takes from nobody of us: they wait, nobody is marked, and what is still right goes out after. */
import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { MailRefusedError, MailRejectedError } from '../../../domain/ports/errors.ts';
import type { OutgoingMail } from '../../../domain/ports/mailer.ts';
import { addDuration, addMinutes, millisecondsBetween } from '../../../domain/time/local-time.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { isOpen } from '../../../domain/time/working-time.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';

const customer = 'erika.muster@example.org';
const owner = 'chef@muster-haustechnik.example';
const { id } = aLead();

const ours = () => new MailRefusedError('SES, MessageRejected: Email address is not verified', 'ours');
const passing = () => new MailRefusedError('SES, ServiceUnavailable');

async function stored(world: World): Promise<Lead> {
  const lead = await world.leads.load(id);
  if (!lead) throw new Error('The lead is gone');
  return lead;
}

/** Refuses what it is told to, until it is mended. */
function refusing(world: World, why: () => Error, to: (mail: OutgoingMail) => boolean = () => true) {
  let mended = false;
  const tries: Moment[] = [];
  const mailer = {
    async send(mail: OutgoingMail) {
      if (mended || !to(mail)) return world.mailer.send(mail);
      tries.push(world.clock.now());
      throw why();
    },
  };
  return { deps: { ...world, mailer }, tries, mend: () => (mended = true) };
}

/** Runs the execution of the lead until then: it wakes when it said, and repeats what it throws after some seconds. */
async function liveUntil(world: World, deps: World | Parameters<typeof followUpLead>[1], until: Moment) {
  let runs = 0;
  for (;;) {
    const { generation } = await stored(world);
    let next = addDuration(world.clock.now(), 'PT20S');
    try {
      const { dueAt, outcome } = await followUpLead({ leadId: id, generation }, deps);
      expect(outcome).toBe('wait');
      next = dueAt;
    } catch (error) {
      expect(error).toBeInstanceOf(MailRefusedError);
    }
    runs += 1;
    if (next > until) break;
    world.clock.set(next);
  }
  world.clock.set(until);
  return runs;
}

const to = (world: World, address: string) => world.mailer.sent.filter((mail) => mail.to.includes(address));
const types = async (world: World) => (await stored(world)).timeline.map(({ type }) => type);

describe('while the provider takes nothing from us', () => {
  test.each([
    ['a fault of ours', ours],
    ['an outage of the provider', passing],
  ])('a request waits for three days, marks nobody, and is answered once it is over: %s', async (_, why) => {
    const world = await aWorld({ leads: [aLead()] });
    const sender = refusing(world, why);
    await liveUntil(world, sender.deps, addDuration(monday10, 'P3D'));
    expect(world.mailer.sent).toEqual([]);
    expect(await stored(world)).toMatchObject({ mailsHeldSince: monday10, stage: 'new' });
    expect((await stored(world)).mailsStopped).toBeUndefined();
    expect(await types(world)).toEqual(['captured']);

    sender.mend();
    await liveUntil(world, sender.deps, addDuration(monday10, 'P3DT1H'));
    expect(to(world, customer)).toHaveLength(1);
    // Told of the request, and not in the same minute reminded of it.
    expect(to(world, owner)).toHaveLength(1);
    expect(await types(world)).toEqual(['captured', 'acknowledged', 'owner-alerted']);
    expect(await stored(world)).not.toHaveProperty('mailsHeldSince');
  });

  test('the lead is looked at in growing steps of an hour at most, so no reconciler takes it for lost', async () => {
    const world = await aWorld({ leads: [aLead()] });
    const { deps, tries } = refusing(world, ours);
    const runs = await liveUntil(world, deps, addDuration(monday10, 'P2D'));
    const waits = tries
      .filter((at, index) => tries.indexOf(at) === index)
      .map((at, index, all) => (index === 0 ? 0 : millisecondsBetween(all[index - 1] ?? at, at) / 60_000));
    expect(waits[1]).toBe(1);
    expect(Math.max(...waits)).toBe(60);
    expect(waits.toSorted((one, other) => one - other)).toEqual(waits);
    expect(runs).toBeLessThan(70);
    expect((await stored(world)).dueAt > world.clock.now()).toBe(true);
    expect((await stored(world)).generation).toBe(1);
  });

  test('an emergency is looked at every five minutes', async () => {
    const world = await aWorld({ leads: [aLeadIn('service')] });
    const sender = refusing(world, ours);
    await liveUntil(world, sender.deps, addDuration(monday10, 'PT20H'));
    sender.mend();
    await liveUntil(world, sender.deps, addDuration(monday10, 'PT20H5M'));
    expect(to(world, owner)).not.toEqual([]);
    expect(to(world, customer)).toHaveLength(1);
  });

  test('what passes is left to the retries of the workflow for minutes, and then waits without failing', async () => {
    const world = await aWorld({ leads: [aLead()] });
    const { deps } = refusing(world, passing);
    const follow = () => followUpLead({ leadId: id, generation: 1 }, deps);
    await expect(follow()).rejects.toThrow(MailRefusedError);
    world.clock.set(addMinutes(monday10, 4));
    await expect(follow()).rejects.toThrow(MailRefusedError);
    world.clock.set(addMinutes(monday10, 6));
    expect(await follow()).toMatchObject({ outcome: 'wait', dueAt: addMinutes(monday10, 9) });
  });

  test('it is counted, for the one alarm', async () => {
    const world = await aWorld({ leads: [aLead()] });
    const { deps } = refusing(world, ours);
    await followUpLead({ leadId: id, generation: 1 }, deps);
    expect(world.metrics.counted).toEqual([['MailsHeld', 1]]);
  });
});

describe('one refused mail keeps no other back', () => {
  test('in the sandbox the owner, who is verified, hears of the request', async () => {
    const world = await aWorld({ leads: [aLead()] });
    const { deps } = refusing(world, ours, (mail) => mail.to.includes(customer));
    await followUpLead({ leadId: id, generation: 1 }, deps);
    expect(to(world, owner)).toHaveLength(1);
    expect(await types(world)).toEqual(['captured', 'owner-alerted']);
    await liveUntil(world, deps, addDuration(monday10, 'P1D'));
    // Alerted once and then chased, although the customer's mail waits all the time.
    expect(to(world, owner)).toHaveLength(1);
    expect(await types(world)).toContain('owner-chased');
  });

  test.each([
    ['illegal', new MailRejectedError('SES, InvalidParameterValue: Illegal address')],
    ['not verified', ours()],
    ['barred', new MailRejectedError('SES, MessageRejected: Address blacklisted')],
  ])('an address of the owner that is %s keeps nothing from the customer', async (_, error) => {
    const world = await aWorld({ leads: [aLead()] });
    const sender = refusing(
      world,
      () => error,
      (mail) => mail.to.includes(owner),
    );
    await liveUntil(world, sender.deps, addDuration(monday10, 'PT2H'));
    expect(to(world, customer)).toHaveLength(1);
    const planned = when(await stored(world), {
      type: 'plan-visit',
      startsAt: '2026-11-30T09:00:00.000Z',
      durationMinutes: 60,
    });
    await world.leads.save(planned.lead);
    await liveUntil(world, sender.deps, addDuration(monday10, 'PT4H'));
    expect(to(world, customer)).toHaveLength(2);
    sender.mend();
    await liveUntil(world, sender.deps, addDuration(monday10, 'PT6H'));
    expect(to(world, owner).length).toBeGreaterThan(0);
  });

  test('a mail that is refused for what it holds marks no address', async () => {
    const world = await aWorld({ leads: [aLead()] });
    const why = () => new MailRejectedError('SES, InvalidParameterValue: Illegal filename', 'content');
    const { deps } = refusing(world, why, (mail) => mail.to.includes(customer));
    const output = await followUpLead({ leadId: id, generation: 1 }, deps);
    expect(output.outcome).toBe('wait');
    expect((await stored(world)).mailsStopped).toBeUndefined();
    expect(to(world, owner)).toHaveLength(1);
  });
});

/** Told and answered, and a visit is planned. */
async function withVisitAt(startsAt: string): Promise<World> {
  const told = { ...aLead(), acknowledgedAt: monday10, alertedAt: monday10 };
  const { lead } = when(told, { type: 'plan-visit', startsAt, durationMinutes: 60 });
  return aWorld({ leads: [lead] });
}

describe('after it is over, only what is still right is said', () => {
  test('one reminder of the three that were due in six weeks, within the hours of the business', async () => {
    const quoted = { ...aLeadIn('quoted'), acknowledgedAt: monday10, alertedAt: monday10 };
    const world = await aWorld({ leads: [quoted] });
    const sender = refusing(world, ours);
    await liveUntil(world, sender.deps, addDuration(monday10, 'P42D'));
    sender.mend();
    await liveUntil(world, sender.deps, addDuration(monday10, 'P44D'));
    const reminders = to(world, customer);
    expect(reminders).toHaveLength(1);
    expect(isOpen(world.company, reminders[0]?.at ?? '')).toBe(true);
    await liveUntil(world, sender.deps, addDuration(monday10, 'P120D'));
    const days = to(world, customer).map(({ at }) => at.slice(0, 10));
    expect(days).toHaveLength(3);
    expect(new Set(days).size).toBe(3);
  });

  test('an appointment that is confirmed on the day before is not announced once more', async () => {
    const world = await withVisitAt('2026-11-27T09:00:00.000Z');
    const sender = refusing(world, ours);
    await liveUntil(world, sender.deps, '2026-11-26T11:00:00.000Z');
    sender.mend();
    await liveUntil(world, sender.deps, '2026-11-27T08:00:00.000Z');
    expect(to(world, customer)).toHaveLength(1);
    expect(to(world, owner)).toHaveLength(1);
  });

  test('an appointment that is over is confirmed to nobody', async () => {
    const world = await withVisitAt('2026-11-24T09:00:00.000Z');
    const sender = refusing(world, ours);
    await liveUntil(world, sender.deps, '2026-11-24T12:00:00.000Z');
    sender.mend();
    await liveUntil(world, sender.deps, '2026-11-24T14:00:00.000Z');
    expect(to(world, customer)).toEqual([]);
  });

  test('a visit that is confirmed in time is still announced on the day before', async () => {
    const world = await withVisitAt('2026-11-27T09:00:00.000Z');
    const sender = refusing(world, ours);
    await liveUntil(world, sender.deps, addDuration(monday10, 'PT5H'));
    sender.mend();
    await liveUntil(world, sender.deps, '2026-11-27T08:00:00.000Z');
    expect(to(world, customer)).toHaveLength(2);
  });
});
