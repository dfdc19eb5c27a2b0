/** Takes back what somebody did a moment ago. */
import { refusalKey } from '../../../domain/lead/declining.ts';
import type { MailLog } from '../../../domain/ports/mail-log.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { type Change, type ChangeLeadDeps, changeLead } from '../change-lead.ts';
import { findBy } from '../find-by.ts';
import type { DoActionDeps } from './do-action.ts';

export interface UndoStepDeps extends ChangeLeadDeps {
  readonly contacts: Pick<DoActionDeps['contacts'], 'linkLead' | 'unlinkLead'>;
  readonly mailLog: Pick<MailLog, 'find'>;
}

/**
 * @param step when it was done, as its page said, and the name of whoever takes it back.
 * @returns refused as `with-customer` also where its mail is on its way just now.
 * @throws ConcurrentUpdateError five races lost in a row.
 */
export async function undoStep(
  { leadId, doneAt, person }: { leadId: string; doneAt: Moment; person: string | undefined },
  deps: UndoStepDeps,
): Promise<Change> {
  const before = await deps.leads.load(leadId);
  if (!before) return { outcome: 'not-found' };
  if (before.refusalDue && before.undoable?.what.includes('declined')) {
    const claimed = await deps.mailLog.find(leadId, refusalKey(before));
    if (claimed) {
      return { outcome: 'refused', lead: before, refusal: { code: 'with-customer', mail: 'refusal' } };
    }
  }
  const change = await changeLead(deps, leadId, { type: 'undo', doneAt }, { by: 'owner', person });
  if (change.outcome === 'changed') await findBy(before, change.lead, deps);
  return change;
}
