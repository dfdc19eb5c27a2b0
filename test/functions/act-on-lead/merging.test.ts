import { describe, expect, test } from 'vitest';
import { everybody } from '../../../domain/business/people.ts';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { type Stage, stageKeys } from '../../../domain/lead/pipeline.ts';
import { isClosed } from '../../../domain/lead/stages.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { textOf } from '../../support/read-page.ts';
import { link, request, stored, tap } from './a-phone.ts';

const mail = {
  id: 'delivery-1',
  files: [{ index: 0, name: 'Wand.jpg', contentType: 'image/jpeg', bytes: 1200 }],
};

const aVisit = { durationMinutes: 60, plannedAt: monday10, sequence: 0 };
const older = (stage: Stage = 'quoted') => aLeadIn(stage);
function newer(overrides: Partial<Lead> = {}): Lead {
  const id = '0000000002';
  const lead = aLead();
  const contact = { ...lead.contact, phone: '0171 2223344', phoneE164: '+491712223344' };
  const [captured] = lead.timeline as [Extract<LeadEvent, { type: 'captured' }>];
  const replied: LeadEvent = {
    type: 'customer-replied',
    at: monday10,
    by: 'customer',
    text: 'Mit Foto',
    mail,
  };
  return {
    ...lead,
    id,
    contact,
    belongsTo: older().id,
    timeline: [
      { ...captured, id, contact, request: { ...lead.request, message: 'Noch einmal das Bad' } },
      replied,
    ],
    ...overrides,
  };
}

async function merged(one: Lead = older(), other: Lead = newer()) {
  const world = await aWorld({ leads: [one, other] });
  const response = await tap(world, link(world, other, 'merge'));
  return {
    world,
    response,
    text: textOf(response),
    kept: await stored(world, one),
    ended: await stored(world, other),
  };
}

describe('a newer request whose customer was promised something', () => {
  const visited = newer({ ...aLeadIn('site-visit'), id: newer().id, belongsTo: older().id });
  const quoted = newer({ ...aLeadIn('quoted'), id: newer().id, belongsTo: older().id });

  test.each([
    ['a visit', { ...visited, visit: { ...aVisit, startsAt: '2026-12-02T13:00:00.000Z' } }],
    ['a quote', quoted],
  ])(
    '%s: it ends in no other one, offers it no more, and a link from before says why',
    async (_, promised) => {
      const { text, kept, ended } = await merged(older('new'), promised);
      expect(text).toContain('Hier steht schon ein Termin oder ein Angebot');
      expect(ended).toEqual(promised);
      expect(kept).toEqual(older('new'));
      const world = await aWorld({ leads: [older('new'), promised] });
      expect(textOf(await request(world, 'GET', link(world, promised, 'view')))).not.toContain('Gehört dazu');
    },
  );
});

describe('two leads that are one request', () => {
  test('all that was written to the newer stands in the older, with its files', async () => {
    const { text, kept } = await merged();
    expect(text).toContain('Es geht in der früheren Anfrage weiter');
    expect(kept.timeline.slice(-2)).toMatchObject([
      { type: 'merged', by: 'owner', from: '0000000002', request: { message: 'Noch einmal das Bad' } },
      {
        type: 'merged',
        by: 'owner',
        from: '0000000002',
        text: 'Mit Foto',
        mail: { files: [{ name: 'Wand.jpg' }] },
      },
    ]);
  });

  test.each(stageKeys.filter((stage) => !isClosed(stage)))('the owner is next in stage %s', async (stage) => {
    const { kept } = await merged(older(stage));
    expect(kept).toMatchObject({ stage, waitsFor: 'owner' });
  });

  test('what is known stays, what is missing is filled in', async () => {
    const { contact, ...rest } = older();
    const { phone: _phone, phoneE164: _phoneE164, ...unreachable } = contact;
    const { kept } = await merged({ ...rest, contact: { ...unreachable, name: 'Erika M.' } });
    expect(kept.contact).toMatchObject({
      name: 'Erika M.',
      phone: '0171 2223344',
      phoneE164: '+491712223344',
    });
    expect((await merged()).kept.contact.phone).toBe(older().contact.phone);
  });

  describe('what differs waits for a tap on the one that stays', () => {
    const saying = (lead: Lead) => lead.proposals?.map(({ fact, value }) => `${fact}: ${value}`) ?? [];
    const other = newer();
    const differing: Lead = {
      ...other,
      contact: {
        ...other.contact,
        email: 'erika.neu@example.org',
        otherPhones: [{ phone: '089 223344', phoneE164: '+4989223344' }],
        address: 'Lindenweg 4',
        postcode: '80331',
        city: 'München',
      },
      request: { ...other.request, budget: '25.000 €', timeframe: 'im Mai' },
    };
    const early = older();
    const knowing: Lead = {
      ...early,
      contact: { ...early.contact, address: 'Am Bach 3', postcode: '85221', city: 'Dachau' },
      request: { ...early.request, budget: '10.000 €', timeframe: 'im Mai' },
    };

    test('each number, the address, the place and the budget, and nothing that is the same', async () => {
      const { kept } = await merged(knowing, differing);
      expect(kept.contact).toMatchObject(knowing.contact);
      expect(saying(kept).toSorted()).toEqual([
        'address: Lindenweg 4, 80331 München',
        'budget: 25.000 €',
        'email: erika.neu@example.org',
        'phone: 0171 2223344',
        'phone: 089 223344',
      ]);
    });

    test('one tap takes it', async () => {
      const { world, kept } = await merged(knowing, differing);
      await tap(world, link(world, kept, 'take-budget'), { proposal: '25.000 €' });
      expect((await stored(world, kept)).request.budget).toBe('25.000 €');
    });

    test('what waited on the one that ends waits there as well, what was left does not', async () => {
      const proposals: Lead['proposals'] = [
        { fact: 'phone', value: '0151 1230002', phoneE164: '+491511230002', at: monday10 },
        { fact: 'budget', value: '9.000 €', at: monday10, from: 'mann@example.org' },
      ];
      const { kept } = await merged(older(), newer({ proposals }));
      expect(kept.proposals).toEqual(expect.arrayContaining([...(proposals ?? [])]));
      expect(saying((await merged(older(), newer())).kept)).toEqual(['phone: 0171 2223344']);
    });

    test('nothing of it is left when the one that stays is erased', async () => {
      const { world, kept } = await merged(knowing, differing);
      await tap(world, link(world, kept, 'erase'), { sure: 'ja' });
      expect(JSON.stringify(await stored(world, kept))).not.toMatch(/223344|Lindenweg|25\.000|erika\.neu/);
    });
  });

  describe('what the business noted for itself', () => {
    const noting = newer();
    const note: LeadEvent = {
      type: 'noted',
      at: monday10,
      by: 'owner',
      person: 'Jonas Huber',
      text: 'Schwager',
    };
    const noted: Lead = { ...noting, timeline: [...noting.timeline, note] };

    test('goes on with it as a note, from when it was written', async () => {
      const { world, kept } = await merged(older(), noted);
      expect(kept.timeline.filter(({ type }) => type === 'noted')).toMatchObject([
        { text: 'Schwager', from: noted.id, sentAt: monday10 },
      ]);
      expect(textOf(await request(world, 'GET', link(world, kept, 'view')))).toContain('Schwager');
    });

    test('stands there once, however often it is handed over', async () => {
      const { world, kept, ended } = await merged(older(), noted);
      await tap(world, link(world, ended, 'reopen'));
      const again = await stored(world, ended);
      await world.leads.save({ ...again, belongsTo: kept.id });
      await tap(world, link(world, await stored(world, ended), 'merge'));
      const notes = (await stored(world, kept)).timeline.filter(({ type }) => type === 'noted');
      expect(notes).toHaveLength(1);
    });
  });

  test('both say who put them together', async () => {
    const world = await aWorld({ leads: [older(), newer()] });
    const sabine = everybody(world.company).find(({ role }) => role === 'office');
    await tap(world, link(world, newer(), 'merge', { person: sabine?.key }));
    for (const lead of [older(), newer()]) {
      const told = (await stored(world, lead)).timeline.filter(({ type }) => type === 'merged');
      expect(told.length).toBeGreaterThan(0);
      for (const event of told) expect(event.person).toBe('Sabine Muster');
    }
  });

  test('an address that takes no mail gives way to that of the newer, and mails go on', async () => {
    const bounced: Lead = { ...older(), mailsStopped: 'bounced' };
    const other = newer();
    const [captured, ...rest] = other.timeline as [Extract<LeadEvent, { type: 'captured' }>];
    const contact = { ...other.contact, email: 'erika.neu@example.org' };
    const { world, kept } = await merged(bounced, {
      ...other,
      contact,
      timeline: [{ ...captured, contact }, ...rest],
    });
    expect(kept.contact.email).toBe('erika.neu@example.org');
    expect(kept).not.toHaveProperty('mailsStopped');
    expect((await world.contacts.load({ kind: 'email', value: 'erika.neu@example.org' }))?.leadIds).toContain(
      kept.id,
    );
  });

  test('the same address again is as dead as before', async () => {
    const { kept } = await merged({ ...older(), mailsStopped: 'bounced' });
    expect(kept).toMatchObject({ mailsStopped: 'bounced', contact: { email: older().contact.email } });
  });

  test('the newer one is over: nothing runs for it, and no list or figure has it', async () => {
    const { world, ended } = await merged();
    expect(ended).toMatchObject({
      mergedInto: older().id,
      waitsFor: 'nobody',
      spam: false,
      expiresOn: '2027-11-23',
    });
    expect(ended.cadence).toBeUndefined();
    expect(world.workflow.ended).toContainEqual({ leadId: ended.id, generation: 1 });
    const lists = [
      ...(await world.leads.listOpen()),
      ...(await world.leads.listOverdue('2030-01-01T00:00:00.000Z')),
      ...(await world.leads.listClosed('2020-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z')),
    ];
    expect(lists.map(({ id }) => id)).not.toContain(ended.id);
  });

  test('the page of the newer says where it went, that of the older what came', async () => {
    const { world, kept, ended } = await merged();
    const page = (lead: Lead) => request(world, 'GET', link(world, lead, 'view'));
    expect(textOf(await page(ended))).toContain('Dort geht es weiter');
    expect(textOf(await page(kept))).toContain('Noch einmal das Bad');
    expect((await page(kept)).body).toContain('Wand.jpg');
  });

  test('a second tap finds it done, and adds nothing', async () => {
    const { world, kept, ended } = await merged();
    const again = await tap(world, link(world, ended, 'merge', { generation: newer().generation }));
    expect([200, 409]).toContain(again.status);
    expect(await stored(world, kept)).toEqual(kept);
  });

  test('after a crash between the two the owner taps again, and nothing stands there twice', async () => {
    const world = await aWorld({ leads: [older(), newer()] });
    let saves = 0;
    const save: World['leads']['save'] = (lead) => {
      saves += 1;
      return saves === 2 ? Promise.reject(new Error('The process was killed')) : world.leads.save(lead);
    };
    const dying = { ...world, leads: { ...world.leads, save } };
    await expect(tap(dying, link(world, newer(), 'merge'))).rejects.toThrow('killed');
    await tap(world, link(world, newer(), 'merge'));
    const kept = await stored(world, older());
    expect(kept.timeline.filter(({ type }) => type === 'merged')).toHaveLength(2);
    expect((await stored(world, newer())).mergedInto).toBe(kept.id);
  });

  test('into one that went on elsewhere itself goes there', async () => {
    const last = { ...aLeadIn('opportunity'), id: '0000000009' };
    const between = { ...older('lost'), mergedInto: last.id };
    const world = await aWorld({ leads: [last, between, newer()] });
    await tap(world, link(world, newer(), 'merge'));
    expect((await stored(world, newer())).mergedInto).toBe(last.id);
    expect((await stored(world, last)).timeline.at(-1)?.type).toBe('merged');
  });

  test.each(['lost', 'won'] as const)('not into one that is %s by now: the newer goes on', async (stage) => {
    const { response, text, kept, ended } = await merged(older(stage));
    expect(response.status).toBe(409);
    expect(text).toContain('Die frühere Anfrage ist abgeschlossen');
    expect(kept).toEqual({ ...older(stage), version: kept.version });
    expect(ended.mergedInto).toBeUndefined();
  });

  test('erasing the older one takes what came from the newer with it', async () => {
    const { world, kept } = await merged();
    await tap(world, link(world, kept, 'erase'), { sure: 'ja' });
    expect(JSON.stringify(await stored(world, kept))).not.toMatch(/Noch einmal|Mit Foto|Wand|2223344/);
  });

  test('erasing the newer one leaves nothing of it but that it was', async () => {
    const { world, ended } = await merged();
    await changeLead(world, ended.id, { type: 'erase' }, { by: 'owner' });
    const left = await stored(world, ended);
    expect(JSON.stringify(left)).not.toMatch(/Noch einmal|Mit Foto|2223344/);
    expect(left.mergedInto).toBe(older().id);
  });

  test('a reopened one stands in the lists again', async () => {
    const { world, ended } = await merged();
    await tap(world, link(world, ended, 'reopen'));
    expect((await world.leads.listOpen()).map(({ id }) => id)).toContain(ended.id);
  });
});
