import { stripQuotes } from '../../domain/inbound/quoted-text.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { changeLead } from '../shared/change-lead.ts';
import {
  type Arrival,
  forTimeline,
  hasTaken,
  type ReceiveMailDeps,
  referenceTo,
  type Settled,
} from './arrival.ts';

/** A mail that changes nothing: it stands on the timeline of its lead, if it has one. */
export async function noteMail(
  what: 'auto-reply' | 'doubtful' | 'copy' | 'delayed',
  arrival: Arrival,
  lead: Lead | undefined,
  deps: ReceiveMailDeps,
): Promise<Settled> {
  const outcome =
    what === 'delayed' ? 'bounce-noted' : what === 'copy' ? 'reply-appended' : 'auto-reply-noted';
  if (!lead) return { outcome };
  const mail = await referenceTo(arrival, deps);
  const text = forTimeline(stripQuotes(arrival.mail.text, arrival.mail.subject).text);
  await changeLead(
    deps,
    lead.id,
    { type: 'note-mail', what, text, mail },
    { by: 'system', unless: (stored) => hasTaken(stored, arrival.delivery.id) },
  );
  return { outcome, leadId: lead.id };
}
