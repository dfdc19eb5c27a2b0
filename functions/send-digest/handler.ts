import * as z from 'zod';
import { hmacAddresses } from '../../adapters/crypto/hmac-addresses.ts';
import { hmacLinks } from '../../adapters/crypto/hmac-links.ts';
import { dynamoDigestLog } from '../../adapters/dynamodb/digest-log.ts';
import { dynamoIntakeLog } from '../../adapters/dynamodb/intake-log.ts';
import { dynamoLeadStore } from '../../adapters/dynamodb/lead-store.ts';
import { dynamoSourceLog } from '../../adapters/dynamodb/source-log.ts';
import { dynamoClient } from '../../adapters/dynamodb/table.ts';
import { s3Client, s3MailFiles } from '../../adapters/s3/mail-files.ts';
import { loadLinkKeys, secretsClient } from '../../adapters/secretsmanager/link-keys.ts';
import { sesClient, sesMailer } from '../../adapters/ses/ses-mailer.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { readEnvironment } from '../shared/environment.ts';
import { embeddedMetrics } from '../shared/metrics.ts';
import { taskHandler } from '../shared/task-handler.ts';
import { environment } from './env.ts';
import { sendDigest } from './send-digest.ts';

export const handler = taskHandler({
  name: 'send-digest',
  // The schedule's own words do not matter.
  input: z.object({ force: z.boolean().optional() }),
  wire: async (log) => {
    const env = readEnvironment(environment);
    const table = { client: dynamoClient(), tableName: env.TABLE_NAME };
    const keys = await loadLinkKeys({ client: secretsClient(), secretArn: env.LINK_SECRET_ARN });
    const base = env.COMPANY.mail.receive;
    return {
      leads: dynamoLeadStore(table),
      digestLog: dynamoDigestLog(table),
      mailer: sesMailer({ client: sesClient(), configurationSet: env.MAIL_CONFIGURATION_SET }),
      links: hmacLinks({ baseUrl: env.PUBLIC_URL, keys }),
      replyAddresses: base === undefined ? undefined : hmacAddresses({ base, keys }),
      intake: dynamoIntakeLog(table),
      mailFiles: s3MailFiles({ client: s3Client(), bucket: env.MAIL_BUCKET }),
      sources: dynamoSourceLog(table),
      clock: systemClock(),
      company: env.COMPANY,
      metrics: embeddedMetrics(env.DEPLOYMENT),
      log,
    };
  },
  handle: sendDigest,
});
