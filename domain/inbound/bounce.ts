/** A mail that came back: to whom, why, and for good? RFC 3464, and the letters of servers that do not write it. */
import { normaliseEmail } from '../capture/contact-data.ts';
import { leadIdSchema } from '../lead/event.ts';
import { type Delivery, headerOf, type IncomingMail, senderOf } from './incoming-mail.ts';

export interface Bounce {
  /** `transient`: it may still arrive, or the next one may. */
  readonly kind: 'permanent' | 'transient';
  readonly recipients: readonly string[];
  /** In the words of the other server. */
  readonly reason?: string | undefined;
  /** Ids of our mails that the report names, as SES gave them. */
  readonly messageIds: readonly string[];
  /** The lead of the mail that came back, if the report shows its headers. */
  readonly leadId?: string | undefined;
}

export const systemSenders = /^(mailer-daemon|postmaster|mail-daemon|mailerdaemon)@/;

/** What servers call a mail that came back, in German and English. */
const bounceSubjects =
  /undeliver|unzustellbar|nicht zugestellt|zustellung.{0,30}(fehl|nicht|problem|status|verz)|zustellungsfehler|delivery (status|failure|incomplete|delayed|has failed)|returned (mail|to sender)|failure notice|mail delivery (failed|system)|could not be delivered|delay(ed)?\b.*deliver|warning: message/i;

/** A report of a server about a mail that it could not, or not yet, deliver. */
export function isBounce(
  mail: IncomingMail,
  { envelopeFrom }: Delivery,
  callsItselfAutomatic: boolean,
): boolean {
  const reports = mail.reports.some(({ contentType }) => contentType.startsWith('message/delivery-status'));
  // A report about reading (RFC 8098) or about spam (RFC 5965) is no bounce.
  if (reports) return true;
  // An absence note has an empty path too, and may quote any subject.
  if (callsItselfAutomatic) return false;
  const fromSystem = systemSenders.test(senderOf(mail)?.address ?? '') || isEmptyPath(mail, envelopeFrom);
  return (
    fromSystem && (bounceSubjects.test(mail.subject) || headerOf(mail, 'x-failed-recipients') !== undefined)
  );
}

/** Bounces and other reports have no sender in the envelope, so that nobody answers them. */
export function isEmptyPath(mail: IncomingMail, envelopeFrom: string | undefined): boolean {
  if (envelopeFrom === '') return true;
  return envelopeFrom === undefined && /^<?\s*>?$/.test(headerOf(mail, 'return-path') ?? 'unknown');
}

const idOfSes = /<?([^@\s<>]+)@(?:[a-z0-9-]+\.)?amazonses\.com>?/gi;
const maxReasonLength = 300;
/** As much of a letter as is looked through. */
const maxLetterLength = 20_000;

/** What servers write when the mailbox exists and only cannot take the mail now. */
const passing =
  /mailbox (is )?full|quota|over ?quota|voll\b|postfach.{0,30}voll|tempor[aä]r|vorübergehend|try again|erneut versucht|delayed|verz[öo]ger|greylist|5\.2\.2|(?<![\d.])4\.\d+\.\d+(?![\d.])|will be retried|not yet been delivered/i;

/** @returns what the report says; `undefined` if it says neither to whom nor about which mail. */
export function readBounce(mail: IncomingMail): Bounce | undefined {
  const status = mail.reports.find(({ contentType }) => contentType.startsWith('message/delivery-status'));
  const whole = [
    mail.text.slice(0, maxLetterLength),
    ...mail.reports.map(({ text }) => text.slice(0, maxLetterLength)),
  ];
  const all = whole.join('\n');
  const about = findReturnedMail(all);
  const said = status ? readDeliveryStatus(status.text) : readLetter(mail);
  if (!said) return undefined;
  const recipients = [...new Set(said.recipients)];
  const known = recipients.length > 0 || about.messageIds.length > 0 || about.leadId !== undefined;
  return known ? { ...said, recipients, ...about } : undefined;
}

/** Which mail of ours it is about. */
function findReturnedMail(text: string): Pick<Bounce, 'messageIds' | 'leadId'> {
  const messageIds = [...new Set([...text.matchAll(idOfSes)].map(([, id = '']) => id))].slice(0, 10);
  const leadId = /^X-Nachfass-Mail:\s*([0-9A-Za-z]{10})\//im.exec(text)?.[1];
  return { messageIds, ...(leadIdSchema.safeParse(leadId).success && { leadId }) };
}

type Said = Pick<Bounce, 'kind' | 'recipients' | 'reason'>;

/** The groups of fields of `message/delivery-status`: one about the message, one for each recipient. */
function readDeliveryStatus(report: string): Said | undefined {
  const groups = report
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map(readFields)
    .filter((fields) => fields.has('action') || fields.has('status') || fields.has('final-recipient'))
    // A report may also say that a mail arrived.
    .filter((fields) => !/^(delivered|relayed|expanded)\b/i.test(fields.get('action') ?? ''));
  if (groups.length === 0) return undefined;
  const failed = groups.filter((fields) => /^failed\b/i.test(fields.get('action') ?? 'failed'));
  const permanent = failed.some((fields) => {
    const status = fields.get('status') ?? '';
    return !status.startsWith('4') && !/^5\.2\.2\b/.test(status);
  });
  const counted = permanent ? failed : groups;
  const reason = counted.map((fields) => fields.get('diagnostic-code') ?? fields.get('status')).find(Boolean);
  return {
    kind: permanent ? 'permanent' : 'transient',
    recipients: counted.flatMap((fields) => {
      const named = fields.get('original-recipient') ?? fields.get('final-recipient') ?? '';
      return normaliseEmail(named.replace(/^[^;]*;/, '')) ?? [];
    }),
    ...(reason !== undefined && { reason: inBrief(reason.replace(/^\s*smtp\s*;\s*/i, '')) }),
  };
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

const addressInText = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi;

/** A letter in words: qmail, Exchange, T-Online, GMX and others. The text before the returned mail counts. */
function readLetter(mail: IncomingMail): Said {
  const letter = mail.text
    .slice(0, maxLetterLength)
    .split(/^-{2,}.*(original|returned|copy of the message|ursprüngliche|nachricht).*$/im, 1)[0] as string;
  const listed = headerOf(mail, 'x-failed-recipients') ?? letter;
  const own = new Set(mail.to.map(({ address }) => address));
  const recipients = [...listed.matchAll(addressInText)]
    .flatMap(([address]) => normaliseEmail(address) ?? [])
    .filter((address) => !own.has(address) && !/^(mailer-daemon|postmaster)@/.test(address));
  const line = letter
    .split('\n')
    .find((text) => /\b[45]\d\d[ -]|[45]\.\d+\.\d+|unknown|existiert|unbekannt/i.test(text));
  return {
    kind: passing.test(`${mail.subject}\n${letter}`) ? 'transient' : 'permanent',
    recipients: recipients.slice(0, 10),
    ...(line !== undefined && { reason: inBrief(line) }),
  };
}

const inBrief = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().slice(0, maxReasonLength).toWellFormed();
