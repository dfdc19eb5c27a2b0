import { senderOf } from '../../domain/inbound/incoming-mail.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { heldBackMail } from '../../views/mail/held-back.ts';
import { viewLink } from '../shared/action-links.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';
import { noteMail } from './note-mail.ts';
import { tellOwner } from './tell-owner.ts';

/**
 * A mail about a lead of which the checks say that it is not from whom it says, or which does not say it clearly. It may
 * still be honest, if somebody sent it on: it stands on the lead and changes nothing, and the owner judges.
 * @throws MailRefusedError the provider does not take mails now: to be tried again.
 */
export async function holdBack(arrival: Arrival, lead: Lead, deps: ReceiveMailDeps): Promise<Settled> {
  const { company, links } = deps;
  const contradicted = arrival.provenance === 'contradicted';
  const flags = contradicted ? (['contradicted-sender'] as const) : [];
  const settled = await noteMail('contradicted', arrival, deps, flags);
  await tellOwner(
    {
      leadId: lead.id,
      key: `held-back#${arrival.delivery.id}`,
      content: (now) =>
        heldBackMail({
          company,
          lead,
          why: contradicted ? 'contradicted' : 'unclear',
          sender: senderOf(arrival.mail)?.address,
          text: arrival.timelineText ?? '',
          viewUrl: viewLink(links, lead.id, now),
          writeTo: deps.replyAddresses?.sign(lead.id),
        }),
    },
    deps,
  );
  return settled;
}
