import { describe, expect, test } from 'vitest';
import { contactKeys } from '../../../domain/lead/contact-keys.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { fieldsOf, textOf } from '../../support/read-page.ts';
import { aDesk } from './a-browser.ts';

const call = '/desk/call';
const said = { phone: '089 123-4567', message: 'Fragt nach dem Termin', urgency: 'planned' };

/** He has asked before, from 089 / 123 45 67. */
async function worldOf(...leads: readonly Lead[]): Promise<World> {
  const world = await aWorld({ leads });
  for (const lead of leads)
    for (const key of contactKeys(lead.contact)) await world.contacts.linkLead(key, lead.id);
  return world;
}

describe('somebody calls whose number is known', () => {
  test('while it is typed he appears with what is open, and nothing of it stands in an address', async () => {
    const world = await worldOf(aLead());
    const browser = await aDesk(world);
    const shown = textOf(await browser.post(`${call}/known`, { phone: '+49 89 1234567' }));
    expect(shown).toContain('Bekannt: Erika Muster, München');
    expect(shown).toContain('Gehört zu: Wir möchten unser Bad erneuern');
    expect(shown).toContain('Etwas Neues');
    for (const phone of ['089 123', '0171 999 99 99', '', '<b>']) {
      expect((await browser.post(`${call}/known`, { phone })).body).toBe('');
    }
  });

  test('nothing is stored before it is said whether the call belongs to something', async () => {
    const world = await worldOf(aLead());
    const browser = await aDesk(world);
    const asked = await browser.fillIn(call, said);
    expect(asked.status).toBe(422);
    expect(textOf(asked)).toContain('Gehört der Anruf zu einer Anfrage, die schon offen ist?');
    expect(fieldsOf(asked).get('message') ?? asked.body).toBeDefined();
    expect(asked.body).toContain('Fragt nach dem Termin');
    expect(world.leads.all()).toHaveLength(1);
  });

  test('what belongs to an open request is put down there, once', async () => {
    const lead = aLeadIn('quoted');
    const world = await worldOf(lead);
    world.clock.set('2026-11-24T09:00:00.000Z');
    const browser = await aDesk(world);
    const typed = {
      ...Object.fromEntries(fieldsOf(await browser.get(call))),
      ...said,
      belongs: lead.id,
    };
    const done = await browser.post(call, typed);
    expect(done.status).toBe(303);
    expect(done.headers.location).toContain(`/desk/leads/${lead.id}?did=capture-call`);
    await browser.post(call, typed);
    const [stored, ...others] = world.leads.all();
    expect(others).toEqual([]);
    expect(stored?.timeline.slice(lead.timeline.length)).toMatchObject([
      { type: 'noted', text: 'Fragt nach dem Termin', by: 'owner', person: 'Martin Muster' },
      { type: 'contact-attempted', reached: true },
    ]);
    expect(stored?.waitsFor).toBe('owner');
    expect(textOf(await browser.get(done.headers.location ?? ''))).toContain('Rückgängig');
  });

  test('by an address that was said in it that request is found from then on', async () => {
    const { email: _, ...contact } = aLead().contact;
    const lead = aLead({ contact });
    const world = await worldOf(lead);
    const browser = await aDesk(world);
    await browser.fillIn(call, { ...said, belongs: lead.id, email: 'neu@example.org' });
    const key = { kind: 'email', value: 'neu@example.org' } as const;
    expect((await world.contacts.load(key))?.leadIds).toEqual([lead.id]);
  });

  test('a visit agreed on with it, an address and an emergency are that request’s', async () => {
    const { address: _a, postcode: _p, city: _c, ...contact } = aLead().contact;
    const lead = aLead({ contact });
    const world = await worldOf(lead);
    const browser = await aDesk(world);
    await browser.fillIn(call, {
      ...said,
      belongs: lead.id,
      address: 'Am Bach 3',
      city: 'Dachau',
      date: '2026-11-26',
      time: '10:00',
    });
    const [stored] = world.leads.all();
    expect(stored?.contact).toMatchObject({ address: 'Am Bach 3', city: 'Dachau' });
    expect(stored?.visit?.startsAt).toBe('2026-11-26T09:00:00.000Z');
    world.clock.set('2026-11-23T10:00:00.000Z');
    await browser.fillIn(call, { ...said, message: 'Jetzt läuft Wasser!', belongs: lead.id, urgency: 'now' });
    expect((await world.leads.load(lead.id))?.request.urgency).toBe('now');
  });

  test('something new is a request of its own', async () => {
    const world = await worldOf(aLead());
    const browser = await aDesk(world);
    const done = await browser.fillIn(call, { ...said, belongs: 'something-new', kind: 'repair' });
    expect(done.status).toBe(303);
    expect(world.leads.all()).toHaveLength(2);
    expect(world.leads.all().find(({ id }) => id !== aLead().id)?.request.kind).toBe('repair');
  });

  test('a request of somebody else cannot be named', async () => {
    const other = aLead({
      id: '7K2M9QX4TE',
      contact: { language: 'de', name: 'Andere', phone: '0171 1', phoneE164: '+491711' },
    });
    const world = await worldOf(aLead(), other);
    const browser = await aDesk(world);
    expect((await browser.fillIn(call, { ...said, belongs: other.id })).status).toBe(422);
    expect((await world.leads.load(other.id))?.timeline).toEqual(other.timeline);
  });

  test('of whoever has nothing open nobody is asked, and he is shown all the same', async () => {
    const lost = aLeadIn('lost');
    const world = await worldOf(lost);
    const browser = await aDesk(world);
    expect(textOf(await browser.post(`${call}/known`, { phone: said.phone }))).toContain(
      'eine frühere Anfrage',
    );
    expect((await browser.fillIn(call, said)).status).toBe(303);
    expect(world.leads.all()).toHaveLength(2);
  });
});

test('a number that was typed elsewhere stands in the form, with whoever calls from it', async () => {
  const world = await worldOf(aLead());
  const browser = await aDesk(world);
  const page = await browser.get(`${call}?phone=0891234567`);
  expect(fieldsOf(page).get('phone')).toBe('0891234567');
  expect(textOf(page)).toContain('Bekannt: Erika Muster');
  for (const url of [call, `${call}?phone=0891234567`]) {
    expect(fieldsOf(await browser.get(url)).get('durationMinutes')).toBe('60');
  }
});

test('a new number is a new request, with a next step and no alert to who noted it', async () => {
  const world = await aWorld();
  const browser = await aDesk(world);
  const done = await browser.fillIn(call, { ...said, name: 'Karl Maier', source: 'word-of-mouth' });
  expect(done.status).toBe(303);
  const [lead] = world.leads.all();
  const page = textOf(await browser.get(done.headers.location ?? ''));
  expect(page).toContain('Anruf erfasst.');
  expect(page).not.toContain('Rückgängig');
  expect(page).toContain('Erreicht');
  expect(lead?.timeline[0]).toMatchObject({ by: 'owner', person: 'Martin Muster' });
});

describe('a caller who gives an address', () => {
  test('may have it where his number is asked for', async () => {
    const world = await aWorld();
    const browser = await aDesk(world);
    const done = await browser.fillIn(call, { ...said, phone: ' Jo.Ott@example.org ' });
    expect(done.status).toBe(303);
    const [lead] = world.leads.all();
    expect(lead?.contact).toMatchObject({ email: 'jo.ott@example.org' });
    expect(lead?.contact).not.toHaveProperty('phone');
  });

  test('and another one below is asked which is his', async () => {
    const world = await aWorld();
    const browser = await aDesk(world);
    const typed = { ...said, phone: 'jo@example.org', email: 'ott@example.org' };
    expect((await browser.fillIn(call, typed)).status).toBe(422);
    expect(world.leads.all()).toEqual([]);
  });
});
