/** What belongs to the business itself: nothing of it is ever a customer's. */
import { brandOf, type Company } from '../business/company.ts';
import { emailDomain, isWithin } from '../business/mail-address.ts';
import { phoneE164 } from '../capture/contact-data.ts';

/** Its domains, lower case. Not those of the owner's mailbox: half the country is at his provider. */
export function ourDomains({ mail, website }: Company): string[] {
  const host = URL.canParse(website) ? new URL(website).hostname.replace(/^www\./, '') : undefined;
  return [host, emailDomain(mail.from), mail.receive && emailDomain(mail.receive)].flatMap((domain) =>
    domain ? [domain.toLowerCase()] : [],
  );
}

/** Is it an address of the business? Its mail addresses, its people's, and everything at its own domains. */
export function isOurAddress(address: string, company: Company): boolean {
  const { mail, owner, people } = company;
  const own = [mail.from, mail.replyTo, mail.receive, ...owner.email, ...people.map(({ email }) => email)];
  if (own.some((one) => one?.toLowerCase() === address)) return true;
  return ourDomains(company).some((domain) => isWithin(emailDomain(address), domain));
}

/** Does the business, or somebody who works there, call itself so? */
export function isOurName(name: string, company: Company): boolean {
  const { contactPerson, owner, people } = company;
  const own = [company.name, brandOf(company), contactPerson, owner.name, ...people.map((one) => one.name)];
  return own.some((one) => comparable(one) === comparable(name));
}

/** Read once for a company: each field of a form that may be a number is compared with them. */
const phonesByCompany = new WeakMap<Company, ReadonlySet<string>>();

/** Its numbers as they compare. */
export function ourPhones(company: Company): ReadonlySet<string> {
  const known = phonesByCompany.get(company);
  if (known) return known;
  const { phone, emergencyPhone, people, country } = company;
  const typed = [phone, emergencyPhone, ...people.map((one) => one.phone)];
  const phones = new Set(typed.flatMap((one) => (one === undefined ? [] : (phoneE164(one, country) ?? []))));
  phonesByCompany.set(company, phones);
  return phones;
}

/** `Werkstr. 5` is Werkstraße 5. */
export function isOurStreet(street: string, { address }: Company): boolean {
  return comparableStreet(street) === comparableStreet(address.street);
}

const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replace(/["„“”'*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const comparableStreet = (text: string): string =>
  comparable(text)
    .replace(/stra(?:ß|ss)e|str\./g, 'str')
    .replace(/\s/g, '');
