/** By what a person is found again: the mail address and the whole phone number. */

import type { ContactKey } from '../ports/contact-store.ts';
import type { Contact } from './contact.ts';

/** A key as one text: what is the same for two requests is the same for both. */
export const textOfKey = ({ kind, value }: ContactKey): string => `${kind} ${value}`;

type Ways = Pick<Contact, 'email' | 'phoneE164' | 'otherPhones' | 'otherEmails'>;

export function contactKeys({ email, phoneE164, otherPhones = [], otherEmails = [] }: Ways): ContactKey[] {
  const others = otherPhones.flatMap(({ phoneE164: other }) => (other === undefined ? [] : [other]));
  return [
    ...[...new Set([email, ...otherEmails])].flatMap((value) =>
      value === undefined ? [] : [{ kind: 'email', value } as const],
    ),
    ...[...new Set([phoneE164, ...others])].flatMap((value) =>
      value === undefined ? [] : [{ kind: 'phone', value } as const],
    ),
  ];
}
