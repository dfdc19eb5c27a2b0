/** Rule 10: whose request is it? The web server's, the portal's or our own address is nobody's. */
import type { Company } from '../business/company.ts';
import { emailDomain } from '../business/mail-address.ts';
import { normaliseEmail } from '../capture/contact-data.ts';
import { systemSenders } from './bounce.ts';
import { type Forward, findCustomersMail, isFromUs } from './forward.ts';
import { gluedLabelCutter } from './glued-label.ts';
import { headerOf, type IncomingMail, type MailAddress, senderOf } from './incoming-mail.ts';
import { labelledValues } from './labelled-lines.ts';
import { isOurAddress } from './ours.ts';
import { readSignature } from './signature.ts';

/** Addresses that nobody writes from: form plug-ins, web servers, news letters. */
const machineSender =
  /^(wordpress|no-?reply|no_reply|nicht-?antworten|keine-?antwort|do-?not-?reply|donotreply|mailer|mailer-daemon|postmaster|formmailer|form-submission|webform|www-data|apache|nobody|root|bounces?|robot|automailer|wixforms|microsoftexchange[0-9a-f]{8,})([+._-].*)?@/;

/** Addresses that clubs and firms write from as well as their web servers. */
const sharedSender =
  /^(formular|kontaktformular|forms?|website|webseite|webmaster|www|notifications?|benachrichtigung(en)?|server|system)([+._-].*)?@/;

/** Services that send forms on: the person stands in Reply-To or in the text. */
const machineDomains =
  /(^|\.)(jimdo\.com|jimdo-platform\.net|wix-forms\.com|wixforms\.com|wix\.com|wixsitemail\.com|squarespace\.(com|info)|formspree\.io|form-submission\.squarespace\.com|typeform\.com|jotform\.com|amazonses\.com|sendgrid\.net|mailgun\.org)$/;

/** As much of the text as is searched. */
const maxSearchedLength = 20_000;

/** May a machine write from there, in somebody's name? */
export function isMachineSender(address: string, company: Company): boolean {
  return writesForOthers(address) || isOurAddress(address, company);
}

/** Does a program write from there, whoever's it is? */
export const writesForOthers = (address: string): boolean =>
  machineSender.test(address) || sharedSender.test(address) || machineDomains.test(emailDomain(address));

/** Nobody to answer: a machine or one of us. */
export function isNobody(address: string, company: Company): boolean {
  return (
    machineSender.test(address) || machineDomains.test(emailDomain(address)) || isOurAddress(address, company)
  );
}

export interface MailContact {
  /** Lower case. */
  readonly email?: string;
  readonly name?: string;
}

/**
 * The person behind a mail: From, or whom a machine names in Reply-To or in the text. If one of us hands a mail on, who
 * wrote that.
 */
export function readContact(mail: IncomingMail, company: Company): MailContact {
  const sender = senderOf(mail) ?? mail.fromHint;
  if (sender && isPerson(sender, mail, company)) return { email: sender.address, ...readName(sender) };
  const handedOn = isFromUs(mail, company) ? findCustomersMail(mail, company) : undefined;
  const asFile = handedOn && mail.attached.find((one) => !isFromUs(one, company));
  const author = handedOn && contactOf(handedOn, company);
  const byOwner =
    sender !== undefined && company.owner.email.some((one) => one.toLowerCase() === sender.address);
  if (author?.email !== undefined && byOwner) return author;
  const visitor = mail.replyTo.find(({ address }) => !isMachineSender(address, company));
  if (visitor) return { email: visitor.address, ...readName(visitor) };
  if (author?.email !== undefined) return author;
  if (asFile) return { ...author, ...readContact(asFile, company) };
  if (author?.name !== undefined) return author;
  if (isReturned(mail)) return {};
  const named = handedOn && namedIn(handedOn.text, company);
  return named?.email !== undefined ? named : namedIn(handedOn?.whole ?? mail.text, company);
}

/** The author of a mail that was handed on, if a person is. */
function contactOf({ author: { name, email }, text }: Forward, company: Company): MailContact {
  if (email !== undefined && isMachineSender(email, company)) return {};
  const address = email ?? addressesIn(text, company)[0]?.email;
  return { ...(address !== undefined && { email: address }), ...readName({ name, address: address ?? '@' }) };
}

/** Servers that send a mail back name the address that does not exist. */
function isReturned(mail: IncomingMail): boolean {
  const from =
    senderOf(mail)?.address ??
    headerOf(mail, 'from')
      ?.trim()
      .replace(/^["'<\s]+/, '') ??
    '';
  return (
    systemSenders.test(
      `${from
        .split('@')[0]
        ?.split(/[\s<>"]/)[0]
        ?.toLowerCase()}@`,
    ) || mail.reports.length > 0
  );
}

const addressInText = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;

/** People's addresses in a text, and where they stand. */
function addressesIn(whole: string, company: Company) {
  const text = whole.slice(0, maxSearchedLength);
  const withoutLabel = gluedLabelCutter(text);
  return [...text.matchAll(addressInText)].flatMap((match) => {
    const email = normaliseEmail(withoutLabel(match[0]));
    return email === undefined || isMachineSender(email, company) ? [] : [{ email, at: match.index }];
  });
}

/** "Nachricht von Karla Kunde (karla@…)". */
const saidOfAMail = /^(?:\p{L}+ ){0,3}(?:nachricht|anfrage|mail|e-mail|message|anruf) (?:von|from) /iu;

/** The first of them, and the name before it. */
function namedIn(text: string, company: Company): MailContact {
  const [found] = addressesIn(text, company);
  if (!found) return {};
  // `Von: Karla Kunde <karla@…>`, as a forwarded mail has it.
  const before = text.slice(Math.max(0, found.at - 80), found.at);
  const name = /(?:^|[\n:])\s*([^\n:<>]{2,60}?)\s*[<[(](?:mailto:)?$/
    .exec(before)?.[1]
    ?.replace(saidOfAMail, '');
  return { email: found.email, ...readName({ name, address: found.email }) };
}

/**
 * Does a person write from there? Of an address that machines and people share it takes a person's words, and a name of
 * somebody or the signature below; and no mark of a form.
 */
function isPerson({ name, address }: MailAddress, mail: IncomingMail, company: Company): boolean {
  if (isNobody(address, company)) return false;
  if (!sharedSender.test(address)) return true;
  const answersElsewhere = mail.replyTo.some((one) => one.address !== address);
  if (answersElsewhere || isByProgram(mail)) return false;
  const called = readName({ name, address }).name ?? '';
  const signed = readSignature(mail.text, company.country).name !== undefined;
  const isNamed = called !== '' && !nameOfMachine.test(called);
  return (isNamed || signed) && (personWords.test(mail.text.slice(0, maxSearchedLength)) || signed);
}

const personWords =
  /(?<!\p{L})(?:ich|wir|uns(?:er\p{L}{0,2})?|mein\p{L}{0,2}|mich|mir|i|we|our|my|nous|noi)(?!\p{L})/iu;
const nameOfMachine =
  /website|webseite|homepage|formular|kontakt|wordpress|server|system|newsletter|benachrichtigung|notification|no.?reply|shop|monitor|cron|alert|update|admin|webmaster|\.(?:de|at|ch|com|net|org)$/i;
const programs = /phpmailer|wordpress|typo3|joomla|drupal|contao|swiftmailer|symfony|\bphp\b/i;

/** Marks of programs that send, and the sheet of a form. */
function isByProgram(mail: IncomingMail): boolean {
  const marks = ['x-php-originating-script', 'x-php-script', 'x-wpcf7-content-type', 'list-unsubscribe'];
  if (marks.some((mark) => mail.headers.has(mark)) || programs.test(headerOf(mail, 'x-mailer') ?? ''))
    return true;
  const roles = new Set(labelledValues(mail).map(({ role }) => role));
  return formRoles.filter((role) => roles.has(role)).length > 1;
}
const formRoles = ['name', 'firstName', 'lastName', 'sender', 'email', 'message'] as const;

/** A firm, a club or an office has a comma within its name. */
const notTurned =
  /\b(gmbh|ug|ag|kg|e\.?\s?k\.?|e\.?\s?v\.?|tsv|tsg|tus|sv|fc|tv|vfb|vfl|djk|weg|verein|club|verwaltung|hausverwaltung|immobilien|gemeinde|pfarrei|schule|kita|feuerwehr|praxis|kanzlei|team|familie)(?![\p{L}\p{N}])/iu;

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
  const turned = others.length === 0 && first !== '' && !notTurned.test(text);
  return { name: (turned ? `${first} ${last}` : text).slice(0, 200).toWellFormed() };
}
