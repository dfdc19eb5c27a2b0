import type { Lead } from '../../domain/lead/lead.ts';
import { fits, readQuery, requestNumberIn, searchTermsOf } from '../../domain/lead/search-terms.ts';
import { isClosed } from '../../domain/lead/stages.ts';
import type { FoundLead, LeadSearch } from '../../domain/ports/lead-search.ts';
import { addDuration } from '../../domain/time/local-time.ts';
import type { MemoryLeadStore } from './memory-lead-store.ts';

const wordsKept = '-P365D';

/** Looks through all leads in memory. */
export function memoryLeadSearch(leads: Pick<MemoryLeadStore, 'all' | 'load'>): LeadSearch {
  const livingOf = async (lead: Lead): Promise<Lead> =>
    lead.mergedInto === undefined ? lead : await livingOf((await leads.load(lead.mergedInto)) ?? lead);

  return {
    async find(typed, { now, atMost }) {
      const query = readQuery(typed);
      const number = requestNumberIn(typed);
      const named = number === undefined ? undefined : await leads.load(number);
      const ranked = leads.all().flatMap((lead) => {
        const { terms, words } = searchTermsOf(lead);
        const hasWords =
          !isClosed(lead.stage) || (lead.closedAt ?? lead.stageSince) >= addDuration(now, wordsKept);
        const rank = fits(query, { terms, words: hasWords ? words : [] });
        return rank === undefined ? [] : [{ lead, rank }];
      });
      if (named) ranked.push({ lead: named, rank: 0 });
      const found = new Map<string, FoundLead & { rank: number }>();
      for (const { lead, rank } of ranked.toSorted((one, other) => one.rank - other.rank)) {
        const living = await livingOf(lead);
        const alike = rank > 0 && { alike: true as const };
        if (!found.has(living.id)) found.set(living.id, { lead: living, rank, ...alike });
      }
      return [...found.values()]
        .toSorted(
          (one, other) =>
            one.rank - other.rank ||
            Number(isClosed(one.lead.stage)) - Number(isClosed(other.lead.stage)) ||
            (one.lead.capturedAt < other.lead.capturedAt ? 1 : -1),
        )
        .slice(0, atMost)
        .map(({ rank: _, ...each }) => each);
    },
  };
}
