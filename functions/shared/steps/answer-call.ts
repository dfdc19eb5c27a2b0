/** The form for a phone call: shown, and again with what is wrong, until it is a lead. */
import { type CallAttempt, callPage } from '../../../views/page/call-page.ts';
import type { PageContext } from '../../../views/page/lead-parts.ts';
import { outcomePage } from '../../../views/page/outcome-page.ts';
import { htmlResponse } from '../http-handler.ts';
import type { HttpRequest, HttpResponse } from '../http-message.ts';
import { retryAfter } from '../keep-submission.ts';
import { type CaptureCallDeps, captureCall } from './capture-call.ts';
import type { WhenDone } from './do-action.ts';
import { typedIn } from './read-answers.ts';

export async function answerCall(
  request: HttpRequest,
  deps: CaptureCallDeps,
  context: PageContext,
  whenDone?: WhenDone,
): Promise<HttpResponse> {
  const { now } = context;
  if (request.method !== 'POST') {
    // The form carries an id of its own, so that two taps are one lead.
    return htmlResponse(200, await callPage({ framed: context, now, submissionId: deps.ids.newLeadId() }));
  }
  const typed = typedIn(request);
  const again = (attempt: Partial<Omit<CallAttempt, 'typed'>>) => {
    const submissionId = typed.get('submissionId') ?? deps.ids.newLeadId();
    return callPage({
      framed: context,
      now,
      submissionId,
      attempt: { typed, faults: new Map(), ...attempt },
    });
  };
  const captured = await captureCall(typed, context, deps);
  if (captured === 'not-stored') {
    return htmlResponse(503, await again({ notStored: true }), { headers: retryAfter });
  }
  if ('faults' in captured || 'warned' in captured) return htmlResponse(422, await again(captured));
  const { lead, created, queued } = captured;
  deps.log.info('Call captured', { leadId: lead.id, stage: lead.stage, created });
  if (created && !queued && whenDone) return whenDone(lead, lead.timeline);
  const outcome = created ? ({ what: 'call-captured', queued } as const) : ({ what: 'call-known' } as const);
  return htmlResponse(200, await outcomePage(lead, outcome, context));
}
