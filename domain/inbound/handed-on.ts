/** What one of us hands on, as the mail that it was: so that it is judged like one that came by itself. */
import type { Company } from '../business/company.ts';
import { findCustomersMail, isFromUs } from './forward.ts';
import { type IncomingMail, senderOf } from './incoming-mail.ts';
import { classifyMail, type MailClass } from './mail-class.ts';
import { asksUs } from './newsletter.ts';

/** Of a mail within a text little more than author, subject and words is left. `undefined`: none is handed on by us. */
export function mailHandedOn(mail: IncomingMail, company: Company): IncomingMail | undefined {
  if (!isFromUs(mail, company)) return undefined;
  const forward = findCustomersMail(mail, company);
  if (!forward) return undefined;
  const { name, email } = forward.author;
  const file = mail.attached.find((one) => email !== undefined && senderOf(one)?.address === email);
  if (file) return file;
  return {
    from: email === undefined ? [] : [{ address: email, ...(name !== undefined && { name }) }],
    fromUnclear: false,
    replyTo: [],
    to: [],
    cc: [],
    deliveredTo: [],
    subject: forward.subject ?? '',
    answers: [],
    headers: new Map(name === undefined ? [] : [['from', [name]]]),
    contentType: 'text/plain',
    // Where a program left no line breaks, the words stand behind the last header.
    text: forward.text === '' ? forward.whole : forward.text,
    pairs: mail.pairs,
    files: mail.files,
    reports: [],
    attached: [],
  };
}

/** Who wrote such a mail. Its envelope stayed where it first arrived. */
export function classOfHandedOn(handedOn: IncomingMail, company: Company): MailClass {
  const unknown = 'unknown';
  const delivery = {
    id: '',
    receivedAt: '',
    envelopeTo: [],
    verdicts: { spam: unknown, virus: unknown, spf: unknown, dkim: unknown, dmarc: unknown },
  } as const;
  return classifyMail(handedOn, handedOn.text, delivery, company).kind;
}

/** Did a person write it who wants something of us? Whoever did not expects no word from us. */
export const isSomebodysRequest = (handedOn: IncomingMail, company: Company): boolean =>
  classOfHandedOn(handedOn, company) === 'person' && asksUs(handedOn);
