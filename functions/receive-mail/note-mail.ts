import type { MailFlag } from '../../domain/inbound/incoming-mail.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';
import { changeByMail } from './change-by-mail.ts';

const outcomes = {
  'auto-reply': 'auto-reply-noted',
  doubtful: 'auto-reply-noted',
  contradicted: 'auto-reply-noted',
  copy: 'reply-appended',
  delayed: 'bounce-noted',
} as const;

/** A mail that changes nothing: it stands on the timeline of its lead, if it has one. */
export async function noteMail(
  what: keyof typeof outcomes,
  arrival: Arrival,
  deps: ReceiveMailDeps,
  flags: readonly MailFlag[] = [],
): Promise<Settled> {
  const outcome = outcomes[what];
  const { lead } = arrival.thread;
  if (!lead) return { outcome, flags };
  const mail = await arrival.keepReference(flags);
  const text = arrival.timelineText;
  await changeByMail(arrival, lead.id, { type: 'note-mail', what, text, mail }, 'system', deps);
  return { outcome, leadId: lead.id, flags };
}
