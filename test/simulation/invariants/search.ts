/** What a lead says it is found by finds it. */
import { tableLeadSearch } from '../../../adapters/table/lead-search.ts';
import { tableLeadStore } from '../../../adapters/table/lead-store.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { isIndexed } from '../../../domain/lead/search-terms.ts';
import { parseOnce } from '../platform/parse-once.ts';
import { type Invariant, isErased, leadsIn, moment } from './invariant.ts';

/** The newest tell enough, and a flood has thousands. */
const lookedAt = 20;
/** Behind the address of one person stand no more. */
const atMost = 200;

export const findableIsFound: Invariant = {
  name: 'findableIsFound',
  says: 'A lead is found by the address or number that it has, and by none of somebody whose data was erased.',
  when: 'calm',
  async *check({ cloud, book, nowMs }) {
    const store = tableLeadStore(cloud.table, { parse: parseOnce });
    const search = tableLeadSearch(cloud.table, store);
    const findable = leadsIn(cloud).filter((lead) => isIndexed(lead) && lead.mergedInto === undefined);
    // Erasing begins with what a lead is found by. One that stopped half-way is found by its number, to be erased.
    const kept = findable.filter((one) => wayOf(one) !== undefined && !book.erasing.has(one.id));
    for (const lead of kept.slice(-lookedAt)) {
      const found = await search.find(wayOf(lead) ?? '', { now: moment(nowMs), atMost });
      const isThere = found.length === atMost || found.some(({ lead: { id } }) => id === lead.id);
      if (!isThere) yield `${lead.id} is not found by its own address or number`;
    }
    for (const { id } of findable.filter(isErased)) {
      const left = await cloud.table.queryPartition(`LEAD#${id}`, 'SEARCH');
      if (left.some(({ expiresAt }) => !(Number(expiresAt) <= nowMs / 1000)))
        yield `${id} was erased, and what it was found by is still kept`;
    }
  },
};

const wayOf = ({ contact }: Lead): string | undefined => contact.email ?? contact.phoneE164;
