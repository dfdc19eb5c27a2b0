import type { Lead } from '../../domain/lead/lead.ts';
import { isWon } from '../../domain/lead/stages.ts';
import { type LeadSummary, summarise } from '../../domain/lead/summary.ts';
import { type CorruptItemError, VersionConflictError } from '../../domain/ports/errors.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { addUtcMonths, beginOfUtcMonth, utcMonthOf } from '../../domain/time/utc-month.ts';
import { expiryAfter } from './expiry.ts';
import {
  leadItem,
  leadKey,
  leadPartition,
  leadStatus,
  overdueStatuses,
  parseLead,
  parseSummary,
} from './lead-item.ts';
import { itemUnder, leadNumbersTo } from './other-numbers.ts';
import { unlessCorrupt } from './parse-item.ts';
import { indexLead } from './search-items.ts';
import { claimSubmission, underId } from './submission-claims.ts';
import { type Condition, type IndexRange, type Item, isAbsent, type Key, type Table } from './table.ts';
import { deleteArchive, readArchive, splitTimeline, writeArchive } from './timeline-archive.ts';
import { leadUpgraders, type Upgraders } from './upgrade.ts';

const spamKeptDays = 30;

/** So many leads are read one by one at a time, where a list of an older release has no summaries to show. */
const readAtOnce = 25;

interface LeadStoreOptions {
  readonly upgraders?: Upgraders;
  /** Told of a lead that a list leaves out because it cannot be read. */
  readonly onUnreadable?: (error: CorruptItemError) => void;
  /** How a stored lead is understood; default: anew each time. */
  readonly parse?: typeof parseLead;
}

/**
 * Leads in the table, one item each. Whoever loads one that cannot be read gets a CorruptItemError; a list leaves it out and
 * reports it, for one damaged lead must not keep all others waiting.
 */
export function tableLeadStore(table: Table, options: LeadStoreOptions = {}): LeadStore {
  const { upgraders = leadUpgraders, onUnreadable, parse = parseLead } = options;

  async function load(number: string): Promise<Lead | undefined> {
    const item = (await table.get(leadKey(number))) ?? (await itemUnder(table, number));
    return item && parse(item, upgraders);
  }

  /** Whoever repeats a lead that cannot be read is a new one: his words must not hang on it. */
  async function loadClaimed(leadId: string): Promise<Lead | 'unreadable' | undefined> {
    const item = await table.get(leadKey(leadId));
    return item && (unlessCorrupt(() => parse(item, upgraders), onUnreadable) ?? 'unreadable');
  }

  /** Writes on a condition what fits into one item, after what does not. */
  async function put(lead: Lead, condition: Condition): Promise<{ lead: Lead; written: boolean }> {
    const split = splitTimeline(lead);
    await writeArchive(table, split.lead, split.chunks);
    const { written } = await table.putIf(leadItem(split.lead), condition);
    return { lead: split.lead, written };
  }

  /** A summary of an older version, or one that cannot be read, is taken from the lead itself. */
  async function summaryIn(item: Item): Promise<LeadSummary | undefined> {
    const summary = unlessCorrupt(() => parseSummary(item));
    if (summary) return summary;
    const stored = await table.get(leadKey(item.pk.slice(leadPartition('').length)));
    const lead = stored && unlessCorrupt(() => parse(stored, upgraders), onUnreadable);
    return lead && summarise(lead);
  }

  async function* eachIn(status: string, range?: IndexRange): AsyncIterable<LeadSummary> {
    for await (const page of table.indexPages(status, range)) {
      for (let from = 0; from < page.length; from += readAtOnce) {
        for (const summary of await Promise.all(page.slice(from, from + readAtOnce).map(summaryIn))) {
          if (summary) yield summary;
        }
      }
    }
  }

  async function list(
    lists: readonly AsyncIterable<LeadSummary>[],
    momentOf: (summary: LeadSummary) => Moment,
  ): Promise<LeadSummary[]> {
    const summaries = (await Promise.all(lists.map(collect))).flat();
    const sortText = (summary: LeadSummary) => `${momentOf(summary)}#${summary.id}`;
    return summaries.toSorted((left, right) => (sortText(left) < sortText(right) ? -1 : 1));
  }

  const overdueLists = (before: Moment) =>
    overdueStatuses.map((status) => eachIn(status, { through: before }));

  return {
    async add(lead, submission) {
      const { leadId, stored } = await claimSubmission(table, lead, submission, loadClaimed);
      if (stored) return { leadId, created: false };
      const { written } = await put(underId(lead, leadId), isAbsent);
      return { leadId, created: written };
    },

    load,

    async save(lead) {
      // Before the lead says so itself: what it knows of need not be asked again.
      await leadNumbersTo(table, lead);
      const indexing = await indexLead(table, { ...lead, version: lead.version + 1 });
      const next = await put(indexing.lead, { path: 'version', equals: lead.version });
      if (!next.written) {
        await indexing.lost?.();
        throw new VersionConflictError(`Lead ${lead.id} is no longer version ${lead.version}`);
      }
      await indexing.after?.();
      return next.lead;
    },

    async listOpen() {
      return await list([eachIn(leadStatus.open)], byDueAt);
    },

    eachOpen: () => eachIn(leadStatus.open),

    eachInAftercare: () => eachIn(leadStatus.aftercare),

    async listOverdue(before) {
      return await list(overdueLists(before), byDueAt);
    },

    eachOverdue: (before) => merged(overdueLists(before), byDueAt),

    async listWon(month) {
      const won = await list([eachIn(leadStatus.orders(month)), eachIn(leadStatus.aftercare)], byClosedAt);
      return won.filter((summary) => isWon(summary.stage) && byClosedAt(summary).startsWith(month));
    },

    async listClosed(from, until) {
      if (from >= until) return [];
      const statuses = monthsBetween(from, until).flatMap((month) => [
        leadStatus.orders(month),
        leadStatus.closed(month),
      ]);
      const closed = await list(
        [
          ...statuses.map((status) => eachIn(status, { from, through: until })),
          // By when something is due; few, as each leaves when it is done.
          eachIn(leadStatus.aftercare),
        ],
        byClosedAt,
      );
      // The range includes both ends; the span ends before `until`.
      return closed.filter((summary) => byClosedAt(summary) >= from && byClosedAt(summary) < until);
    },

    async keepSpam(lead) {
      const expiresAt = expiryAfter(lead.capturedAt, spamKeptDays);
      await table.put({ ...spamKey(lead.id), ...lead, expiresAt });
    },

    async loadSpam(leadId) {
      const item = await table.get(spamKey(leadId));
      return item && parse(item, upgraders);
    },

    async eraseSpam(leadId) {
      await table.remove(spamKey(leadId));
    },

    async eraseArchive(leadId) {
      await deleteArchive(table, leadId);
    },

    async loadArchive(leadId) {
      const lead = await load(leadId);
      return lead ? await readArchive(table, lead, upgraders) : [];
    },
  };
}

const spamKey = (leadId: string): Key => ({ pk: `SPAM#${leadId}`, sk: 'SPAM' });

const byDueAt = (summary: LeadSummary) => summary.dueAt;
const byClosedAt = (summary: LeadSummary) => summary.closedAt ?? summary.stageSince;

/** Lists that are each sorted by this moment as one. */
async function* merged(
  lists: readonly AsyncIterable<LeadSummary>[],
  momentOf: (summary: LeadSummary) => Moment,
): AsyncIterable<LeadSummary> {
  const rests = lists.map((each) => each[Symbol.asyncIterator]());
  try {
    const heads = await Promise.all(rests.map(async (rest) => ({ rest, next: await rest.next() })));
    for (;;) {
      const [first] = heads
        .filter(({ next }) => !next.done)
        .toSorted((one, other) => (momentOf(one.next.value) < momentOf(other.next.value) ? -1 : 1));
      if (!first) return;
      yield first.next.value;
      first.next = await first.rest.next();
    }
  } finally {
    await Promise.all(rests.map((rest) => rest.return?.()));
  }
}

async function collect<T>(each: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of each) all.push(one);
  return all;
}

/** The calendar months the span touches: `2026-11`, `2026-12`. */
function monthsBetween(from: Moment, until: Moment): string[] {
  const months: string[] = [];
  for (let month = utcMonthOf(from); beginOfUtcMonth(month) < until; month = addUtcMonths(month, 1)) {
    months.push(month);
  }
  return months;
}
