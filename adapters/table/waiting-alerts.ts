import * as z from 'zod';
import type { WaitingAlert, WaitingAlerts } from '../../domain/ports/waiting-alerts.ts';
import { compareMoments } from '../../domain/time/local-time.ts';
import { expiryAfter } from './expiry.ts';
import { type ListOptions, listPartition } from './list-partition.ts';
import type { Key, Table } from './table.ts';

const waitingVersion = 1;
const partition = 'WAITING-ALERTS';
/** Far longer than any outage of what tells them. */
const keptDays = 60;

const alertSchema = z.object({ leadId: z.string(), what: z.enum(['first', 'again']), at: z.string() });

const alertKey = ({ leadId, what }: Pick<WaitingAlert, 'leadId' | 'what'>): Key => ({
  pk: partition,
  sk: `${leadId}#${what}`,
});

/** One item for each, all in one partition: nearly always empty. */
export function tableWaitingAlerts(table: Table, options: ListOptions = {}): WaitingAlerts {
  return {
    async add({ leadId, what, at }) {
      await table.put({
        ...alertKey({ leadId, what }),
        schemaVersion: waitingVersion,
        leadId,
        what,
        at,
        expiresAt: expiryAfter(at, keptDays),
      });
    },
    async list() {
      const alerts = await listPartition(
        table,
        partition,
        alertSchema,
        ({ sk }) => `The alert ${sk}`,
        options,
      );
      return alerts.toSorted(
        (one, other) => compareMoments(one.at, other.at) || compareMoments(one.leadId, other.leadId),
      );
    },
    async remove(alerts) {
      for (const alert of alerts) {
        await table.remove(alertKey(alert), { path: 'at', equals: alert.at });
      }
    },
  };
}
