/** What a process of a function is wired with: the stores over the one table, as in the cloud, each call of them a far one. */

import { hmacFormSeals } from '../../../adapters/crypto/form-seals.ts';
import { hmacAddresses } from '../../../adapters/crypto/hmac-addresses.ts';
import { hmacLinks } from '../../../adapters/crypto/hmac-links.ts';
import { randomIds } from '../../../adapters/crypto/random-ids.ts';
import { memoryAlarmChannels } from '../../../adapters/memory/memory-alarm-channels.ts';
import type { MemoryMailFiles } from '../../../adapters/memory/memory-mail-files.ts';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { tableAlarms } from '../../../adapters/table/alarms.ts';
import { currentBusinessKey } from '../../../adapters/table/business-item.ts';
import { tableBusinessStore } from '../../../adapters/table/business-store.ts';
import { tableContactStore } from '../../../adapters/table/contact-store.ts';
import { tableDeskNews } from '../../../adapters/table/desk-news.ts';
import { tableDigestAnswers } from '../../../adapters/table/digest-answers.ts';
import { tableDigestLog } from '../../../adapters/table/digest-log.ts';
import { tableDueChases } from '../../../adapters/table/due-chases.ts';
import { tableFormLog } from '../../../adapters/table/form-log.ts';
import { tableHeldDeliveries } from '../../../adapters/table/held-deliveries.ts';
import { tableHookStore } from '../../../adapters/table/hook-store.ts';
import { tableIntakeLog } from '../../../adapters/table/intake-log.ts';
import { tableLeadStore } from '../../../adapters/table/lead-store.ts';
import { tableLimits } from '../../../adapters/table/limits.ts';
import { tableMailLog } from '../../../adapters/table/mail-log.ts';
import { tablePushSubscriptions } from '../../../adapters/table/push-subscriptions.ts';
import { tableSearchUpgrade } from '../../../adapters/table/search-upgrade.ts';
import { tableSourceLog } from '../../../adapters/table/source-log.ts';
import type { Item, Table } from '../../../adapters/table/table.ts';
import { tableWaitingAlerts } from '../../../adapters/table/waiting-alerts.ts';
import type { Basics } from '../../../domain/business/basics.ts';
import type { CapturedSubmission } from '../../../domain/capture/captured-submission.ts';
import { serialiseSubmission } from '../../../domain/capture/captured-submission.ts';
import type { BusinessReader, BusinessVersion } from '../../../domain/ports/business-store.ts';
import type { WaitedDelivery } from '../../../domain/ports/held-deliveries.ts';
import type { Mailer } from '../../../domain/ports/mailer.ts';
import type { Workflow } from '../../../domain/ports/workflow.ts';
import { keepFound } from '../../../functions/receive-hook/find-hook.ts';
import { keepBusiness } from '../../../functions/shared/keep-business.ts';
import type { Log } from '../../../functions/shared/logger.ts';
import type { Metrics } from '../../../functions/shared/metrics.ts';
import type { Call } from './calls.ts';
import { farTable } from './far-table.ts';
import { parseOnce } from './parse-once.ts';

/** What signs links and addresses. */
export const keys = { current: { id: '1', secret: 'a secret of the simulated world, long enough to sign' } };

export interface Surroundings {
  readonly table: Table;
  readonly call: Call;
  readonly mailFiles: MemoryMailFiles;
  readonly mailer: Mailer;
  readonly workflow: Workflow;
  readonly queueSubmission: (text: string) => void;
  readonly queueWaited: (waited: readonly WaitedDelivery[]) => void;
  readonly basics: Basics;
  readonly basicsSuffice: boolean;
  /** The time of the world, in milliseconds. */
  readonly nowMs: () => number;
  /** By how much the clock of this process is wrong. */
  readonly skewMs: number;
  readonly log: Log;
  readonly metrics: Metrics;
}

export type Process = ReturnType<typeof wireProcess>;

/** As after a cold start: nothing is remembered of the calls before. */
export function wireProcess(surroundings: Surroundings) {
  const { call, mailFiles, basics, log } = surroundings;
  const table = farTable(surroundings.table, call);
  const nowMs = () => surroundings.nowMs() + surroundings.skewMs;
  const clock = { now: () => new Date(nowMs()).toISOString() };
  const business = keepBusiness({
    reader: readOnce(surroundings.table, table),
    basics,
    basicsSuffice: surroundings.basicsSuffice,
    nowMs,
    log,
  });
  const hooks = tableHookStore(table);
  const onUnreadable = (error: Error) => log.error('Item not read', error);
  return {
    business,
    storedSince: business.since,
    leads: tableLeadStore(table, { onUnreadable, parse: parseOnce }),
    contacts: tableContactStore(table),
    searchUpgrade: tableSearchUpgrade(table),
    mailLog: tableMailLog(table),
    subscriptions: tablePushSubscriptions(table),
    pushKey: () => '',
    digestLog: tableDigestLog(table),
    digestAnswers: tableDigestAnswers(table),
    intake: tableIntakeLog(table),
    sources: tableSourceLog(table),
    hooks,
    findHook: keepFound(hooks.find),
    ageMs: (atMs: number) => nowMs() - atMs,
    limits: tableLimits(table),
    waiting: tableWaitingAlerts(table),
    dueChases: tableDueChases(table),
    news: tableDeskNews(table),
    channels: memoryAlarmChannels(),
    heldDeliveries: tableHeldDeliveries(table),
    deliveryQueue: {
      putAgain: (waited: readonly WaitedDelivery[]) =>
        call('queue mails that waited', async () => surroundings.queueWaited(structuredClone(waited))),
    },
    alarms: tableAlarms(table),
    formLog: tableFormLog(table),
    mailer: surroundings.mailer,
    workflow: surroundings.workflow,
    submissions: {
      put: (submission: CapturedSubmission) =>
        call('queue a submission', async () => surroundings.queueSubmission(serialiseSubmission(submission))),
    },
    mailFiles: farMailFiles(mailFiles, call),
    readMail,
    replyAddresses: hmacAddresses({ base: basics.mail.receive ?? basics.mail.from, keys }),
    links: hmacLinks({ baseUrl: basics.publicUrl ?? '', keys }),
    seals: hmacFormSeals({ keys: async () => keys }),
    ids: randomIds(),
    clock,
    overdueMinutes: 10,
    metrics: surroundings.metrics,
    log,
  };
}

/** The bucket, which is reached over calls too. */
function farMailFiles(files: MemoryMailFiles, call: Call): Omit<MemoryMailFiles, 'keep'> {
  return {
    load: (id) => call(`load mail ${id}`, () => files.load(id)),
    listSince: (from) => call('list mails', () => files.listSince(from)),
    keepFile: (id, file) => call(`keep file ${id}/${file.index}`, () => files.keepFile(id, file)),
    rawLink: (id) => files.rawLink(id),
    fileLink: (id, file) => files.fileLink(id, file),
    remove: (id) => call(`remove mail ${id}`, () => files.remove(id)),
  };
}

const versions = new WeakMap<Item, BusinessVersion | undefined>();

/** The business is read thousands of times in a world and hardly ever changes: the same item is understood once. */
function readOnce(near: Table, far: Table): BusinessReader {
  return {
    async load() {
      const item = await far.get(currentBusinessKey);
      if (!item) return undefined;
      if (!versions.has(item)) versions.set(item, await tableBusinessStore(near).load());
      return versions.get(item);
    },
  };
}
