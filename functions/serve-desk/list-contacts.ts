/** Who asked lately: a page at a time, from the requests that are open or were closed, the newest first. */
import { contactKeys, textOfKey } from '../../domain/lead/contact-keys.ts';
import { isClosed } from '../../domain/lead/stages.ts';
import type { LeadSummary } from '../../domain/lead/summary.ts';
import type { ContactStore } from '../../domain/ports/contact-store.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import { addDuration } from '../../domain/time/local-time.ts';
import { endOfTime, type Moment } from '../../domain/time/moment.ts';
import { addUtcMonths, beginOfUtcMonth, utcMonthOf } from '../../domain/time/utc-month.ts';
import type { ContactRow } from '../../views/desk/contacts-page.ts';

export interface ListContactsDeps {
  readonly leads: Pick<LeadStore, 'load' | 'eachOverdue' | 'listClosed'>;
  readonly contacts: Pick<ContactStore, 'load'>;
}

export interface ContactsPage {
  readonly rows: readonly ContactRow[];
  /** Where the next page begins; absent: this is the last one. */
  readonly before?: Moment | undefined;
}

const perPage = 40;
const readAtOnce = 20;
/** So long without a closed request, and there are no older ones. */
const maxEmptyMonths = 12;

/** @param before only who did something, or had something done, before this moment. */
export async function listContacts(
  now: Moment,
  before: Moment | undefined,
  deps: ListContactsDeps,
): Promise<ContactsPage> {
  const latest = addDuration(now, 'P1D');
  const end = before !== undefined && before < latest ? before : latest;
  const open: LeadSummary[] = [];
  for await (const summary of deps.leads.eachOverdue(endOfTime))
    if (!isClosed(summary.stage)) open.push(summary);
  const rows: ContactRow[] = [];
  const seen = new Set<string>();
  // Whoever stands on a page before.
  for (const one of open) if (activityOf(one) >= end) for (const key of keysOf(one)) seen.add(key);

  let from = beginOfUtcMonth(utcMonthOf(end < now ? end : now));
  let until = end;
  for (let empty = 0; empty <= maxEmptyMonths; ) {
    const closed = await deps.leads.listClosed(from, until);
    const candidates = [...open, ...closed]
      .filter((one) => activityOf(one) >= from && activityOf(one) < until)
      .toSorted((one, other) => (activityOf(one) < activityOf(other) ? 1 : -1));
    const fresh = candidates.filter((summary) => {
      const isFirst = !keysOf(summary).some((key) => seen.has(key));
      for (const key of keysOf(summary)) seen.add(key);
      return isFirst;
    });
    for (let at = 0; at < fresh.length; at += readAtOnce) {
      const read = await Promise.all(fresh.slice(at, at + readAtOnce).map((one) => rowOf(one, deps)));
      for (const row of read) {
        if (!row) continue;
        // Those of one moment are never parted: the next page begins before it.
        if (rows.length >= perPage && row.at !== rows.at(-1)?.at) return { rows, before: rows.at(-1)?.at };
        rows.push(row);
      }
    }
    empty = candidates.length === 0 ? empty + 1 : 0;
    until = from;
    from = beginOfUtcMonth(addUtcMonths(utcMonthOf(from), -1));
  }
  return { rows };
}

/** Where a request stands: closed ones by when they were, as the store lists them. */
const activityOf = ({ stage, stageSince, movedAt, closedAt }: Standing): Moment =>
  isClosed(stage) ? (closedAt ?? stageSince) : movedAt;
type Standing = Pick<LeadSummary, 'stage' | 'stageSince' | 'movedAt' | 'closedAt'>;

const keysOf = (summary: LeadSummary): string[] => contactKeys(summary).map(textOfKey);

/** @returns `undefined`: he stands further up, by a later request. */
async function rowOf(
  summary: LeadSummary,
  { leads, contacts }: ListContactsDeps,
): Promise<ContactRow | undefined> {
  const records = await Promise.all(contactKeys(summary).map((key) => contacts.load(key)));
  const ids = new Set([summary.id, ...records.flatMap((record) => record?.leadIds ?? [])]);
  const at = activityOf(summary);
  if (ids.size > 1) {
    const others = await Promise.all([...ids].slice(0, maxOthers).map((id) => leads.load(id)));
    const isLater = others.some(
      (other) =>
        other &&
        other.id !== summary.id &&
        !other.spam &&
        other.mergedInto === undefined &&
        activityOf(other) > at,
    );
    if (isLater) return undefined;
  }
  const { id, name, phone, phoneE164, email, city, stage } = summary;
  return { key: id, name, phone, phoneE164, email, city, stage, at, requests: ids.size };
}

/** Of an office with hundreds of requests the first tell enough. */
const maxOthers = 25;
