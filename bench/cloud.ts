/** The real functions in one process, each call of theirs metered: what AWS would bill. */

import * as z from 'zod';
import { hmacAddresses } from '../adapters/crypto/hmac-addresses.ts';
import { hmacLinks } from '../adapters/crypto/hmac-links.ts';
import { randomIds } from '../adapters/crypto/random-ids.ts';
import { dynamoContactStore } from '../adapters/dynamodb/contact-store.ts';
import { dynamoDigestLog } from '../adapters/dynamodb/digest-log.ts';
import { dynamoHealth } from '../adapters/dynamodb/health.ts';
import { dynamoIntakeLog } from '../adapters/dynamodb/intake-log.ts';
import { dynamoLeadStore } from '../adapters/dynamodb/lead-store.ts';
import { dynamoMailLog } from '../adapters/dynamodb/mail-log.ts';
import type { TableOptions } from '../adapters/dynamodb/open-table.ts';
import { dynamoSourceLog } from '../adapters/dynamodb/source-log.ts';
import { memoryMailFiles } from '../adapters/memory/memory-mail-files.ts';
import { memorySubmissionQueue } from '../adapters/memory/memory-submission-queue.ts';
import { readMail } from '../adapters/mime/read-mail.ts';
import { sesMailer } from '../adapters/ses/ses-mailer.ts';
import type { Action } from '../domain/lead/action.ts';
import type { MailFiles } from '../domain/ports/mail-files.ts';
import type { Workflow } from '../domain/ports/workflow.ts';
import { addDuration, laterOf } from '../domain/time/local-time.ts';
import { actOnLead } from '../functions/act-on-lead/act-on-lead.ts';
import { captureLead } from '../functions/capture-lead/capture-lead.ts';
import { checkHealth } from '../functions/check-health/check-health.ts';
import { followUpLead } from '../functions/follow-up-lead/follow-up-lead.ts';
import { mailNotice } from '../functions/receive-mail/mail-notice.ts';
import { workOff } from '../functions/receive-mail/work-off.ts';
import { reconcileLeads } from '../functions/reconcile-leads/reconcile-leads.ts';
import { mailEvent } from '../functions/record-mail-event/mail-event.ts';
import { recordMailEvent } from '../functions/record-mail-event/record-mail-event.ts';
import { sendDigest } from '../functions/send-digest/send-digest.ts';
import { httpHandler } from '../functions/shared/http-handler.ts';
import { embeddedMetrics } from '../functions/shared/metrics.ts';
import { queueHandler } from '../functions/shared/queue-handler.ts';
import { taskHandler } from '../functions/shared/task-handler.ts';
import { showForm } from '../functions/show-form/show-form.ts';
import { lambdaContext } from '../local/gateway.ts';
import { localSesClient } from '../local/local-clients.ts';
import { noFunctionUnits, noUnits, sumOf, type Units } from '../ops/cost/units.ts';
import { taskInput } from '../statemachine/contract.ts';
import { captureOutput } from './capture-output.ts';
import { exampleCompany } from './company.ts';
import type { StorageMeter } from './metered-database.ts';
import { transitionsPerWake, waitingExecutions } from './waiting-executions.ts';

interface HttpCall {
  readonly method: 'GET' | 'POST' | 'OPTIONS';
  readonly route: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A mail that went out: enough to answer it. */
interface SentMail {
  readonly messageId: string;
  readonly to: string;
  readonly replyTo: string;
}

const chunkBytes = 256 * 1024;

export type Cloud = ReturnType<typeof meteredCloud>;

export function meteredCloud(
  table: TableOptions,
  tableUnits: { readonly read: number; readonly write: number },
  storage: StorageMeter,
  startsAt: string,
) {
  let now = startsAt;
  const company = exampleCompany();
  const counted = noUnits();
  const sent: SentMail[] = [];
  const keys = { current: { id: '1', secret: 'x'.repeat(64) } };
  const executions = waitingExecutions();
  /** Metrics of our own that somebody was told, as `<namespace>/<name>`. */
  const customMetrics = new Set<string>();
  /** What the function that runs now has called besides the table. */
  let mailCalls = 0;
  let otherCalls = 0;

  const workflow: Workflow = {
    async begin(leadId, generation) {
      otherCalls += 1;
      // From the start to the first state.
      if (executions.begin({ leadId, generation, dueAt: now })) counted.transitions += 1;
    },
    async end(leadId, generation) {
      otherCalls += 1;
      executions.end({ leadId, generation });
    },
  };

  const files = memoryMailFiles();
  const wrote = (bytes: number) => {
    otherCalls += 1;
    counted.bucketWrites += 1;
    counted.bucketBytes += bytes;
  };
  const mailFiles: MailFiles = {
    ...files,
    load(deliveryId) {
      otherCalls += 1;
      counted.bucketReads += 1;
      return files.load(deliveryId);
    },
    listSince(from) {
      // A list costs like a write.
      wrote(0);
      return files.listSince(from);
    },
    keepFile(deliveryId, file) {
      wrote(file.content.length);
      return files.keepFile(deliveryId, file);
    },
  };

  const ses = localSesClient(async (body) => {
    mailCalls += 1;
    const raw = Buffer.from(new URLSearchParams(body).get('RawMessage.Data') ?? '', 'base64');
    const messageId = `message-${sent.length + 1}`;
    const header = (name: string) =>
      // Long ones go on in the next line.
      new RegExp(`^${name}:\\s*(?:[^\\r\\n]*<)?([^<>\\s]+)`, 'im').exec(raw.toString('latin1'))?.[1] ?? '';
    sent.push({ messageId, to: header('To'), replyTo: header('Reply-To') });
    counted.mailsSent += 1;
    counted.mailBytesSent += raw.length;
    return {
      status: 200,
      body: `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>${messageId}</MessageId></SendRawEmailResult></SendRawEmailResponse>`,
    };
  });

  const links = hmacLinks({ baseUrl: 'https://x0x0x0x0x0.execute-api.eu-central-1.amazonaws.com', keys });
  const ports = {
    leads: dynamoLeadStore(table),
    contacts: dynamoContactStore(table),
    mailLog: dynamoMailLog(table),
    digestLog: dynamoDigestLog(table),
    intake: dynamoIntakeLog(table),
    sources: dynamoSourceLog(table),
    mailer: sesMailer({ client: ses, configurationSet: 'bench' }),
    replyAddresses: hmacAddresses({ base: company.mail.receive ?? company.mail.from, keys }),
    mailFiles,
    readMail,
    workflow,
    links,
    ids: randomIds(),
    clock: { now: () => now },
    company,
    submissions: memorySubmissionQueue(),
    metrics: embeddedMetrics('bench'),
    overdueMinutes: 10,
  };

  const http = {
    '/leads': httpHandler({ name: 'capture-lead', wire: (log) => ({ ...ports, log }), handle: captureLead }),
    '/a/{token}': httpHandler({ name: 'act-on-lead', wire: (log) => ({ ...ports, log }), handle: actOnLead }),
    '/': httpHandler({
      name: 'show-form',
      wire: () => ({ company, newSubmissionId: () => '00000000-0000-4000-8000-000000000000' }),
      handle: showForm,
    }),
    '/health': httpHandler({
      name: 'check-health',
      wire: (log) => ({ store: dynamoHealth(table), log }),
      handle: checkHealth,
    }),
  };
  const functionBehind = {
    '/leads': 'capture-lead',
    '/a/{token}': 'act-on-lead',
    '/': 'show-form',
    '/health': 'check-health',
  } as const;
  const followUp = taskHandler({
    name: 'follow-up-lead',
    input: taskInput,
    wire: (log) => ({ ...ports, log }),
    handle: followUpLead,
  });
  const digest = taskHandler({
    name: 'send-digest',
    input: z.object({}),
    wire: (log) => ({ ...ports, log }),
    handle: sendDigest,
  });
  const reconcile = taskHandler({
    name: 'reconcile-leads',
    input: z.unknown(),
    wire: (log) => ({ ...ports, log }),
    handle: (_, deps) => reconcileLeads(deps),
  });
  const receive = queueHandler({
    name: 'receive-mail',
    message: mailNotice,
    wire: (log) => ({ ...ports, log }),
    handle: workOff,
  });
  const record = queueHandler({
    name: 'record-mail-event',
    message: mailEvent,
    wire: (log) => ({ ...ports, log }),
    handle: recordMailEvent,
  });

  async function metered<T>(name: string, run: () => Promise<T>): Promise<T> {
    const done = counted.functions[name] ?? noFunctionUnits();
    counted.functions[name] = done;
    const calls = storage.calls;
    mailCalls = 0;
    otherCalls = 0;
    const log = captureOutput();
    const cpu = process.threadCpuUsage();
    try {
      return await run();
    } finally {
      const { user, system } = process.threadCpuUsage(cpu);
      const { bytes, metrics } = log.end();
      done.logBytes += bytes;
      for (const metric of metrics) customMetrics.add(metric);
      done.calls += 1;
      done.cpuMillis += (user + system) / 1000;
      done.tableCalls += storage.calls - calls;
      done.mailCalls += mailCalls;
      done.otherCalls += otherCalls;
    }
  }

  async function call({ method, route, token, headers = {}, body }: HttpCall): Promise<string> {
    const path = token === undefined ? route : route.replace('{token}', token);
    const handler = http[route as keyof typeof http];
    const result = await metered(functionBehind[route as keyof typeof http], () =>
      handler(
        {
          version: '2.0',
          routeKey: `${method} ${route}`,
          rawPath: path,
          rawQueryString: '',
          headers: { ...headers },
          ...(token !== undefined && { pathParameters: { token } }),
          requestContext: {
            accountId: '',
            apiId: '',
            domainName: '',
            domainPrefix: '',
            http: { method, path, protocol: 'HTTP/1.1', sourceIp: '', userAgent: '' },
            requestId: '',
            routeKey: `${method} ${route}`,
            stage: '$default',
            time: '',
            timeEpoch: Date.parse(now),
          },
          ...(body !== undefined && { body }),
          isBase64Encoded: false,
        },
        lambdaContext,
      ),
    );
    const answer = result.body ?? '';
    counted.httpCalls += 1;
    counted.httpBytesSent += Buffer.byteLength(answer) + JSON.stringify(result.headers ?? {}).length;
    if ((result.statusCode ?? 500) >= 400)
      throw new Error(`${method} ${route}: ${result.statusCode} ${answer}`);
    return answer;
  }

  const message = (body: unknown) => ({
    Records: [{ messageId: 'm', body: JSON.stringify(body) }],
  });

  /** SES tells of each mail that arrived. */
  let told = 0;
  async function tellOfDeliveries(): Promise<void> {
    for (; told < sent.length; told++) {
      const event = { eventType: 'Delivery', mail: { messageId: sent[told]?.messageId } };
      await worked('record-mail-event', () => record(message(event) as never, lambdaContext));
    }
  }

  async function worked(
    name: string,
    run: () => Promise<{ batchItemFailures: readonly unknown[] }>,
  ): Promise<void> {
    const { batchItemFailures } = await metered(name, run);
    if (batchItemFailures.length > 0) throw new Error(`${name} did not work off its message`);
  }

  return {
    company,
    sent,
    now: () => now,
    leads: ports.leads,
    call,

    /** Moves the clock; what falls due before is done. */
    async workUntil(moment: string): Promise<void> {
      for (;;) {
        await tellOfDeliveries();
        const next = executions.next(moment);
        if (!next) break;
        const { dueAt, ...input } = next;
        now = laterOf(now, dueAt);
        const output = await metered('follow-up-lead', () => followUp(input, lambdaContext));
        counted.transitions += transitionsPerWake;
        executions.goesOn(output);
      }
      now = laterOf(now, moment);
    },

    /** The owner opens a link and presses the button. */
    async tap(leadId: string, action: Action, typed: Readonly<Record<string, string>> = {}): Promise<void> {
      const lead = await ports.leads.load(leadId);
      if (!lead) throw new Error(`No lead ${leadId}`);
      const url = links.sign({
        leadId,
        generation: lead.generation,
        action,
        expiresAt: addDuration(now, 'P60D'),
      });
      const token = url.slice(url.lastIndexOf('/') + 1);
      await call({ method: 'GET', route: '/a/{token}', token, headers: { accept: 'text/html' } });
      await call({
        method: 'POST',
        route: '/a/{token}',
        token,
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(typed).toString(),
      });
      const after = await ports.leads.load(leadId);
      if (after?.version === lead.version) throw new Error(`The tap on ${action} changed nothing`);
    },

    /** A mail comes in, as SES hands it over. */
    async receive(raw: Buffer, from: string, to: string, verdict: 'PASS' | 'FAIL' = 'PASS'): Promise<void> {
      const id = `delivery-${counted.mailsReceived + 1}-${Date.parse(now)}`;
      files.keep(id, raw, now);
      counted.mailsReceived += 1;
      counted.mailChunksReceived += Math.ceil(raw.length / chunkBytes);
      counted.bucketWrites += 1;
      counted.bucketBytes += raw.length;
      const status = { status: verdict };
      const notice = {
        notificationType: 'Received',
        mail: { messageId: id, source: from },
        receipt: {
          timestamp: now,
          recipients: [to],
          spamVerdict: status,
          virusVerdict: { status: 'PASS' },
          spfVerdict: status,
          dkimVerdict: status,
          dmarcVerdict: status,
          action: { type: 'S3', objectKey: `mail/${id}` },
        },
      };
      await worked('receive-mail', () => receive(message(notice) as never, lambdaContext));
    },

    runDigest: () => metered('send-digest', () => digest({}, lambdaContext)),
    runReconciler: () => metered('reconcile-leads', () => reconcile({}, lambdaContext)),

    customMetrics,

    /**
     * All that was used since the start.
     * @throws Error a submission had to wait in its queue: no ordinary day, and nothing here takes it in.
     */
    used(): Units {
      if (ports.submissions.all().length > 0) throw new Error('A submission could not be stored at once');
      return sumOf([
        {
          times: 1,
          units: {
            ...counted,
            tableReads: tableUnits.read + storage.emptyReads,
            tableWrites: tableUnits.write + storage.refusedWrites,
            indexWrites: storage.indexWrites,
            tableBytes: storage.storedBytes(),
          },
        },
      ]);
    },
  };
}
