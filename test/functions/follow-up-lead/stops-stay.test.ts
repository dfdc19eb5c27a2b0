/** Only a request that the person made after the stop lifts it, however late the owner hears of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { MailRefusedError } from '../../../domain/ports/errors.ts';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { stopMails } from '../../../functions/act-on-lead/stop-mails.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';

const erika = 'erika.muster@example.org';
const address = { kind: 'email', value: erika } as const;

const suppression = async (world: World) => (await world.contacts.load(address))?.suppressed?.reason;
async function load(world: World, id: string): Promise<Lead> {
  const lead = await world.leads.load(id);
  if (!lead) throw new Error('The lead is gone');
  return lead;
}
async function follow(world: World, id: string) {
  const { generation } = await load(world, id);
  return followUpLead({ leadId: id, generation }, world);
}
const toErika = (world: World) => world.mailer.sent.filter(({ to }) => to.includes(erika));

describe('a stop that came after the request stays', () => {
  test('while the alert to the owner does not get through', async () => {
    const lead = aLead();
    const world = await aWorld({ leads: [lead] });
    world.mailer.failNext(new MailRefusedError('Too fast'));
    await follow(world, lead.id).catch(() => {});
    await stopMails(await load(world, lead.id), world);
    for (let minute = 3; minute < 6; minute++) {
      world.clock.set(addMinutes(monday10, minute));
      world.mailer.failNext(new MailRefusedError('Too fast'));
      await follow(world, lead.id).catch(() => {});
      expect(await suppression(world)).toBe('stopped');
    }
  });

  test('after the owner moved the lead before he was alerted to it', async () => {
    const lead = aLead();
    const world = await aWorld({ leads: [lead] });
    const quote = { type: 'move', to: 'quoted', facts: { quotedCents: 900_000 } } as const;
    await changeLead(world, lead.id, quote, { by: 'owner' });
    await follow(world, lead.id);
    expect((await load(world, lead.id)).alertedAt).toBeUndefined();
    await stopMails(await load(world, lead.id), world);
    await changeLead(world, lead.id, { type: 'renew-timer' }, { by: 'system' });
    for (let day = 1; day < 30; day++) {
      world.clock.set(addMinutes(monday10, day * 24 * 60));
      await follow(world, lead.id);
      expect(await suppression(world)).toBe('stopped');
    }
  });

  test('whatever the customer corrects in the request afterwards', async () => {
    const lead = { ...aLead(), alertedAt: monday10, acknowledgedAt: monday10 };
    const world = await aWorld({ leads: [lead] });
    await world.contacts.linkLead(address, lead.id);
    await stopMails(lead, world);
    world.clock.set(addMinutes(monday10, 30));
    const { contact, request } = lead;
    const correction = { ...request, message: 'Es ist doch die Küche.' };
    await changeLead(world, lead.id, { type: 'resubmit', contact, request: correction }, { by: 'customer' });
    await follow(world, lead.id);
    world.clock.set(addMinutes(monday10, 40));
    await follow(world, lead.id);
    expect(await suppression(world)).toBe('stopped');
    expect(toErika(world)).toEqual([]);
  });

  test('when another request of the same person is followed up, of which the owner knows nothing yet', async () => {
    const first = { ...aLeadIn('quoted'), id: '0000000001', alertedAt: monday10, acknowledgedAt: monday10 };
    const second = aLead({ id: '0000000002' });
    const world = await aWorld({ leads: [first, second] });
    for (const { id } of [first, second]) await world.contacts.linkLead(address, id);
    await stopMails(first, world);
    world.clock.set(addMinutes(monday10, 5));
    await follow(world, second.id);
    expect(await suppression(world)).toBe('stopped');
  });

  test('also if it is said in the very moment in which an earlier one is lifted', async () => {
    const lead = aLead();
    const world = await aWorld({ leads: [lead] });
    await world.contacts.suppress(address, 'stopped', '2025-01-01T00:00:00.000Z');
    const contacts = {
      ...world.contacts,
      load: async (key: Parameters<World['contacts']['load']>[0]) => {
        const record = await world.contacts.load(key);
        if (key.kind === 'email') await world.contacts.suppress(address, 'stopped', monday10);
        return record;
      },
    };
    await followUpLead({ leadId: lead.id, generation: 1 }, { ...world, contacts });
    expect(await suppression(world)).toBe('stopped');
  });
});

describe('a request that came after the stop lifts it', () => {
  const lastYear = '2025-11-23T09:00:00.000Z';

  test('once: it is answered, and the next stop stays', async () => {
    const lead = aLead();
    const world = await aWorld({ leads: [lead] });
    await world.contacts.suppress(address, 'stopped', lastYear);
    await follow(world, lead.id);
    expect(toErika(world)).toHaveLength(1);
    expect(await suppression(world)).toBeUndefined();
    await stopMails(await load(world, lead.id), world);
    await follow(world, lead.id);
    expect(await suppression(world)).toBe('stopped');
  });

  test('however late it is followed up', async () => {
    const world = await aWorld({ leads: [aLead()] });
    await world.contacts.suppress(address, 'stopped', lastYear);
    world.clock.set('2026-11-23T12:00:00.000Z');
    await follow(world, aLead().id);
    expect(toErika(world)).toHaveLength(1);
  });

  test.each(['bounced', 'complained'] as const)('but not that mail to the address %s', async (reason) => {
    const world = await aWorld({ leads: [aLead()] });
    await world.contacts.suppress(address, reason, lastYear);
    await world.contacts.suppress(address, 'stopped', '2025-12-01T09:00:00.000Z');
    await follow(world, aLead().id);
    expect(await suppression(world)).toBe(reason);
    expect(toErika(world)).toEqual([]);
  });
});

test('whenever it is stopped, asked, moved and followed up: the last of stop and request counts', async () => {
  const step = fc.constantFrom('stop', 'ask', 'move', 'follow', 'refuse');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
      const world = await aWorld();
      const ids: string[] = [];
      let last: 'stop' | 'ask' | undefined;
      for (const [index, what] of steps.entries()) {
        const now = addMinutes(monday10, 10 * (index + 1));
        world.clock.set(now);
        const id = ids.at(-1);
        if (what === 'ask') {
          const lead = aLead({ id: String(index).padStart(10, '0'), capturedAt: now, timeline: [] });
          await world.leads.add(lead, { contentHash: lead.id });
          await world.contacts.linkLead(address, lead.id);
          ids.push(lead.id);
          last = 'ask';
          // Its execution begins at once; only the mails may wait.
          world.mailer.failNext(new MailRefusedError('Too fast'));
          await follow(world, lead.id).catch(() => {});
        } else if (id === undefined) {
          continue;
        } else if (what === 'stop') {
          await stopMails(await load(world, id), world);
          last = 'stop';
        } else if (what === 'move') {
          await changeLead(world, id, { type: 'note-contact-attempt', reached: true }, { by: 'owner' });
        } else {
          if (what === 'refuse') world.mailer.failNext(new MailRefusedError('Too fast'));
          for (const one of ids) await follow(world, one).catch(() => {});
        }
        expect(await suppression(world)).toBe(last === 'stop' ? 'stopped' : undefined);
      }
    }),
    { numRuns: 60 },
  );
});
