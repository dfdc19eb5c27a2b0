import { describe, expect, test } from 'vitest';
import type { Action } from '../../../domain/lead/action.ts';
import type { Stage } from '../../../domain/lead/pipeline.ts';
import { movesFrom } from '../../../domain/lead/stages.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';
import { fieldsOf, linksOf, textOf } from '../../support/read-page.ts';
import { act, link, request, stored, tap, worldWith } from './a-phone.ts';

describe('what a form asks for', () => {
  const nameless = aLead({
    contact: { phone: '089 1234567', phoneE164: '+49891234567', language: 'de' },
    request: { message: 'Hallo', urgency: 'planned', gas: false, extra: [] },
  });

  test('what is given there is kept', async () => {
    const { after, text } = await act(nameless, 'take', { name: 'Karl Maier', kind: 'repair' });
    expect(text).toContain('Karl Maier');
    expect(after).toMatchObject({
      stage: 'in-progress',
      contact: { name: 'Karl Maier' },
      request: { kind: 'repair' },
    });
  });

  test('the figure a step is about is asked for even if it is known, and stands there', async () => {
    const world = await worldWith(aLeadIn('quoted'));
    const page = await request(world, 'GET', link(world, aLeadIn('quoted'), 'win'));
    expect(fieldsOf(page).get('finalCents')).toBe('11.500');
  });

  test('an order without a sum is worth what was quoted', async () => {
    const world = await worldWith(aLeadIn('quoted'));
    const won = await tap(world, link(world, aLeadIn('quoted'), 'win'), { finalCents: '' });
    expect(won.status).toBe(200);
    expect(await stored(world, aLeadIn('quoted'))).toMatchObject({ stage: 'won', finalCents: 1_150_000 });
  });

  test('another stage is picked first: all that are allowed, not the one where it is', async () => {
    const lead = aLeadIn('quoted');
    const world = await worldWith(lead);
    const url = link(world, lead, 'move');
    const choices = [...linksOf(await request(world, 'GET', url)).values()].filter((to) =>
      to.startsWith('?to='),
    );
    expect(choices.map((to) => to.slice(4))).toEqual(movesFrom('quoted').filter((to) => to !== 'quoted'));
    const moved = await tap(world, `${url}?to=lost`, { 'reason-own': 'Doppelt angefragt' });
    expect(moved.status).toBe(200);
    expect(await stored(world, lead)).toMatchObject({ stage: 'lost', reason: 'Doppelt angefragt' });
  });

  test('without a stage nothing moves', async () => {
    const lead = aLeadIn('quoted');
    const world = await worldWith(lead);
    for (const to of ['', 'nowhere', 'quoted', 'service-done']) {
      await request(world, 'POST', link(world, lead, 'move'), { to });
    }
    expect(await stored(world, lead)).toEqual(lead);
  });

  test('a link for one action does no other, whatever is posted', async () => {
    const lead = aLeadIn('site-visit');
    const world = await worldWith(lead);
    await request(world, 'POST', link(world, lead, 'quote'), {
      to: 'won',
      finalCents: '1',
      quotedCents: '100',
    });
    expect((await stored(world, lead)).stage).toBe('quoted');
  });

  test('reopening goes where the owner says', async () => {
    const lead = aLeadIn('lost');
    const world = await worldWith(lead);
    const page = await request(world, 'GET', link(world, lead, 'reopen'));
    expect(linksOf(page).get('Angebot beim Kunden')).toBe('?to=quoted');
    await tap(world, `${link(world, lead, 'reopen')}?to=quoted`, { quotedCents: '700' });
    expect(await stored(world, lead)).toMatchObject({ stage: 'quoted', quotedCents: 70_000 });
  });
});

test('tapping the button of "later" without a choice of one’s own takes it', async () => {
  const { after } = await act(aLeadIn('quoted'), 'postpone');
  expect(after.postponedUntil).toBe('2026-11-30');
});

describe('bad input is said at the field, and nothing is lost', () => {
  test.each<[Action, Stage, Record<string, string>, string]>([
    ['quote', 'site-visit', { quotedCents: 'ungefähr 8000' }, 'zum Beispiel 8.500 oder 8500,50'],
    ['quote', 'site-visit', { quotedCents: '' }, 'Bitte ausfüllen'],
    ['qualify', 'needs-analysis', { valueCents: '0' }, 'größer als 0'],
    ['lose', 'quoted', {}, 'Bitte auswählen'],
    ['lose', 'quoted', { reason: ' ', 'reason-own': '  ' }, 'Bitte auswählen'],
    ['plan-visit', 'opportunity', { date: '2026-02-30', time: '10:00' }, 'ein Datum wie 24.11.2026'],
    ['plan-visit', 'opportunity', { date: '2026-11-26', time: '25:00' }, 'eine Uhrzeit wie 14:30'],
    ['plan-visit', 'opportunity', { date: '2026-11-26', time: '10:00', durationMinutes: '1' }, '5 bis 600'],
    ['plan-visit', 'opportunity', { date: '2026-11-23', time: '09:59' }, 'in der Vergangenheit'],
    ['plan-visit', 'opportunity', { date: '2062-11-23', time: '10:00' }, 'Stimmt das Jahr?'],
    ['postpone', 'quoted', { 'until-own': '2026-11-23' }, 'in der Vergangenheit'],
    [
      'disqualify',
      'needs-analysis',
      { reason: 'x', 'lookAgainOn-own': '2026-11-20' },
      'in der Vergangenheit',
    ],
    ['refine', 'quoted', { probability: '101' }, '0 bis 100'],
    ['refine', 'quoted', { email: 'erika@' }, 'keine E-Mail-Adresse'],
    ['refine', 'quoted', { phone: '1234567' }, 'mit Vorwahl'],
    ['refine', 'quoted', { kind: 'gift' }, 'Bitte auswählen'],
    ['erase', 'quoted', {}, 'Bitte bestätigen'],
  ])('%s from %s with %j', async (action, from, answers, says) => {
    const lead = aLeadIn(from);
    const { response, text, after } = await act(lead, action, answers);
    expect(response.status).toBe(422);
    expect(text).toContain(says);
    expect(response.body).toMatch(/class="fault" id="f-\w+-fault"/);
    expect(response.body).toContain('aria-invalid="true"');
    expect(after).toEqual(lead);
  });

  test('what was typed stands there again, right and wrong alike', async () => {
    const { response } = await act(aLeadIn('opportunity'), 'plan-visit', {
      date: '2026-12-01',
      time: 'morgens',
      durationMinutes: '120',
    });
    const fields = fieldsOf(response);
    expect(Object.fromEntries(fields)).toMatchObject({
      date: '2026-12-01',
      time: 'morgens',
      durationMinutes: '120',
    });
  });

  test('a form shown again works like the first one', async () => {
    const lead = aLeadIn('site-visit');
    const world = await worldWith(lead);
    const url = link(world, lead, 'quote');
    const again = await tap(world, url, { quotedCents: 'acht' });
    await request(world, 'POST', url, { ...Object.fromEntries(fieldsOf(again)), quotedCents: '8000' });
    expect((await stored(world, lead)).quotedCents).toBe(800_000);
  });

  test('dates and times are also read as people write them', async () => {
    const { after } = await act(aLeadIn('opportunity'), 'plan-visit', {
      date: '1.12.2026',
      time: '9.30 Uhr',
    });
    expect(after.visit?.startsAt).toBe('2026-12-01T08:30:00.000Z');
  });

  test('francs are read as they are written in Switzerland', async () => {
    const lead = aLeadIn('site-visit');
    const world = await worldWith(
      lead,
      aCompany({ country: 'CH', currency: 'CHF', region: 'ZH', timeZone: 'Europe/Zurich' }),
    );
    const page = await tap(world, link(world, lead, 'quote'), { quotedCents: "8'500.-" });
    expect(textOf(page)).toMatch(/CHF\s8'500/);
    expect((await stored(world, lead)).quotedCents).toBe(850_000);
  });
});

describe('refining', () => {
  test('changes only what differs; saving the form as it stands changes nothing', async () => {
    const { response, text, events } = await act(aLeadIn('opportunity'), 'refine');
    expect(response.status).toBe(200);
    expect(text).toContain('Schon erledigt');
    expect(events).toEqual([]);
  });

  test('a sum that is left empty keeps what is known', async () => {
    const { after } = await act(aLeadIn('opportunity'), 'refine', {
      valueCents: '',
      budget: 'neu',
    });
    expect(after).toMatchObject({
      contact: { name: 'Erika Muster' },
      valueCents: 1_200_000,
      request: { budget: 'neu' },
    });
  });
});
