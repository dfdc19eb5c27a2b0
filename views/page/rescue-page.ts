/** Shows what was kept aside, and asks whether it is a request. */
import { html } from 'hono/html';
import type { Lead } from '../../domain/lead/lead.ts';
import type { NotedMail } from '../../domain/report/noted-mails.ts';
import { messageOf, whoIs } from '../lead-text.ts';
import { aboutWhat, addressBehind, whoWrote, whyInWords } from '../noted-mail.ts';
import { visible } from '../visitor-text.ts';
import { shortMoment } from '../words/moments.ts';
import { rescuePageWords as words } from '../words/rescue-page.ts';
import { suspicionInWords } from '../words/suspicion.ts';
import { ownerPage, type PageContext } from './lead-parts.ts';
import { mailFiles } from './mail-parts.ts';
import type { Html } from './page.ts';

interface KeptAside {
  readonly kept: Lead;
  /** The mail it came by, as it was noted. */
  readonly mail?: NotedMail | undefined;
}

export function rescuePage({ kept, mail }: KeptAside, context: PageContext): Promise<string> {
  const { viewUrl } = context;
  const message = messageOf(kept, 3_000);
  const standsOn = mail?.standsOn;
  // The text of a letter begins with its subject, of which the note has perhaps only the beginning.
  const subject = mail && aboutWhat(mail);
  const isTold = subject !== undefined && message?.startsWith(subject.replace(/…$/, ''));
  const heading = isTold ? undefined : subject;
  return ownerPage(
    words.title,
    context,
    html`<h1>${words.title}</h1>
<p>${mail ? words.takenFor(whyInWords(mail)) : words.looksLikeSpam}</p>
${signsOf(kept)}
<div class="sheet">${mail ? senderOf(mail, context) : contactOf(kept)}
${heading === undefined ? '' : html`<p><strong>${heading}</strong></p>`}
${message ? html`<p class="words">${message}</p>` : ''}</div>
${mailFiles(kept)}
${standsOn === undefined ? '' : html`<p><a href="${viewUrl(standsOn)}">${words.standsOn(standsOn)}</a></p>`}
<form method="post"><button>${words.button}</button></form>
<p class="foot quiet">${words.otherwise}</p>`,
  );
}

/** What spoke for a robot. */
function signsOf({ timeline }: Lead): Html | '' {
  const captured = timeline.find((event) => event.type === 'captured');
  return captured?.suspicion ? html`<p class="quiet">${suspicionInWords(captured.suspicion)}</p>` : '';
}

function senderOf(mail: NotedMail, { now, company }: PageContext): Html {
  const address = addressBehind(mail);
  return html`<p><strong>${whoWrote(mail)}</strong>${address === undefined ? '' : html`<br>${address}`}
<br><span class="quiet">${shortMoment(mail.receivedAt, now, company)}</span></p>`;
}

function contactOf({ contact }: Lead): Html {
  const email = visible(contact.email, 254);
  return html`<p><strong>${whoIs(contact)}</strong>${email === undefined ? '' : html`<br>${email}`}</p>`;
}
