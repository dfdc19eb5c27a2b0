import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { dynamoClient } from '../../adapters/dynamodb/table.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { tableContactStore } from '../../adapters/table/contact-store.ts';
import { tableLeadStore } from '../../adapters/table/lead-store.ts';
import { tableMailLog } from '../../adapters/table/mail-log.ts';
import { readEnvironment } from '../shared/environment.ts';
import { withCompany } from '../shared/keep-business.ts';
import { embeddedMetrics } from '../shared/metrics.ts';
import { queueHandler } from '../shared/queue-handler.ts';
import { wireBusiness } from '../shared/wire-business.ts';
import { wireWorkflow } from '../shared/wire-workflow.ts';
import { environment } from './env.ts';
import { mailEvent } from './mail-event.ts';
import { recordMailEvent } from './record-mail-event.ts';

export const handler = queueHandler({
  name: 'record-mail-event',
  message: mailEvent,
  wire: (log) => {
    const env = readEnvironment(environment);
    const table = openTable({ client: dynamoClient(), tableName: env.TABLE_NAME });
    const business = wireBusiness(table, env, { log, basicsSuffice: true });
    return {
      business,
      mailLog: tableMailLog(table),
      contacts: tableContactStore(table),
      leads: tableLeadStore(table),
      workflow: wireWorkflow(env),
      clock: systemClock(),
      metrics: embeddedMetrics(env.DEPLOYMENT),
      log,
    };
  },
  handle: withCompany(recordMailEvent),
});
