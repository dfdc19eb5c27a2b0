/** A button of a mail works as long as nothing happened to the lead that people know of. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../../domain/lead/action.ts';
import { actionsFor } from '../../../domain/lead/actions.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { stageKeys } from '../../../domain/lead/pipeline.ts';
import { isClosed } from '../../../domain/lead/stages.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { reconcileLeads } from '../../../functions/reconcile-leads/reconcile-leads.ts';
import { recordMailEvent } from '../../../functions/record-mail-event/record-mail-event.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { anyCommand } from '../../domain/lead/any-command.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { testKeys } from '../../support/own-form.ts';
import { textOf } from '../../support/read-page.ts';
import { link, request, stored, tap } from './a-phone.ts';

const over = 'Inzwischen hat sich etwas getan';
const owner = 'chef@muster-haustechnik.example';

/** The buttons of the newest mail to the owner, by their words. */
function buttons(world: World): ReadonlyMap<string, string> {
  const html = world.mailer.sent.findLast(({ to }) => to.includes(owner))?.html ?? '';
  return new Map(
    [...html.matchAll(/<a\b[^>]*\bhref="(https:[^"]+\/a\/[^"]+)"[^>]*>([^<]+)<\/a>/g)].map(
      ([, url = '', label = '']) => [label.trim(), url.replaceAll('&amp;', '&')],
    ),
  );
}

async function follow(world: World, { id }: Pick<Lead, 'id'>) {
  const { generation } = await stored(world, { id });
  return followUpLead({ leadId: id, generation }, world);
}

/** Its execution is lost, and the reconciler finds that out. */
async function loseTimer(world: World, { id }: Pick<Lead, 'id'>): Promise<void> {
  const { dueAt, generation } = await stored(world, { id });
  const late = addDuration(dueAt, 'PT20M');
  if (late > world.clock.now()) world.clock.set(late);
  await reconcileLeads(world);
  expect((await stored(world, { id })).generation).toBe(generation + 1);
}

describe('after its timer was renewed', () => {
  test('"Erreicht" of the first mail is done, however often the timer was lost', async () => {
    const lead = aLead();
    const world = await aWorld({ leads: [lead] });
    await follow(world, lead);
    const alert = buttons(world);
    for (let times = 0; times < 3; times++) await loseTimer(world, lead);
    expect(textOf(await tap(world, alert.get('Erreicht') ?? ''))).toContain('Notiert: erreicht');
    expect((await stored(world, lead)).stage).toBe('needs-analysis');
  });

  test.each(stageKeys)('everything that is offered in stage %s can still be done', async (stage) => {
    const lead = aLeadIn(stage);
    const answers = {
      valueCents: '5000',
      quotedCents: '5000',
      finalCents: '5000',
      reason: 'Grund',
      lookAgainOn: '2027-09-01',
      time: '10:00',
      sure: 'ja',
    };
    for (const action of actionsFor(lead, monday10)) {
      const world = await aWorld({ leads: [lead] });
      const url = link(world, lead, action);
      await changeLead(world, lead.id, { type: 'renew-timer' }, { by: 'system' });
      const page = await tap(world, url, answers);
      expect([action, page.status]).toEqual([action, 200]);
      expect(textOf(page)).not.toContain(over);
    }
  });

  test('the same tap twice is still one', async () => {
    const lead = aLead();
    const world = await aWorld({ leads: [lead] });
    const url = link(world, lead, 'not-reached');
    const shown = { shownAt: monday10 };
    await loseTimer(world, lead);
    await request(world, 'POST', url, shown);
    await loseTimer(world, lead);
    expect(textOf(await request(world, 'POST', url, shown))).toContain('Schon erledigt');
    const { timeline } = await stored(world, lead);
    expect(timeline.filter(({ type }) => type === 'contact-attempted')).toHaveLength(1);
  });

  test('an emergency that rang with others can be taken', async () => {
    const lead = aLeadIn('service');
    const world = await aWorld({ leads: [lead] });
    const url = link(world, lead, 'confirm');
    await changeLead(world, lead.id, { type: 'renew-timer' }, { by: 'system' });
    expect(textOf(await tap(world, url))).toContain('keine Alarme mehr');
  });

  test('a lead that woke on its day can be opened again from the mail before', async () => {
    const lead = aLeadIn('unqualified');
    const world = await aWorld({ leads: [lead] });
    const url = link(world, lead, 'reopen');
    world.clock.set('2027-03-01T08:00:00.000Z');
    await reconcileLeads(world);
    expect(textOf(await tap(world, url, { to: 'needs-analysis' }))).toContain('Bedarf klären');
  });

  test('a mail of ours that came back takes no button', async () => {
    const lead = aLead();
    const world = await aWorld({ leads: [lead] });
    await follow(world, lead);
    const alert = buttons(world);
    await recordMailEvent(
      {
        type: 'Bounce',
        mail: { messageId: 'unknown' },
        bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: lead.contact.email ?? '' }] },
      },
      world,
    );
    expect((await stored(world, lead)).mailsStopped).toBe('bounced');
    expect(textOf(await tap(world, alert.get('Erreicht') ?? ''))).not.toContain(over);
    expect((await stored(world, lead)).stage).toBe('needs-analysis');
  });
});

describe('a button of a state that is over', () => {
  const happenings: readonly [string, (world: World, lead: Lead) => Promise<unknown>][] = [
    ['the owner moved it', (world, lead) => tap(world, link(world, lead, 'take'))],
    [
      'the customer wrote',
      (world, { id }) => changeLead(world, id, { type: 'record-reply', text: 'Hallo?' }, { by: 'customer' }),
    ],
    [
      'a visit was planned',
      (world, { id }) =>
        changeLead(
          world,
          id,
          { type: 'plan-visit', startsAt: '2026-11-27T09:00:00.000Z', durationMinutes: 60 },
          { by: 'owner' },
        ),
    ],
  ];
  test.each(happenings)(
    'says where the lead stands now: %s, under timers renewed before and after',
    async (_, happen) => {
      const lead = aLead();
      const world = await aWorld({ leads: [lead] });
      const url = link(world, lead, 'reached');
      await loseTimer(world, lead);
      await happen(world, await stored(world, lead));
      await loseTimer(world, lead);
      const before = await stored(world, lead);
      for (const [method, status] of [
        ['GET', 200],
        ['POST', 409],
      ] as const) {
        const page = await request(world, method, url);
        expect(page.status).toBe(status);
        expect(textOf(page)).toContain(over);
      }
      expect(await stored(world, lead)).toEqual(before);
    },
  );
});

test('whatever is done to a lead, the buttons of its last mail outlast any number of lost timers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyCommand, { maxLength: 6 }),
      fc.integer({ min: 1, max: 4 }),
      async (commands, losses) => {
        const world = await aWorld({ leads: [aLead()] });
        const { id } = aLead();
        for (const command of commands) await changeLead(world, id, command, { by: 'owner' });
        const seen = await stored(world, { id });
        const urls = actionsFor(seen, monday10).map((action) => link(world, seen, action));
        for (let times = 0; times < losses; times++) {
          await changeLead(world, id, { type: 'renew-timer' }, { by: 'system' });
        }
        for (const url of urls) {
          expect(textOf(await request(world, 'GET', url))).not.toContain(over);
        }
      },
    ),
    { numRuns: 40 },
  );
});

describe('a link of an earlier release', () => {
  /** As that release wrote it, byte by byte. */
  function earlierLink(action: Action, leadId: string, generation: number, expiresAt: Moment): string {
    const { id, secret } = testKeys.current;
    const payload = [id, action, leadId, generation, Date.parse(expiresAt).toString(36)].join('.');
    const mac = createHmac('sha256', secret).update(payload).digest('base64url');
    return `https://anfrage.example/a/${mac}.${payload}`;
  }
  const expiresAt = '2027-01-22T09:00:00.000Z';

  test('does what it says until it expires', async () => {
    const lead = aLeadIn('quoted');
    const world = await aWorld({ leads: [lead] });
    const url = earlierLink('win', lead.id, lead.generation, expiresAt);
    world.clock.set('2027-01-22T08:59:59.000Z');
    expect(textOf(await tap(world, url, { finalCents: '9000' }))).toContain('Auftrag über 9.000 €');
    world.clock.set(expiresAt);
    expect((await request(world, 'GET', url)).status).toBe(403);
  });

  test('is over for what happened since, as before', async () => {
    const lead = aLeadIn('quoted');
    const world = await aWorld({ leads: [lead] });
    const url = earlierLink('win', lead.id, lead.generation - 1, expiresAt);
    expect(textOf(await request(world, 'GET', url))).toContain(over);
  });

  test('outlasts even a timer that was renewed before the update', async () => {
    const { standsSince: _, ...moved } = aLeadIn('quoted');
    const lead: Lead = {
      ...moved,
      generation: moved.generation + 1,
      timeline: [...moved.timeline, { type: 'timer-renewed', at: monday10, by: 'system' }],
    };
    const world = await aWorld({ leads: [lead] });
    const url = earlierLink('negotiate', lead.id, moved.generation, expiresAt);
    expect(textOf(await tap(world, url))).toContain('Sie verhandeln');
    const url2 = earlierLink('win', lead.id, moved.generation, expiresAt);
    expect(textOf(await request(world, 'GET', url2))).toContain(over);
  });

  test.each(stageKeys.filter((stage) => !isClosed(stage)))('reads the same in stage %s', async (stage) => {
    const lead = aLeadIn(stage);
    const world = await aWorld({ leads: [lead] });
    for (const action of actionsFor(lead, monday10)) {
      const old = await request(world, 'GET', earlierLink(action, lead.id, lead.generation, expiresAt));
      expect(old.status).toBe(200);
      expect(textOf(old)).not.toContain(over);
    }
  });
});

describe('the same form sent twice', () => {
  test('is one change of the lead, whatever was done to it in between', async () => {
    const lead = aLeadIn('opportunity');
    const world = await aWorld({ leads: [lead] });
    const url = link(world, lead, 'refine');
    const form = { shownAt: monday10, valueCents: '9000', budget: 'bis 10.000 €' };
    await request(world, 'POST', url, form);
    await changeLead(world, lead.id, { type: 'set-value', valueCents: 800_000 }, { by: 'owner' });
    expect(textOf(await request(world, 'POST', url, form))).toContain('Schon erledigt');
    expect((await stored(world, lead)).valueCents).toBe(800_000);
    // Who goes back and writes something else says it anew.
    await request(world, 'POST', url, { ...form, valueCents: '9500' });
    expect((await stored(world, lead)).valueCents).toBe(950_000);
  });

  test('also where the clock of the one who showed it was ahead', async () => {
    const lead = aLeadIn('quoted');
    const world = await aWorld({ leads: [lead] });
    const url = link(world, lead, 'not-reached');
    const form = { shownAt: '2026-11-23T09:00:07.000Z' };
    for (let times = 0; times < 3; times++) await request(world, 'POST', url, form);
    const { timeline } = await stored(world, lead);
    expect(timeline.filter(({ type }) => type === 'contact-attempted')).toHaveLength(1);
  });

  test('also where the write came through and nobody was told', async () => {
    const lead = aLeadIn('quoted');
    const world = await aWorld({ leads: [lead] });
    const url = link(world, lead, 'not-reached');
    const form = { shownAt: monday10 };
    const dying = {
      ...world,
      leads: {
        ...world.leads,
        save: async (changed: Lead) => {
          await world.leads.save(changed);
          throw new Error('killed');
        },
      },
    };
    await expect(request(dying, 'POST', url, form)).rejects.toThrow('killed');
    expect(textOf(await request(world, 'POST', url, form))).toContain('Schon erledigt');
    const { timeline } = await stored(world, lead);
    expect(timeline.filter(({ type }) => type === 'contact-attempted')).toHaveLength(1);
  });

  test('makes up for what the first one left undone: the new address finds the lead', async () => {
    const lead = aLeadIn('quoted');
    const world = await aWorld({ leads: [lead] });
    const url = link(world, lead, 'refine');
    const form = { shownAt: monday10, email: 'neu@kunde.test' };
    const contacts = { ...world.contacts, linkLead: () => Promise.reject(new Error('killed')) };
    await expect(request({ ...world, contacts }, 'POST', url, form)).rejects.toThrow('killed');
    expect(textOf(await request(world, 'POST', url, form))).toContain('Schon erledigt');
    expect((await world.contacts.load({ kind: 'email', value: 'neu@kunde.test' }))?.leadIds).toEqual([
      lead.id,
    ]);
  });

  test('a visit at the very time that stands is said to stand, and nobody is told again', async () => {
    const lead = aLeadIn('site-visit');
    const world = await aWorld({ leads: [lead] });
    await follow(world, lead);
    const mails = world.mailer.sent.length;
    const page = await tap(world, link(world, lead, 'plan-visit'), {
      date: '2026-11-26',
      time: '10:00',
      durationMinutes: '60',
    });
    expect(page.status).toBe(200);
    expect(textOf(page)).toContain('Schon erledigt');
    await follow(world, lead);
    expect(world.mailer.sent).toHaveLength(mails);
  });
});
