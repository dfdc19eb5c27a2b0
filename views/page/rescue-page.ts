/** Shows what was kept aside as spam, and asks whether it is a request. */
import { html } from 'hono/html';
import type { Company } from '../../domain/business/company.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { messageOf, whoIs } from '../lead-text.ts';
import { visible } from '../visitor-text.ts';
import { rescuePageWords as words } from '../words/rescue-page.ts';
import { ownerPage } from './lead-parts.ts';

export function rescuePage(kept: Lead, company: Company): Promise<string> {
  const message = messageOf(kept, 1_000);
  return ownerPage(
    words.title,
    company,
    html`<h1>${words.title}</h1>
<p>${words.looksLikeSpam}</p>
<div class="sheet"><p><strong>${whoIs(kept.contact)}</strong>${kept.contact.email ? html`<br>${visible(kept.contact.email, 254) ?? ''}` : ''}</p>
${message ? html`<p class="words" style="white-space:pre-line">${message}</p>` : ''}</div>
<form method="post"><button>${words.button}</button></form>
<p class="quiet">${words.otherwise}</p>`,
  );
}
