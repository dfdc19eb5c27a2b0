/** What looks like the work of robots, to be thrown away at once. */
import { html } from 'hono/html';
import type { NotedMail } from '../../domain/report/noted-mails.ts';
import { aboutWhat, whoWrote, whyInWords } from '../noted-mail.ts';
import { shortMoment } from '../words/moments.ts';
import { suspiciousPageWords as words } from '../words/noted-mails.ts';
import { outcomeHeading, ownerPage, type PageContext } from './lead-parts.ts';
import { mailsStyle } from './style.ts';

/** More of them nobody reads; the count says how many there are. */
const maxShown = 50;

/** @param found the newest first. */
export function suspiciousPage(found: readonly NotedMail[], context: PageContext): Promise<string> {
  const { company, now } = context;
  const [newest] = found;
  const more =
    found.length > maxShown ? html`<p class="quiet">${words.more(found.length - maxShown)}</p>` : '';
  return ownerPage(
    words.title,
    context,
    html`<h1>${words.title}</h1>
<p>${newest ? words.why : words.none}</p>
${
  newest
    ? html`<form method="post"><input type="hidden" name="until" value="${newest.receivedAt}"><button>${words.button(found.length)}</button></form>`
    : ''
}
<ul class="mails">${found.slice(0, maxShown).map(
      (one) => html`
<li><p><strong>${whoWrote(one)}</strong><br>${aboutWhat(one)}
<small>${shortMoment(one.receivedAt, now, company)} · ${whyInWords(one)}</small></p></li>`,
    )}</ul>
${more}`,
    mailsStyle,
  );
}

export function dismissedPage(count: number, context: PageContext): Promise<string> {
  return ownerPage(
    words.title,
    context,
    html`${outcomeHeading(words.done(count), true)}
<p>${words.after}</p>`,
  );
}
