import * as z from 'zod';
import type { WaitingAlert, WaitingAlerts } from '../../domain/ports/waiting-alerts.ts';
import { expiryAfter } from './expiry.ts';
import { parseItem } from './parse-item.ts';
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
export function tableWaitingAlerts(table: Table): WaitingAlerts {
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
      const items = await table.queryPartition(partition, '');
      return items
        .map((item) => parseItem(alertSchema, item, 'A waiting alert'))
        .toSorted((one, other) => (`${one.at}#${one.leadId}` < `${other.at}#${other.leadId}` ? -1 : 1));
    },
    async remove(alerts) {
      for (const alert of alerts) {
        await table.remove(alertKey(alert), { path: 'at', equals: alert.at });
      }
    },
  };
}
