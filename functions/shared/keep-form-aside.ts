/** A form that makes no lead is not gone: it lies aside as the request it may be, until the owner makes one of it. */
import { decodeBytes } from '../../adapters/mime/charset.ts';
import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
import { cleanText, type Field } from '../../domain/capture/form-fields.ts';
import { cut } from '../../domain/capture/reading.ts';
import { type RecogniseContext, recognise, type Submission } from '../../domain/capture/recognise.ts';
import type { NoteReason } from '../../domain/inbound/incoming-mail.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { excerpt } from '../../domain/lead/summary.ts';
import type { IntakeLog } from '../../domain/ports/intake-log.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Log } from './logger.ts';
import { leadAsCaptured } from './store-submission.ts';

export interface KeepFormAsideDeps {
  readonly leads: Pick<LeadStore, 'keepSpam'>;
  readonly intake: Pick<IntakeLog, 'record'>;
  readonly company: RecogniseContext['company'];
  readonly log: Log;
}

/** Under which a form that lies aside stands among what came in. */
export const formDeliveryId = (asideId: string): string => `form-${asideId}`;

/**
 * Keeps a form as a lead that nobody sees yet, for 30 days, and tells the owner of it.
 * @returns the lead as it would be.
 * @throws Error it could not be stored.
 */
export async function keepFormAside(
  submission: CapturedSubmission,
  reason: Extract<
    NoteReason,
    'unreachable' | 'unread-form' | 'robot' | 'unsigned' | 'withheld-number' | 'unclear-call'
  >,
  { leads, intake, company, log }: KeepFormAsideDeps,
): Promise<Lead> {
  const { facts, capturedAt } = submission;
  const lead = leadAsCaptured({ ...submission, facts: { ...facts, muted: 'kept-aside' } }, company);
  const { contact, request } = lead;
  await leads.keepSpam({ ...lead, spam: true });
  await intake.record({
    deliveryId: formDeliveryId(lead.id),
    receivedAt: capturedAt,
    outcome: 'form-kept-aside',
    asideId: lead.id,
    reason,
    flags: [],
    sender: contact.email ?? contact.phone,
    senderName: contact.name,
    subject: excerpt(request.message ?? request.extra[0]?.value),
  });
  log.info('Form kept aside', { leadId: lead.id, reason });
  return lead;
}

/** As much as anybody reads of a body that is no form; what follows is rarely text. */
const maxRawBytes = 40_000;

/** A form that is too large, by what was written in it; of a body that is no form its own words are the message. */
export function asUnread(body: Buffer | readonly Field[], context: RecogniseContext): Submission {
  const fields = Buffer.isBuffer(body)
    ? [{ path: ['message'], value: decodeBytes(body.subarray(0, maxRawBytes)) }]
    : body;
  const recognised = recognise(fields, { ...context, refusesNothing: true });
  // Nothing is refused so.
  if ('errors' in recognised) throw new Error('A body that is no form was refused');
  return recognised.submission;
}

/** As long as a message may be. */
const maxUntouchedLength = 10_000;

/** A body over which our own rules fell: none of them reads a word of it again. */
export function asUntouched(body: Buffer, context: RecogniseContext): Submission {
  const submission = asUnread([], context);
  const message = cut(cleanText(decodeBytes(body.subarray(0, maxRawBytes))), maxUntouchedLength);
  return { ...submission, request: { ...submission.request, message } };
}
