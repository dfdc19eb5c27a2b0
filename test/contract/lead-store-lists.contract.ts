import { describe, expect, test } from 'vitest';
import { type LeadSummary, summarise } from '../../domain/lead/summary.ts';
import { added, store, stored } from './a-lead-store.ts';
import { capturedAt, idsOf, leadNumber, lost, minutesLater, sleeping, won } from './numbered-leads.ts';

async function collected(each: AsyncIterable<LeadSummary>): Promise<LeadSummary[]> {
  const all: LeadSummary[] = [];
  for await (const one of each) all.push(one);
  return all;
}

export function listsContract(): void {
  describe('lists', () => {
    test('open leads are listed by when they are due, with what lists show', async () => {
      const late = leadNumber(1, { dueAt: minutesLater(60) });
      const early = leadNumber(2, { dueAt: minutesLater(5), valueCents: 900_000 });
      await stored(late, early);
      expect(await store.listOpen()).toEqual([summarise(early), summarise(late)]);
    });

    test('a lead in every open stage is open, a closed one is not', async () => {
      await stored(
        leadNumber(1, { stage: 'service' }),
        leadNumber(2, { stage: 'negotiation' }),
        leadNumber(3, won(capturedAt)),
        leadNumber(4, lost(capturedAt)),
        leadNumber(5, { ...lost(capturedAt), stage: 'service-done' }),
      );
      expect(idsOf(await store.listOpen())).toEqual(['0000000001', '0000000002']);
    });

    test('a closed lead of which something is due is listed apart from the open ones, by its month as before', async () => {
      const cadence = { name: 'replied', startedAt: capturedAt, generation: 2, sent: 0 } as const;
      const due = leadNumber(1, { ...won(capturedAt), waitsFor: 'owner', cadence });
      await stored(due, leadNumber(2, won(capturedAt)), leadNumber(3));
      expect(await collected(store.eachInAftercare())).toEqual([summarise(due)]);
      expect(idsOf(await store.listOpen())).toEqual(['0000000003']);
      expect(idsOf(await store.listWon(capturedAt.slice(0, 7)))).toEqual(['0000000001', '0000000002']);
    });

    test('a change shows in the list', async () => {
      const lead = await added(leadNumber(1));
      await store.save({ ...lead, dueAt: minutesLater(90), stage: 'quoted', quotedCents: 500 });
      expect(await store.listOpen()).toMatchObject([
        { id: lead.id, dueAt: minutesLater(90), stage: 'quoted', quotedCents: 500 },
      ]);
    });

    test('an unqualified lead is not open before its date, and overdue from then on', async () => {
      await stored(leadNumber(1, sleeping('2027-03-01T07:00:00.000Z')));
      expect(await store.listOpen()).toEqual([]);
      expect(await store.listOverdue('2027-03-01T06:59:59.999Z')).toEqual([]);
      expect(idsOf(await store.listOverdue('2027-03-01T07:00:00.000Z'))).toEqual(['0000000001']);
    });

    test('an unqualified lead that was woken or is stalled is open', async () => {
      await stored(
        leadNumber(1, { stage: 'unqualified', waitsFor: 'owner' }),
        leadNumber(2, { ...sleeping(capturedAt), stalledAt: capturedAt }),
      );
      expect(idsOf(await store.listOpen())).toEqual(['0000000001', '0000000002']);
    });

    test('overdue are open and sleeping leads that were due by then, the longest first', async () => {
      await stored(
        leadNumber(1, { dueAt: minutesLater(30) }),
        leadNumber(2, sleeping(minutesLater(20))),
        leadNumber(3, { dueAt: minutesLater(10) }),
        leadNumber(4, { dueAt: minutesLater(31) }),
        leadNumber(5, { ...lost(capturedAt), dueAt: capturedAt }),
      );
      expect(idsOf(await store.listOverdue(minutesLater(30)))).toEqual([
        '0000000003',
        '0000000002',
        '0000000001',
      ]);
    });

    test('one after the other they are the same, sorted by when they are due, however many are due at one moment', async () => {
      for (let number = 1; number <= 240; number++) {
        await stored(
          number % 3 === 0
            ? leadNumber(number, sleeping(minutesLater(number % 7)))
            : leadNumber(number, { dueAt: minutesLater(number % 5) }),
        );
      }
      const open = await collected(store.eachOpen());
      expect(idsOf(open)).toHaveLength(160);
      expect(open.map(({ dueAt }) => dueAt)).toEqual(open.map(({ dueAt }) => dueAt).toSorted());
      expect(idsOf(open).toSorted()).toEqual(idsOf(await store.listOpen()).toSorted());
      const overdue = await collected(store.eachOverdue(minutesLater(4)));
      expect(overdue.map(({ dueAt }) => dueAt)).toEqual(overdue.map(({ dueAt }) => dueAt).toSorted());
      expect(idsOf(overdue).toSorted()).toEqual(idsOf(await store.listOverdue(minutesLater(4))).toSorted());
      expect(overdue.length).toBeGreaterThan(200);
    });

    test('whoever changes each overdue lead on the way meets every one, the longest overdue first', async () => {
      for (let number = 1; number <= 230; number++)
        await stored(leadNumber(number, { dueAt: minutesLater(230 - number) }));
      const met: string[] = [];
      for await (const { id } of store.eachOverdue(minutesLater(300))) {
        met.push(id);
        const lead = await store.load(id);
        if (lead) await store.save({ ...lead, dueAt: minutesLater(500) });
      }
      expect(met).toEqual(Array.from({ length: 230 }, (_, at) => leadNumber(230 - at).id));
      expect(await store.listOverdue(minutesLater(300))).toEqual([]);
    });

    test('whoever has seen enough stops', async () => {
      await stored(leadNumber(1), leadNumber(2));
      const seen: string[] = [];
      for await (const { id } of store.eachOverdue(minutesLater(300))) {
        seen.push(id);
        break;
      }
      expect(seen).toHaveLength(1);
    });

    test('won leads are listed by the month of their end, and no lost ones with them', async () => {
      await stored(
        leadNumber(1, won('2026-11-30T23:59:59.999Z')),
        leadNumber(2, won('2026-12-01T00:00:00.000Z')),
        leadNumber(3, won('2026-11-01T00:00:00.000Z')),
        leadNumber(4, lost('2026-11-15T12:00:00.000Z')),
        leadNumber(5, won('2026-10-31T23:59:59.999Z')),
      );
      expect(idsOf(await store.listWon('2026-11'))).toEqual(['0000000003', '0000000001']);
      expect(idsOf(await store.listWon('2026-12'))).toEqual(['0000000002']);
      expect(await store.listWon('2025-11')).toEqual([]);
    });

    test('closed leads of a span, over months and the end of the year: its end is not in it', async () => {
      await stored(
        leadNumber(1, lost('2026-11-30T06:29:59.999Z')),
        leadNumber(2, won('2026-11-30T06:30:00.000Z')),
        leadNumber(3, { ...lost('2026-12-31T23:59:59.999Z'), stage: 'service-done' }),
        leadNumber(4, lost('2027-01-01T00:00:00.000Z')),
        leadNumber(5, lost('2026-12-06T00:00:00.000Z')),
        leadNumber(6, won('2027-01-02T06:30:00.000Z')),
      );
      const closed = await store.listClosed('2026-11-30T06:30:00.000Z', '2027-01-02T06:30:00.000Z');
      expect(idsOf(closed)).toEqual(['0000000002', '0000000005', '0000000003', '0000000004']);
      expect(closed[0]).toEqual(summarise(leadNumber(2, won('2026-11-30T06:30:00.000Z'))));
    });

    test('an empty or turned span holds nothing', async () => {
      await stored(leadNumber(1, lost(capturedAt)));
      expect(await store.listClosed(capturedAt, capturedAt)).toEqual([]);
      expect(await store.listClosed(minutesLater(1), capturedAt)).toEqual([]);
    });

    test('a reopened lead leaves the closed ones', async () => {
      const closed = await added(leadNumber(1, won(capturedAt)));
      const { closedAt: _, ...rest } = closed;
      await store.save({ ...rest, stage: 'negotiation', waitsFor: 'either' });
      expect(await store.listWon('2026-11')).toEqual([]);
      expect(await store.listClosed(capturedAt, minutesLater(1))).toEqual([]);
      expect(idsOf(await store.listOpen())).toEqual([closed.id]);
    });

    test('a lead that was marked as spam is in no list and still there', async () => {
      const lead = await added(leadNumber(1));
      const spam = await store.save({ ...lead, ...lost(capturedAt), spam: true });
      expect(await store.listOpen()).toEqual([]);
      expect(await store.listOverdue(minutesLater(1_000))).toEqual([]);
      expect(await store.listClosed(capturedAt, minutesLater(1))).toEqual([]);
      expect(await store.load(lead.id)).toEqual(spam);
    });

    test('a submission that filled the honeypot is no lead', async () => {
      await store.keepSpam(leadNumber(1, { spam: true }));
      expect(await store.listOpen()).toEqual([]);
      expect(await store.load('0000000001')).toBeUndefined();
    });

    test('what was kept as spam can be looked at again, with the mail it came by', async () => {
      const [captured, ...rest] = leadNumber(1).timeline;
      if (captured?.type !== 'captured') throw new Error('A lead begins with its capture');
      const mail = { id: 'delivery-1', files: [] };
      const lead = leadNumber(1, { spam: true, timeline: [{ ...captured, mail }, ...rest] });
      await store.keepSpam(lead);
      expect(await store.loadSpam('0000000001')).toEqual(lead);
      expect(await store.loadSpam('0000000002')).toBeUndefined();
    });

    test('what was kept as spam can be erased, and only that', async () => {
      await store.keepSpam(leadNumber(1, { spam: true }));
      await store.keepSpam(leadNumber(2, { spam: true }));
      await store.eraseSpam('0000000001');
      await store.eraseSpam('0000000003');
      expect(await store.loadSpam('0000000001')).toBeUndefined();
      expect(await store.loadSpam('0000000002')).toBeDefined();
    });

    test('more open leads than one page holds are all listed, in order', async () => {
      const name = 'x'.repeat(20_000);
      const leads = Array.from({ length: 80 }, (_, index) =>
        leadNumber(index + 1, {
          contact: { name, language: 'de' },
          dueAt: minutesLater((index * 37) % 80),
        }),
      );
      await Promise.all(leads.map(added));
      const expected = leads.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
      expect(idsOf(await store.listOpen())).toEqual(idsOf(expected));
    });
  });
}
