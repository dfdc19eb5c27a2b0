/** By what a person is found again: the mail address and the whole phone number. */

import type { ContactKey } from '../ports/contact-store.ts';
import type { Contact } from './contact.ts';

export function contactKeys({ email, phoneE164 }: Pick<Contact, 'email' | 'phoneE164'>): ContactKey[] {
  return [
    ...(email === undefined ? [] : [{ kind: 'email', value: email } as const]),
    ...(phoneE164 === undefined ? [] : [{ kind: 'phone', value: phoneE164 } as const]),
  ];
}
