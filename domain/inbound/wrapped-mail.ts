/**
 * Mails that a server wraps up to pass them on: a journal, a rule that forwards "as attachment", a spam filter, a list. The
 * wrapped mail is what somebody wrote; it is read as if it had come by itself.
 */
import type { Company } from '../business/company.ts';
import { readProvenance } from './authentic.ts';
import { isFromUs } from './forward.ts';
import { type Delivery, headerOf, type IncomingMail, senderOf } from './incoming-mail.ts';
import { isOurAddress } from './ours.ts';

/** A journal of a mail that a rule forwarded, out of the spam filter. */
const maxWrappers = 3;

/** Exchange writes it into each report of its journal, which also tells of mails that came back. */
export const isJournal = ({ headers }: Pick<IncomingMail, 'headers'>): boolean =>
  headers.has('x-ms-journal-report');

const isByRule = (mail: IncomingMail, company: Company): boolean =>
  isFromUs(mail, company) &&
  mail.text.trim() === '' &&
  (mail.headers.has('x-ms-exchange-inbox-rules-loop') ||
    /^\s*auto-(?:generated|forwarded)/i.test(headerOf(mail, 'auto-submitted') ?? ''));

/** SpamAssassin: sender and subject are those of the mail inside. */
const isByFilter = (mail: IncomingMail): boolean =>
  ['x-spam-flag', 'x-spam-status'].some((name) => mail.headers.has(name)) &&
  /^\s*spam detection software, running/i.test(mail.text);

/** Mailman wraps what a sender's domain forbids lists to pass on as it is. */
const isByList = (mail: IncomingMail): boolean =>
  mail.headers.has('list-id') && (mail.text.trim() === '' || /\bdmarc\b/i.test(mail.text.slice(0, 2_000)));

type Received = { readonly mail: IncomingMail; readonly delivery: Delivery };

/**
 * The mail that somebody wrote, and its delivery. What is inside a mail can be made up by whoever sent that, and the checks
 * were about the outer one: the inner sender is proved by nothing. Unless our own server wrapped it up he is unclear too, so
 * that nobody speaks in a customer's name by wrapping. Nobody is answered by himself.
 */
export function unwrapMail(received: Received, company: Company): Received {
  let { mail, delivery } = received;
  for (let depth = 0; depth < maxWrappers; depth++) {
    const inner = wrappedMail(mail, company);
    if (inner === undefined) break;
    const provenance = readProvenance(mail, delivery);
    const byUs = provenance === 'authentic' && isOurAddress(senderOf(mail)?.address ?? '', company);
    mail = {
      ...inner,
      fromUnclear: inner.fromUnclear || !byUs,
      headers: new Map([['x-auto-response-suppress', ['All']], ...inner.headers]),
    };
    if (provenance !== 'contradicted') delivery = withoutProof(delivery);
  }
  return { mail, delivery };
}

function wrappedMail(mail: IncomingMail, company: Company): IncomingMail | undefined {
  const [inner, ...others] = mail.attached;
  if (inner === undefined || others.length > 0) return undefined;
  return isJournal(mail) || isByRule(mail, company) || isByFilter(mail) || isByList(mail) ? inner : undefined;
}

function withoutProof(delivery: Delivery): Delivery {
  const { spam, virus } = delivery.verdicts;
  return { ...delivery, verdicts: { spam, virus, spf: 'unknown', dkim: 'unknown', dmarc: 'unknown' } };
}
