/** The business of a deployment. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableBusinessStore } from '../../adapters/table/business-store.ts';
import { basicsOf } from '../../domain/business/basics.ts';
import { deployedBusinessStore } from '../../domain/business/deployed-store.ts';
import type { BusinessStore } from '../../domain/ports/business-store.ts';
import type { Config } from '../../infra/config.ts';

/** @param tableName as the stack's output names it. */
export function cloudBusinessStore({ region, companyFile }: Config, tableName: string): BusinessStore {
  const client = new DynamoDBClient({ region });
  return deployedBusinessStore(tableBusinessStore(openTable({ client, tableName })), basicsOf(companyFile));
}
