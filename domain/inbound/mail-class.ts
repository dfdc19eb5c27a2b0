/**
 * Rules 13 to 15: who wrote it, a person, a machine, a server that could not deliver, or we ourselves? A mark says how a
 * mail travelled, not who wrote it: Exchange, groups and forwarding mailboxes put marks of machines on letters of people. So
 * marks only mute; what a mail says decides.
 */
import type { Company } from '../business/company.ts';
import { withoutTag } from '../business/mail-address.ts';
import { type MachineMark, readAutomaticText } from './automatic-text.ts';
import { isBounce, isEmptyPath, systemSenders } from './bounce.ts';
import { readFormMail } from './form-mail.ts';
import { type Delivery, headerOf, type IncomingMail, type NoteReason, senderOf } from './incoming-mail.ts';
import { isNewsletter } from './newsletter.ts';
import { readPortalNotice } from './portals.ts';
import { readTelephoneNotice } from './telephone-notice.ts';
import { isWebsiteNotice } from './website-notice.ts';

/** `automatic`: it changes nothing, and becomes no lead unless the owner says so. */
export type MailClass = 'own' | 'bounce' | 'automatic' | 'person';

export interface Classified {
  readonly kind: MailClass;
  /** Of an automatic mail: what it is. */
  readonly note?: NoteReason | undefined;
  readonly mark: MachineMark;
}

/**
 * The class of a mail. It decides whether we answer and whether the mail may move a lead, and nothing else.
 * @param ownWords the sender's own words, without what they quote or hand on.
 */
export function classifyMail(
  mail: IncomingMail,
  ownWords: string,
  delivery: Delivery,
  company: Company,
): Classified {
  const mark = markOf(mail, delivery);
  if (mail.headers.has('x-nachfass')) return { kind: 'own', note: 'own', mark };
  const automatic = automaticText(mail, ownWords, mark, company);
  if (isBounce(mail, delivery, automatic !== undefined)) return { kind: 'bounce', note: 'bounce', mark };
  const isToMany =
    isNewsletter(mail, ownWords, company, isAnswer(mail)) && (isAnswer(mail) || !isRequest(mail, company));
  const note = reportNote(mail, company) ?? automatic ?? (isToMany ? 'newsletter' : undefined);
  return note === undefined ? { kind: 'person', mark } : { kind: 'automatic', note, mark };
}

/** What is sent to whoever publishes a DMARC policy (RFC 7489): the subject says which domain, who reports, and a number. */
const domainReport = /^\s*(?:\[[^\]]{1,60}\]\s*)?(?:dmarc )?report[ -]?domain:.{1,300}\bsubmitter:/i;

const isDomainReport = ({ subject, contentType, files }: IncomingMail): boolean =>
  domainReport.test(subject.slice(0, 500)) &&
  /zip|octet-stream|xml/.test(`${contentType} ${files.map((file) => file.contentType).join(' ')}`);

/**
 * A report of a program about reading (RFC 8098), of a provider about spam (RFC 5965) or about a domain, or of a website
 * about itself.
 */
function reportNote(mail: IncomingMail, company: Company): NoteReason | undefined {
  if (isWebsiteNotice(mail, company) || isDomainReport(mail)) return 'automatic';
  const { contentType } = mail;
  if (!/^multipart\/report\b/.test(contentType) && !contentType.includes('report-type=')) return undefined;
  return contentType.includes('disposition-notification') ? 'read-receipt' : 'automatic';
}

/** Longer ones hold more than a receipt. */
const maxReceiptLength = 1_500;

/** A form or a portal speaks of requests that were received, and these are requests. */
function automaticText(
  mail: IncomingMail,
  ownWords: string,
  mark: MachineMark,
  company: Company,
): NoteReason | undefined {
  const { subject, text } = mail;
  const answers = isAnswer(mail);
  const read = (said: string) => readAutomaticText({ subject, text: said, mark, isAnswer: answers });
  const note = read(ownWords);
  if (note === undefined) {
    // A receipt lists receiver, subject and time of the mail it is about, which look like a quoted mail.
    const isFurther = text !== ownWords && text.length <= maxReceiptLength;
    return isFurther && read(text) === 'read-receipt' ? 'read-receipt' : undefined;
  }
  return !answers && isRequest(mail, company) ? undefined : note;
}

/** Somebody asked for something through it, whatever it says beside. */
const isRequest = (mail: IncomingMail, company: Company): boolean =>
  (readPortalNotice(mail) ?? readTelephoneNotice(mail, company) ?? readFormMail(mail, company)) !== undefined;

/** It names a mail that it answers, or an address with a tag, which only answers to us know. */
const isAnswer = ({ answers, to, cc }: IncomingMail): boolean =>
  answers.length > 0 || [...to, ...cc].some(({ address }) => withoutTag(address) !== address);

const bulkPrecedence = /^(bulk|junk|list)$/i;

/** The signs by which machines know each other: RFC 3834, RFC 2076, and what products add to them. */
function markOf(mail: IncomingMail, { envelopeFrom }: Delivery): MachineMark {
  const submitted = firstWord(headerOf(mail, 'auto-submitted'));
  const precedence = firstWord(headerOf(mail, 'precedence')) ?? '';
  const repliedBySubmission = submitted === 'auto-replied' || precedence === 'auto_reply';
  const repliedByHeader = ['x-autoreply', 'x-autorespond'].some((name) => isSet(headerOf(mail, name)));
  if (repliedBySubmission && repliedByHeader) return 'autoresponder';
  if (repliedBySubmission || repliedByHeader) return 'replied';
  const marked =
    (submitted !== undefined && submitted !== '' && submitted !== 'no') ||
    ['x-auto-response-suppress', 'list-id', 'list-unsubscribe'].some((name) => isSet(headerOf(mail, name))) ||
    bulkPrecedence.test(precedence) ||
    systemSenders.test(senderOf(mail)?.address ?? '') ||
    isEmptyPath(mail, envelopeFrom);
  return marked ? 'marked' : 'none';
}

/** Before parameters and comments. */
function firstWord(value: string | undefined): string | undefined {
  return value
    ?.replace(/[;(].*$/s, '')
    .trim()
    .toLowerCase();
}

/** `X-Autoreply: no` says that it is none. */
const isSet = (value: string | undefined): boolean =>
  value !== undefined && !/^\s*(no|false|none|0)?\s*$/i.test(value);
