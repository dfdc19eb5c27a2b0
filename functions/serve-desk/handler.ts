import { setTimeout } from 'node:timers/promises';
import { hmacAddresses } from '../../adapters/crypto/hmac-addresses.ts';
import { hmacLinks } from '../../adapters/crypto/hmac-links.ts';
import { randomIds } from '../../adapters/crypto/random-ids.ts';
import { signedTable } from '../../adapters/dynamodb/signed-table.ts';
import { signedLinkKeys } from '../../adapters/secretsmanager/signed-link-keys.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { tableAlarms } from '../../adapters/table/alarms.ts';
import { tableBusinessStore } from '../../adapters/table/business-store.ts';
import { tableContactStore } from '../../adapters/table/contact-store.ts';
import { tableDeskNews } from '../../adapters/table/desk-news.ts';
import { tableDeskSessions } from '../../adapters/table/desk-sessions.ts';
import { tableDigestAnswers } from '../../adapters/table/digest-answers.ts';
import { tableHeldDeliveries } from '../../adapters/table/held-deliveries.ts';
import { tableHookStore } from '../../adapters/table/hook-store.ts';
import { tableIntakeLog } from '../../adapters/table/intake-log.ts';
import { tableLeadSearch } from '../../adapters/table/lead-search.ts';
import { tableLeadStore } from '../../adapters/table/lead-store.ts';
import { tableLimits } from '../../adapters/table/limits.ts';
import { tableMailLog } from '../../adapters/table/mail-log.ts';
import { tablePasskeys } from '../../adapters/table/passkeys.ts';
import { tablePushSubscriptions } from '../../adapters/table/push-subscriptions.ts';
import { webauthnPasskeys } from '../../adapters/webauthn/passkey-reader.ts';
import { deployedBusinessStore } from '../../domain/business/deployed-store.ts';
import { readEnvironment } from '../shared/environment.ts';
import { httpHandler } from '../shared/http-handler.ts';
import { withCompany } from '../shared/keep-business.ts';
import { embeddedMetrics } from '../shared/metrics.ts';
import { reportUnreadable } from '../shared/report-unreadable.ts';
import { wireBusiness } from '../shared/wire-business.ts';
import { wireMailFiles } from '../shared/wire-mail-files.ts';
import { wireMailer } from '../shared/wire-mailer.ts';
import { wireSubmissionQueue } from '../shared/wire-submission-queue.ts';
import { wireWorkflow } from '../shared/wire-workflow.ts';
import { environment } from './env.ts';
import { serveDesk } from './serve-desk.ts';

export const handler = httpHandler({
  name: 'serve-desk',
  wire: async (log) => {
    const env = readEnvironment(environment);
    const table = signedTable({ tableName: env.TABLE_NAME });
    const { receive } = env.COMPANY.mail;
    // Without the SDK's client of a service that one call is made to.
    const keys = await signedLinkKeys({ secretArn: env.LINK_SECRET_ARN })();
    const business = wireBusiness(table, env, { log, basicsSuffice: true });
    const leads = tableLeadStore(table);
    return {
      business,
      leads,
      search: tableLeadSearch(table, leads, { onUnreadable: reportUnreadable(log) }),
      sessions: tableDeskSessions(table),
      passkeys: tablePasskeys(table),
      passkeyReader: webauthnPasskeys(),
      subscriptions: tablePushSubscriptions(table),
      businesses: deployedBusinessStore(tableBusinessStore(table), env.COMPANY),
      alarms: tableAlarms(table),
      limits: tableLimits(table),
      contacts: tableContactStore(table),
      digestAnswers: tableDigestAnswers(table),
      intake: tableIntakeLog(table),
      hooks: tableHookStore(table),
      heldDeliveries: tableHeldDeliveries(table),
      mailLog: tableMailLog(table),
      news: tableDeskNews(table),
      workflow: wireWorkflow(env),
      mailFiles: wireMailFiles(env),
      submissions: wireSubmissionQueue(env),
      clock: systemClock(),
      ids: randomIds(),
      links: hmacLinks({ baseUrl: env.PUBLIC_URL, keys }),
      replyAddresses: receive === undefined ? undefined : hmacAddresses({ base: receive, keys }),
      mailer: wireMailer(env),
      publicUrl: env.PUBLIC_URL,
      secure: true,
      waitMillis: setTimeout,
      metrics: embeddedMetrics(env.DEPLOYMENT),
      log,
    };
  },
  handle: withCompany(serveDesk),
});
