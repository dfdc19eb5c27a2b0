/** All that is open, in the sections and words of the digest: where mails lead whose lists are cut. */
import { html } from 'hono/html';
import type { LeadSummary } from '../../domain/lead/summary.ts';
import { type DigestPart, linesIn } from '../../domain/report/digest.ts';
import type { Entry } from '../mail/block.ts';
import { entryOf } from '../mail/digest.ts';
import { actionLabels } from '../words/actions.ts';
import { digestWords, sectionHeadings } from '../words/mails/digest.ts';
import { ownerPage, type PageContext } from './lead-parts.ts';
import type { Html } from './page.ts';
import { shownList } from './shown-list.ts';
import { mailsStyle } from './style.ts';

interface Shown {
  readonly sections: readonly DigestPart[];
  /** What is the reader's turn, whoever else it is with. */
  readonly isHis: (lead: LeadSummary) => boolean;
}

export function requestsPage({ sections, isHis }: Shown, context: PageContext): Promise<string> {
  const list = shownList(context, isHis);
  const filled = sections.filter(({ lines }) => lines.length > 0);
  const title = actionLabels['open-requests'];
  const parts = filled.map((part) => {
    const { section, lines } = part;
    const entries = lines.map((line) => entryOf(list, section, line));
    const hidden = linesIn(part) - lines.length;
    return html`<section id="${section}"><h2>${digestWords.heading(sectionHeadings[section], linesIn(part))}</h2>
<ul class="mails entries">${entries.map(entryRow)}</ul>${hidden > 0 ? html`<p class="quiet">${digestWords.more(hidden)}</p>` : ''}</section>`;
  });
  return ownerPage(
    title,
    context,
    html`<h1>${title}</h1>${filled.length === 0 ? html`<p class="quiet">${digestWords.nothingOpen}</p>` : parts}`,
    mailsStyle,
  );
}

function entryRow({
  name,
  amount,
  details,
  excerpt,
  remarks = [],
  note,
  phone,
  place,
  viewUrl,
}: Entry): Html {
  return html`
<li><p><a href="${viewUrl}"><strong>${name}</strong></a>${amount ? html` <span class="quiet">${amount}</span>` : ''}
${note ? html`<br><strong>${note}</strong>` : ''}${excerpt ? html`<br>${excerpt}` : ''}
${place ? html`<br><a href="${place.url}">${place.text}</a>` : ''}
<small>${[details, ...remarks].filter(Boolean).join(' · ')}</small></p>
${phone?.url ? html`<a href="${phone.url}">☎ ${phone.text}</a>` : ''}</li>`;
}
