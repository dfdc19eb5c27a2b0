/** Every mail that came in has one outcome, and those add up. */
import { dayMs } from '../engine/plan.ts';
import { marks } from '../people/persons.ts';
import { idsIn } from '../platform/cloud.ts';
import { type Invariant, leadsIn, mailSettledMs, moment } from './invariant.ts';

/** A little less than outcomes are kept. */
const keptMs = 390 * dayMs;

export const outcomesAddUp: Invariant = {
  name: 'outcomesAddUp',
  says: 'Every mail that came in has one outcome, or lies where a person looks.',
  when: 'calm',
  *check({ cloud, book, nowMs }) {
    const outcomes = new Map<string, number>();
    for (const item of cloud.table.all()) {
      const id = (item.deliveryId ??
        (item.summary as { deliveryId?: unknown } | undefined)?.deliveryId) as string;
      if (typeof id === 'string' && 'outcome' in ((item.summary ?? item) as object)) {
        outcomes.set(id, (outcomes.get(id) ?? 0) + 1);
      }
    }
    const lost = new Set(cloud.queues.mails.lost().flatMap(idsIn));
    for (const { id, atMs } of book.letters) {
      if (atMs > nowMs - mailSettledMs || atMs < nowMs - keptMs || lost.has(id)) continue;
      const count = outcomes.get(id) ?? 0;
      if (count !== 1) yield `${id}, which came at ${moment(atMs)}, has ${count} outcomes`;
    }
  },
};

export const waitsForOurSender: Invariant = {
  name: 'waitsForOurSender',
  says: 'No mail that came in is given up because our own sender is out of order.',
  when: 'calm',
  *check({ book }) {
    for (const { id, atMs } of book.givenUpForUs) {
      yield `${id} was given up at ${moment(atMs)}, and nothing was wrong but that we could not send`;
    }
  },
};

export const answeredOnce: Invariant = {
  name: 'answeredOnce',
  says: 'What a customer wrote once stands in a timeline once, however often it came.',
  when: 'calm',
  *check({ cloud }) {
    for (const { id, timeline } of leadsIn(cloud)) {
      const seen = new Set<string>();
      for (const event of timeline) {
        if (event.type !== 'customer-replied') continue;
        for (const [mark] of (event.text ?? '').matchAll(marks)) {
          if (seen.has(mark)) yield `"${mark}" stands in the timeline of ${id} twice`;
          seen.add(mark);
        }
      }
    }
  },
};
