import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { stageKeys } from '../../../domain/lead/pipeline.ts';
import { notesOf } from '../../../domain/lead/private-note.ts';
import { isClosed } from '../../../domain/lead/stages.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, letTimePass, monday10 } from '../../support/a-walk.ts';
import { fieldsOf, textOf } from '../../support/read-page.ts';
import { act, added, link, request, stored, tap, worldWith } from './a-phone.ts';

const note = 'Will erst mit seiner Frau reden.';

/** What the customer got in four months, once the first mails are out. */
const toCustomer = (lead: Parameters<typeof letTimePass>[0]) =>
  letTimePass(
    { ...lead, acknowledgedAt: monday10, alertedAt: monday10 },
    { until: '2027-03-31T00:00:00.000Z' },
  ).mails.filter(({ to }) => to === 'customer');

describe('after a talk', () => {
  test('the page says who is reminded and when, before anything is saved', async () => {
    const world = await worldWith(aLead());
    const page = await request(world, 'GET', link(world, aLead(), 'reached'));
    const text = textOf(page);
    expect(text).toContain('Was kam heraus?');
    expect(text).toContain('Das bekommt der Kunde nie zu sehen');
    expect(text).toContain(
      'Meldet er sich nicht, erinnert ihn Nachfass per E-Mail: Mi, 25.11., Mo, 30.11. und Mo, 7.12.',
    );
    expect(fieldsOf(page).get('next')).toBe('nothing');
    expect(await stored(world, aLead())).toEqual(aLead());
  });

  test.each<[string, Partial<Lead>, string]>([
    [
      'had two reminders hears of the one that is left',
      { reminders: { unanswered: 2, inWaiting: 2, lastAt: '2026-11-20T09:00:00.000Z' } },
      'erinnert ihn Nachfass per E-Mail: Mi, 25.11. Sobald',
    ],
    [
      'was told that there comes no further one is promised none',
      { reminders: { unanswered: 3, inWaiting: 3, lastAt: '2026-11-20T09:00:00.000Z', promised: true } },
      'Der Kunde hat die letzte Erinnerung schon bekommen.',
    ],
  ])('of a customer who %s', async (_, reminded, said) => {
    const world = await worldWith(aLead(reminded));
    const text = textOf(await request(world, 'GET', link(world, aLead(reminded), 'reached')));
    expect(text.replace(/\s+/g, ' ')).toContain(said);
  });

  test('what came out is a note, and whoever picks nothing begins no mails', async () => {
    const { after, text } = await act(aLead(), 'reached', { note });
    expect(notesOf(after).map((one) => one.text)).toEqual([note]);
    expect(after).toMatchObject({ stage: 'needs-analysis', waitsFor: 'owner' });
    expect(text).toContain('Notiert');
    expect(toCustomer(after)).toEqual([]);
  });

  test('the owner is next on a day: nobody hears anything before it', async () => {
    const { after } = await act(aLead(), 'reached', { note, next: 'owner', 'until-own': '2026-12-07' });
    expect(after).toMatchObject({
      stage: 'needs-analysis',
      postponedUntil: '2026-12-07',
      waitsFor: 'nobody',
    });
    expect(toCustomer(after)).toEqual([]);
  });

  test('the customer gets back: he is reminded, and asked only what was ticked', async () => {
    const lead = aLead({ request: { urgency: 'planned', gas: false, kind: 'project', extra: [] } });
    const { after } = await act(lead, 'reached', { next: 'customer', asks: 'budget' });
    expect(after).toMatchObject({ waitsFor: 'customer', asks: ['budget'] });
    expect(toCustomer(after).map(({ mail }) => mail)).toEqual([
      'needs-analysis',
      'needs-analysis',
      'needs-analysis',
    ]);
  });

  test('a visit was agreed on', async () => {
    const { after } = await act(aLead(), 'reached', { next: 'visit', date: '2026-12-03', time: '14:00' });
    expect(after).toMatchObject({
      stage: 'site-visit',
      visit: { startsAt: '2026-12-03T13:00:00.000Z', durationMinutes: 60 },
    });
  });

  test('the quote is out', async () => {
    const { after } = await act(aLead(), 'reached', { next: 'quote', quotedCents: '8.500' });
    expect(after).toMatchObject({ stage: 'quoted', quotedCents: 850_000, waitsFor: 'customer' });
  });

  test.each([
    [{ next: 'visit', date: '2026-12-03', time: '' }, 'Bitte ausfüllen'],
    [{ next: 'quote' }, 'Bitte ausfüllen'],
    [{ next: 'quote', quotedCents: 'viel' }, 'Betrag'],
    [{ next: 'owner', 'until-own': '2026-11-01' }, 'Vergangenheit'],
    [{ next: 'somebody' }, 'Bitte auswählen'],
  ])('%j is asked again, and nothing of it is saved', async (answers, says) => {
    const { response, text, events } = await act(aLead(), 'reached', { note, ...answers });
    expect(response.status).toBe(422);
    expect(text).toContain(says);
    expect(response.body).toContain(note);
    expect(events).toEqual([]);
  });

  test('sent twice it is one talk', async () => {
    const world = await worldWith(aLead());
    const url = link(world, aLead(), 'reached');
    const form = { ...Object.fromEntries(fieldsOf(await request(world, 'GET', url))), note };
    await request(world, 'POST', url, form);
    expect(textOf(await request(world, 'POST', url, form))).toContain('Schon erledigt');
    const events = added(aLead(), await stored(world, aLead()));
    expect(events.map(({ type }) => type)).toEqual(['noted', 'moved', 'contact-attempted']);
  });

  test('a button of an old mail, pressed without the form, begins no mails either', async () => {
    const world = await worldWith(aLead());
    await request(world, 'POST', link(world, aLead(), 'reached'));
    expect(toCustomer(await stored(world, aLead()))).toEqual([]);
  });

  test.each(stageKeys.filter((stage) => !isClosed(stage)))(
    'in stage %s every step that is offered can be taken',
    async (stage) => {
      const lead = aLeadIn(stage);
      const world = await worldWith(lead);
      const { body } = await request(world, 'GET', link(world, lead, 'reached'));
      const offered = [...body.matchAll(/name="next" value="(\w+)"/g)].map(([, next = '']) => next);
      expect(offered).toContain('nothing');
      for (const next of offered) {
        const each = await worldWith(lead);
        const answers = { next, note, date: '2026-12-03', time: '14:00', quotedCents: '8500' };
        const page = await tap(each, link(each, lead, 'reached'), answers);
        expect([next, page.status]).toEqual([next, 200]);
        expect(notesOf(await stored(each, lead))).toHaveLength(1);
      }
    },
  );
});
