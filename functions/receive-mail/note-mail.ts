import type { MailFlag } from '../../domain/inbound/incoming-mail.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';
import { changeByMail } from './change-by-mail.ts';

const noted = {
  'auto-reply': { outcome: 'auto-reply-noted' },
  doubtful: { outcome: 'auto-reply-noted', reason: 'doubtful' },
  contradicted: { outcome: 'auto-reply-noted', reason: 'doubtful' },
  accepted: { outcome: 'reply-appended' },
  copy: { outcome: 'reply-appended', reason: 'copy' },
} as const;

/** A mail that changes nothing: it stands on the timeline of its lead, if it has one. */
export async function noteMail(
  what: keyof typeof noted,
  arrival: Arrival,
  deps: ReceiveMailDeps,
  flags: readonly MailFlag[] = [],
): Promise<Settled> {
  const settled = { ...noted[what], flags };
  const { lead } = arrival.thread;
  if (!lead) return settled;
  const mail = await arrival.keepReference(flags);
  const text = arrival.timelineText;
  await changeByMail(arrival, lead.id, [{ type: 'note-mail', what, text, mail }], 'system', deps);
  return { ...settled, leadId: lead.id };
}
