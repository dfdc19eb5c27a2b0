/** The fields of the owner's forms, with what was typed and what is wrong, if they were sent before. */
import { html, raw } from 'hono/html';
import type { Refusal } from '../../domain/lead/command.ts';
import { type AnswerFault, maxMessageLength, type QuestionName } from '../../domain/lead/questions.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { explainFault } from '../words/questions.ts';
import { type Control, type Field, initialOf, seenName } from './fields.ts';
import type { Html } from './page.ts';

/** What was typed and what is wrong with it, where a form is shown again. */
export interface Attempt {
  readonly typed: URLSearchParams;
  /** By field; a refusal stands at the field that can mend it. */
  readonly faults: ReadonlyMap<QuestionName, AnswerFault | Refusal>;
}

export function fieldList(fields: readonly Field[], attempt: Attempt | undefined): Html {
  return html`${fields.map((field) => {
    const shown = fieldMarkup(field, attempt);
    return field.when ? html`<div class="when when-${field.when}">${shown}</div>` : shown;
  })}`;
}

/** What no single field can mend. */
export function alarmNotice(text: string): Html {
  return html`<div class="notice alarm" role="alert"><p>${text}</p></div>`;
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
    text: attempt?.typed.get(name) ?? (attempt || !('initial' in control) ? '' : control.initial),
    own: attempt?.typed.get(`${name}-own`) ?? '',
    described: html`${told ? html` aria-describedby="${told}"` : ''}${fault ? raw(' aria-invalid="true"') : ''}`,
  };
  const below = html`${hint ? html`<p class="quiet" id="${id}-hint">${hint}</p>` : ''}
${fault ? html`<p class="fault" id="${id}-fault">${explainFault(fault, askedBy(control))}</p>` : ''}`;
  const remark = field.remark ? html` <small>(${field.remark})</small>` : '';
  switch (control.type) {
    case 'choice':
      return html`<fieldset${shown.described}><legend>${label}</legend>${choice(field, control, shown)}${seen(field, attempt)}${below}</fieldset>`;
    case 'tick':
      return html`<div class="field"><label class="tick"><input type="checkbox" name="${name}" value="ja"${shown.described}><span>${label}</span></label>${below}</div>`;
    case 'ticks':
      return html`<fieldset${shown.described}><legend>${label}</legend>${ticks(field, control, attempt)}${below}</fieldset>`;
    default:
      return html`<div class="field"><label for="${id}">${label}${remark}</label>${single(field, control, shown)}${seen(field, attempt)}${below}</div>`;
  }
}

/** What stood in the field when the form was shown: only what differs from it was corrected. */
function seen(field: Field, attempt: Attempt | undefined): Html | '' {
  if (!field.corrects) return '';
  const name = seenName(field.name);
  return html`<input type="hidden" name="${name}" value="${attempt?.typed.get(name) ?? initialOf(field)}">`;
}

/** What somebody did not do who left a field empty: choices without any on offer are typed. */
function askedBy(control: Control): 'typed' | 'picked' | 'ticked' {
  switch (control.type) {
    case 'tick':
      return 'ticked';
    case 'select':
    case 'ticks':
      return 'picked';
    case 'choice':
      return control.options.length > 0 ? 'picked' : 'typed';
    default:
      return 'typed';
  }
}

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
      return html`<textarea ${common} rows="${control.rows}" maxlength="${maxMessageLength}">${shown.text}</textarea>`;
    case 'select':
      return html`<select ${common}>${control.options.map(
        ({ value, label }) =>
          html`<option value="${value}"${value === shown.text ? raw(' selected') : ''}>${label}</option>`,
      )}</select>`;
  }
}

function choice({ name }: Field, { options, own }: ControlOf<'choice'>, shown: Shown): Html {
  const short = options.every(({ label }) => label.length <= 12);
  const chips = options.map(
    ({ value, label }) =>
      html`<label class="chip"><input type="radio" name="${name}" value="${value}"${value === shown.text ? raw(' checked') : ''}><span>${label}</span></label>`,
  );
  return html`${chips.length > 0 ? html`<div class="${short ? 'chips row' : 'choices'}">${chips}</div>` : ''}
${
  own
    ? html`<label class="own"><span>${own.label}</span><input name="${name}-own" value="${shown.own}"${attributes(own.attributes)}></label>`
    : ''
}`;
}

function ticks({ name }: Field, { options }: ControlOf<'ticks'>, attempt: Attempt | undefined): Html {
  const ticked = attempt?.typed.getAll(name) ?? [];
  return html`${options.map(
    ({ value, label }) =>
      html`<label class="tick"><input type="checkbox" name="${name}" value="${value}"${ticked.includes(value) ? raw(' checked') : ''}><span>${label}</span></label>`,
  )}`;
}

function attributes(all: Readonly<Record<string, string>>): Html {
  return html`${Object.entries(all).map(([name, value]) => html` ${raw(name)}="${value}"`)}`;
}

/** When the form was shown: what happened since is told, and the same form sent twice counts once. */
export const shownAt = (now: Moment): Html => html`<input type="hidden" name="shownAt" value="${now}">`;
