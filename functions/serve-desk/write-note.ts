import { leadUrl } from '../../views/desk/places.ts';
import type { RequestAttempt } from '../../views/desk/request/request-form.ts';
import { type ChangeLeadDeps, changeLead } from '../shared/change-lead.ts';
import { onceKey } from '../shared/once-key.ts';
import { typedIn } from '../shared/typed-in.ts';
import { typedText } from '../shared/typed-text.ts';
import { seeOther } from './desk-response.ts';
import type { DeskPage } from './desk-route.ts';
import { loadForForm, type RequestDeps, renderRequest } from './render-request.ts';
import { afterStep } from './way-back.ts';

/** A note on a request, for the business alone. The same form sent twice notes it once. */
export const writeNote: DeskPage<RequestDeps & ChangeLeadDeps> = async (request, deps, context) => {
  const found = await loadForForm(request, deps, context, 'note');
  if ('response' in found) return found.response;
  const { lead } = found;
  const typed = typedIn(request);
  const text = typedText(typed.get('note'));
  if (!text) {
    const fault = text === undefined ? 'message-too-long' : 'empty';
    const attempt: RequestAttempt = { form: 'note', typed, faults: new Map([['note', fault]]) };
    return renderRequest(422, lead, { attempt }, deps, context);
  }
  const { person, session } = context;
  const key = onceKey(session, 'note', `${typed}`);
  const options = { by: 'owner', person: person.name, key } as const;
  const change = await changeLead(deps, lead.id, { type: 'note', text }, options);
  return change.outcome === 'changed'
    ? afterStep(request, 'note')(change.lead, change.events)
    : seeOther(leadUrl(lead.id));
};
