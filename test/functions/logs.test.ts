/**
 * What functions print holds no names, addresses or words of people: each one runs in its real frame with the real
 * logger and the real metrics, over requests, mails and leads that are full of seeds, well and in every way it can fail.
 */
import type { APIGatewayProxyEventV2, Context, SQSEvent } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { parseItem } from '../../adapters/dynamodb/parse-item.ts';
import { readMail } from '../../adapters/mime/read-mail.ts';
import { capturedSubmissionSchema } from '../../domain/capture/captured-submission.ts';
import { type Lead, leadSchema } from '../../domain/lead/lead.ts';
import { leadSummarySchema } from '../../domain/lead/summary.ts';
import { actOnLead } from '../../functions/act-on-lead/act-on-lead.ts';
import { captureLead } from '../../functions/capture-lead/capture-lead.ts';
import { checkHealth } from '../../functions/check-health/check-health.ts';
import { storeQueuedSubmission } from '../../functions/drain-submissions/store-queued-submission.ts';
import { followUpLead } from '../../functions/follow-up-lead/follow-up-lead.ts';
import { handleNotice } from '../../functions/receive-mail/handle-notice.ts';
import { mailNotice } from '../../functions/receive-mail/mail-notice.ts';
import { reconcileLeads } from '../../functions/reconcile-leads/reconcile-leads.ts';
import { mailEvent } from '../../functions/record-mail-event/mail-event.ts';
import { recordMailEvent } from '../../functions/record-mail-event/record-mail-event.ts';
import { sendDigest } from '../../functions/send-digest/send-digest.ts';
import { captureCallLink, rescueLink, stopLink, viewLink } from '../../functions/shared/action-links.ts';
import { httpHandler } from '../../functions/shared/http-handler.ts';
import type { Log } from '../../functions/shared/logger.ts';
import { embeddedMetrics } from '../../functions/shared/metrics.ts';
import { queueHandler } from '../../functions/shared/queue-handler.ts';
import { taskHandler } from '../../functions/shared/task-handler.ts';
import { showForm } from '../../functions/show-form/show-form.ts';
import { taskInput } from '../../statemachine/contract.ts';
import { functionNames } from '../infra/a-stack.ts';
import { aRawMail, mailbox } from '../support/a-raw-mail.ts';
import { monday10, when } from '../support/a-walk.ts';
import { aWorld, type World } from '../support/a-world.ts';
import { aCompany } from '../support/company.ts';
import { dataPointsIn, isEmbedded } from '../support/embedded-metrics.ts';
import { printedBy } from '../support/printed.ts';
import {
  person,
  quotingSes,
  seededLead,
  seededSubmission,
  seeds,
  seedsIn,
  silentSes,
  throws,
} from '../support/seeds.ts';
import { link } from './act-on-lead/a-phone.ts';

const corrupt = async (): Promise<never> =>
  parseItem(
    leadSchema,
    { ...seededLead(), stage: person.name, [person.email]: 1 },
    'Lead 7K2M9QX4TD',
  ) as never;
const corruptSummary = async (): Promise<never> =>
  parseItem(leadSummarySchema, { id: person.name, name: 7 }, 'Summary of lead 7K2M9QX4TD') as never;

const call = { getRemainingTimeInMillis: () => 20_000 } as Context;
const lastMoment = { getRemainingTimeInMillis: () => 1_001 } as Context;

/** A call of a function. Its result, if it is a text, must not stand in the log either. */
type Case = () => Promise<unknown>;

const metrics = embeddedMetrics('muster-prod');
const seededWorld = async (leads: readonly Lead[] = [seededLead()]): Promise<World> => {
  const world = await aWorld({ leads });
  await world.contacts.linkLead({ kind: 'email', value: person.email }, seededLead().id);
  return world;
};

interface Sent {
  readonly method?: string;
  readonly url?: string;
  readonly token?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

function anEvent({ method = 'GET', url = '/', token, headers = {}, body }: Sent): APIGatewayProxyEventV2 {
  const { pathname, search } = new URL(url, 'https://anfrage.example');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers,
    isBase64Encoded: false,
    requestContext: { http: { method } } as APIGatewayProxyEventV2['requestContext'],
    ...(token !== undefined && { pathParameters: { token } }),
    ...(body !== undefined && { body }),
  };
}

/** The lines a rejected call leaves in the log besides ours: Lambda writes them itself. */
async function asLambda<T>(running: Promise<T>): Promise<T | undefined> {
  try {
    return await running;
  } catch (thrown) {
    const { name, message, stack, cause } = thrown as Error;
    process.stdout.write(`${JSON.stringify({ lambda: [name, message, stack, cause] })}\n`);
    return undefined;
  }
}

const capture =
  (
    sent: Sent,
    overrides: Partial<World> = {},
    { context = call, times = 1, status }: { context?: Context; times?: number; status?: number } = {},
  ): Case =>
  async () => {
    const world = await seededWorld([]);
    const wire = (log: Log) => ({ ...world, metrics, log, ...overrides });
    const handler = httpHandler({ name: 'capture-lead', wire, handle: captureLead });
    const event = anEvent({ method: 'POST', url: '/leads', ...sent });
    for (let index = 0; index < times; index++) {
      const answer = await asLambda(handler(event, context));
      if (status !== undefined) expect(answer?.statusCode).toBe(status);
    }
  };
const json = (value: unknown): Sent => ({
  headers: { 'content-type': 'application/json', referer: `https://muster.test/?q=${person.name}` },
  body: JSON.stringify(value),
});
const urlencoded = (fields: Record<string, string>): Sent => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
  body: new URLSearchParams(fields).toString(),
});
const damagedMultipart = `--b\r\nContent-Disposition: form-data; name="message"\r\n\r\n${person.message}`;

const act =
  (
    urlOf: (world: World, lead: Lead) => string,
    sent: Sent = {},
    overrides: (world: World) => object = () => ({}),
    { status }: { status?: number } = {},
  ): Case =>
  async () => {
    const world = await seededWorld();
    const url = urlOf(world, seededLead());
    const token = url.replace(/^.*\/a\//, '').replace(/\?.*$/, '');
    const wire = (log: Log) => ({ ...world, metrics, log, ...overrides(world) });
    const handler = httpHandler({ name: 'act-on-lead', wire, handle: actOnLead });
    const post = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    const event = anEvent({ ...(sent.body !== undefined && post), ...sent, url, token });
    const answer = await asLambda(handler(event, call));
    if (status !== undefined) expect(answer?.statusCode).toBe(status);
    // Whoever has the token can act for the owner.
    return token;
  };

function task<I extends z.ZodType>(
  name: string,
  input: I,
  handle: (input: z.output<I>, deps: never) => Promise<unknown>,
  given: unknown,
) {
  return (
    overrides: (world: World) => object = () => ({}),
    { lead = seededLead(), at = monday10, context = call } = {},
  ) =>
    async () => {
      const world = await seededWorld([lead]);
      world.clock.set(at);
      const wire = (log: Log) => ({ ...world, metrics, log, ...overrides(world) });
      const handler = taskHandler({ name, input, wire, handle: handle as never });
      await asLambda(handler(given, context));
    };
}
const follow = task('follow-up-lead', taskInput, followUpLead, { leadId: seededLead().id, generation: 1 });
const digest = task('send-digest', z.object({}), sendDigest, {});
const reconcile = task('reconcile-leads', z.unknown(), (_input, deps) => reconcileLeads(deps), {});
const leadsThat = (broken: object) => (world: World) => ({ leads: { ...world.leads, ...broken } });
const spam = seededLead({ id: '7K2M9QX4TE', spam: true });
const overdue = seededLead({ dueAt: '2026-11-23T08:00:00.000Z' });

function queue<M extends z.ZodType>(
  name: string,
  message: M,
  handle: (message: z.output<M>, deps: never) => Promise<unknown>,
) {
  return (
    body: (world: World) => string | readonly string[],
    prepare: (world: World) => void | Promise<void> = () => {},
    overrides: (world: World) => object = () => ({}),
    {
      lead = seededLead(),
      context = call,
      fails,
    }: { lead?: Lead; context?: Context; fails?: number | undefined } = {},
  ): Case =>
    async () => {
      const world = await seededWorld([lead]);
      await prepare(world);
      const wire = (log: Log) => ({ ...world, readMail, metrics, log, ...overrides(world) });
      const handler = queueHandler({ name, message, wire, handle: handle as never });
      const Records = [body(world)].flat().map((text) => ({ messageId: 'message-1', body: text }));
      const answer = await asLambda(handler({ Records } as SQSEvent, context));
      if (fails !== undefined) expect(answer?.batchItemFailures).toHaveLength(fails);
    };
}
const receive = queue('receive-mail', mailNotice, handleNotice);
const record = queue('record-mail-event', mailEvent, recordMailEvent);
const drainAll = queue('drain-submissions', capturedSubmissionSchema, storeQueuedSubmission);
const drain = (
  bodies: readonly unknown[],
  fails: number | undefined,
  overrides?: (world: World) => object,
  context: Context = call,
): Case =>
  drainAll(() => bodies.map((body) => JSON.stringify(body)), undefined, overrides, { fails, context });
const late = seededSubmission();
const corrected = seededSubmission({
  facts: { ...late.facts, request: { ...late.facts.request, message: 'Auch im Samowar' } },
});

const owner = aCompany().owner.email[0] ?? '';
const arrived = () => notice();
const notice = (verdicts: Record<string, string> = {}, to = mailbox, source = person.email) =>
  JSON.stringify({
    notificationType: 'Received',
    mail: { messageId: 'delivery-1', source, destination: [to], commonHeaders: { subject: person.message } },
    receipt: {
      timestamp: monday10,
      recipients: [to],
      ...Object.fromEntries(
        ['spam', 'virus', 'spf', 'dkim', 'dmarc'].map((one) => [
          `${one}Verdict`,
          { status: verdicts[one] ?? 'PASS' },
        ]),
      ),
      action: { type: 'S3', bucketName: 'mails', objectKey: 'mail/delivery-1' },
    },
  });
const letter = (
  headers: Record<string, string> = {},
  text = `${person.message}\n\n${person.name}\n${person.phone}`,
) =>
  aRawMail({
    headers: { From: `"${person.name}" <${person.email}>`, Subject: person.message, ...headers },
    text,
    files: { [`grundriss-${person.name}.txt`]: { contentType: 'text/plain', content: person.message } },
  });
const keeps = (raw: Uint8Array) => (world: World) => world.mailFiles.keep('delivery-1', raw, monday10);
const plainLetter = (headers: Record<string, string>, text: string) =>
  aRawMail({ headers: { From: `"${person.name}" <${person.email}>`, Subject: 'x', ...headers }, text });

const fate = (event: object) => () => JSON.stringify({ mail: { messageId: 'message-1' }, ...event });
const sentBefore = async (world: World) => {
  await world.mailLog.claim({ leadId: seededLead().id, key: 'g1#new#1', to: 'customer' }, monday10);
  await world.mailLog.markSent(seededLead().id, 'g1#new#1', 'message-1', monday10);
};
const bounced = fate({
  eventType: 'Bounce',
  bounce: {
    bounceType: 'Permanent',
    bouncedRecipients: [
      { emailAddress: person.email, diagnosticCode: `smtp; 550 ${person.email} unknown to ${person.name}` },
    ],
  },
});

const phoneCall: Sent = { body: new URLSearchParams({ ...person, urgency: 'soon' }).toString() };
const storesNothing: Partial<World> = {
  leads: { add: throws } as never,
  submissions: { put: throws } as never,
};

const cases: Readonly<Record<string, Readonly<Record<string, Case>>>> = {
  'capture-lead': {
    'a request': capture(json(person)),
    'the same again': capture(json(person), {}, { times: 2 }),
    'a correction': async () => {
      const world = await seededWorld([]);
      const wire = (log: Log) => ({ ...world, metrics, log });
      const handler = httpHandler({ name: 'capture-lead', wire, handle: captureLead });
      for (const message of [person.message, 'Auch im Samowar']) {
        const sent = json({ ...person, message, submissionId: person.name });
        await asLambda(handler(anEvent({ method: 'POST', url: '/leads', ...sent }), call));
      }
    },
    'a form without a script': capture(urlencoded({ ...person, Haarriss: 'ja' })),
    'a robot': capture(json({ ...person, website: `https://${person.email}` })),
    'an address that is none': capture(json({ ...person, email: `${person.name}@`, phone: 'Samowar' })),
    'nothing that it can read': capture({ ...json({}), body: `{"name":"${person.name}",` }),
    'a form that breaks off': capture({
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: damagedMultipart,
    }),
    'a type nobody knows': capture({ headers: { 'content-type': person.name }, body: person.message }),
    'far too much': capture(json({ ...person, message: person.message.repeat(9_000) })),
    'a table that is down': capture(json(person), { leads: { add: throws } as never }, { status: 200 }),
    'a table and a queue that are down': capture(json(person), storesNothing, { status: 503 }),
    'the same, for a form without a script': capture(
      urlencoded({ ...person, Haarriss: 'ja' }),
      storesNothing,
      {
        status: 503,
      },
    ),
    'a workflow that does not start': capture(json(person), {
      workflow: { begin: throws, end: throws } as never,
    }),
    'a table that never answers': capture(
      json(person),
      { leads: { add: () => new Promise(() => {}) } as never },
      { context: lastMoment },
    ),
    'a start that fails': async () => {
      const handler = httpHandler({ name: 'capture-lead', wire: throws as never, handle: captureLead });
      await asLambda(handler(anEvent({ method: 'POST', ...json(person) }), call));
    },
  },
  'drain-submissions': {
    'a request that comes late': drain([late], 0),
    'the same again': drain([late, late], 0),
    'a request that its correction overtook': drain([corrected, { ...late, leadId: '7K2M9QX4TG' }], 0),
    'a request that was erased in between': drain(
      [late, late],
      0,
      leadsThat({ load: async () => undefined }),
    ),
    'a table that stores nothing': drain([late], 1, leadsThat({ add: throws })),
    'a table that is down': drain([late], 1, leadsThat({ load: throws })),
    'a table that never answers': drain(
      [late],
      undefined,
      leadsThat({ load: () => new Promise(() => {}) }),
      lastMoment,
    ),
    'an item that is damaged': drain([late], 1, leadsThat({ load: corrupt })),
    'a correction that cannot be stored': drain(
      [late, { ...corrected, leadId: '7K2M9QX4TG' }],
      1,
      leadsThat({ save: throws }),
    ),
    'a workflow that does not start': drain([late], 0, () => ({ workflow: { begin: throws, end: throws } })),
    'a message that is none': drain([person], 1),
    'a message that is broken': drainAll(() => `{"name":"${person.name}`, undefined, undefined, {
      fails: 1,
    }),
    'a message of a later version': drain([{ ...late, schemaVersion: 2 }], 1),
    'a message that knows more': drain([{ ...late, [person.email]: person.message }], 1),
    'a message with details that are none': drain(
      [{ ...late, leadId: person.name, capturedAt: person.message, facts: { contact: person.name } }],
      1,
    ),
    'a start that fails': async () => {
      const handler = queueHandler({
        name: 'drain-submissions',
        message: capturedSubmissionSchema,
        wire: throws as never,
        handle: storeQueuedSubmission,
      });
      const Records = [{ messageId: 'message-1', body: JSON.stringify(late) }];
      await asLambda(handler({ Records } as SQSEvent, call));
    },
  },
  'show-form': {
    'a visitor': async () => {
      const wire = () => ({ company: aCompany(), newSubmissionId: () => 'id' });
      const handler = httpHandler({ name: 'show-form', wire, handle: showForm });
      const url = `/?utm_source=${person.name}&page=${person.email}`;
      await asLambda(handler(anEvent({ url, headers: { referer: person.email } }), call));
    },
    'a start that fails': async () => {
      const handler = httpHandler({ name: 'show-form', wire: throws as never, handle: showForm });
      await asLambda(handler(anEvent({ url: `/?page=${person.email}` }), call));
    },
  },
  'check-health': {
    'a table that is down': async () => {
      const wire = (log: Log) => ({ log, store: { check: throws } });
      const handler = httpHandler({ name: 'check-health', wire, handle: checkHealth });
      await asLambda(handler(anEvent({ url: '/health' }), call));
    },
  },
  'act-on-lead': {
    'a look': act((world, lead) => viewLink(world.links, lead.id, monday10)),
    'a tap': act((world, lead) => link(world, lead, 'reached'), { body: '' }),
    'a tap with words': act((world, lead) => link(world, lead, 'lose'), {
      body: new URLSearchParams({ reason: person.message }).toString(),
    }),
    'other details': act((world, lead) => link(world, lead, 'refine'), {
      body: new URLSearchParams({ ...person, email: `neu.${person.email}` }).toString(),
    }),
    'details that are none': act((world, lead) => link(world, lead, 'refine'), {
      body: new URLSearchParams({ ...person, email: person.name }).toString(),
    }),
    'an erasure': act((world, lead) => link(world, lead, 'erase'), { body: 'sure=yes' }),
    'a phone call': act((world) => captureCallLink(world.links, monday10), phoneCall),
    'a phone call of nobody': act((world) => captureCallLink(world.links, monday10), {
      body: new URLSearchParams({ name: person.name, phone: 'Samowar' }).toString(),
    }),
    'a phone call while the table is down': act(
      (world) => captureCallLink(world.links, monday10),
      phoneCall,
      leadsThat({ add: throws }),
      { status: 200 },
    ),
    'a phone call while the table and the queue are down': act(
      (world) => captureCallLink(world.links, monday10),
      phoneCall,
      () => storesNothing,
      { status: 503 },
    ),
    'no more mails': act((world, lead) => stopLink(world.links, lead.id, monday10), { body: '' }),
    'no spam after all': act(
      (world) => rescueLink(world.links, spam.id, monday10),
      { body: '' },
      leadsThat({ loadSpam: async () => spam }),
    ),
    'a token somebody made up': act(() => `https://anfrage.example/a/${encodeURIComponent(person.name)}`),
    'a table that is down': act(
      (world, lead) => link(world, lead, 'reached'),
      { body: '' },
      leadsThat({ load: throws }),
    ),
    'an item that is damaged': act(
      (world, lead) => link(world, lead, 'reached'),
      { body: '' },
      leadsThat({ load: corrupt }),
    ),
    'a table that stores nothing': act(
      (world, lead) => link(world, lead, 'reached'),
      { body: '' },
      leadsThat({ save: throws }),
    ),
    'timers that neither start nor stop': act(
      (world, lead) => link(world, lead, 'reached'),
      { body: '' },
      () => ({ workflow: { begin: throws, end: throws } }),
    ),
    'files that are not found': act(
      (world, lead) => `${viewLink(world.links, lead.id, monday10)}?mail=${encodeURIComponent(person.name)}`,
    ),
  },
  'follow-up-lead': {
    'a fresh lead': follow(),
    'a mail that SES refuses for now': follow(() => ({ mailer: quotingSes('Throttling', 400) })),
    'a mail that SES rejects': follow(() => ({ mailer: quotingSes('MessageRejected', 400) })),
    'a mail of which SES says nothing': follow(() => ({ mailer: silentSes() })),
    'a mailer that breaks': follow(() => ({ mailer: { send: throws } })),
    'a source that cannot be noted': follow(() => ({ sources: { note: throws } })),
    'a table that is down': follow(leadsThat({ load: throws })),
    'an item that is damaged': follow(leadsThat({ load: corrupt })),
    'a lead that is gone': follow(leadsThat({ load: async () => undefined })),
    'a write that fails': follow(leadsThat({ save: throws })),
    'contacts that fail': follow(() => ({ contacts: { load: throws, linkLead: throws } })),
    'a call nobody foresaw': async () => {
      const handler = taskHandler({
        name: 'follow-up-lead',
        input: taskInput,
        wire: throws as never,
        handle: async () => undefined,
      });
      await asLambda(handler({ leadId: person.name, [person.email]: person.message }, call));
    },
    'a table that never answers': follow(leadsThat({ load: () => new Promise(() => {}) }), {
      context: lastMoment,
    }),
  },
  'send-digest': {
    'a digest': digest(undefined, { at: '2026-11-24T05:30:00.000Z' }),
    'a mail that SES rejects': digest(() => ({ mailer: quotingSes('MessageRejected', 400) })),
    'a mail of which SES says nothing': digest(() => ({ mailer: silentSes() })),
    'a table that is down': digest(leadsThat({ listOpen: throws })),
    'a summary that is damaged': digest(leadsThat({ listOpen: corruptSummary })),
    'a digest that was claimed': digest((world) => ({
      digestLog: { ...world.digestLog, claim: async () => false, find: throws },
    })),
  },
  'reconcile-leads': {
    'a lead without a timer': reconcile(undefined, { lead: overdue }),
    'a lead that cannot be stored': reconcile(leadsThat({ save: throws }), { lead: overdue }),
    'an item that is damaged': reconcile(leadsThat({ load: corrupt }), { lead: overdue }),
    'a list that fails': reconcile(leadsThat({ listOverdue: throws })),
    'a workflow that is down': reconcile(() => ({ workflow: { begin: throws, end: throws } }), {
      lead: overdue,
    }),
  },
  'receive-mail': {
    'a request': receive(arrived, keeps(letter({ From: `${person.name} <neu.${person.email}>` }))),
    'a reply': receive(
      arrived,
      keeps(letter({ 'In-Reply-To': '<message-1@x>', Subject: `Re: ${person.message}` })),
    ),
    spam: receive(
      () => notice({ spam: 'FAIL' }),
      keeps(letter({ From: `${person.name} <x@seedmail.test>` })),
    ),
    'a virus': receive(() => notice({ virus: 'FAIL' }), keeps(letter())),
    'an absence note': receive(arrived, keeps(letter({ 'Auto-Submitted': 'auto-replied' }))),
    'a mail that is damaged': receive(
      arrived,
      keeps(
        Buffer.from(
          `From: =?utf-9?Q?${person.name}\r\nContent-Type: multipart/mixed; boundary=\r\n\r\n--\r\n${person.message}\xff`,
          'latin1',
        ),
      ),
    ),
    'a bounce': receive(
      (world) => notice({}, world.replyAddresses.sign(seededLead().id), ''),
      keeps(
        plainLetter(
          { From: 'MAILER-DAEMON@seedmail.test', 'Auto-Submitted': 'auto-replied', Subject: 'Undelivered' },
          `550 ${person.email} unknown\nFinal-Recipient: rfc822; ${person.email}`,
        ),
      ),
    ),
    'an answer of the owner': receive(
      (world) => notice({}, world.replyAddresses.sign(seededLead().id), owner),
      keeps(plainLetter({ From: owner }, person.message)),
    ),
    'an answer of the owner that SES rejects': receive(
      (world) => notice({}, world.replyAddresses.sign(seededLead().id), owner),
      keeps(plainLetter({ From: owner }, person.message)),
      () => ({ mailer: quotingSes('MessageRejected', 400) }),
    ),
    'an answer to the digest that cannot be confirmed': receive(
      (world) => notice({}, world.replyAddresses.sign('digest-2026-11-23'), owner),
      keeps(plainLetter({ From: owner }, `1 erreicht\n${person.message}`)),
      () => ({ mailer: quotingSes('MessageRejected', 400) }),
    ),
    'a reply to a closed lead that the owner cannot be told of': receive(
      (world) => notice({}, world.replyAddresses.sign(seededLead().id)),
      keeps(letter()),
      () => ({ mailer: quotingSes('MessageRejected', 400) }),
      { lead: when(seededLead(), { type: 'move', to: 'lost', facts: { reason: person.message } }).lead },
    ),
    'a mail that is not there': receive(arrived),
    'a message that is none': receive(() => `{"from":"${person.email}","text":"${person.message}"}`),
    'a message that is broken': receive(() => `{"from":"${person.email}`),
    'a reader that fails': receive(arrived, keeps(letter()), () => ({ readMail: throws })),
    'a table that is down': receive(
      arrived,
      keeps(letter({ From: `${person.name} <neu.${person.email}>` })),
      leadsThat({ add: throws }),
    ),
    'mails that are replayed, one of which fails': receive(
      () => JSON.stringify({ replay: 'missing' }),
      keeps(letter()),
      () => ({ readMail: throws }),
    ),
  },
  'record-mail-event': {
    'a bounce': record(bounced, sentBefore),
    'a complaint': record(
      fate({
        eventType: 'Complaint',
        complaint: { complainedRecipients: [{ emailAddress: person.email }] },
      }),
      sentBefore,
    ),
    'a delay': record(fate({ eventType: 'DeliveryDelay', deliveryDelay: { for: person.email } }), sentBefore),
    'an event that is torn': record(fate({ eventType: 'Bounce', bounce: { for: person.email } }), sentBefore),
    'an event that is broken': record(() => `{"eventType":"Bounce","to":"${person.email}`),
    'contacts that fail': record(bounced, sentBefore, () => ({
      contacts: { suppress: throws, load: throws },
    })),
    'a lead that is damaged': record(bounced, sentBefore, leadsThat({ load: corrupt })),
  },
};

const line = z.looseObject({ level: z.string(), service: z.string(), message: z.string() });

describe.each(functionNames)('%s', (name) => {
  test('is looked at', () => {
    expect(Object.keys(cases[name] ?? {})).not.toHaveLength(0);
  });

  test.each(Object.entries(cases[name] ?? {}))('prints nothing of people: %s', async (_case, run) => {
    let secret: unknown;
    const lines = await printedBy(async () => {
      secret = await run();
    });
    for (const one of lines) {
      if (typeof secret === 'string') expect(one).not.toContain(secret);
      expect(seedsIn(one), one).toEqual([]);
      if (isEmbedded(one)) expect(dataPointsIn(one)).not.toEqual([]);
      else if (!one.startsWith('{"lambda"')) expect(line.parse(JSON.parse(one)).service).toBe(name);
    }
  });
});

test('a seed is found however it is written', () => {
  for (const seed of seeds) {
    for (const before of ['', '1', '12']) {
      const text = Buffer.from(`${before}${seed} und mehr`).toString('base64');
      expect(seedsIn(`x ${text} x`)).not.toEqual([]);
    }
    expect(seedsIn(encodeURIComponent(`und ${seed}`))).not.toEqual([]);
    expect(seedsIn(JSON.stringify({ message: `und ${seed}` }))).not.toEqual([]);
  }
});
