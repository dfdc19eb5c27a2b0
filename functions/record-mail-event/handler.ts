import { dynamoContactStore } from '../../adapters/dynamodb/contact-store.ts';
import { dynamoLeadStore } from '../../adapters/dynamodb/lead-store.ts';
import { dynamoMailLog } from '../../adapters/dynamodb/mail-log.ts';
import { dynamoClient } from '../../adapters/dynamodb/table.ts';
import { sfnClient, sfnWorkflow } from '../../adapters/stepfunctions/sfn-workflow.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { readEnvironment } from '../shared/environment.ts';
import { withCompany } from '../shared/keep-business.ts';
import { embeddedMetrics } from '../shared/metrics.ts';
import { queueHandler } from '../shared/queue-handler.ts';
import { wireBusiness } from '../shared/wire-business.ts';
import { environment } from './env.ts';
import { mailEvent } from './mail-event.ts';
import { recordMailEvent } from './record-mail-event.ts';

export const handler = queueHandler({
  name: 'record-mail-event',
  message: mailEvent,
  wire: (log) => {
    const env = readEnvironment(environment);
    const table = { client: dynamoClient(), tableName: env.TABLE_NAME };
    const business = wireBusiness(table, env, { log, basicsSuffice: true });
    return {
      business,
      mailLog: dynamoMailLog(table),
      contacts: dynamoContactStore(table),
      leads: dynamoLeadStore(table),
      workflow: sfnWorkflow({ client: sfnClient(), stateMachineArn: env.STATE_MACHINE_ARN }),
      clock: systemClock(),
      metrics: embeddedMetrics(env.DEPLOYMENT),
      log,
    };
  },
  handle: withCompany(recordMailEvent),
});
