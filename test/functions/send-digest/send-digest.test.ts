import { describe, expect, test } from 'vitest';
import type { CompanyFile } from '../../../domain/business/company.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import {
  MailInFlightError,
  MailRefusedError,
  MailRejectedError,
  MailUncertainError,
} from '../../../domain/ports/errors.ts';
import { localTime } from '../../../domain/time/local-time.ts';
import { sendDigest } from '../../../functions/send-digest/send-digest.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany, ownerAlone } from '../../support/company.ts';

/** Tuesday, 24 November 2026, 06:30 in Munich. */
const tuesday = '2026-11-24T05:30:00.000Z';
const owner = ['chef@muster-haustechnik.example'];

async function worldAt(now: string, leads: readonly Lead[] = [aLead()]): Promise<World> {
  const world = await aWorld({ company: ownerAlone(), leads });
  world.clock.set(now);
  return world;
}

/** The owner's own steps are no news to him. */
const byColleague = (lead: Lead): Lead => ({
  ...lead,
  timeline: lead.timeline.map((event) =>
    event.by === 'owner' ? { ...event, person: 'Sabine Muster' } : event,
  ),
});

/** The links of a mail, as they stand in its text. */
const linksIn = (text: string) => [...text.matchAll(/https:\/\/anfrage\.example\/a\/([\w.-]+)/g)];

describe('on a working day', () => {
  test('the owner gets one mail with what there is to do', async () => {
    const world = await worldAt(tuesday);
    expect(await sendDigest({}, world)).toEqual({ outcome: 'sent', date: '2026-11-24' });
    expect(world.mailer.sent).toHaveLength(1);
    const [mail] = world.mailer.sent;
    expect(mail).toMatchObject({ to: owner, at: tuesday });
    expect(mail?.text).toContain('Erika Muster');
    expect(mail?.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated', 'X-Nachfass': 'digest' });
    expect(mail?.headers['List-Unsubscribe']).toBeUndefined();
  });

  test('every link in it holds, for this lead as it stands, and one notes a phone call', async () => {
    const world = await worldAt(tuesday);
    await sendDigest({}, world);
    const claims = linksIn(world.mailer.sent[0]?.text ?? '').map(([, token = '']) =>
      world.links.read(token, tuesday),
    );
    expect(claims).not.toContain(undefined);
    expect(claims.map((claim) => claim?.action)).toEqual(
      expect.arrayContaining(['reached', 'not-reached', 'view', 'capture-call']),
    );
    const { id, generation } = aLead();
    for (const claim of claims) {
      if (claim?.action === 'reached') expect(claim).toMatchObject({ leadId: id, generation });
    }
  });

  test('however often it is called, there is one a day, and the next day another', async () => {
    const world = await worldAt(tuesday);
    await sendDigest({}, world);
    world.clock.set('2026-11-24T09:00:00.000Z');
    expect(await sendDigest({}, world)).toEqual({ outcome: 'already-sent', date: '2026-11-24' });
    expect((await sendDigest({ force: true }, world)).outcome).toBe('already-sent');
    world.clock.set('2026-11-25T05:30:00.000Z');
    expect((await sendDigest({}, world)).outcome).toBe('sent');
    expect(world.mailer.sent).toHaveLength(2);
  });

  test('of two calls at the same instant one sends', async () => {
    const world = await worldAt(tuesday);
    const calls = await Promise.allSettled([sendDigest({}, world), sendDigest({}, world)]);
    expect(world.mailer.sent).toHaveLength(1);
    const [lost] = calls.filter((call) => call.status === 'rejected');
    expect(lost?.reason).toBeInstanceOf(MailInFlightError);
  });

  test('nothing to say, nothing sent; if something turns up later that day, it can still be said', async () => {
    const world = await worldAt(tuesday, []);
    expect((await sendDigest({}, world)).outcome).toBe('nothing-to-say');
    expect(world.mailer.sent).toHaveLength(0);
    await world.leads.add(aLead(), { contentHash: 'later' });
    expect((await sendDigest({}, world)).outcome).toBe('already-sent');
    expect((await sendDigest({ force: true }, world)).outcome).toBe('sent');
  });

  test('all addresses of the owner get it', async () => {
    const company = aCompany({ people: [], owner: { name: 'M', email: ['a@x.example', 'b@x.example'] } });
    const world = await aWorld({ company, leads: [aLead()] });
    await sendDigest({}, world);
    expect(world.mailer.sent[0]?.to).toEqual(['a@x.example', 'b@x.example']);
  });
});

describe('on other days', () => {
  test.each([
    ['a Sunday', '2026-11-22T05:30:00.000Z', '2026-11-22'],
    ['the second day of Christmas', '2026-12-25T05:30:00.000Z', '2026-12-25'],
    ['Epiphany, a holiday in Bavaria', '2027-01-06T05:30:00.000Z', '2027-01-06'],
    ['the Sunday on which summer time begins', '2027-03-28T04:30:00.000Z', '2027-03-28'],
  ])('%s: nothing, unless it is asked for', async (_, now, date) => {
    const world = await worldAt(now);
    expect(await sendDigest({}, world)).toEqual({ outcome: 'not-a-working-day', date });
    expect(world.mailer.sent).toHaveLength(0);
    expect(await sendDigest({ force: true }, world)).toEqual({ outcome: 'sent', date });
  });

  test('Epiphany is a working day in Berlin', async () => {
    const world = await aWorld({ company: aCompany({ people: [], region: 'BE' }), leads: [aLead()] });
    world.clock.set('2027-01-06T05:30:00.000Z');
    expect((await sendDigest({}, world)).outcome).toBe('sent');
  });

  test('the date is that of the business, shortly after its midnight', async () => {
    const world = await worldAt('2026-11-23T23:30:00.000Z');
    expect((await sendDigest({ force: true }, world)).date).toBe('2026-11-24');
  });
});

describe('the hour of the digest', () => {
  /** Asks every five minutes, as the schedule does. @returns when a digest went out, by the clock of Munich. */
  async function hoursOf(
    world: World,
    from: string,
    until: string,
    each: (now: string) => World = () => world,
  ) {
    for (let at = Date.parse(from); at < Date.parse(until); at += 5 * 60_000) {
      const now = new Date(at).toISOString();
      world.clock.set(now);
      await sendDigest({}, each(now));
    }
    return world.mailer.sent.map(({ at }) => localTime(at, 'Europe/Berlin'));
  }
  const dawn = '2026-11-23T23:00:00.000Z';
  const night = '2026-11-24T23:00:00.000Z';
  const worldOf = async (company: Partial<CompanyFile>) =>
    aWorld({ company: aCompany({ people: [], ...company }), leads: [aLead()] });

  test.each([
    [{}, '06:30'],
    [{ digestAt: '05:05' }, '05:05'],
    [{ digestAt: '12:42' }, '12:45'],
    [{ digestAt: '00:00' }, '00:00'],
  ])('%j: asked every five minutes, it goes out once, at %s', async (company, hour) => {
    expect(await hoursOf(await worldOf(company), dawn, night)).toEqual([hour]);
  });

  test('a digest of shortly before midnight that failed goes out after it, and counts for its own day', async () => {
    const world = await worldOf({ digestAt: '23:55' });
    world.clock.set('2026-11-24T22:50:00.000Z');
    expect((await sendDigest({}, world)).outcome).toBe('not-due');
    world.clock.set('2026-11-24T23:10:00.000Z');
    expect(await sendDigest({}, world)).toEqual({ outcome: 'sent', date: '2026-11-24' });
    world.clock.set('2026-11-25T22:55:00.000Z');
    expect(await sendDigest({}, world)).toEqual({ outcome: 'sent', date: '2026-11-25' });
  });

  test.each([
    ['earlier, before either', '2026-11-24T03:00:00.000Z', '05:00', ['05:00']],
    ['earlier, when that hour has passed', '2026-11-24T04:10:00.000Z', '05:00', ['05:10']],
    ['later, before either', '2026-11-24T03:00:00.000Z', '08:00', ['08:00']],
    ['later, after the digest', '2026-11-24T05:40:00.000Z', '08:00', ['06:30']],
    ['earlier, after the digest', '2026-11-24T05:40:00.000Z', '05:00', ['06:30']],
  ])('set %s: one digest that day', async (_, changedAt, digestAt, hours) => {
    const world = await worldOf({});
    const changed = { ...world, company: aCompany({ people: [], digestAt }) };
    expect(await hoursOf(world, dawn, night, (now) => (now < changedAt ? world : changed))).toEqual(hours);
  });

  test('a day declared a working day in the morning gets its digest', async () => {
    const world = await worldOf({ closedOn: ['2026-11-24'] });
    const open = { ...world, company: ownerAlone() };
    const changedAt = '2026-11-24T06:58:00.000Z';
    expect(await hoursOf(world, dawn, night, (now) => (now < changedAt ? world : open))).toEqual(['08:00']);
  });

  test('a business that is set up at ten has its first digest the next morning', async () => {
    const world = { ...(await worldOf({})), storedSince: async () => '2026-11-24T09:00:00.000Z' };
    expect(await hoursOf(world, '2026-11-24T09:00:00.000Z', '2026-11-25T12:00:00.000Z')).toEqual(['06:30']);
  });

  test('what could not be sent for half a day is not sent any more', async () => {
    const world = await worldOf({});
    expect(await hoursOf(world, '2026-11-24T11:30:00.000Z', night)).toEqual([]);
  });
});

describe('when it does not work', () => {
  test.each([
    ['the sender is not verified', new MailRefusedError('not verified', 'ours')],
    ['the account is paused', new MailRefusedError('paused', 'ours')],
    ["the owner's address is refused", new MailRejectedError('no such address')],
  ])('%s: the digest waits, no run fails for it, and the next one after that sends it', async (_, error) => {
    const world = await worldAt(tuesday);
    world.mailer.failNext(error, error);
    expect(await sendDigest({}, world)).toMatchObject({ outcome: 'held' });
    expect(await sendDigest({}, world)).toMatchObject({ outcome: 'held' });
    expect(world.metrics.counted.filter(([metric]) => metric === 'MailsHeld')).toHaveLength(2);
    expect(await sendDigest({}, world)).toMatchObject({ outcome: 'sent' });
    expect(world.mailer.sent).toHaveLength(1);
  });

  test('one of which nobody knows whether it went out keeps its numbers when it goes out again', async () => {
    const first = { ...aLead(), id: 'AAAAAAAAA1', valueCents: 100_000 };
    const second = { ...aLead(), id: 'AAAAAAAAA2', valueCents: 50_000 };
    const world = await worldAt(tuesday, [first, second]);
    world.mailer.failNext(new MailUncertainError('no answer'));
    await expect(sendDigest({}, world)).rejects.toThrow();
    const before = (await world.digestLog.find('2026-11-24'))?.leadIds;
    expect(before).toEqual([first.id, second.id]);

    // What is worth more stands first from now on, and the answer to the mail that may be out means the same.
    await world.leads.add(
      { ...aLead(), id: 'AAAAAAAAA3', valueCents: 900_000 },
      {
        contentHash: 'another',
      },
    );
    world.clock.set('2026-11-24T05:40:00.000Z');
    expect(await sendDigest({}, world)).toMatchObject({ outcome: 'sent' });
    expect((await world.digestLog.find('2026-11-24'))?.leadIds).toEqual([first.id, second.id, 'AAAAAAAAA3']);
    const text = world.mailer.sent.at(-1)?.text ?? '';
    const numbers = [...text.matchAll(/^\* (\d+) · /gm)].map(([, number]) => number);
    expect(numbers).toEqual(['3', '1', '2']);
  });

  test.each([new MailRefusedError('throttled'), new MailUncertainError('no answer')])(
    '$name: the call fails, the next one sends',
    async (error) => {
      const world = await worldAt(tuesday);
      world.mailer.failNext(error);
      await expect(sendDigest({}, world)).rejects.toBe(error);
      expect((await sendDigest({}, world)).outcome).toBe('sent');
      expect(world.mailer.sent).toHaveLength(1);
    },
  );

  test('a call that died between claim and mail: at first another may be at it, then it is sent again', async () => {
    const world = await worldAt(tuesday);
    await world.digestLog.claim('2026-11-24', tuesday, []);
    world.clock.set('2026-11-24T05:31:59.999Z');
    await expect(sendDigest({}, world)).rejects.toBeInstanceOf(MailInFlightError);
    world.clock.set('2026-11-24T05:32:00.000Z');
    expect((await sendDigest({}, world)).outcome).toBe('sent');
    expect((await sendDigest({}, world)).outcome).toBe('already-sent');
  });

  test('a mail that went out is not sent again although it could not be marked', async () => {
    const world = await worldAt(tuesday);
    const failing = { ...world.digestLog, markSent: () => Promise.reject(new Error('database away')) };
    await expect(sendDigest({}, { ...world, digestLog: failing })).rejects.toThrow('database away');
    await expect(sendDigest({}, world)).rejects.toBeInstanceOf(MailInFlightError);
    expect(world.mailer.sent).toHaveLength(1);
  });
});

test('a flood of requests: the digest goes out, counts them all, and its numbers have three digits at most', async () => {
  const world = await worldAt(tuesday);
  for (let at = 0; at < 3_000; at++) {
    const id = `7K${String(at).padStart(8, '0')}`;
    await world.leads.add({ ...aLead(), id, capturedAt: tuesday }, { contentHash: id });
  }
  expect((await sendDigest({}, world)).outcome).toBe('sent');
  expect(world.mailer.sent[0]?.subject).toMatch(/^300\d /);
  const numbered = (await world.digestLog.find('2026-11-24'))?.leadIds ?? [];
  expect(numbered.length).toBeGreaterThan(40);
  expect(numbered.length).toBeLessThan(1_000);
});

describe('what it reads', () => {
  /** Notes the spans that are asked for; anything else of the store is not there to be called. */
  function watched(world: World) {
    const asked: string[] = [];
    const { leads } = world;
    return {
      asked,
      world: {
        ...world,
        leads: {
          eachOpen: () => {
            asked.push('open');
            return leads.eachOpen();
          },
          eachInAftercare: () => leads.eachInAftercare(),
          listWon: (month: string) => {
            asked.push(`won ${month}`);
            return leads.listWon(month);
          },
          listClosed: (from: string, until: string) => {
            asked.push(`closed ${from} ${until}`);
            return leads.listClosed(from, until);
          },
        },
      },
    };
  }

  test('what is open, what closed since the last digest, and the won ones of the month: nothing older', async () => {
    const { world, asked } = watched(await worldAt(tuesday));
    await sendDigest({}, world);
    asked.length = 0;
    world.clock.set('2026-11-26T05:30:00.000Z');
    await sendDigest({}, world);
    expect(asked.toSorted()).toEqual([
      'closed 2026-11-24T05:30:00.000Z 2026-11-26T05:30:00.000Z',
      'open',
      'won 2026-10',
      'won 2026-11',
    ]);
  });

  test('a lead won in the first hour of the month counts for the new month', async () => {
    const closedAt = '2026-11-30T23:20:00.000Z';
    const won = { ...aLeadIn('won'), closedAt, movedAt: closedAt, stageSince: closedAt };
    const world = await worldAt('2026-12-01T05:30:00.000Z', [won]);
    await sendDigest({}, world);
    expect(world.mailer.sent[0]?.text).toMatch(/gewonnen im\s+Dezember: 1 \(11\.000\s€\)/);
  });

  test('what moved since the last digest is said once', async () => {
    const world = await worldAt('2026-11-23T05:30:00.000Z', [
      byColleague(aLeadIn('lost')),
      aLead({ id: '1111111111' }),
    ]);
    await sendDigest({}, world);
    expect(world.mailer.sent[0]?.text).not.toContain('bewegt hat');
    world.clock.set(tuesday);
    await sendDigest({}, world);
    expect(world.mailer.sent[1]?.text).toContain('bewegt hat');
    world.clock.set('2026-11-25T05:30:00.000Z');
    await sendDigest({}, world);
    expect(world.mailer.sent[2]?.text).not.toContain('bewegt hat');
  });
});

describe('rule 4: as many outcomes as stored mails', () => {
  const raw = new Uint8Array([1]);

  test('a mail that lies there without an outcome is told, also if there is nothing else to say', async () => {
    const world = await aWorld({ company: ownerAlone() });
    world.clock.set('2026-11-24T05:30:00.000Z');
    world.mailFiles.keep('lost', raw, '2026-11-24T04:00:00.000Z');
    expect((await sendDigest({}, world)).outcome).toBe('sent');
    expect(world.mailer.sent[0]?.text).toContain('npm run replay');
  });

  test('one that is being worked off, or has its outcome, is not', async () => {
    const world = await aWorld({ company: ownerAlone() });
    world.clock.set('2026-11-24T05:30:00.000Z');
    world.mailFiles.keep('fresh', raw, '2026-11-24T05:29:00.000Z');
    world.mailFiles.keep('settled', raw, '2026-11-23T10:00:00.000Z');
    const receivedAt = '2026-11-23T10:00:00.000Z';
    await world.intake.record({ deliveryId: 'settled', receivedAt, outcome: 'duplicate', flags: [] });
    expect((await sendDigest({}, world)).outcome).toBe('nothing-to-say');
  });

  test('what was kept aside as spam is told with the link that makes a lead of it', async () => {
    const world = await aWorld({ company: ownerAlone() });
    world.clock.set('2026-11-24T05:30:00.000Z');
    await world.intake.record({
      deliveryId: 'spam',
      receivedAt: '2026-11-23T20:00:00.000Z',
      outcome: 'spam-quarantined',
      leadId: '7K2M9QX4TD',
      flags: [],
      sender: 'erika@example.org',
    });
    await sendDigest({}, world);
    expect(world.mailer.sent[0]?.text).toMatch(/erika@example\.org.*rescue\.7K2M9QX4TD/s);
  });
});

describe('on a day without work', () => {
  const saturday = '2026-11-28T05:30:00.000Z';
  const rang = { stageSince: '2026-11-27T22:00:00.000Z' };

  test('an emergency that nobody has taken makes a digest, in which it stands first', async () => {
    const world = await worldAt(saturday, [{ ...aLeadIn('service'), ...rang }]);
    expect(await sendDigest({}, world)).toEqual({ outcome: 'sent', date: '2026-11-28' });
    expect(world.mailer.sent[0]?.subject).toMatch(/^🚨/);
    expect(await sendDigest({}, world)).toMatchObject({ outcome: 'already-sent' });
  });

  test('one that somebody has taken makes none, nor one that came after its hour', async () => {
    for (const lead of [{ confirmedAt: rang.stageSince }, { stageSince: '2026-11-28T05:31:00.000Z' }]) {
      const world = await worldAt('2026-11-28T05:35:00.000Z', [{ ...aLeadIn('service'), ...rang, ...lead }]);
      expect(await sendDigest({}, world)).toMatchObject({ outcome: 'not-a-working-day' });
    }
  });
});
