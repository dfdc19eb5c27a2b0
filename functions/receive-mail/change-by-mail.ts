import type { Command } from '../../domain/lead/command.ts';
import type { LeadEvent } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { type Change, changeLead } from '../shared/change-lead.ts';
import type { ReceivedMail, ReceiveMailDeps } from './arrival.ts';
import { writerOf } from './writer.ts';

/** Changes a lead by a mail, once for each delivery: a repeat changes nothing. */
export function changeByMail(
  received: ReceivedMail,
  leadId: string,
  commands: readonly Command[],
  by: LeadEvent['by'],
  deps: ReceiveMailDeps,
): Promise<Change> {
  return changeLead(deps, leadId, () => commands, {
    by,
    person: by === 'owner' ? writerOf(received, deps)?.name : undefined,
    unless: (lead) => hasRecorded(lead, received),
  });
}

/** Does the lead know this delivery already? */
export function hasRecorded({ timeline }: Lead, { delivery }: ReceivedMail): boolean {
  return timeline.some(
    (event) => 'mail' in event && typeof event.mail === 'object' && event.mail.id === delivery.id,
  );
}
