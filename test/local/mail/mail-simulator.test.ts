import { expect, test } from 'vitest';
import { simulatedEvents } from '../../../local/mail/mail-simulator.ts';

const at = '2026-11-23T09:00:00.000Z';
const events = (...recipients: string[]) => simulatedEvents('0107-abc', recipients, at);

test.each([
  ['bounce@customer.test', 'Bounce'],
  ['Bounce+erika@Customer.test', 'Bounce'],
  ['bounce@simulator.amazonses.com', 'Bounce'],
  ['complaint@customer.test', 'Complaint'],
  ['success@simulator.amazonses.com', 'Delivery'],
])('a mail to %s is followed by a %s', (recipient, eventType) => {
  expect(events(recipient)).toMatchObject([
    { eventType, mail: { messageId: '0107-abc', destination: [recipient], timestamp: at } },
  ]);
});

test('a bounce is a permanent one and names the address', () => {
  expect(events('bounce@customer.test')[0]).toMatchObject({
    bounce: {
      bounceType: 'Permanent',
      bouncedRecipients: [{ emailAddress: 'bounce@customer.test', status: '5.1.1' }],
    },
  });
});

test('a mail to anybody else is followed by nothing', () => {
  expect(events('erika@customer.test', 'bounce@example.org', 'rebounce@customer.test')).toEqual([]);
});
