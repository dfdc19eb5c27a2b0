import * as z from 'zod';
import { cadenceNames } from '../../domain/lead/pipeline.ts';
import type { DueChases } from '../../domain/ports/due-chases.ts';
import { compareMoments } from '../../domain/time/local-time.ts';
import { expiryAfter } from './expiry.ts';
import { type ListOptions, listPartition } from './list-partition.ts';
import type { Key, Table } from './table.ts';

const chaseVersion = 1;
const partition = 'DUE-CHASES';
/** Far longer than any holiday, and any outage of what sends them. */
const keptDays = 60;

const chaseSchema = z.object({
  leadId: z.string(),
  cadence: z.enum(cadenceNames),
  generation: z.int(),
  number: z.int(),
  last: z.boolean(),
  at: z.string(),
});

const chaseKey = (leadId: string): Key => ({ pk: partition, sk: leadId });

/** One item for each lead, all in one partition: empty but for some minutes of the day. */
export function tableDueChases(table: Table, options: ListOptions = {}): DueChases {
  return {
    async add(chase) {
      await table.put({
        ...chaseKey(chase.leadId),
        schemaVersion: chaseVersion,
        ...chase,
        expiresAt: expiryAfter(chase.at, keptDays),
      });
    },
    async list() {
      const chases = await listPartition(
        table,
        partition,
        chaseSchema,
        ({ sk }) => `The chase ${sk}`,
        options,
      );
      return chases.toSorted(
        (one, other) => compareMoments(one.at, other.at) || compareMoments(one.leadId, other.leadId),
      );
    },
    async remove(chases) {
      for (const { leadId, at } of chases) await table.remove(chaseKey(leadId), { path: 'at', equals: at });
    },
  };
}
