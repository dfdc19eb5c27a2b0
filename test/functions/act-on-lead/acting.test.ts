import { describe, expect, test } from 'vitest';
import { type Action, actionKeys } from '../../../domain/lead/action.ts';
import { actionsFor, furtherActionsFor } from '../../../domain/lead/actions.ts';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { type Stage, stageKeys } from '../../../domain/lead/pipeline.ts';
import { isClosed, movesFrom } from '../../../domain/lead/stages.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';
import { fieldsOf, linksOf, textOf } from '../../support/read-page.ts';
import { link, request, stored, tap } from './a-phone.ts';

async function worldWith(lead: Lead, company = aCompany()): Promise<World> {
  return aWorld({ leads: [lead], company });
}

/** What the tap added to the timeline. */
const added = (before: Lead, after: Lead): LeadEvent[] => after.timeline.slice(before.timeline.length);

/** Taps an action on a lead and tells what became of it. */
async function act(lead: Lead, action: Action, answers: Readonly<Record<string, string>> = {}) {
  const world = await worldWith(lead);
  const url = link(world, lead, action);
  const response = await tap(world, url, answers);
  const after = await stored(world, lead);
  return { world, url, response, text: textOf(response), after, events: added(lead, after) };
}

/** The answers with which each action succeeds, and where it leads from a stage in which it is offered. */
const walks: readonly {
  action: Action;
  from: Stage;
  answers?: Record<string, string>;
  to: Stage;
  event: Partial<LeadEvent>;
  says: string;
}[] = [
  {
    action: 'confirm',
    from: 'service',
    to: 'service',
    event: { type: 'confirmed' },
    says: 'keine Alarme mehr',
  },
  {
    action: 'reached',
    from: 'new',
    to: 'needs-analysis',
    event: { type: 'contact-attempted', reached: true },
    says: 'Jetzt geht es um den Bedarf',
  },
  {
    action: 'not-reached',
    from: 'new',
    to: 'first-contact',
    event: { type: 'contact-attempted', reached: false },
    says: 'nicht erreicht',
  },
  {
    action: 'take',
    from: 'new',
    to: 'in-progress',
    event: { type: 'moved', to: 'in-progress' },
    says: 'Sie bearbeiten',
  },
  {
    action: 'qualify',
    from: 'needs-analysis',
    answers: { valueCents: '12.000' },
    to: 'opportunity',
    event: { type: 'value-changed', valueCents: 1_200_000, basis: 'estimated' },
    says: 'geschätzter Wert 12.000 €',
  },
  {
    action: 'disqualify',
    from: 'needs-analysis',
    answers: { reason: 'Erst später', 'lookAgainOn-own': '2027-05-03' },
    to: 'unqualified',
    event: { type: 'moved', reason: 'Erst später', lookAgainOn: '2027-05-03' },
    says: '3. Mai 2027',
  },
  {
    action: 'plan-visit',
    from: 'opportunity',
    answers: { date: '2026-11-26', time: '14:30', durationMinutes: '90' },
    to: 'site-visit',
    event: { type: 'visit-planned', startsAt: '2026-11-26T13:30:00.000Z', durationMinutes: 90 },
    says: 'Donnerstag, 26. November 2026',
  },
  {
    action: 'quote',
    from: 'site-visit',
    answers: { quotedCents: '8.500,50' },
    to: 'quoted',
    event: { type: 'value-changed', valueCents: 850_050, basis: 'quoted' },
    says: 'Angebot über 8.500,50 € eingetragen',
  },
  {
    action: 'negotiate',
    from: 'quoted',
    to: 'negotiation',
    event: { type: 'moved', to: 'negotiation' },
    says: 'Sie verhandeln',
  },
  {
    action: 'win',
    from: 'quoted',
    to: 'won',
    event: { type: 'value-changed', valueCents: 1_150_000, basis: 'final' },
    says: 'Auftrag über 11.500 € gewonnen',
  },
  {
    action: 'lose',
    from: 'quoted',
    answers: { reason: 'Zu teuer', 'reason-own': '2.000 € über dem anderen' },
    to: 'lost',
    event: { type: 'moved', reason: 'Zu teuer: 2.000 € über dem anderen' },
    says: 'Als verloren abgelegt: Zu teuer',
  },
  {
    action: 'postpone',
    from: 'quoted',
    answers: { 'until-own': '2026-12-07' },
    to: 'quoted',
    event: { type: 'postponed', until: '2026-12-07' },
    says: 'Ruht bis 7. Dezember 2026',
  },
  {
    action: 'service-done',
    from: 'service',
    to: 'service-done',
    event: { type: 'moved', to: 'service-done' },
    says: 'Einsatz erledigt',
  },
  {
    action: 'reopen',
    from: 'lost',
    to: 'needs-analysis',
    event: { type: 'moved', from: 'lost', to: 'needs-analysis' },
    says: 'Steht jetzt auf „Bedarfsanalyse“',
  },
  {
    action: 'refine',
    from: 'opportunity',
    answers: { valueCents: '9000', probability: '60', budget: 'bis 10.000 €' },
    to: 'opportunity',
    event: { type: 'details-changed', budget: 'bis 10.000 €' },
    says: 'Gespeichert',
  },
  { action: 'spam', from: 'new', to: 'lost', event: { type: 'marked-spam' }, says: 'Als Spam abgelegt' },
  {
    action: 'erase',
    from: 'quoted',
    answers: { sure: 'ja' },
    to: 'lost',
    event: { type: 'erased' },
    says: 'Die Daten sind gelöscht',
  },
];

describe('each action', () => {
  test.each(walks)(
    '$action in stage $from is shown, done, and said',
    async ({ action, from, answers, to, event, says }) => {
      const lead = aLeadIn(from);
      const { response, text, after, events, world } = await act(lead, action, answers);
      expect(response.status).toBe(200);
      expect(text).toContain(says);
      expect(after.stage).toBe(to);
      expect(events).toContainEqual(expect.objectContaining({ ...event, by: 'owner', at: monday10 }));
      if (after.generation > lead.generation && !isClosed(to) && to !== 'unqualified') {
        expect(world.workflow.begun).toContainEqual({ leadId: lead.id, generation: after.generation });
      }
    },
  );

  test.each(walks)(
    '$action twice with the same form: done once, the second tap says so',
    async ({ action, from, answers }) => {
      const lead = aLeadIn(from);
      const world = await worldWith(lead);
      const url = link(world, lead, action);
      const form = { ...Object.fromEntries(fieldsOf(await request(world, 'GET', url))), ...answers };
      await request(world, 'POST', url, form);
      const once = await stored(world, lead);
      const again = await request(world, 'POST', url, form);
      expect(again.status).toBe(200);
      expect(textOf(again)).toContain('Schon erledigt');
      expect(await stored(world, lead)).toEqual(once);
    },
  );

  test('all of them are tried here', () => {
    const elsewhere: Action[] = ['view', 'move', 'stop', 'capture-call', 'rescue'];
    expect([...walks.map(({ action }) => action), ...elsewhere].toSorted()).toEqual(actionKeys.toSorted());
  });

  test('two taps at the same instant move a lead once', async () => {
    const lead = aLeadIn('quoted');
    const world = await worldWith(lead);
    const url = link(world, lead, 'win');
    const form = Object.fromEntries(fieldsOf(await request(world, 'GET', url)));
    const answers = await Promise.all([request(world, 'POST', url, form), request(world, 'POST', url, form)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.filter((page) => textOf(page).includes('Schon erledigt'))).toHaveLength(1);
    expect(added(lead, await stored(world, lead)).filter(({ type }) => type === 'moved')).toHaveLength(1);
  });

  test('after it the page offers what makes sense next, as links that hold', async () => {
    const { world, response } = await act(aLeadIn('site-visit'), 'quote', { quotedCents: '8500' });
    const links = linksOf(response);
    expect([...links.keys()]).toEqual(
      expect.arrayContaining(['In Verhandlung', 'Gewonnen', 'Ganze Anfrage ansehen']),
    );
    const next = await tap(world, links.get('Gewonnen') ?? '', { finalCents: '8.000' });
    expect(textOf(next)).toContain('Auftrag über 8.000 € gewonnen');
  });

  test.each(stageKeys)('everything offered in stage %s can be done from there', async (stage) => {
    const lead = aLeadIn(stage);
    const answers = {
      valueCents: '5000',
      quotedCents: '5000',
      finalCents: '5000',
      reason: 'Grund',
      time: '10:00',
      budget: 'viel',
      sure: 'ja',
    };
    for (const action of [...actionsFor(lead), ...furtherActionsFor(lead)].filter((one) => one !== 'move')) {
      const { response, after } = await act(lead, action, answers);
      expect([action, response.status]).toEqual([action, 200]);
      expect(after.version).toBeGreaterThan(lead.version);
    }
  });
});

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
    expect(linksOf(page).get('Opportunity – Angebot erstellt')).toBe('?to=quoted');
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

describe('what the domain refuses is said in the owner’s words', () => {
  test('a move that is not allowed', async () => {
    const lead = aLeadIn('won');
    const world = await worldWith(lead);
    const page = await request(world, 'POST', link(world, lead, 'lose'), { reason: 'doch nicht' });
    expect(page.status).toBe(409);
    expect(textOf(page)).toContain('Das geht so nicht');
    expect(textOf(page)).toContain('Bitte zuerst wieder öffnen');
    expect(await stored(world, lead)).toEqual(lead);
  });

  test('confirming what is no emergency', async () => {
    const lead = aLead();
    const world = await worldWith(lead);
    const page = await request(world, 'POST', link(world, lead, 'confirm'));
    expect(textOf(page)).toContain('Nur ein Soforteinsatz wird bestätigt');
  });

  test('a step that is done already', async () => {
    const lead = aLeadIn('negotiation');
    const world = await worldWith(lead);
    expect(textOf(await request(world, 'POST', link(world, lead, 'negotiate')))).toContain('Schon erledigt');
  });
});

describe('calls that are only noted', () => {
  const lead = aLeadIn('quoted');

  test('the same form sent twice is one call, a form opened later another', async () => {
    const world = await worldWith(lead);
    const url = link(world, lead, 'not-reached');
    const form = Object.fromEntries(fieldsOf(await request(world, 'GET', url)));
    await request(world, 'POST', url, form);
    world.clock.set('2026-11-23T12:00:00.000Z');
    expect(textOf(await request(world, 'POST', url, form))).toContain('Schon erledigt');
    expect(textOf(await tap(world, url))).toContain('Notiert');
    expect(added(lead, await stored(world, lead)).map(({ type }) => type)).toEqual([
      'contact-attempted',
      'contact-attempted',
    ]);
  });

  test('two taps at the same instant are one call', async () => {
    const world = await worldWith(lead);
    const url = link(world, lead, 'not-reached');
    const form = Object.fromEntries(fieldsOf(await request(world, 'GET', url)));
    await Promise.all([request(world, 'POST', url, form), request(world, 'POST', url, form)]);
    expect(added(lead, await stored(world, lead))).toHaveLength(1);
  });

  test('without the hidden moment a second tap within five minutes is the same', async () => {
    const world = await worldWith(lead);
    const url = link(world, lead, 'reached');
    await request(world, 'POST', url);
    world.clock.set('2026-11-23T09:05:00.000Z');
    await request(world, 'POST', url);
    expect(added(lead, await stored(world, lead))).toHaveLength(1);
    world.clock.set('2026-11-23T09:05:00.001Z');
    await request(world, 'POST', url);
    expect(added(lead, await stored(world, lead))).toHaveLength(2);
  });

  test('a form filled in elsewhere meanwhile does not pass as this one', async () => {
    const world = await worldWith(lead);
    const win = link(world, lead, 'win');
    const form = Object.fromEntries(fieldsOf(await request(world, 'GET', win)));
    await tap(world, link(world, lead, 'lose'), { reason: 'Zu teuer' });
    const page = await request(world, 'POST', win, form);
    expect(page.status).toBe(409);
    expect(textOf(page)).toContain('Inzwischen hat sich etwas getan');
  });
});

describe('whoever is known by address and number', () => {
  const oldMail = { kind: 'email', value: 'erika.muster@example.org' } as const;
  const oldPhone = { kind: 'phone', value: '+49891234567' } as const;

  async function known(lead: Lead): Promise<World> {
    const world = await worldWith(lead);
    await world.contacts.linkLead(oldMail, lead.id);
    await world.contacts.linkLead(oldPhone, lead.id);
    return world;
  }

  test('is found by the new ones when they change, and no longer by the old ones', async () => {
    const lead = aLeadIn('quoted');
    const world = await known(lead);
    await tap(world, link(world, lead, 'refine'), { email: 'Neu@Example.org', phone: '0170 1234567' });
    const { contact } = await stored(world, lead);
    expect(contact).toMatchObject({
      email: 'neu@example.org',
      phone: '0170 1234567',
      phoneE164: '+491701234567',
    });
    expect(await world.contacts.load(oldMail)).toBeUndefined();
    expect(await world.contacts.load(oldPhone)).toBeUndefined();
    expect((await world.contacts.load({ kind: 'email', value: 'neu@example.org' }))?.leadIds).toEqual([
      lead.id,
    ]);
    expect((await world.contacts.load({ kind: 'phone', value: '+491701234567' }))?.leadIds).toEqual([
      lead.id,
    ]);
  });

  test('is forgotten when the data is erased, also in the archive of old events', async () => {
    const filler = Array.from(
      { length: 250 },
      (): LeadEvent => ({
        type: 'customer-replied',
        at: monday10,
        by: 'customer',
        text: 'Erika ruft an',
      }),
    );
    const lead = { ...aLeadIn('quoted'), timeline: [...aLeadIn('quoted').timeline, ...filler] };
    const world = await known(lead);
    expect(await world.leads.loadArchive(lead.id)).not.toEqual([]);
    const fresh = await stored(world, lead);
    await tap(world, link(world, fresh, 'erase'), { sure: 'ja' });
    expect(await world.contacts.load(oldMail)).toBeUndefined();
    expect(await world.contacts.load(oldPhone)).toBeUndefined();
    const left = JSON.stringify([await stored(world, lead), await world.leads.loadArchive(lead.id)]);
    expect(left).not.toMatch(/Erika|erika|089|Bad erneuern|Lindenweg/);
  });

  test('keeps the wish for no mails after that', async () => {
    const lead = aLeadIn('quoted');
    const world = await known(lead);
    await world.contacts.suppress(oldMail, 'stopped', monday10);
    await tap(world, link(world, lead, 'erase'), { sure: 'ja' });
    expect((await world.contacts.load(oldMail))?.suppressed?.reason).toBe('stopped');
  });

  test('the page of an erased lead says so and offers nothing', async () => {
    const lead = aLeadIn('quoted');
    const world = await known(lead);
    await tap(world, link(world, lead, 'erase'), { sure: 'ja' });
    const page = await request(world, 'GET', link(world, lead, 'view'));
    expect(textOf(page)).toContain('Die Daten dieser Anfrage sind gelöscht.');
    expect(textOf(page)).not.toContain('Erika');
    expect([...linksOf(page).keys()]).toEqual([]);
  });
});

describe('refining', () => {
  test('changes only what differs; saving the form as it stands changes nothing', async () => {
    const { response, text, events } = await act(aLeadIn('opportunity'), 'refine');
    expect(response.status).toBe(200);
    expect(text).toContain('Schon erledigt');
    expect(events).toEqual([]);
  });

  test('an empty field keeps what is known', async () => {
    const { after } = await act(aLeadIn('opportunity'), 'refine', {
      name: '',
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
