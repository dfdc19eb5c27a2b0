/** How a lead lies in the table. */
import { type Lead, leadSchema } from '../../domain/lead/lead.ts';
import { type LeadList, listOf } from '../../domain/lead/list.ts';
import { type LeadSummary, leadSummarySchema, summarise } from '../../domain/lead/summary.ts';
import { parseItem } from './parse-item.ts';
import type { Item, Key } from './table.ts';
import { leadVersion, type Upgraders, upgrade } from './upgrade.ts';

export const leadPartition = (leadId: string) => `LEAD#${leadId}`;
export const leadKey = (leadId: string): Key => ({ pk: leadPartition(leadId), sk: 'LEAD' });

/** Leads that something is due for, by when it is. */
const timedStatuses = { open: 'OPEN', later: 'LATER', aftercare: 'AFTERCARE' } as const;

/** Closed leads by calendar month (`2026-11`, UTC), the won ones apart: the month's figure reads nothing else. */
export const leadStatus = {
  ...timedStatuses,
  orders: (month: string) => `WON#${month}`,
  closed: (month: string) => `CLOSED#${month}`,
};

/** Where to look for what is overdue. */
export const overdueStatuses: readonly string[] = Object.values(timedStatuses);

/** Epoch seconds at which the day begins in UTC. */
const startOfDaySeconds = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000;

/** When everything about this lead is deleted, in epoch seconds. */
export const leadExpiry = (lead: Lead): number | undefined =>
  lead.expiresOn === undefined ? undefined : startOfDaySeconds(lead.expiresOn);

/** The lead's own fields, and what the index, the time to live and the conditions need. */
export function leadItem(lead: Lead): Item {
  return {
    ...leadKey(lead.id),
    ...lead,
    ...placeInIndex(lead, listOf(lead)),
    expiresAt: leadExpiry(lead),
  };
}

function placeInIndex(lead: Lead, list: LeadList | undefined): object {
  const summary = { ...summarise(lead), schemaVersion: leadVersion };
  const closedAt = lead.closedAt ?? lead.stageSince;
  if (list === undefined) return {};
  const status = leadStatus[list];
  return typeof status === 'string'
    ? { status, sortAt: lead.dueAt, summary }
    : { status: status(closedAt.slice(0, 7)), sortAt: closedAt, summary };
}

/** @throws CorruptItemError */
export function parseLead(item: Item, upgraders: Upgraders): Lead {
  const { pk, sk: _sk, status: _status, sortAt: _sortAt, summary: _summary, ...rest } = item;
  const { expiresAt: _expiresAt, writeId: _writeId, ...fields } = rest;
  return parseItem(leadSchema, upgrade(fields, upgraders), `Lead ${pk}`);
}

/**
 * What the index carries of a lead; `undefined` if it was written in an older version of the schema.
 * @throws CorruptItemError
 */
export function parseSummary({ pk, summary }: Item): LeadSummary | undefined {
  const { schemaVersion, ...fields } = (summary ?? {}) as Record<string, unknown>;
  if (schemaVersion !== leadVersion) return undefined;
  return parseItem(leadSummarySchema, fields, `Summary of lead ${pk}`);
}
