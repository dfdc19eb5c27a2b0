/** Whoever sends a mail may die at any moment: nothing that went out is missing from the lead, and nothing goes out twice. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acknowledgementKey } from '../../../domain/lead/mail-name.ts';
import type { MailLog, MailRecord } from '../../../domain/ports/mail-log.ts';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { reconcileLeads } from '../../../functions/reconcile-leads/reconcile-leads.ts';
import { settleMails } from '../../../functions/reconcile-leads/settle-mails.ts';
import { mailEvent } from '../../../functions/record-mail-event/mail-event.ts';
import { recordMailEvent } from '../../../functions/record-mail-event/record-mail-event.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { ownerAlone } from '../../support/company.ts';

const lead = aLead();
const leadId = lead.id;
const key = acknowledgementKey(lead);
const mailKey = 'X-Nachfass-Mail';

const stored = async (world: World) => (await world.leads.load(leadId)) ?? lead;
const keysSent = (world: World) => world.mailer.sent.map(({ headers }) => headers[mailKey]);
const timelineOf = async (world: World) => (await stored(world)).timeline.map(({ type }) => type);

async function round(world: World, minutes = 15): Promise<void> {
  world.clock.set(addMinutes(world.clock.now(), minutes));
  await reconcileLeads(world);
}

/** The owner was faster: whoever sends for the generation before has nothing to do any more. */
const reached = (world: World) =>
  changeLead(world, leadId, { type: 'note-contact-attempt', reached: true }, { by: 'owner' });

const delivered = (messageId: string, mark?: string) =>
  mailEvent.parse({
    eventType: 'Delivery',
    mail: {
      messageId,
      timestamp: monday10,
      headersTruncated: false,
      headers: [
        { name: 'Subject', value: 'Ihre Anfrage' },
        ...(mark === undefined ? [] : [{ name: mailKey, value: mark }]),
      ],
    },
    delivery: { timestamp: monday10, recipients: ['erika.muster@example.org'] },
  });

describe('a claim whose sender died, of a lead that has moved on since', () => {
  async function aStrandedClaim(to: 'customer' | 'owner' = 'customer', claimed = key) {
    const world = await aWorld({ leads: [lead] });
    await world.mailLog.claim({ leadId, key: claimed, to }, monday10);
    await reached(world);
    return world;
  }

  test('is shown as uncertain by the next round, and never sent', async () => {
    const world = await aStrandedClaim();
    await round(world);
    expect(await stored(world)).toMatchObject({ uncertainMails: 1, stage: 'needs-analysis' });
    expect(await timelineOf(world)).toContain('mail-uncertain');
    for (let rounds = 0; rounds < 3; rounds++) await round(world);
    expect((await timelineOf(world)).filter((type) => type === 'mail-uncertain')).toHaveLength(1);
    expect(keysSent(world)).not.toContain(`${leadId}/${key}`);
    expect(await world.mailLog.listUnsettled()).toEqual([]);
  });

  test('is left alone while its sender may still be at it', async () => {
    const world = await aStrandedClaim();
    await round(world, 1);
    expect(await timelineOf(world)).not.toContain('mail-uncertain');
  });

  test('is entered as sent once SES tells of it, before the round or after it', async () => {
    for (const isBefore of [true, false]) {
      const world = await aStrandedClaim();
      if (!isBefore) await round(world);
      await recordMailEvent(delivered('0107-a', `${leadId}/${key}`), world);
      await round(world);
      expect(await stored(world)).toMatchObject({ uncertainMails: 0 });
      expect(await timelineOf(world)).toContain('acknowledged');
      expect(await world.mailLog.find(leadId, key)).toMatchObject({
        state: 'sent',
        messageId: '0107-a',
        fate: 'delivered',
      });
      expect(await world.mailLog.findLead('0107-a')).toBe(leadId);
      expect(await world.mailLog.listUnsettled()).toEqual([]);
    }
  });

  test.each([
    ['without our mark', undefined],
    ['of another lead', '0000000001/g1#acknowledgement#1'],
    ['of the digest', 'digest/2026-11-23'],
    ['that is broken', 'x/y/z'],
  ])('an event %s proves nothing of it', async (_, mark) => {
    const world = await aStrandedClaim();
    await recordMailEvent(delivered('0107-b', mark), world);
    await round(world);
    expect(await stored(world)).toMatchObject({ uncertainMails: 1 });
  });

  test('that was for the owner is noted and given back; the customer need not be asked', async () => {
    const world = await aStrandedClaim('owner', 'g1#new-lead-alert#1');
    await round(world);
    const { timeline, uncertainMails } = await stored(world);
    expect(timeline.at(-1)).toMatchObject({ type: 'mail-uncertain', to: 'owner', mail: 'new-lead-alert' });
    expect(uncertainMails).toBe(0);
    expect(await world.mailLog.find(leadId, 'g1#new-lead-alert#1')).toBeUndefined();
  });

  test('is no longer asked about once the owner has spoken with the customer', async () => {
    const world = await aStrandedClaim();
    await round(world);
    await reached(world);
    expect(await stored(world)).toMatchObject({ uncertainMails: 0 });
  });

  test('of an erased lead is only put aside', async () => {
    const world = await aStrandedClaim();
    await changeLead(world, leadId, { type: 'erase' }, { by: 'owner' });
    await round(world);
    expect(await timelineOf(world)).not.toContain('mail-uncertain');
    expect(await world.mailLog.listUnsettled()).toEqual([]);
  });
});

test('an alert that the owner may not have got goes out again, and is entered', async () => {
  const world = await aWorld({ leads: [{ ...lead, acknowledgedAt: monday10 }] });
  await world.mailLog.claim({ leadId, key: 'g1#new-lead-alert#1', to: 'owner' }, monday10);
  await round(world);
  const { generation } = await stored(world);
  await followUpLead({ leadId, generation }, world);
  expect(keysSent(world)).toContain(`${leadId}/g1#new-lead-alert#1`);
  expect(await timelineOf(world)).toContain('owner-alerted');
});

test.each([
  ['list', (before: MailRecord): Partial<MailLog> => ({ listUnsettled: async () => [before] })],
  [
    'record',
    (before: MailRecord): Partial<MailLog> => ({
      listUnsettled: async () => [before],
      find: async () => before,
    }),
  ],
])(
  'an alert that is just sent again stays claimed, although the %s of the round is of before',
  async (_, stale) => {
    const world = await aWorld({ leads: [lead] });
    const alert = 'g1#new-lead-alert#1';
    await world.mailLog.claim({ leadId, key: alert, to: 'owner' }, monday10);
    const before = await world.mailLog.find(leadId, alert);
    if (!before) throw new Error('It was claimed');
    world.clock.set(addMinutes(monday10, 5));
    const slowRound = { ...world.mailLog, ...stale(before) };
    const send: World['mailer']['send'] = async (mail) => {
      if (mail.headers[mailKey] === `${leadId}/${alert}`) await settleMails({ ...world, mailLog: slowRound });
      return world.mailer.send(mail);
    };
    await followUpLead({ leadId, generation: 1 }, { ...world, mailer: { ...world.mailer, send } });
    expect(keysSent(world).filter((sent) => sent === `${leadId}/${alert}`)).toHaveLength(1);
    expect(await world.mailLog.find(leadId, alert)).toMatchObject({ state: 'sent' });
  },
);

test('a mail that went out, was marked and never entered stands in the timeline after the next round', async () => {
  const world = await aWorld({ leads: [lead] });
  const save = () => Promise.reject(new Error('Killed'));
  await followUpLead({ leadId, generation: 1 }, { ...world, leads: { ...world.leads, save } }).catch(
    () => {},
  );
  await reached(world);
  await round(world);
  expect(await timelineOf(world)).toEqual(expect.arrayContaining(['acknowledged', 'owner-alerted']));
  expect(await world.mailLog.listUnsettled()).toEqual([]);
});

test('what was sent for a date that was moved does not keep the new one from being confirmed', async () => {
  const visited = aLeadIn('site-visit');
  const world = await aWorld({ leads: [visited] });
  const first = `visit#visit-confirmation#${(visited.visit?.sequence ?? 0) + 1}`;
  await world.mailLog.claim({ leadId: visited.id, key: first, to: 'customer' }, monday10);
  await changeLead(
    world,
    visited.id,
    { type: 'plan-visit', startsAt: '2026-12-01T09:00:00.000Z', durationMinutes: 60 },
    { by: 'owner' },
  );
  await round(world);
  const moved = await world.leads.load(visited.id);
  expect(moved?.visitMails).toEqual([]);
  await followUpLead({ leadId: visited.id, generation: moved?.generation ?? 0 }, world);
  const second = `visit#visit-confirmation#${(moved?.visit?.sequence ?? 0) + 1}`;
  expect(keysSent(world)).toContain(`${visited.id}/${second}`);
});

test('notices about a mail that came in are left to its queue, and forgotten when that has given up', async () => {
  const world = await aWorld({ leads: [lead] });
  await world.mailLog.claim({ leadId, key: 'answer-refused#m1', to: 'owner' }, monday10);
  await round(world, 30);
  expect(await world.mailLog.listUnsettled()).toHaveLength(1);
  await round(world, 40);
  expect(await world.mailLog.listUnsettled()).toEqual([]);
});

test('one mail that cannot be settled does not keep the others, and somebody is told', async () => {
  const other = { ...lead, id: '7K2M9QX4TE' };
  const world = await aWorld({ leads: [lead, other] });
  for (const id of [leadId, other.id]) {
    await world.mailLog.claim({ leadId: id, key, to: 'customer' }, monday10);
    await changeLead(world, id, { type: 'note-contact-attempt', reached: true }, { by: 'owner' });
  }
  const load = (id: string) => (id === leadId ? Promise.reject(new Error('Down')) : world.leads.load(id));
  world.clock.set(addMinutes(monday10, 5));
  await expect(reconcileLeads({ ...world, leads: { ...world.leads, load } })).rejects.toThrow('1 mails');
  expect(await world.leads.load(other.id)).toMatchObject({ uncertainMails: 1 });
});

/** Calls of the mail log, the mailer and the lead store, one of which is the last of its process: before or after its effect. */
function dyingAt(world: World, call: number, reachedIt: boolean): World {
  let calls = 0;
  let dead = false;
  const killed = new Error('The process was killed');
  const dying =
    <Args extends unknown[], Result>(act: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (dead) throw killed;
      calls += 1;
      if (calls < call) return act(...args);
      dead = true;
      if (reachedIt) await act(...args);
      throw killed;
    };
  const { mailLog, mailer, leads } = world;
  const log: MailLog = {
    ...mailLog,
    claim: dying(mailLog.claim),
    markSent: dying(mailLog.markSent),
    settle: dying(mailLog.settle),
    release: dying(mailLog.release),
  };
  return {
    ...world,
    mailLog: log,
    mailer: { ...mailer, send: dying(mailer.send) },
    leads: { ...leads, load: dying(leads.load), save: dying(leads.save) },
  };
}

test('wherever a sender is killed: after two rounds each mail that is out is in the timeline or uncertain, none of them twice', async () => {
  const outcomes = { afterwards: fc.constantFrom('goes-on', 'owner-was-faster'), tells: fc.boolean() };
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 16 }),
      fc.boolean(),
      fc.record(outcomes),
      async (call, reachedIt, { afterwards, tells }) => {
        const world = await aWorld({ company: ownerAlone(), leads: [lead] });
        await followUpLead({ leadId, generation: 1 }, dyingAt(world, call, reachedIt)).catch(() => {});
        const early = keysSent(world).map((mark) => mark ?? '');
        if (afterwards === 'owner-was-faster') await reached(world);
        if (tells) {
          for (const [at, mark] of early.entries())
            await recordMailEvent(delivered(`late-${at}`, mark), world);
        }
        for (let rounds = 0; rounds < 2; rounds++) {
          await round(world);
          const { generation } = await stored(world);
          await followUpLead({ leadId, generation }, world);
        }
        const { timeline } = await stored(world);
        const entered = timeline.flatMap((event) => ('key' in event ? [`${leadId}/${event.key}`] : []));
        for (const mark of keysSent(world)) expect(entered).toContain(mark);
        const toCustomer = world.mailer.sent
          .filter(({ to }) => to.includes('erika.muster@example.org'))
          .map(({ headers }) => headers[mailKey]);
        expect(new Set(toCustomer).size).toBe(toCustomer.length);
        expect(await world.mailLog.listUnsettled()).toEqual([]);
        if (tells) expect((await stored(world)).uncertainMails).toBeLessThanOrEqual(early.length > 0 ? 0 : 1);
      },
    ),
    { numRuns: 150 },
  );
});
