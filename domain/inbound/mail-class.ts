/** Rules 13 to 15: who wrote it, a person, a machine, a server that could not deliver, or we ourselves? */
import type { Company } from '../business/company.ts';
import { withoutTag } from '../business/mail-address.ts';
import { isBounce, isEmptyPath, systemSenders } from './bounce.ts';
import { type Delivery, headerOf, type IncomingMail, type MailAddress, senderOf } from './incoming-mail.ts';

export type MailClass = 'own' | 'bounce' | 'automatic' | 'person';

/**
 * The class of a mail. It decides whether we answer and whether the mail may move a lead, and nothing else: honest mails
 * of forms and portals are automatic too.
 */
export function classifyMail(mail: IncomingMail, delivery: Delivery, company: Company): MailClass {
  if (isBounce(mail, delivery, automaticSubjects.test(mail.subject))) return 'bounce';
  if (isOwn(mail, company)) return 'own';
  return isAutomatic(mail, delivery) ? 'automatic' : 'person';
}

/**
 * It carries our mark against loops, or comes from an address of ours, also a signed one, and names nobody else to answer:
 * forms of the business send from its own address too, with the customer in Reply-To.
 */
function isOwn(mail: IncomingMail, { mail: ours }: Company): boolean {
  if (mail.headers.has('x-nachfass')) return true;
  const own = [ours.from, ours.receive].map((address) => address?.toLowerCase());
  const isOurs = ({ address }: MailAddress) => own.includes(withoutTag(address));
  return mail.from.some(isOurs) && mail.replyTo.every(isOurs);
}

/** Only at the beginning: a person may write about being away. */
const automaticSubjects =
  /^\s*(abwesenheit(snotiz|snachricht|sassistent|smeldung|sinfo)?\b|abwesend(\s*[:!-]|\s*$)|(?:(?:re|aw|antw|antwort)\s*:\s*)?automatische (antwort|r[üu]ckmeldung|empfangsbest[äa]tigung|e-?mail)|auto(matic)?[ -]?(reply|response|antwort)|auto:|out of (the )?office|autoreply|autoresponder|nicht im (b[üu]ro|haus)\b|(ich bin )?(derzeit |zur zeit |momentan )?im urlaub[:!]|urlaubsnotiz|eingangsbest[äa]tigung:|ooo:)/i;

const bulkPrecedence = /^(bulk|junk|list|auto_reply)$/i;

/** The signs by which machines know each other. RFC 3834, RFC 2076, and what products add to them. */
function isAutomatic(mail: IncomingMail, { envelopeFrom }: Delivery): boolean {
  const submitted = firstWord(headerOf(mail, 'auto-submitted'));
  if (submitted !== undefined && submitted !== '' && submitted !== 'no') return true;
  const marks = ['x-auto-response-suppress', 'x-autoreply', 'x-autorespond', 'list-id'];
  if (marks.some((name) => isSet(headerOf(mail, name)))) return true;
  if (bulkPrecedence.test(firstWord(headerOf(mail, 'precedence')) ?? '')) return true;
  if (/^multipart\/report\b/.test(mail.contentType) || mail.contentType.includes('report-type=')) return true;
  if (mail.reports.some(({ contentType }) => contentType.startsWith('message/feedback-report'))) return true;
  if (systemSenders.test(senderOf(mail)?.address ?? '')) return true;
  return isEmptyPath(mail, envelopeFrom) || automaticSubjects.test(mail.subject);
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
