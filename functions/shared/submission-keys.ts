/** What makes a submission the same as another one, as the door counts it. */
import { hash } from 'node:crypto';
import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
import { senders } from '../../domain/capture/sender-shapes.ts';
import type { Contact } from '../../domain/lead/contact.ts';
import type { Attribution } from '../../domain/lead/origin.ts';
import { contentText } from '../../domain/lead/repeat.ts';
import type { Request } from '../../domain/lead/request.ts';

interface Submitted {
  readonly contact: Contact;
  readonly request: Request;
  readonly attribution: Attribution;
  readonly submissionId?: string | undefined;
}

/** Senders that number what they send by themselves, by what stands before their numbers. */
const numbering: readonly string[] = senders.flatMap(({ id }) =>
  id?.prefix === undefined ? [] : [`${id.prefix}-`],
);

/** Counted from 1 anew on each site and after each installation; everybody can guess the next. */
const isCounted = (submissionId: string): boolean =>
  /^\d{1,9}$/.test(submissionId) || numbering.some((prefix) => submissionId.startsWith(prefix));

/** The number of a sender counts together with its page and with what was sent: another text is another request. */
export function submissionKeys(submission: Submitted): CapturedSubmission['keys'] {
  const { submissionId, attribution } = submission;
  const content = contentHash(submission);
  if (submissionId === undefined) return { contentHash: content };
  return {
    contentHash: content,
    submissionId: isCounted(submissionId)
      ? [submissionId, originOf(attribution.page), content].join(' ')
      : submissionId,
  };
}

export function contentHash(submitted: { contact: Contact; request: Request }): string {
  return hash('sha256', contentText(submitted));
}

const originOf = (page: string | undefined): string =>
  page !== undefined && URL.canParse(page) ? new URL(page).origin : (page ?? '');
