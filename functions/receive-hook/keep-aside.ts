import { createHash } from 'node:crypto';
import { hashedId } from '../../adapters/crypto/hashed-id.ts';
import type { Submission } from '../../domain/capture/recognise.ts';
import type { SubmittedFiles } from '../../domain/lead/origin.ts';
import type { KeptReason } from '../../domain/ports/hook-store.ts';
import { addDuration, millisecondsBetween } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { asUnread, asUntouched, formDeliveryId, keepFormAside } from '../shared/keep-form-aside.ts';
import { keepSubmission } from '../shared/keep-submission.ts';
import { leadAsCaptured } from '../shared/store-submission.ts';
import type { HookArrival, ReceiveHookDeps, Settled } from './arrival.ts';
import { asCaptured } from './as-captured.ts';
import { contextOf, withSource } from './read-fields.ts';

const noted = {
  unreadable: 'unread-form',
  unreachable: 'unreachable',
  'wrong-signature': 'unsigned',
  'withheld-number': 'withheld-number',
  'unclear-call': 'unclear-call',
} as const;

type Keep = (arrival: HookArrival, reason: KeptReason, deps: ReceiveHookDeps) => Promise<Settled>;

const keepBody =
  (read: typeof asUntouched): Keep =>
  (arrival, reason, deps) =>
    keepAside(
      arrival,
      withSource(read(arrival.request.body, contextOf(arrival, deps.company)), arrival),
      reason,
      deps,
    );

/** Keeps a body that is no form, or of which nobody knows who sent it: its own words are the message. */
export const keepAsUnread = keepBody(asUnread);

/** Keeps a body over which our own rules fell. */
export const keepUntouched = keepBody(asUntouched);

/**
 * Keeps what makes no lead where the owner finds it. An emergency lies nowhere: it rings, with the word of what is wrong with it.
 * @throws Error it could not be stored: its sender must keep it.
 */
export async function keepAside(
  arrival: HookArrival,
  submission: Submission,
  reason: KeptReason,
  deps: ReceiveHookDeps,
  files?: SubmittedFiles,
): Promise<Settled> {
  if (submission.request.urgency === 'now') return ring(arrival, submission, reason, deps, files);
  const leadId = await idOf(arrival, async (id) => (await deps.intake.find(formDeliveryId(id)))?.receivedAt);
  await keepFormAside(
    asCaptured(arrival, submission, { leadId, proven: reason !== 'wrong-signature', files }),
    noted[reason],
    deps,
  );
  return { outcome: 'kept', reason, leadIds: [leadId] };
}

/** Who is not proven is not answered: perhaps somebody else named him. */
async function ring(
  arrival: HookArrival,
  submission: Submission,
  reason: KeptReason,
  deps: ReceiveHookDeps,
  files: SubmittedFiles | undefined,
): Promise<Settled> {
  const leadId = await idOf(arrival, async (id) => (await deps.leads.load(id))?.capturedAt);
  const proven = reason !== 'wrong-signature';
  const captured = asCaptured(arrival, submission, {
    leadId,
    proven,
    files,
    // No word of a stranger's becomes one of a request that is there already.
    keys: { contentHash: `aside-${leadId}` },
  });
  const muted = proven ? {} : { muted: 'contradicted-sender' as const };
  const urgent = { ...captured, facts: { ...captured.facts, ...muted } };
  const { lead, created } = await keepSubmission(urgent, deps);
  const told = leadAsCaptured({ ...urgent, leadId: lead.id }, deps.company);
  return { outcome: created ? 'lead' : 'repeated', reason, leadIds: [lead.id], lead: told };
}

const dayMillis = 24 * 60 * 60_000;

/**
 * The same body within a day is the same thing, for a sender repeats what it believes lost.
 * @param keptSince when what has this id was kept, if anything has it.
 */
async function idOf(
  { hook, request, at }: HookArrival,
  keptSince: (id: string) => Promise<Moment | undefined>,
): Promise<string> {
  const content = createHash('sha256').update(request.body).digest('hex');
  const idOn = (day: Moment) => hashedId(`${hook.id} ${content} ${day.slice(0, 10)}`);
  const yesterday = idOn(addDuration(at, '-P1D'));
  const earlier = await keptSince(yesterday);
  const isRepeat = earlier !== undefined && millisecondsBetween(earlier, at) < dayMillis;
  return isRepeat ? yesterday : idOn(at);
}
