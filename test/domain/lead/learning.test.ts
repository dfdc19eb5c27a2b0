import { describe, expect, test } from 'vitest';
import { allActionsFor, primaryActionsFor } from '../../../domain/lead/actions.ts';
import type { Command, Details } from '../../../domain/lead/command.ts';
import type { ReplyFacts } from '../../../domain/lead/event.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { summarise, unansweredOf } from '../../../domain/lead/summary.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, letTimePass, monday10, when } from '../../support/a-walk.ts';

const base = aLead();
const reply = (
  facts: ReplyFacts | undefined,
  more: Partial<Extract<Command, { type: 'record-reply' }>> = {},
) => ({ type: 'record-reply', text: 'Antwort', facts, ...more }) as const;
const answered = (lead: Lead, facts: ReplyFacts | undefined, more = {}) =>
  when(lead, reply(facts, more), { by: 'customer' }).lead;
const mobile = { phones: [{ phone: '0151 2345678', phoneE164: '+491512345678' }] };
const { phone: _p, phoneE164: _e, ...unreachable } = base.contact;
const { address: _a, postcode: _c, city: _t, ...homeless } = base.contact;

describe('what is empty is filled by the answer', () => {
  test('a number, which is dialled from then on', () => {
    const { contact, proposals } = answered(aLead({ contact: unreachable }), mobile);
    expect(contact).toMatchObject({ phone: '0151 2345678', phoneE164: '+491512345678' });
    expect(proposals).toBeUndefined();
  });

  test('an address, with the street of a town that is known', () => {
    const place = { address: 'Lindenweg 4', postcode: '80331', city: 'München' };
    expect(answered(aLead({ contact: homeless }), place).contact).toMatchObject(place);
    const inTown = aLead({ contact: { ...homeless, city: 'München' } });
    expect(answered(inTown, { address: 'Lindenweg 4' }).contact).toMatchObject({
      address: 'Lindenweg 4',
      city: 'München',
    });
  });

  test('what, by when, for how much, and when it would suit', () => {
    const { request } = answered(base, {
      installation: 'Bad',
      timeframe: 'bis April',
      budget: '20.000 €',
      wishedDate: 'Donnerstag',
    });
    expect(request).toMatchObject({
      installation: 'Bad',
      timeframe: 'bis April',
      budget: '20.000 €',
      wishedDate: 'Donnerstag',
    });
  });

  test('no address of mail, unless its sender proves to write from there', () => {
    const { email: _, ...contact } = base.contact;
    const facts = { emails: ['frau@kunde.example'] };
    const from = 'frau@kunde.example';
    expect(answered(aLead({ contact }), facts, { from }).contact.email).toBeUndefined();
    expect(answered(aLead({ contact }), facts, { from, authentic: true }).contact.email).toBe(from);
  });
});

describe('what differs waits for a tap', () => {
  test('and changes nothing until then; the owner takes it, and the old one is remembered', () => {
    const waiting = answered(base, mobile);
    expect(waiting.contact).toEqual(base.contact);
    expect(waiting.proposals).toMatchObject([{ fact: 'phone', value: '0151 2345678' }]);
    const { lead, events } = when(waiting, { type: 'take-fact', fact: 'phone', value: '0151 2345678' });
    expect(lead.contact).toMatchObject({ phone: '0151 2345678', phoneE164: '+491512345678' });
    expect(lead.proposals).toBeUndefined();
    expect(events).toMatchObject([{ type: 'fact-learned', from: 'owner', instead: base.contact.phone }]);
    expect(when(lead, { type: 'take-fact', fact: 'phone', value: '0151 2345678' }).refused?.code).toBe(
      'already-done',
    );
  });

  test('stands once, however often it is written', () => {
    const twice = answered(answered(base, mobile), mobile);
    expect(twice.proposals).toHaveLength(1);
  });

  test('is nothing that the lead says already in other letters', () => {
    const same = { address: 'Linden Weg 7'.replace(' ', ''), postcode: '80331' };
    expect(answered(base, same).proposals).toBeUndefined();
    const number = { phones: [{ phone: '+49 89 1234567', phoneE164: '+49891234567' }] };
    expect(answered(base, number).proposals).toBeUndefined();
  });

  test('is gone when the owner corrects the fact by hand', () => {
    const waiting = answered(answered(base, { budget: '5.000 €' }), { budget: '9.000 €' });
    expect(
      when(waiting, { type: 'set-details', details: { budget: '7.000 €' } }).lead.proposals,
    ).toBeUndefined();
  });

  test('another number waits on when one of them is typed in, or the old one is emptied', () => {
    const waiting = answered(base, {
      phones: [...mobile.phones, { phone: '089 223344', phoneE164: '+4989223344' }],
    });
    const waits = (details: Details) =>
      when(waiting, { type: 'set-details', details }).lead.proposals?.map(({ value }) => value);
    expect(waits({ phone: '+49 151 2345678', phoneE164: '+491512345678' })).toEqual(['089 223344']);
    expect(waits({ phone: '0160 1', phoneE164: '+491601' })).toEqual(['0151 2345678', '089 223344']);
    expect(waits({ emptied: ['phone'] })).toEqual(['0151 2345678', '089 223344']);
  });

  test('a number said again in another spelling is one', () => {
    const again = answered(answered(base, mobile), {
      phones: [{ phone: '+49 151 2345678', phoneE164: '+491512345678' }],
    });
    expect(again.proposals).toHaveLength(1);
  });

  test('stands in lists, and taking it answers nobody', () => {
    const waiting = answered(base, mobile);
    expect(summarise(waiting).proposals).toHaveLength(1);
    const { lead } = when(waiting, { type: 'take-fact', fact: 'phone', value: '0151 2345678' });
    expect(unansweredOf(lead)).toBeDefined();
    expect(lead.waitsFor).toBe('owner');
  });

  test('is erased with the person', () => {
    const erased = when(answered(base, { ...mobile, budget: '5000 €' }), { type: 'erase' }).lead;
    expect(JSON.stringify(erased)).not.toMatch(/2345678|5000/);
  });
});

describe('the address for a visit', () => {
  const visited = { ...aLeadIn('site-visit'), contact: homeless };
  const place = { address: 'Lindenweg 4', postcode: '80331', city: 'München' };

  test('keeps the stage, the turn and the rhythm: the quote is chased after the visit', () => {
    const lead = answered(visited, place, { onlyPlace: true });
    expect(lead.contact).toMatchObject(place);
    expect(lead).toMatchObject({
      stage: visited.stage,
      waitsFor: visited.waitsFor,
      cadence: visited.cadence,
    });
    const { mails } = letTimePass(lead, { until: '2026-12-01T12:00:00.000Z' });
    expect(mails.map(({ mail, to }) => `${to}: ${mail}`)).toContain('owner: site-visit');
  });

  test('is read with one tap, which changes nothing else', () => {
    const lead = answered(visited, place, { onlyPlace: true });
    const { lead: read, events } = when(lead, { type: 'mark-read' });
    expect(events).toMatchObject([{ type: 'answer-read' }]);
    expect(unansweredOf(read)).toBeUndefined();
    expect(read).toMatchObject({ stage: lead.stage, waitsFor: lead.waitsFor, cadence: lead.cadence });
    expect(when(read, { type: 'mark-read' }).refused?.code).toBe('already-done');
  });

  test('with more beside it is an answer as any other', () => {
    const lead = answered(visited, place);
    expect(lead.cadence?.name).toBe('replied');
  });

  test('with more beside it can be read as well, and then only the quote is owed again', () => {
    const lead = answered(visited, place);
    expect(allActionsFor(lead, monday10)).toContain('mark-read');
    const { lead: read } = when(lead, { type: 'mark-read' });
    expect(read).toMatchObject({ stage: visited.stage, cadence: { name: visited.cadence?.name } });
    expect(read.cadence?.startedAt).toBe(visited.cadence?.startedAt);
    expect(when(read, { type: 'mark-read' }).refused?.code).toBe('already-done');
  });
});

describe('a yes to a visit', () => {
  const visited = aLeadIn('site-visit');
  const lead = answered(visited, undefined, { onlyYes: true });

  test('is nobody’s turn, and the quote is chased after the visit while it stands unread', () => {
    expect(lead).toMatchObject({ waitsFor: visited.waitsFor, cadence: visited.cadence });
    const { mails } = letTimePass(lead, { until: '2026-12-01T12:00:00.000Z' });
    expect(mails.map(({ mail, to }) => `${to}: ${mail}`)).toContain('owner: site-visit');
  });

  test('is read with one tap wherever it waits', () => {
    expect(allActionsFor(lead, monday10)[0]).toBe('mark-read');
    expect(primaryActionsFor(summarise(lead), monday10)[0]).toBe('mark-read');
    const { lead: read } = when(lead, { type: 'mark-read' });
    expect(primaryActionsFor(summarise(read), monday10)).not.toContain('mark-read');
  });

  test('without a visit it is an answer as any other', () => {
    expect(answered(aLeadIn('opportunity'), undefined, { onlyYes: true }).cadence?.name).toBe('replied');
  });
});

describe('a correction into an emergency', () => {
  test('rings at once, whatever the owner was told before', () => {
    const alerted = { ...base, alertedAt: base.capturedAt };
    const { lead } = when(alerted, { type: 'set-details', details: { urgency: 'now' } });
    expect(lead).toMatchObject({ stage: 'service', request: { urgency: 'now' } });
    expect(lead.alertedAt).toBeUndefined();
  });
});
