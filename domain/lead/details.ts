/** The facts of a lead that people correct, whatever stage it is in. */
import type { Moment } from '../time/moment.ts';
import type { Details } from './command.ts';
import type { Contact } from './contact.ts';
import { given } from './draft.ts';
import type { Lead } from './lead.ts';
import { answeredAgain, isLiftedBy, reachableAgain } from './reachable-again.ts';
import { without } from './renew.ts';

/** Only what differs from what is known; an address that mails came back from is given anew. */
export function changedDetails(lead: Lead, details: Details): Details {
  const lifts = isLiftedBy(lead, details.email);
  const known: Details = {
    ...lead.contact,
    ...lead.request,
    source: lead.source,
    ...(lifts && { email: undefined }),
  };
  const changed = Object.entries(details).filter(
    ([field, value]) => value !== undefined && value !== known[field as keyof Details],
  );
  return Object.fromEntries(changed);
}

/** The lead with what was corrected. What becomes urgent is told anew, whatever its owner was told before. */
export function withDetails(lead: Lead, details: Details, at: Moment): Lead {
  const { kind, urgency, source, installation, timeframe, budget, ...contact } = details;
  const rings = urgency === 'now' && lead.request.urgency !== 'now';
  const changed: Lead = {
    ...(rings ? (without(lead, 'alertedAt') as Lead) : lead),
    contact: withContact(lead.contact, contact),
    request: {
      ...(urgency === undefined ? lead.request : chosenByHand(lead.request)),
      ...given({ kind, urgency, installation, timeframe, budget }),
    },
    ...given({ source }),
  };
  return isLiftedBy(lead, contact.email) ? answeredAgain(reachableAgain(changed, at)) : changed;
}

/** No word of the message decided it any more. */
function chosenByHand({ urgencyWord: _, ...request }: Lead['request']): Lead['request'] {
  return request;
}

/** A number as typed and as it is dialled belong together; a name that somebody corrected is no bare family name. */
function withContact(known: Contact, changed: Partial<Contact> | Details): Contact {
  const { phoneE164, familyName, ...rest } = known;
  return {
    ...rest,
    ...(changed.phone === undefined && phoneE164 !== undefined && { phoneE164 }),
    ...(changed.name === undefined && familyName !== undefined && { familyName }),
    ...given(changed),
  } as Contact;
}
