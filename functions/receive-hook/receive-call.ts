import type { Field } from '../../domain/capture/form-fields.ts';
import { hookSender } from '../../domain/capture/hook-senders.ts';
import { readMessage } from '../../domain/capture/key-words.ts';
import type { Submission } from '../../domain/capture/recognise.ts';
import { type CallEvent, outcomeOfCall, readCallEvent, splitCalls } from '../../domain/inbound/call-event.ts';
import type { LeadEvent } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { pipeline } from '../../domain/lead/pipeline.ts';
import { isClosed } from '../../domain/lead/stages.ts';
import type { KnownCall } from '../../domain/ports/hook-store.ts';
import { addDuration } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { callInWords } from '../../views/words/calls.ts';
import { changeLead } from '../shared/change-lead.ts';
import { keepSubmission } from '../shared/keep-submission.ts';
import { findRequestByPhone } from '../shared/leads-of-person.ts';
import type { HookArrival, ReceiveHookDeps, Settled } from './arrival.ts';
import { asCaptured } from './as-captured.ts';
import { keepAside } from './keep-aside.ts';
import { readFields } from './read-fields.ts';
import { understood } from './understood.ts';

const nothing: Settled = { outcome: 'noted', leadIds: [] };

/**
 * A telephone system tells of a call, or of several.
 * @returns `undefined`: it tells of none.
 * @throws Error neither the store nor the queue has one of them. A repeat finds those that were stored.
 */
export async function receiveCalls(
  arrival: HookArrival,
  fields: readonly Field[],
  deps: ReceiveHookDeps,
): Promise<Settled | undefined> {
  const settled: Settled[] = [];
  for (const call of splitCalls(fields, deps.company)) {
    const one = await receiveCall(arrival, call, deps);
    if (one) settled.push(one);
  }
  const telling = outcomes.flatMap((outcome) => settled.filter((one) => one.outcome === outcome));
  const [first] = telling;
  return first && { ...first, leadIds: [...new Set(telling.flatMap(({ leadIds }) => leadIds))] };
}
/** What says most of several comes first. */
const outcomes = ['lead', 'appended', 'repeated', 'kept', 'noted'] as const;

/**
 * A telephone system tells of a call. Who called in vain waits for a call: as a lead, or on his open one. Of whom nobody knows
 * whether he did, the digest tells.
 * @returns `undefined`: it tells of no call.
 * @throws Error neither the store nor the queue has it.
 */
async function receiveCall(
  arrival: HookArrival,
  fields: readonly Field[],
  deps: ReceiveHookDeps,
): Promise<Settled | undefined> {
  const event = readCallEvent(fields, deps.company);
  if (!event) return undefined;
  const known = event.phase === 'ended' ? await findCall(arrival, event, deps) : undefined;
  const what = outcomeOfCall(event, known);
  if (what === 'wait') return follow(arrival, event, deps);
  if (what === 'nothing') return nothing;
  const submission = submissionOf(arrival, event, what, deps);
  const reason =
    event.caller.phone === undefined ? 'withheld-number' : what === 'unclear' ? 'unclear-call' : undefined;
  if (reason !== undefined) {
    return { ...(await keepAside(arrival, submission, reason, deps)), ...understood([submission]) };
  }
  return callBack(arrival, event, submission, deps);
}

/** What is not known of a call, because the store does not answer, is told by its end alone. */
async function findCall(
  { hook }: HookArrival,
  { callId }: CallEvent,
  { hooks, log }: ReceiveHookDeps,
): Promise<KnownCall | undefined> {
  if (callId === undefined) return undefined;
  return hooks.findCall(hook.id, callId).catch((error: unknown) => {
    log.error('Call not looked up', error, { hook: hook.id });
    return undefined;
  });
}

async function follow(
  { hook, at }: HookArrival,
  { phase, callId, byMachine }: CallEvent,
  { hooks, log }: ReceiveHookDeps,
): Promise<Settled> {
  const answeredBy = phase === 'answered' ? (byMachine ? 'machine' : 'person') : undefined;
  if (callId !== undefined) {
    await hooks
      .noteCall(hook.id, callId, { answeredBy }, at)
      .catch((error: unknown) => log.error('Call not noted', error, { hook: hook.id }));
  }
  const follows = phase === 'ringing' && hookSender(hook.sender).asksWhereTo;
  return { ...nothing, ...(follows && { followsCall: true }) };
}

function submissionOf(
  arrival: HookArrival,
  { caller, said }: CallEvent,
  what: 'missed-call' | 'voicemail' | 'unclear',
  { company }: ReceiveHookDeps,
): Submission {
  const given = { name: caller.name, phone: caller.phone, message: callInWords(what, caller, said) };
  const fields = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [{ path: [name], value }],
  );
  const submission = readFields(fields, arrival, company, false);
  const { phone, phoneE164 } = caller;
  const contact = { ...submission.contact, ...(phone && { phone }), ...(phoneE164 && { phoneE164 }) };
  return { ...submission, contact, source: arrival.hook.source ?? 'phone' };
}

async function callBack(
  arrival: HookArrival,
  event: CallEvent,
  submission: Submission,
  deps: ReceiveHookDeps,
): Promise<Settled> {
  const before = await findEarlier(event, deps);
  const facts = understood([submission]);
  const text = submission.request.message ?? '';
  if (before && tellsOwner(before) && !isNewEmergency(text, before)) {
    const appended = await append(arrival, before, text, deps);
    if (appended) return { ...appended, ...facts };
  }
  const once = `call-${arrival.hook.id}-${event.caller.phoneE164 ?? event.caller.phone}`;
  const captured = asCaptured(arrival, submission, {
    leadId: deps.ids.newLeadId(),
    relatedTo: before?.id,
    keys: {
      ...(event.callId !== undefined && { submissionId: `${once}-${event.callId}` }),
      // Who tries again within minutes is called back once.
      contentHash: `${once}-${event.said ?? ''}`,
    },
  });
  const { lead, created } = await keepSubmission(captured, deps);
  return { outcome: created ? 'lead' : 'repeated', leadIds: [lead.id], lead, ...facts };
}

/** While the store does not answer nobody knows of an earlier request, and the call is a request of its own. */
async function findEarlier({ caller }: CallEvent, deps: ReceiveHookDeps): Promise<Lead | undefined> {
  if (caller.phoneE164 === undefined) return undefined;
  return findRequestByPhone(caller.phoneE164, deps).catch((error: unknown) => {
    deps.log.error('Caller not looked up', error);
    return undefined;
  });
}

/** Open, and a word of the customer there is told the owner at once. */
const tellsOwner = ({ stage }: Lead): boolean =>
  !isClosed(stage) && pipeline[stage].on.customerReplied !== 'note';

const isNewEmergency = (text: string, { stage }: Lead): boolean =>
  !pipeline[stage].alarm && readMessage(text).urgency === 'now';

/** So often somebody tries again who gets no answer. */
const sameCallWithin = '-PT10M';

async function append(
  { at }: HookArrival,
  { id }: Lead,
  text: string,
  deps: ReceiveHookDeps,
): Promise<Settled | undefined> {
  const since = addDuration(at, sameCallWithin);
  const change = await changeLead(
    deps,
    id,
    { type: 'record-reply', text, called: true },
    { by: 'customer', unless: ({ timeline }) => timeline.some((event) => saysSame(event, text, since)) },
  );
  if (!('lead' in change)) return undefined;
  const { outcome, lead } = change;
  if (outcome === 'refused' && change.refusal.code !== 'already-done') return undefined;
  return { outcome: outcome === 'changed' ? 'appended' : 'repeated', leadIds: [id], lead };
}

function saysSame(event: LeadEvent, text: string, since: Moment): boolean {
  if (event.at < since) return false;
  return (
    (event.type === 'customer-replied' && event.text === text) ||
    (event.type === 'captured' && event.request.message === text)
  );
}
