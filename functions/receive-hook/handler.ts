import { randomIds } from '../../adapters/crypto/random-ids.ts';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { dynamoClient } from '../../adapters/dynamodb/table.ts';
import { sfnClient, sfnWorkflow } from '../../adapters/stepfunctions/sfn-workflow.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { tableContactStore } from '../../adapters/table/contact-store.ts';
import { tableHookStore } from '../../adapters/table/hook-store.ts';
import { tableIntakeLog } from '../../adapters/table/intake-log.ts';
import { tableLeadStore } from '../../adapters/table/lead-store.ts';
import { readEnvironment } from '../shared/environment.ts';
import { httpHandler } from '../shared/http-handler.ts';
import { withCompany } from '../shared/keep-business.ts';
import { embeddedMetrics } from '../shared/metrics.ts';
import { wireBusiness } from '../shared/wire-business.ts';
import { wireFileKeeper } from '../shared/wire-file-keeper.ts';
import { wireSubmissionQueue } from '../shared/wire-submission-queue.ts';
import { environment } from './env.ts';
import { keepFound } from './find-hook.ts';
import { receiveHook } from './receive-hook.ts';

export const handler = httpHandler({
  name: 'receive-hook',
  wire: (log) => {
    const env = readEnvironment(environment);
    const table = openTable({ client: dynamoClient(), tableName: env.TABLE_NAME });
    const business = wireBusiness(table, env, { log, basicsSuffice: true });
    const hooks = tableHookStore(table);
    return {
      business,
      hooks,
      findHook: keepFound(hooks.find),
      leads: tableLeadStore(table),
      contacts: tableContactStore(table),
      mailFiles: wireFileKeeper(env),
      intake: tableIntakeLog(table),
      workflow: sfnWorkflow({ client: sfnClient(), stateMachineArn: env.STATE_MACHINE_ARN }),
      submissions: wireSubmissionQueue(env),
      clock: systemClock(),
      ageMs: (atMs: number) => Date.now() - atMs,
      ids: randomIds(),
      metrics: embeddedMetrics(env.DEPLOYMENT),
      log,
    };
  },
  handle: withCompany(receiveHook),
});
