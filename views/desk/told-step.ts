/** Above a page: what was just done, and the way to take it back. */
import { html } from 'hono/html';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { whoseRequest } from '../lead-text.ts';
import type { Html } from '../page/page.ts';
import { toldStepWords as words } from '../words/desk/told-step.ts';
import { leadUrl, undoUrl } from './places.ts';

export interface ToldStep {
  readonly lead: Lead;
  /** In the words of the step. */
  readonly text: string;
  /** Absent: it cannot be taken back, or no longer. */
  readonly undo?: { readonly doneAt: Moment; readonly back: string } | undefined;
}

/** So long it is offered, where scripts run; without them it stays, and a late tap is told why not. */
const offeredSeconds = 20;

export function toldStep({ lead, text, undo }: ToldStep): Html {
  const button = undo
    ? html`<form method="post" action="${undoUrl(lead.id)}" data-seconds="${offeredSeconds}">
<input type="hidden" name="doneAt" value="${undo.doneAt}"><input type="hidden" name="back" value="${undo.back}">
<button>${words.undo}</button></form>`
    : '';
  return html`<div class="told-step" role="status"><p><span class="done" aria-hidden="true">✓</span> ${text} <a href="${leadUrl(lead.id)}">${whoseRequest(lead)}</a></p>${button}</div>`;
}
