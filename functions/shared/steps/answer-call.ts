/** The form for a phone call: shown, and again with what is wrong, until it is a lead. */
import { usualVisitMinutes } from '../../../domain/lead/questions.ts';
import { type CallAttempt, callPage } from '../../../views/page/call-page.ts';
import type { PageContext } from '../../../views/page/lead-parts.ts';
import { gonePage } from '../../../views/page/notice-pages.ts';
import { outcomePage } from '../../../views/page/outcome-page.ts';
import type { Change } from '../change-lead.ts';
import { htmlResponse } from '../http-handler.ts';
import type { HttpRequest, HttpResponse } from '../http-message.ts';
import { retryAfter } from '../keep-submission.ts';
import { typedIn } from '../typed-in.ts';
import { type CaptureCallDeps, captureCall } from './capture-call.ts';
import type { WhenDone } from './do-action.ts';
import { knownCaller } from './known-caller.ts';

export async function answerCall(
  request: HttpRequest,
  deps: CaptureCallDeps,
  context: PageContext,
  whenDone?: WhenDone,
): Promise<HttpResponse> {
  // The form carries an id of its own, so that two taps are one lead.
  const show = (attempt?: CallAttempt) => {
    const submissionId = attempt?.typed.get('submissionId') ?? deps.ids.newLeadId();
    return callPage({ context, submissionId, attempt });
  };
  if (request.method !== 'POST') {
    return htmlResponse(200, await show(await begunWith(request.query.get('phone'), deps, context)));
  }
  const typed = typedIn(request);
  const again = (attempt: Partial<CallAttempt>) => show({ typed, faults: new Map(), ...attempt });
  const captured = await captureCall(typed, context, deps);
  if (captured === 'not-stored') {
    return htmlResponse(503, await again({ notStored: true }), { headers: retryAfter });
  }
  if ('change' in captured) return sayAdded(captured.change, context, whenDone);
  if ('known' in captured) return htmlResponse(422, await again({ ...captured, mustSay: true }));
  if ('faults' in captured || 'warned' in captured) {
    return htmlResponse(422, await again({ ...captured, known: await picked(typed, deps, context) }));
  }
  const { lead, created, queued } = captured;
  deps.log.info('Call captured', { leadId: lead.id, stage: lead.stage, created });
  if (created && !queued && whenDone) return whenDone(lead, lead.timeline);
  const outcome = created ? ({ what: 'call-captured', queued } as const) : ({ what: 'call-known' } as const);
  return htmlResponse(200, await outcomePage(lead, outcome, context));
}

/** A number that was typed elsewhere stands in the form, with whoever calls from it. */
async function begunWith(
  phone: string | null,
  deps: CaptureCallDeps,
  context: PageContext,
): Promise<CallAttempt | undefined> {
  if (phone === null) return undefined;
  const typed = new URLSearchParams({ phone, durationMinutes: String(usualVisitMinutes) });
  return { typed, faults: new Map(), known: await knownCaller(phone, deps, context) };
}

/** What was said of a known number stands in the form again. */
const picked = (typed: URLSearchParams, deps: CaptureCallDeps, context: PageContext) =>
  typed.has('belongs') ? knownCaller(typed.get('phone') ?? '', deps, context) : undefined;

/** What became of a call that belongs to something open. */
async function sayAdded(
  change: Change,
  context: PageContext,
  whenDone: WhenDone | undefined,
): Promise<HttpResponse> {
  switch (change.outcome) {
    case 'changed':
      return (
        whenDone?.(change.lead, change.events) ??
        htmlResponse(200, await outcomePage(change.lead, { what: 'call-added' }, context))
      );
    case 'refused': {
      const { refusal, repeated } = change;
      const outcome = repeated ? ({ what: 'call-known' } as const) : ({ what: 'refused', refusal } as const);
      return htmlResponse(repeated ? 200 : 409, await outcomePage(change.lead, outcome, context));
    }
    case 'stale':
      return htmlResponse(409, await outcomePage(change.lead, { what: 'outdated' }, context));
    case 'not-found':
      return htmlResponse(410, await gonePage(context));
  }
}
