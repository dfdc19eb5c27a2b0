import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { dynamoClient } from '../../adapters/dynamodb/table.ts';
import { loadLinkKeys, secretsClient } from '../../adapters/secretsmanager/link-keys.ts';
import { vapidKeys } from '../../adapters/webpush/vapid.ts';
import { readEnvironment } from '../shared/environment.ts';
import { httpHandler } from '../shared/http-handler.ts';
import { withCompany } from '../shared/keep-business.ts';
import { wireSteps } from '../shared/steps/wire-steps.ts';
import { actOnLead } from './act-on-lead.ts';
import { environment } from './env.ts';

export const handler = httpHandler({
  name: 'act-on-lead',
  wire: async (log) => {
    const env = readEnvironment(environment);
    const table = openTable({ client: dynamoClient(), tableName: env.TABLE_NAME });
    const keys = await loadLinkKeys({ client: secretsClient(), secretArn: env.LINK_SECRET_ARN });
    return {
      ...wireSteps(table, env, keys, log),
      pushKey: () => vapidKeys(keys.push ?? keys.current.secret).publicKey,
    };
  },
  handle: withCompany(actOnLead),
});
