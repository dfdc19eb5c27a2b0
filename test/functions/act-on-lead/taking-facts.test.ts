import { describe, expect, test } from 'vitest';
import type { Proposal } from '../../../domain/lead/learned.ts';
import { knownValue } from '../../../domain/lead/learning.ts';
import { takeLinks } from '../../../functions/shared/action-links.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import type { World } from '../../support/a-world.ts';
import { fieldsOf, textOf } from '../../support/read-page.ts';
import { act, link, request, stored, tap, worldWith } from './a-phone.ts';

const told: readonly Proposal[] = [
  { fact: 'phone', value: '0151 2345678', phoneE164: '+491512345678', at: monday10 },
  { fact: 'email', value: 'neu@kunde.example', at: monday10 },
  {
    fact: 'address',
    value: 'Am Anger 3, 85221 Dachau',
    address: 'Am Anger 3',
    postcode: '85221',
    city: 'Dachau',
    at: monday10,
  },
  { fact: 'installation', value: 'Dusche', at: monday10 },
  { fact: 'timeframe', value: 'bis Mai', at: monday10 },
  { fact: 'budget', value: '12.000 €', at: monday10 },
  { fact: 'wished-date', value: 'Donnerstag', at: monday10 },
];
const lead = aLead({ proposals: [...told] });

describe('what an answer says otherwise', () => {
  test.each(told)('$fact is taken with one press, and said', async ({ fact, value }) => {
    const { response, text, after, events } = await act(lead, `take-${fact}`);
    expect(response.status).toBe(200);
    expect(text).toContain(value);
    expect(knownValue(after, fact)).toBe(value);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'fact-learned', fact, value, from: 'owner' }),
    );
    expect(after.proposals).toHaveLength(told.length - 1);
  });

  test('is taken once, and from an old mail as well', async () => {
    const world = await worldWith(lead);
    const url = link(world, { ...lead, generation: lead.generation }, 'take-phone');
    await request(world, 'POST', url);
    const once = await stored(world, lead);
    const again = await request(world, 'POST', url);
    expect(again.status).toBe(200);
    expect(await stored(world, lead)).toEqual(once);
  });

  describe.each(['take', 'dismiss'] as const)('the link to %s it', (what) => {
    test.each(told)('says that it is done once $fact waits no longer, and offers no button', async (one) => {
      const { fact } = one;
      for (const settled of [`take-${fact}`, `dismiss-${fact}`] as const) {
        const world = await worldWith(lead);
        const url = link(world, lead, `${what}-${fact}`);
        expect((await request(world, 'GET', url)).body).toContain('<form');
        await request(world, 'POST', link(world, lead, settled));
        const after = await request(world, 'GET', url);
        expect(after.status).toBe(200);
        expect(textOf(after)).toContain('Schon erledigt');
        expect(after.body).not.toContain('<form');
      }
    });
  });

  test('a second number stays beside the first, and both are found and called', async () => {
    const { world, after } = await act(lead, 'take-phone');
    await world.contacts.linkLead({ kind: 'phone', value: '+49891234567' }, lead.id);
    await request(world, 'POST', link(world, after, 'refine'), { city: 'Dachau' });
    expect(after.contact).toMatchObject({
      phoneE164: '+491512345678',
      otherPhones: [{ phone: '089 / 123 45 67', phoneE164: '+49891234567' }],
    });
    for (const value of ['+491512345678', '+49891234567']) {
      expect((await world.contacts.load({ kind: 'phone', value }))?.leadIds).toContain(lead.id);
    }
    const page = await request(world, 'GET', link(world, after, 'view'));
    expect(page.body).toContain('tel:+491512345678');
    expect(page.body).toContain('tel:+49891234567');
  });

  test('of two numbers at once both are taken, one after the other', async () => {
    const other: Proposal = {
      fact: 'phone',
      value: '0160 9876543',
      phoneE164: '+491609876543',
      at: monday10,
    };
    const both = aLead({ proposals: [...told, other] });
    const { world, url, after } = await act(both, 'take-phone', { proposal: '0151 2345678' });
    expect(after.contact.phoneE164).toBe('+491512345678');
    await request(world, 'POST', url, { proposal: '0160 9876543' });
    const { contact } = await stored(world, both);
    expect(contact.phoneE164).toBe('+491609876543');
    expect(contact.otherPhones?.map(({ phoneE164 }) => phoneE164)).toEqual(['+491512345678', '+49891234567']);
  });

  test.each(told)('$fact is not taken with one press, and waits no longer', async ({ fact, value }) => {
    const { response, text, after, events } = await act(lead, `dismiss-${fact}`);
    expect(response.status).toBe(200);
    expect(text).toContain('Nicht übernommen');
    expect(knownValue(after, fact)).toBe(knownValue(lead, fact));
    expect(events).toEqual([expect.objectContaining({ type: 'fact-dismissed', fact, value, by: 'owner' })]);
    expect(after.proposals?.map((one) => one.fact)).not.toContain(fact);
    expect(after.generation).toBe(lead.generation);
  });

  test('the page of the request offers both for each', async () => {
    const world = await worldWith(lead);
    const { body } = await request(world, 'GET', link(world, lead, 'view'));
    expect(body.match(/>Nicht übernehmen</g)).toHaveLength(told.length);
  });

  test('of several numbers the owner picks one', async () => {
    const earlier: Proposal = {
      fact: 'phone',
      value: '0160 9876543',
      phoneE164: '+491609876543',
      at: monday10,
    };
    const { after } = await act(aLead({ proposals: [earlier, ...told] }), 'take-phone', {
      proposal: earlier.value,
    });
    expect(after.contact.phoneE164).toBe(earlier.phoneE164);
  });

  describe('of several numbers', () => {
    const office: Proposal = {
      fact: 'phone',
      value: '089 223344',
      phoneE164: '+4989223344',
      at: monday10,
    };
    const both = aLead({ proposals: [...told, office] });
    const tapsOf = async (world: World, number: string): Promise<{ take: string; leave: string }> => {
      const { body } = await request(world, 'GET', link(world, both, 'view'));
      const line = body.split('<p class="told">').find((one) => one.includes(number)) ?? '';
      const [take = '', leave = ''] = [...line.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
      return { take, leave };
    };
    const numbers = async (world: World) =>
      (await stored(world, both)).proposals?.filter(({ fact }) => fact === 'phone').map(({ value }) => value);

    test('each is taken by its own tap, and the other waits on', async () => {
      const world = await worldWith(both);
      const first = (await tapsOf(world, '0151 2345678')).take;
      const second = (await tapsOf(world, '089 223344')).take;
      await tap(world, first);
      expect((await stored(world, both)).contact.phone).toBe('0151 2345678');
      expect(await numbers(world)).toEqual(['089 223344']);
      await tap(world, first);
      expect((await stored(world, both)).contact.phone).toBe('0151 2345678');
      expect(await numbers(world)).toEqual(['089 223344']);
      expect(textOf(await request(world, 'GET', first))).toContain('Schon erledigt');
      expect(textOf(await request(world, 'GET', second))).not.toContain('Schon erledigt');
      await tap(world, second);
      expect((await stored(world, both)).contact.phone).toBe('089 223344');
      expect(await numbers(world)).toEqual([]);
    });

    test('each is left by its own tap, and the page says which', async () => {
      const world = await worldWith(both);
      const url = (await tapsOf(world, '0151 2345678')).leave;
      expect((await request(world, 'GET', url)).body).toContain('„0151 2345678“ wird verworfen');
      await tap(world, url);
      await tap(world, url);
      expect(await numbers(world)).toEqual(['089 223344']);
    });

    test('the mails about the request offer each', async () => {
      const links = takeLinks((await worldWith(both)).links, both, monday10);
      expect(links.map(({ label }) => label)).toEqual(
        expect.arrayContaining([
          'neue Nummer: 0151 2345678 übernehmen',
          'neue Nummer: 089 223344 übernehmen',
        ]),
      );
    });
  });

  test('is found by the new number from then on', async () => {
    const { world } = await act(lead, 'take-phone');
    const known = await world.contacts.load({ kind: 'phone', value: '+491512345678' });
    expect(known?.leadIds).toContain(lead.id);
  });
});

describe('every fact is corrected in one form', () => {
  test.each([
    ['address', 'Am Anger 3'],
    ['postcode', '85221'],
    ['city', 'Dachau'],
    ['language', 'en'],
    ['source', 'word-of-mouth'],
    ['urgency', 'soon'],
    ['kind', 'repair'],
    ['timeframe', 'bis Mai'],
    ['company', 'Muster Immobilien KG'],
    ['salutation', 'frau'],
    ['wishedDate', 'Donnerstag'],
  ])('%s', async (name, value) => {
    const { response, after, events } = await act(aLead(), 'refine', { [name]: value });
    expect(response.status).toBe(200);
    expect({ ...after.contact, ...after.request, source: after.source }).toMatchObject({ [name]: value });
    expect(events).toContainEqual(expect.objectContaining({ type: 'details-changed', [name]: value }));
  });

  test.each(['address', 'postcode', 'city', 'name', 'email'] as const)(
    'a wrong %s is taken away by making its field empty',
    async (name) => {
      const { after, events, text } = await act(aLead(), 'refine', { [name]: '' });
      expect(text).toContain('Gespeichert');
      expect(after.contact[name]).toBeUndefined();
      expect(events).toEqual([expect.objectContaining({ type: 'details-changed', emptied: [name] })]);
    },
  );

  test('a number goes with the way it is dialled', async () => {
    const { after } = await act(aLead(), 'refine', { phone: '' });
    expect(after.contact).not.toHaveProperty('phone');
    expect(after.contact).not.toHaveProperty('phoneE164');
  });

  test('a firm and a salutation that came with the form are corrected, and stand once on the page', async () => {
    const base = aLead();
    const extra = [
      { name: 'Firma', value: 'Alt GmbH' },
      { name: 'Anrede', value: 'Herr' },
    ];
    const came = aLead({ request: { ...base.request, extra } });
    const unchanged = await act(came, 'refine');
    expect(unchanged.events).toEqual([]);
    const { world, after } = await act(came, 'refine', { company: 'Neu KG', salutation: 'frau' });
    expect(after.contact).toMatchObject({ company: 'Neu KG', salutation: 'frau' });
    const page = await request(world, 'GET', link(world, after, 'view'));
    expect(page.body).toContain('Neu KG');
    expect(page.body.replace(/<ol[\s\S]*<\/ol>/, '')).not.toContain('Alt GmbH');
    const emptied = await act(came, 'refine', { company: '' });
    expect(emptied.after.request.extra).toEqual([{ name: 'Anrede', value: 'Herr' }]);
  });

  test('the last way to reach him stays', async () => {
    const { response, after } = await act(aLead(), 'refine', { phone: '', email: '' });
    expect(response.status).toBe(422);
    expect(after.contact).toEqual(aLead().contact);
  });

  test('an empty field that was shown empty takes nothing away that became known since', async () => {
    const { address: _, ...contact } = aLead().contact;
    const world = await worldWith(aLead({ contact }));
    const url = link(world, aLead(), 'refine');
    const form = Object.fromEntries(fieldsOf(await request(world, 'GET', url)));
    await world.leads.save(aLead({ contact: { ...contact, address: 'Am Anger 3' } }));
    await request(world, 'POST', url, { ...form, company: 'Muster KG' });
    expect((await stored(world, aLead())).contact).toMatchObject({
      address: 'Am Anger 3',
      company: 'Muster KG',
    });
  });

  test.each(['lost', 'won', 'service-done', 'unqualified'] as const)(
    'also of a request that is %s',
    async (stage) => {
      const { after } = await act(aLeadIn(stage), 'refine', { city: 'Dachau', name: 'Petra Klein' });
      expect(after.contact).toMatchObject({ city: 'Dachau', name: 'Petra Klein' });
      expect(after.stage).toBe(stage);
    },
  );

  test.each(['new', 'lost', 'unqualified'] as const)(
    'of %s into an emergency, and it rings',
    async (stage) => {
      const { after } = await act({ ...aLeadIn(stage), alertedAt: monday10 }, 'refine', { urgency: 'now' });
      expect(after).toMatchObject({ stage: 'service', waitsFor: 'owner' });
      expect(after.alertedAt).toBeUndefined();
    },
  );
});
