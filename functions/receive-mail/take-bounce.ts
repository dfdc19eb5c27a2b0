import { type Bounce, readBounce } from '../../domain/inbound/bounce.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { changeLead } from '../shared/change-lead.ts';
import { type Arrival, hasTaken, type ReceiveMailDeps, referenceTo, type Settled } from './arrival.ts';
import { noteMail } from './note-mail.ts';

/**
 * A mail that came back. Only if it names one of our mails, and the customer that mail went to, it ends the mails to him:
 * anybody can write a report.
 */
export async function takeBounce(arrival: Arrival, deps: ReceiveMailDeps): Promise<Settled> {
  const bounce = readBounce(arrival.mail);
  const lead = bounce && (await leadOfBounce(bounce, deps));
  if (!bounce || !lead) return { outcome: 'bounce-noted' };
  const { email } = lead.contact;
  const concerns =
    email !== undefined && (bounce.recipients.length === 0 || bounce.recipients.includes(email));
  if (bounce.kind === 'transient' || !concerns) return noteMail('delayed', arrival, lead, deps);
  await deps.contacts.suppress({ kind: 'email', value: email }, 'bounced', deps.clock.now());
  await changeLead(
    deps,
    lead.id,
    { type: 'record-bounce', email, reason: bounce.reason, mail: await referenceTo(arrival, deps) },
    { by: 'system', unless: (stored) => hasTaken(stored, arrival.delivery.id) },
  );
  return { outcome: 'bounce-noted', leadId: lead.id };
}

async function leadOfBounce(bounce: Bounce, deps: ReceiveMailDeps): Promise<Lead | undefined> {
  for (const messageId of bounce.messageIds) {
    const leadId = await deps.mailLog.findLead(messageId);
    if (leadId !== undefined) return deps.leads.load(leadId);
  }
  return bounce.leadId === undefined ? undefined : deps.leads.load(bounce.leadId);
}
