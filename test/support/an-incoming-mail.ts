/** An incoming mail as the reader makes it; tests say only what matters to them. */
import type { IncomingMail } from '../../domain/inbound/incoming-mail.ts';

type Overrides = Partial<Omit<IncomingMail, 'headers'>> & {
  readonly headers?: Readonly<Record<string, string>>;
};

/** A letter of Jörg Weiß about a bathroom. */
export function anIncomingMail({ headers = {}, ...overrides }: Overrides = {}): IncomingMail {
  return {
    messageId: 'mail-1@customer.test',
    from: [{ name: 'Jörg Weiß', address: 'joerg.weiss@customer.test' }],
    fromUnclear: false,
    replyTo: [],
    to: [{ address: 'anfrage@mail.muster-haustechnik.example' }],
    cc: [],
    deliveredTo: [],
    subject: 'Neues Bad im Altbau',
    answers: [],
    headers: new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]])),
    contentType: 'text/plain; charset=utf-8',
    text: 'Guten Tag,\n\nwir möchten unser Bad erneuern.\n\nJörg Weiß\n0171 2345678',
    pairs: [],
    files: [],
    reports: [],
    attached: [],
    ...overrides,
  };
}
