import { dynamoContactStore } from '../../adapters/dynamodb/contact-store.ts';
import { dynamoLeadStore } from '../../adapters/dynamodb/lead-store.ts';
import { dynamoMailLog } from '../../adapters/dynamodb/mail-log.ts';
import { dynamoSourceLog } from '../../adapters/dynamodb/source-log.ts';
import { dynamoClient } from '../../adapters/dynamodb/table.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { taskInput } from '../../statemachine/contract.ts';
import { readEnvironment } from '../shared/environment.ts';
import { withCompany } from '../shared/keep-business.ts';
import { embeddedMetrics } from '../shared/metrics.ts';
import { taskHandler } from '../shared/task-handler.ts';
import { wireBusiness } from '../shared/wire-business.ts';
import { wireMailing } from '../shared/wire-mailing.ts';
import { environment } from './env.ts';
import { followUpLead } from './follow-up-lead.ts';

export const handler = taskHandler({
  name: 'follow-up-lead',
  input: taskInput,
  wire: async (log) => {
    const env = readEnvironment(environment);
    const table = { client: dynamoClient(), tableName: env.TABLE_NAME };
    const business = wireBusiness(table, env, { log, basicsSuffice: false });
    return {
      business,
      ...(await wireMailing(env)),
      leads: dynamoLeadStore(table),
      contacts: dynamoContactStore(table),
      mailLog: dynamoMailLog(table),
      sources: dynamoSourceLog(table),
      clock: systemClock(),
      metrics: embeddedMetrics(env.DEPLOYMENT),
      log,
    };
  },
  handle: withCompany(followUpLead),
});
