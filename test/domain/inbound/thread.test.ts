import { describe, expect, test } from 'vitest';
import { hmacAddresses } from '../../../adapters/crypto/hmac-addresses.ts';
import { continues, readThread } from '../../../domain/inbound/thread.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { aDelivery } from '../../support/a-raw-mail.ts';
import { monday10 } from '../../support/a-walk.ts';
import { anIncomingMail } from '../../support/an-incoming-mail.ts';

const addresses = hmacAddresses({
  base: 'anfrage@mail.muster.example',
  keys: { current: { id: '1', secret: 'a secret for tests, long enough to sign' } },
});
const address = addresses.sign('7K2M9QX4TD');

describe('rule 7: where a mail belongs', () => {
  test.each([
    ['To', { to: [{ address }] }, {}],
    ['Cc', { cc: [{ address }] }, {}],
    ['where it was headed before', { deliveredTo: [address] }, {}],
    ['the envelope', {}, { envelopeTo: [address] }],
  ])('by a signed address in %s', (_, mail, delivery) => {
    expect(readThread(anIncomingMail(mail), aDelivery('a', delivery), addresses)).toMatchObject({
      token: '7K2M9QX4TD',
      forged: false,
    });
  });

  test('by the ids that SES gave our mails, the newest first, and by no others', () => {
    const answers = ['first@eu-central-1.amazonses.com', 'theirs@customer.test', 'last@email.amazonses.com'];
    expect(readThread(anIncomingMail({ answers }), aDelivery('a'), addresses).messageIds).toEqual([
      'last',
      'first',
    ]);
    const evil = ['x@amazonses.com.evil.example', 'y@evilamazonses.com'];
    expect(readThread(anIncomingMail({ answers: evil }), aDelivery('a'), addresses).messageIds).toEqual([]);
  });

  test.each(['Re: Bad', 'AW: Bad', 'Antw: Bad', 'Antwort: Bad', 'RE[2]: Bad', 'aw : Bad'])(
    '"%s" calls itself an answer',
    (subject) => {
      expect(readThread(anIncomingMail({ subject }), aDelivery('a'), addresses).isReply).toBe(true);
    },
  );

  test.each(['Bad', 'Reparatur', 'Award', 'Rechnung: Re', 'WG: Bad'])('"%s" does not', (subject) => {
    expect(readThread(anIncomingMail({ subject }), aDelivery('a'), addresses).isReply).toBe(false);
  });
});

describe('rule 8: forged addresses', () => {
  test('are told from genuine ones and from plain ones', () => {
    const forged = { to: [{ address: address.replace('7k2m9qx4td', '7k2m9qx4te') }] };
    expect(readThread(anIncomingMail(forged), aDelivery('a'), addresses)).toMatchObject({ forged: true });
    expect(readThread(anIncomingMail(forged), aDelivery('a'), addresses).token).toBeUndefined();
    expect(readThread(anIncomingMail(), aDelivery('a'), addresses).forged).toBe(false);
  });
});

test('rule 9: an answer goes on with a closed lead for 90 days', () => {
  expect(continues({}, monday10)).toBe(true);
  expect(continues({ closedAt: monday10 }, addDuration(monday10, 'P90D'))).toBe(true);
  expect(continues({ closedAt: monday10 }, addDuration(monday10, 'P90DT1S'))).toBe(false);
});
