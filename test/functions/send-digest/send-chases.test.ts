/** What the owner owes comes in one mail, three times a day. */
import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { MailRefusedError } from '../../../domain/ports/errors.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { sendChases } from '../../../functions/send-digest/send-chases.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { aStranger, strangerId } from '../../support/a-stranger.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';

const [owner = ''] = aCompany().owner.email;
/** Monday in Munich, which is an hour ahead of UTC. */
const noon = '2026-11-23T12:30:00.000Z';
const afterNoon = '2026-11-23T12:35:00.000Z';
const evening = '2026-11-23T16:05:00.000Z';

const toOwner = (world: World) => world.mailer.sent.filter(({ to }) => to.includes(owner));
async function follow(world: World, ids: readonly string[]) {
  for (const id of ids) {
    const lead = await world.leads.load(id);
    if (lead) await followUpLead({ leadId: id, generation: lead.generation }, world);
  }
}

/** New requests of nine in the morning, which the owner was told of one by one. */
async function someWait(count: number, more: (index: number) => Partial<Lead> = () => ({})) {
  const leads = Array.from({ length: count }, (_, index) => aStranger(index, more(index)));
  const world = await aWorld({ leads });
  const ids = leads.map(({ id }) => id);
  await follow(world, ids);
  world.clock.set(noon);
  await follow(world, ids);
  const heard = toOwner(world).length;
  return { world, ids, chases: () => toOwner(world).slice(heard) };
}

describe('what is due at a time', () => {
  test('is one mail with a line for each, the most money at risk first', async () => {
    const { world, chases } = await someWait(3, (index) => ({
      valueCents: [0, 900_000, 50_000][index] ?? 0,
    }));
    expect(chases()).toEqual([]);
    world.clock.set(afterNoon);
    expect(await sendChases(world)).toBe(3);
    const [mail, ...others] = chases();
    expect(others).toEqual([]);
    const { text = '' } = mail ?? {};

    expect([...text.matchAll(/^\* (\d) · /gm)].map(([, number]) => number)).toEqual(['1', '2', '3']);
    const claims = [...text.matchAll(/https:\/\/anfrage\.example\/a\/([\w.-]+)/g)].map(([, token = '']) =>
      world.links.read(token, afterNoon),
    );
    const viewed = claims.filter((claim) => claim?.action === 'view').map((claim) => claim?.leadId);
    expect(viewed).toEqual([strangerId(1), strangerId(2), strangerId(0)]);
    expect(text).toContain('Telefon:');
    expect(text).toContain('wartet seit');
  });

  test('stands in the timeline, and the request is asked about again at its own time', async () => {
    const { world } = await someWait(2);
    const lead = await world.leads.load(strangerId(0));
    expect(lead?.timeline.at(-1)).toMatchObject({ type: 'owner-chased', mail: 'new', number: 1 });
    // Four working hours later it is half past five, and the last mail of the day has gone.
    expect(lead?.dueAt).toBe('2026-11-24T09:00:00.000Z');
  });

  test('goes out once, however often somebody looks', async () => {
    const { world, chases } = await someWait(2);
    world.clock.set(afterNoon);
    await sendChases(world);
    await sendChases(world);
    world.clock.set('2026-11-23T14:00:00.000Z');
    await sendChases(world);
    expect(chases()).toHaveLength(1);
    expect(await world.dueChases.list()).toEqual([]);
  });

  test('is one thread a day: the mails name the same one, and have the same subject', async () => {
    const { world, chases } = await someWait(2);
    world.clock.set(afterNoon);
    await sendChases(world);
    for (const id of [strangerId(0), strangerId(1)])
      await world.dueChases.add({
        leadId: id,
        cadence: 'new',
        generation: 1,
        number: 2,
        last: false,
        at: afterNoon,
      });
    world.clock.set(evening);
    await sendChases(world);
    const [first, second] = chases();
    expect(first?.headers['In-Reply-To']).toMatch(/^<chases-2026-11-23@/);
    expect(second?.headers.References).toBe(first?.headers['In-Reply-To']);
    expect(second?.subject).toBe(first?.subject);
    expect(second?.headers['X-Nachfass-Mail']).toBe('chases/2026-11-23-3');
  });

  test('of one request alone tells all that is known of it, and an answer goes on to the customer', async () => {
    const { world, chases } = await someWait(1);
    world.clock.set(afterNoon);
    await sendChases(world);
    const [mail] = chases();
    expect(mail?.subject).toContain(`[${strangerId(0)}]`);
    expect(mail?.replyTo).toBe(world.replyAddresses.sign(strangerId(0)));
    expect(mail?.headers.References).toMatch(/^<chases-2026-11-23@/);
  });

  test('can be answered by its numbers', async () => {
    const { world, chases } = await someWait(2);
    world.clock.set(afterNoon);
    await sendChases(world);
    expect(chases()[0]?.replyTo).toBe(world.replyAddresses.sign('digest-2026-11-23-2'));
    expect((await world.digestLog.find('2026-11-23-2'))?.leadIds).toHaveLength(2);
    // The digest still counts its news from the digest before.
    expect(await world.digestLog.lastSentBefore('2026-11-24')).toBeUndefined();
  });
});

describe('what waits to be told', () => {
  test('is not told any more once the owner has acted', async () => {
    const { world, chases } = await someWait(3);
    await changeLead(world, strangerId(1), { type: 'note-contact-attempt', reached: true }, { by: 'owner' });
    world.clock.set(afterNoon);
    expect(await sendChases(world)).toBe(2);
    expect(chases()[0]?.text).not.toContain('3 · ');
    expect(await world.dueChases.list()).toEqual([]);
  });

  test('is told although it was the last word about a closed request, unless somebody acted since', async () => {
    const closed = aLeadIn('won');
    for (const [at, told] of [
      [noon, 1],
      ['2026-11-23T08:00:00.000Z', 0],
    ] as const) {
      const world = await aWorld({ leads: [closed] });
      await world.dueChases.add({
        leadId: closed.id,
        cadence: 'negotiation',
        generation: 1,
        number: 1,
        last: true,
        at,
      });
      world.clock.set(afterNoon);
      expect(await sendChases(world)).toBe(told);
    }
  });

  test('waits for the next time if its own is over, and for the next day at night', async () => {
    const { world, chases } = await someWait(1);
    world.clock.set('2026-11-23T22:00:00.000Z');
    expect(await sendChases(world)).toBe(0);
    world.clock.set('2026-11-24T09:05:00.000Z');
    expect(await sendChases(world)).toBe(1);
    expect(chases()).toHaveLength(1);
  });

  test('is sent by the next look if our sender was out of order, and no run fails for it', async () => {
    const { world, chases } = await someWait(2);
    world.clock.set(afterNoon);
    world.mailer.failNext(new MailRefusedError('paused', 'ours'));
    expect(await sendChases(world)).toBe(0);
    expect(world.metrics.counted).toContainEqual(['MailsHeld', 1]);
    expect(await sendChases(world)).toBe(2);
    expect(chases()).toHaveLength(1);
  });

  test('goes out once more if whoever sent it died before, and once if he died after', async () => {
    const { world, chases } = await someWait(2);
    world.clock.set(afterNoon);
    await world.digestLog.claim('2026-11-23-2', noon, [strangerId(0)]);
    expect(await sendChases(world)).toBe(2);
    const { world: other, chases: others } = await someWait(2);
    other.clock.set(afterNoon);
    const dying = {
      ...other,
      dueChases: {
        ...other.dueChases,
        remove: async (told: readonly object[]) => {
          if (told.length > 0) throw new Error('died');
        },
      },
    };
    await expect(sendChases(dying)).rejects.toThrow('died');
    await expect(sendChases({ ...dying, dueChases: other.dueChases })).resolves.toBe(0);
    expect(chases()).toHaveLength(1);
    expect(others()).toHaveLength(1);
    expect(await other.dueChases.list()).toEqual([]);
  });
});

describe('by itself still comes', () => {
  test('what a customer writes, at once', async () => {
    const { world, chases } = await someWait(2);
    await changeLead(
      world,
      strangerId(0),
      { type: 'record-reply', text: 'Wann kommen Sie?' },
      { by: 'customer' },
    );
    await follow(world, [strangerId(0)]);
    expect(chases()).toHaveLength(1);
    expect(chases()[0]?.subject).toContain('hat geantwortet');
  });

  test('what rings', async () => {
    const { alertedAt: _, ...emergency } = aLeadIn('service');
    const world = await aWorld({ leads: [emergency] });
    await follow(world, [emergency.id]);
    world.clock.set('2026-11-23T09:05:00.000Z');
    await follow(world, [emergency.id]);
    expect(toOwner(world)).toHaveLength(2);
    expect(await world.dueChases.list()).toEqual([]);
  });
});

test('after ten chases in vain the request is stuck, and nobody is reminded of it any more', async () => {
  const world = await aWorld({ leads: [aStranger(0)] });
  let chased = 0;
  for (let day = 0; day < 40; day++) {
    const lead = await world.leads.load(strangerId(0));
    if (!lead || lead.stalledAt) break;
    if (lead.dueAt > world.clock.now()) world.clock.set(lead.dueAt);
    await follow(world, [strangerId(0)]);
    chased =
      (await world.leads.load(strangerId(0)))?.timeline.filter(({ type }) => type === 'owner-chased')
        .length ?? 0;
  }
  expect(chased).toBe(10);
  const lead = await world.leads.load(strangerId(0));
  expect(lead?.stalledAt).toBeDefined();
  expect(lead?.stage).toBe('new');
  expect(Date.parse(lead?.stalledAt ?? '') - Date.parse(monday10)).toBeGreaterThan(3 * 24 * 3_600_000);
});
