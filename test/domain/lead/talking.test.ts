import { describe, expect, test } from 'vitest';
import { evolve } from '../../../domain/lead/evolve.ts';
import { saleStages } from '../../../domain/lead/stages.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, letTimePass, monday10, when } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';
import { types } from './a-move.ts';

describe('contact', () => {
  test.each(['new', 'in-progress', 'first-contact'] as const)(
    'reaching the customer of a lead in %s begins the needs analysis',
    (stage) => {
      const { lead, events } = when(aLeadIn(stage), { type: 'note-contact-attempt', reached: true });
      expect(types(events)).toEqual(['moved', 'contact-attempted']);
      expect(lead).toMatchObject({ stage: 'needs-analysis', waitsFor: 'owner' });
    },
  );

  test.each(saleStages)('a talk alone sends the customer of a lead in %s no reminder', (stage) => {
    const { lead } = when(aLeadIn(stage), { type: 'note-contact-attempt', reached: true });
    const { mails } = letTimePass(
      { ...lead, acknowledgedAt: monday10 },
      { until: '2027-03-31T00:00:00.000Z' },
    );
    const toCustomer = mails.filter(({ to }) => to === 'customer').map(({ mail }) => mail);
    // An appointment that stands is confirmed and reminded of all the same.
    expect(toCustomer.filter((mail) => !mail.startsWith('visit-'))).toEqual([]);
    expect(mails.some(({ to }) => to === 'owner')).toBe(true);
  });

  test.each(saleStages)(
    'of a lead in %s the customer is reminded at most three times where the owner says that he gets back',
    (stage) => {
      const talked = { type: 'note-contact-attempt', reached: true, next: 'customer' } as const;
      const { lead } = when(aLeadIn(stage), talked);
      expect(lead.waitsFor).toBe('customer');
      const { mails } = letTimePass(
        { ...lead, acknowledgedAt: monday10, alertedAt: monday10 },
        { until: '2027-03-31T00:00:00.000Z' },
      );
      const reminders = mails.filter(({ to, mail }) => to === 'customer' && !mail.startsWith('visit-'));
      expect(reminders.map(({ number }) => number)).toEqual([1, 2, 3]);
    },
  );

  test('a business that has its customers reminded in a stage does not by a talk alone', () => {
    const company = aCompany({ cadences: { opportunity: { to: 'customer', after: ['2 working days'] } } });
    const talked = { type: 'note-contact-attempt', reached: true } as const;
    const { lead } = when(aLeadIn('opportunity'), talked, { company });
    const { mails } = letTimePass(
      { ...lead, acknowledgedAt: monday10 },
      { until: '2027-03-31T00:00:00.000Z', company },
    );
    expect(mails.map(({ to }) => to)).not.toContain('customer');
  });

  test('what the customer is to be asked holds until the next talk or move', () => {
    const talked = { type: 'note-contact-attempt', reached: true, next: 'customer' } as const;
    const { lead } = when(aLead(), { ...talked, asks: ['budget'] });
    expect(lead.asks).toEqual(['budget']);
    expect(when(lead, talked).lead.asks).toBeUndefined();
    expect(when(lead, { type: 'move', to: 'negotiation' }).lead.asks).toBeUndefined();
  });

  test('a talk of an earlier release means what it meant then', () => {
    const replied = when(aLeadIn('quoted'), { type: 'record-reply' }, { by: 'customer' }).lead;
    const event = { type: 'contact-attempted', at: monday10, by: 'owner', reached: true } as const;
    expect(evolve(replied, event)).toMatchObject({ waitsFor: 'customer', cadence: { name: 'quoted' } });
  });

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

  test('where the customer who replied gets back once more, the rhythm of the stage begins anew', () => {
    const replied = when(aLeadIn('quoted'), { type: 'record-reply' }, { by: 'customer' }).lead;
    const { lead } = when(replied, { type: 'note-contact-attempt', reached: true, next: 'customer' });
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
      cadence: { name: 'postponed', startedAt: '2027-01-14T23:00:00.000Z' },
    });
  });

  test('an unqualified lead put off again sleeps until the new date', () => {
    const { lead } = when(aLeadIn('unqualified'), { type: 'postpone', until: '2027-06-01' });
    expect(lead).toMatchObject({
      lookAgainOn: '2027-06-01',
      dueAt: '2027-05-31T22:00:00.000Z',
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
