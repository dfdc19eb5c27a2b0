/** The mails that were kept aside, on one page: each to be judged in one line, and made a lead with one tap. */
import { html } from 'hono/html';
import type { NotedMail } from '../../domain/report/noted-mails.ts';
import { aboutWhat, addressBehind, whoWrote, whyInWords } from '../noted-mail.ts';
import { shortMoment } from '../words/moments.ts';
import { notedPageWords as words } from '../words/noted-mails.ts';
import { ownerPage, type PageContext } from './lead-parts.ts';
import type { Html } from './page.ts';
import { mailsStyle } from './style.ts';

interface NotedRow {
  readonly mail: NotedMail;
  /** Makes a lead of it, or leads to the lead it is; absent: nothing of it was kept. */
  readonly url?: string | undefined;
  readonly rescued?: boolean;
}

export function notedMailsPage(
  { rows, older }: { readonly rows: readonly NotedRow[]; readonly older: number | undefined },
  context: PageContext,
): Promise<string> {
  const more =
    older === undefined ? '' : html`<p class="foot"><a href="?from=${older}">${words.older}</a></p>`;
  return ownerPage(
    words.title,
    context,
    html`<h1>${words.title}</h1>
<p class="quiet">${rows.length === 0 ? words.none : words.why}</p>
<ul class="mails">${rows.map((row) => rowOf(row, context))}</ul>
${more}`,
    mailsStyle,
  );
}

function rowOf({ mail, url, rescued = false }: NotedRow, { now, company, viewUrl }: PageContext): Html {
  const address = addressBehind(mail);
  const standsOn = mail.standsOn;
  const link = rescued ? words.rescued : words.rescue;
  return html`
<li><p><strong>${whoWrote(mail)}</strong>${address === undefined ? '' : html` <span class="quiet">${address}</span>`}<br>${aboutWhat(mail)}
<small>${shortMoment(mail.receivedAt, now, company)} · ${whyInWords(mail)}${mail.settled === 'dismissed' ? ` · ${words.dismissed}` : ''}${standsOn === undefined ? '' : html` · <a href="${viewUrl(standsOn)}">${words.standsOn(standsOn)}</a>`}</small></p>
${url === undefined ? '' : html`<a class="button second" href="${url}">${link}</a>`}</li>`;
}
