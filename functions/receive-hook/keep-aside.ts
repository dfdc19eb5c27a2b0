import { createHash } from 'node:crypto';
import { hashedId } from '../../adapters/crypto/hashed-id.ts';
import type { Submission } from '../../domain/capture/recognise.ts';
import type { SubmittedFiles } from '../../domain/lead/origin.ts';
import type { KeptReason } from '../../domain/ports/hook-store.ts';
import { addDuration, millisecondsBetween } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { asUnread, asUntouched, formDeliveryId, keepFormAside } from '../shared/keep-form-aside.ts';
import type { HookArrival, ReceiveHookDeps, Settled } from './arrival.ts';
import { asCaptured } from './as-captured.ts';
import { contextOf, withSource } from './read-fields.ts';

const noted = {
  unreadable: 'unread-form',
  unreachable: 'unreachable',
  'wrong-signature': 'unsigned',
  'withheld-number': 'withheld-number',
} as const;

/** Keeps a body that is no form, or of which nobody knows who sent it: its own words are the message. */
export function keepAsUnread(
  arrival: HookArrival,
  reason: KeptReason,
  deps: ReceiveHookDeps,
): Promise<Settled> {
  const unread = asUnread(arrival.request.body, contextOf(arrival, deps.company));
  return keepAside(arrival, withSource(unread, arrival), reason, deps);
}

/** Keeps a body over which our own rules fell. */
export function keepUntouched(
  arrival: HookArrival,
  reason: KeptReason,
  deps: ReceiveHookDeps,
): Promise<Settled> {
  const untouched = asUntouched(arrival.request.body, contextOf(arrival, deps.company));
  return keepAside(arrival, withSource(untouched, arrival), reason, deps);
}

/**
 * Keeps what makes no lead where the owner finds it.
 * @throws Error it could not be stored: its sender must keep it.
 */
export async function keepAside(
  arrival: HookArrival,
  submission: Submission,
  reason: KeptReason,
  deps: ReceiveHookDeps,
  files?: SubmittedFiles,
): Promise<Settled> {
  const leadId = await asideIdOf(arrival, deps);
  await keepFormAside(
    asCaptured(arrival, submission, { leadId, proven: reason !== 'wrong-signature', files }),
    noted[reason],
    deps,
  );
  return { outcome: 'kept', reason, leadIds: [leadId] };
}

const dayMillis = 24 * 60 * 60_000;

/** The same body within a day is the same thing, for a sender repeats what it believes lost. */
async function asideIdOf({ hook, request, at }: HookArrival, { intake }: ReceiveHookDeps): Promise<string> {
  const content = createHash('sha256').update(request.body).digest('hex');
  const idOn = (day: Moment) => hashedId(`${hook.id} ${content} ${day.slice(0, 10)}`);
  const yesterday = idOn(addDuration(at, '-P1D'));
  const earlier = await intake.find(formDeliveryId(yesterday));
  const isRepeat = earlier && millisecondsBetween(earlier.receivedAt, at) < dayMillis;
  return isRepeat ? yesterday : idOn(at);
}
