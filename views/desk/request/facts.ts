/** What is known of a request, in groups, each with its form where it stands. */
import { html, raw } from 'hono/html';
import { actionForm } from '../../../domain/lead/action-form.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { openProposals } from '../../../domain/lead/learning.ts';
import type { Question, QuestionName } from '../../../domain/lead/questions.ts';
import { toldKey } from '../../../domain/lead/told.ts';
import { type FactRow, factList } from '../../page/fact-list.ts';
import { fieldList, shownAt } from '../../page/field-markup.ts';
import { type Control, type Field, fieldsOf, initialOf } from '../../page/fields.ts';
import type { PageContext } from '../../page/lead-parts.ts';
import type { Html } from '../../page/page.ts';
import { visible } from '../../visitor-text.ts';
import { factLabels, requestWords as words } from '../../words/desk/request.ts';
import { learnedLabels } from '../../words/learned.ts';
import { factsUrl } from '../places.ts';
import { type FactGroup, factGroups, problemNotice, type RequestAttempt } from './request-form.ts';

const groups: Readonly<Record<FactGroup, readonly QuestionName[]>> = {
  contact: ['name', 'salutation', 'company', 'phone', 'otherPhones', 'email', 'language'],
  place: ['address', 'postcode', 'city'],
  request: ['kind', 'urgency', 'installation', 'timeframe', 'budget', 'wishedDate'],
  sale: ['valueCents', 'probability', 'source'],
};

/** What a group asks, as the step that corrects everything at once asks it. */
export const questionsOf = (group: FactGroup, lead: Lead): readonly Question[] =>
  (actionForm('refine', undefined)?.asks(lead) ?? []).filter(({ name }) => groups[group].includes(name));

export function facts(
  lead: Lead,
  attempt: RequestAttempt | undefined,
  mayChange: boolean,
  context: PageContext,
): Html {
  return html`${proposals(lead, mayChange, context)}${factGroups.map((group) =>
    factGroup(group, lead, attempt?.form === group ? attempt : undefined, mayChange, context),
  )}`;
}

function factGroup(
  group: FactGroup,
  lead: Lead,
  attempt: RequestAttempt | undefined,
  mayChange: boolean,
  context: PageContext,
): Html | '' {
  const { company, now } = context;
  const fields = fieldsOf(questionsOf(group, lead), { company, now, lead });
  if (fields.length === 0) return '';
  const rows = fields.map((field): FactRow => [factLabels[field.name] ?? field.label, shown(field)]);
  const form = attempt && { typed: attempt.typed, faults: attempt.faults ?? new Map() };
  return html`<section class="facts" id="facts-${group}"><h3>${words.groups[group]}</h3>
${factList(rows) || html`<p class="quiet">${words.noFacts}</p>`}
${
  mayChange
    ? html`<details${attempt ? raw(' open') : ''}><summary><span class="away">${words.groups[group]} </span>${words.change}</summary>
<form method="post" action="${factsUrl(lead.id)}">${problemNotice(attempt, context)}
<input type="hidden" name="group" value="${group}">${shownAt(now)}
${fieldList(fields, form)}
<button class="button second">${words.save}</button></form></details>`
    : ''
}</section>`;
}

/** A fact as it is read; nothing if it is unknown. */
function shown(field: Field): string | undefined {
  const { control } = field;
  const value = initialOf(field);
  if (value === '') return undefined;
  const text = optionOf(control, value) ?? visible(value, 300);
  const unit = control.type === 'input' ? control.unit : undefined;
  return text === undefined || unit === undefined ? text : `${text} ${unit}`;
}

const optionOf = (control: Control, value: string): string | undefined =>
  control.type === 'choice' || control.type === 'select'
    ? control.options.find((option) => option.value === value)?.label
    : undefined;

/** What the customer's answers say otherwise; one tap takes it or leaves it. */
function proposals(lead: Lead, mayChange: boolean, { now }: PageContext): Html | '' {
  const told = openProposals(lead);
  if (told.length === 0) return '';
  return html`<div class="notice" id="proposals"><p>${words.differs}</p>${told.map(
    (one) => html`<form class="told" method="post" action="${factsUrl(lead.id)}">${shownAt(now)}
<input type="hidden" name="told" value="${toldKey(one)}">
<p>${learnedLabels[one.fact]}: <strong>${visible(one.value, 200) ?? ''}</strong></p>${
      mayChange
        ? html`<div class="taps"><button class="button second" name="do" value="take">${words.take}</button><button class="button second" name="do" value="dismiss">${words.dismiss}</button></div>`
        : ''
    }</form>`,
  )}</div>`;
}
