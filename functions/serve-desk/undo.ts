import { isHis } from '../../domain/business/recipients.ts';
import { moment } from '../../domain/time/moment.ts';
import { gonePage, notYoursPage } from '../../views/page/notice-pages.ts';
import { outcomePage } from '../../views/page/outcome-page.ts';
import { type UndoStepDeps, undoStep } from '../shared/steps/undo-step.ts';
import { typedIn } from '../shared/typed-in.ts';
import { deskResponse, ownPath } from './desk-response.ts';
import type { DeskPage } from './desk-route.ts';
import { leadBack } from './way-back.ts';

/** The last step on a request is taken back, or it is said why that does not go any more. */
export const undoLast: DeskPage<UndoStepDeps> = async (request, deps, context) => {
  const typed = typedIn(request);
  const leadId = request.pathParameters.id ?? '';
  const { company, now, person } = context;
  const doneAt = moment.safeParse(typed.get('doneAt'));
  const lead = await deps.leads.load(leadId);
  if (!lead) return deskResponse(404, await gonePage(context));
  const did =
    doneAt.success && lead.timeline.some((event) => event.at === doneAt.data && event.person === person.name);
  if (!did && !isHis(company, person, lead, now)) return deskResponse(403, await notYoursPage(context));
  if (!doneAt.success) {
    const refusal = { code: 'changed-since' } as const;
    return deskResponse(409, await outcomePage(lead, { what: 'refused', refusal }, context));
  }
  const change = await undoStep({ leadId, doneAt: doneAt.data, person: person.name }, deps);
  if (change.outcome === 'not-found') return deskResponse(410, await gonePage(context));
  const isDone =
    change.outcome === 'changed' || (change.outcome === 'refused' && change.refusal.code === 'already-done');
  if (isDone)
    return leadBack(ownPath(typed.get('back')), { did: 'undo', lead: change.lead, at: doneAt.data });
  const refusal = change.outcome === 'refused' ? change.refusal : ({ code: 'changed-since' } as const);
  return deskResponse(409, await outcomePage(change.lead, { what: 'refused', refusal }, context));
};
