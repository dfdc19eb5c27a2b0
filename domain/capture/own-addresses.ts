/** Addresses and numbers of the business among those that a form sends. */
import type { Company } from '../business/company.ts';
import { isOurName, ourPhones } from '../inbound/ours.ts';
import { looksLikePersonName } from '../lead/person-name.ts';
import { addressesOfAnswer } from './addresses-in-text.ts';
import { dialledNumbers } from './contact-data.ts';
import type { Answer } from './form-answer.ts';
import { type KnownAnswers, takeOut } from './known-answers.ts';
import { isNobodysEmail } from './nobodys-email.ts';
import { plainWords } from './plain-words.ts';

export const withoutEmails = (value: string): string =>
  value.slice(0, 1_000).replace(/\S{1,64}@\S{1,255}/g, ' ');

/** Ours and the customer's in one answer, as senders list whom they write to: the customer's stays. */
function withoutOurs(answer: Answer, company: Company): string | undefined {
  const { value } = answer;
  if (value.length > maxListLength || !betweenAddresses.test(value.trim())) return undefined;
  if (onlyDigits.test(value) && value.replace(/\D/g, '').length < fewestOfTwo) return undefined;
  const ours = ourPhones(company);
  const numbers = dialledNumbers(withoutEmails(value), company.country);
  const emails = [...new Set(addressesOfAnswer(value))];
  const left = [
    ...emails.filter((email) => !isNobodysEmail(email, company)),
    ...numbers.filter(({ e164 }) => !ours.has(e164)).map(({ text }) => text),
  ];
  const isMixed = left.length > 0 && left.length < emails.length + numbers.length;
  return isMixed ? left.join(', ') : undefined;
}
const maxListLength = 500;
/** A number as most write it, and fewer digits than two of them have. */
const onlyDigits = /^[\d +()/.-]*$/;
const fewestOfTwo = 12;
const betweenAddresses = /[\s,;|/<>()]+/;

interface Listed {
  readonly company: Company;
  readonly known: KnownAnswers;
  readonly aside: Answer[];
}

/** Numbers of the business where a form has the customer's: services send the one that was called beside the caller's. */
export function takeOurPhones({ company, known }: Pick<Listed, 'company' | 'known'>): readonly Answer[] {
  const ours = ourPhones(company);
  const isOurs = ({ value }: Answer) => {
    // Programs leave out the plus.
    if (ours.has(`+${value.replace(/\D/g, '')}`)) return true;
    const numbers = dialledNumbers(withoutEmails(value), company.country);
    return !value.includes('@') && numbers.length > 0 && numbers.every(({ e164 }) => ours.has(e164));
  };
  return takeOut(known, 'phone', isOurs);
}

/** Leaves of each list the customer's part; the whole of it goes aside. */
export function splitOursOff({ company, known, aside }: Listed): void {
  for (const role of ['email', 'phone', 'reachable'] as const) {
    const answers = known.get(role);
    if (!answers) continue;
    const split = answers.map((answer) => ({ answer, value: withoutOurs(answer, company) }));
    aside.push(...split.flatMap(({ answer, value }) => (value === undefined ? [] : [answer])));
    known.set(
      role,
      split.map(({ answer, value = answer.value }) => ({ ...answer, value })),
    );
  }
}

/** Who sent the mail of a form: a program mostly, and the customer where nobody else has a name. */
export const namesSender = ({ label, value }: Answer, company: Company): boolean =>
  plainWords(label) === 'from name' && looksLikePersonName(value) && !isOurName(value, company);
