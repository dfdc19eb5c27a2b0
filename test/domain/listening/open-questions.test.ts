import { describe, expect, test } from 'vitest';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { asksWhere, openQuestions } from '../../../domain/listening/open-questions.ts';
import { aLead } from '../../support/a-lead.ts';

const at = '2026-11-24T09:00:00.000Z';
const base = aLead();
const asking = (request: Partial<Lead['request']>, events: readonly LeadEvent[] = []) =>
  aLead({ request: { ...base.request, ...request }, timeline: [...base.timeline, ...events] });
const replied = (text: string): LeadEvent => ({ type: 'customer-replied', at, by: 'customer', text });
const sent = (mail: string): LeadEvent => ({
  type: 'follow-up-sent',
  at,
  by: 'system',
  mail,
  number: 1,
  key: `g1#${mail}#1`,
});

describe('a customer is asked', () => {
  test('what nobody knows, of a message that says nothing', () => {
    const lead = aLead({ request: { ...base.request, message: 'Bitte um Rückruf' }, timeline: [] });
    expect(openQuestions(lead)).toEqual(['installation', 'timeframe', 'budget']);
  });

  test('nothing of what the message says in its own words', () => {
    expect(openQuestions(asking({ message: 'neues Bad, 7 qm, 20.000 €, bis April' }))).toEqual([]);
    expect(openQuestions(asking({ message: 'neues Bad bis April' }))).toEqual(['budget']);
  });

  test('nothing of what any answer says', () => {
    expect(openQuestions(asking({}, [replied('Bis Ostern.')]))).toEqual(['budget']);
    expect(openQuestions(asking({}, [replied('Bis Ostern, für höchstens 12000')]))).toEqual([]);
  });

  test('nothing of what a field of the form says', () => {
    const extra = [{ name: 'Wann?', value: 'Frühjahr 2027' }];
    expect(openQuestions(asking({ extra }))).toEqual(['budget']);
  });

  test('nothing again that he answered point by point, or cannot say yet', () => {
    const asked = sent('needs-analysis');
    expect(openQuestions(asking({}, [asked, replied('1. wie im Plan\n2. wenn es passt')]))).toEqual([]);
    expect(openQuestions(asking({}, [asked, replied('Das weiß ich leider noch nicht.')]))).toEqual([]);
    expect(openQuestions(asking({}, [asked, replied('Danke, ich melde mich.')]))).toEqual([
      'timeframe',
      'budget',
    ]);
  });

  test('of a repair never for a budget, and not by when: it is broken', () => {
    expect(openQuestions(asking({ message: 'Der Hahn tropft', kind: 'repair', urgency: 'soon' }))).toEqual(
      [],
    );
  });

  test('what it is about, of a mail that came encrypted and was described in our words', () => {
    const lead = aLead({
      request: { ...base.request, message: 'Verschlüsselte E-Mail', sealed: 'pgp' },
      timeline: [],
    });
    expect(openQuestions(lead)).toContain('installation');
  });
});

describe('where a visit goes', () => {
  const { address: _a, postcode: _p, city: _c, ...contact } = base.contact;

  test('is asked where nobody knows it, and not again of who has written since', () => {
    const unknown = { contact };
    expect(asksWhere(aLead(unknown))).toBe(true);
    const asked = sent('visit-confirmation');
    expect(asksWhere(aLead({ ...unknown, timeline: [asked] }))).toBe(true);
    expect(asksWhere(aLead({ ...unknown, timeline: [asked, replied('Das gelbe Haus am Dorfplatz')] }))).toBe(
      false,
    );
  });

  test('is not asked where it is known', () => {
    expect(asksWhere(base)).toBe(false);
  });
});

describe('"weiß ich nicht" answers the question it is about', () => {
  const vague = (events: readonly LeadEvent[]) => {
    const request = { ...base.request, message: 'Bitte um Rückruf' };
    return aLead({ request, timeline: [...base.timeline, ...events] });
  };
  const asked = sent('needs-analysis');

  test.each([
    ['Gartenwasserleitung, Geld weiß ich nicht', ['timeframe']],
    ['Neues Bad. Budget: keine Ahnung', ['timeframe']],
    ['Neues Bad. Was es kosten darf, kann ich noch nicht sagen.', ['timeframe']],
    ['Neues Bad, wann wissen wir noch nicht', ['budget']],
    ['Geld? Weiß ich nicht.', ['timeframe']],
    ['Neues Bad\n3. weiß ich nicht', ['timeframe']],
    ['Keine Ahnung.', []],
  ])('%j leaves open %j', (text, open) => {
    expect(openQuestions(vague([asked, replied(text)]))).toEqual(open);
  });

  test('also where nobody had asked, if it is named', () => {
    expect(openQuestions(vague([replied('Gartenwasserleitung, Geld weiß ich nicht')]))).toEqual([
      'timeframe',
    ]);
    expect(openQuestions(vague([replied('Gartenwasserleitung, weiß ich nicht')]))).toEqual([
      'timeframe',
      'budget',
    ]);
  });
});
