/** The form with which somebody of the business notes a phone call: about no lead yet. */
import { html, raw } from 'hono/html';
import { callQuestions, callVisitQuestions, type QuestionName } from '../../domain/lead/questions.ts';
import { callHints, callLabels, callRemarks, callPageWords as words } from '../words/call-page.ts';
import { type Attempt, alarmNotice, fieldList } from './field-markup.ts';
import { type Field, fieldsOf } from './fields.ts';
import { type KnownCaller, knownCallerChoice } from './known-caller.ts';
import { ownerPage, type PageContext } from './lead-parts.ts';
import type { Html } from './page.ts';
import { visitNotice, type WarnedVisit, warnedField } from './warned-visit.ts';

interface CallPage {
  readonly context: PageContext;
  /** Makes a form that is sent twice one lead. */
  readonly submissionId: string;
  /** The form was sent before; `notStored`: nothing was wrong with it, but it could be kept nowhere. */
  readonly attempt?: CallAttempt | undefined;
}
export type CallAttempt = Attempt & {
  readonly notStored?: boolean;
  readonly warned?: WarnedVisit | undefined;
  /** Whoever calls from the number. */
  readonly known?: KnownCaller | undefined;
  /** Nothing is kept before it is said whether the call belongs to something open. */
  readonly mustSay?: boolean;
};

/** In the order in which people say it; on a wide screen who calls stands beside what he wants. */
const groups: readonly (readonly [string, readonly QuestionName[]])[] = [
  ['caller', ['phone', 'name']],
  ['wish', ['kind', 'message', 'urgency']],
  ['place', ['address', 'postcode', 'city', 'email']],
  ['rest', ['source', 'note']],
];

export function callPage({ context, submissionId, attempt }: CallPage): Promise<string> {
  const { company, now } = context;
  const fields = fieldsOf(callQuestions, { company, now }).map((field) => ({
    ...field,
    label: callLabels[field.name] ?? field.label,
    hint: callHints[field.name] ?? field.hint,
    remark: callRemarks[field.name],
  }));
  const visit = fieldsOf(callVisitQuestions, { company, now });
  const isOpen = visit.some(({ name }) => name !== 'durationMinutes' && attempt?.typed.get(name));
  const known = attempt?.known && knownCallerChoice(attempt.known, context, attempt.typed.get('belongs'));
  return ownerPage(
    words.title,
    context,
    html`<h1>${words.title}</h1>
${attempt?.notStored ? alarmNotice(words.notStored) : ''}
${attempt?.mustSay ? alarmNotice(words.mustSay) : ''}
${visitNotice(attempt?.warned, company)}
<form method="post" class="call"${context.knownCallerUrl === undefined ? '' : html` data-known-url="${context.knownCallerUrl}"`}>
<input type="hidden" name="submissionId" value="${submissionId}">
<input type="hidden" name="asksKnown" value="1">
${warnedField(attempt?.warned)}
${groups.map(([group, names]) => fieldGroup(group, names, fields, attempt, group === 'caller' ? known : undefined))}
<div class="finish"><details${isOpen ? raw(' open') : ''}><summary>${words.visit}</summary>
<p class="quiet">${words.visitHint}</p>
${fieldList(visit, attempt)}
</details>
<button>${words.button}</button></div>
</form>`,
  );
}

function fieldGroup(
  group: string,
  names: readonly QuestionName[],
  fields: readonly Field[],
  attempt: CallAttempt | undefined,
  known: Html | undefined,
): Html {
  const [first, ...rest] = fields.filter(({ name }) => names.includes(name));
  const isCaller = group === 'caller';
  return html`<div class="${group}">${fieldList(first ? [first] : [], attempt)}${
    isCaller ? html`<div id="known" aria-live="polite">${known ?? ''}</div>` : ''
  }${fieldList(rest, attempt)}</div>`;
}
