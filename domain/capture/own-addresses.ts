/** Addresses and numbers of the business among those that a form sends. */
import type { Company } from '../business/company.ts';
import { emailDomain } from '../business/mail-address.ts';
import { isOurAddress, ourPhones } from '../inbound/ours.ts';
import { dialledNumbers } from './contact-data.ts';
import type { Answer } from './form-answer.ts';
import { addressesIn } from './mail-repair.ts';

/** An address of the business, or at a domain that its forms stand on. */
export function isOwnEmail(email: string, company: Company): boolean {
  const hosts = company.origins.map((origin) => new URL(origin).hostname.replace(/^www\./, ''));
  return isOurAddress(email, company) || hosts.includes(emailDomain(email));
}

export const withoutEmails = (value: string): string =>
  value.slice(0, 1_000).replace(/\S{1,64}@\S{1,255}/g, ' ');

/** Ours and the customer's in one answer, as senders list whom they write to: the customer's stays. */
export function withoutOurs(answer: Answer, company: Company): string | undefined {
  const { value } = answer;
  if (value.length > maxListLength) return undefined;
  const ours = ourPhones(company);
  const numbers = dialledNumbers(withoutEmails(value), company.country);
  const emails = [...new Set(value.split(betweenAddresses).flatMap(addressesIn))];
  const left = [
    ...emails.filter((email) => !isOwnEmail(email, company)),
    ...numbers.filter(({ e164 }) => !ours.has(e164)).map(({ text }) => text),
  ];
  const isMixed = left.length > 0 && left.length < emails.length + numbers.length;
  return isMixed ? left.join(', ') : undefined;
}
const maxListLength = 500;
const betweenAddresses = /[\s,;|/<>()]+/;
