/** What whoever reads a mail of ours to a customer can do: end the mails about a request, or say that it is not his. */
import type { Lead } from '../../domain/lead/lead.ts';
import type { ContactStore } from '../../domain/ports/contact-store.ts';
import type { Limits } from '../../domain/ports/limits.ts';
import { type ChangeLeadDeps, changeLead } from '../shared/change-lead.ts';
import { loadLiving } from '../shared/living-lead.ts';

export interface StopMailsDeps extends ChangeLeadDeps {
  readonly contacts: Pick<ContactStore, 'suppress'>;
  readonly limits: Pick<Limits, 'noteDisowned'>;
}

/**
 * Ends the mails about a request and to the address. Repeating it changes nothing; mail programs press the button for
 * the customer as well (RFC 8058), so it must not ask anything.
 * @throws ConcurrentUpdateError five races lost in a row.
 */
export async function stopMails(lead: Lead | undefined, deps: StopMailsDeps): Promise<void> {
  if (!lead) return;
  await changeLead(deps, lead.id, { type: 'stop' }, { by: 'customer' });
  const { email } = lead.contact;
  // Also when the lead was stopped before: the first try may have ended between the two.
  if (email !== undefined)
    await deps.contacts.suppress({ kind: 'email', value: email }, 'stopped', deps.clock.now());
}

/**
 * Nothing more goes to this address about the request, and for some weeks no answer to any other that nobody has proven. The
 * request itself stays, and its owner is told to phone: perhaps the customer misspelt his address. Repeating it changes nothing.
 * @throws ConcurrentUpdateError five races lost in a row.
 */
export async function disownLead(lead: Lead | undefined, deps: StopMailsDeps): Promise<void> {
  if (!lead) return;
  // First: a second press finds the lead done.
  const { email } = lead.contact;
  if (email !== undefined) await deps.limits.noteDisowned(email, deps.clock.now());
  // It may go on in another one, whose mails go to the same address.
  const living = await loadLiving(lead.id, deps.leads);
  const written = living && living.contact.email === email ? living : lead;
  await changeLead(deps, written.id, { type: 'disown' }, { by: 'customer' });
}
