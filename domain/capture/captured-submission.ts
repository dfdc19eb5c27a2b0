/** A submission as it was captured, on its way to the store: all that makes it the same lead later. */
import * as z from 'zod';
import { contactSchema } from '../lead/contact.ts';
import { leadIdSchema } from '../lead/event.ts';
import {
  attributionSchema,
  consentSchema,
  mutedReasons,
  proofs,
  sources,
  submittedFilesSchema,
} from '../lead/origin.ts';
import { requestSchema } from '../lead/request.ts';
import { moment } from '../time/moment.ts';

/**
 * Strict: a message of a newer version waits for the code that knows it, instead of losing what this one does not know.
 */
export const capturedSubmissionSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** The id that its sender was told. */
  leadId: leadIdSchema,
  /** When it was sent; what is due is counted from here. */
  capturedAt: moment,
  /** What makes it the same as another one. Counted at the door: it must not change on the way. */
  keys: z.strictObject({ submissionId: z.string().optional(), contentHash: z.string() }),
  facts: z.strictObject({
    contact: contactSchema,
    request: requestSchema,
    source: z.enum(sources),
    attribution: attributionSchema,
    consent: consentSchema.optional(),
    by: z.enum(['customer', 'owner']),
    /** The name of whoever of the business typed it in. */
    person: z.string().optional(),
    muted: z.enum(mutedReasons).optional(),
    proof: z.enum(proofs).optional(),
    files: submittedFilesSchema.optional(),
    relatedTo: leadIdSchema.optional(),
  }),
  /** What the owner said of a call beside what the customer wants. */
  call: z
    .strictObject({
      /** The address of whose it is from the beginning. */
      assignedTo: z.string().optional(),
      /** For the business alone. */
      note: z.string().optional(),
      visit: z.strictObject({ startsAt: moment, durationMinutes: z.int().min(5).max(600) }).optional(),
    })
    .optional(),
});
export type CapturedSubmission = z.infer<typeof capturedSubmissionSchema>;

/**
 * What a message of SQS may have since August 2025. The largest submission takes a third: 10,000 characters of message and
 * 40,000 of unknown fields (`recognise.ts`), at most 6 bytes each in JSON.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html
 */
export const maxMessageBytes = 1024 * 1024;

/**
 * The submission as text for a queue. SQS refuses U+FFFE and U+FFFF, the only characters of JSON that XML lacks.
 * @throws Error it is larger than a message may be.
 */
export function serialiseSubmission(submission: CapturedSubmission): string {
  const text = JSON.stringify(submission).replace(
    /[\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
  if (new TextEncoder().encode(text).length > maxMessageBytes) {
    throw new Error(`The submission ${submission.leadId} is too large for a message`);
  }
  return text;
}
