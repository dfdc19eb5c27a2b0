/** What was answered is not lost. */

import { tableLeadStore } from '../../../adapters/table/lead-store.ts';
import type { Item } from '../../../adapters/table/table.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { isSubmitted } from '../../../domain/lead/repeat.ts';
import { dayMs } from '../engine/plan.ts';
import { marks, type Person } from '../people/persons.ts';
import type { Cloud } from '../platform/cloud.ts';
import { parseOnce } from '../platform/parse-once.ts';
import { type Invariant, isErased, leadsIn, mailSettledMs, moment } from './invariant.ts';

export const answeredIsStored: Invariant = {
  name: 'answeredIsStored',
  says: 'Nothing that was answered is lost, and the number that was told finds it.',
  when: 'calm',
  async *check({ cloud, book }) {
    const store = tableLeadStore(cloud.table, { parse: parseOnce });
    const words = marksKept(cloud);
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

/** What looks like no request lies aside for a month. */
const keptMs = 20 * dayMs;

export const handedInOnce: Invariant = {
  name: 'handedInOnce',
  says: 'What came by a call or a mail is one request, however often it came, or lies where the owner finds it.',
  when: 'calm',
  *check({ cloud, book, nowMs }) {
    const leads = leadsIn(cloud);
    const erasedMs = leads.flatMap(({ timeline }) =>
      timeline.flatMap(({ type, at }) => (type === 'erased' ? [Date.parse(at)] : [])),
    );
    const kept = marksKept(cloud);
    const captured = new Map<string, string[]>();
    for (const lead of leads) {
      if (lead.spam || lead.mergedInto !== undefined) continue;
      const [first] = lead.timeline.filter(({ type }) => type === 'captured');
      for (const [mark] of JSON.stringify(first ?? '').matchAll(marks)) {
        captured.set(mark, [...(captured.get(mark) ?? []), lead.id]);
      }
    }
    for (const { mark, atMs, person } of book.handedIn) {
      const ids = captured.get(mark) ?? [];
      if (ids.length > 1) yield `"${mark}", handed in at ${moment(atMs)}, is ${ids.join(' and ')}`;
      if (atMs > nowMs - mailSettledMs || atMs < nowMs - keptMs || kept.has(mark)) continue;
      if (cloud.queues.mails.lost().length > 0 || erasedMs.some((ms) => ms >= atMs)) continue;
      yield `"${mark}" of ${person.name}, handed in at ${moment(atMs)}, stands nowhere`;
    }
  },
};

export const requestsStayTheirs: Invariant = {
  name: 'requestsStayTheirs',
  says: "What a person asks for is entered with nobody else's lead.",
  when: 'calm',
  *check({ cloud }) {
    for (const { id, timeline } of leadsIn(cloud)) {
      // The owner may say that two are one.
      if (timeline.some(({ type }) => type === 'merged')) continue;
      const people = new Set<string>();
      for (const event of timeline.filter(isSubmitted)) {
        for (const [, person = ''] of JSON.stringify(event).matchAll(marks)) people.add(person);
      }
      if (people.size > 1) yield `${id} holds what persons ${[...people].join(' and ')} asked for`;
    }
  },
};

/** Every word of a person that stands in a lead, or in what was put aside. */
function marksKept({ table }: Pick<Cloud, 'table'>): ReadonlySet<string> {
  const kept = new Set<string>();
  for (const item of table.all()) {
    if (/^(LEAD|SPAM)#/.test(item.pk)) for (const mark of marksIn(item)) kept.add(mark);
  }
  return kept;
}

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
