/** The page of an action: its questions and one button that does it. */
import { html, raw } from 'hono/html';
import { type ActionForm, type FormAction, factOf, stagesToPick } from '../../domain/lead/action-form.ts';
import { actionsFor } from '../../domain/lead/actions.ts';
import type { Refusal } from '../../domain/lead/command.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Stage } from '../../domain/lead/pipeline.ts';
import { actionWords } from '../words/action-forms.ts';
import { actionLabels } from '../words/actions.ts';
import { leadPageWords as words } from '../words/lead-page.ts';
import { type Outcome, outcomeInWords, stillTyped } from '../words/outcomes.ts';
import { explainRefusal } from '../words/refusals.ts';
import { spokenStages } from '../words/stages.ts';
import { type Attempt, alarmNotice, fieldList, shownAt } from './field-markup.ts';
import { fieldsOf } from './fields.ts';
import { ownerPage, type PageContext, steps as stepLinks, wayToLead, whoIsIt } from './lead-parts.ts';
import type { Html } from './page.ts';
import { visitNotice, type WarnedVisit, warnedField } from './warned-visit.ts';

/** The form was sent before. */
export interface FailedAttempt extends Attempt {
  /** What no single field can mend. */
  readonly refusal?: Refusal;
  /** What speaks against the date of the visit; sent again with it, the form counts all the same. */
  readonly warned?: WarnedVisit;
  /** The form was an old one: why nothing was changed. Sent again as it is, it counts. */
  readonly outcome?: Outcome;
}

interface ShownForm {
  readonly form: ActionForm;
  /** The stage that was picked, where that is the owner's choice. */
  readonly chosen?: Stage | undefined;
  readonly attempt?: FailedAttempt;
  /** Its address does not say how the lead stood: what is sent rests on what the page shows. */
  readonly fresh?: boolean;
}

/** The form of an action on a lead. */
export function actionPage(lead: Lead, shown: ShownForm, context: PageContext): Promise<string> {
  const { form, chosen, attempt, fresh = false } = shown;
  const { company, now } = context;
  const { heading, button, consequence, following, labels } = actionWords(form);
  const asked = fieldsOf(form.asks(lead), { company, now, lead, to: form.to, fact: factOf(form.action) });
  const fields = asked.map((field) => ({ ...field, label: labels?.[field.name] ?? field.label }));
  const follows = consequence?.(lead, company, now);
  const steps = Object.entries(following?.(lead, company, now) ?? {});
  const others = attempt ? [] : stagesToPick(form.action, lead);
  return ownerPage(
    heading,
    context,
    html`<h1>${heading}</h1>
${whoIsIt(lead)}
${attempt?.refusal ? alarmNotice(explainRefusal(attempt.refusal)) : ''}
${visitNotice(attempt?.warned, company)}
${attempt?.outcome ? lateNotice(attempt.outcome, lead, context) : ''}
<form method="post"${attempt?.outcome || fresh ? html` action="${context.linkTo(form.action, lead)}"` : ''}>
${shownAt(now)}
${chosen ? html`<input type="hidden" name="to" value="${chosen}">` : ''}
${warnedField(attempt?.warned)}
${fieldList(fields, attempt)}
${steps.map(([next, text]) => html`<p class="quiet when when-${next}">${text}</p>`)}
${follows ? html`<p class="quiet">${follows}</p>` : ''}
<button${form.destroys ? raw(' class="alarm"') : ''}>${button}</button>
</form>
${attempt?.outcome ? html`<h2>${words.nextSteps}</h2>${stepLinks(lead, actionsFor(lead, now), context)}` : ''}
${others.length > 0 ? html`<details><summary>${actionLabels.move}</summary>${stageList(others, context.linkTo(form.action, lead))}</details>` : ''}
${wayToLead(lead, context)}`,
  );
}

/** What happened since the form was shown; what was typed stands in it. */
function lateNotice(outcome: Outcome, lead: Lead, context: PageContext): Html {
  const { title, detail } = outcomeInWords(outcome, lead, context);
  return html`<div class="notice alarm" role="alert"><p><strong>${title}</strong></p>${detail ? html`<p>${detail}</p>` : ''}<p>${stillTyped}</p></div>`;
}

/** Where there are several ways: one tap picks the stage, the next page asks for what that stage needs. */
export function stagePage(lead: Lead, action: FormAction, context: PageContext): Promise<string> {
  return ownerPage(
    actionLabels[action],
    context,
    html`<h1>${actionLabels[action]}</h1>
${whoIsIt(lead)}
<p class="stage">${spokenStages[lead.stage]}</p>
<p>${words.whereTo}</p>
${stageList(stagesToPick(action, lead), context.linkTo(action, lead))}
${wayToLead(lead, context)}`,
  );
}

/**
 * Links to the same page with a stage picked: they change nothing.
 * @param page a query that it has already says what somebody saw, and must not be lost.
 */
function stageList(stages: readonly Stage[], page: string): Html {
  const picked = (stage: Stage) => (page.includes('?') ? `${page}&to=${stage}` : `?to=${stage}`);
  return html`<div class="list">${stages.map(
    (stage) => html`<a class="button second" href="${picked(stage)}">${spokenStages[stage]}</a>`,
  )}</div>`;
}
