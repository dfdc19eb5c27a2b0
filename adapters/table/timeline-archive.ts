/** Keeps a lead far below the 400 KB an item may have, and its writes cheap: old events move to items of their own. */
import * as z from 'zod';
import { leadEventSchema } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { leadExpiry, leadPartition } from './lead-item.ts';
import { parseItem } from './parse-item.ts';
import { isThere, type Table } from './table.ts';
import { leadVersion, type Upgraders, upgrade } from './upgrade.ts';

/** The timeline that stays with the lead. */
const maxTimelineEvents = 200;
const archivedAtOnce = 100;

/**
 * In bytes of JSON, which takes more room than DynamoDB's own form of the same data. Half of the 400 KB an item may
 * have (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html).
 */
const maxItemBytes = 200_000;

/** So many events of the whole timeline, from this place on. */
const chunkSchema = z.object({ from: z.int(), timeline: z.array(leadEventSchema) });
type Chunk = z.infer<typeof chunkSchema>;

const sortPrefix = 'TIMELINE#';

const countBytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/**
 * What of the timeline stays with the lead, and the rest in chunks of at most 100 events and 200 KB, oldest first.
 *
 * A chunk begins at a place of the whole timeline and always holds the same events from there on, so writing it again
 * after a crash, with or without newer events at the end, changes nothing that counts.
 */
export function splitTimeline(lead: Lead): { lead: Lead; chunks: Chunk[] } {
  const surplus = countSurplus(lead);
  if (surplus === 0) return { lead, chunks: [] };
  const from = lead.archivedEvents ?? 0;
  return {
    lead: { ...lead, timeline: lead.timeline.slice(surplus), archivedEvents: from + surplus },
    chunks: splitIntoChunks(lead.timeline.slice(0, surplus), from),
  };
}

/** How many of the oldest events must go. */
function countSurplus(lead: Lead): number {
  const { timeline } = lead;
  const tooMany = Math.max(0, timeline.length - maxTimelineEvents);
  let surplus = Math.ceil(tooMany / archivedAtOnce) * archivedAtOnce;
  let bytes = countBytes({ ...lead, timeline: timeline.slice(surplus) });
  if (bytes <= maxItemBytes) return surplus;
  // Down to half, or every further event would move another one.
  for (const event of timeline.slice(surplus)) {
    if (bytes <= maxItemBytes / 2) break;
    bytes -= countBytes(event);
    surplus += 1;
  }
  return surplus;
}

function splitIntoChunks(events: Lead['timeline'], from: number): Chunk[] {
  const chunks: Chunk[] = [];
  let bytes = 0;
  events.forEach((event, index) => {
    const size = countBytes(event);
    const last = chunks.at(-1);
    if (last && last.timeline.length < archivedAtOnce && bytes + size <= maxItemBytes) {
      last.timeline.push(event);
      bytes += size;
    } else {
      chunks.push({ from: from + index, timeline: [event] });
      bytes = size;
    }
  });
  return chunks;
}

/** Writes what has left the timeline, and gives all archived events the lead's own date of expiry. */
export async function writeArchive(table: Table, lead: Lead, chunks: readonly Chunk[]): Promise<void> {
  if (lead.archivedEvents === undefined) return;
  const pk = leadPartition(lead.id);
  const expiresAt = leadExpiry(lead);
  for (const chunk of chunks) {
    await table.put({ pk, sk: sortKey(chunk.from), schemaVersion: leadVersion, ...chunk, expiresAt });
  }
  for (const item of await table.queryPartition(pk, sortPrefix)) {
    if (item.expiresAt === expiresAt) continue;
    await table.update(
      { pk, sk: item.sk },
      {
        ...(expiresAt === undefined ? { remove: ['expiresAt'] } : { set: { expiresAt } }),
        condition: isThere,
      },
    );
  }
}

/** Wide enough to sort a million events as text. */
const sortKey = (from: number) => `${sortPrefix}${String(from).padStart(6, '0')}`;

/**
 * The events that have left the timeline, oldest first. Chunks that were written ahead of a change that then was not
 * stored are not among them: they do not continue the chain, or lie beyond what the lead says is archived.
 * @throws CorruptItemError
 */
export async function readArchive(
  table: Table,
  { id, archivedEvents = 0 }: Lead,
  upgraders: Upgraders,
): Promise<Lead['timeline']> {
  const events: Lead['timeline'] = [];
  if (archivedEvents === 0) return events;
  let next: number | undefined;
  for (const item of await table.queryPartition(leadPartition(id), sortPrefix)) {
    const { from, timeline } = parseItem(chunkSchema, upgrade(item, upgraders), `Archive of lead ${id}`);
    if (from >= archivedEvents || (next !== undefined && from !== next)) continue;
    events.push(...timeline);
    next = from + timeline.length;
  }
  return events;
}

/** Deletes all archived events of a lead. */
export async function deleteArchive(table: Table, leadId: string): Promise<void> {
  for (const { pk, sk } of await table.queryPartition(leadPartition(leadId), sortPrefix)) {
    await table.remove({ pk, sk });
  }
}
