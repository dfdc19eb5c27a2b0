/** An answer to a digest that waits for one tap, and what became of it. */
import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import type { DigestAnswer } from '../../domain/ports/digest-answers.ts';
import { type AnswerText, linesOfAnswer } from '../answer-text.ts';
import { actionLabels } from '../words/actions.ts';
import { formatDayAndTime } from '../words/format.ts';
import { digestReplyWords } from '../words/mails/digest-reply.ts';
import { heldAnswerWords as words } from '../words/mails/held-answer.ts';
import { type Framed, outcomeHeading, ownerPage } from './lead-parts.ts';
import type { Html } from './page.ts';

type Shown = AnswerText & Pick<DigestAnswer, 'receivedAt' | 'held' | 'writtenBy'>;

/** What would be entered, and one button for all of it. */
export function heldAnswerPage(answer: Shown, framed: Framed): Promise<string> {
  const { company } = framed;
  const { open, unclear } = linesOfAnswer(answer, company);
  const form = html`<form method="post"><button>${actionLabels['enter-answer']}</button></form>
${answer.held ? html`<p class="quiet">${words.otherwise[answer.held]}</p>` : ''}`;
  return ownerPage(
    words.pageTitle,
    framed,
    html`<h1>${words.pageTitle}</h1>
${fromWhen(answer, company)}
${open.length > 0 ? html`<div class="sheet">${listOf(open)}</div>${form}` : html`<p>${words.nothing}</p>`}
${askedBack(unclear)}`,
  );
}

/** What became of it. @param before it had been entered by an earlier tap. */
export function enteredAnswerPage(answer: Shown, before: boolean, framed: Framed): Promise<string> {
  const { company } = framed;
  const { done, already, refused, unclear } = linesOfAnswer(answer, company);
  const title = before ? words.enteredBefore : titleOf(done.length, already.length, refused.length);
  return ownerPage(
    title,
    framed,
    html`${outcomeHeading(title, done.length > 0)}
${fromWhen(answer, company)}
${done.length > 0 ? html`<div class="sheet">${listOf(done)}</div>` : ''}
${section(digestReplyWords.already, already)}
${section(digestReplyWords.refused, refused)}
${askedBack(unclear)}`,
  );
}

export function busyAnswerPage(framed: Framed): Promise<string> {
  return ownerPage(
    words.busyTitle,
    framed,
    html`<h1>${words.busyTitle}</h1>
<p>${words.busy}</p>`,
  );
}

function titleOf(done: number, already: number, refused: number): string {
  if (done === 0 && already > 0 && refused === 0) return digestReplyWords.already;
  if (done === 0) return words.enteredNone;
  return refused === 0 ? words.entered : words.enteredPartly;
}

const fromWhen = ({ receivedAt, writtenBy }: Shown, { timeZone }: Company): Html =>
  html`<p>${words.written(formatDayAndTime(receivedAt, timeZone, 'de'), writtenBy)}</p>`;

const askedBack = (lines: readonly string[]): Html | '' =>
  lines.length === 0
    ? ''
    : html`${section(digestReplyWords.unclear, lines)}
<p class="quiet">${words.unclearHint}</p>`;

const listOf = (lines: readonly string[]): Html =>
  html`<ul class="lines">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;

const section = (heading: string, lines: readonly string[]): Html | '' =>
  lines.length === 0 ? '' : html`<h2>${heading}</h2><div class="sheet">${listOf(lines)}</div>`;
