import { randomIds } from '../../adapters/crypto/random-ids.ts';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { dynamoClient } from '../../adapters/dynamodb/table.ts';
import { sfnClient, sfnWorkflow } from '../../adapters/stepfunctions/sfn-workflow.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { tableFormLog } from '../../adapters/table/form-log.ts';
import { tableIntakeLog } from '../../adapters/table/intake-log.ts';
import { tableLeadStore } from '../../adapters/table/lead-store.ts';
import { tableLimits } from '../../adapters/table/limits.ts';
import { readEnvironment } from '../shared/environment.ts';
import { httpHandler } from '../shared/http-handler.ts';
import { withCompany } from '../shared/keep-business.ts';
import { embeddedMetrics } from '../shared/metrics.ts';
import { wireBusiness } from '../shared/wire-business.ts';
import { wireFileKeeper } from '../shared/wire-file-keeper.ts';
import { wireRareSeals } from '../shared/wire-rare-seals.ts';
import { wireSubmissionQueue } from '../shared/wire-submission-queue.ts';
import { captureLead } from './capture-lead.ts';
import { environment } from './env.ts';

export const handler = httpHandler({
  name: 'capture-lead',
  wire: (log) => {
    const env = readEnvironment(environment);
    const table = openTable({ client: dynamoClient(), tableName: env.TABLE_NAME });
    const business = wireBusiness(table, env, { log, basicsSuffice: true });
    return {
      business,
      leads: tableLeadStore(table),
      limits: tableLimits(table),
      intake: tableIntakeLog(table),
      workflow: sfnWorkflow({ client: sfnClient(), stateMachineArn: env.STATE_MACHINE_ARN }),
      submissions: wireSubmissionQueue(env),
      mailFiles: wireFileKeeper(env),
      // Most requests come by other forms than ours, and need no key.
      seals: wireRareSeals(env),
      formLog: tableFormLog(table),
      clock: systemClock(),
      ids: randomIds(),
      metrics: embeddedMetrics(env.DEPLOYMENT),
      log,
    };
  },
  handle: withCompany(captureLead),
});
