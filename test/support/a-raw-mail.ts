/** Raw mails as they come over the wire; tests say only what matters to them. */
import type { Delivery } from '../../domain/inbound/incoming-mail.ts';
import { monday10 } from './a-walk.ts';

export const mailbox = 'anfrage@mail.muster-haustechnik.example';

interface RawMail {
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text?: string;
  /** Files by name. */
  readonly files?: Readonly<
    Record<string, { readonly contentType: string; readonly content: string | Uint8Array }>
  >;
}

let count = 0;

/** A letter of Jörg Weiß about a bathroom. A header that is `undefined` is left out. */
export function aRawMail({ headers = {}, text = request, files = {} }: RawMail = {}): Buffer {
  const all = {
    From: 'Jörg Weiß <joerg.weiss@customer.test>',
    To: mailbox,
    Subject: 'Neues Bad im Altbau',
    Date: 'Mon, 23 Nov 2026 10:00:00 +0100',
    'Message-ID': `<mail-${++count}@customer.test>`,
    'MIME-Version': '1.0',
    ...headers,
  };
  const names = Object.keys(files);
  const head = Object.entries(all)
    .flatMap(([name, value]) => [value ?? []].flat().map((one) => `${name}: ${one}`))
    .join('\r\n');
  const body = text.replaceAll('\n', '\r\n');
  const plain = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit';
  if (names.length === 0) {
    return Buffer.from(`${head}\r\n${'Content-Type' in headers ? '' : `${plain}\r\n`}\r\n${body}`);
  }
  const parts = names.map((name) => {
    const { contentType = '', content = '' } = files[name] ?? {};
    return `Content-Type: ${contentType}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${Buffer.from(content).toString('base64')}`;
  });
  return Buffer.from(
    `${head}\r\nContent-Type: multipart/mixed; boundary="part"\r\n\r\n${[`${plain}\r\n\r\n${body}`, ...parts]
      .map((part) => `--part\r\n${part}\r\n`)
      .join('')}--part--\r\n`,
  );
}

const request = `Guten Tag,

wir möchten unser Bad erneuern und hätten gern ein Angebot.

Mit freundlichen Grüßen
Jörg Weiß
0171 2345678`;

/** A delivery that all checks speak well of. */
export function aDelivery(id: string, overrides: Partial<Delivery> = {}): Delivery {
  return {
    id,
    receivedAt: monday10,
    envelopeFrom: 'joerg.weiss@customer.test',
    envelopeTo: [mailbox],
    verdicts: { spam: 'pass', virus: 'pass', spf: 'pass', dkim: 'pass', dmarc: 'pass' },
    ...overrides,
  };
}
