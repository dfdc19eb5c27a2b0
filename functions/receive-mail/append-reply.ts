import { senderOf } from '../../domain/inbound/incoming-mail.ts';
import { allActionsFor } from '../../domain/lead/actions.ts';
import { contactKeys } from '../../domain/lead/contact-keys.ts';
import type { ReplyFacts } from '../../domain/lead/event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isOver } from '../../domain/lead/list.ts';
import { pipeline } from '../../domain/lead/pipeline.ts';
import { excerpt } from '../../domain/lead/summary.ts';
import { readAnswer, saysOnlyPlace } from '../../domain/listening/read-answer.ts';
import { saysOnlyYes } from '../../domain/listening/short-yes.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { chase } from '../../views/mail/chase.ts';
import { sealedMail } from '../../views/words/kept-words.ts';
import { unknownSender } from '../../views/words/mail-notices.ts';
import { actionLink, takeLinks, viewLink } from '../shared/action-links.ts';
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
  const onlyYes = saysOnlyYes(arrival.ownWords, lead, deps.company, deps.clock.now());
  const facts = factsOf(arrival, lead, deps);
  const change = await changeByMail(
    arrival,
    id,
    [
      {
        type: 'record-reply',
        text: readable(arrival),
        mail,
        from,
        // "Bis Donnerstag!" is no wish for a day.
        facts: onlyYes ? howToReach(facts) : facts,
        ...(arrival.authentic && { authentic: true as const }),
        ...(saysOnlyPlace(wordsOf(arrival), deps.company) && { onlyPlace: true as const }),
        ...(onlyYes && { onlyYes }),
        ...(stops && { stops }),
      },
      ...(stops ? [{ type: 'stop' } as const] : []),
    ],
    'customer',
    deps,
  );
  // Also when the words stand there already: the first try may have ended between the two.
  if (stops) await stopMailsTo(lead, deps);
  if ('lead' in change) {
    await findByLearned(change.lead, deps);
    if (isUnattended(change.lead, arrival)) await tellOfReply(change.lead, arrival.delivery.id, deps);
  }
  return { outcome: 'reply-appended', leadId: id, flags };
}

/** Whatever address or number an answer taught finds the lead from now on; safe to repeat. */
async function findByLearned({ id, contact, timeline }: Lead, { contacts }: ReceiveMailDeps): Promise<void> {
  if (!timeline.some((event) => event.type === 'fact-learned' && event.from === 'answer')) return;
  for (const key of contactKeys(contact)) await contacts.linkLead(key, id);
}

const wordsOf = ({ newText, ownWords }: Arrival) => ({ text: newText, ownWords });

/** What he wrote; and from where, if the lead has no address to write to. Absent: nothing of the kind. */
function factsOf(arrival: Arrival, lead: Lead, { company }: ReceiveMailDeps): ReplyFacts | undefined {
  const facts = readAnswer(wordsOf(arrival), lead, company);
  const sender = lead.contact.email === undefined ? senderOf(arrival.mail)?.address : undefined;
  if (sender === undefined) return facts;
  return { ...facts, emails: [...new Set([sender, ...(facts?.emails ?? [])])] };
}

function howToReach({ phones, emails }: ReplyFacts = {}): ReplyFacts | undefined {
  if (!phones && !emails) return undefined;
  return { ...(phones && { phones }), ...(emails && { emails }) };
}

/** An answer that nobody here can read says so, above what can be read of it. */
function readable({ mail: { sealed, subject }, stop, timelineText }: Arrival): string | undefined {
  // "Abmelden" may be all there is.
  const words = timelineText ?? (stop ? excerpt(subject) : undefined);
  return sealed ? [sealedMail(sealed), words].filter(Boolean).join('\n\n') : words;
}

/**
 * Nothing runs that would tell the owner: of spam, of an emergency, whose alarm rings on without the news, or of a visit that only
 * waits for its day.
 */
function isUnattended(lead: Lead, { delivery }: Arrival): boolean {
  const reply = lead.timeline.findLast(
    (event) => event.type === 'customer-replied' && event.mail?.id === delivery.id,
  );
  const { forVisit = false, newNumber = false } = reply?.type === 'customer-replied' ? reply : {};
  // A number rings for those who are called.
  if (isOver(lead)) return true;
  return forVisit || (pipeline[lead.stage].on.customerReplied === 'note' && !newNumber);
}

function tellOfReply(lead: Lead, deliveryId: string, deps: ReceiveMailDeps): Promise<void> {
  const { company, links } = deps;
  const writeTo = deps.replyAddresses?.sign(lead.id);
  const notice = {
    leadId: lead.id,
    key: `reply#${deliveryId}`,
    replyTo: writeTo ?? lead.contact.email,
    content(now: Moment) {
      const actions = allActionsFor(lead, now).map((action) => actionLink(links, lead, action, now));
      const viewUrl = viewLink(links, lead.id, now);
      const takes = takeLinks(links, lead, now);
      const mail = { cadence: 'replied', number: 1, stalls: false, actions, takes, viewUrl } as const;
      return chase({ lead, company, now, writeTo, ...mail });
    },
  };
  return tellOwner(notice, deps);
}
