import { randomIds } from '../../adapters/crypto/random-ids.ts';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { dynamoClient } from '../../adapters/dynamodb/table.ts';
import { readMail } from '../../adapters/mime/read-mail.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { tableContactStore } from '../../adapters/table/contact-store.ts';
import { tableDigestAnswers } from '../../adapters/table/digest-answers.ts';
import { tableDigestLog } from '../../adapters/table/digest-log.ts';
import { tableHeldDeliveries } from '../../adapters/table/held-deliveries.ts';
import { tableIntakeLog } from '../../adapters/table/intake-log.ts';
import { tableLeadStore } from '../../adapters/table/lead-store.ts';
import { tableMailLog } from '../../adapters/table/mail-log.ts';
import { readEnvironment } from '../shared/environment.ts';
import { withCompany } from '../shared/keep-business.ts';
import { embeddedMetrics } from '../shared/metrics.ts';
import { queueHandler } from '../shared/queue-handler.ts';
import { wireBusiness } from '../shared/wire-business.ts';
import { wireMailFiles } from '../shared/wire-mail-files.ts';
import { wireMailer } from '../shared/wire-mailer.ts';
import { wireMailing } from '../shared/wire-mailing.ts';
import { wireWorkflow } from '../shared/wire-workflow.ts';
import { environment } from './env.ts';
import { handleNotice } from './handle-notice.ts';
import { mailNotice } from './mail-notice.ts';

export const handler = queueHandler({
  name: 'receive-mail',
  message: mailNotice,
  wire: async (log) => {
    const env = readEnvironment(environment);
    const table = openTable({ client: dynamoClient(), tableName: env.TABLE_NAME });
    const business = wireBusiness(table, env, { log, basicsSuffice: true });
    return {
      business,
      ...(await wireMailing(env)),
      mailer: wireMailer(env),
      mailFiles: wireMailFiles(env),
      readMail,
      intake: tableIntakeLog(table),
      leads: tableLeadStore(table),
      contacts: tableContactStore(table),
      mailLog: tableMailLog(table),
      digestLog: tableDigestLog(table),
      digestAnswers: tableDigestAnswers(table),
      heldDeliveries: tableHeldDeliveries(table),
      workflow: wireWorkflow(env),
      ids: randomIds(),
      clock: systemClock(),
      metrics: embeddedMetrics(env.DEPLOYMENT),
      log,
    };
  },
  handle: withCompany(handleNotice),
});
