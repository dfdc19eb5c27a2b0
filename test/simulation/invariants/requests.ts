/** What was answered is not lost. */

import { tableLeadStore } from '../../../adapters/table/lead-store.ts';
import type { Item } from '../../../adapters/table/table.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { marks, type Person } from '../people/persons.ts';
import { parseOnce } from '../platform/parse-once.ts';
import { type Invariant, isErased, leadsIn, moment } from './invariant.ts';

export const answeredIsStored: Invariant = {
  name: 'answeredIsStored',
  says: 'Nothing that was answered is lost, and the number that was told finds it.',
  when: 'calm',
  async *check({ cloud, book }) {
    const store = tableLeadStore(cloud.table, { parse: parseOnce });
    const words = new Set<string>();
    for (const item of cloud.table.all()) {
      if (/^(LEAD|SPAM)#/.test(item.pk)) for (const mark of marksIn(item)) words.add(mark);
    }
    // Whose data was erased, or came to its end, is not to be found any more.
    const gone = new Set([
      ...leadsIn(cloud)
        .filter(isErased)
        .flatMap(({ id, otherNumbers = [] }) => [id, ...otherNumbers]),
      ...cloud.table.expired(),
    ]);
    const forgotten = new Set(book.told.filter(({ leadId }) => gone.has(leadId)).map(({ person }) => person));
    for (const { leadId, mark, atMs, person } of book.told) {
      if (forgotten.has(person)) continue;
      const found = (await store.load(leadId)) ?? (await store.loadSpam(leadId));
      if (found && !isOf(person, found)) yield `${leadId}, told to ${person.name}, is somebody else's`;
      if (!found) yield `${leadId}, told at ${moment(atMs)}, is the number of no lead`;
      if (!words.has(mark)) yield `"${mark}", answered at ${moment(atMs)}, stands in no lead`;
    }
  },
};

/** Of each item once: what is stored is never changed, but replaced. */
const known = new WeakMap<Item, readonly string[]>();

function marksIn(item: Item): readonly string[] {
  const found = known.get(item) ?? [...JSON.stringify(item).matchAll(marks)].map(([mark]) => mark);
  known.set(item, found);
  return found;
}

/** Under his address or his number, unless the owner changed them. */
function isOf({ email, phone }: Person, { contact, timeline }: Lead): boolean {
  const isChanged = timeline.some(({ type }) => type === 'details-changed' || type === 'merged');
  return isChanged || (email !== undefined && contact.email === email) || contact.phone === phone;
}
