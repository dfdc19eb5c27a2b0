import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command, MoveFacts } from '../../../domain/lead/command.ts';
import { decide } from '../../../domain/lead/decide.ts';
import { evolve, evolveAll } from '../../../domain/lead/evolve.ts';
import { missingFacts } from '../../../domain/lead/facts.ts';
import { type Lead, leadSchema, weightedCents } from '../../../domain/lead/lead.ts';
import { factKeys, pipeline, stageKeys } from '../../../domain/lead/pipeline.ts';
import { movesFrom, timedStages } from '../../../domain/lead/stages.ts';
import { leadSummarySchema, summarise } from '../../../domain/lead/summary.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { explainRefusal } from '../../../views/words/refusals.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

const everyFact: MoveFacts = {
  name: 'Erika Muster',
  kind: 'project',
  qualified: true,
  valueCents: 1_200_000,
  quotedCents: 1_150_000,
  finalCents: 1_100_000,
  visit: { startsAt: '2026-11-26T09:00:00.000Z', durationMinutes: 60 },
  reason: 'kein Budget',
  lookAgainOn: '2027-03-01',
};

const nobody = aLead({
  contact: { email: 'wer@example.org', language: 'de' },
  request: { urgency: 'planned', gas: false, extra: [] },
});

const types = (events: readonly { type: string }[]) => events.map((event) => event.type);

describe('moving through the pipeline', () => {
  const allowed = stageKeys
    .flatMap((from) => movesFrom(from).map((to) => [from, to] as const))
    .filter(([from, to]) => from !== to);

  test.each(allowed)('%s to %s takes the probability and the turn of the new stage', (from, to) => {
    const before = aLeadIn(from);
    const { lead, refused } = when(before, { type: 'move', to, facts: everyFact });
    expect(refused).toBeUndefined();
    expect(lead.stage).toBe(to);
    expect(lead.probability).toBe(pipeline[to].probability);
    expect(lead.waitsFor).toBe(pipeline[to].waitsFor);
    expect(lead.generation).toBeGreaterThan(before.generation);
    expect(lead.timeline.at(-1)).toMatchObject({ type: 'moved', from, to, at: monday10, by: 'owner' });
  });

  const forbidden = stageKeys.flatMap((from) =>
    stageKeys.filter((to) => to !== from && !movesFrom(from).includes(to)).map((to) => [from, to] as const),
  );

  test.each(forbidden)('%s to %s is refused and changes nothing', (from, to) => {
    const before = aLeadIn(from);
    const { lead, refused } = when(before, { type: 'move', to, facts: everyFact });
    expect(refused?.code).toMatch(/^(closed|move-not-allowed)$/);
    expect(lead).toEqual(before);
  });

  test.each(stageKeys)('a lead in %s cannot be moved to where it is', (stage) => {
    expect(when(aLeadIn(stage), { type: 'move', to: stage, facts: everyFact }).refused).toEqual({
      code: 'already-there',
      stage,
    });
  });

  test.each([
    ['in-progress', ['name', 'kind']],
    ['opportunity', ['qualified', 'value']],
    ['site-visit', ['visit']],
    ['quoted', ['quoted-value']],
    ['won', ['final-value']],
    ['lost', ['reason']],
    ['unqualified', ['reason', 'look-again-on']],
  ] as const)('a move to %s names what is missing: %j', (to, missing) => {
    const { refused, lead } = when(nobody, { type: 'move', to });
    expect(refused).toEqual({ code: 'missing-facts', to, missing });
    expect(lead).toEqual(nobody);
  });

  test('every fact a stage can ask for has words the owner understands', () => {
    const sentences = factKeys.map((fact) =>
      explainRefusal({ code: 'missing-facts', to: 'quoted', missing: [fact] }),
    );
    expect(new Set(sentences).size).toBe(factKeys.length);
  });

  test('a reason given last year does not answer why the lead is lost today', () => {
    expect(missingFacts(aLeadIn('unqualified'), 'lost')).toEqual(['reason']);
  });

  test('a needs analysis with installation, time frame and budget is qualified without saying so', () => {
    const filled = when(aLeadIn('needs-analysis'), {
      type: 'set-details',
      details: { installation: 'Wärmepumpe', timeframe: 'Frühjahr', budget: '30.000' },
    }).lead;
    const { events } = when(filled, { type: 'move', to: 'opportunity', facts: { valueCents: 3_000_000 } });
    expect(events[0]).toMatchObject({ type: 'qualified', explicitly: false });
    expect(types(events)).toEqual(['qualified', 'value-changed', 'moved']);
  });

  test('a regular customer goes from new to quoted in one step', () => {
    const { lead } = when(aLead(), { type: 'move', to: 'quoted', facts: { quotedCents: 850_000 } });
    expect(lead).toMatchObject({
      stage: 'quoted',
      probability: 75,
      valueCents: 850_000,
      quotedCents: 850_000,
    });
    expect(weightedCents(lead)).toBe(637_500);
  });

  test('an order is worth what was quoted unless another sum is said', () => {
    expect(when(aLeadIn('quoted'), { type: 'move', to: 'won' }).lead).toMatchObject({
      finalCents: 1_150_000,
      valueCents: 1_150_000,
      probability: 100,
      waitsFor: 'nobody',
      closedAt: monday10,
    });
  });

  test('reopening a won lead forgets the final sum and counts as open again', () => {
    const { lead } = when(aLeadIn('won'), { type: 'move', to: 'negotiation' });
    expect(lead.finalCents).toBeUndefined();
    expect(lead.closedAt).toBeUndefined();
    expect(lead.cadence?.name).toBe('negotiation');
  });

  test('a lost lead is erased after the time the company set, a won one is kept', () => {
    const company = aCompany({ retentionMonths: 6 });
    const lost = when(aLead(), { type: 'move', to: 'lost', facts: { reason: 'zu teuer' } }, { company }).lead;
    expect(lost.expiresOn).toBe('2027-05-23');
    expect(aLeadIn('won').expiresOn).toBeUndefined();
  });

  test('an unqualified lead keeps its reason and sleeps until its day begins', () => {
    const lead = aLeadIn('unqualified');
    expect(lead).toMatchObject({
      reason: 'kein Budget',
      lookAgainOn: '2027-03-01',
      waitsFor: 'nobody',
      dueAt: '2027-03-01T07:00:00.000Z',
    });
    const tooEarly = when(lead, { type: 'wake' }, { now: '2027-02-28T23:00:00.000Z', by: 'system' });
    expect(tooEarly.refused?.code).toBe('already-done');
    const woken = when(lead, { type: 'wake' }, { now: '2027-03-01T07:10:00.000Z', by: 'system' });
    expect(woken.lead).toMatchObject({ waitsFor: 'owner', stage: 'unqualified' });
    expect(woken.lead.generation).toBe(lead.generation + 1);
  });

  test.each([
    ['2026-11-22', 'date-in-the-past'],
    ['2026-11-23', 'date-in-the-past'],
    ['2062-11-23', 'date-too-far'],
  ])('a look-again date of %s is refused', (lookAgainOn, code) => {
    const command: Command = { type: 'move', to: 'unqualified', facts: { reason: 'später', lookAgainOn } };
    expect(when(aLead(), command).refused?.code).toBe(code);
  });
});

describe('value and probability are live', () => {
  test('the owner overrides the probability until the next change of stage', () => {
    const overridden = when(aLeadIn('quoted'), { type: 'set-probability', probability: 40 }).lead;
    expect(overridden).toMatchObject({ probability: 40, probabilityOverridden: true });
    expect(when(overridden, { type: 'move', to: 'negotiation' }).lead).toMatchObject({
      probability: 90,
      probabilityOverridden: false,
    });
  });

  test.each([
    ['opportunity', 'estimated'],
    ['quoted', 'quoted'],
    ['negotiation', 'quoted'],
    ['won', 'final'],
  ] as const)('a value set in %s is the %s one', (stage, basis) => {
    const { events, lead } = when(aLeadIn(stage), { type: 'set-value', valueCents: 900_000 });
    expect(events[0]).toMatchObject({ type: 'value-changed', basis, valueCents: 900_000 });
    expect(lead.valueCents).toBe(900_000);
  });

  test('an emergency has no probability and adds nothing to the pipeline', () => {
    expect(weightedCents(aLeadIn('service'))).toBe(0);
  });
});

describe('contact', () => {
  test.each(['new', 'in-progress', 'first-contact'] as const)(
    'reaching the customer of a lead in %s begins the needs analysis',
    (stage) => {
      const { lead, events } = when(aLeadIn(stage), { type: 'note-contact-attempt', reached: true });
      expect(types(events)).toEqual(['contact-attempted', 'moved']);
      expect(lead).toMatchObject({ stage: 'needs-analysis', waitsFor: 'customer' });
    },
  );

  test('a customer who was not reached gets mails, and calling in vain again does not start them over', () => {
    const once = when(aLead(), { type: 'note-contact-attempt', reached: false }).lead;
    expect(once).toMatchObject({
      stage: 'first-contact',
      waitsFor: 'customer',
      cadence: { name: 'not-reached' },
    });
    const twice = when(
      once,
      { type: 'note-contact-attempt', reached: false },
      { now: '2026-11-24T09:00:00.000Z' },
    );
    expect(twice.lead.cadence).toEqual(once.cadence);
    expect(types(twice.events)).toEqual(['contact-attempted']);
  });

  test('a reply stops the running cadence and makes it the turn of the owner', () => {
    const quoted = aLeadIn('quoted');
    const { lead } = when(quoted, { type: 'record-reply' }, { by: 'customer' });
    expect(lead).toMatchObject({ waitsFor: 'owner', cadence: { name: 'replied', sent: 0 } });
    expect(lead.generation).toBe(quoted.generation + 1);
  });

  test('speaking with a customer who replied hands the turn back and begins the stage anew', () => {
    const replied = when(aLeadIn('quoted'), { type: 'record-reply' }, { by: 'customer' }).lead;
    const { lead } = when(replied, { type: 'note-contact-attempt', reached: true });
    expect(lead).toMatchObject({
      waitsFor: 'customer',
      cadence: { name: 'quoted', sent: 0 },
      stage: 'quoted',
    });
  });

  test('a bounce stops mails and asks the owner to phone; a new address lifts it', () => {
    const bounced = when(
      aLeadIn('needs-analysis'),
      { type: 'record-bounce', email: 'a@b.de' },
      { by: 'system' },
    ).lead;
    expect(bounced).toMatchObject({
      mailsStopped: 'bounced',
      waitsFor: 'owner',
      cadence: { name: 'bounced' },
    });
    const { lead } = when(bounced, { type: 'set-details', details: { email: 'neu@example.org' } });
    expect(lead.mailsStopped).toBeUndefined();
  });

  test('the stop link ends mails to a customer who is waited for, and tells the owner', () => {
    const { lead } = when(aLeadIn('quoted'), { type: 'stop' }, { by: 'customer' });
    expect(lead).toMatchObject({ mailsStopped: 'stopped', waitsFor: 'owner', cadence: { name: 'stopped' } });
    expect(when(lead, { type: 'stop' }, { by: 'customer' }).refused?.code).toBe('already-done');
  });

  test('the stop link does not call off the chase of an owner whose turn it is', () => {
    const fresh = aLead();
    const { lead } = when(fresh, { type: 'stop' }, { by: 'customer' });
    expect(lead.cadence).toEqual(fresh.cadence);
    expect(lead.mailsStopped).toBe('stopped');
  });
});

describe('postponing', () => {
  test('"later" stops the cadence until the day begins, then it is the turn of the owner', () => {
    const { lead } = when(aLeadIn('quoted'), { type: 'postpone', until: '2027-01-15' });
    expect(lead).toMatchObject({
      stage: 'quoted',
      waitsFor: 'nobody',
      postponedUntil: '2027-01-15',
      cadence: { name: 'postponed', startedAt: '2027-01-15T07:00:00.000Z' },
    });
  });

  test('an unqualified lead put off again sleeps until the new date', () => {
    const { lead } = when(aLeadIn('unqualified'), { type: 'postpone', until: '2027-06-01' });
    expect(lead).toMatchObject({
      lookAgainOn: '2027-06-01',
      dueAt: '2027-06-01T06:00:00.000Z',
      waitsFor: 'nobody',
    });
  });

  test('today is not later', () => {
    expect(when(aLead(), { type: 'postpone', until: '2026-11-23' }).refused).toEqual({
      code: 'date-in-the-past',
      field: 'until',
    });
  });
});

describe('visits', () => {
  const visit = { type: 'plan-visit', startsAt: '2026-11-26T09:00:00.000Z', durationMinutes: 60 } as const;

  test.each(['new', 'in-progress', 'first-contact', 'needs-analysis', 'opportunity'] as const)(
    'planning a visit for a lead in %s moves it to the visit',
    (stage) => {
      const { lead } = when(aLeadIn(stage), visit);
      expect(lead).toMatchObject({
        stage: 'site-visit',
        cadence: { name: 'site-visit', startedAt: '2026-11-26T10:00:00.000Z' },
      });
    },
  );

  test('a new date replaces the old one in the calendar and begins the wait anew', () => {
    const before = aLeadIn('site-visit');
    const { lead } = when(before, { ...visit, startsAt: '2026-11-27T13:00:00.000Z' });
    expect(lead.visit).toMatchObject({ startsAt: '2026-11-27T13:00:00.000Z', sequence: 1 });
    expect(lead.visitMails).toEqual([]);
    expect(lead.generation).toBeGreaterThan(before.generation);
  });

  test('a second visit after the quote keeps the stage', () => {
    expect(when(aLeadIn('quoted'), visit).lead).toMatchObject({ stage: 'quoted', probability: 75 });
  });

  test.each(['site-visit', 'new'] as const)('a visit in the past is refused in %s', (stage) => {
    expect(when(aLeadIn(stage), { ...visit, startsAt: '2026-11-23T08:59:00.000Z' }).refused).toEqual({
      code: 'date-in-the-past',
      field: 'visit',
    });
  });
});

describe('emergencies', () => {
  const capture = (urgency: 'now' | 'soon') =>
    decide(
      undefined,
      {
        type: 'capture',
        id: '7K2M9QX4TD',
        contact: { phone: '089 1', language: 'de' },
        request: { urgency, gas: false, extra: [] },
        source: 'website',
        attribution: { utm: {} },
        by: 'customer',
      },
      { now: monday10, by: 'customer', company: aCompany() },
    );

  test('an urgent request enters service, any other one is new', () => {
    expect(capture('now')).toMatchObject({ events: [{ type: 'captured', stage: 'service' }] });
    expect(capture('soon')).toMatchObject({ events: [{ type: 'captured', stage: 'new' }] });
  });

  test('confirming ends the alarm, once', () => {
    const { lead } = when(aLeadIn('service'), { type: 'confirm' });
    expect(lead).toMatchObject({ confirmedAt: monday10, cadence: { name: 'service-confirmed' } });
    expect(when(lead, { type: 'confirm' }).refused?.code).toBe('already-done');
  });

  test('reaching the customer of an emergency confirms it', () => {
    expect(when(aLeadIn('service'), { type: 'note-contact-attempt', reached: true }).lead.confirmedAt).toBe(
      monday10,
    );
  });

  test('a reply, a bounce or the stop link never silences the alarm', () => {
    for (const command of [
      { type: 'record-reply' },
      { type: 'record-bounce', email: 'a@b.de' },
      { type: 'stop' },
    ] as const) {
      expect(when(aLeadIn('service'), command).lead.cadence?.name).toBe('service');
    }
  });

  test('the same form sent again as an emergency raises the alarm', () => {
    const fresh = aLead();
    const { lead } = when(
      fresh,
      { type: 'resubmit', contact: fresh.contact, request: { ...fresh.request, urgency: 'now' } },
      { by: 'customer' },
    );
    expect(lead.stage).toBe('service');
  });

  test('a form that comes late is kept, and what was sent after it still holds', () => {
    const fresh = aLead();
    const { lead } = when(
      fresh,
      {
        type: 'resubmit',
        contact: { ...fresh.contact, city: 'Dachau' },
        request: { ...fresh.request, message: 'Älter' },
        sentAt: new Date(Date.parse(fresh.capturedAt) - 60_000).toISOString(),
      },
      { by: 'customer' },
    );
    expect(lead.request.message).toBe(fresh.request.message);
    expect(lead.contact.city).toBe(fresh.contact.city);
    expect(lead.timeline.map((event) => ('request' in event ? event.request.message : ''))).toEqual([
      fresh.request.message,
      'Älter',
      fresh.request.message,
    ]);
  });
});

describe('closing for good', () => {
  const whenClosed: readonly Command[] = [
    { type: 'note-contact-attempt', reached: true },
    { type: 'plan-visit', startsAt: '2026-11-26T09:00:00.000Z', durationMinutes: 60 },
    { type: 'postpone', until: '2027-01-15' },
    { type: 'set-probability', probability: 50 },
    { type: 'confirm' },
    { type: 'renew-timer' },
  ];

  test.each(whenClosed)('a closed lead refuses $type', (command) => {
    expect(when(aLeadIn('lost'), command).refused).toEqual({ code: 'closed', stage: 'lost' });
  });

  test('spam leaves every list and can be reopened after a slip', () => {
    const { lead } = when(aLead(), { type: 'mark-spam' });
    expect(lead).toMatchObject({ stage: 'lost', spam: true, expiresOn: '2026-12-23' });
    expect(when(lead, { type: 'move', to: 'new' }).lead.spam).toBe(false);
  });

  test('erasing leaves no trace of the person in the lead or its timeline', () => {
    const told = when(aLeadIn('quoted'), {
      type: 'set-details',
      details: { name: 'Erika Musterfrau' },
    }).lead;
    const { lead } = when(told, { type: 'erase' });
    expect(JSON.stringify(lead)).not.toMatch(/Muster|erika|Lindenweg|München|123 ?45|Dusche/i);
    expect(types(lead.timeline)).toEqual([...types(told.timeline), 'erased']);
    expect(when(lead, { type: 'move', to: 'new' }).refused?.code).toBe('erased');
  });
});

describe('mails are recorded once', () => {
  const mail = {
    type: 'record-mail',
    mail: {
      type: 'acknowledged',
      mail: 'acknowledgement',
      number: 1,
      key: 'g1#acknowledgement#1',
      outcome: 'sent',
      at: monday10,
    },
  } as const;

  test('the same mail recorded twice is one event', () => {
    const once = when(aLead(), mail, { by: 'system' });
    expect(once.lead.acknowledgedAt).toBe(monday10);
    expect(when(once.lead, mail, { by: 'system' }).events).toEqual([]);
  });

  test('an uncertain mail is counted for the owner and not due any more', () => {
    const { lead } = when(
      aLead(),
      { ...mail, mail: { ...mail.mail, outcome: 'uncertain' } },
      { by: 'system' },
    );
    expect(lead).toMatchObject({ uncertainMails: 1, acknowledgedAt: monday10 });
  });

  test('a rejected address is a bounce', () => {
    const { lead } = when(
      aLead(),
      { ...mail, mail: { ...mail.mail, outcome: 'rejected' } },
      { by: 'system' },
    );
    expect(lead).toMatchObject({ mailsStopped: 'bounced', cadence: { name: 'bounced' } });
  });
});

const momentArb = fc.integer({ min: 0, max: 400 * 24 }).map((hours) => addDuration(monday10, `PT${hours}H`));
const commandArb: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom(...stageKeys).map((to): Command => ({ type: 'move', to, facts: everyFact })),
  fc.constantFrom(...stageKeys).map((to): Command => ({ type: 'move', to })),
  fc.boolean().map((reached): Command => ({ type: 'note-contact-attempt', reached })),
  momentArb.map((startsAt): Command => ({ type: 'plan-visit', startsAt, durationMinutes: 60 })),
  momentArb.map((moment): Command => ({ type: 'postpone', until: moment.slice(0, 10) })),
  fc.integer({ min: 0, max: 10_000_000 }).map((valueCents): Command => ({ type: 'set-value', valueCents })),
  fc.integer({ min: 0, max: 100 }).map((probability): Command => ({ type: 'set-probability', probability })),
  fc.constantFrom<Command>(
    { type: 'set-details', details: { name: 'Neu', budget: '5.000' } },
    { type: 'confirm' },
    { type: 'stop' },
    { type: 'mark-spam' },
    { type: 'record-reply', text: 'Ja bitte' },
    { type: 'record-bounce', email: 'x@example.org' },
    { type: 'stall' },
    { type: 'wake' },
    { type: 'renew-timer' },
    { type: 'erase' },
  ),
);

describe('whatever is asked of a lead, in any order', () => {
  const walk = (
    steps: readonly { command: Command; now: string }[],
    check: (before: Lead, now: Lead) => void,
  ) => {
    let lead = aLead();
    for (const { command, now } of [...steps].sort((a, b) => (a.now < b.now ? -1 : 1))) {
      const next = when(lead, command, { now }).lead;
      check(lead, next);
      lead = next;
    }
    return lead;
  };
  const stepsArb = fc.array(fc.record({ command: commandArb, now: momentArb }), { maxLength: 25 });

  test('it stays a valid lead, its summary too, and its past is never rewritten', () => {
    fc.assert(
      fc.property(stepsArb, (steps) => {
        walk(steps, (before, now) => {
          leadSchema.parse(now);
          leadSummarySchema.parse(summarise(now));
          expect(now.timeline.length).toBeGreaterThanOrEqual(before.timeline.length);
          expect(now.generation).toBeGreaterThanOrEqual(before.generation);
          if (!now.timeline.some((event) => event.type === 'erased')) {
            expect(now.timeline.slice(0, before.timeline.length)).toEqual(before.timeline);
          }
        });
      }),
    );
  });

  test('an open lead always says whose turn it is and has a cadence; a closed one waits for nobody', () => {
    fc.assert(
      fc.property(stepsArb, (steps) => {
        walk(steps, (_, now) => {
          if (timedStages.includes(now.stage)) {
            expect(now.cadence).toBeDefined();
            expect(now.closedAt).toBeUndefined();
          } else {
            expect(now.waitsFor).toBe('nobody');
            expect(now.closedAt).toBeDefined();
          }
        });
      }),
    );
  });

  test('the lead is the fold of its timeline', () => {
    fc.assert(
      fc.property(stepsArb, (steps) => {
        const lead = walk(steps, () => {});
        const erasedAt = lead.timeline.findIndex((event) => event.type === 'erased');
        if (erasedAt >= 0) return;
        const folded = evolveAll(undefined, lead.timeline);
        expect(folded).toEqual(lead);
      }),
    );
  });
});

test('a lead is captured once, and first', () => {
  const [captured] = aLead().timeline;
  if (!captured) throw new Error('The builder captures the lead');
  expect(() => evolve(aLead(), captured)).toThrow('captured once');
  expect(() => evolve(undefined, { type: 'confirmed', at: monday10, by: 'owner' })).toThrow('capture');
});
