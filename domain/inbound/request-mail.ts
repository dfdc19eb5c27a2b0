/** A mail about something new, as a request: of whoever filled in a form, came by a portal, or wrote it. */
import type { Company } from '../business/company.ts';
import type { Field } from '../capture/form-fields.ts';
import { withoutStrangers } from '../capture/of-himself.ts';
import { type KeptWords, recognise, type Submission } from '../capture/recognise.ts';
import type { Attribution } from '../lead/origin.ts';
import type { Moment } from '../time/moment.ts';
import { type Facts, readFacts } from './facts.ts';
import { type FormMail, readFormMail, readTypedDetails } from './form-mail.ts';
import { type Forward, findCustomersMail, findForward, isFromUs, readNewText } from './forward.ts';
import { mailHandedOn } from './handed-on.ts';
import { type IncomingMail, senderOf } from './incoming-mail.ts';
import { isHelpDesk, writesForOthers } from './machine-senders.ts';
import { type MailContact, readContact } from './mail-contact.ts';
import { type PortalNotice, readPortalNotice } from './portals.ts';
import { readSignature, stripSignature } from './signature.ts';
import { readTelephoneNotice, type TelephoneNotice } from './telephone-notice.ts';

export interface RequestMailContext {
  readonly company: Company;
  readonly now: Moment;
  readonly contact: MailContact;
  /** The text without what it quotes. */
  readonly newText: string;
  /** Our address it came to. */
  readonly mailbox?: string | undefined;
  readonly words: KeptWords;
  /** What one of us wrote above a notice that he handed on. */
  readonly note?: string | undefined;
}

export type MailedRequest = Omit<Submission, 'spam' | 'redirect' | 'submissionId'>;

/** Through which door it came. */
export type MailDoor = 'form' | 'portal' | 'telephone' | 'person';

/**
 * The request in a mail. Nothing is refused: a mail cannot be filled in again, so what does not fit is cut or kept beside
 * the request.
 */
export function readRequest(
  mail: IncomingMail,
  context: RequestMailContext,
): { readonly submission: MailedRequest; readonly door: MailDoor } {
  const portal = readPortalNotice(mail);
  if (portal) return { submission: readPortalRequest(mail, portal, context), door: 'portal' };
  const handedOn = mailHandedOn(mail, context.company);
  if (handedOn && readPortalNotice(handedOn)) return readHandedOn(mail, handedOn, context);
  const telephone = readTelephoneNotice(mail, context.company);
  if (telephone) return { submission: readCall(telephone, context), door: 'telephone' };
  const form = readFormMail(letterIn(mail, context), context.company);
  if (form) return { submission: readFormRequest(form, context), door: 'form' };
  const notice = attachedForm(mail, context.company);
  if (notice) return readHandedOn(mail, notice, context);
  return { submission: readLetter(mail, context), door: 'person' };
}

/** A person's letter as far as it may hold a form: what he quotes, and the header of what he hands on, only looks like one. */
function letterIn(mail: IncomingMail, { company, newText }: RequestMailContext): IncomingMail {
  const sender = senderOf(mail)?.address;
  if (sender === undefined || writesForOthers(sender) || mail.replyTo.length > 0) return mail;
  const forward = findForward(mail, company);
  if (!forward) return { ...mail, text: newText };
  if (forward.text === '') return mail;
  const above = isFromUs(mail, company) ? '' : forward.above;
  return { ...mail, text: `${above}\n\n${forward.text}` };
}

/** One of us hands on the mail of a form as a file: it is read as if it had come by itself. */
function attachedForm(mail: IncomingMail, company: Company): IncomingMail | undefined {
  const attached = isFromUs(mail, company) ? mail.attached[0] : undefined;
  return attached && readFormMail(attached, company) !== undefined ? attached : undefined;
}

function readHandedOn(mail: IncomingMail, handedOn: IncomingMail, context: RequestMailContext) {
  const { company } = context;
  const above = findCustomersMail(mail, company)?.above ?? '';
  return readRequest(handedOn, {
    ...context,
    newText: readNewText(handedOn, company),
    contact: readContact(handedOn, company),
    note: above === '' ? undefined : stripSignature(above),
  });
}

const field = (name: string, value: string | undefined): Field[] => (value ? [{ path: [name], value }] : []);

function read(
  fields: readonly Field[],
  { company, now, words }: RequestMailContext,
  language: 'de' | 'en',
  searchesText = false,
) {
  const recognised = recognise([...fields, ...field('language', language)], {
    company,
    now,
    by: 'customer',
    refusesNothing: true,
    searchesText,
    words,
  });
  // With `refusesNothing` there is always one.
  if ('errors' in recognised) throw new Error('A mail was refused like a form');
  const { spam: _spam, redirect: _redirect, submissionId: _id, ...submission } = recognised.submission;
  return submission;
}

function attributed(
  submission: MailedRequest,
  source: Submission['source'],
  facts: Pick<Attribution, 'page' | 'portal'>,
  { mailbox }: RequestMailContext,
): MailedRequest {
  return {
    ...submission,
    source,
    attribution: { ...submission.attribution, ...facts, ...(mailbox !== undefined && { mailbox }) },
  };
}

function readFormRequest({ fields, site }: FormMail, context: RequestMailContext): MailedRequest {
  // The form's own words only: an answer field could else choose the language or the source of the lead.
  const filledIn = fields.filter(
    ({ path, value }) =>
      !/^(website|redirect|submissionId|language|source)$/.test(path[0] ?? '') &&
      !isHelpDesk(value.trim().toLowerCase()),
  );
  const text = filledIn.map(({ value }) => value).join('\n');
  const noted = [...filledIn, ...field(context.words.forwardingNote, context.note)];
  const submission = read(noted, context, detectLanguage(text), true);
  return attributed(submission, 'website', site === undefined ? {} : { page: site }, context);
}

function readPortalRequest(
  mail: IncomingMail,
  notice: PortalNotice,
  context: RequestMailContext,
): MailedRequest {
  const { portal: name, url, deadline } = notice;
  const fields = [
    ...field('name', notice.name),
    ...field('email', notice.email),
    ...field('phone', notice.phone),
    ...field('postcode', notice.postcode),
    ...field('city', notice.city),
    ...field('message', composeMessage(mail, context.newText, context.words)),
    ...field(context.words.forwardingNote, context.note),
  ];
  const portal = { name, ...(url !== undefined && { url }), ...(deadline !== undefined && { deadline }) };
  return attributed(read(fields, context, 'de', true), 'portal', { portal }, context);
}

/** Whoever called is the contact; the telephone's own address is nobody's. An address that may be somebody's is kept. */
function readCall(
  { kind, name, phone, transcript, text, unproven }: TelephoneNotice,
  context: RequestMailContext,
): MailedRequest {
  const caller = [name, phone].filter(Boolean).join(', ');
  const headline = context.words.call(kind, caller === '' ? undefined : caller);
  const said = transcript === undefined ? headline : `${headline}: ${transcript}`;
  const fields = [
    ...field('name', name ?? (unproven && context.contact.name)),
    ...field('email', unproven && context.contact.email),
    ...field('phone', phone),
    ...field('message', [said, text].filter(Boolean).join('\n\n')),
  ];
  return attributed(read(fields, context, 'de'), 'phone', {}, context);
}

function readLetter(mail: IncomingMail, context: RequestMailContext): MailedRequest {
  const { company, newText, contact, words } = context;
  const letter = readLetterIn(mail, context);
  const said = letter.own === '' ? letter.handedOn : letter.own;
  // Our own words about somebody are not his: neither our number nor what we think of it.
  const facts = readFacts(letter.own === '' ? said : withoutStrangers(said), company);
  const further = readFacts(letter.handedOn, company);
  const titled = readFacts(letter.subject.replace(ourSubject, ''), company);
  const typed = readTypedDetails(said);
  const signed = readSignature(said, company.country).name ?? typed.name;
  const name = contact.name ?? typed.name;
  const unread = unreadSender(mail, context);
  const message = [letter.message.trim(), unread && words.unreadSender(unread)].filter(Boolean).join('\n\n');
  const place = placeIn(said, facts, further, company);
  const fields = [
    ...field('name', name),
    ...field('email', contact.email),
    ...field('phone', typed.phone ?? (facts.phones[0] ?? further.phones[0] ?? titled.phones[0])?.phone),
    ...field('address', place.address),
    ...field('postcode', place.postcode),
    ...field('city', place.city),
    ...field('message', composeMessage({ ...mail, subject: letter.subject }, message, words)),
    ...field(words.proposedName, signed !== name ? signed : undefined),
    ...field(words.forwardingNote, letter.note),
  ];
  const submission = read(fields, context, detectLanguage(letter.own || newText));
  const request = { ...submission.request, ...(mail.sealed && { sealed: mail.sealed }) };
  return attributed({ ...submission, request }, 'email', {}, context);
}

const companyFooter =
  /(?<!\p{L})(?:gmbh|mbh|ag|kg|ug|ohg|gbr|hrb|hra|amtsgericht|geschäftsführ\p{L}*|ust-?id\p{L}*|handelsregister)(?!\p{L})/iu;

/** Where something is to be done: what the letter says, before what stands below it. A firm's footer is where it is at home. */
function placeIn(said: string, facts: Facts, further: Facts, company: Company): Facts {
  const letter = stripSignature(said);
  const footer = said.slice(letter.length);
  const inLetter = footer === '' ? facts : readFacts(letter, company);
  const isKnown = ({ address, postcode, city }: Facts) => (address ?? postcode ?? city) !== undefined;
  const isFirms = companyFooter.test(footer);
  if (inLetter.address !== undefined && (isFirms || facts.address !== inLetter.address)) return inLetter;
  if (isFirms) return isKnown(inLetter) ? inLetter : further;
  return isKnown(facts) ? facts : further;
}

/** Of a person whom we know by name alone. */
function unreadSender(mail: IncomingMail, { contact, company }: RequestMailContext): string | undefined {
  const sender = senderOf(mail)?.address;
  const isUnread = contact.email === undefined && contact.name !== undefined && !isFromUs(mail, company);
  return isUnread && sender !== undefined && writesForOthers(sender) ? sender : undefined;
}

interface Letter {
  readonly subject: string;
  /** For people to read. What stands below a letter is read into fields of its own. */
  readonly message: string;
  /** The words of whose request it is. */
  readonly own: string;
  /** The words of others that he sends with them. */
  readonly handedOn: string;
  /** What one of us wrote above it. */
  readonly note?: string;
}

/** Whose words are whose, in a mail that may hand another one on. */
function readLetterIn(mail: IncomingMail, { company, newText }: RequestMailContext): Letter {
  if (isFromUs(mail, company)) {
    const theirs = findCustomersMail(mail, company);
    if (theirs) return lettersOf(theirs, mail);
  }
  const forward = findForward(mail, company);
  if (!forward) {
    return { subject: mail.subject, message: stripSignature(newText), own: newText, handedOn: '' };
  }
  const above = forward.above === '' ? '' : stripSignature(forward.above);
  const message = [above, forward.whole].filter((part) => part !== '').join('\n\n');
  return { subject: mail.subject, message, own: forward.above, handedOn: forward.text };
}

function lettersOf({ subject, text, whole, above }: Forward, mail: IncomingMail): Letter {
  // Where a program left no line breaks, the words stand behind the last header.
  const own = text === '' ? whole : text;
  const note = above === '' ? '' : stripSignature(above);
  return {
    subject: subject ?? mail.subject,
    // Whole: below his signature may stand what he answered.
    message: own,
    own,
    handedOn: '',
    ...(note !== '' && { note }),
  };
}

const prefixes = /^(\s*(re|aw|antw|antwort|wg|fwd?|sv)\s*(\[\d+\])?\s*:\s*)+/i;
/** The subject of a mail of ours, which an answer repeats: it ends with the number of a request. */
const ourSubject = /\[[0-9A-HJKMNP-TV-Z]{10}\]\s*$/;
const noSubject = /^\W*(kein(en)? betreff|ohne betreff|no subject|anfrage|kontakt)?\W*$/i;

/** The subject, where it says more than the text, and the text. */
function composeMessage(
  { subject, sealed }: Pick<IncomingMail, 'subject' | 'sealed'>,
  newText: string,
  words: KeptWords,
): string {
  const about = subject.replace(prefixes, '').trim();
  const text = newText.trim();
  const says =
    !noSubject.test(about) && !ourSubject.test(about) && !text.toLowerCase().startsWith(about.toLowerCase());
  return [says && about, sealed && words.sealed(sealed), text].filter(Boolean).join('\n\n');
}

const germanWords =
  /\b(und|ich|wir|nicht|der|die|das|ein|eine|bitte|mit|für|ist|haben|unser|unsere|sehr|guten|grüße|heizung|bad)\b/gi;
const englishWords =
  /\b(and|the|we|you|our|is|are|please|with|for|would|have|hello|dear|regards|heating|bathroom|water)\b/gi;

/** English only if it clearly is: the business writes German. */
function detectLanguage(text: string): 'de' | 'en' {
  const start = text.slice(0, 4_000);
  const german = start.match(germanWords)?.length ?? 0;
  const english = start.match(englishWords)?.length ?? 0;
  return english >= 3 && english > 2 * german && !/[äöüß]/i.test(start) ? 'en' : 'de';
}
