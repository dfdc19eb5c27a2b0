import { senderOf } from '../../domain/inbound/incoming-mail.ts';
import { stripQuotes } from '../../domain/inbound/quoted-text.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { pipeline } from '../../domain/lead/pipeline.ts';
import { actionLinks } from '../../views/action-links.ts';
import { chase } from '../../views/mail/chase.ts';
import { mailHeaders } from '../../views/mail/headers.ts';
import { changeLead } from '../shared/change-lead.ts';
import { mailFrame } from '../shared/mail-frame.ts';
import { sendOnce } from '../shared/send-once.ts';
import {
  type Arrival,
  forTimeline,
  hasTaken,
  type ReceiveMailDeps,
  referenceTo,
  type Settled,
} from './arrival.ts';

/**
 * A person answered: the cadence ends, and it is the owner's turn. Of an open lead the workflow tells him at once; a
 * closed one has no workflow, so he is told from here.
 * @param known it came from the customer's own address; otherwise the address is named, and the mail gains no right.
 */
export async function takeReply(
  arrival: Arrival,
  { id }: Lead,
  known: boolean,
  deps: ReceiveMailDeps,
): Promise<Settled> {
  const { mail, delivery } = arrival;
  const flags = known ? [] : (['unknown-sender'] as const);
  const reference = await referenceTo({ ...arrival, flags: [...arrival.flags, ...flags] }, deps);
  const from = known ? undefined : (senderOf(mail)?.address ?? 'unbekannt');
  const change = await changeLead(
    deps,
    id,
    {
      type: 'record-reply',
      text: forTimeline(stripQuotes(mail.text, mail.subject).text),
      mail: reference,
      from,
    },
    { by: 'customer', unless: (lead) => hasTaken(lead, delivery.id) },
  );
  if ('lead' in change && isUnattended(change.lead)) await tellOwner(change.lead, delivery.id, deps);
  return { outcome: 'reply-appended', leadId: id, flags };
}

/** Nothing runs that would tell the owner: a closed lead, or an emergency, whose alarm rings on without the news. */
const isUnattended = ({ stage }: Lead): boolean => pipeline[stage].on.customerReplied === 'note';

async function tellOwner(lead: Lead, deliveryId: string, deps: ReceiveMailDeps): Promise<void> {
  const { company, clock, links } = deps;
  const now = clock.now();
  const { all, viewUrl } = actionLinks(links, lead, now);
  const key = `reply#${deliveryId}`;
  await sendOnce(deps, { leadId: lead.id, key, to: 'owner' }, () =>
    mailFrame(company, now, {
      to: company.owner.email,
      replyTo: deps.replyAddresses?.sign(lead.id) ?? lead.contact.email,
      content: chase({
        lead,
        company,
        now,
        cadence: 'replied',
        number: 1,
        stalls: false,
        actions: all,
        viewUrl,
      }),
      headers: {
        ...mailHeaders({ class: 'timer', about: lead.id }),
        'X-Nachfass-Mail': `${lead.id}/${key}`,
      },
    }),
  );
}
