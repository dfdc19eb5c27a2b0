import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { dynamoClient } from '../../adapters/dynamodb/table.ts';
import { sesClient, sesMailer } from '../../adapters/ses/ses-mailer.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { tableAlarms } from '../../adapters/table/alarms.ts';
import { tableContactStore } from '../../adapters/table/contact-store.ts';
import { tableDeskNews } from '../../adapters/table/desk-news.ts';
import { tableDueChases } from '../../adapters/table/due-chases.ts';
import { tableLeadStore } from '../../adapters/table/lead-store.ts';
import { tableLimits } from '../../adapters/table/limits.ts';
import { tableMailLog } from '../../adapters/table/mail-log.ts';
import { tablePushSubscriptions } from '../../adapters/table/push-subscriptions.ts';
import { tableSourceLog } from '../../adapters/table/source-log.ts';
import { tableWaitingAlerts } from '../../adapters/table/waiting-alerts.ts';
import { taskInput } from '../../statemachine/contract.ts';
import { readEnvironment } from '../shared/environment.ts';
import { withCompany } from '../shared/keep-business.ts';
import { embeddedMetrics } from '../shared/metrics.ts';
import { reportUnreadable } from '../shared/report-unreadable.ts';
import { taskHandler } from '../shared/task-handler.ts';
import { wireAlarmChannels } from '../shared/wire-alarm-channels.ts';
import { wireBusiness } from '../shared/wire-business.ts';
import { wireMailing } from '../shared/wire-mailing.ts';
import { environment } from './env.ts';
import { followUpLead } from './follow-up-lead.ts';

export const handler = taskHandler({
  name: 'follow-up-lead',
  input: taskInput,
  wire: async (log) => {
    const env = readEnvironment(environment);
    const table = openTable({ client: dynamoClient(), tableName: env.TABLE_NAME });
    const business = wireBusiness(table, env, { log, basicsSuffice: false });
    const { pushSecret, ...mailing } = await wireMailing(env);
    return {
      business,
      ...mailing,
      mailer: sesMailer({ client: sesClient(), configurationSet: env.MAIL_CONFIGURATION_SET }),
      leads: tableLeadStore(table, { onUnreadable: reportUnreadable(log) }),
      limits: tableLimits(table),
      waiting: tableWaitingAlerts(table),
      dueChases: tableDueChases(table),
      news: tableDeskNews(table),
      alarms: tableAlarms(table),
      channels: wireAlarmChannels(env, pushSecret),
      subscriptions: tablePushSubscriptions(table),
      contacts: tableContactStore(table),
      mailLog: tableMailLog(table),
      sources: tableSourceLog(table),
      clock: systemClock(),
      metrics: embeddedMetrics(env.DEPLOYMENT),
      log,
    };
  },
  handle: withCompany(followUpLead),
});
