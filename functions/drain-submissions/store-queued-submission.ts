import type { CapturedSubmission } from '../../domain/capture/captured-submission.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { updateLead } from '../shared/change-lead.ts';
import { addSubmission, finishSubmission, type StoreSubmissionDeps } from '../shared/store-submission.ts';

/**
 * Stores a submission that waited in the queue, as it would have been stored when it was sent: under the id that its
 * sender was told, with what is due counted from then. Where another try of it got through under an id of its own, the one
 * that was told leads there. Safe to repeat, after days too. A lead of that id is a first delivery that got through, and is
 * asked first: the claim on its content, which is looked at otherwise, holds for 5 minutes of sending and may have gone to
 * a later request since.
 * @returns the lead as it stands.
 * @throws Error it could not be stored now.
 */
export async function storeQueuedSubmission(
  submission: CapturedSubmission,
  deps: StoreSubmissionDeps,
): Promise<Lead> {
  const { leadId } = submission;
  const known = await deps.leads.load(leadId);
  if (known && wasErasedSince(known, submission)) return known;
  const added = known ? { leadId: known.id, created: false } : await addSubmission(submission, deps);
  const finished = await finishSubmission(submission, added, deps);
  const lead = known?.id === leadId ? finished : await foundUnder(leadId, finished, deps);
  deps.log.info('Queued submission stored', { leadId: lead.id, told: leadId, created: added.created });
  return lead;
}

/** Whoever had his data erased did not send it again: it is his, and only comes late. */
const wasErasedSince = ({ timeline }: Lead, { capturedAt }: CapturedSubmission): boolean =>
  timeline.some(({ type, at }) => type === 'erased' && at >= capturedAt);

/** Whoever was told this number finds the lead by it, whatever the lead's own is. */
async function foundUnder(told: string, lead: Lead, { leads }: StoreSubmissionDeps): Promise<Lead> {
  if (told === lead.id) return lead;
  const named = await updateLead(leads, lead.id, (current) => {
    const { otherNumbers = [] } = current;
    return otherNumbers.includes(told) ? undefined : { ...current, otherNumbers: [...otherNumbers, told] };
  });
  return named?.after ?? lead;
}
