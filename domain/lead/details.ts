/** The facts of a lead that people correct, whatever stage it is in. */
import { plainWords } from '../capture/plain-words.ts';
import type { Moment } from '../time/moment.ts';
import type { Details } from './command.ts';
import type { Contact } from './contact.ts';
import { given } from './draft.ts';
import type { Emptiable } from './emptied.ts';
import { companyOf, salutationKey, withoutSaid } from './form-facts.ts';
import type { Lead } from './lead.ts';
import { answeredAgain, isLiftedBy, reachableAgain } from './reachable-again.ts';
import { without } from './renew.ts';

/** Only what differs from what is known; an address that mails came back from is given anew. */
export function changedDetails(lead: Lead, details: Details): Details {
  const lifts = isLiftedBy(lead, details.email);
  const known: Details = {
    ...lead.contact,
    ...lead.request,
    company: companyOf(lead),
    salutation: salutationKey(lead),
    source: lead.source,
    ...(lifts && { email: undefined }),
  };
  const { emptied = [], otherPhones, ...given } = details;
  const changed = Object.entries(given).filter(
    ([field, value]) => value !== undefined && value !== known[field as keyof Details],
  );
  const gone = emptied.filter((name) => known[name] !== undefined);
  const numbers = JSON.stringify(otherPhones ?? []) !== JSON.stringify(lead.contact.otherPhones ?? []);
  return {
    ...Object.fromEntries(changed),
    ...(otherPhones && numbers && { otherPhones }),
    ...(gone.length > 0 && { emptied: gone }),
  };
}

/** The lead with what was corrected. What becomes urgent is told anew, whatever its owner was told before. */
export function withDetails(lead: Lead, details: Details, at: Moment): Lead {
  const {
    kind,
    urgency,
    source,
    installation,
    timeframe,
    budget,
    wishedDate,
    emptied = [],
    ...contact
  } = details;
  const rings = urgency === 'now' && lead.request.urgency !== 'now';
  const said = emptied.includes('company') ? withoutSaid(lead.request, 'company') : lead.request;
  const changed: Lead = {
    ...(rings ? (without(lead, 'alertedAt') as Lead) : lead),
    contact: withoutEmptied(withContact(lead.contact, contact), emptied),
    request: withoutEmptied(
      {
        ...(urgency === undefined ? said : chosenByHand(said)),
        ...given({ kind, urgency, installation, timeframe, budget, wishedDate }),
      },
      emptied,
    ),
    ...given({ source }),
  };
  return isLiftedBy(lead, contact.email) ? answeredAgain(reachableAgain(changed, at)) : changed;
}

/** What belongs to a fact goes with it. */
const parts: Readonly<Partial<Record<Emptiable, readonly string[]>>> = {
  name: ['name', 'familyName'],
  phone: ['phone', 'phoneE164'],
};

function withoutEmptied<T extends object>(known: T, emptied: readonly Emptiable[]): T {
  const gone = new Set(emptied.flatMap((name) => parts[name] ?? [name]));
  return gone.size === 0
    ? known
    : (Object.fromEntries(Object.entries(known).filter(([name]) => !gone.has(name))) as T);
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

type Phone = Pick<Contact, 'phone' | 'phoneE164'>;

/** Is it the same number, whatever stands between its digits? */
export const isSamePhone = (one: Phone, other: Phone): boolean =>
  one.phoneE164 === undefined || other.phoneE164 === undefined
    ? plainWords(one.phone ?? '') === plainWords(other.phone ?? '')
    : one.phoneE164 === other.phoneE164;

/** Longer lists of numbers are somebody's address book. */
const maxOtherPhones = 5;

/** Another number stands first from now on; the one before is kept beside it. */
export function withPhone(
  contact: Contact,
  next: { phone: string; phoneE164?: string | undefined },
): Contact {
  const { phone, phoneE164, otherPhones = [], ...rest } = contact;
  const before = phone === undefined ? [] : [{ phone, ...given({ phoneE164 }) }];
  const others = [...before, ...otherPhones]
    .filter((one) => !isSamePhone(one, next))
    .slice(0, maxOtherPhones);
  return {
    ...rest,
    phone: next.phone,
    ...given({ phoneE164: next.phoneE164 }),
    ...(others.length > 0 && { otherPhones: others }),
  } as Contact;
}
