/** Somebody writes that he wants no mails any more, and gets none, as if he had used the link for it. */
import { onlySender } from '../../domain/inbound/authentic.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Arrival, ReceiveMailDeps } from './arrival.ts';

/** Only who writes from the very address that the mails go to ends them; a token gives no right, nor what a form says. */
export function stopsMails(arrival: Arrival, { contact }: Lead): true | undefined {
  const isHis = contact.email !== undefined && stopperOf(arrival) === contact.email;
  return isHis || undefined;
}

/** Whose mails end: the sender's, unless it is contradicted that it is him. */
export function stopperOf({ stop, mail, provenance }: Arrival): string | undefined {
  return stop && provenance !== 'contradicted' ? onlySender(mail)?.address : undefined;
}

/** Nothing of any request goes to the address of the lead. Repeating it changes nothing. */
export async function stopMailsTo(
  { contact: { email } }: Lead,
  { contacts, clock }: ReceiveMailDeps,
): Promise<void> {
  if (email !== undefined) await contacts.suppress({ kind: 'email', value: email }, 'stopped', clock.now());
}
