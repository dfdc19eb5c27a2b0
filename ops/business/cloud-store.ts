/** The business of a deployment. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { s3LogoFiles } from '../../adapters/s3/logo-files.ts';
import { tableBusinessStore } from '../../adapters/table/business-store.ts';
import { basicsOf } from '../../domain/business/basics.ts';
import { deployedBusinessStore } from '../../domain/business/deployed-store.ts';
import type { BusinessStore } from '../../domain/ports/business-store.ts';
import type { LogoFiles } from '../../domain/ports/logo-files.ts';
import type { Config } from '../../infra/config.ts';
import type { StackFacts } from '../doctor/facts.ts';

/** Where a business is kept: what describes it, and its logos. */
export interface BusinessPlace {
  readonly store: BusinessStore;
  readonly logos: Pick<LogoFiles, 'store'>;
}

/** @returns `undefined`: the stack is not there, or not as far as its table. */
export function placeInCloud(
  { region, companyFile }: Config,
  stack: StackFacts | undefined,
): BusinessPlace | undefined {
  const { TableName: tableName, MailBucketName: bucket } = stack?.outputs ?? {};
  if (tableName === undefined || bucket === undefined) return undefined;
  const table = openTable({ client: new DynamoDBClient({ region }), tableName });
  return {
    store: deployedBusinessStore(tableBusinessStore(table), basicsOf(companyFile)),
    logos: s3LogoFiles({ client: new S3Client({ region }), bucket }),
  };
}
