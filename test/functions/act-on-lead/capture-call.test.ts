import { describe, expect, test } from 'vitest';
import { captureCallLink } from '../../../functions/shared/action-links.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { fieldsOf, linksOf, textOf } from '../../support/read-page.ts';
import { request, tap } from './a-phone.ts';

const call = {
  phone: '089 / 765 43 21',
  name: 'Karl Maier',
  message: 'Der Wasserhahn in der Küche tropft.',
  urgency: 'soon',
};

async function worldAndLink(): Promise<{ world: World; url: string }> {
  const world = await aWorld();
  return { world, url: captureCallLink(world.links, monday10) };
}

describe('noting a phone call', () => {
  test('makes a lead like any other: its source is the phone, its timer runs', async () => {
    const { world, url } = await worldAndLink();
    const page = await tap(world, url, { ...call, city: 'Dachau', email: 'Karl@Maier.example' });
    expect(page.status).toBe(200);
    const [lead, ...others] = world.leads.all();
    expect(others).toEqual([]);
    expect(lead).toMatchObject({
      stage: 'new',
      source: 'phone',
      contact: {
        name: 'Karl Maier',
        phone: '089 / 765 43 21',
        phoneE164: '+49897654321',
        email: 'karl@maier.example',
        city: 'Dachau',
        language: 'de',
      },
      request: { message: call.message, urgency: 'soon', kind: 'repair' },
    });
    expect(lead?.timeline).toEqual([
      expect.objectContaining({ type: 'captured', by: 'owner', at: monday10 }),
    ]);
    expect(lead?.alertedAt).toBe(monday10);
    expect(world.workflow.begun).toEqual([{ leadId: lead?.id, generation: 1 }]);
    expect(textOf(page)).toContain(`Nummer ${lead?.id}`);
    expect(linksOf(page).has('Erreicht')).toBe(true);
  });

  test('an emergency becomes one at once, and can be taken on right there', async () => {
    const { world, url } = await worldAndLink();
    const page = await tap(world, url, { ...call, message: 'Es riecht nach Gas', urgency: 'now' });
    const [lead] = world.leads.all();
    expect(lead).toMatchObject({ stage: 'service', request: { gas: true, urgency: 'now' } });
    await tap(world, linksOf(page).get('Ich übernehme') ?? '');
    expect(world.leads.all()[0]?.confirmedAt).toBe(monday10);
  });

  test('keeps apart what the customer wants and what is only for us', async () => {
    const { world, url } = await worldAndLink();
    await tap(world, url, { ...call, note: 'Zahlt schlecht.', source: 'word-of-mouth' });
    const [lead] = world.leads.all();
    expect(lead).toMatchObject({ source: 'word-of-mouth', request: { message: call.message } });
    expect(lead?.timeline.slice(1)).toEqual([
      { type: 'noted', text: 'Zahlt schlecht.', at: monday10, by: 'owner' },
    ]);
  });

  test('keeps the address as it was said', async () => {
    const { world, url } = await worldAndLink();
    await tap(world, url, { ...call, address: 'Am Bach 3', postcode: '85221', city: 'Dachau' });
    expect(world.leads.all()[0]?.contact).toMatchObject({
      address: 'Am Bach 3',
      postcode: '85221',
      city: 'Dachau',
    });
  });

  test('a visit that was agreed on stands at once, and its timer runs', async () => {
    const { world, url } = await worldAndLink();
    await tap(world, url, { ...call, date: '2026-11-26', time: '14:00' });
    const [lead] = world.leads.all();
    expect(lead).toMatchObject({
      stage: 'site-visit',
      visit: { startsAt: '2026-11-26T13:00:00.000Z', durationMinutes: 60 },
    });
    expect(world.workflow.begun).toEqual([{ leadId: lead?.id, generation: lead?.generation }]);
  });

  test.each([
    [{ date: '2026-11-26' }, 'Bitte ausfüllen'],
    [{ time: '14:00' }, 'Bitte ausfüllen'],
    [{ date: '2026-11-20', time: '14:00' }, 'Vergangenheit'],
    [{ date: '2026-11-26', time: '25:00' }, 'Uhrzeit'],
  ])('of a visit with %j it asks again', async (visit, says) => {
    const { world, url } = await worldAndLink();
    const page = await tap(world, url, { ...call, ...visit });
    expect(page.status).toBe(422);
    expect(textOf(page)).toContain(says);
    expect(page.body).toContain('<details open>');
    expect(world.leads.all()).toEqual([]);
  });

  test('what the owner chose wins over words: a call about a burst pipe of last year is not urgent', async () => {
    const { world, url } = await worldAndLink();
    await tap(world, url, { ...call, message: 'Rohrbruch!', urgency: 'planned' });
    expect(world.leads.all()[0]).toMatchObject({ stage: 'new', request: { urgency: 'planned' } });
    expect(world.leads.all()[0]?.request.urgencyWord).toBeUndefined();
  });

  test('a number as it was heard is enough, without a name', async () => {
    const { world, url } = await worldAndLink();
    await tap(world, url, { ...call, name: '', phone: '4711 23' });
    expect(world.leads.all()[0]?.contact).toEqual({ phone: '4711 23', language: 'de' });
  });

  test.each([
    { phone: call.phone, name: call.name },
    { phone: call.phone },
    { name: 'Karl Maier', note: 'Frau Maier, bitte zurückrufen' },
    { note: 'Bitte Herrn Maier zurückrufen' },
  ])('%j is enough: what the customer wants may be left open', async (answers) => {
    const { world, url } = await worldAndLink();
    expect((await tap(world, url, answers)).status).toBe(200);
    expect(world.leads.all()).toMatchObject([{ stage: 'new', request: { urgency: 'planned' } }]);
    expect(world.leads.all()[0]?.request.message).toBeUndefined();
  });

  test('a number that stands in the note is the one to call', async () => {
    const { world, url } = await worldAndLink();
    await tap(world, url, { note: 'Frau Huber, 0171 7654321, bitte zurückrufen' });
    expect(world.leads.all()[0]?.contact.phoneE164).toBe('+491717654321');
  });

  test('a note of water in the cellar rings, whatever was left open', async () => {
    const { world, url } = await worldAndLink();
    await tap(world, url, { phone: call.phone, note: 'Rohrbruch im Keller, sofort zurückrufen' });
    expect(world.leads.all()[0]?.stage).toBe('service');
  });

  test('nothing at all is no call, and says what would be one', async () => {
    const { world, url } = await worldAndLink();
    const page = await tap(world, url, { city: 'Dachau' });
    expect(page.status).toBe(422);
    expect(textOf(page)).toContain('wenigstens eines');
    expect(fieldsOf(page).get('city')).toBe('Dachau');
  });

  test.each([
    [{ ...call, phone: '' }, 'Telefonnummer oder E-Mail-Adresse'],
    [{ ...call, phone: '12' }, 'keine Telefonnummer'],
    [{ ...call, urgency: 'later' }, 'Bitte auswählen'],
    [{ phone: call.phone, name: call.name, message: call.message }, 'Bitte auswählen'],
    [{ ...call, email: 'karl@' }, 'keine E-Mail-Adresse'],
  ])('%j is asked again, with what was typed', async (answers, says) => {
    const { world, url } = await worldAndLink();
    const page = await tap(world, url, answers);
    expect(page.status).toBe(422);
    expect(textOf(page)).toContain(says);
    expect(fieldsOf(page).get('name')).toBe('Karl Maier');
    expect(world.leads.all()).toEqual([]);
  });

  test('nothing is chosen beforehand', async () => {
    const { world, url } = await worldAndLink();
    expect(fieldsOf(await request(world, 'GET', url)).get('urgency')).toBe('');
  });

  test('tapped twice it is one lead, also at the same instant, also days later', async () => {
    const { world, url } = await worldAndLink();
    const form = { ...Object.fromEntries(fieldsOf(await request(world, 'GET', url))), ...call };
    const pages = await Promise.all([request(world, 'POST', url, form), request(world, 'POST', url, form)]);
    world.clock.set('2026-11-26T09:00:00.000Z');
    pages.push(await request(world, 'POST', url, form));
    expect(world.leads.all()).toHaveLength(1);
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(pages.filter((page) => textOf(page).includes('Schon erledigt'))).toHaveLength(2);
    expect(world.workflow.begun).toHaveLength(1);
  });

  test('two callers are two leads, also from the same form by way of "back"', async () => {
    const { world, url } = await worldAndLink();
    const form = { ...Object.fromEntries(fieldsOf(await request(world, 'GET', url))), ...call };
    await request(world, 'POST', url, form);
    await request(world, 'POST', url, { ...form, name: 'Eva Huber', phone: '0171 7654321' });
    expect(world.leads.all().map(({ contact }) => contact.name)).toEqual(['Karl Maier', 'Eva Huber']);
  });

  test('the same caller with the same matter next week is a new lead from a new form', async () => {
    const { world, url } = await worldAndLink();
    await tap(world, url, call);
    world.clock.set('2026-11-30T09:00:00.000Z');
    await tap(world, url, call);
    expect(world.leads.all()).toHaveLength(2);
  });

  test('the call is kept although the timer could not be started', async () => {
    const { world, url } = await worldAndLink();
    const workflow = { ...world.workflow, begin: () => Promise.reject(new Error('throttled')) };
    const page = await tap({ ...world, workflow }, url, call);
    expect(page.status).toBe(200);
    expect(world.leads.all()).toHaveLength(1);
  });

  test('the link is no key to any lead', async () => {
    const { world, url } = await worldAndLink();
    await tap(world, url, call);
    const [lead] = world.leads.all();
    await request(world, 'POST', url, { leadId: lead?.id ?? '', to: 'lost', reason: 'x' });
    expect(world.leads.all()[0]).toEqual(lead);
  });
});

describe('a call that cannot be stored', () => {
  const down = () => Promise.reject(new Error('It is down'));

  test('waits in the queue, and the owner is told its number', async () => {
    const { world, url } = await worldAndLink();
    const page = await tap({ ...world, leads: { ...world.leads, add: down } }, url, call);
    expect(page.status).toBe(200);
    const [submission, ...others] = world.submissions.all();
    expect(others).toEqual([]);
    expect(submission).toMatchObject({
      capturedAt: monday10,
      facts: { source: 'phone', by: 'owner', contact: { name: 'Karl Maier' } },
    });
    expect(textOf(page)).toContain(`Nummer ${submission?.leadId}`);
    expect(textOf(page)).toContain('in einigen Minuten');
  });

  test('stays in the form of the owner if it cannot wait there either', async () => {
    const { world, url } = await worldAndLink();
    const nothing = {
      ...world,
      leads: { ...world.leads, add: down },
      submissions: { ...world.submissions, put: down },
    };
    const page = await tap(nothing, url, call);
    expect(page).toMatchObject({ status: 503, headers: { 'retry-after': '60' } });
    expect(textOf(page)).toContain('noch nicht gespeichert');
    expect(fieldsOf(page).get('phone')).toBe(call.phone);
    expect(fieldsOf(page).get('name')).toBe(call.name);
    expect(page.body).toContain(call.message);
  });
});
