/** What was answered is not lost. */
import { type Invariant, isErased, leadIn, leadsIn, moment } from './invariant.ts';

export const answeredIsStored: Invariant = {
  name: 'answeredIsStored',
  says: 'Nothing that was answered is lost, and the number that was told finds it.',
  when: 'calm',
  *check({ cloud, book }) {
    const kept = JSON.stringify([...cloud.table.all()].filter(({ pk }) => /^(LEAD|SPAM)#/.test(pk)));
    const erased = new Set(
      leadsIn(cloud)
        .filter(isErased)
        .map(({ id }) => id),
    );
    for (const { leadId, mark, atMs, person } of book.told) {
      const spam = cloud.table.peek({ pk: `SPAM#${leadId}`, sk: 'SPAM' });
      const isGone = [...erased].some((id) =>
        book.told.some((one) => one.leadId === id && one.person === person),
      );
      // Data ends by itself some months after a lead was closed.
      if (isGone || hasEnded(cloud.table.writes(), atMs)) continue;
      if (!leadIn(cloud, leadId) && !spam)
        yield `${leadId}, told at ${moment(atMs)}, is the number of no lead`;
      if (!kept.includes(mark)) yield `"${mark}", answered at ${moment(atMs)}, stands in no lead`;
    }
  },
};

/** So long nothing is deleted by itself. */
const hasEnded = (_writes: number, _atMs: number): boolean => false;
