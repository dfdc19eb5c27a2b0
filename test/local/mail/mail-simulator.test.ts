import { describe, expect, test } from 'vitest';
import { faultOf } from '../../../adapters/ses/ses-faults.ts';
import { refusalOf, simulatedEvents } from '../../../local/mail/mail-simulator.ts';

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

describe('an address that SES refuses', () => {
  test.each([
    ['kundin', "Missing final '@domain'"],
    ['@kunde.example', 'Missing local name'],
    ['müller@kunde.example', 'Local address contains illegal character'],
    ['eri ka@kunde.example', 'Local address contains control or whitespace'],
    ['erika..m@kunde.example', 'Local address contains dot-dot'],
    ['erika@kunde..example', 'Domain contains dot-dot'],
    ['erika@küche.example', 'Domain contains illegal character'],
  ])('%s: %s', (recipient, message) => {
    expect(refusalOf(recipient)).toEqual({ code: 'InvalidParameterValue', message });
  });

  test.each(['erika@customer.test', 'o.b+1@kunde.example', 'unverified@kunde.example', '"e"@a-b.example'])(
    '%s is not one',
    (recipient) => expect(refusalOf(recipient)).toBeUndefined(),
  );

  test.each([
    ['refused@customer.test', 'address'],
    ['blacklisted+x@customer.test', 'address'],
    ['unverified@customer.test', 'ours'],
    ['throttled@customer.test', 'passing'],
  ])('%s is refused as by SES: the fault is %s', (recipient, fault) => {
    const { code = '', message = '' } = refusalOf(recipient) ?? {};
    expect(faultOf({ name: code, message, status: 400, neverConnected: false })).toBe(fault);
  });
});
