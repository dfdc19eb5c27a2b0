/** Everything the functions need, in memory, with a clock that tests move. */
import { hmacAddresses } from '../../adapters/crypto/hmac-addresses.ts';
import { hmacLinks } from '../../adapters/crypto/hmac-links.ts';
import { memoryAlarmChannels } from '../../adapters/memory/memory-alarm-channels.ts';
import { memoryBusinessStore } from '../../adapters/memory/memory-business-store.ts';
import { memoryDeliveryQueue } from '../../adapters/memory/memory-delivery-queue.ts';
import { memoryLeadSearch } from '../../adapters/memory/memory-lead-search.ts';
import { memoryLeadStore } from '../../adapters/memory/memory-lead-store.ts';
import { memoryMailFiles } from '../../adapters/memory/memory-mail-files.ts';
import { memoryMailer } from '../../adapters/memory/memory-mailer.ts';
import { memorySubmissionQueue } from '../../adapters/memory/memory-submission-queue.ts';
import { memoryWorkflow } from '../../adapters/memory/memory-workflow.ts';
import { tableAlarms } from '../../adapters/table/alarms.ts';
import { tableContactStore } from '../../adapters/table/contact-store.ts';
import { tableDeskNews } from '../../adapters/table/desk-news.ts';
import { tableDeskSessions } from '../../adapters/table/desk-sessions.ts';
import { tableDigestAnswers } from '../../adapters/table/digest-answers.ts';
import { tableDigestLog } from '../../adapters/table/digest-log.ts';
import { tableDueChases } from '../../adapters/table/due-chases.ts';
import { tableHeldDeliveries } from '../../adapters/table/held-deliveries.ts';
import { tableHookStore } from '../../adapters/table/hook-store.ts';
import { tableIntakeLog } from '../../adapters/table/intake-log.ts';
import { tableLimits } from '../../adapters/table/limits.ts';
import { tableMailLog } from '../../adapters/table/mail-log.ts';
import { tablePasskeys } from '../../adapters/table/passkeys.ts';
import { tablePushSubscriptions } from '../../adapters/table/push-subscriptions.ts';
import { tableSearchUpgrade } from '../../adapters/table/search-upgrade.ts';
import { tableSourceLog } from '../../adapters/table/source-log.ts';
import { tableWaitingAlerts } from '../../adapters/table/waiting-alerts.ts';
import { webauthnPasskeys } from '../../adapters/webauthn/passkey-reader.ts';
import { vapidKeys } from '../../adapters/webpush/vapid.ts';
import type { Company, CompanyFile } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Metric } from '../../domain/report/metrics.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { Log } from '../../functions/shared/logger.ts';
import type { Metrics } from '../../functions/shared/metrics.ts';
import { monday10 } from './a-walk.ts';
import { aCompany } from './company.ts';
import { aFormJudge, testKeys as keys } from './own-form.ts';
import { aSqliteTable } from './sqlite.ts';

/** A log nobody reads. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** Remembers what was counted, in order. */
export function memoryMetrics(): Metrics & { readonly counted: [Metric, number][] } {
  const counted: [Metric, number][] = [];
  return { counted, count: (metric, value = 1) => counted.push([metric, value]) };
}

/** A world that stands at Monday 10:00 in Munich, empty unless leads are given. */
export async function aWorld({
  company = aCompany(),
  leads: stored = [] as readonly Lead[],
}: {
  company?: Company;
  leads?: readonly Lead[];
} = {}) {
  let now: Moment = monday10;
  let nextId = 0;
  const table = aSqliteTable();
  const leads = memoryLeadStore();
  const hooks = tableHookStore(table);
  const businesses = memoryBusinessStore();
  await businesses.save({ file: company as CompanyFile, by: 'Anna', at: now, expectedVersion: 0 });
  for (const lead of stored) await leads.add(lead, { contentHash: lead.id });
  return {
    leads,
    search: memoryLeadSearch(leads),
    contacts: tableContactStore(table),
    sessions: tableDeskSessions(table),
    passkeys: tablePasskeys(table),
    passkeyReader: webauthnPasskeys(),
    businesses,
    waitMillis: async (_millis: number) => {},
    searchUpgrade: tableSearchUpgrade(table),
    mailLog: tableMailLog(table),
    digestLog: tableDigestLog(table),
    digestAnswers: tableDigestAnswers(table),
    mailer: memoryMailer(),
    workflow: memoryWorkflow(),
    links: hmacLinks({ baseUrl: 'https://anfrage.example', keys }),
    ...aFormJudge(table),
    replyAddresses: hmacAddresses({ base: company.mail.receive ?? company.mail.from, keys }),
    intake: tableIntakeLog(table),
    mailFiles: memoryMailFiles(),
    sources: tableSourceLog(table),
    hooks,
    findHook: hooks.find,
    ageMs: (atMs: number) => Date.parse(now) - atMs,
    limits: tableLimits(table),
    waiting: tableWaitingAlerts(table),
    dueChases: tableDueChases(table),
    news: tableDeskNews(table),
    channels: memoryAlarmChannels(),
    subscriptions: tablePushSubscriptions(table),
    pushKey: () => vapidKeys(keys.current.secret).publicKey,
    heldDeliveries: tableHeldDeliveries(table),
    deliveryQueue: memoryDeliveryQueue(),
    alarms: tableAlarms(table),
    submissions: memorySubmissionQueue(),
    ids: { newLeadId: () => `TEST${String(++nextId).padStart(6, '0')}` },
    clock: {
      now: () => now,
      set: (moment: Moment) => {
        now = moment;
      },
    },
    company,
    publicUrl: 'https://anfrage.example',
    secure: true,
    storedSince: async () => '2026-01-01T00:00:00.000Z',
    overdueMinutes: 10,
    metrics: memoryMetrics(),
    log: silentLog,
  };
}

export type World = Awaited<ReturnType<typeof aWorld>>;
