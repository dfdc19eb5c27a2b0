/**
 * Knows from when on a lead can be overdue. The reconciler looks each quarter of an hour, 35,000 times in a year that the
 * local clock is moved over, and nearly always finds nothing; with this it only looks when there can be something.
 */
import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { overdueStatuses } from '../../adapters/table/lead-item.ts';
import { tableAttributes } from '../../adapters/table/table.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Moment } from '../../domain/time/moment.ts';

export interface DueWatch {
  /** The store through which all leads are written. */
  readonly leads: LeadStore;
  /** `false`: no lead is due by now, so none is overdue. */
  mayBeOverdue(nowMs: number): Promise<boolean>;
}

/** @param firstDue when the first of all leads is due that wait for something; `undefined`: there is none. */
export function watchDue(leads: LeadStore, firstDue: () => Promise<Moment | undefined>): DueWatch {
  /** No lead is due before this. */
  let earliestMs = 0;
  const note = (dueAt: Moment) => {
    earliestMs = Math.min(earliestMs, Date.parse(dueAt));
  };
  /** Noted before the write, for whoever looks next, and after it, for whoever was just looking. */
  const noting = async <T>(dueAt: Moment, write: () => Promise<T>): Promise<T> => {
    note(dueAt);
    const written = await write();
    note(dueAt);
    return written;
  };

  return {
    leads: {
      ...leads,
      add: (lead, submission) => noting(lead.dueAt, () => leads.add(lead, submission)),
      save: (lead) => noting(lead.dueAt, () => leads.save(lead)),
    },
    async mayBeOverdue(nowMs) {
      if (nowMs < earliestMs) return false;
      earliestMs = Number.POSITIVE_INFINITY;
      const first = await firstDue();
      if (first !== undefined) note(first);
      return nowMs >= earliestMs;
    },
  };
}

/** The `dueAt` of the first lead that waits, awake or asleep: one item of the index for each list. */
export async function firstDueIn(table: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}): Promise<Moment | undefined> {
  const { index, indexPartitionKey, indexSortKey } = tableAttributes;
  const firsts = await Promise.all(
    overdueStatuses.map((status) =>
      table.client.send(
        new QueryCommand({
          TableName: table.tableName,
          IndexName: index,
          KeyConditionExpression: '#status = :status',
          ProjectionExpression: '#sortAt',
          ExpressionAttributeNames: { '#status': indexPartitionKey, '#sortAt': indexSortKey },
          ExpressionAttributeValues: { ':status': { S: status } },
          Limit: 1,
        }),
      ),
    ),
  );
  return firsts.flatMap(({ Items }) => Items?.[0]?.[indexSortKey]?.S ?? []).toSorted()[0];
}
