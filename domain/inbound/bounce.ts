/** A mail that came back: to whom, why, and for good? RFC 3464, and the letters of servers that do not write it. */
import { addressWords } from '../capture/addresses-in-text.ts';
import { normaliseEmail } from '../capture/contact-data.ts';
import { readMessage } from '../capture/key-words.ts';
import { leadIdSchema } from '../lead/event.ts';
import { type Delivery, headerOf, type IncomingMail, isAutoSubmitted, senderOf } from './incoming-mail.ts';
import {
  type BounceClass,
  codeClass,
  daemonAddress,
  daemonName,
  findNonDelivery,
  fold,
  gatewaySender,
  isLetterLike,
  isPersonal,
  kindOfClass,
  opensAsExchange,
  postmasterAddress,
  speaksSmtp,
  tellsWhyOfMail,
  wordsClass,
} from './non-delivery.ts';
import { isJournal } from './wrapped-mail.ts';

export interface Bounce {
  /** `transient`: it may still arrive, or the next one may. */
  readonly kind: 'permanent' | 'transient';
  readonly class: BounceClass;
  /** Whom it did not reach, lower case. Never whose contact it is: anybody can write a report. */
  readonly recipients: readonly string[];
  /** In the words of the other server. */
  readonly reason?: string | undefined;
  /** Ids of our mails that the report names, as SES gave them. */
  readonly messageIds: readonly string[];
  /** The lead of the mail that came back, if the report shows its headers. */
  readonly leadId?: string | undefined;
}

export const systemSenders = /^(mailer-daemon|postmaster|mail-daemon|mailerdaemon)@/;

/** As much of a letter as is looked through; the longest ones seen have some 6,000 characters before the returned mail. */
const maxLetterLength = 20_000;
/** Where a letter says what it is about. */
const maxOpeningLength = 4_000;
/** A box that only passes on what a server said needs no more. */
const maxGatewayLetter = 3_000;

/**
 * A report of a server about a mail that it could not, or not yet, deliver: by its structure, or by who sent it and what it
 * says, whatever its subject. What a person forwards or writes about it is a person's mail.
 * @param callsItselfAutomatic it reads like an absence note or a receipt, which have an empty path too and may quote anything.
 */
export function isBounce(mail: IncomingMail, delivery: Delivery, callsItselfAutomatic: boolean): boolean {
  const { contentType } = mail;
  if (contentType.startsWith('message/delivery-status')) return true;
  if (/^multipart\/report\b/.test(contentType)) return reportsDelivery(mail);
  // About reading (RFC 8098) or spam (RFC 5965), by a server that got the type wrong.
  if (/report-type="?(?!delivery-status)\w/.test(contentType)) return false;
  const letter = fold(readLetterText(mail).slice(0, maxOpeningLength));
  const whole = `${fold(mail.subject)}\n${letter}`;
  if (isJournal(mail)) return false;
  if (isFromDaemon(mail)) return true;
  if (daemonName.test(nameOfSender(mail)) && tellsOfFailure(mail, whole)) return true;
  if (isPersonal(letter) || (callsItselfAutomatic && !speaksSmtp(whole))) return false;
  if (postmasterAddress.test(senderOf(mail)?.address ?? '')) {
    const structured = speaksSmtp(whole) || hasAddress(letter) || wordsClass(letter) !== undefined;
    return failed(mail) || (findNonDelivery(whole) !== undefined ? structured : isSmtpAbout(letter));
  }
  return isNothingButReport(mail, delivery, letter);
}

const tellsOfFailure = (mail: IncomingMail, whole: string): boolean =>
  findNonDelivery(whole) !== undefined || speaksSmtp(whole) || failed(mail);

const failed = (mail: IncomingMail): boolean => headerOf(mail, 'x-failed-recipients') !== undefined;

const isSmtpAbout = (letter: string): boolean => speaksSmtp(letter) && hasAddress(letter);

/** Its type says what it reports; some leave that out. */
function reportsDelivery(mail: IncomingMail): boolean {
  const type = /report-type="?([\w-]+)/.exec(mail.contentType)?.[1];
  return type === undefined ? deliveryStatus(mail) !== undefined : type === 'delivery-status';
}

/** Also that of addresses outside ASCII (RFC 6533). */
const deliveryStatus = ({ reports }: IncomingMail) =>
  reports.find(({ contentType }) => /^message\/(?:global-)?delivery-status/.test(contentType));

/** Never a person, in whatever language it writes. `MAILER-DAEMON <>` has no address. */
const isFromDaemon = (mail: IncomingMail): boolean =>
  mail.from.some(({ address }) => daemonAddress.test(address)) ||
  /mailer[-_ ]?da?emon/.test(nameOfSender(mail));

/** The header itself, folded and without the addresses in it: an unreadable address leaves no other trace. */
function nameOfSender(mail: IncomingMail): string {
  const name = (headerOf(mail, 'from') ?? senderOf(mail)?.name ?? '').slice(0, 300);
  return fold(name.replace(/[^\s<>"]*@[^\s<>"]*/g, ' '));
}

/**
 * A letter of some box or server with an address like any other: it opens with the news, has the numbers or the mail that
 * came back, and nothing that a person would add. With an honest sender's name every sign of a person counts.
 */
function isNothingButReport(mail: IncomingMail, { envelopeFrom }: Delivery, letter: string): boolean {
  if (/^\s*(?:re|aw|antw(?:ort)?|wg|fwd?|tr|rif|i)\s*:/i.test(mail.subject)) return false;
  const machine = isMachine(mail, envelopeFrom);
  if (!machine && (isLetterLike(letter) || readMessage(letter).kind !== undefined)) return false;
  const opening =
    machine || isEmptyPath(mail, envelopeFrom)
      ? letter.slice(0, 600)
      : (letter.trimStart().split('\n', 1)[0] ?? '');
  const exchange = opensAsExchange(letter);
  if (!exchange && findNonDelivery(opening) === undefined) return false;
  if (namesOurMail(mail)) return true;
  if (exchange) return hasAddress(letter);
  const says = speaksSmtp(letter) || (machine && tellsWhyOfMail(letter));
  return letter.length <= maxGatewayLetter && says && hasAddress(letter);
}

function isMachine(mail: IncomingMail, envelopeFrom: string | undefined): boolean {
  const sender = senderOf(mail);
  const local = sender?.address.split('@', 1)[0] ?? '';
  return (
    daemonAddress.test(envelopeFrom ?? '') ||
    postmasterAddress.test(envelopeFrom ?? '') ||
    isAutoSubmitted(mail) ||
    gatewaySender.test(`${local} ${fold((sender?.name ?? '').slice(0, 100))}`)
  );
}

function namesOurMail(mail: IncomingMail): boolean {
  const { messageIds, leadId } = findReturnedMail(mail);
  return messageIds.length > 0 || leadId !== undefined;
}

/** Bounces and other reports have no sender in the envelope, so that nobody answers them. */
export function isEmptyPath(mail: IncomingMail, envelopeFrom: string | undefined): boolean {
  if (envelopeFrom === '') return true;
  return envelopeFrom === undefined && /^<?\s*>?$/.test(headerOf(mail, 'return-path') ?? 'unknown');
}

/** SES's ids have some 60 characters; longer ones are nobody's. */
const idOfSes = /([^@\s<>"]{8,128})@(?:[a-z0-9-]{1,40}\.)?amazonses\.com/gi;
const markOfOurs = /^[> \t]*X-Nachfass-Mail:\s*([0-9A-Za-z]{10})\//im;
const maxReasonLength = 300;
const maxMessageIds = 10;

/**
 * What the report says; all of it is a claim, for anybody can write one.
 * @returns `undefined` if it tells of no failure.
 */
export function readBounce(mail: IncomingMail): Bounce | undefined {
  const status = deliveryStatus(mail);
  const said = (status && readDeliveryStatus(status.text.slice(0, maxLetterLength))) ?? readLetter(mail);
  if (said === 'arrived') return undefined;
  const { recipients, ...rest } = said;
  return {
    kind: kindOfClass[said.class],
    ...rest,
    recipients: [...new Set(recipients)].slice(0, 10),
    ...findReturnedMail(mail),
  };
}

/** Which mail of ours it is about: by its ids, wherever they stand, and by our own header. */
function findReturnedMail(mail: IncomingMail): Pick<Bounce, 'messageIds' | 'leadId'> {
  const attached = mail.attached.slice(0, 3);
  const text = [
    mail.text.slice(0, maxLetterLength),
    ...mail.reports.slice(0, 5).map((report) => report.text.slice(0, maxLetterLength)),
    ...[mail, ...attached].flatMap(({ answers }) => answers.slice(0, 20)),
    ...attached.flatMap(({ messageId = '', headers }) => [
      messageId,
      `X-Nachfass-Mail: ${headers.get('x-nachfass-mail')?.[0] ?? ''}`,
    ]),
  ].join('\n');
  const messageIds = [...new Set([...text.matchAll(idOfSes)].map(([, id = '']) => id))];
  const leadId = leadIdSchema.safeParse(markOfOurs.exec(text)?.[1]?.toUpperCase());
  return { messageIds: messageIds.slice(0, maxMessageIds), ...(leadId.success && { leadId: leadId.data }) };
}

type Said = Pick<Bounce, 'class' | 'recipients' | 'reason'>;

/**
 * The groups of fields of `message/delivery-status`: one about the message, one for each recipient.
 * @returns `undefined` if it has none of a recipient: then the letter beside it must say it.
 */
function readDeliveryStatus(report: string): Said | 'arrived' | undefined {
  const groups = report
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map(readFields)
    .filter((fields) => fields.has('action') || fields.has('status') || fields.has('final-recipient'));
  if (groups.length === 0) return undefined;
  // A report may also say that a mail arrived.
  const open = groups.filter(
    (fields) => !/^(delivered|relayed|expanded)\b/i.test(fields.get('action') ?? ''),
  );
  if (open.length === 0) return 'arrived';
  const read = open.map((fields) => ({ fields, class: classOfGroup(fields) }));
  const worst = read.find((group) => kindOfClass[group.class] === 'permanent') ?? read[0];
  if (!worst) return undefined;
  const alike = read.filter((group) => kindOfClass[group.class] === kindOfClass[worst.class]);
  const reason = worst.fields.get('diagnostic-code') ?? worst.fields.get('status');
  return {
    class: worst.class,
    recipients: alike.flatMap(({ fields }) =>
      ['original-recipient', 'final-recipient'].flatMap(
        (name) => normaliseEmail((fields.get(name) ?? '').replace(/^[^;]*;/, '').replace(/[<>]/g, '')) ?? [],
      ),
    ),
    ...(reason !== undefined && { reason: inBrief(reason.replace(/^\s*smtp\s*;\s*/i, '')) }),
  };
}

/** The words of the diagnostic, then its code, then the status. */
function classOfGroup(fields: ReadonlyMap<string, string>): BounceClass {
  if (/^delayed\b/i.test(fields.get('action') ?? '')) return 'delayed';
  const diagnostic = fold((fields.get('diagnostic-code') ?? '').slice(0, 2_000));
  const status = fold(fields.get('status') ?? '');
  const found = wordsClass(diagnostic) ?? codeClass(diagnostic) ?? codeClass(status) ?? 'unclear';
  // A server that gave up for now has tried long enough.
  return found === 'delayed' || (found === 'busy' && status.startsWith('4')) ? 'expired' : found;
}

function readFields(group: string): ReadonlyMap<string, string> {
  return new Map(
    group.split('\n').flatMap((line) => {
      const colon = line.indexOf(':');
      return colon <= 0
        ? []
        : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
    }),
  );
}

const hasAddress = (letter: string): boolean => addressWords(letter).length > 0;

/** Where servers put the mail that came back, or its headers. */
const returnedBelow =
  /^[\s|]*(?:[-_=*]{2,}[^\n]*(?:original|returned|copy of|below this line|header|message (?:text )?follows|nachricht|kopfzeilen|message d'origine|messaggio)|(?:original message headers|ursprungliche (?:nachrichten)?kopfzeilen|kopfzeilen der|en-tetes? (?:du|de) message|intestazioni)|(?:received|return-path|message-id): )/;

/** The letter before the mail that it returns. */
function readLetterText(mail: IncomingMail): string {
  const lines = mail.text.slice(0, maxLetterLength).split('\n');
  const end = lines.findIndex((line) => returnedBelow.test(fold(line.slice(0, 120))));
  return (end < 0 ? lines : lines.slice(0, end)).join('\n');
}

/** A letter in words: qmail, Exchange, T-Online, GMX and others. A daemon that names no failure may tell of a success. */
function readLetter(mail: IncomingMail): Said | 'arrived' {
  const letter = readLetterText(mail);
  const whole = fold(`${mail.subject}\n${letter.slice(0, maxOpeningLength)}`);
  if (!tellsOfFailure(mail, whole) && deliveryStatus(mail) === undefined) return 'arrived';
  const ours = new Set([...mail.to, ...mail.from].map(({ address }) => address));
  const recipients = addressWords(headerOf(mail, 'x-failed-recipients') ?? letter)
    .flatMap(({ typed }) => normaliseEmail(typed) ?? [])
    .filter((address) => !ours.has(address) && !isOfServer(address));
  const lines = letter.split('\n');
  const telling = lines.findIndex((line) => isTelling(fold(line.slice(0, 500))));
  const reason = telling < 0 ? undefined : lines.slice(telling, telling + 2).join(' ');
  return {
    class: classOfLetter(reason, whole),
    recipients,
    ...(reason !== undefined && { reason: inBrief(lines[telling] ?? '') }),
  };
}

const isOfServer = (address: string): boolean =>
  daemonAddress.test(address) || postmasterAddress.test(address) || address.endsWith('amazonses.com');

const isTelling = (line: string): boolean => speaksSmtp(line) || codeClass(line) !== undefined;

/** What the line with the code says counts; around it servers explain what else it might have been. */
function classOfLetter(reason: string | undefined, all: string): BounceClass {
  const line = fold(reason ?? '');
  const found = wordsClass(line) ?? codeClass(line) ?? wordsClass(all) ?? 'unclear';
  // It may still arrive, says the letter: whatever the server last answered.
  return kindOfClass[found] === 'transient' && wordsClass(all) === 'delayed' ? 'delayed' : found;
}

const inBrief = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().slice(0, maxReasonLength).toWellFormed();
