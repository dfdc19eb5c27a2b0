import { setTimeout } from 'node:timers/promises';
import { signedTable } from '../../adapters/dynamodb/signed-table.ts';
import { signedLinkKeys } from '../../adapters/secretsmanager/signed-link-keys.ts';
import { tableBusinessStore } from '../../adapters/table/business-store.ts';
import { tableDeskNews } from '../../adapters/table/desk-news.ts';
import { tableDeskSessions } from '../../adapters/table/desk-sessions.ts';
import { tableLeadSearch } from '../../adapters/table/lead-search.ts';
import { tableMailLog } from '../../adapters/table/mail-log.ts';
import { tablePasskeys } from '../../adapters/table/passkeys.ts';
import { webauthnPasskeys } from '../../adapters/webauthn/passkey-reader.ts';
import { deployedBusinessStore } from '../../domain/business/deployed-store.ts';
import { readEnvironment } from '../shared/environment.ts';
import { httpHandler } from '../shared/http-handler.ts';
import { withCompany } from '../shared/keep-business.ts';
import { reportUnreadable } from '../shared/report-unreadable.ts';
import { wireSteps } from '../shared/steps/wire-steps.ts';
import { wireMailer } from '../shared/wire-mailer.ts';
import { environment } from './env.ts';
import { serveDesk } from './serve-desk.ts';

export const handler = httpHandler({
  name: 'serve-desk',
  wire: async (log) => {
    const env = readEnvironment(environment);
    const table = signedTable({ tableName: env.TABLE_NAME });
    // Without the SDK's client of a service that one call is made to.
    const keys = await signedLinkKeys({ secretArn: env.LINK_SECRET_ARN })();
    const steps = wireSteps(table, env, keys, log);
    return {
      ...steps,
      search: tableLeadSearch(table, steps.leads, { onUnreadable: reportUnreadable(log) }),
      sessions: tableDeskSessions(table),
      passkeys: tablePasskeys(table),
      passkeyReader: webauthnPasskeys(),
      businesses: deployedBusinessStore(tableBusinessStore(table), env.COMPANY),
      mailLog: tableMailLog(table),
      news: tableDeskNews(table),
      mailer: wireMailer(env),
      publicUrl: env.PUBLIC_URL,
      secure: true,
      waitMillis: setTimeout,
    };
  },
  handle: withCompany(serveDesk),
});
