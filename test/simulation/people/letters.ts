/** Mails that people write, as they come over the wire, and the envelope they come in. */
import type { Delivery, Verdicts } from '../../../domain/inbound/incoming-mail.ts';

export interface Letter {
  readonly from: { readonly name: string; readonly address: string };
  /** Default: who writes. Reports of mail servers have none. */
  readonly envelopeFrom?: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  /** The message of ours that it answers. */
  readonly answers?: string | undefined;
  readonly atMs: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** As SES names a message on its way. */
const wireIdOf = (messageId: string): string => `${messageId}@eu-central-1.amazonses.com`;

const encoded = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

export function rawMail(letter: Letter): Buffer {
  const { from, to, subject, text, messageId, answers, atMs, headers = {} } = letter;
  const all: Record<string, string> = {
    From: `${encoded(from.name)} <${from.address}>`,
    To: to,
    Subject: encoded(subject),
    Date: new Date(atMs).toUTCString().replace('GMT', '+0000'),
    'Message-ID': `<${messageId}>`,
    ...(answers !== undefined && {
      'In-Reply-To': `<${wireIdOf(answers)}>`,
      References: `<${wireIdOf(answers)}>`,
    }),
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`);
}

export function envelopeOf({ from, envelopeFrom, to, atMs }: Letter, id: string): Delivery {
  const domain = from.address.slice(from.address.indexOf('@') + 1);
  const verdicts: Verdicts = {
    spam: 'pass',
    virus: 'pass',
    spf: 'pass',
    dkim: 'pass',
    dmarc: 'pass',
    dkimDomains: [domain],
    dmarcDomain: domain,
  };
  return {
    id,
    receivedAt: new Date(atMs).toISOString(),
    envelopeFrom: envelopeFrom ?? from.address,
    envelopeTo: [to.toLowerCase()],
    verdicts,
  };
}
