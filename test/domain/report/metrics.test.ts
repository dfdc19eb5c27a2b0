import { describe, expect, test } from 'vitest';
import type { Command } from '../../../domain/lead/command.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { measure, metricUnits, rareMetrics } from '../../../domain/report/metrics.ts';
import { addMinutes } from '../../../domain/time/local-time.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, when } from '../../support/a-walk.ts';

/** What is measured when this happens to the lead so many minutes after it was captured. */
function measured(lead: Lead, command: Command, { after = 90, by = 'owner' as 'owner' | 'customer' } = {}) {
  const { events } = when(lead, command, { now: addMinutes(lead.capturedAt, after), by });
  return Object.fromEntries(measure(lead, events).map(({ metric, value }) => [metric, value]));
}

const visit = { type: 'plan-visit', startsAt: '2026-11-26T09:00:00.000Z', durationMinutes: 60 } as const;

describe('the first contact', () => {
  test.each<[string, Command]>([
    ['a call, reached or not', { type: 'note-contact-attempt', reached: false }],
    ['an answer by mail', { type: 'record-owner-reply', text: 'Ich melde mich' }],
    ['a visit that was agreed on', visit],
    ['a quote that went out', { type: 'move', to: 'quoted', facts: { quotedCents: 100_00 } }],
  ])('is %s', (_, command) => {
    const fresh = aLead({ request: { ...aLead().request, kind: 'project' } });
    expect(measured(fresh, command)).toEqual({ FirstContactMinutes: 90 });
  });

  test('in an emergency is that somebody takes it', () => {
    expect(measured({ ...aLead(), stage: 'service' }, { type: 'confirm' }, { after: 4 })).toEqual({
      FirstContactMinutes: 4,
    });
  });

  test('is not yet that the owner has it in hand, nor that the customer writes again', () => {
    expect(measured(aLead(), { type: 'move', to: 'in-progress' })).toEqual({});
    expect(measured(aLead(), { type: 'record-reply', text: 'Hallo?' }, { by: 'customer' })).toEqual({});
  });

  test('is measured once: a second call says nothing new', () => {
    const called = when(aLead(), { type: 'note-contact-attempt', reached: false }).lead;
    expect(measured(called, { type: 'note-contact-attempt', reached: true })).toEqual({});
    expect(measured(aLeadIn('quoted'), { type: 'move', to: 'negotiation' })).toEqual({});
  });

  test('was the call itself, if the owner noted one', () => {
    const [captured] = aLead().timeline;
    if (!captured) throw new Error('Captured without an event');
    const byCall = aLead({ timeline: [{ ...captured, by: 'owner' }] });
    expect(measured(byCall, { type: 'note-contact-attempt', reached: true })).toEqual({});
  });

  test('is unknown where the oldest events were moved aside', () => {
    const old = aLead({ archivedEvents: 3 });
    expect(measured(old, { type: 'note-contact-attempt', reached: true })).toEqual({});
  });
});

test('no more metrics than CloudWatch gives for nothing', () => {
  expect(Object.keys(metricUnits).length - rareMetrics.length).toBeLessThanOrEqual(10);
});
