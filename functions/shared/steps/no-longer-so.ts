/** A button whose lead stands elsewhere by now: what became of it, and nothing of what was typed is lost. */
import type { Action } from '../../../domain/lead/action.ts';
import {
  type ActionForm,
  actionForm,
  type FormAction,
  stagesToPick,
} from '../../../domain/lead/action-form.ts';
import { allActionsFor, furtherActionsFor } from '../../../domain/lead/actions.ts';
import { differingAnswer } from '../../../domain/lead/differing-answer.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { Stage } from '../../../domain/lead/pipeline.ts';
import { standingEvents } from '../../../domain/lead/standing-events.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import { actionPage } from '../../../views/page/action-page.ts';
import type { PageContext } from '../../../views/page/lead-parts.ts';
import { outcomePage } from '../../../views/page/outcome-page.ts';
import type { Outcome } from '../../../views/words/outcomes.ts';
import { htmlResponse } from '../http-handler.ts';
import type { HttpResponse } from '../http-message.ts';
import { shownSince } from '../shown-since.ts';
import { overtakenOf, shownAgain, whoWasFaster } from './overtaken.ts';
import { readAnswers } from './read-answers.ts';

/** Has the owner done this already since the form was shown? A second tap sends the same form again. */
export function isDone(
  form: ActionForm,
  lead: Lead,
  typed: URLSearchParams,
  { now }: Pick<PageContext, 'now'>,
): boolean {
  const since = shownSince(typed, now);
  return standingEvents(lead.timeline).some(
    (event) => event.by === 'owner' && event.at >= since && form.leaves?.(event),
  );
}

interface LateTap {
  readonly form: ActionForm;
  readonly chosen: Stage | undefined;
  /** As it stands now. */
  readonly lead: Lead;
  readonly typed: URLSearchParams;
  /** This very form was carried out before. */
  readonly carriedOut?: boolean;
}

/**
 * The lead stands elsewhere than the link says: because of this very tap, or of something else. What it says already is done;
 * whatever else was typed stands in the form again where that step is still possible, and beside what stands where it is not.
 */
export async function noLongerSo(tap: LateTap, context: PageContext): Promise<HttpResponse> {
  const { form, lead, typed, carriedOut = false } = tap;
  const { company, now } = context;
  const overtaken = carriedOut ? [] : overtakenOf({ questions: form.asks(lead), typed }, lead, context);
  const done = overtaken.length === 0 && (carriedOut || isDone(form, lead, typed, context));
  // What it knows by now was asked when the form was shown.
  const { reason: _r, lookAgainOn: _l, visit: _v, ...asked } = lead;
  const questions = form.asks(asked);
  const read = readAnswers(questions, typed, company);
  const differing = 'answers' in read ? differingAnswer(read.answers, lead, company) : undefined;
  // Of a form that was carried out much may have gone on since; a date that holds no longer must be said.
  const differs = carriedOut && differing !== 'visit' ? undefined : differing;
  const hasTyped = questions.some(({ name }) => typed.get(name)?.trim() || typed.get(`${name}-own`)?.trim());
  if (done && differs === undefined && (carriedOut || 'answers' in read || !hasTyped)) {
    return htmlResponse(200, await outcomePage(lead, { what: 'already-done' }, context));
  }
  const since = shownSince(typed, now);
  const outcome = ((): Outcome => {
    if (overtaken.length > 0) return { what: 'overtaken', events: whoWasFaster(overtaken, lead, since) };
    return done && differs !== undefined
      ? { what: 'not-changed', differs, since }
      : { what: 'outdated', since };
  })();
  const offered = hasTyped ? offeredNow(tap, now) : undefined;
  if (!offered) return htmlResponse(409, await outcomePage(lead, outcome, context));
  // Whoever goes back, corrects it and sends it again must not take it for entered.
  const again = shownAgain({ questions: offered.form.asks(lead), typed }, lead, context, true);
  const attempt = { typed: again, faults: new Map(), outcome };
  return htmlResponse(409, await actionPage(lead, { ...offered, attempt }, context));
}

const stepsOfVisit: readonly Action[] = ['plan-visit', 'move-visit'];

/** The form of the same step as it is offered now; a visit that was planned meanwhile can be moved. */
function offeredNow({ form, chosen, lead }: LateTap, now: Moment) {
  const offered = [...allActionsFor(lead, now), ...furtherActionsFor(lead, now)];
  const alike = stepsOfVisit.includes(form.action) ? stepsOfVisit : [form.action];
  const action = offered.find((one): one is FormAction => alike.includes(one));
  if (action === undefined) return undefined;
  const still = chosen === undefined || stagesToPick(action, lead).includes(chosen);
  const again = still ? actionForm(action, chosen) : undefined;
  return again && { form: again, chosen };
}
