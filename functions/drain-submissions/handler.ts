import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { dynamoClient } from '../../adapters/dynamodb/table.ts';
import { sfnClient, sfnWorkflow } from '../../adapters/stepfunctions/sfn-workflow.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { tableLeadStore } from '../../adapters/table/lead-store.ts';
import { capturedSubmissionSchema } from '../../domain/capture/captured-submission.ts';
import { readEnvironment } from '../shared/environment.ts';
import { withCompany } from '../shared/keep-business.ts';
import { embeddedMetrics } from '../shared/metrics.ts';
import { queueHandler } from '../shared/queue-handler.ts';
import { wireBusiness } from '../shared/wire-business.ts';
import { environment } from './env.ts';
import { storeQueuedSubmission } from './store-queued-submission.ts';

export const handler = queueHandler({
  name: 'drain-submissions',
  message: capturedSubmissionSchema,
  wire: (log) => {
    const env = readEnvironment(environment);
    const table = openTable({ client: dynamoClient(), tableName: env.TABLE_NAME });
    const business = wireBusiness(table, env, { log, basicsSuffice: true });
    return {
      business,
      leads: tableLeadStore(table),
      workflow: sfnWorkflow({ client: sfnClient(), stateMachineArn: env.STATE_MACHINE_ARN }),
      clock: systemClock(),
      metrics: embeddedMetrics(env.DEPLOYMENT),
      log,
    };
  },
  handle: withCompany(storeQueuedSubmission),
});
