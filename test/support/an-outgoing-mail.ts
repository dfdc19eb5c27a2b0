/** A mail as it is handed over to be sent; tests say only what matters to them. */
import type { OutgoingMail } from '../../domain/ports/mailer.ts';

export function anOutgoingMail(overrides: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    from: { name: 'Muster Haustechnik', address: 'anfrage@mail.muster.example' },
    to: ['erika@example.org'],
    replyTo: 'anfrage@muster.example',
    subject: 'Ihre Anfrage',
    text: 'Grüße',
    html: '<p>Grüße</p>',
    headers: { 'X-Nachfass': '7K2M9QX4TD' },
    at: '2026-11-23T08:00:00.000Z',
    ...overrides,
  };
}
