/** Mails as customers and owners write them with a mail program, for trying things out in the browser. */
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Company } from '../../domain/business/company.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { ReadMail } from './read-mail.ts';

interface WrittenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly at: Moment;
  /** The Message-ID of the mail it answers. */
  readonly answers?: string | undefined;
}

export async function writeMail(mail: WrittenMail): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: '', address: mail.from },
    to: mail.to.map((address) => ({ name: '', address })),
    subject: mail.subject.replace(/\s+/g, ' '),
    text: mail.text,
    ...(mail.answers !== undefined && { inReplyTo: mail.answers, references: mail.answers }),
    date: new Date(mail.at),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The answer to a mail from the mailbox, as whoever got it, with what it said quoted below. */
export function writeAnswer(mail: ReadMail, text: string, at: Moment, company: Company): Promise<Buffer> {
  const quoted = mail.text.trimEnd().split(/\r?\n/);
  return writeMail({
    from: mail.to[0] ?? '',
    to: mail.replyTo,
    subject: /^(re|aw):/i.test(mail.subject) ? mail.subject : `AW: ${mail.subject}`,
    text: [
      text.trimEnd(),
      '',
      `Am ${dayAndTime(mail.at, company)} schrieb ${mail.from.replaceAll('"', '')}:`,
      '',
      ...quoted.map((line) => `> ${line}`.trimEnd()),
      '',
    ].join('\n'),
    at,
    answers: mail.headers['message-id'],
  });
}

/** `23.11.2026 um 09:05`. */
function dayAndTime(moment: Moment, { timeZone }: Company): string {
  const day = new Date(moment).toLocaleDateString('de-DE', {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  const time = new Date(moment).toLocaleTimeString('de-DE', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${day} um ${time}`;
}
