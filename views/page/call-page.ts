/** The form with which the owner notes a phone call: about no lead yet. */
import { html, raw } from 'hono/html';
import { callQuestions, callVisitQuestions } from '../../domain/lead/questions.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { callHints, callLabels, callRemarks, callPageWords as words } from '../words/call-page.ts';
import { type Attempt, alarmNotice, fieldList } from './field-markup.ts';
import { fieldsOf } from './fields.ts';
import { type Framed, ownerPage } from './lead-parts.ts';
import { visitNotice, type WarnedVisit, warnedField } from './warned-visit.ts';

interface CallPage {
  readonly framed: Framed;
  readonly now: Moment;
  /** Makes a form that is sent twice one lead. */
  readonly submissionId: string;
  /** The form was sent before; `notStored`: nothing was wrong with it, but it could be kept nowhere. */
  readonly attempt?: CallAttempt | undefined;
}
export type CallAttempt = Attempt & {
  readonly notStored?: boolean;
  readonly warned?: WarnedVisit | undefined;
};

export function callPage({ framed, now, submissionId, attempt }: CallPage): Promise<string> {
  const { company } = framed;
  const fields = fieldsOf(callQuestions, { company, now }).map((field) => ({
    ...field,
    label: callLabels[field.name] ?? field.label,
    hint: callHints[field.name] ?? field.hint,
    remark: callRemarks[field.name],
  }));
  const visit = fieldsOf(callVisitQuestions, { company, now });
  const isOpen = visit.some(({ name }) => name !== 'durationMinutes' && attempt?.typed.get(name));
  return ownerPage(
    words.title,
    framed,
    html`<h1>${words.title}</h1>
${attempt?.notStored ? alarmNotice(words.notStored) : ''}
${visitNotice(attempt?.warned, company)}
<form method="post">
<input type="hidden" name="submissionId" value="${submissionId}">
${warnedField(attempt?.warned)}
${fieldList(fields, attempt)}
<details${isOpen ? raw(' open') : ''}><summary>${words.visit}</summary>
<p class="quiet">${words.visitHint}</p>
${fieldList(visit, attempt)}
</details>
<button>${words.button}</button>
</form>`,
  );
}
