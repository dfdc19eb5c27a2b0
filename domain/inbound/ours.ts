/** What belongs to the business itself: nothing of it is ever a customer's. */
import { brandOf, type Company } from '../business/company.ts';
import { emailDomain, isWithin } from '../business/mail-address.ts';
import { phoneE164 } from '../capture/contact-data.ts';

/** What is read out of a company, once: each field of a form that may be its own is compared with it. */
export function ofCompany<Fact>(read: (company: Company) => Fact): (company: Company) => Fact {
  const known = new WeakMap<Company, { readonly fact: Fact }>();
  return (company) => {
    let found = known.get(company);
    if (!found) {
      found = { fact: read(company) };
      known.set(company, found);
    }
    return found.fact;
  };
}

/** Its domains, lower case. Not those of the owner's mailbox: half the country is at his provider. */
export const ourDomains = ofCompany(({ mail, website }): readonly string[] => {
  const host = URL.canParse(website) ? new URL(website).hostname.replace(/^www\./, '') : undefined;
  return [host, emailDomain(mail.from), mail.receive && emailDomain(mail.receive)].flatMap((domain) =>
    domain ? [domain.toLowerCase()] : [],
  );
});

const ownAddresses = ofCompany(({ mail, owner, people }): ReadonlySet<string | undefined> => {
  const own = [mail.from, mail.replyTo, mail.receive, ...owner.email, ...people.map(({ email }) => email)];
  return new Set(own.map((one) => one?.toLowerCase()));
});

/** Is it an address of the business? Its mail addresses, its people's, and everything at its own domains. */
export function isOurAddress(address: string, company: Company): boolean {
  if (ownAddresses(company).has(address)) return true;
  return ourDomains(company).some((domain) => isWithin(emailDomain(address), domain));
}

const ownNames = ofCompany((company): ReadonlySet<string> => {
  const { contactPerson, owner, people } = company;
  const own = [company.name, brandOf(company), contactPerson, owner.name, ...people.map((one) => one.name)];
  return new Set(own.map(comparable));
});

/** Does the business, or somebody who works there, call itself so? */
export const isOurName = (name: string, company: Company): boolean => ownNames(company).has(comparable(name));

/** Its numbers as they compare. */
export const ourPhones = ofCompany(({ phone, emergencyPhone, people, country }): ReadonlySet<string> => {
  const typed = [phone, emergencyPhone, ...people.map((one) => one.phone)];
  return new Set(typed.flatMap((one) => (one === undefined ? [] : (phoneE164(one, country) ?? []))));
});

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
