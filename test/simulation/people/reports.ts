/** Mail servers that write about our mails: that one did not arrive, or is late. */
import { hourMs, minuteMs } from '../engine/plan.ts';
import type { SentMail } from '../platform/post.ts';
import { later, type PeopleDeps, send } from './surroundings.ts';

interface Report {
  readonly subject: string;
  readonly action: 'failed' | 'delayed';
  readonly status: string;
  readonly diagnostic: string;
  readonly letter: string;
}

const failures: readonly Report[] = [
  {
    subject: 'Undelivered Mail Returned to Sender',
    action: 'failed',
    status: '5.1.1',
    diagnostic: '550 5.1.1 user unknown',
    letter: 'I am sorry to have to inform you that your message could not be delivered.',
  },
  {
    subject: 'Unzustellbar: Ihre Nachricht',
    action: 'failed',
    status: '5.7.1',
    diagnostic: '550 5.7.1 message refused by policy',
    letter: 'Ihre Nachricht konnte nicht zugestellt werden.',
  },
  {
    subject: 'Undeliverable: mailbox full',
    action: 'failed',
    status: '4.2.2',
    diagnostic: '452 4.2.2 over quota',
    letter: 'The mailbox of the recipient is full.',
  },
];
const delay: Report = {
  subject: 'Delivery Status Notification (Delay)',
  action: 'delayed',
  status: '4.4.1',
  diagnostic: '421 4.4.1 connection timed out',
  letter: 'This is a warning message only. Your message will be tried again.',
};

/** A report to where our mail wants its answers, or to the mailbox of requests. @param isLate it only says that it takes long. */
export function reports(deps: PeopleDeps, sent: SentMail, isLate: boolean): void {
  const { cloud, entropy } = deps;
  const [address = ''] = sent.mail.to;
  const what = isLate ? delay : entropy.pick(failures);
  const to = entropy.chance(0.8) ? sent.mail.replyTo : (cloud.company.mail.receive ?? '');
  later(deps, 'mail server', entropy.between(minuteMs, 5 * hourMs), async () => {
    const number = deps.next();
    const domain = address.slice(address.indexOf('@') + 1);
    send(deps, {
      from: { name: 'Mail Delivery System', address: `mailer-daemon@${domain}` },
      envelopeFrom: '',
      to,
      subject: what.subject,
      text: reportText(sent, address, what),
      messageId: `bericht-${number}@${domain}`,
      atMs: deps.scheduler.nowMs(),
      headers: {
        'Auto-Submitted': 'auto-replied',
        'Content-Type': 'multipart/report; report-type=delivery-status; boundary="teil"',
      },
    });
  });
}

/** RFC 3464, with the head of our mail below. */
function reportText({ mail, messageId }: SentMail, address: string, what: Report): string {
  const part = (type: string, lines: readonly string[]) => [
    '--teil',
    `Content-Type: ${type}`,
    '',
    ...lines,
    '',
  ];
  return [
    ...part('text/plain; charset=utf-8', [what.letter, '', address]),
    ...part('message/delivery-status', [
      'Reporting-MTA: dns; mx.example',
      '',
      `Final-Recipient: rfc822; ${address}`,
      `Action: ${what.action}`,
      `Status: ${what.status}`,
      `Diagnostic-Code: smtp; ${what.diagnostic}`,
    ]),
    ...part('text/rfc822-headers', [
      `Message-ID: <${messageId}@eu-central-1.amazonses.com>`,
      `X-Nachfass-Mail: ${mail.headers['X-Nachfass-Mail'] ?? ''}`,
      `From: ${mail.from.address}`,
      `To: ${address}`,
      'Subject: Ihre Anfrage',
    ]),
    '--teil--',
    '',
  ].join('\n');
}
