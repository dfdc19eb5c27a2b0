import { describe, expect, test } from 'vitest';
import { decide } from '../../../domain/lead/decide.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';

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
    expect(lead.timeline.map((event) => ('request' in event ? event.request?.message : ''))).toEqual([
      fresh.request.message,
      'Älter',
      fresh.request.message,
    ]);
  });
});
