import * as z from 'zod';
import { openTable } from '../../adapters/dynamodb/open-table.ts';
import { dynamoClient } from '../../adapters/dynamodb/table.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { tableAlarms } from '../../adapters/table/alarms.ts';
import { tableContactStore } from '../../adapters/table/contact-store.ts';
import { tableHeldDeliveries } from '../../adapters/table/held-deliveries.ts';
import { tableLeadStore } from '../../adapters/table/lead-store.ts';
import { tableLimits } from '../../adapters/table/limits.ts';
import { tableMailLog } from '../../adapters/table/mail-log.ts';
import { tablePushSubscriptions } from '../../adapters/table/push-subscriptions.ts';
import { tableSearchUpgrade } from '../../adapters/table/search-upgrade.ts';
import { tableWaitingAlerts } from '../../adapters/table/waiting-alerts.ts';
import { readEnvironment } from '../shared/environment.ts';
import { withCompany } from '../shared/keep-business.ts';
import { embeddedMetrics } from '../shared/metrics.ts';
import { reportUnreadable } from '../shared/report-unreadable.ts';
import { taskHandler } from '../shared/task-handler.ts';
import { wireAlarmChannels } from '../shared/wire-alarm-channels.ts';
import { wireBusiness } from '../shared/wire-business.ts';
import { wireDeliveryQueue } from '../shared/wire-delivery-queue.ts';
import { wireMailer } from '../shared/wire-mailer.ts';
import { wireMailing } from '../shared/wire-mailing.ts';
import { wireWorkflow } from '../shared/wire-workflow.ts';
import { environment } from './env.ts';
import { type ReconcileLeadsDeps, reconcileLeads } from './reconcile-leads.ts';

export const handler = taskHandler({
  name: 'reconcile-leads',
  // The schedule's own words do not matter.
  input: z.unknown(),
  wire: async (log) => {
    const env = readEnvironment(environment);
    const table = openTable({ client: dynamoClient(), tableName: env.TABLE_NAME });
    const business = wireBusiness(table, env, { log, basicsSuffice: false });
    const { pushSecret, ...mailing } = await wireMailing(env);
    return {
      business,
      ...mailing,
      mailer: wireMailer(env),
      leads: tableLeadStore(table, { onUnreadable: reportUnreadable(log) }),
      contacts: tableContactStore(table),
      mailLog: tableMailLog(table),
      waiting: tableWaitingAlerts(table, { onUnreadable: reportUnreadable(log) }),
      heldDeliveries: tableHeldDeliveries(table, { onUnreadable: reportUnreadable(log) }),
      deliveryQueue: wireDeliveryQueue(env),
      alarms: tableAlarms(table),
      limits: tableLimits(table),
      channels: wireAlarmChannels(env, pushSecret),
      subscriptions: tablePushSubscriptions(table),
      searchUpgrade: tableSearchUpgrade(table),
      workflow: wireWorkflow(env),
      clock: systemClock(),
      overdueMinutes: env.OVERDUE_MINUTES,
      metrics: embeddedMetrics(env.DEPLOYMENT),
      log,
    };
  },
  handle: withCompany((_: unknown, deps: ReconcileLeadsDeps) => reconcileLeads(deps)),
});
