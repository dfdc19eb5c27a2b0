/** Steps of a request where it stands in a list: done with one tap where nothing is asked, else a way to the form. */
import { html } from 'hono/html';
import { mayDoWith } from '../../domain/business/recipients.ts';
import type { Action } from '../../domain/lead/action.ts';
import { actionsFor, furtherActionsFor, isAlarm } from '../../domain/lead/actions.ts';
import { ask } from '../../domain/lead/questions.ts';
import type { LeadSummary } from '../../domain/lead/summary.ts';
import { shownAt } from '../page/field-markup.ts';
import { fieldsOf } from '../page/fields.ts';
import type { Html } from '../page/page.ts';
import { actionLabels } from '../words/actions.ts';
import { todayWords as words } from '../words/desk/today.ts';
import type { DeskContext } from './desk-context.ts';
import { leadUrl, stepUrl } from './places.ts';

/** They ask nothing, and can be taken back. */
const oneTap: readonly Action[] = ['confirm', 'mark-read', 'not-reached'];

/** What somebody may do with a request, the likeliest first. */
export function stepsFor(lead: LeadSummary, { company, now, person }: DeskContext): readonly Action[] {
  const read = lead.unanswered?.toRead ? (['mark-read'] as const) : [];
  const all = [...read, ...actionsFor(lead, now), ...furtherActionsFor(lead, now)];
  return [...new Set(all)].filter(
    (action) => action !== 'erase' && mayDoWith(company, person, lead, action, now),
  );
}

/** The likeliest step of a request is filled, and of an emergency it shouts. */
interface Look {
  readonly kind?: 'button' | 'button second' | 'button alarm';
  readonly label?: string;
}

export function stepButton(
  lead: LeadSummary,
  action: Action,
  back: string,
  { now }: DeskContext,
  { kind = 'button second', label = actionLabels[action] }: Look = {},
): Html {
  const url = stepUrl(lead, action, undefined, back);
  return oneTap.includes(action)
    ? html`<form method="post" action="${url}">${shownAt(now)}<button class="${kind}">${label}</button></form>`
    : html`<a class="${kind}" href="${url}">${label}</a>`;
}

/** The likeliest step, filled; to another day; and all others. */
export function stepButtons(
  lead: LeadSummary,
  { back, call, name }: { readonly back: string; readonly call?: Html | ''; readonly name: string },
  context: DeskContext,
): Html {
  const [likeliest, ...others] = stepsFor(lead, context);
  const further = others.filter((action) => action !== 'postpone');
  const kind = likeliest === 'confirm' && isAlarm(lead) ? 'button alarm' : 'button';
  return html`<div class="acts">
${likeliest ? stepButton(lead, likeliest, back, context, { kind }) : ''}${call ?? ''}
${others.includes('postpone') ? later(lead, back, context) : ''}
<details name="of-${lead.id}"><summary><span class="away">${words.about(name)}: </span>${words.more}</summary><ul>
${further.map((action) => html`<li>${stepButton(lead, action, back, context)}</li>`)}
<li><a class="button second" href="${leadUrl(lead.id)}">${words.whole}</a></li></ul></details></div>`;
}

/** The days that are often meant, each with one tap. */
function later(lead: LeadSummary, back: string, { company, now }: DeskContext): Html | '' {
  const [field] = fieldsOf([ask('until')], { company, now });
  if (field?.control.type !== 'choice') return '';
  const url = stepUrl(lead, 'postpone', undefined, back);
  return html`<details name="of-${lead.id}"><summary>${words.later}</summary>
<form method="post" action="${url}">${shownAt(now)}<div class="later">
${field.control.options.map(({ value, label }) => html`<button name="until" value="${value}">${label}</button>`)}
<a class="button second" href="${url}">${words.otherDay}</a></div></form></details>`;
}
