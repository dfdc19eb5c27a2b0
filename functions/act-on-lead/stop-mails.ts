/** The customer's link: no further mails about this request. */
import { html } from 'hono/html';
import { brandOf, type Company } from '../../domain/business/company.ts';
import type { Language } from '../../domain/lead/contact.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { ContactStore } from '../../domain/ports/contact-store.ts';
import { dial } from '../../views/lead-text.ts';
import { page } from '../../views/page/page.ts';
import { type ChangeLeadDeps, changeLead } from '../shared/change-lead.ts';

interface StopDeps extends ChangeLeadDeps {
  readonly contacts: Pick<ContactStore, 'suppress'>;
}

/**
 * Ends the mails about a request and to the address. Repeating it changes nothing; mail programs press the button for
 * the customer as well (RFC 8058), so it must not ask anything.
 * @throws ConcurrentUpdateError five races lost in a row.
 */
export async function stopMails(lead: Lead | undefined, deps: StopDeps): Promise<void> {
  if (!lead) return;
  await changeLead(deps, lead.id, { type: 'stop' }, { by: 'customer' });
  const { email } = lead.contact;
  // Also when the lead was stopped before: the first try may have ended between the two.
  if (email !== undefined)
    await deps.contacts.suppress({ kind: 'email', value: email }, 'stopped', deps.clock.now());
}

const words = {
  de: {
    title: 'Keine weiteren E-Mails?',
    ask: 'Wenn Sie möchten, schreiben wir Ihnen zu dieser Anfrage keine E-Mails mehr.',
    button: 'Keine E-Mails mehr',
    doneTitle: 'Sie bekommen keine E-Mails mehr',
    done: 'Zu dieser Anfrage schreiben wir Ihnen nicht mehr.',
    reach: 'So erreichen Sie uns weiterhin:',
  },
  en: {
    title: 'No more e-mails?',
    ask: 'If you wish, we will not send you any more e-mails about this request.',
    button: 'No more e-mails',
    doneTitle: 'You will get no more e-mails',
    done: 'We will not write to you about this request any more.',
    reach: 'You can still reach us:',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Asks before anything is stopped: programs that check links must not do it by looking. */
export function stopPage(language: Language, company: Company): Promise<string> {
  const text = words[language];
  return page({
    language,
    title: text.title,
    brand: brandOf(company),
    body: html`<h1>${text.title}</h1>
<p>${text.ask}</p>
<form method="post"><button>${text.button}</button></form>
${reach(language, company)}`,
  });
}

export function stoppedPage(language: Language, company: Company): Promise<string> {
  const text = words[language];
  return page({
    language,
    title: text.doneTitle,
    brand: brandOf(company),
    body: html`<h1>${text.doneTitle}</h1>
<p>${text.done}</p>
${reach(language, company)}`,
  });
}

function reach(language: Language, company: Company) {
  return html`<div class="sheet"><p>${words[language].reach}</p>
<p><a href="${dial(company.phone) ?? company.website}">${company.phone}</a><br>
<a href="mailto:${company.mail.replyTo}">${company.mail.replyTo}</a></p></div>`;
}
