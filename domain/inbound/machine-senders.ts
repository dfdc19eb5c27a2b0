/** Addresses that programs write from, in somebody's name or in none. */
import type { Company } from '../business/company.ts';
import { emailDomain } from '../business/mail-address.ts';
import { headerOf, type IncomingMail } from './incoming-mail.ts';
import { isOurAddress } from './ours.ts';

/** "Do not answer" in the languages of those who write; wherever it stands, nobody reads there. */
const noReply =
  'no[._-]?reply|no[._-]?replies|no[._-]?response|do[._-]?not[._-]?reply|dont[._-]?reply|nicht[._-]?antworten|keine[._-]?antwort(?:en)?|ne[._-]?pas[._-]?repondre|pas[._-]?de[._-]?reponse|non[._-]?rispondere|no[._-]?responder';

/** Addresses that nobody writes from: form plug-ins, web servers, programs that want no answer. */
export const machineSender = new RegExp(
  `^(?:(?:wordpress|mailer|mailer-daemon|postmaster|formmailer|form-submission|webform|www-data|apache|nobody|root|bounces?|robot|automailer|wixforms|microsoftexchange[0-9a-f]{8,})(?:[+._-].*)?|(?:[^@]{0,64}[+._-])?(?:${noReply})(?:[+._-][^@]*|\\d*)|[^@]{0,64}(?:noreply|donotreply|nepasrepondre|nonrispondere)[^@]*)@`,
);

/**
 * Addresses from which many are told the same, or programs tell what they did. Somebody may read there and even write, so
 * it is an address of his; but no automatic answer goes there.
 */
const unattended =
  /^(?:[^@]{0,64}[+._-])?(?:newsletters?|news|mailings?|rundbrief|alerts?|alarme?|alarm|auto-?(?:confirm|reply|response|mail|matic)|automat(?:ed|ic|isch)|versand(?:bestaetigung|benachrichtigung|info)?|bestell(?:bestaetigung|ung)|auftragsbestaetigung|order-?(?:update|confirm(?:ation)?)|shipment-?tracking|tracking|sendungsverfolgung|quarantine|quarantaene|spam-?(?:report|digest|filter)|digest|notify|notifier|updates?|mail-?system|system-?(?:mail|info|message)|monitoring|cron|daemon|backup|dmarc|dmarc-?reports?|campaigns?)(?:[+._-][^@]*|\d*)@/;
export const isUnattended = (address: string): boolean => unattended.test(address);

const helpDesk =
  /^(?:[^@]{0,64}[+._-])?(?:hilfe|help|helpdesk|support|kundenservice|kundensupport|kundendienst|kundenbetreuung|service-?center|datenschutz|privacy|abuse|feedback|unsubscribe|abmelden|abmeldung|impressum)(?:[+._-][^@]*)?@/;
/** Where whoever has questions about a service writes: named below its mails, and nobody's who asks for something. */
export const isHelpDesk = (address: string): boolean => helpDesk.test(address);

/** Addresses that clubs and firms write from as well as their web servers. */
export const sharedSender =
  /^(formular|kontaktformular|forms?|website|webseite|webmaster|www|notifications?|benachrichtigung(en)?|server|system)([+._-].*)?@/;

/** Addresses of servers that whoever looks after them may write from himself. */
export const officeSender = /^(postmaster|root|mailer)([+._-].*)?@/;

/** Services that send forms on: the person stands in Reply-To or in the text. */
const machineDomains =
  /(^|\.)(jimdo\.com|jimdo-platform\.net|wix-forms\.com|wixforms\.com|wix\.com|wixsitemail\.com|squarespace\.(com|info)|formspree\.io|form-submission\.squarespace\.com|typeform\.com|jotform\.com|amazonses\.com|sendgrid\.net|mailgun\.org)$/;

/** A service that sends for others, whatever stands before the @. */
export const isMachineDomain = (address: string): boolean => machineDomains.test(emailDomain(address));

const ticket =
  /^(?:reply|antwort|inbound|comments?)\+|(?:^|[+._-])(?:vorgang|vorgangsnr|ticket|case|fall|auftrag|order|bestellung|reply|antwort|issue|request|thread|conversation|comment|meldung|schaden|schadensfall|aufgabe|task|job|incident|notification)[+._-]?(?:[\w-]{0,20}\d|[0-9a-f]{8})|[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}/;

/** Does a program file what comes there under a case? `vorgang-88121@…`, `reply+ab12@…`; lower case. */
export const isTicketAddress = (address: string): boolean =>
  ticket.test(address.slice(0, address.indexOf('@'))) || machineSender.test(address);

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

/** What web servers and their programs write into the headers of what they send; no mail program of a person does. */
const serverHeaders = [
  'x-php-originating-script',
  'x-php-script',
  'x-php-filename',
  'x-wpcf7-content-type',
  'x-wpforms',
  'x-typo3',
] as const;
const serverPrograms =
  /phpmailer|wordpress|wpforms|typo3|joomla|drupal|contao|swiftmailer|symfony|\bphp\b|laminas|codeigniter/i;

/** Do the headers show the program of a website? */
export const isByWebServer = (mail: Pick<IncomingMail, 'headers'>): boolean =>
  serverHeaders.some((name) => mail.headers.has(name)) ||
  serverPrograms.test(headerOf(mail, 'x-mailer') ?? '');
