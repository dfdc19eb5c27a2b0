/** Rule 10: whose request is it? The web server's, the portal's or our own address is nobody's. */
import type { Company } from '../business/company.ts';
import { emailDomain } from '../business/mail-address.ts';
import { normaliseEmail } from '../capture/contact-data.ts';
import { type IncomingMail, type MailAddress, senderOf } from './incoming-mail.ts';

/** Addresses that machines write from: form plug-ins, web servers, news letters. */
const machineSender =
  /^(wordpress|no-?reply|no_reply|nicht-?antworten|keine-?antwort|do-?not-?reply|donotreply|mailer|mailer-daemon|postmaster|formular|kontaktformular|formmailer|form|forms|form-submission|webform|website|webseite|webmaster|www-data|www|apache|nobody|root|notifications?|benachrichtigung(en)?|server|system|bounces?|robot|automailer|wixforms)([+._-].*)?@/;

/** Services that send forms on: the person stands in Reply-To or in the text. */
const machineDomains =
  /(^|\.)(jimdo\.com|jimdo-platform\.net|wix-forms\.com|wixforms\.com|wix\.com|wixsitemail\.com|squarespace\.(com|info)|formspree\.io|form-submission\.squarespace\.com|typeform\.com|jotform\.com|amazonses\.com|sendgrid\.net|mailgun\.org)$/;

const addressInText = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
/** As much of the text as is searched. */
const maxSearchedLength = 20_000;

/** Is it an address of the business? Its mail addresses, and everything at its own domains. */
export function isOurAddress(address: string, { mail, owner, website }: Company): boolean {
  const own = [mail.from, mail.replyTo, mail.receive, ...owner.email].map((one) => one?.toLowerCase());
  if (own.includes(address)) return true;
  // Not those of the owner's mailbox: half the country is at his provider.
  const host = URL.canParse(website) ? new URL(website).hostname.replace(/^www\./, '') : undefined;
  const domains = [host, emailDomain(mail.from), mail.receive && emailDomain(mail.receive)];
  return domains.some((domain) => domain && isWithin(emailDomain(address), domain.toLowerCase()));
}

/** Is it the domain or below it? `a.b.de` is within `b.de`, `ab.de` is not. */
export const isWithin = (host: string, domain: string): boolean =>
  host === domain || host.endsWith(`.${domain}`);

/** Does a machine write from there, in somebody's name? */
export function isMachineSender(address: string, company: Company): boolean {
  return (
    machineSender.test(address) || machineDomains.test(emailDomain(address)) || isOurAddress(address, company)
  );
}

export interface MailContact {
  /** Lower case. */
  readonly email?: string;
  readonly name?: string;
}

/** The person behind a mail: From, or whom a machine names in Reply-To or in the text. */
export function readContact(mail: IncomingMail, company: Company): MailContact {
  const people = [senderOf(mail), ...mail.replyTo].filter((one) => one !== undefined);
  const person = people.find(({ address }) => !isMachineSender(address, company));
  if (person) return { email: person.address, ...readName(person) };
  const text = mail.text.slice(0, maxSearchedLength);
  const named = [...text.matchAll(addressInText)]
    .flatMap((match) => {
      const email = normaliseEmail(match[0]);
      return email === undefined
        ? []
        : [{ email, before: text.slice(Math.max(0, match.index - 80), match.index) }];
    })
    .find(({ email }) => !isMachineSender(email, company));
  if (!named) return {};
  // `Von: Karla Kunde <karla@…>`, as a forwarded mail has it.
  const name = /(?:^|[\n:])\s*([^\n:<>]{2,60}?)\s*[<[(]$/.exec(named.before)?.[1];
  return { email: named.email, ...readName({ name, address: named.email }) };
}

/** As people call themselves: `Müller, Jörg` is Jörg Müller; an address is no name. */
export function readName({ name, address }: MailAddress): { readonly name?: string } {
  const text = name
    ?.replace(/["„“”]/g, '')
    .replace(/\s+(via|über|through)\s.*$/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!text || text.includes('@') || !/\p{L}/u.test(text)) return {};
  if (text.toLowerCase() === address.slice(0, address.indexOf('@'))) return {};
  const [last = '', first = '', ...others] = text.split(',').map((part) => part.trim());
  const turned = others.length === 0 && first !== '' && !/\b(gmbh|ug|ag|kg|e\.?\s?k\.?)\b/i.test(text);
  return { name: (turned ? `${first} ${last}` : text).slice(0, 200).toWellFormed() };
}
