import type { Lead } from '../../domain/lead/lead.ts';
import { type LeadList, listOf } from '../../domain/lead/list.ts';
import { isWon } from '../../domain/lead/stages.ts';
import { type LeadSummary, summarise } from '../../domain/lead/summary.ts';
import { VersionConflictError } from '../../domain/ports/errors.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import { changed, holds } from '../sqlite/change-item.ts';
import { type ClaimTable, claimSubmission, underId } from '../table/submission-claims.ts';
import type { Item, Key } from '../table/table.ts';

const maxTimelineEvents = 200;
const archivedAtOnce = 100;

export interface MemoryLeadStore extends LeadStore {
  /** Every lead, in the order of capture; honeypot submissions are not among them. */
  all(): Lead[];
  /** Submissions that filled the honeypot. */
  spam(): Lead[];
}

/** Leads in memory. Kept as text: nothing that is changed after it was passed in or out reaches the store. */
export function memoryLeadStore(): MemoryLeadStore {
  const leads = new Map<string, string>();
  const leadsByNumber = new Map<string, string>();
  const archives = new Map<string, string[]>();
  const spam: string[] = [];
  const claims = claimsInMemory();

  const read = (text: string): Lead => JSON.parse(text);
  const all = () => [...leads.values()].map(read);

  function put(lead: Lead): Lead {
    const text = JSON.stringify(moveAside(lead));
    leads.set(lead.id, text);
    return read(text);
  }

  function moveAside(lead: Lead): Lead {
    const surplus = Math.max(0, lead.timeline.length - maxTimelineEvents);
    if (surplus === 0) return lead;
    const moved = Math.ceil(surplus / archivedAtOnce) * archivedAtOnce;
    const oldest = lead.timeline.slice(0, moved).map((event) => JSON.stringify(event));
    archives.set(lead.id, [...(archives.get(lead.id) ?? []), ...oldest]);
    return {
      ...lead,
      timeline: lead.timeline.slice(moved),
      archivedEvents: (lead.archivedEvents ?? 0) + moved,
    };
  }

  function list(
    wanted: readonly (LeadList | undefined)[],
    sortKey: (summary: LeadSummary) => string,
  ): LeadSummary[] {
    return all()
      .filter((lead) => wanted.includes(listOf(lead)))
      .map(summarise)
      .toSorted((left, right) => compare(sortKey(left), sortKey(right)) || compare(left.id, right.id));
  }
  const byDueAt = (summary: LeadSummary) => summary.dueAt;
  const byClosedAt = (summary: LeadSummary) => summary.closedAt ?? summary.stageSince;
  const listOverdue = (before: string) =>
    list(['open', 'later', 'aftercare'], byDueAt).filter(({ dueAt }) => dueAt <= before);

  return {
    async add(lead, submission) {
      const load = async (leadId: string) => {
        const text = leads.get(leadId);
        return text === undefined ? undefined : read(text);
      };
      const { leadId } = await claimSubmission(claims, lead, submission, load);
      if (leads.has(leadId)) return { leadId, created: false };
      put(underId(lead, leadId));
      return { leadId, created: true };
    },
    async load(number) {
      const text = leads.get(number) ?? leads.get(leadsByNumber.get(number) ?? '');
      return text === undefined ? undefined : read(text);
    },
    async save(lead) {
      const stored = leads.get(lead.id);
      if (stored === undefined || read(stored).version !== lead.version) {
        throw new VersionConflictError(`Lead ${lead.id} is no longer version ${lead.version}`);
      }
      for (const number of lead.otherNumbers ?? []) leadsByNumber.set(number, lead.id);
      return put({ ...lead, version: lead.version + 1 });
    },
    async listOpen() {
      return list(['open'], byDueAt);
    },
    async *eachOpen() {
      yield* list(['open'], byDueAt);
    },
    async *eachInAftercare() {
      yield* list(['aftercare'], byDueAt);
    },
    listOverdue: async (before) => listOverdue(before),
    async *eachOverdue(before) {
      yield* listOverdue(before);
    },
    async listWon(month) {
      return list(closedLists, byClosedAt).filter(
        (summary) => isWon(summary.stage) && byClosedAt(summary).startsWith(month),
      );
    },
    async listClosed(from, until) {
      return list(closedLists, byClosedAt).filter(
        (summary) => byClosedAt(summary) >= from && byClosedAt(summary) < until,
      );
    },
    async keepSpam(lead) {
      spam.push(JSON.stringify(lead));
    },
    async loadSpam(leadId) {
      return spam.map(read).find(({ id }) => id === leadId);
    },
    async eraseSpam(leadId) {
      spam.splice(0, spam.length, ...spam.filter((text) => read(text).id !== leadId));
    },
    async eraseArchive(leadId) {
      archives.delete(leadId);
    },
    async loadArchive(leadId) {
      return (archives.get(leadId) ?? []).map((event) => JSON.parse(event));
    },
    all,
    spam: () => spam.map(read),
  };
}

const closedLists: readonly LeadList[] = ['orders', 'closed', 'aftercare'];

/** Kept as they are: claims hold nothing that could be changed from outside. */
function claimsInMemory(): ClaimTable {
  const items = new Map<string, Item>();
  const placeOf = ({ pk, sk }: Key) => `${pk} ${sk}`;
  return {
    async putIf(item, condition) {
      const found = items.get(placeOf(item));
      if (!holds(condition, found)) return { written: false, found };
      items.set(placeOf(item), item);
      return { written: true };
    },
    async update(key, change) {
      const found = items.get(placeOf(key));
      if (change.condition && !holds(change.condition, found)) return undefined;
      const next = changed(key, found, change);
      items.set(placeOf(key), next);
      return next;
    },
  };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
