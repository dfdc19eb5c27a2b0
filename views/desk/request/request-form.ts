/** The small forms on the page of a request, and what stands in them when they come back. */
import { html, raw } from 'hono/html';
import type { Company } from '../../../domain/business/company.ts';
import type { Refusal } from '../../../domain/lead/command.ts';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import { type AnswerFault, maxMessageLength, type QuestionName } from '../../../domain/lead/questions.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import type { Html } from '../../page/page.ts';
import { problemWords as words } from '../../words/desk/request.ts';
import { doneInWords } from '../../words/outcomes.ts';

/** Groups of facts that are corrected together. */
export const factGroups = ['contact', 'place', 'request', 'sale'] as const;
export type FactGroup = (typeof factGroups)[number];

export type RequestForm = 'note' | 'answer' | 'next-mail' | FactGroup;

/** A form that was sent and did nothing. */
export interface RequestAttempt {
  readonly form: RequestForm;
  readonly typed: URLSearchParams;
  /** By field. */
  readonly faults?: ReadonlyMap<QuestionName, AnswerFault | Refusal>;
  /** What no field of it can mend. */
  readonly problem?: string | undefined;
  /** What others did since the form was shown. */
  readonly happened?: readonly LeadEvent[];
}

/** What somebody wrote himself; all else is a button, or a choice that stands there anyway. */
const typedWords = ['note', 'answer', 'text', 'group'] as const;

/** What is wrong, above the form that it is about; nothing typed is lost. */
export function problemNotice(
  attempt: RequestAttempt | undefined,
  { company, now }: { readonly company: Company; readonly now: Moment },
): Html | '' {
  if (!attempt || (attempt.problem === undefined && !attempt.happened)) return '';
  const { problem, happened = [] } = attempt;
  return html`<div class="notice alarm">${problem ? html`<p><strong>${problem}</strong></p>` : ''}
${happened.length > 0 ? html`<ul>${happened.map((event) => html`<li>${doneInWords(event, company, now)}</li>`)}</ul>` : ''}
${typedWords.some((name) => attempt.typed.get(name)) || attempt.faults ? html`<p>${words.stillThere}</p>` : ''}</div>`;
}

/** A box to write in, with its fault. */
export function textBox(box: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly rows: number;
  readonly fault?: string | undefined;
}): Html {
  const { id, name, label, hint, text, rows, fault } = box;
  const described = [`${id}-hint`, ...(fault === undefined ? [] : [`${id}-fault`])].join(' ');
  return html`<label for="${id}">${label}</label>
<textarea id="${id}" name="${name}" rows="${rows}" maxlength="${maxMessageLength}" aria-describedby="${described}"${fault === undefined ? '' : raw(' aria-invalid="true"')}>${text}</textarea>
${fault === undefined ? '' : html`<p class="fault" id="${id}-fault">${fault}</p>`}
<p class="quiet" id="${id}-hint">${hint}</p>`;
}
