/** The whole system as one world has it: the functions over the one table, and everything that calls them. */

import { hashHookSecret } from '../../../adapters/crypto/hook-secret.ts';
import { type MemoryMailFiles, memoryMailFiles } from '../../../adapters/memory/memory-mail-files.ts';
import { tableBusinessStore } from '../../../adapters/table/business-store.ts';
import { tableHookStore } from '../../../adapters/table/hook-store.ts';
import { type Basics, basicsOf } from '../../../domain/business/basics.ts';
import type { Company } from '../../../domain/business/company.ts';
import { capturedSubmissionSchema } from '../../../domain/capture/captured-submission.ts';
import type { Delivery } from '../../../domain/inbound/incoming-mail.ts';
import { MailRefusedError } from '../../../domain/ports/errors.ts';
import type { WaitedDelivery } from '../../../domain/ports/held-deliveries.ts';
import { actOnLead } from '../../../functions/act-on-lead/act-on-lead.ts';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import { storeQueuedSubmission } from '../../../functions/drain-submissions/store-queued-submission.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { receiveHook } from '../../../functions/receive-hook/receive-hook.ts';
import { handleNotice } from '../../../functions/receive-mail/handle-notice.ts';
import {
  type ReconcileLeadsDeps,
  reconcileLeads,
} from '../../../functions/reconcile-leads/reconcile-leads.ts';
import type { MailEvent } from '../../../functions/record-mail-event/mail-event.ts';
import { recordMailEvent } from '../../../functions/record-mail-event/record-mail-event.ts';
import { sendLists } from '../../../functions/send-digest/send-lists.ts';
import type { HttpRequest, HttpResponse } from '../../../functions/shared/http-message.ts';
import { withCompany } from '../../../functions/shared/keep-business.ts';
import { type UndoStepDeps, undoStep } from '../../../functions/shared/steps/undo-step.ts';
import { taskInput, taskOutput } from '../../../statemachine/contract.ts';
import { leadLifecycle } from '../../../statemachine/lead-lifecycle.ts';
import { aCompany, aCompanyFile } from '../../support/company.ts';
import type { Chronicle } from '../engine/chronicle.ts';
import type { Weather } from '../engine/faults.ts';
import { minuteMs, type Plan } from '../engine/plan.ts';
import type { Scheduler } from '../engine/scheduler.ts';
import { caller } from './calls.ts';
import { type ClockWork, startClockWork } from './clock-work.ts';
import { type Execution, type Executions, executions } from './executions.ts';
import { type FunctionName, type Functions, functions, nameOf } from './functions.ts';
import { type MemoryTable, memoryTable } from './memory-table.ts';
import { type Post, post, type SentMail } from './post.ts';
import { type Process, wireProcess } from './process.ts';
import { type Queue, queue } from './queues.ts';

export type Door = 'capture-lead' | 'receive-hook' | 'act-on-lead';

/** A message of the queue of incoming mails: one that came in, or those that waited. */
export type IncomingMails = { readonly delivery: Delivery } | { readonly again: readonly WaitedDelivery[] };

export interface Cloud {
  readonly company: Company;
  readonly table: MemoryTable;
  readonly functions: Functions<Process>;
  readonly executions: Executions;
  readonly post: Post;
  readonly mailFiles: MemoryMailFiles;
  readonly clockWork: ClockWork;
  readonly queues: {
    readonly submissions: Queue<string>;
    readonly mails: Queue<IncomingMails>;
    readonly events: Queue<MailEvent>;
  };
  /** Of a task: calls a function over HTTP. `undefined`: no answer came. */
  request(door: Door, about: string, request: HttpRequest): Promise<HttpResponse | undefined>;
  /** Of a task: at the desk the last step on a lead is taken back, if that goes. */
  takeBack(leadId: string, person: string): Promise<void>;
  /** A mail comes in. */
  receive(delivery: Delivery, raw: Uint8Array): void;
}

/** The address that one sender of forms knows. */
export const hook = { sender: 'zapier', secret: 'the-secret-of-the-hook' };

export const publicUrl = 'https://anfrage.example';

interface CloudDeps {
  readonly plan: Plan;
  readonly scheduler: Scheduler;
  readonly weather: Weather;
  readonly chronicle: Chronicle;
  readonly isRefused: (address: string) => boolean;
  readonly onSent: (sent: SentMail) => void;
  readonly onFailed: (execution: Execution) => void;
  /** Told of a mail that is given up because the last try could not send what follows from it. */
  readonly onUnsent: (deliveryIds: readonly string[]) => void;
  /** Told of a task that a fault struck: nobody can say any more how far it came. */
  readonly onTrouble: (task: string) => void;
}

/** As the page says that shows what was just done. */
async function undoLast(leadId: string, person: string, deps: UndoStepDeps): Promise<void> {
  const doneAt = (await deps.leads.load(leadId))?.undoable?.doneAt;
  if (doneAt !== undefined) await undoStep({ leadId, doneAt, person }, deps);
}

const maxIndexLagMs = 4 * minuteMs;
/** As in `infra/`: a message comes again after six times the function's limit. */
const visibilitySeconds = 360;
/** Those that send nothing as long as they do not know the business. */
const asksForBusiness: readonly FunctionName[] = ['follow-up-lead', 'reconcile-leads', 'send-digest'];
/** The deliveries that a message is about. */
export const idsIn = (message: IncomingMails): string[] =>
  'delivery' in message ? [message.delivery.id] : message.again.map(({ delivery }) => delivery.id);
const unreachable: HttpResponse = { status: 500, headers: {}, body: '' };

export async function buildCloud(world: CloudDeps): Promise<Cloud> {
  const { plan, scheduler, weather, chronicle } = world;
  const entropy = plan.entropy.stream('cloud');
  const company = aCompany();
  const basics: Basics = { ...basicsOf(aCompanyFile()), publicUrl };
  const table = memoryTable({
    nowMs: scheduler.nowMs,
    maxLagMs: maxIndexLagMs,
    lagsMs() {
      if (!weather.strikes('index-lags')) return () => entropy.between(0, 40);
      const most = entropy.chance(0.9) ? 5_000 : maxIndexLagMs;
      return () => entropy.between(100, most);
    },
  });
  const since = new Date(scheduler.nowMs()).toISOString();
  await tableBusinessStore(table).save({
    file: aCompanyFile(),
    by: 'Einrichtung',
    at: since,
    expectedVersion: 0,
  });

  const { sender, secret } = hook;
  await tableHookStore(table).add({
    id: '0123456789',
    sender,
    secretHash: hashHookSecret(secret),
    createdAt: since,
  });
  const mailFiles = memoryMailFiles();
  const out = post({ ...world, entropy: entropy.stream('post') });
  const note = (how: string) => (message: string, fault?: unknown) =>
    chronicle.note(
      scheduler.current()?.name ?? 'nobody',
      `${how}: ${message}${fault instanceof Error ? ` (${nameOf(fault)})` : ''}`,
    );
  const log = { info: () => undefined, warn: note('warns'), error: note('reports') };
  const skewEntropy = entropy.stream('skew');
  const callEntropy = entropy.stream('calls');
  const run: Functions<Process> = functions({
    scheduler,
    weather,
    chronicle,
    entropy: entropy.stream('functions'),
    onTrouble: world.onTrouble,
    wire: (name) => {
      const call = caller({
        scheduler,
        weather,
        chronicle,
        entropy: callEntropy,
        onTrouble: world.onTrouble,
        die: () => run.die(),
      });
      const skewed = weather.has('clock-skewed', skewEntropy);
      return wireProcess({
        table,
        call,
        mailFiles,
        mailer: out.mailer(call),
        workflow: machine.port(call),
        queueSubmission: (text) => queues.submissions.put(text),
        queueWaited: (again) => queues.mails.put({ again }),
        basics,
        basicsSuffice: !asksForBusiness.includes(name),
        nowMs: scheduler.nowMs,
        skewMs: skewed ? skewEntropy.between(-8_000, 8_000) : 0,
        log,
        metrics: { count: () => undefined },
      });
    },
  });

  const machine: Executions = executions({
    scheduler,
    weather,
    chronicle,
    entropy: entropy.stream('executions'),
    definition: leadLifecycle('arn:aws:lambda:eu-central-1:000000000000:function:follow-up-lead'),
    task: (input, onEnd) =>
      run.invoke(
        'follow-up-lead',
        `${input.leadId}-g${input.generation}`,
        async (deps) => taskOutput.parse(await withCompany(followUpLead)(taskInput.parse(input), deps)),
        onEnd,
      ),
    onFailed: world.onFailed,
  });

  const queueOf = <M>(
    name: string,
    tries: number,
    work: Parameters<typeof queue<M>>[0]['work'],
    onGivenUp?: Parameters<typeof queue<M>>[0]['onGivenUp'],
  ) =>
    queue<M>({
      name,
      scheduler,
      weather,
      chronicle,
      entropy: entropy.stream(`queue ${name}`),
      tries,
      visibilitySeconds,
      work,
      ...(onGivenUp && { onGivenUp }),
    });
  const queues: Cloud['queues'] = {
    submissions: queueOf<string>('submissions', 240, (text, onEnd) => {
      const submission = capturedSubmissionSchema.parse(JSON.parse(text));
      const store = (deps: Process) => withCompany(storeQueuedSubmission)(submission, deps);
      run.invoke('drain-submissions', submission.leadId, store, onEnd);
    }),
    mails: queueOf<IncomingMails>(
      'mails',
      3,
      (message, onEnd) => {
        const receive = async (deps: Process) => withCompany(handleNotice)(message, deps);
        run.invoke('receive-mail', idsIn(message).join(' '), receive, onEnd);
      },
      (message, error) => {
        if (error instanceof MailRefusedError) world.onUnsent(idsIn(message));
      },
    ),
    events: queueOf<MailEvent>('events', 3, (event, onEnd) => {
      run.invoke('record-mail-event', event.type, (deps) => withCompany(recordMailEvent)(event, deps), onEnd);
    }),
  };

  const reconcile = (_: unknown, deps: ReconcileLeadsDeps) => reconcileLeads(deps);
  const clockWork = startClockWork({
    scheduler,
    entropy: entropy.stream('clock'),
    table,
    company,
    since,
    reconcile: (onEnd) =>
      run.invoke('reconcile-leads', '', (deps) => withCompany(reconcile)(undefined, deps), onEnd),
    digest: (onEnd) => run.invoke('send-digest', '', (deps) => withCompany(sendLists)({}, deps), onEnd),
  });

  const doors: Readonly<Record<Door, (request: HttpRequest, deps: Process) => Promise<HttpResponse>>> = {
    'capture-lead': withCompany(captureLead),
    'receive-hook': withCompany(receiveHook),
    'act-on-lead': withCompany(actOnLead),
  };

  return {
    company,
    table,
    functions: run,
    executions: machine,
    post: out,
    mailFiles,
    clockWork,
    queues,
    async request(door, about, request) {
      // As the frame of the functions has it: what nobody expected is a 500.
      const answer = (deps: Process) => doors[door](request, deps).catch(() => unreachable);
      const heard = await run.call(door, `${request.method} ${about}`, answer);
      return 'value' in heard ? heard.value : undefined;
    },
    async takeBack(leadId, person) {
      const undo = withCompany((_: undefined, deps: UndoStepDeps) => undoLast(leadId, person, deps));
      await run.call('serve-desk', `undo ${leadId}`, (deps) => undo(undefined, deps));
    },
    receive(delivery, raw) {
      mailFiles.keep(delivery.id, raw, delivery.receivedAt);
      queues.mails.put({ delivery });
    },
  };
}
