import * as z from 'zod';
import { dynamoDigestLog } from '../../adapters/dynamodb/digest-log.ts';
import { dynamoIntakeLog } from '../../adapters/dynamodb/intake-log.ts';
import { dynamoLeadStore } from '../../adapters/dynamodb/lead-store.ts';
import { dynamoSourceLog } from '../../adapters/dynamodb/source-log.ts';
import { dynamoClient } from '../../adapters/dynamodb/table.ts';
import { s3Client, s3MailFiles } from '../../adapters/s3/mail-files.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { readEnvironment } from '../shared/environment.ts';
import { withCompany } from '../shared/keep-business.ts';
import { embeddedMetrics } from '../shared/metrics.ts';
import { taskHandler } from '../shared/task-handler.ts';
import { wireBusiness } from '../shared/wire-business.ts';
import { wireMailing } from '../shared/wire-mailing.ts';
import { environment } from './env.ts';
import { sendDigest } from './send-digest.ts';

export const handler = taskHandler({
  name: 'send-digest',
  // The schedule's own words do not matter.
  input: z.object({ force: z.boolean().optional() }),
  wire: async (log) => {
    const env = readEnvironment(environment);
    const table = { client: dynamoClient(), tableName: env.TABLE_NAME };
    const business = wireBusiness(table, env, { log, basicsSuffice: false });
    return {
      business,
      storedSince: business.since,
      ...(await wireMailing(env)),
      leads: dynamoLeadStore(table),
      digestLog: dynamoDigestLog(table),
      intake: dynamoIntakeLog(table),
      mailFiles: s3MailFiles({ client: s3Client(), bucket: env.MAIL_BUCKET }),
      sources: dynamoSourceLog(table),
      clock: systemClock(),
      metrics: embeddedMetrics(env.DEPLOYMENT),
      log,
    };
  },
  handle: withCompany(sendDigest),
});
