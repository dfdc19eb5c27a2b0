/** Puts the local system together: the real functions, with the adapters of this machine. */

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hmacFormSeals } from '../adapters/crypto/form-seals.ts';
import { hmacAddresses } from '../adapters/crypto/hmac-addresses.ts';
import { hmacLinks } from '../adapters/crypto/hmac-links.ts';
import { randomIds } from '../adapters/crypto/random-ids.ts';
import { sesMailer } from '../adapters/ses/ses-mailer.ts';
import type { Database } from '../adapters/sqlite/open-database.ts';
import { openTable } from '../adapters/sqlite/open-table.ts';
import { tableAlarms } from '../adapters/table/alarms.ts';
import { tableBusinessStore } from '../adapters/table/business-store.ts';
import { tableContactStore } from '../adapters/table/contact-store.ts';
import { tableDeskNews } from '../adapters/table/desk-news.ts';
import { tableDeskSessions } from '../adapters/table/desk-sessions.ts';
import { tableDigestAnswers } from '../adapters/table/digest-answers.ts';
import { tableDigestLog } from '../adapters/table/digest-log.ts';
import { tableDueChases } from '../adapters/table/due-chases.ts';
import { tableFormLog } from '../adapters/table/form-log.ts';
import { tableHealth } from '../adapters/table/health.ts';
import { tableHeldDeliveries } from '../adapters/table/held-deliveries.ts';
import { tableHookStore } from '../adapters/table/hook-store.ts';
import { tableIntakeLog } from '../adapters/table/intake-log.ts';
import { tableLeadSearch } from '../adapters/table/lead-search.ts';
import { tableLeadStore } from '../adapters/table/lead-store.ts';
import { tableLimits } from '../adapters/table/limits.ts';
import { tableMailLog } from '../adapters/table/mail-log.ts';
import { tablePasskeys } from '../adapters/table/passkeys.ts';
import { tablePushSubscriptions } from '../adapters/table/push-subscriptions.ts';
import { tableSearchUpgrade } from '../adapters/table/search-upgrade.ts';
import { tableSourceLog } from '../adapters/table/source-log.ts';
import { tableWaitingAlerts } from '../adapters/table/waiting-alerts.ts';
import { webauthnPasskeys } from '../adapters/webauthn/passkey-reader.ts';
import { vapidKeys } from '../adapters/webpush/vapid.ts';
import type { Basics } from '../domain/business/basics.ts';
import type { Change } from '../domain/business/changes.ts';
import { limitsExceeded } from '../domain/business/company-file.ts';
import { deployedBusinessStore } from '../domain/business/deployed-store.ts';
import { emailDomain } from '../domain/business/mail-address.ts';
import { everybody } from '../domain/business/people.ts';
import type { Delivery } from '../domain/inbound/incoming-mail.ts';
import { isWaiting } from '../domain/lead/list.ts';
import { localDate } from '../domain/time/local-time.ts';
import { endOfTime, type Moment } from '../domain/time/moment.ts';
import { actOnLead } from '../functions/act-on-lead/act-on-lead.ts';
import { captureLead } from '../functions/capture-lead/capture-lead.ts';
import { checkHealth } from '../functions/check-health/check-health.ts';
import { storeQueuedSubmission } from '../functions/drain-submissions/store-queued-submission.ts';
import { followUpLead } from '../functions/follow-up-lead/follow-up-lead.ts';
import { keepFound } from '../functions/receive-hook/find-hook.ts';
import { receiveHook } from '../functions/receive-hook/receive-hook.ts';
import type { ReceiveOrHoldDeps } from '../functions/receive-mail/receive-or-hold.ts';
import { type ReconcileLeadsDeps, reconcileLeads } from '../functions/reconcile-leads/reconcile-leads.ts';
import { mailEvent } from '../functions/record-mail-event/mail-event.ts';
import { recordMailEvent } from '../functions/record-mail-event/record-mail-event.ts';
import { sendLists } from '../functions/send-digest/send-lists.ts';
import { loginLink } from '../functions/serve-desk/log-in.ts';
import { serveDesk } from '../functions/serve-desk/serve-desk.ts';
import { httpHandler } from '../functions/shared/http-handler.ts';
import { keepBusiness, withCompany } from '../functions/shared/keep-business.ts';
import { reportUnreadable } from '../functions/shared/report-unreadable.ts';
import { taskHandler } from '../functions/shared/task-handler.ts';
import { showForm } from '../functions/show-form/show-form.ts';
import { showLogo } from '../functions/show-logo/show-logo.ts';
import { taskInput } from '../statemachine/contract.ts';
import { leadLifecycle } from '../statemachine/lead-lifecycle.ts';
import { trackActivity } from './clock/activity.ts';
import { localClock } from './clock/clock.ts';
import { politeness } from './clock/politeness.ts';
import { startSchedules } from './clock/schedules.ts';
import { type Json, localWorkflow } from './clock/workflow.ts';
import { consoleLog as log } from './console-log.ts';
import { type ReadCompanyFile, storeCompanyFile } from './data/company-file.ts';
import type { DataFolder } from './data/data-folder.ts';
import { diskLogoFiles } from './data/disk-logo-files.ts';
import { rememberedBusiness } from './data/remembered-business.ts';
import { keptOffset, linkSecret, openSettings, pushSecret } from './data/settings.ts';
import { openSubmissionSpool } from './data/submission-spool.ts';
import { httpApi, lambdaContext } from './http/gateway.ts';
import type { Answer } from './http/http-server.ts';
import { openAlarmBook } from './mail/alarm-book.ts';
import { openDeliverySpool } from './mail/delivery-spool.ts';
import { diskMailFiles } from './mail/disk-mail-files.ts';
import { localIntake } from './mail/intake.ts';
import { mailEvents } from './mail/mail-events.ts';
import { openMailbox } from './mail/mailbox.ts';
import { openMailboxJson } from './mail/mailbox-json.ts';
import type { OwnAddresses } from './mail/own-addresses.ts';
import { senderTrouble } from './mail/sender-trouble.ts';
import { localSesClient } from './mail/ses-client.ts';
import { sesEndpoint } from './mail/ses-endpoint.ts';
import { settleClaims } from './mail/settle-claims.ts';
import type { AcceptMail } from './mail/smtp-server.ts';
import { noMetrics } from './no-metrics.ts';
import { answerLocally } from './pages/local-api.ts';
import { addWayToLocalPages } from './pages/pages.ts';

export interface Surroundings {
  /** As the company file says. */
  readonly companyFile: ReadCompanyFile;
  /** What only this machine knows of it: its addresses. */
  readonly basics: Basics;
  readonly folder: DataFolder;
  readonly database: Database;
  /** Where the clock starts; absent: where it stood, or the real time. */
  readonly startMs: number | undefined;
  readonly own: OwnAddresses;
  readonly smtpPort: number;
  /** When what happens by the clock on the wall does; default: as in the cloud. */
  readonly schedules?: SchedulePatterns | undefined;
}

/** Minute, hour, day of month, month, day of week; in UTC. */
export interface SchedulePatterns {
  readonly digest: string;
  readonly reconcile: string;
}

const asInTheCloud: SchedulePatterns = { digest: '*/5 * * * *', reconcile: '*/15 * * * *' };

export interface Wired {
  /** What the company file changed of the business since it was taken last. */
  readonly taken: readonly Change[];
  /** What the business says beyond the limits for mails to customers, a line for each. */
  readonly cut: readonly string[];
  readonly answer: Answer;
  readonly acceptMail: AcceptMail;
  now(): string;
  stop(patienceMs: number): Promise<void>;
}

/** Segments of executions that run at once: the database answers several callers faster than one. */
const segmentsAtOnce = 4;

/** As in the cloud. */
const overdueMinutes = 10;

const nearestToZero = (one: number, other: number): number => (Math.abs(one) < Math.abs(other) ? one : other);

const reconcile = (_: unknown, deps: ReconcileLeadsDeps) => reconcileLeads(deps);

/** Resolves as soon as a lead can be captured; what a restart brings back is brought back behind. */
export async function wire(surroundings: Surroundings): Promise<Wired> {
  const { companyFile, basics, folder, database, startMs, own, smtpPort } = surroundings;
  const patterns = surroundings.schedules ?? asInTheCloud;
  const table = openTable(database);
  const settings = openSettings(database);
  const mailbox = openMailbox(database);
  const mailboxJson = await openMailboxJson(join(folder.path, 'mailbox.json'), mailbox);

  const activity = trackActivity();
  const polite = politeness();
  const offset = keptOffset(database, settings);
  const keptMs = offset.offsetMs === undefined ? undefined : Date.now() + offset.offsetMs;
  const clock = localClock({
    startMs: startMs ?? keptMs,
    quiet: activity.quiet,
    keepOffset: offset.keep,
    flushOffset: offset.flush,
  });
  const businesses = rememberedBusiness(tableBusinessStore(table));
  const logos = diskLogoFiles(folder.path);
  if (companyFile.logo) await logos.store(companyFile.logo);
  const taken = await storeCompanyFile(businesses, companyFile.file, clock.now());
  const stored = await businesses.load();
  // Asked for at each use: whoever changes something sees it at once.
  const business = keepBusiness({
    reader: businesses,
    basics,
    basicsSuffice: false,
    nowMs: clock.nowMs,
    keptMillis: 0,
    log,
  });
  const domain = emailDomain(basics.mail.from);
  const mailLog = tableMailLog(table);
  const onAccepted = mailEvents({
    record: (event) => withCompany(recordMailEvent)(mailEvent.parse(event), deps),
    mailLog,
    now: clock.now,
    activity,
    log,
  });
  const sender = senderTrouble();
  const endpoint = sesEndpoint({ mailbox, domain, now: clock.now, trouble: sender.refusal, onAccepted });
  const ses = localSesClient(endpoint);
  const keys = { current: { id: 'local', secret: await linkSecret(settings) } };
  const mailFiles = diskMailFiles({
    folder: folder.incomingMails,
    addressOf: (id, part, query) => `${basics.publicUrl}/_local/files/${id}/${part}?${query}`,
    now: clock.now,
  });
  const hooks = tableHookStore(table);
  const alarmBook = openAlarmBook(database, clock.now);
  const onUnreadable = reportUnreadable(log);
  const ownPushKeys = vapidKeys(await pushSecret(settings));
  const leads = tableLeadStore(table, { onUnreadable });
  const ports = {
    leads,
    search: tableLeadSearch(table, leads, { onUnreadable }),
    contacts: tableContactStore(table),
    sessions: tableDeskSessions(table),
    passkeys: tablePasskeys(table),
    passkeyReader: webauthnPasskeys(),
    waitMillis: sleep,
    businesses: deployedBusinessStore(businesses, basics),
    searchUpgrade: tableSearchUpgrade(table),
    mailLog,
    digestLog: tableDigestLog(table),
    digestAnswers: tableDigestAnswers(table),
    mailer: sesMailer({ client: ses }),
    intake: tableIntakeLog(table),
    sources: tableSourceLog(table),
    hooks,
    findHook: keepFound(hooks.find),
    // Senders live in real time, whatever the clock here says.
    ageMs: (atMs: number) => nearestToZero(clock.nowMs() - atMs, Date.now() - atMs),
    limits: tableLimits(table),
    waiting: tableWaitingAlerts(table, { onUnreadable }),
    dueChases: tableDueChases(table, { onUnreadable }),
    news: tableDeskNews(table),
    channels: alarmBook,
    subscriptions: tablePushSubscriptions(table),
    pushKey: () => ownPushKeys.publicKey,
    heldDeliveries: tableHeldDeliveries(table, { onUnreadable }),
    alarms: tableAlarms(table),
    mailFiles,
    replyAddresses: hmacAddresses({ base: basics.mail.receive ?? basics.mail.from, keys }),
    links: hmacLinks({ baseUrl: basics.publicUrl ?? '', keys }),
    seals: hmacFormSeals({ keys: async () => keys }),
    formLog: tableFormLog(table),
    ids: randomIds(),
    clock,
    business,
    storedSince: business.since,
    metrics: noMetrics,
    log,
  };

  const settled = Promise.withResolvers<void>();
  const followUp = taskHandler({
    name: 'follow-up-lead',
    input: taskInput,
    wire: () => ports,
    handle: withCompany(followUpLead),
  });
  const workflow = localWorkflow({
    definition: leadLifecycle('arn:aws:lambda:local:000000000000:function:follow-up-lead'),
    task: (input) => followUp(input, lambdaContext) as Promise<Json>,
    clock,
    activity,
    concurrency: () => polite.mayRun(segmentsAtOnce),
    ready: settled.promise,
    onFailure: ({ name, state }, fault) => console.error(`Execution ${name} failed in ${state}: ${fault}`),
  });
  const submissions = openSubmissionSpool({
    folder: folder.submissions,
    store: (submission) => withCompany(storeQueuedSubmission)(submission, { ...ports, workflow }),
    activity,
    ready: settled.promise,
    log,
  });
  const deps = { ...ports, workflow, submissions };
  const receive = async (delivery: Delivery, heldSince?: Moment) => {
    // Loaded with the first mail: a quarter of a second that nobody waits for at the start.
    const [{ receiveOrHold }, { readMail }] = await Promise.all([
      import('../functions/receive-mail/receive-or-hold.ts'),
      import('../adapters/mime/read-mail.ts'),
    ]);
    return withCompany((one: Delivery, wired: ReceiveOrHoldDeps) => receiveOrHold(one, wired, heldSince))(
      delivery,
      { ...deps, readMail },
    );
  };
  const incoming = localIntake({
    spool: openDeliverySpool(folder.spool, log),
    async keep(deliveryId, raw) {
      await mailFiles.keep(deliveryId, raw);
      // With the moment it came in: the clock of the next start is never before it.
      await offset.flush();
    },
    isKept: async (deliveryId) => (await mailFiles.load(deliveryId)) !== undefined,
    receive,
    clock,
    activity,
    ready: settled.promise,
    mayRun: () => polite.mayRun(1) > 0,
    log,
  });
  const askForDigest = (input: { readonly force?: true }) => withCompany(sendLists)(input, deps);

  const restore = async () => {
    const company = await business.company();
    const people = everybody(company).map(({ key }) => key);
    await settleClaims({ ...ports, mailbox }, localDate(clock.now(), company.timeZone), people);
    settled.resolve();
    startSchedules({
      schedules: [
        { name: 'send-digest', pattern: patterns.digest, run: () => askForDigest({}) },
        {
          name: 'reconcile-leads',
          pattern: patterns.reconcile,
          run: () => withCompany(reconcile)(undefined, { ...deps, deliveryQueue: incoming, overdueMinutes }),
        },
        {
          name: 'expire-items',
          pattern: '0 3 * * 0',
          run: () => table.deleteExpired(clock.nowMs()),
        },
      ],
      clock,
      activity,
      onFailure: (name, error) => log.error(`${name} failed`, error),
    });
    // What was due while nothing ran here.
    activity.track(askForDigest({}).catch((error: unknown) => log.error('send-digest failed', error)));
    for await (const lead of ports.leads.eachOverdue(endOfTime)) if (isWaiting(lead)) workflow.resume(lead);
    await incoming.resume();
    submissions.resume();
    // Half a second of loading, now that nobody waits for it.
    await import('aws-local-stepfunctions');
  };
  activity.track(
    restore().catch((error: unknown) => {
      // Running on without timers would look well and forget every lead.
      const why = error instanceof Error ? error.message.split('\n')[0] : error;
      console.error(
        `The leads in ${folder.path} could not be given their timers back: ${why}. Nothing was deleted; start again, or put back a copy of the folder.`,
      );
      process.exit(1);
    }),
  );

  const publicUrl = basics.publicUrl ?? '';
  const deskDeps = { ...deps, publicUrl, secure: publicUrl.startsWith('https:') };
  const formDeps = { ...deps, newSubmissionId: randomUUID };
  const answerPublicly = httpApi({
    clock,
    activity,
    routes: [
      {
        methods: ['GET', 'HEAD'],
        path: '/',
        handler: httpHandler({
          name: 'show-form',
          wire: () => formDeps,
          handle: async (request) => addWayToLocalPages(await withCompany(showForm)(request, formDeps)),
        }),
      },
      {
        methods: ['GET', 'HEAD'],
        path: '/assets/{name}',
        handler: httpHandler({ name: 'show-form', wire: () => formDeps, handle: withCompany(showForm) }),
      },
      {
        methods: ['GET', 'HEAD'],
        path: '/logo/{name}',
        handler: httpHandler({
          name: 'show-logo',
          wire: () => ({ logos }),
          handle: showLogo,
        }),
      },
      {
        methods: ['GET', 'HEAD'],
        path: '/health',
        handler: httpHandler({
          name: 'check-health',
          wire: () => ({ store: tableHealth(table), log }),
          handle: checkHealth,
        }),
      },
      {
        methods: ['POST', 'OPTIONS'],
        path: '/leads',
        handler: httpHandler({ name: 'capture-lead', wire: () => deps, handle: withCompany(captureLead) }),
      },
      {
        methods: ['POST', 'PUT', 'PATCH', 'GET', 'HEAD', 'OPTIONS'],
        path: '/hooks/{sender}/{secret}',
        handler: httpHandler({ name: 'receive-hook', wire: () => deps, handle: withCompany(receiveHook) }),
      },
      {
        methods: ['GET', 'HEAD', 'POST'],
        path: '/a/{token}',
        handler: httpHandler({ name: 'act-on-lead', wire: () => deps, handle: withCompany(actOnLead) }),
      },
      ...['/desk', '/desk/', '/desk/{path+}'].map((path) => ({
        methods: ['ANY'],
        path,
        handler: httpHandler({ name: 'serve-desk', wire: () => deskDeps, handle: withCompany(serveDesk) }),
      })),
    ],
  });
  const localApiDeps = {
    ...deps,
    mailbox,
    mailboxJson,
    sender,
    table,
    incoming,
    own,
    smtpPort,
    onUnreadable,
    logos,
    publicUrl,
    loginLink,
    alarmBook,
    sendDigest: () => askForDigest({ force: true }),
  };

  return {
    async answer(request, response) {
      const { url: address = '/' } = request;
      const url = address.includes('/_local') ? new URL(address, 'http://localhost') : undefined;
      if (!url || !/^\/_local(\/|$)/.test(url.pathname))
        return polite.answering(answerPublicly(request, response));
      const call = { request, response, path: url.pathname, query: url.searchParams };
      return withCompany(answerLocally)(call, localApiDeps);
    },
    taken,
    cut: stored ? limitsExceeded(stored.file) : [],
    acceptMail: incoming.accept,
    now: clock.now,
    async stop(patienceMs) {
      clock.stop();
      const stopped = Promise.all([workflow.stop(), incoming.stop(), submissions.stop()]);
      await Promise.race([stopped, sleep(patienceMs, undefined, { ref: false })]);
      await mailboxJson.close();
    },
  };
}
