import { describe, expect, test } from 'vitest';
import { type Action, actionKeys, manyActions } from '../../../domain/lead/action.ts';
import { actionsFor, furtherActionsFor } from '../../../domain/lead/actions.ts';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import { learnedFacts } from '../../../domain/lead/learned.ts';
import { type Stage, stageKeys } from '../../../domain/lead/pipeline.ts';
import { isClosed } from '../../../domain/lead/stages.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { fieldsOf, linksOf, textOf } from '../../support/read-page.ts';
import { act, added, link, request, stored, tap, worldWith } from './a-phone.ts';

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
    says: 'Notiert: erreicht',
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
    action: 'move-visit',
    from: 'site-visit',
    answers: { date: '2026-11-27', time: '14:30', durationMinutes: '90' },
    to: 'site-visit',
    event: { type: 'visit-moved', startsAt: '2026-11-27T13:30:00.000Z', durationMinutes: 90 },
    says: 'Freitag, 27. November 2026',
  },
  {
    action: 'cancel-visit',
    from: 'site-visit',
    answers: {},
    to: 'site-visit',
    event: { type: 'visit-cancelled' },
    says: 'Termin abgesagt',
  },
  {
    action: 'assign',
    from: 'quoted',
    answers: { assignee: 'jonas@muster-haustechnik.example' },
    to: 'quoted',
    event: { type: 'assigned', to: 'jonas@muster-haustechnik.example', name: 'Jonas Huber' },
    says: 'Weitergegeben an Jonas Huber',
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
    says: 'Steht jetzt auf „Bedarf klären“',
  },
  {
    action: 'refine',
    from: 'opportunity',
    answers: { valueCents: '9000', probability: '60', budget: 'bis 10.000 €' },
    to: 'opportunity',
    event: { type: 'details-changed', budget: 'bis 10.000 €' },
    says: 'Gespeichert',
  },
  {
    action: 'note',
    from: 'won',
    answers: { note: 'Hund im Garten.\nSchlüssel beim Nachbarn.' },
    to: 'won',
    event: { type: 'noted', text: 'Hund im Garten.\nSchlüssel beim Nachbarn.' },
    says: 'Notiz gespeichert, nur für uns',
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
    const elsewhere: Action[] = [
      'view',
      'move',
      'stop',
      'not-me',
      'capture-call',
      'push',
      'rescue',
      'enter-answer',
      'acknowledge',
      'merge',
      'noted-mails',
      'open-requests',
      'hook',
      ...manyActions,
      'dismiss-suspicious',
      // Only where a customer answered.
      'mark-read',
      ...learnedFacts.map((fact) => `take-${fact}` as const),
      ...learnedFacts.map((fact) => `dismiss-${fact}` as const),
      'decline',
    ];
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
      note: 'Eilt nicht',
      sure: 'ja',
    };
    for (const action of [...actionsFor(lead, monday10), ...furtherActionsFor(lead, monday10)].filter(
      (one) => one !== 'move',
    )) {
      const { response, after } = await act(lead, action, answers);
      expect([action, response.status]).toEqual([action, 200]);
      expect(after.version).toBeGreaterThan(lead.version);
    }
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
    expect(textOf(page)).toContain('Nur ein Notfall wird bestätigt');
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
    const url = link(world, lead, 'not-reached');
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
