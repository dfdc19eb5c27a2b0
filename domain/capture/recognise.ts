/** From the fields of any form to a lead: what they mean, what is wrong with them, and what they say about urgency. */

import type { Company } from '../business/company.ts';
import type { NoticeKind } from '../inbound/telephone-words.ts';
import type { CaptureCommand } from '../lead/command.ts';
import type { Contact, Language } from '../lead/contact.ts';
import type { Moment } from '../time/moment.ts';
import { joinTurns } from './chat-turns.ts';
import { normaliseEmail, phoneE164 } from './contact-data.ts';
import { choices } from './field-choices.ts';
import type { Answer } from './form-answer.ts';
import type { Field } from './form-fields.ts';
import { readSheet } from './form-sheet.ts';
import { honeypotSpeaks } from './honeypot.ts';
import { withPlaceIn } from './place-in-message.ts';
import { readChoice } from './read-choice.ts';
import { readContact } from './read-contact.ts';
import { readAttribution, readConsent, readSource } from './read-origin.ts';
import { readRequest } from './read-request.ts';
import { type FieldError, given, onOneLine, readingOf } from './reading.ts';
import { settleSheet } from './settle-sheet.ts';
import { isBarePhone } from './value-looks.ts';

/** Words that are stored with a request. Who calls has them; the domain has none. */
export interface KeptWords {
  /** What somebody agrees to who ticks the box of a form that does not say what it showed. */
  readonly consentWording: (language: Language) => string;
  /** Labels of what stands beside the request: an address and a number that are none, a name that is only likely. */
  readonly email: string;
  readonly phone: string;
  readonly proposedName: string;
  /** What one of the business wrote above a mail that he handed on. */
  readonly forwardingNote: string;
  /** The address somebody wrote from to which no answer can go. */
  readonly unreadSender: (address: string) => string;
  /** In place of what an encrypted mail says. */
  readonly sealed: (how: 'smime' | 'pgp') => string;
  /** What came by telephone, e.g. "Fax von 089 123456"; without a caller: his number was withheld. */
  readonly call: (kind: NoticeKind, caller: string | undefined) => string;
}

export interface RecogniseContext {
  readonly company: Company;
  readonly now: Moment;
  /** Who typed it in: the customer in a form, the owner after a phone call. */
  readonly by: 'customer' | 'owner';
  /** The page the form stood on, if the form itself does not say. */
  readonly page?: string | undefined;
  /** What the sender reads, where the form does not say: for messages only, the lead itself is German then. */
  readonly reads?: Language | undefined;
  /** Nobody can be asked again: what is wrong is cut, or kept beside the request. */
  readonly refusesNothing?: boolean | undefined;
  /** May what was written be searched for a way to answer and for a place, where no field has one? Default: where something is refused. */
  readonly searchesText?: boolean | undefined;
  readonly words: KeptWords;
}

/** What is captured, and what the door must know beside it. */
export interface Submission extends Omit<CaptureCommand, 'type' | 'id'> {
  readonly submissionId?: string | undefined;
  /** Where the browser wants to go afterwards, as sent: not checked. */
  readonly redirect?: string | undefined;
  /** The honeypot was filled: a robot. Nothing was refused then, only left out or cut to size. */
  readonly spam: boolean;
}

/** What was sent, under the names of the contract where they are known, so that a form can show it again. */
export interface Entered {
  /** What the sender reads. */
  readonly language: Language;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

export type Recognition =
  | { readonly submission: Submission; readonly entered: Entered }
  | { readonly errors: readonly FieldError[]; readonly entered: Entered };

/** Of an id that is longer the beginning and the end tell it from others. */
const maxIdLength = 200;

const idOf = (text: string | undefined): string | undefined =>
  text === undefined || text.length <= maxIdLength
    ? text
    : `${text.slice(0, maxIdLength / 2)}${text.slice(-maxIdLength / 2)}`.toWellFormed();

/**
 * Reads a lead out of the fields of a form, whoever made the form. Unknown fields are kept as text, and what is wrong or
 * too long beside a way to answer: refused is only what nobody could answer.
 * @returns the submission, or why nobody can be reached; with either, what was entered.
 */
export function recognise(fields: readonly Field[], context: RecogniseContext): Recognition {
  const { company, words, now } = context;
  const sheet = settleSheet(readSheet(joinTurns(fields)), company);
  const language = sheet.known
    .get('language')
    ?.map(({ value }) => choices.language(value))
    .find(Boolean);
  const read = readingOf(sheet, language ?? 'de');

  readChoice(read, 'language', choices.language);
  const searchesText = context.searchesText ?? !context.refusesNothing;
  const reached = readContact(read, company, searchesText);
  const attribution = readAttribution(read, sheet, context.page, company);
  const source = readSource(read, sheet, attribution, company);
  const wording = words.consentWording(read.language);
  const consent = readConsent(read, { wording, now, page: attribution.page });
  const submissionId = idOf(read.one('submissionId'));
  const redirect = read.one('redirect');
  const websites = read.all('website');
  read.left.push(...websites);
  const broken = read.broken.map((answer) => inOurWords(answer, words));
  const request = readRequest(read, broken, (answer) => isTold(answer, reached, company));
  const contact = searchesText ? withPlaceIn(request.message, reached, company) : reached;
  const spam =
    websites.length > 0 &&
    honeypotSpeaks({
      website: websites.map(({ value }) => value).join(' '),
      company: sheet.known.get('company')?.[0]?.value,
      name: contact.name,
      email: contact.email,
      ownPages: [company.website, ...company.origins, ...(context.page === undefined ? [] : [context.page])],
      text: [
        request.message,
        ...request.extra.filter(({ name }) => name !== 'website').map(({ value }) => value),
      ]
        .filter(Boolean)
        .join('\n'),
      isEmergency: request.urgency === 'now',
    });
  const submission = given<Submission>({
    contact,
    source: source ?? (context.by === 'owner' ? 'phone' : 'website'),
    attribution,
    consent,
    by: context.by,
    submissionId,
    redirect,
    spam,
    request,
  });
  const shownAgain = [
    ...read.entered,
    ...(submissionId ? [{ name: 'submissionId', value: submissionId }] : []),
    ...(redirect ? [{ name: 'redirect', value: redirect }] : []),
    ...read.left.map(({ label, value }) => ({ name: label, value })),
  ];
  const entered = { language: language ?? context.reads ?? 'de', fields: shownAgain };
  const isAccepted = read.errors.length === 0 || spam || context.refusesNothing;
  return isAccepted ? { submission, entered } : { errors: read.errors, entered };
}

/** The owner reads them beside the request: in German, where the form gave no label of its own. */
function inOurWords(answer: Answer, words: KeptWords): Answer {
  const { label } = answer;
  return label === 'email' || label === 'phone' ? { ...answer, label: words[label] } : answer;
}

/** Services send the same answer several times, each in a spelling of its own. */
function isTold({ value }: Answer, contact: Contact, { country }: Company): boolean {
  const text = onOneLine(value);
  const { name, email, phone, phoneE164: number } = contact;
  return (
    text === name ||
    text === phone ||
    (email !== undefined && normaliseEmail(text) === email) ||
    (number !== undefined && isBarePhone(text, country) && phoneE164(text, country) === number)
  );
}
