/** Leads in a table of DynamoDB, what lies in it, and clients that die on the way. */

import { DynamoDBDocumentClient, GetCommand, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openTable } from '../../../adapters/dynamodb/open-table.ts';
import { tableLeadStore } from '../../../adapters/table/lead-store.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { LeadStore, SubmissionKeys } from '../../../domain/ports/lead-store.ts';
import { leadNumber } from '../../contract/numbered-leads.ts';
import { startDynalite, type TestDatabase, type TestTable } from '../../support/dynalite.ts';

export let database: TestDatabase;
export let table: TestTable;
export let store: LeadStore;

/** Gives each test of the file that calls it, at its top, a table of its own. */
export function aTableForEachTest(): void {
  beforeAll(async () => {
    database = await startDynalite();
  });
  afterAll(() => database.close());

  beforeEach(async () => {
    table = await database.createTable();
    store = tableLeadStore(openTable(table));
  });
}

export const on = (client: TestTable['client']) => tableLeadStore(openTable({ ...table, client }));

export async function itemsOf(prefix: string): Promise<Record<string, unknown>[]> {
  const client = DynamoDBDocumentClient.from(table.client);
  const items: Record<string, unknown>[] = [];
  for await (const { Items } of paginateScan({ client }, { TableName: table.tableName })) {
    items.push(...(Items ?? []).filter(({ pk }) => pk.startsWith(prefix)));
  }
  return items;
}

export const partsOf = async (lead: Lead) =>
  (await itemsOf(`LEAD#${lead.id}`)).filter(({ sk }) => String(sk).startsWith('TIMELINE#'));

/** What one item looks like in the table. */
export async function rawItem(pk: string, sk: string): Promise<Record<string, unknown> | undefined> {
  const documents = DynamoDBDocumentClient.from(table.client);
  return (await documents.send(new GetCommand({ TableName: table.tableName, Key: { pk, sk } }))).Item;
}

export async function put(item: Record<string, unknown>): Promise<void> {
  const documents = DynamoDBDocumentClient.from(table.client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  await documents.send(new PutCommand({ TableName: table.tableName, Item: item }));
}

export const submission: SubmissionKeys = { submissionId: 'form-1', contentHash: 'a' };
export const seconds = (moment: string) => Date.parse(moment) / 1000;
export const capturedAt = leadNumber(1).capturedAt;

/** The process can die before each call and after it. */
export const deaths = (calls: number) =>
  Array.from({ length: calls }, (_, afterCalls) => [
    { afterCalls, reached: false },
    { afterCalls, reached: true },
  ]).flat();
