import { describe, expect, test } from 'vitest';
import { decide } from '../../../domain/lead/decide.ts';
import { evolveAll } from '../../../domain/lead/evolve.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { reconcileLeads } from '../../../functions/reconcile-leads/reconcile-leads.ts';
import { notMeLink } from '../../../functions/shared/action-links.ts';
import { aLead } from '../../support/a-lead.ts';
import { aStranger } from '../../support/a-stranger.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany, ownerAlone } from '../../support/company.ts';
import { linksOf, textOf } from '../../support/read-page.ts';
import { request, stored, tap } from './a-phone.ts';

const acknowledged = { acknowledgedAt: monday10, alertedAt: monday10 };
const erika = 'erika.muster@example.org';

async function worldWith(lead: Lead, ...others: readonly Lead[]) {
  const world = await aWorld({ company: ownerAlone(), leads: [lead, ...others] });
  return { world, url: notMeLink(world.links, lead.id, monday10) };
}

async function follow(world: World, lead: Lead) {
  const { generation } = await stored(world, lead);
  await followUpLead({ leadId: lead.id, generation }, world);
}

describe('"Das war ich nicht"', () => {
  const lead = { ...aLeadIn('new'), ...acknowledged };

  test('asks with one button; looking changes nothing', async () => {
    const { world, url } = await worldWith(lead);
    for (const method of ['GET', 'HEAD'] as const)
      expect((await request(world, method, url)).status).toBe(200);
    const page = await request(world, 'GET', url);
    expect(page.body.match(/<button>/g)).toHaveLength(1);
    expect(await stored(world, lead)).toEqual(lead);
  });

  test('pressed, nothing more goes to this address, the owner is told to phone, and the request stays', async () => {
    const { world, url } = await worldWith(lead);
    const page = await tap(world, url);
    expect(textOf(page)).toContain('Danke für den Hinweis');
    const after = await stored(world, lead);
    expect(after).toMatchObject({ stage: 'new', mailsStopped: 'disowned', contact: lead.contact });
    expect(after.timeline.at(-1)).toEqual({ type: 'disowned', at: monday10, by: 'customer' });
    await follow(world, lead);
    const [mail, ...others] = world.mailer.sent;
    expect(others).toEqual([]);
    expect(mail?.to).not.toContain(erika);
    expect(mail?.subject).toContain('E-Mail-Adresse gehört jemand anderem');
    expect(mail?.text.replace(/\s+/g, ' ')).toContain(
      'Vielleicht hat sich der Kunde vertippt: Bitte rufen Sie an.',
    );
    expect(mail?.text).toContain('089 / 123 45 67');
  });

  test('says nothing of the request, but how the business is reached', async () => {
    const { world, url } = await worldWith(lead);
    for (const page of [await request(world, 'GET', url), await request(world, 'POST', url)]) {
      expect([...linksOf(page).keys()]).toEqual(['+49 89 1234560', 'anfrage@muster-haustechnik.example']);
      expect(page.body).not.toMatch(/Erika|Bad erneuern|7K2M9QX4TD/);
    }
  });

  test('without a number the owner reads that one is missing', async () => {
    const { phone: _phone, phoneE164: _e164, ...contact } = lead.contact;
    const unreachable = { ...lead, contact };
    const { world, url } = await worldWith(unreachable);
    await tap(world, url);
    await follow(world, unreachable);
    expect(world.mailer.sent[0]?.text.replace(/\s+/g, ' ')).toContain('Eine Telefonnummer fehlt');
  });

  test('pressed twice it is told once', async () => {
    const { world, url } = await worldWith(lead);
    await tap(world, url);
    const once = await stored(world, lead);
    expect((await request(world, 'POST', url)).status).toBe(200);
    expect(await stored(world, lead)).toEqual(once);
  });

  test('later, in the middle of a sale, the reminders go to the owner', async () => {
    const quoted = { ...aLeadIn('quoted'), ...acknowledged };
    const { world, url } = await worldWith(quoted);
    await tap(world, url);
    await follow(world, quoted);
    world.clock.set('2026-12-01T10:00:00.000Z');
    await follow(world, quoted);
    expect(world.mailer.sent.flatMap(({ to }) => to)).not.toContain(erika);
  });

  test('an emergency rings on', async () => {
    const emergency = { ...aLeadIn('service'), ...acknowledged };
    const { world, url } = await worldWith(emergency);
    await tap(world, url);
    expect(await stored(world, emergency)).toMatchObject({ stage: 'service', cadence: { name: 'service' } });
  });

  test.each([
    ['an emergency', { ...aLeadIn('service'), ...acknowledged }, /^🚨 .*Notfall vielleicht nicht echt/],
    ['one that rings with others', { ...aLeadIn('service'), ...acknowledged }, /^🚨/],
    [
      'one that was taken on',
      { ...aLeadIn('service'), ...acknowledged, confirmedAt: monday10 },
      /: E-Mail-Adr/,
    ],
    ['a lost lead', { ...aLeadIn('lost'), ...acknowledged }, /: E-Mail-Adresse gehört jemand anderem/],
    ['a lead that was won', { ...aLeadIn('won'), ...acknowledged }, /: E-Mail-Adresse gehört/],
  ])('of %s is told to the owner at once, and once', async (what, found, subject) => {
    const { world, url } = await worldWith(found);
    if (what.includes('others')) {
      for (const leadId of ['A', 'B', 'C', 'D'])
        await world.alarms.add({ leadId, since: monday10, trusted: false });
      await world.alarms.claimCommon(undefined, { rings: 1, rangAt: monday10 });
    }
    await tap(world, url);
    const { id, generation } = await stored(world, found);
    expect(world.workflow.begun).toContainEqual({ leadId: id, generation });
    await follow(world, found);
    await request(world, 'POST', url);
    await follow(world, found);
    const [mail, ...others] = world.mailer.sent;
    expect(others).toEqual([]);
    expect(mail?.to).toEqual(world.company.owner.email);
    expect(mail?.subject).toMatch(subject);
    expect(mail?.text.replace(/\s+/g, ' ')).toContain('hat jemand „Das war ich nicht“ gesagt');
    const after = await stored(world, found);
    expect(after).toMatchObject({ stage: found.stage, mailsStopped: 'disowned' });
    expect(after.cadence?.generation).toBe(found.cadence?.generation);
    expect(after.cadence?.name).toBe(found.cadence?.name);
    expect(after).not.toHaveProperty('untoldDisowning');
  });

  test('of a request that was put to an earlier one it is told for that one', async () => {
    const heir = { ...lead, id: 'HE1R000001' };
    const merged: Lead = { ...aLeadIn('lost'), ...acknowledged, mergedInto: heir.id };
    const { world, url } = await worldWith(merged, heir);
    await tap(world, url);
    await request(world, 'POST', url);
    expect(await stored(world, merged)).not.toHaveProperty('untoldDisowning');
    expect(await stored(world, heir)).toMatchObject({ mailsStopped: 'disowned' });
    await follow(world, heir);
    expect(world.mailer.sent.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('E-Mail-Adresse gehört jemand anderem'),
    ]);
  });

  test('of a request that was put to one with another address it is told, and that one goes on as before', async () => {
    const heir = { ...lead, id: 'HE1R000001', contact: { ...lead.contact, email: 'otto@kunde.test' } };
    const merged: Lead = { ...aLeadIn('lost'), ...acknowledged, mergedInto: heir.id };
    const { world, url } = await worldWith(merged, heir);
    await tap(world, url);
    expect(await stored(world, heir)).toEqual(heir);
    // Its execution is lost.
    world.clock.set(addDuration(monday10, 'PT30M'));
    await reconcileLeads(world);
    await follow(world, merged);
    await follow(world, merged);
    expect(world.mailer.sent.map(({ to, subject }) => [to, subject])).toEqual([
      [world.company.owner.email, expect.stringMatching(/: E-Mail-Adresse gehört/)],
    ]);
    expect(await stored(world, merged)).not.toHaveProperty('untoldDisowning');
  });

  test('of spam it is told to nobody', async () => {
    const spam = { ...aLeadIn('lost'), ...acknowledged, spam: true };
    const { world, url } = await worldWith(spam);
    await tap(world, url);
    await follow(world, spam);
    expect(world.mailer.sent).toEqual([]);
  });

  test.each([
    ['in a week', 'P7D', {}, 'disowned', 0],
    ['in a week, under another name', 'P7D', { name: 'Eva Muster' }, 'disowned', 0],
    ['in six weeks', 'P42D', {}, undefined, 1],
  ])('%s a stranger has no answer sent there again', async (_, later, other, muted, sent) => {
    const { world, url } = await worldWith(lead);
    await tap(world, url);
    const capturedAt = addDuration(monday10, later);
    world.clock.set(capturedAt);
    const next = aStranger(7, { capturedAt, contact: { ...lead.contact, ...other } });
    await world.leads.add(next, { contentHash: next.id });
    await follow(world, next);
    expect((await stored(world, next)).muted).toBe(muted);
    expect(world.mailer.sent.filter(({ to }) => to.includes(erika))).toHaveLength(sent);
    const told = world.mailer.sent.map(({ text }) => text.replace(/\s+/g, ' '));
    expect(told.some((text) => text.includes('bei einer anderen Anfrage „Das war ich nicht“'))).toBe(
      sent === 0,
    );
  });

  test('whoever proves himself there is answered', async () => {
    const { world, url } = await worldWith(lead);
    await tap(world, url);
    const next = aStranger(7, { contact: lead.contact, proof: 'own-form' });
    await world.leads.add(next, { contentHash: next.id });
    await follow(world, next);
    expect(world.mailer.sent.filter(({ to }) => to.includes(erika))).toHaveLength(1);
  });

  test('with the right address the mails go on', () => {
    const context = { now: monday10, by: 'owner', company: aCompany() } as const;
    const disowned: Lead = { ...lead, mailsStopped: 'disowned' };
    const decision = decide(
      disowned,
      { type: 'set-details', details: { email: 'erika@muster.example' } },
      context,
    );
    const after = 'events' in decision ? evolveAll(disowned, decision.events) : disowned;
    expect(after.mailsStopped).toBeUndefined();
  });

  test('holds a year, speaks the language of the request, and opens nothing else', async () => {
    const english = { ...lead, contact: { ...lead.contact, language: 'en' as const } };
    const { world, url } = await worldWith(english);
    world.clock.set('2027-11-30T00:00:00.000Z');
    expect(textOf(await request(world, 'GET', url))).toContain('The request is not yours?');
    await request(world, 'POST', `${url}?to=lost`, { to: 'lost', reason: 'x', action: 'lose' });
    expect((await stored(world, lead)).stage).toBe('new');
    world.clock.set('2028-01-31T00:00:00.000Z');
    expect((await request(world, 'GET', url)).status).toBe(403);
  });

  test('of a request that is gone it says the same', async () => {
    const world = await aWorld();
    const page = await request(world, 'POST', notMeLink(world.links, aLead().id, monday10));
    expect(textOf(page)).toContain('Danke für den Hinweis');
  });
});
