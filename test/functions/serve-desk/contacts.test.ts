import { describe, expect, test } from 'vitest';
import { tableLeadSearch } from '../../../adapters/table/lead-search.ts';
import { tableLeadStore } from '../../../adapters/table/lead-store.ts';
import { contactKeys } from '../../../domain/lead/contact-keys.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { leadNumber, lost, minutesLater, ownSubmission } from '../../contract/numbered-leads.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { textOf } from '../../support/read-page.ts';
import { aSqliteTable } from '../../support/sqlite.ts';
import { aDesk } from './a-browser.ts';

const named = (number: number, contact: Partial<Lead['contact']>, more: Partial<Lead> = {}) =>
  leadNumber(number, { contact: { language: 'de', ...contact }, ...more });

/** Stored as they come in: found by address and number. */
async function aWorldWith(...all: Lead[]): Promise<World> {
  const table = aSqliteTable();
  const leads = tableLeadStore(table);
  const world = { ...(await aWorld()), leads, search: tableLeadSearch(table, leads) } as unknown as World;
  for (const lead of all) {
    await leads.add(lead, ownSubmission(lead));
    await leads.save(lead);
    for (const key of contactKeys(lead.contact)) await world.contacts.linkLead(key, lead.id);
  }
  return world;
}

const urlsTo = (prefix: string, { body }: { body: string }) =>
  [...body.matchAll(/href="([^"]*)"/g)]
    .map(([, url = '']) => url.replaceAll('&amp;', '&'))
    .filter((url) => url.startsWith(prefix));

const mueller = { name: 'Jörg Müller', phone: '0221 1234567', phoneE164: '+492211234567' };
const atWork = { name: 'J. Müller', email: 'joerg@firma.example', company: 'Firma GmbH' };

describe('the list of persons', () => {
  test('shows each once, with all requests counted, whoever did something last first', async () => {
    const world = await aWorldWith(
      named(1, mueller, { movedAt: minutesLater(1) }),
      named(2, mueller, { ...lost('2026-10-20T08:00:00.000Z'), movedAt: '2026-10-20T08:00:00.000Z' }),
      named(3, { name: 'Anna Klein', email: 'anna@klein.example' }, { movedAt: minutesLater(5) }),
      named(4, { name: 'Nur ein Name' }, lost('2026-09-20T08:00:00.000Z')),
    );
    const page = await (await aDesk(world)).get('/desk/contacts');
    expect(page.status).toBe(200);
    const text = textOf(page);
    expect(urlsTo('/desk/contacts/', page)).toHaveLength(3);
    expect(text).toContain('2 Anfragen');
    expect(text.indexOf('Anna Klein')).toBeLessThan(text.indexOf('Jörg Müller'));
    expect(text.indexOf('Jörg Müller')).toBeLessThan(text.indexOf('Nur ein Name'));
  });

  test('goes on page by page until everybody was shown, and nobody twice', async () => {
    const many = Array.from({ length: 130 }, (_, at) => {
      const closedAt = new Date(
        Date.parse('2026-11-20T08:00:00.000Z') - Math.floor(at / 2) * 86_400_000,
      ).toISOString();
      const more = at % 5 === 0 ? { movedAt: closedAt } : { ...lost(closedAt), movedAt: closedAt };
      // Each third asked before.
      const person = at % 3 === 0 ? at : at - 1;
      return named(at, { name: `Person ${person}`, email: `p${person}@x.example` }, more);
    });
    const desk = await aDesk(await aWorldWith(...many));
    const seen: string[] = [];
    let url: string | undefined = '/desk/contacts';
    for (let pages = 0; url !== undefined; pages++) {
      expect(pages).toBeLessThan(10);
      const page = await desk.get(url);
      seen.push(...[...page.body.matchAll(/<strong>(Person \d+)<\/strong>/g)].map(([, name = '']) => name));
      [url] = urlsTo('/desk/contacts?before', page);
    }
    expect(seen.length).toBe(new Set(seen).size);
    expect(new Set(seen)).toEqual(new Set(many.map(({ contact }) => contact.name)));
  });

  test('finds by what is typed, and lets nobody read an address in the address of a page', async () => {
    const world = await aWorldWith(named(1, mueller), named(2, atWork));
    const page = await (await aDesk(world)).get('/desk/contacts?q=firma');
    expect(textOf(page)).toContain('1 Person gefunden');
    for (const url of urlsTo('/', page)) expect(url).not.toMatch(/@|%40|1234567/);
  });

  test('takes any moment that somebody types into its address', async () => {
    const desk = await aDesk(await aWorldWith(named(1, mueller)));
    for (const before of [
      'x',
      '2026-99-99T00:00:00.000Z',
      '',
      '1970-01-01T00:00:00.000Z',
      '9998-01-01T00:00:00.000Z',
    ])
      expect((await desk.get(`/desk/contacts?before=${before}`)).status).toBe(200);
  });
});

describe('the page of a person', () => {
  test('shows all requests, every way to reach him, and which address gets no mails', async () => {
    const both = { ...mueller, email: 'joerg@privat.example' };
    const world = await aWorldWith(
      named(1, both),
      named(2, { ...mueller, name: 'Jörg Müller', city: 'Köln' }, lost('2026-10-20T08:00:00.000Z')),
      named(3, { email: 'joerg@privat.example', phone: '0171 5556677', phoneE164: '+491715556677' }),
      named(4, { name: 'Anna Klein', email: 'anna@klein.example' }),
    );
    await world.contacts.suppress(
      { kind: 'email', value: 'joerg@privat.example' },
      'bounced',
      minutesLater(0),
    );
    const desk = await aDesk(world);
    for (const key of ['0000000001', '0000000002', '0000000003']) {
      const page = await desk.get(`/desk/contacts/${key}`);
      expect(urlsTo('/desk/leads/', page).toSorted()).toEqual(
        [1, 2, 3].map((number) => `/desk/leads/000000000${number}`),
      );
      const text = textOf(page);
      for (const shown of ['0221 1234567', '0171 5556677', 'joerg@privat.example', 'Köln'])
        expect(text).toContain(shown);
      expect(text).toContain('E-Mails kommen seit');
      expect(text).not.toContain('Klein');
    }
  });

  test('shows nothing of what is not there, or erased', async () => {
    const erased = { type: 'erased', at: minutesLater(1), by: 'owner', expiresOn: '2027-11-24' } as const;
    const lead = named(1, {}, lost(minutesLater(1)));
    const world = await aWorldWith({ ...lead, timeline: [...lead.timeline, erased] });
    const desk = await aDesk(world);
    expect((await desk.get('/desk/contacts/0000000001')).status).toBe(404);
    expect((await desk.get('/desk/contacts/ZZZZZZZZZZ')).status).toBe(404);
  });
});

describe('two persons that are one', () => {
  const someone = async () =>
    aWorldWith(
      named(1, mueller),
      named(2, atWork),
      named(3, atWork, lost('2026-10-20T08:00:00.000Z')),
      named(4, { name: 'Anna Klein', email: 'anna@klein.example' }),
    );
  const joinUrl = '/desk/contacts/0000000001/join';

  test('are found, shown together, and nothing happens before the tap', async () => {
    const world = await someone();
    const desk = await aDesk(world);
    const found = await desk.get(`${joinUrl}?q=Müller`);
    const [url = ''] = urlsTo(`${joinUrl}?with=`, found);
    expect(url).toMatch(/with=000000000[23]$/);
    const text = textOf(await desk.get(url));
    for (const shown of ['Alle 3 Anfragen', '0221 1234567', 'joerg@firma.example', 'nicht rückgängig'])
      expect(text).toContain(shown);
    expect((await world.contacts.load({ kind: 'phone', value: '+492211234567' }))?.leadIds).toHaveLength(1);
  });

  test('are one afterwards, by each number and address, and each request says who did it', async () => {
    const world = await someone();
    const desk = await aDesk(world);
    const done = await desk.post(joinUrl, { with: '0000000003' });
    expect(done.status).toBe(303);
    const all = ['0000000001', '0000000002', '0000000003'];
    for (const key of [
      { kind: 'phone', value: '+492211234567' },
      { kind: 'email', value: 'joerg@firma.example' },
    ] as const)
      expect((await world.contacts.load(key))?.leadIds).toEqual(all);
    const page = await desk.get(done.headers.location ?? '');
    expect(textOf(page)).toContain('Zusammengelegt');
    expect(urlsTo('/desk/leads/', page)).toHaveLength(3);
    for (const id of all) {
      const lead = await world.leads.load(id);
      expect(lead?.timeline.at(-1)).toMatchObject({ type: 'person-joined', by: 'owner' });
      expect(lead?.timeline.at(-1)?.person).toBeDefined();
      expect(lead?.generation).toBe(1);
    }
    const found = await desk.get('/desk/search?q=1234567');
    expect(urlsTo('/desk/leads/', found)).toHaveLength(3);
    const request = await desk.get('/desk/leads/0000000001');
    expect(urlsTo('/desk/contacts/', request)).toEqual(['/desk/contacts/0000000001']);
    expect(textOf(request)).toContain('Mit einer weiteren Person zusammengelegt: joerg@firma.example');
    const again = await desk.post(joinUrl, { with: '0000000003' });
    expect(again.status).toBe(303);
    expect((await world.leads.load('0000000001'))?.timeline).toHaveLength(2);
    expect(textOf(await desk.get(`${joinUrl}?with=0000000003`))).toContain('schon eine Person');
  });

  test('are not made one of one: whoever picks him himself, or nobody, reads so', async () => {
    const world = await someone();
    const desk = await aDesk(world);
    for (const [url, other] of [
      [joinUrl, '0000000001'],
      ['/desk/contacts/0000000002/join', '0000000003'],
    ] as const) {
      const answer = await desk.post(url, { with: other });
      expect(answer.status).toBe(409);
      expect(textOf(answer)).toContain('schon eine Person');
    }
    expect(await desk.post(joinUrl)).toMatchObject({ status: 303, headers: { location: joinUrl } });
    expect(textOf(await desk.get('/desk/contacts/ZZZZZZZZZZ'))).not.toContain('Frist');
  });

  test('are one as well when somebody presses the button anew after a crash in between', async () => {
    const world = await someone();
    const save = world.leads.save.bind(world.leads);
    let saves = 0;
    world.leads.save = async (lead) => {
      if (++saves > 2) throw new Error('crash');
      return save(lead);
    };
    const desk = await aDesk(world);
    await expect(desk.post(joinUrl, { with: '0000000003' })).rejects.toThrow('crash');
    world.leads.save = save;
    await desk.post(joinUrl, { with: '0000000003' });
    const leads = await Promise.all(
      ['0000000001', '0000000002', '0000000003'].map((id) => world.leads.load(id)),
    );
    const ways = leads.map((lead) =>
      contactKeys((lead as Lead).contact)
        .map(({ value }) => value)
        .toSorted(),
    );
    expect(ways).toEqual(Array.from({ length: 3 }, () => ['+492211234567', 'joerg@firma.example']));
  });

  test('are not for staff to put together', async () => {
    const company = {
      ...(await aWorld()).company,
      people: [{ name: 'Tim Lehrling', email: 'tim@muster.example', role: 'staff' as const }],
    };
    const world = { ...(await someone()), company: company as World['company'] };
    const desk = await aDesk(world, 'tim@muster.example');
    expect((await desk.post(joinUrl, { with: '0000000003' })).status).toBe(403);
    expect(urlsTo(joinUrl, await desk.get('/desk/contacts/0000000001'))).toEqual([]);
  });

  test('leave nothing behind when one request is erased: neither address leads to it', async () => {
    const world = await aWorldWith(named(1, mueller), named(2, atWork));
    const { leads } = world;
    const desk = await aDesk(world);
    await desk.post(joinUrl, { with: '0000000002' });
    const lead = (await leads.load('0000000001')) as Lead;
    const answer = await desk.fillIn(`/desk/leads/${lead.id}/erase?seen=${lead.generation}`, {
      sure: 'true',
    });
    expect(answer.status).toBeLessThan(400);
    expect((await world.contacts.load({ kind: 'email', value: 'joerg@firma.example' }))?.leadIds).toEqual([
      '0000000002',
    ]);
    expect(JSON.stringify(await leads.load('0000000001'))).not.toMatch(/1234567|firma/);
    expect(urlsTo('/desk/leads/', await desk.get('/desk/search?q=firma'))).toEqual([
      '/desk/leads/0000000002',
    ]);
  });
});
