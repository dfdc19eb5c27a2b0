/** What makes a submission the same as another one, as the door counts it. */
import { createHash } from 'node:crypto';
import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
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

/**
 * Senders that number what they send by themselves, by what stands before their numbers. They count from 1 anew on each site
 * and after each installation, and everybody can guess the next.
 */
const numbering =
  /^(?:gravity|fluent(?:form|forms)?|wpforms|ninja|forminator|formidable|elementor|divi|cf7|contact-form-7|jotform|typeform|tally|netlify|wix|webflow|hubspot|meta|facebook|google|googleads|squarespace|jimdo|wufoo|formspree|cognito|paperform|zapier|make|n8n)[-_:.]/i;

/** The number of a sender counts together with its page and with what was sent: another text is another request. */
export function submissionKeys(submission: Submitted): CapturedSubmission['keys'] {
  const { submissionId, attribution } = submission;
  const content = contentHash(submission);
  if (submissionId === undefined) return { contentHash: content };
  return {
    contentHash: content,
    submissionId: numbering.test(submissionId)
      ? [submissionId, originOf(attribution.page), content].join(' ')
      : submissionId,
  };
}

export function contentHash(submitted: { contact: Contact; request: Request }): string {
  return createHash('sha256').update(contentText(submitted)).digest('hex');
}

const originOf = (page: string | undefined): string =>
  page !== undefined && URL.canParse(page) ? new URL(page).origin : (page ?? '');
