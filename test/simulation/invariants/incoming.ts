/** Every mail that came in has one outcome, and those add up. */
import { hourMs } from '../engine/plan.ts';
import { type Invariant, moment } from './invariant.ts';

/** Three tries, six minutes apart, and what was late on its way. */
const settledWithinMs = 2 * hourMs;

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
    const lost = new Set(cloud.queues.mails.lost().map(({ id }) => id));
    for (const { id, atMs } of book.letters) {
      if (atMs > nowMs - settledWithinMs || lost.has(id)) continue;
      const count = outcomes.get(id) ?? 0;
      if (count !== 1) yield `${id}, which came at ${moment(atMs)}, has ${count} outcomes`;
    }
  },
};
