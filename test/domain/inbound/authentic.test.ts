import { describe, expect, test } from 'vitest';
import { isAuthentic, isFromOwner } from '../../../domain/inbound/authentic.ts';
import type { Verdicts } from '../../../domain/inbound/incoming-mail.ts';
import { aDelivery } from '../../support/a-raw-mail.ts';
import { anIncomingMail } from '../../support/an-incoming-mail.ts';
import { aCompany } from '../../support/company.ts';

const judged = (verdicts: Partial<Verdicts>, envelopeFrom = 'joerg.weiss@customer.test') =>
  isAuthentic(
    anIncomingMail(),
    aDelivery('a', { envelopeFrom, verdicts: { ...aDelivery('a').verdicts, ...verdicts } }),
  );

describe('a mail is from whom it says', () => {
  test.each<[Partial<Verdicts>, string | undefined, boolean]>([
    [{}, undefined, true],
    [{ dmarc: 'pass', spf: 'fail', dkim: 'fail' }, undefined, true],
    [{ dmarc: 'fail' }, undefined, false],
    [{ dmarc: 'gray' }, undefined, true],
    [{ dmarc: 'gray', spf: 'fail' }, undefined, false],
    [{ dmarc: 'gray', dkim: 'gray' }, undefined, false],
    [{ dmarc: 'gray' }, 'bounce@other.test', false],
    [{ dmarc: 'unknown', spf: 'unknown', dkim: 'unknown' }, undefined, false],
  ])('%j, sent from %s: %s', (verdicts, envelopeFrom, authentic) => {
    expect(judged(verdicts, envelopeFrom)).toBe(authentic);
  });
});

test('the owner is who writes from his address, alone', () => {
  const owner = { address: 'chef@muster-haustechnik.example' };
  expect(isFromOwner(anIncomingMail({ from: [owner] }), aCompany())).toBe(true);
  expect(isFromOwner(anIncomingMail({ from: [owner, { address: 'a@b.de' }] }), aCompany())).toBe(false);
  expect(isFromOwner(anIncomingMail({ from: [] }), aCompany())).toBe(false);
  expect(isFromOwner(anIncomingMail(), aCompany())).toBe(false);
});
