import * as z from 'zod';
import type { SourceLog } from '../../domain/ports/source-log.ts';
import { expiryAfter } from './expiry.ts';
import { parseItem } from './parse-item.ts';
import { isAbsent, isAtRevision, type Table } from './table.ts';

const sourceVersion = 1;
const partition = 'SOURCES';
const prefix = 'SOURCE#';
/** Enough to know a source's rhythm. */
const keptLeads = 20;
/** Sources that were silent for a year are forgotten. */
const keptDays = 400;
const tries = 10;

const sourceSchema = z.object({
  revision: z.int(),
  leads: z.array(z.object({ leadId: z.string(), at: z.string() })),
});

/** When each source brought leads: one item per source, all in one partition. A business has a handful. */
export function tableSourceLog(table: Table): SourceLog {
  return {
    async note(source, leadId, at) {
      const key = { pk: partition, sk: `${prefix}${source}` };
      for (let attempt = 0; attempt < tries; attempt++) {
        const item = await table.get(key);
        const known = item ? parseItem(sourceSchema, item, 'A source') : undefined;
        if (known?.leads.some((lead) => lead.leadId === leadId)) return;
        const leads = [...(known?.leads ?? []), { leadId, at }]
          .toSorted((one, other) => (one.at < other.at ? -1 : 1))
          .slice(-keptLeads);
        const { written } = await table.putIf(
          {
            ...key,
            schemaVersion: sourceVersion,
            revision: (known?.revision ?? 0) + 1,
            leads,
            expiresAt: expiryAfter(at, keptDays),
          },
          known ? isAtRevision(known.revision) : isAbsent,
        );
        if (written) return;
      }
      throw new Error('A source could not be noted');
    },
    async list() {
      const items = await table.queryPartition(partition, prefix);
      return items.map((item) => ({
        source: item.sk.slice(prefix.length),
        broughtAt: parseItem(sourceSchema, item, 'A source').leads.map(({ at }) => at),
      }));
    },
  };
}
