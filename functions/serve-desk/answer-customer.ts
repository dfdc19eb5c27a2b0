import type { LeadEvent } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { MailRefusedError } from '../../domain/ports/errors.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { RequestAttempt } from '../../views/desk/request/request-form.ts';
import { conversationWords, whyNotAnswered } from '../../views/words/desk/request.ts';
import { type ChangeLeadDeps, changeLead } from '../shared/change-lead.ts';
import { onceKey } from '../shared/once-key.ts';
import { hasOwnLinks, type OwnerAnswerDeps, sendOwnerAnswer, whyNotReached } from '../shared/owner-answer.ts';
import { shownSince } from '../shared/shown-since.ts';
import { typedIn } from '../shared/typed-in.ts';
import { typedText } from '../shared/typed-text.ts';
import type { DeskPage } from './desk-route.ts';
import { backTo, loadForForm, type RequestDeps, renderRequest } from './render-request.ts';

/**
 * What somebody writes to the customer goes out as his own mail would, once. Whatever keeps it from that is said, and the text
 * stands there still.
 */
export const answerCustomer: DeskPage<RequestDeps & ChangeLeadDeps & OwnerAnswerDeps> = async (
  request,
  deps,
  context,
) => {
  const found = await loadForForm(request, deps, context);
  if ('response' in found) return found.response;
  const { lead } = found;
  const typed = typedIn(request);
  const text = typedText(typed.get('answer'));
  const { person, session, now } = context;
  const once = onceKey(session, 'answer', `${typed}`);
  const key = `answer#desk-${once}`;
  const askAgain = (status: number, about: Omit<RequestAttempt, 'form' | 'typed'>, stands: Lead = lead) =>
    renderRequest(status, stands, { attempt: { form: 'answer', typed, ...about } }, deps, context);

  if (text === undefined) return askAgain(422, { faults: new Map([['message', 'message-too-long']]) });
  if (text === '') return askAgain(422, { faults: new Map([['message', 'empty']]) });
  // What a first try has sent is with the customer, whatever happened since.
  const isRepeated = (await deps.mailLog.find(lead.id, key)) !== undefined;
  if (!isRepeated) {
    const happened = saidSince(lead, shownSince(typed, now));
    if (happened.length > 0) return askAgain(409, { problem: conversationWords.meanwhile, happened });
    const unreached = await whyNotReached(lead, deps);
    if (unreached) return askAgain(409, { problem: whyNotAnswered[unreached] });
    if (hasOwnLinks([text], lead, deps)) return askAgain(422, { problem: whyNotAnswered['quotes-links'] });
  }
  const answer = { key, subject: '', text };
  const outcome = await sendOwnerAnswer(lead, answer, deps).catch((error: unknown) => {
    if (error instanceof MailRefusedError) return 'not-now' as const;
    throw error;
  });
  if (outcome === 'not-now') return askAgain(503, { problem: conversationWords.notNow });
  if (outcome === 'sent' || outcome === 'uncertain') {
    const reply = { type: 'record-owner-reply', text, ground: 'owner-wrote' } as const;
    await changeLead(deps, lead.id, reply, { by: 'owner', person: person.name, key: once });
  }
  if (outcome === 'sent') return backTo(lead.id, 'answered', 'conversation');
  const stands = (await deps.leads.load(lead.id)) ?? lead;
  return askAgain(409, { problem: whyNotAnswered[outcome] }, stands);
};

/** What was said between the business and its customer since: whoever answers should have read it. */
const saidSince = ({ timeline }: Lead, since: Moment): LeadEvent[] =>
  timeline.filter(({ type, at }) => at > since && (type === 'customer-replied' || type === 'owner-replied'));
