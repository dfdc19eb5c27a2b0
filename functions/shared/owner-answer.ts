/** What somebody of the business writes to a customer, whether in his mail program or in the desk: sent once, or why not. */

import type { Company } from '../../domain/business/company.ts';
import { hasOwnerLink, hidesLinkTo } from '../../domain/inbound/owner-links.ts';
import { mayMail } from '../../domain/lawful/may-mail.ts';
import type { Unreachable } from '../../domain/lawful/refusals.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isGivenAgain } from '../../domain/lead/reachable-again.ts';
import type { ContactStore, Suppression } from '../../domain/ports/contact-store.ts';
import type { OutgoingMail } from '../../domain/ports/mailer.ts';
import type { ReplyAddresses } from '../../domain/ports/reply-addresses.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import { ownerAnswerHeaders, ownerAnswerMail } from '../../views/mail/owner-answer.ts';
import { viewLink } from './action-links.ts';
import { mailFrame } from './mail-frame.ts';
import { type SendOnceDeps, sendOnce } from './send-once.ts';

export interface OwnerAnswerDeps extends SendOnceDeps {
  readonly contacts: Pick<ContactStore, 'load'>;
  readonly links: SignedLinks;
  /** Absent: no mails are received. */
  readonly replyAddresses: ReplyAddresses | undefined;
  readonly company: Company;
}

/** Why nothing that the business writes goes to this customer. */
export async function whyNotReached(
  lead: Lead,
  { contacts }: Pick<OwnerAnswerDeps, 'contacts'>,
): Promise<Unreachable | 'stopped' | undefined> {
  const { email } = lead.contact;
  if (email === undefined) return 'no-address';
  const known = (await contacts.load({ kind: 'email', value: email }))?.suppressed;
  const suppressed = known && isGivenAgain(lead, known) ? undefined : known;
  if (lead.mailsStopped === 'bounced' || suppressed?.reason === 'bounced') return 'bounced';
  if (lead.mailsStopped === 'complained' || suppressed?.reason === 'complained') return 'complained';
  if (lead.mailsStopped === 'disowned') return 'disowned';
  return isStopped(lead, suppressed) ? 'stopped' : undefined;
}

/** Whoever wrote after the stop, of this request or of another, wants an answer. */
function isStopped({ mailsStopped, timeline }: Lead, suppressed: Suppression | undefined): boolean {
  const here = timeline.findLastIndex(({ type }) => type === 'stopped');
  const elsewhere = mailsStopped === undefined ? suppressed?.at : undefined;
  if (mailsStopped !== 'stopped' && elsewhere === undefined) return false;
  return !timeline
    .slice(here + 1)
    .some(
      (event) =>
        event.type === 'customer-replied' &&
        !event.stops &&
        (elsewhere === undefined || event.at > elsewhere),
    );
}

/** A link of ours stands in it: whoever has it can act for the business. */
export function hasOwnLinks(
  texts: readonly string[],
  lead: Lead,
  { links, clock }: Pick<OwnerAnswerDeps, 'links' | 'clock'>,
): boolean {
  const { host } = new URL(viewLink(links, lead.id, clock.now()));
  return texts.some((text) => hasOwnerLink(text) || hidesLinkTo(host, text));
}

export interface OwnerAnswer {
  /** In the mail log: the same answer has the same key, however often it is sent. */
  readonly key: string;
  readonly subject: string;
  readonly text: string;
  readonly files?: OutgoingMail['files'];
}

/**
 * Sends it under the address of the business, below what the customer wrote last.
 * @throws MailRefusedError the provider does not take mails now: to be tried again.
 */
export async function sendOwnerAnswer(lead: Lead, answer: OwnerAnswer, deps: OwnerAnswerDeps) {
  const { company, clock } = deps;
  const { key, subject, text, files } = answer;
  const may = mayMail('owner-answer', { lead }, company, clock.now());
  const { outcome, rejectedFor } = await sendOnce(
    deps,
    { leadId: lead.id, key, to: 'customer', may },
    () => ({
      ...mailFrame(company, clock.now(), {
        to: [lead.contact.email ?? ''],
        replyTo: deps.replyAddresses?.sign(lead.id),
        content: ownerAnswerMail({ lead, company, subject, text }),
        headers: {
          ...ownerAnswerHeaders(lead, lastMessageId(lead)),
          'X-Nachfass-Mail': `${lead.id}/${key}`,
        },
      }),
      files,
    }),
  );
  if (outcome === 'refused') return may.allowed ? 'rejected' : may.reason;
  return rejectedFor === 'content' ? 'rejected-content' : outcome;
}

/** What the customer wrote last, so that his mail program shows the answer below it. */
function lastMessageId({ timeline }: Lead): string | undefined {
  const last = timeline.findLast(
    (event) => (event.type === 'customer-replied' || event.type === 'captured') && event.mail?.messageId,
  );
  return last && 'mail' in last && typeof last.mail === 'object' ? last.mail.messageId : undefined;
}
