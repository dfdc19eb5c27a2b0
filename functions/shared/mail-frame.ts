import { brandOf, type Company } from '../../domain/business/company.ts';
import type { OutgoingMail } from '../../domain/ports/mailer.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { MailContent } from '../../views/mail/mail-content.ts';

/**
 * What every mail of the business has in common: its sender and an address that somebody reads.
 * @param mail.replyTo where answers go; default: the business's own mailbox.
 */
export function mailFrame(
  company: Company,
  now: Moment,
  mail: {
    readonly to: readonly string[];
    readonly replyTo?: string | undefined;
    readonly content: MailContent;
    readonly headers: Readonly<Record<string, string>>;
  },
): OutgoingMail {
  const { subject, text, html, calendar } = mail.content;
  return {
    from: { name: brandOf(company), address: company.mail.from },
    to: mail.to,
    replyTo: mail.replyTo ?? company.mail.replyTo,
    subject,
    text,
    html,
    headers: mail.headers,
    calendar,
    at: now,
  };
}
