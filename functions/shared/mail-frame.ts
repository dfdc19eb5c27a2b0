import type { Company } from '../../domain/company.ts';
import type { MailContent } from '../../domain/mail/mail-content.ts';
import type { Moment, OutgoingMail } from '../../domain/ports.ts';

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
    from: { name: company.brand ?? company.name, address: company.mail.from },
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
