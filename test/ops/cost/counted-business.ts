/** The real functions over a real table, one lead at a time, counting what AWS would bill. */

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, openTable, type TableOptions } from '../../../adapters/dynamodb/open-table.ts';
import { dynamoClient } from '../../../adapters/dynamodb/table.ts';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { tableAlarms } from '../../../adapters/table/alarms.ts';
import { tableContactStore } from '../../../adapters/table/contact-store.ts';
import { tableDueChases } from '../../../adapters/table/due-chases.ts';
import { tableHookStore } from '../../../adapters/table/hook-store.ts';
import { tableIntakeLog } from '../../../adapters/table/intake-log.ts';
import { tableLeadStore } from '../../../adapters/table/lead-store.ts';
import { tableLimits } from '../../../adapters/table/limits.ts';
import { tableMailLog } from '../../../adapters/table/mail-log.ts';
import { tableSourceLog } from '../../../adapters/table/source-log.ts';
import { tableAttributes } from '../../../adapters/table/table.ts';
import { tableWaitingAlerts } from '../../../adapters/table/waiting-alerts.ts';
import type { Verdict } from '../../../domain/inbound/incoming-mail.ts';
import type { Action } from '../../../domain/lead/action.ts';
import type { MailFiles } from '../../../domain/ports/mail-files.ts';
import type { Workflow } from '../../../domain/ports/workflow.ts';
import { addDuration, laterOf } from '../../../domain/time/local-time.ts';
import { actOnLead } from '../../../functions/act-on-lead/act-on-lead.ts';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { receiveHook } from '../../../functions/receive-hook/receive-hook.ts';
import { receiveMail } from '../../../functions/receive-mail/receive-mail.ts';
import { reconcileLeads } from '../../../functions/reconcile-leads/reconcile-leads.ts';
import { recordMailEvent } from '../../../functions/record-mail-event/record-mail-event.ts';
import type { HttpRequest, HttpResponse } from '../../../functions/shared/http-message.ts';
import { addHook } from '../../../functions/shared/manage-hooks.ts';
import { showForm } from '../../../functions/show-form/show-form.ts';
import type { PerLead } from '../../../ops/cost/units.ts';
import type { TaskInput } from '../../../statemachine/contract.ts';
import { leadLifecycle } from '../../../statemachine/lead-lifecycle.ts';
import { aDelivery, aRawMail, mailbox } from '../../support/a-raw-mail.ts';
import { aFormPost, aJsonPost, aRequest } from '../../support/a-request.ts';
import { aWorld } from '../../support/a-world.ts';

type Used = { -readonly [K in keyof PerLead]: PerLead[K] } & { calls: Record<string, number> };

const transitionsPerWake = statesPerWake();
const chunkBytes = 256 * 1024;

/** The first of a world. */
const leadId = 'TEST000001';
const customer = 'erika@example.org';
const photo = { 'Bad.jpg': { contentType: 'image/jpeg', content: 'p'.repeat(1024 * 1024) } };
/** Headers that servers add on the way. */
const received = Array.from({ length: 6 }, (_, hop) => `from hop${hop}.example; ${'x'.repeat(300)}`);

/** Where requests come in. */
export type Door = 'form' | 'mail' | 'hook';

export type CountedBusiness = Awaited<ReturnType<typeof aCountedBusiness>>;

/** @param endpoint where the table is. */
export async function aCountedBusiness(endpoint: string, tableName: string) {
  const table = { client: dynamoClient({ endpoint }), tableName };
  const used: Used = {
    calls: {},
    tableWrites: 0,
    tableReads: 0,
    tableBytes: 0,
    transitions: 0,
    mailsSent: 0,
    mailsReceived: 0,
    mailChunksReceived: 0,
    httpCalls: 0,
    httpBytesSent: 0,
    bucketWrites: 0,
    bucketReads: 0,
    bucketBytes: 0,
  };
  countUnits(table.client, used);
  const memory = await aWorld();
  const { clock, company, links, mailer } = memory;

  let execution: (TaskInput & { dueAt: string }) | undefined;
  const workflow: Workflow = {
    async begin(leadId, generation) {
      // From the start to the first state.
      used.transitions += 1;
      execution = { leadId, generation, dueAt: clock.now() };
    },
    async end(_, generation) {
      if (execution?.generation === generation) execution = undefined;
    },
  };
  const mailFiles: MailFiles = {
    ...memory.mailFiles,
    load(deliveryId) {
      used.bucketReads += 1;
      return memory.mailFiles.load(deliveryId);
    },
    keepFile(deliveryId, file) {
      used.bucketWrites += 1;
      used.bucketBytes += file.content.length;
      return memory.mailFiles.keepFile(deliveryId, file);
    },
  };
  const hooks = tableHookStore(openTable(table));
  const world = {
    ...memory,
    leads: tableLeadStore(openTable(table)),
    contacts: tableContactStore(openTable(table)),
    mailLog: tableMailLog(openTable(table)),
    intake: tableIntakeLog(openTable(table)),
    sources: tableSourceLog(openTable(table)),
    hooks,
    findHook: hooks.find,
    limits: tableLimits(openTable(table)),
    waiting: tableWaitingAlerts(openTable(table)),
    dueChases: tableDueChases(openTable(table)),
    alarms: tableAlarms(openTable(table)),
    workflow,
    mailFiles,
    readMail,
    newSubmissionId: () => '00000000-0000-4000-8000-000000000000',
  };
  type World = typeof world;

  function call<I, O>(name: string, run: (input: I, deps: World) => Promise<O>, input: I): Promise<O> {
    used.calls[name] = (used.calls[name] ?? 0) + 1;
    used.tableReads += businessReads;
    return run(input, world);
  }

  async function http(
    name: string,
    run: (request: HttpRequest, deps: World) => Promise<HttpResponse>,
    request: HttpRequest,
  ): Promise<void> {
    const { status, headers, body } = await call(name, run, request);
    if (status >= 400) throw new Error(`${name} answered ${status}: ${body}`);
    used.httpCalls += 1;
    used.httpBytesSent += Buffer.byteLength(body) + JSON.stringify(headers).length;
  }

  /** Does what falls due until then, as the state machine would, and tells what became of each mail. */
  async function workUntil(moment: string): Promise<void> {
    for (;;) {
      for (; used.mailsSent < mailer.sent.length; used.mailsSent++) {
        const mail = { messageId: mailer.sent[used.mailsSent]?.messageId ?? '' };
        await call('record-mail-event', recordMailEvent, { type: 'Delivery', mail });
      }
      if (!execution || execution.dueAt > moment) break;
      const { dueAt, ...input } = execution;
      clock.set(laterOf(clock.now(), dueAt));
      used.transitions += transitionsPerWake;
      const output = await call('follow-up-lead', followUpLead, input);
      // Nobody ended it meanwhile.
      if (execution?.generation !== input.generation) continue;
      execution = output.outcome === 'wait' ? { ...input, dueAt: output.dueAt } : undefined;
    }
    clock.set(laterOf(clock.now(), moment));
  }

  async function receive(from: string, to: string, raw: Buffer, spam: Verdict = 'pass'): Promise<void> {
    const delivery = aDelivery(`delivery-${used.mailsReceived}`, {
      receivedAt: clock.now(),
      envelopeFrom: from,
      envelopeTo: [to.toLowerCase()],
    });
    memory.mailFiles.keep(delivery.id, raw, delivery.receivedAt);
    used.mailsReceived += 1;
    used.mailChunksReceived += Math.ceil(raw.length / chunkBytes);
    used.bucketWrites += 1;
    used.bucketBytes += raw.length;
    await call('receive-mail', receiveMail, { ...delivery, verdicts: { ...delivery.verdicts, spam } });
  }

  /** An address for a sender, made long before: it is no part of what a lead uses. */
  async function hook() {
    const before = { ...used };
    const ids = { newLeadId: () => 'TESTTALLY1' };
    const made = await addHook({ sender: 'tally' }, clock.now(), { ...world, ids, publicUrl: '' });
    if ('faults' in made) throw new Error(made.faults.join());
    Object.assign(used, before);
    return { sender: made.sender, secret: made.address.split('/').at(-1) ?? '' };
  }

  const onlyLead = async () => {
    const lead = await world.leads.load(leadId);
    if (!lead) throw new Error('No lead came out of the request');
    return lead;
  };

  return {
    workUntil,

    async request(door: Door, text: string, { isSpam = false } = {}): Promise<void> {
      if (door === 'mail') {
        const raw = aRawMail({
          headers: { From: `Erika Muster <${customer}>`, Received: received },
          text: `${text}\n\nViele Grüße\nErika Muster\nTel. 089 1234567\n`,
          files: isSpam ? {} : photo,
        });
        await receive(customer, mailbox, raw, isSpam ? 'fail' : 'pass');
      } else if (door === 'hook') {
        const fields = { name: 'Erika Muster', email: customer, phone: '089 1234567', message: text };
        await http('receive-hook', receiveHook, { ...aJsonPost(fields), pathParameters: await hook() });
      } else {
        const origin = company.origins[0] ?? '';
        await http('show-form', showForm, aRequest());
        const asks = { origin, 'access-control-request-method': 'POST' };
        await http('capture-lead', captureLead, aRequest({ method: 'OPTIONS', headers: asks }));
        const website = isSpam ? 'https://spam.example' : '';
        const fields = {
          name: 'Erika Muster',
          email: customer,
          phone: '089 1234567',
          message: text,
          website,
        };
        await http('capture-lead', captureLead, aJsonPost(fields, { origin }));
      }
      await workUntil(clock.now());
    },

    /** The owner opens a link and presses the button. */
    async tap(action: Action, typed: Readonly<Record<string, string>> = {}): Promise<void> {
      const before = await onlyLead();
      const { id, generation } = before;
      const url = links.sign({ leadId: id, generation, action, expiresAt: addDuration(clock.now(), 'P60D') });
      const pathParameters = { token: url.slice(url.lastIndexOf('/') + 1) };
      await http('act-on-lead', actOnLead, { ...aRequest(), pathParameters });
      await http('act-on-lead', actOnLead, { ...aFormPost(typed), pathParameters });
      if ((await onlyLead()).version === before.version) throw new Error(`The tap on ${action} did nothing`);
    },

    /** Somebody answers the newest mail that he got. */
    async answer(who: 'customer' | 'owner', text: string): Promise<void> {
      const from = who === 'customer' ? customer : (company.owner.email[0] ?? '');
      const mail = mailer.sent.findLast(({ to }) => to.includes(from));
      if (!mail) throw new Error(`Nothing to answer for the ${who}`);
      const raw = aRawMail({
        headers: {
          From: from,
          To: mail.replyTo,
          Subject: 'AW: Ihre Anfrage',
          'In-Reply-To': `<${mail.messageId}@eu-central-1.amazonses.com>`,
          Received: received,
        },
        text: `${text}\n\nAm 23.11.2026 um 09:00 schrieb Muster Haustechnik:\n${'> So stand es in der E-Mail.\n'.repeat(20)}`,
      });
      await receive(from, mail.replyTo, raw);
      const { timeline } = await onlyLead();
      if (timeline.at(-1)?.type !== `${who}-replied`)
        throw new Error(`The answer of the ${who} was no answer`);
    },

    /** Wakes what was put off. */
    reconcile: () => call('reconcile-leads', (_, deps) => reconcileLeads(deps), undefined),

    /** @returns all that was used, when nothing more happens. @throws Error the lead is still open. */
    async end(): Promise<Used> {
      const lead = await world.leads.load(leadId);
      if (lead && lead.closedAt === undefined) throw new Error(`The lead ends in ${lead.stage}`);
      await workUntil(addDuration(clock.now(), 'P1D'));
      const tableBytes = await storedBytes(table);
      table.client.destroy();
      return { ...used, tableBytes };
    },
  };
}

/** What describes the business is read with each call that comes a minute or more after the last: nearly each. */
const businessReads = 1;

/** How many states the machine enters each time somebody looks at a lead: from the task to the wait or the end. */
function statesPerWake(): number {
  const { StartAt, States } = leadLifecycle(
    'arn:aws:lambda:eu-central-1:000000000000:function:follow-up-lead',
  );
  let state = States[StartAt];
  for (let entered = 1; ; entered++) {
    if (state?.Type === 'Task') state = States[state.Next];
    else if (state?.Type === 'Choice') state = States[state.Choices[0]?.Next ?? ''];
    else return entered;
  }
}

/** Asks the table what each call costs. It counts no index and no query without a result; DynamoDB does. */
function countUnits(client: DynamoDBClient, used: Used): void {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const result = await next({
          ...args,
          input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' },
        } as typeof args);
        const { ConsumedCapacity, Attributes } = result.output as {
          ConsumedCapacity?: { CapacityUnits?: number };
          Attributes?: object;
        };
        const units = ConsumedCapacity?.CapacityUnits ?? 0;
        if (/^(Get|Query)/.test(commandName)) used.tableReads += Math.max(units, 0.5);
        if (/^(Put|Update|Delete)/.test(commandName)) {
          const item = Attributes ?? (args.input as { Item?: object }).Item ?? {};
          // An entry whose keys change is deleted and put anew: an upper bound, for not every write changes them.
          used.tableWrites += units + (tableAttributes.indexPartitionKey in item ? 2 : 0);
        }
        return result;
      },
    { step: 'initialize' },
  );
}

/** DynamoDB's own for each item and each entry of the index. */
const overheadBytes = 100;

/** As JSON without its quotation marks, which is within some percent of what DynamoDB counts. */
async function storedBytes({ client, tableName }: TableOptions): Promise<number> {
  const scans = [{}, { IndexName: tableAttributes.index }].map((which) =>
    documentClient(client).send(new ScanCommand({ TableName: tableName, ...which })),
  );
  const items = (await Promise.all(scans)).flatMap(({ Items = [] }) => Items);
  const sizes = items.map((item) => Buffer.byteLength(JSON.stringify(item).replaceAll('"', '')));
  return sizes.reduce((sum, size) => sum + size + overheadBytes, 0);
}
