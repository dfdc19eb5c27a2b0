import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';
import { changeByMail } from './change-by-mail.ts';
import { noteMail } from './note-mail.ts';

/**
 * A mail that came back. Only if it names one of our mails, and the customer that mail went to, it ends the mails to him:
 * anybody can write a report.
 */
export async function recordBounce(arrival: Arrival, deps: ReceiveMailDeps): Promise<Settled> {
  const {
    bounce,
    thread: { lead },
  } = arrival;
  if (!bounce || !lead) {
    return { outcome: 'bounce-noted', ...(bounce?.kind === 'transient' && { reason: 'delayed' }) };
  }
  const { email } = lead.contact;
  const concerns =
    email !== undefined && (bounce.recipients.length === 0 || bounce.recipients.includes(email));
  if (bounce.kind === 'transient' || !concerns) return noteMail('delayed', arrival, deps);
  await deps.contacts.suppress({ kind: 'email', value: email }, 'bounced', deps.clock.now());
  const mail = await arrival.keepReference();
  const { reason } = bounce;
  await changeByMail(arrival, lead.id, { type: 'record-bounce', email, reason, mail }, 'system', deps);
  return { outcome: 'bounce-noted', leadId: lead.id };
}
