import { readFacts } from '../../domain/inbound/facts.ts';
import { senderOf } from '../../domain/inbound/incoming-mail.ts';
import type { ReplyFacts } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isOver } from '../../domain/lead/list.ts';
import { pipeline } from '../../domain/lead/pipeline.ts';
import { excerpt } from '../../domain/lead/summary.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { chase } from '../../views/mail/chase.ts';
import { sealedMail } from '../../views/words/kept-words.ts';
import { unknownSender } from '../../views/words/mail-notices.ts';
import { actionLinks } from '../shared/action-links.ts';
import type { Arrival, ReceiveMailDeps, Settled } from './arrival.ts';
import { changeByMail } from './change-by-mail.ts';
import { stopMailsTo, stopsMails } from './stop-by-mail.ts';
import { tellOwner } from './tell-owner.ts';

/**
 * A person answered: the cadence ends, and it is the owner's turn, of which the workflow tells him at once; where it does not, he
 * is told from here. What did not come from the customer's own address names its own,
 * and gains no right. Who writes from it that he wants no mails any more gets none, as if he had used the link.
 */
export async function appendReply(arrival: Arrival, lead: Lead, deps: ReceiveMailDeps): Promise<Settled> {
  const { id } = lead;
  const { known } = arrival.thread;
  const flags = known ? [] : (['unknown-sender'] as const);
  const mail = await arrival.keepReference(flags);
  const from = known ? undefined : (senderOf(arrival.mail)?.address ?? unknownSender);
  const stops = stopsMails(arrival, lead);
  const change = await changeByMail(
    arrival,
    id,
    [
      {
        type: 'record-reply',
        text: readable(arrival),
        mail,
        from,
        facts: factsOf(arrival, deps),
        ...(stops && { stops }),
      },
      ...(stops ? [{ type: 'stop' } as const] : []),
    ],
    'customer',
    deps,
  );
  // Also when the words stand there already: the first try may have ended between the two.
  if (stops) await stopMailsTo(lead, deps);
  if ('lead' in change && isUnattended(change.lead))
    await tellOfReply(change.lead, arrival.delivery.id, deps);
  return { outcome: 'reply-appended', leadId: id, flags };
}

/** Absent: he wrote neither a number nor an address. */
function factsOf({ newText }: Arrival, { company }: ReceiveMailDeps): ReplyFacts | undefined {
  const { phones, emails, ...place } = readFacts(newText, company);
  const facts = {
    ...(phones.length > 0 && { phones: [...phones] }),
    ...(emails.length > 0 && { emails: [...emails] }),
    ...place,
  };
  return Object.keys(facts).length > 0 ? facts : undefined;
}

/** An answer that nobody here can read says so, above what can be read of it. */
function readable({ mail: { sealed, subject }, stop, timelineText }: Arrival): string | undefined {
  // "Abmelden" may be all there is.
  const words = timelineText ?? (stop ? excerpt(subject) : undefined);
  return sealed ? [sealedMail(sealed), words].filter(Boolean).join('\n\n') : words;
}

/** Nothing runs that would tell the owner: of spam, or an emergency, whose alarm rings on without the news. */
const isUnattended = (lead: Lead): boolean =>
  pipeline[lead.stage].on.customerReplied === 'note' || isOver(lead);

function tellOfReply(lead: Lead, deliveryId: string, deps: ReceiveMailDeps): Promise<void> {
  const { company, links } = deps;
  const writeTo = deps.replyAddresses?.sign(lead.id);
  const notice = {
    leadId: lead.id,
    key: `reply#${deliveryId}`,
    replyTo: writeTo ?? lead.contact.email,
    content(now: Moment) {
      const { all: actions, viewUrl } = actionLinks(links, lead, now);
      const mail = { cadence: 'replied', number: 1, stalls: false, actions, viewUrl } as const;
      return chase({ lead, company, now, writeTo, ...mail });
    },
  };
  return tellOwner(notice, deps);
}
