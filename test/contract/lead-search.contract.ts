/** What any search of leads does, tried on the store whose writes it follows. */
import { beforeEach, describe, expect, test } from 'vitest';
import { erased } from '../../domain/lead/erase.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { LeadSearch } from '../../domain/ports/lead-search.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import { leadNumber, lost, minutesLater, ownSubmission } from './numbered-leads.ts';

export interface Searched {
  readonly leads: LeadStore;
  readonly search: LeadSearch;
}

const now = '2026-11-24T08:00:00.000Z';

export function leadSearchContract(name: string, make: () => Searched | Promise<Searched>): void {
  describe(`a search of leads in ${name}`, () => {
    let leads: LeadStore;
    let search: LeadSearch;
    beforeEach(async () => {
      ({ leads, search } = await make());
    });

    /** Stored and written once more, as each lead is a moment after it came. */
    async function kept(number: number, contact: Partial<Lead['contact']>, more: Partial<Lead> = {}) {
      const lead = leadNumber(number, { contact: { language: 'de', ...contact }, ...more });
      await leads.add(lead, ownSubmission(lead));
      return leads.save(lead);
    }

    async function found(typed: string, atMost = 20): Promise<string[]> {
      return (await search.find(typed, { now, atMost })).map(({ lead }) => String(Number(lead.id)));
    }

    test.each(['Müller', 'Mueller', 'muller', 'MÜLL', 'Jörg Müller', 'müller jorg'])(
      'finds Jörg Müller as %s',
      async (typed) => {
        await kept(1, { name: 'Jörg Müller' });
        await kept(2, { name: 'Anna Klein' });
        expect(await found(typed)).toEqual(['1']);
      },
    );

    test('finds who is written in another way after who is written so', async () => {
      await kept(1, { name: 'Petra Mayr' });
      await kept(2, { name: 'Paul Meier' });
      await kept(3, { name: 'Ute Schulz' });
      const results = await search.find('Meier', { now, atMost: 5 });
      expect(results.map(({ lead, alike }) => [lead.contact.name, alike])).toEqual([
        ['Paul Meier', undefined],
        ['Petra Mayr', true],
      ]);
    });

    test.each([
      '0221 123 45 67',
      '+49 221 1234567',
      '0049-221-1234567',
      '(0221) 12345',
      '4567',
      '+49 (0)221/1234567',
    ])('finds a number as %s', async (typed) => {
      await kept(1, { phone: '0221/1234567', phoneE164: '+492211234567' });
      await kept(2, { phone: '0221/7654321', phoneE164: '+492217654321' });
      expect(await found(typed)).toEqual(['1']);
    });

    test('finds a number that is one of several, or that no rule reads', async () => {
      await kept(1, { otherPhones: [{ phone: '0171 5556677', phoneE164: '+491715556677' }] });
      await kept(2, { phone: '88 77 66' });
      expect(await found('0171 5556677')).toEqual(['1']);
      expect(await found('887766')).toEqual(['2']);
    });

    test('finds by place, postcode, street, company and mail address', async () => {
      await kept(1, { company: 'Hausverwaltung Köbler GmbH', email: 'post@koebler.example' });
      await kept(2, { postcode: '50667', city: 'Köln', address: 'Lindenstraße 7' });
      await kept(3, { postcode: '50668', city: 'Köln', address: 'Am Markt 9' });
      expect(await found('hausverw kobler')).toEqual(['1']);
      expect(await found('post@koebler')).toEqual(['1']);
      expect(await found('5066')).toEqual(expect.arrayContaining(['2', '3']));
      expect(await found('50667')).toEqual(['2']);
      expect(await found('Koeln Lindenstrasse 7')).toEqual(['2']);
    });

    test('finds by the number of a request, however it is read out', async () => {
      await kept(7, { name: 'Anna Klein' });
      expect(await found('00000-0OOO7')).toEqual(['7']);
    });

    test('finds by words of the request, all of which must be in it', async () => {
      const request = (message: string) => ({ request: { ...leadNumber(1).request, message } });
      await kept(1, { name: 'Anna Klein' }, request('Wallbox für die Garage gesucht'));
      await kept(2, { name: 'Bernd Groß' }, request('Neue Heizung, Wallbox später'));
      expect(await found('wallbox')).toEqual(expect.arrayContaining(['1', '2']));
      expect(await found('Wallbox garage')).toEqual(['1']);
      expect(await found('gross heizung')).toEqual(['2']);
      expect(await found('Wallbox Wärmepumpe')).toEqual([]);
    });

    test('looks through the words of closed requests for a year, and knows their names for longer', async () => {
      const request = { ...leadNumber(1).request, message: 'Wallbox' };
      await kept(1, { name: 'Anna Klein' }, { request, ...lost('2026-01-20T08:00:00.000Z') });
      await kept(2, { name: 'Bernd Klein' }, { request, ...lost('2025-01-20T08:00:00.000Z') });
      expect(await found('Wallbox')).toEqual(['1']);
      expect(await found('Klein')).toEqual(expect.arrayContaining(['1', '2']));
    });

    test('shows what is open first, then the newest', async () => {
      await kept(1, { name: 'Klein' }, lost('2026-11-20T08:00:00.000Z'));
      await kept(2, { name: 'Klein' }, { capturedAt: minutesLater(1) });
      await kept(3, { name: 'Klein' }, { capturedAt: minutesLater(2) });
      expect(await found('klein')).toEqual(['3', '2', '1']);
      expect(await found('klein', 2)).toEqual(['3', '2']);
    });

    test('follows what is corrected', async () => {
      const lead = await kept(1, { name: 'Anna Klein', phoneE164: '+492211234567' });
      await leads.save({ ...lead, contact: { language: 'de', name: 'Anna Groß' } });
      expect(await found('Klein')).toEqual([]);
      expect(await found('1234567')).toEqual([]);
      expect(await found('Gross')).toEqual(['1']);
    });

    test('follows a name that comes back', async () => {
      const first = await kept(1, { name: 'Anna Klein' });
      const second = await leads.save({ ...first, contact: { language: 'de', name: 'Anna Groß' } });
      await leads.save({ ...second, contact: { language: 'de', name: 'Anna Klein' } });
      expect(await found('Klein')).toEqual(['1']);
    });

    test('finds a request that was put together with another in that one', async () => {
      await kept(1, { name: 'Anna Klein' });
      const newer = await kept(2, { name: 'A. Klein', phoneE164: '+492211234567' });
      await leads.save({ ...newer, ...lost(now), mergedInto: '0000000001' });
      expect(await found('1234567')).toEqual(['1']);
      expect(await found('klein')).toEqual(['1']);
      expect(await found('0000000002')).toEqual(['1']);
    });

    test('finds nobody who was erased', async () => {
      const lead = await kept(1, { name: 'Anna Klein', phoneE164: '+492211234567', email: 'a@b.example' });
      const event = { type: 'erased', at: now, by: 'owner', expiresOn: '2027-11-24' } as const;
      await leads.save(erased({ ...lead, timeline: [...lead.timeline, event] }, event));
      for (const typed of ['Klein', '1234567', 'a@b.example', 'Bad']) expect(await found(typed)).toEqual([]);
    });

    test.each(['', ' ', '#', '?!', '7', '+', '@'])('finds nothing by %j', async (typed) => {
      await kept(1, { name: 'Anna Klein', postcode: '70173' });
      expect(await found(typed)).toEqual([]);
    });
  });
}
