import { hmacAddresses } from '../../../adapters/crypto/hmac-addresses.ts';
import { hmacLinks, type LinkKeys } from '../../../adapters/crypto/hmac-links.ts';
import { randomIds } from '../../../adapters/crypto/random-ids.ts';
import { systemClock } from '../../../adapters/system/system-clock.ts';
import { tableAlarms } from '../../../adapters/table/alarms.ts';
import { tableContactStore } from '../../../adapters/table/contact-store.ts';
import { tableDigestAnswers } from '../../../adapters/table/digest-answers.ts';
import { tableHeldDeliveries } from '../../../adapters/table/held-deliveries.ts';
import { tableHookStore } from '../../../adapters/table/hook-store.ts';
import { tableIntakeLog } from '../../../adapters/table/intake-log.ts';
import { tableLeadStore } from '../../../adapters/table/lead-store.ts';
import { tableLimits } from '../../../adapters/table/limits.ts';
import { tablePushSubscriptions } from '../../../adapters/table/push-subscriptions.ts';
import type { Table } from '../../../adapters/table/table.ts';
import type { Basics } from '../../../domain/business/basics.ts';
import type { Log } from '../logger.ts';
import { embeddedMetrics } from '../metrics.ts';
import { wireBusiness } from '../wire-business.ts';
import { wireMailFiles } from '../wire-mail-files.ts';
import { wireSubmissionQueue } from '../wire-submission-queue.ts';
import { wireWorkflow } from '../wire-workflow.ts';

interface StepsEnvironment {
  readonly COMPANY: Basics;
  readonly DEPLOYMENT: string;
  readonly MAIL_BUCKET: string;
  readonly PUBLIC_URL: string;
  readonly STATE_MACHINE_ARN: string;
  readonly SUBMISSION_QUEUE_URL: string;
}

/** What the steps of a lead need, whoever lets people in. */
export function wireSteps(table: Table, env: StepsEnvironment, keys: LinkKeys, log: Log) {
  const { receive } = env.COMPANY.mail;
  return {
    business: wireBusiness(table, env, { log, basicsSuffice: true }),
    leads: tableLeadStore(table),
    alarms: tableAlarms(table),
    limits: tableLimits(table),
    contacts: tableContactStore(table),
    digestAnswers: tableDigestAnswers(table),
    intake: tableIntakeLog(table),
    hooks: tableHookStore(table),
    heldDeliveries: tableHeldDeliveries(table),
    subscriptions: tablePushSubscriptions(table),
    workflow: wireWorkflow(env),
    mailFiles: wireMailFiles(env),
    submissions: wireSubmissionQueue(env),
    clock: systemClock(),
    ids: randomIds(),
    links: hmacLinks({ baseUrl: env.PUBLIC_URL, keys }),
    /** Absent: no mails are received. */
    replyAddresses: receive === undefined ? undefined : hmacAddresses({ base: receive, keys }),
    metrics: embeddedMetrics(env.DEPLOYMENT),
    log,
  };
}
