/** The steps that signed links do, with the login instead of the link. */
import { mayDo } from '../../domain/business/recipients.ts';
import { actionKeys } from '../../domain/lead/action.ts';
import { notFoundPage } from '../../views/desk/notice-pages.ts';
import { notYoursPage } from '../../views/page/notice-pages.ts';
import type { AnswerStepDeps, StepAction } from '../shared/steps/answer-step.ts';
import { asDeskResponse, deskResponse } from './desk-response.ts';
import type { DeskPage } from './desk-route.ts';
import { afterStep } from './way-back.ts';

/** Of these the desk has pages of its own, or they are somebody else's. */
const elsewhere = ['view', 'push', 'hook', 'stop', 'not-me', 'enter-answer'] as const;

const isStep = (action: string): action is StepAction =>
  actionKeys.some((key) => key === action) && !elsewhere.some((one) => one === action);

/** A step that is about no lead, or of what was kept aside. */
export const step =
  (action: StepAction): DeskPage<AnswerStepDeps> =>
  async (request, deps, context) => {
    if (!mayDo(context.person, action)) return deskResponse(403, await notYoursPage(context));
    const { query, pathParameters, path } = request;
    const seen = query.get('seen');
    const asked = {
      action,
      leadId: pathParameters.id,
      generation: seen === null || !/^\d{1,9}$/.test(seen) ? undefined : Number(seen),
      told: query.get('told') ?? undefined,
      key: `${context.session}${path}?${query}`,
      whenDone: afterStep(request, action),
    };
    // Loaded when first used: forms and what reads them are half of the desk, and no page that it opens with needs them.
    const { answerStep } = await import('../shared/steps/answer-step.ts');
    return asDeskResponse(await answerStep(request, asked, deps, context));
  };

/** Of one lead, as the address says. */
export const stepOfLead: DeskPage<AnswerStepDeps> = async (request, deps, context) => {
  const { action = '' } = request.pathParameters;
  return isStep(action)
    ? step(action)(request, deps, context)
    : deskResponse(404, await notFoundPage(context));
};
