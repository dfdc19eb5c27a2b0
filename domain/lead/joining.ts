/** Two who asked are one person: each of the requests knows the addresses and numbers of both, and is found by all of them. */
import type { Command, Refusal } from './command.ts';
import type { Contact } from './contact.ts';
import { isSamePhone } from './details.ts';
import { type Draft, given } from './draft.ts';
import type { EventOf } from './event.ts';
import type { Lead } from './lead.ts';
import type { Person } from './persons.ts';

type JoinPerson = Extract<Command, { type: 'join-person' }>;
type OtherPhone = NonNullable<Contact['otherPhones']>[number];

/** What is asked of each request of both: to know the ways of the other. */
export const joinWith = ({ key, emails, phones }: Person): JoinPerson => ({
  type: 'join-person',
  with: key,
  emails,
  phones: phones.map(({ phone, phoneE164 }) => ({
    phone: phone ?? phoneE164 ?? '',
    ...given({ phoneE164 }),
  })),
});

/** Only what it does not know yet. */
export function joinPerson({ contact }: Lead, command: JoinPerson): readonly Draft[] | Refusal {
  const known = [contact.email, ...(contact.otherEmails ?? [])];
  const emails = command.emails.filter((email) => !known.includes(email));
  const phones = command.phones.filter((phone) => !phonesOf(contact).some((one) => isSamePhone(one, phone)));
  if (emails.length === 0 && phones.length === 0) return { code: 'already-done' };
  return [
    {
      type: 'person-joined',
      with: command.with,
      ...(emails.length > 0 && { emails }),
      ...(phones.length > 0 && { phones }),
    },
  ];
}

const phonesOf = ({
  phone,
  phoneE164,
  otherPhones = [],
}: Contact): Pick<Contact, 'phone' | 'phoneE164'>[] => [
  ...(phone === undefined && phoneE164 === undefined ? [] : [{ phone, phoneE164 }]),
  ...otherPhones,
];

/** The request stays as it is: whom it writes to and whom it calls first does not change. */
export function joinedPerson(lead: Lead, { emails = [], phones = [] }: EventOf<'person-joined'>): Lead {
  const { contact } = lead;
  const otherEmails = [...(contact.otherEmails ?? []), ...emails];
  const otherPhones: OtherPhone[] = [...(contact.otherPhones ?? []), ...phones];
  return {
    ...lead,
    contact: {
      ...contact,
      ...(otherEmails.length > 0 && { otherEmails }),
      ...(otherPhones.length > 0 && { otherPhones }),
    },
  };
}
