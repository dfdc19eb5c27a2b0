import { describe, expect, test } from 'vitest';
import type { Proposal } from '../../../domain/lead/learned.ts';
import { knownValue } from '../../../domain/lead/learning.ts';
import { aLead } from '../../support/a-lead.ts';
import { monday10 } from '../../support/a-walk.ts';
import { act, link, request, stored, worldWith } from './a-phone.ts';

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
  ])('%s', async (name, value) => {
    const { response, after, events } = await act(aLead(), 'refine', { [name]: value });
    expect(response.status).toBe(200);
    expect({ ...after.contact, ...after.request, source: after.source }).toMatchObject({ [name]: value });
    expect(events).toContainEqual(expect.objectContaining({ type: 'details-changed', [name]: value }));
  });

  test('into an emergency, and it rings', async () => {
    const { after } = await act(aLead({ alertedAt: monday10 }), 'refine', { urgency: 'now' });
    expect(after).toMatchObject({ stage: 'service', waitsFor: 'owner' });
    expect(after.alertedAt).toBeUndefined();
  });
});
