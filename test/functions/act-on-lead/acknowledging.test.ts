/** A request that got no confirmation of receipt by itself: the owner is told, and may have one sent. */
import { describe, expect, test } from 'vitest';
import { isBundled } from '../../../domain/lead/acknowledging.ts';
import { type Muted, mutedReasons } from '../../../domain/lead/origin.ts';
import { type Stage, stageKeys } from '../../../domain/lead/pipeline.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import type { World } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';
import { linksOf, textOf } from '../../support/read-page.ts';
import { erika, follow, load, owner, sentTo } from '../receive-mail/a-mailbox.ts';
import { link, request, tap, worldWith } from './a-phone.ts';

const label = 'Eingangsbestätigung senden';
const muted = (overrides: Parameters<typeof aLead>[0] = {}) => aLead({ muted: 'automatic', ...overrides });
const alertIn = (world: World) => sentTo(world, owner)[0]?.text ?? '';
/** The button in the alert. */
const buttonIn = (text: string) => new RegExp(`${label}:\\s+(\\S+)`).exec(text)?.[1];

async function alerted(lead = muted()) {
  const world = await worldWith(lead);
  await follow(world, lead.id);
  return { world, lead, button: buttonIn(alertIn(world)) };
}

describe('the alert', () => {
  const alone = mutedReasons.filter((reason) => !isBundled({ stage: 'new', muted: reason }));
  test.each(alone)('muted because of %s: it says so and why, and has the button', async (reason: Muted) => {
    const { world, button } = await alerted(muted({ muted: reason }));
    expect(sentTo(world, erika)).toEqual([]);
    expect(alertIn(world).replace(/\s+/g, ' ')).toMatch(/Keine Eingangsbestätigung gesendet: [A-ZÄÖÜ].*\./);
    expect(button).toBeDefined();
  });

  test('without an address it says so, and has no button', async () => {
    const { world, button } = await alerted(
      muted({ muted: 'portal', contact: { phone: '089 1', language: 'de' } }),
    );
    expect(alertIn(world)).toContain('Keine Eingangsbestätigung gesendet');
    expect(button).toBeUndefined();
  });

  test('of a request that was answered says nothing of it', async () => {
    const { world, button } = await alerted(aLead());
    expect(sentTo(world, erika)).toHaveLength(1);
    expect(alertIn(world)).not.toContain('Keine Eingangsbestätigung');
    expect(button).toBeUndefined();
  });

  test('of gas does not claim that the customer has the safety advice', async () => {
    const { urgency: _, ...request } = aLead().request;
    const { world } = await alerted(
      muted({ stage: 'service', request: { ...request, urgency: 'now', gas: true } }),
    );
    expect(alertIn(world)).toContain('noch keinen Sicherheitshinweis');
  });
});

describe('the button', () => {
  test('shows to whom it goes; pressing it sends the ordinary confirmation, once', async () => {
    const { world, lead, button = '' } = await alerted();
    expect(textOf(await request(world, 'GET', button))).toContain(`Sie geht an ${erika}`);
    expect(sentTo(world, erika)).toEqual([]);
    const done = await tap(world, button);
    expect(done.status).toBe(200);
    expect(textOf(done)).toContain('Die Eingangsbestätigung geht jetzt hinaus');
    await follow(world, lead.id);
    await tap(world, button);
    await follow(world, lead.id);
    expect(sentTo(world, erika).map(({ headers }) => headers['X-Nachfass-Mail'])).toEqual([
      `${lead.id}/g1#acknowledgement#1`,
    ]);
    const after = await load(world, lead.id);
    expect(after.muted).toBeUndefined();
    expect(after.acknowledgedAt).toBe(monday10);
    expect(after.timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['acknowledgement-requested', 'acknowledged']),
    );
    expect(sentTo(world, owner)).toHaveLength(1);
  });

  test('also hours after the request', async () => {
    const { world, lead, button = '' } = await alerted();
    world.clock.set('2026-11-25T09:00:00.000Z');
    await tap(world, button);
    await follow(world, lead.id);
    expect(sentTo(world, erika)).toHaveLength(1);
  });

  test('stands on the page of the lead, until it was pressed', async () => {
    const { world, lead } = await alerted();
    const view = link(world, lead, 'view');
    const page = await request(world, 'GET', view);
    expect(textOf(page)).toContain('Keine Eingangsbestätigung gesendet');
    await tap(world, linksOf(page).get(label) ?? '');
    const after = await request(world, 'GET', view);
    expect(linksOf(after).has(label)).toBe(false);
    expect(textOf(after)).not.toContain('Keine Eingangsbestätigung gesendet');
  });

  test.each([
    ['no address', { contact: { phone: '089 1', language: 'de' as const } }, 'keine E-Mail-Adresse bekannt'],
    ['an address that bounced', { mailsStopped: 'bounced' as const }, 'kommen nicht an'],
    ['a customer who wants none', { mailsStopped: 'stopped' as const }, 'möchte keine E-Mails mehr'],
  ])('%s: refused in plain words, nothing is sent', async (_, overrides, words) => {
    const lead = muted({ ...overrides, alertedAt: monday10 });
    const world = await worldWith(lead);
    const refused = await request(world, 'POST', link(world, lead, 'acknowledge'));
    expect(refused.status).toBe(409);
    expect(textOf(refused)).toContain(words);
    expect(await load(world, lead.id)).toMatchObject({ muted: 'automatic', generation: lead.generation });
  });

  test('an address that complained about another request is refused as well', async () => {
    const lead = muted({ alertedAt: monday10 });
    const world = await worldWith(lead);
    await world.contacts.suppress({ kind: 'email', value: erika }, 'complained', monday10);
    const refused = await request(world, 'POST', link(world, lead, 'acknowledge'));
    expect(textOf(refused)).toContain('beschwert');
    await follow(world, lead.id);
    expect(sentTo(world, erika)).toEqual([]);
  });
});

describe('muting ends with the first thing the owner does', () => {
  const acts: readonly [Parameters<typeof link>[2], Record<string, string>, Stage][] = [
    ['reached', {}, 'needs-analysis'],
    ['not-reached', {}, 'first-contact'],
    ['take', {}, 'in-progress'],
    ['refine', { name: 'Erika Beispiel' }, 'new'],
  ];

  test.each(acts)('%s: no confirmation is made up for', async (action, answers, stage) => {
    const { world, lead } = await alerted();
    await tap(world, link(world, lead, action), answers);
    const after = await load(world, lead.id);
    expect(after).toMatchObject({ stage, acknowledgement: 'withheld' });
    expect(after.muted).toBeUndefined();
    await follow(world, lead.id);
    expect(sentTo(world, erika)).toEqual([]);
  });

  test('the customer is reminded from then on like any other', async () => {
    const { world, lead } = await alerted();
    await tap(world, link(world, lead, 'not-reached'));
    world.clock.set('2026-11-26T09:00:00.000Z');
    await follow(world, lead.id);
    expect(sentTo(world, erika)).toHaveLength(1);
  });

  test('before it nobody but the owner is written to, also of a business that reminds new customers itself', async () => {
    const company = aCompany({ cadences: { new: { to: 'customer', after: ['2 working hours'] } } });
    const remindedIn = async (lead: ReturnType<typeof aLead>) => {
      const world = await worldWith(lead, company);
      world.clock.set('2026-11-23T15:00:00.000Z');
      await follow(world, lead.id);
      return sentTo(world, erika).length;
    };
    const settled = { alertedAt: monday10, acknowledgedAt: monday10 };
    expect(await remindedIn(aLead(settled))).toBe(1);
    expect(await remindedIn(muted(settled))).toBe(0);
  });

  test('a portal’s request stays as it is until an address of the customer is known', async () => {
    const lead = muted({
      muted: 'portal',
      contact: { phone: '089 123456', language: 'de' },
      alertedAt: monday10,
    });
    const world = await worldWith(lead);
    await tap(world, link(world, lead, 'refine'), { name: 'Erika Muster' });
    const named = await load(world, lead.id);
    expect(named.muted).toBe('portal');
    expect(linksOf(await request(world, 'GET', link(world, named, 'view'))).has(label)).toBe(false);
    await tap(world, link(world, named, 'refine'), { email: erika });
    const known = await load(world, lead.id);
    expect(known.muted).toBeUndefined();
    const page = await request(world, 'GET', link(world, known, 'view'));
    expect(linksOf(page).has(label)).toBe(true);
    await follow(world, lead.id);
    expect(sentTo(world, erika)).toEqual([]);
  });

  test.each(stageKeys)(
    'a muted lead of an earlier release in stage %s can still be read and followed',
    async (stage) => {
      const lead = { ...aLeadIn(stage), muted: 'automatic' as const };
      const world = await worldWith(lead);
      expect((await request(world, 'GET', link(world, lead, 'view'))).status).toBe(200);
      await follow(world, lead.id);
    },
  );
});
