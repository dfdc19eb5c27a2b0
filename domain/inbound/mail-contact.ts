/** Rule 10: whose request is it? The web server's, the portal's or our own address is nobody's. */
import type { Company } from '../business/company.ts';
import { wholeAddressWords } from '../capture/addresses-in-text.ts';
import { normaliseEmail } from '../capture/contact-data.ts';
import { systemSenders } from './bounce.ts';
import { type Forward, findCustomersMail, isFromUs } from './forward.ts';
import { gluedLabelCutter } from './glued-label.ts';
import { classOfHandedOn, mailHandedOn } from './handed-on.ts';
import { headerOf, type IncomingMail, isAutoSubmitted, type MailAddress, senderOf } from './incoming-mail.ts';
import { labelledValues } from './labelled-lines.ts';
import {
  isByWebServer,
  isHelpDesk,
  isMachineDomain,
  isMachineSender,
  isNobody,
  machineSender,
  officeSender,
  sharedSender,
} from './machine-senders.ts';
import { anAnswer } from './mail-pieces.ts';
import { isOurAddress, isOurName } from './ours.ts';
import { stripQuotes } from './quoted-text.ts';
import { readName } from './sender-name.ts';
import { readSignature } from './signature.ts';

/** As much of the text as is searched. */
const maxSearchedLength = 20_000;

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
  const rewritten = authorOfRewritten(mail, company);
  if (rewritten) return { email: rewritten.address, ...readName(rewritten) };
  const sender = senderOf(mail) ?? mail.fromHint;
  if (sender && isPerson(sender, mail, company)) return { email: sender.address, ...readName(sender) };
  const inside = mailHandedOn(mail, company);
  // The address in it is that of our mail that came back.
  if (inside && classOfHandedOn(inside, company) === 'bounce') return {};
  const handedOn = inside && findCustomersMail(mail, company);
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
  const inLetter = handedOn && namedIn(stripQuotes(handedOn.text, anAnswer).text, company);
  const named =
    inLetter?.email !== undefined ? inLetter : namedIn(newest(handedOn?.whole ?? mail.text), company);
  return sender && named.name === undefined ? { ...nameOfWriter(sender, mail, company), ...named } : named;
}

/** Below an author without a mark, what is marked is older and somebody else's. */
const newest = (text: string): string =>
  /^ {0,3}(?:Von|From|De|Da): /m.test(text) ? text.replace(/^ {0,3}>.*$/gm, '') : text;

/** A person who writes from an address that nobody reads: at least his name, as he is called or as he signed. */
function nameOfWriter(sender: MailAddress, mail: IncomingMail, company: Company): { readonly name?: string } {
  if (isOurAddress(sender.address, company) || isByProgram(mail) || isMarkedAsMachines(mail)) return {};
  const { name: signed } = readSignature(mail.text, company.country);
  const { name: called } = readName(sender);
  const speaks = (name: string) =>
    signed !== undefined ||
    mail.text.slice(0, maxSearchedLength).includes(name) ||
    personWords.test(mail.text.slice(0, maxSearchedLength));
  const name =
    called !== undefined && looksLikePerson.test(called) && !nameOfMachine.test(called) && speaks(called)
      ? called
      : signed;
  const isOne = name !== undefined && !nameOfMachine.test(name) && !isOurName(name, company);
  return isOne ? { name } : {};
}

/** Two words at least: a firm that sends has one. */
const looksLikePerson = /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|von|van|de|zu|und)){1,5}$/u;

const isMarkedAsMachines = (mail: IncomingMail): boolean =>
  isAutoSubmitted(mail) || mail.headers.has('precedence');

// --- whom a group speaks for ---

/** Where groups keep the sender whom they replaced by their own address. */
const originalSender = ['x-original-from', 'x-google-original-from', 'x-original-sender'] as const;
/** "Karin Holt via Info". */
const viaGroup = /\S\s+[([]?(?:via|über|through|par|tramite)\s+\S/iu;

/**
 * Groups and lists replace the sender by themselves (DMARC) and keep him elsewhere. That proves nothing about him: whoever
 * may act by a mail goes by From.
 */
export function authorOfRewritten(mail: IncomingMail, company: Company): MailAddress | undefined {
  const group = senderOf(mail);
  if (!group || (machineSender.test(group.address) && !mail.headers.has('list-id'))) return undefined;
  const isVia = viaGroup.test(group.name ?? '');
  const isList = ['list-id', 'x-google-group-id', 'list-post'].some((name) => mail.headers.has(name));
  if (!isVia && !(isList && mail.headers.has(originalSender[0])) && !mail.headers.has(originalSender[1]))
    return undefined;
  const named = readName(group);
  const isAuthor = ({ address }: MailAddress) =>
    address !== group.address && !isMachineSender(address, company);
  const kept = originalSender.flatMap((header) => addressOf(headerOf(mail, header)) ?? []);
  const copied = mail.cc.filter((one) => named.name !== undefined && readName(one).name === named.name);
  // A list that puts itself into Reply-To beside him has the same address there as in To.
  const lists = new Set([...mail.to, ...mail.cc].map(({ address }) => address));
  const answered = mail.replyTo.filter(({ address }) => !lists.has(address));
  const author = [...kept, ...answered, ...copied].find(isAuthor);
  return author && { address: author.address, name: readName(author).name ?? named.name };
}

function addressOf(header: string | undefined): MailAddress | undefined {
  const text = header?.slice(0, 500).trim() ?? '';
  const address = normaliseEmail(wholeAddressWords(text)[0]?.typed ?? '');
  // An encoded word is no name.
  const name = /^"?([^"<>@]{2,100}?)"?\s*</.exec(text)?.[1];
  return address === undefined
    ? undefined
    : { address, ...(name !== undefined && !name.includes('=?') && { name }) };
}

/** The author of a mail that was handed on, if a person is. */
function contactOf({ author: { name, email }, text }: Forward, company: Company): MailContact {
  if (email !== undefined && isMachineSender(email, company)) return {};
  // Of whom he quotes in turn it is not his.
  const address = email ?? addressesIn(stripQuotes(text, anAnswer).text, company)[0]?.email;
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

/** People's addresses in a text, and where they stand. */
function addressesIn(whole: string, company: Company) {
  const text = whole.slice(0, maxSearchedLength);
  const withoutLabel = gluedLabelCutter(text);
  return wholeAddressWords(text).flatMap(({ typed, at }) => {
    const email = normaliseEmail(withoutLabel(typed));
    const isNobodys = email === undefined || isMachineSender(email, company) || isHelpDesk(email);
    return isNobodys ? [] : [{ email, at }];
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
  const isOffice = officeSender.test(address) && !isOurAddress(address, company);
  if (!isOffice && isNobody(address, company)) return false;
  if (isHelpDesk(address) && brokers.test(`${name ?? ''} ${address}`)) return false;
  if (!isOffice && !sharedSender.test(address)) return true;
  if (isOffice && (mail.reports.length > 0 || isMachineDomain(address))) return false;
  const answersElsewhere = mail.replyTo.some((one) => one.address !== address);
  if (answersElsewhere || isByProgram(mail)) return false;
  const called = readName({ name, address }).name ?? '';
  const signed = readSignature(mail.text, company.country).name !== undefined;
  const isNamed = called !== '' && !nameOfMachine.test(called);
  const text = mail.text.slice(0, maxSearchedLength);
  const speaks = signed || personWords.test(text);
  // Servers write from an office's address too, in whole sentences: there it takes the name of somebody.
  return isOffice
    ? isNamed && looksLikePerson.test(called) && (speaks || text.includes(called))
    : (isNamed || signed) && speaks;
}

/** Who hands requests of others on. */
const brokers = /portal|marktplatz|vermittl|plattform|my-?hammer|check24|aroundhome|profis/i;

const personWords =
  /(?<!\p{L})(?:ich|wir|uns(?:er\p{L}{0,2})?|mein\p{L}{0,2}|mich|mir|i|we|our|my|nous|noi)(?!\p{L})/iu;
const nameOfMachine =
  /website|webseite|homepage|formular|kontakt|wordpress|server|system|newsletter|benachrichtigung|notification|no.?reply|shop|monitor|cron|alert|update|admin|webmaster|postmaster|mailer|daemon|\broot\b|deliver|zustell|gateway|exchange|outlook|microsoft|google|backup|scanner|drucker|printer|service|support|\bteam\b|portal|\.(?:de|at|ch|com|net|org)$/i;
/** Marks of programs that send, and the sheet of a form. */
function isByProgram(mail: IncomingMail): boolean {
  if (isByWebServer(mail) || mail.headers.has('list-unsubscribe')) return true;
  const roles = new Set(labelledValues(mail).map(({ role }) => role));
  return formRoles.filter((role) => roles.has(role)).length > 1;
}
const formRoles = ['name', 'firstName', 'lastName', 'sender', 'email', 'message'] as const;
