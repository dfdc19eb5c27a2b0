import * as z from 'zod';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { dynamoClient } from '../../adapters/dynamodb/table.ts';
import { s3Client, s3MailFiles } from '../../adapters/s3/mail-files.ts';
import { sesClient, sesMailer } from '../../adapters/ses/ses-mailer.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { tableDigestLog } from '../../adapters/table/digest-log.ts';
import { tableDueChases } from '../../adapters/table/due-chases.ts';
import { tableHeldDeliveries } from '../../adapters/table/held-deliveries.ts';
import { tableIntakeLog } from '../../adapters/table/intake-log.ts';
import { tableLeadStore } from '../../adapters/table/lead-store.ts';
import { tableSourceLog } from '../../adapters/table/source-log.ts';
import { readEnvironment } from '../shared/environment.ts';
import { withCompany } from '../shared/keep-business.ts';
import { embeddedMetrics } from '../shared/metrics.ts';
import { reportUnreadable } from '../shared/report-unreadable.ts';
import { taskHandler } from '../shared/task-handler.ts';
import { wireBusiness } from '../shared/wire-business.ts';
import { wireMailing } from '../shared/wire-mailing.ts';
import { environment } from './env.ts';
import { sendLists } from './send-lists.ts';

export const handler = taskHandler({
  name: 'send-digest',
  // The schedule's own words do not matter.
  input: z.object({ force: z.boolean().optional() }),
  wire: async (log) => {
    const env = readEnvironment(environment);
    const table = openTable({ client: dynamoClient(), tableName: env.TABLE_NAME });
    const business = wireBusiness(table, env, { log, basicsSuffice: false });
    return {
      business,
      storedSince: business.since,
      ...(await wireMailing(env)),
      mailer: sesMailer({ client: sesClient(), configurationSet: env.MAIL_CONFIGURATION_SET }),
      leads: tableLeadStore(table, { onUnreadable: reportUnreadable(log) }),
      digestLog: tableDigestLog(table),
      dueChases: tableDueChases(table, { onUnreadable: reportUnreadable(log) }),
      intake: tableIntakeLog(table),
      mailFiles: s3MailFiles({ client: s3Client(), bucket: env.MAIL_BUCKET }),
      heldDeliveries: tableHeldDeliveries(table),
      sources: tableSourceLog(table),
      clock: systemClock(),
      metrics: embeddedMetrics(env.DEPLOYMENT),
      log,
    };
  },
  handle: withCompany(sendLists),
});
