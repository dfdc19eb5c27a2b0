/** The page of an action: its questions and one button that does it. */

import { html, raw } from 'hono/html';
import { brandOf } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Stage } from '../../domain/lead/pipeline.ts';
import { actionLink } from '../action-links.ts';
import { actionLabels } from '../words/actions.ts';
import { stageLabels } from '../words/stages.ts';
import type { ActionForm, FormAction } from './action-forms.ts';
import { type Html, page } from './page.ts';
import { leadStyle, type PageContext, whoIsIt } from './page-parts.ts';
import { type Field, ownName } from './questions.ts';

/** What was typed and what is wrong with it, where a form is shown again. */
export interface Attempt {
  readonly form: URLSearchParams;
  /** By field name. */
  readonly faults: ReadonlyMap<string, string>;
  /** What no single field can mend. */
  readonly refusal?: string | undefined;
}

interface FormPage {
  readonly form: ActionForm;
  readonly fields: readonly Field[];
  /** The stage that was picked, and the others on offer. */
  readonly chosen?: Stage | undefined;
  readonly others: readonly Stage[];
  readonly attempt?: Attempt | undefined;
}

/** The form of an action on a lead. */
export function formPage(lead: Lead, shown: FormPage, context: PageContext): Promise<string> {
  const { form, fields, chosen, others, attempt } = shown;
  const { company, links, now } = context;
  const consequence = form.consequence?.(lead, company);
  return page({
    language: 'de',
    title: form.heading,
    brand: brandOf(company),
    style: leadStyle,
    body: html`<h1>${form.heading}</h1>
${whoIsIt(lead)}
${attempt?.refusal ? html`<div class="notice alarm" role="alert"><p>${attempt.refusal}</p></div>` : ''}
<form method="post">
<input type="hidden" name="shownAt" value="${now}">
${chosen ? html`<input type="hidden" name="to" value="${chosen}">` : ''}
${fieldList(fields, attempt)}
${consequence ? html`<p class="quiet">${consequence}</p>` : ''}
<button${form.destroys ? raw(' class="alarm"') : ''}>${form.button}</button>
</form>
${others.length > 0 ? html`<details><summary>Andere Stufe</summary>${stageList(others)}</details>` : ''}
<p class="foot"><a href="${actionLink(links, lead, 'view', now).url}">Ganze Anfrage ansehen</a></p>`,
  });
}

/** Where there are several ways: one tap picks the stage, the next page asks for what that stage needs. */
export function stagePage(
  lead: Lead,
  action: FormAction,
  stages: readonly Stage[],
  context: PageContext,
): Promise<string> {
  const { company, links, now } = context;
  return page({
    language: 'de',
    title: actionLabels[action],
    brand: brandOf(company),
    style: leadStyle,
    body: html`<h1>${actionLabels[action]}</h1>
${whoIsIt(lead)}
<p class="stage">${stageLabels[lead.stage].de}</p>
<p>Wohin soll die Anfrage?</p>
${stageList(stages)}
<p class="foot"><a href="${actionLink(links, lead, 'view', now).url}">Ganze Anfrage ansehen</a></p>`,
  });
}

/** Links to the same page with a stage picked: they change nothing. */
function stageList(stages: readonly Stage[]): Html {
  return html`<div class="list">${stages.map(
    (stage) => html`<a class="button second" href="?to=${stage}">${stageLabels[stage].de}</a>`,
  )}</div>`;
}

/** The fields, with what was typed and what is wrong, if they were sent before. */
export function fieldList(fields: readonly Field[], attempt: Attempt | undefined): Html {
  return html`${fields.map((field) => fieldMarkup(field, attempt))}`;
}

interface Shown {
  readonly id: string;
  readonly text: string;
  readonly own: string;
  /** Attributes that tie the field to its hint and its fault. */
  readonly described: Html;
}

function fieldMarkup(field: Field, attempt: Attempt | undefined): Html {
  const { name, label, hint, control } = field;
  const fault = attempt?.faults.get(name);
  const id = `f-${name}`;
  const told = [...(hint ? [`${id}-hint`] : []), ...(fault ? [`${id}-fault`] : [])].join(' ');
  const shown: Shown = {
    id,
    text: attempt?.form.get(name) ?? (attempt || control.type === 'tick' ? '' : control.initial),
    own: attempt?.form.get(ownName(field)) ?? '',
    described: html`${told ? html` aria-describedby="${told}"` : ''}${fault ? raw(' aria-invalid="true"') : ''}`,
  };
  const below = html`${hint ? html`<p class="quiet" id="${id}-hint">${hint}</p>` : ''}
${fault ? html`<p class="fault" id="${id}-fault">${fault}</p>` : ''}`;
  const remark = field.remark ? html` <small>(${field.remark})</small>` : '';
  switch (control.type) {
    case 'choice':
      return html`<fieldset${shown.described}><legend>${label}</legend>${choice(field, control, shown)}${below}</fieldset>`;
    case 'tick':
      return html`<div class="field"><label class="tick"><input type="checkbox" name="${name}" value="ja"${shown.described}><span>${label}</span></label>${below}</div>`;
    default:
      return html`<div class="field"><label for="${id}">${label}${remark}</label>${single(field, control, shown)}${below}</div>`;
  }
}

type Control = Field['control'];
type ControlOf<T extends Control['type']> = Extract<Control, { type: T }>;

function single(field: Field, control: ControlOf<'input' | 'text' | 'select'>, shown: Shown): Html {
  const { name, required } = field;
  const common = html`id="${shown.id}" name="${name}"${required ? raw(' required') : ''}${shown.described}`;
  switch (control.type) {
    case 'input': {
      const input = html`<input ${common} value="${shown.text}"${attributes(control.attributes)}>`;
      return control.unit ? html`<div class="unit">${input}<span>${control.unit}</span></div>` : input;
    }
    case 'text':
      return html`<textarea ${common} rows="${control.rows}">${shown.text}</textarea>`;
    case 'select':
      return html`<select ${common}>${control.options.map(
        ({ value, label }) =>
          html`<option value="${value}"${value === shown.text ? raw(' selected') : ''}>${label}</option>`,
      )}</select>`;
  }
}

function choice(field: Field, { options, own }: ControlOf<'choice'>, shown: Shown): Html {
  const short = options.every(({ label }) => label.length <= 12);
  return html`<div class="${short ? 'chips row' : 'choices'}">${options.map(
    ({ value, label }) =>
      html`<label class="chip"><input type="radio" name="${field.name}" value="${value}"${value === shown.text ? raw(' checked') : ''}><span>${label}</span></label>`,
  )}</div>
${
  own
    ? html`<label class="own"><span>${own.label}</span><input name="${ownName(field)}" value="${shown.own}"${attributes(own.attributes)}></label>`
    : ''
}`;
}

function attributes(all: Readonly<Record<string, string>>): Html {
  return html`${Object.entries(all).map(([name, value]) => html` ${raw(name)}="${value}"`)}`;
}
