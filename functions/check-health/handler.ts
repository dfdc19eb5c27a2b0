import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { dynamoClient } from '../../adapters/dynamodb/table.ts';
import { tableHealth } from '../../adapters/table/health.ts';
import { readEnvironment } from '../shared/environment.ts';
import { httpHandler } from '../shared/http-handler.ts';
import { checkHealth } from './check-health.ts';
import { environment } from './env.ts';

export const handler = httpHandler({
  name: 'check-health',
  wire: (log) => {
    const env = readEnvironment(environment);
    return { store: tableHealth(openTable({ client: dynamoClient(), tableName: env.TABLE_NAME })), log };
  },
  handle: checkHealth,
});
