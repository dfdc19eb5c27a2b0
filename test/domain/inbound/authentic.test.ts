import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFromOwner, readProvenance } from '../../../domain/inbound/authentic.ts';
import type { IncomingMail, Verdicts } from '../../../domain/inbound/incoming-mail.ts';
import { aDelivery } from '../../support/a-raw-mail.ts';
import { anIncomingMail } from '../../support/an-incoming-mail.ts';
import { aCompany } from '../../support/company.ts';

const nothing: Verdicts = { spam: 'pass', virus: 'pass', spf: 'gray', dkim: 'gray', dmarc: 'gray' };

const judged = (
  verdicts: Partial<Verdicts>,
  mail: Partial<Pick<IncomingMail, 'from' | 'fromUnclear'>> = {},
) => readProvenance(anIncomingMail(mail), aDelivery('a', { verdicts: { ...nothing, ...verdicts } }));

const signed = (...dkimDomains: string[]): Partial<Verdicts> => ({ dkim: 'pass', dkimDomains });
const from = (address: string) => ({ from: [{ address }] });

describe('a mail is from whom it says', () => {
  test.each<[string, Partial<Verdicts>]>([
    ['DMARC passes', { dmarc: 'pass' }],
    ['DMARC passes for the very domain', { dmarc: 'pass', dmarcDomain: 'customer.test' }],
    ['DMARC passes although it was sent on', { dmarc: 'pass', spf: 'fail' }],
    ['there is no DMARC, and the domain signed it', signed('customer.test')],
    ['one of several signatures is of the domain', signed('provider.test', 'customer.test')],
    ['the domain signed it, and it was sent on', { ...signed('customer.test'), spf: 'fail' }],
  ])('if %s', (_, verdicts) => {
    expect(judged(verdicts)).toBe('authentic');
  });

  test('if the domain above signed it, which rules the one of the address', () => {
    expect(judged(signed('firma.example'), from('chef@post.firma.example'))).toBe('authentic');
    expect(judged(signed('firma.co.at'), from('chef@post.firma.co.at'))).toBe('authentic');
  });

  test('whatever way a domain with umlauts is written', () => {
    expect(judged(signed('xn--mller-kva.de'), from('chef@müller.de'))).toBe('authentic');
    expect(judged({ dmarc: 'pass', dmarcDomain: 'xn--mller-kva.de' }, from('chef@müller.de'))).toBe(
      'authentic',
    );
  });
});

describe('it is not proven that a mail is from whom it says', () => {
  test.each<[string, Partial<Verdicts>]>([
    ['nobody checked', { spf: 'unknown', dkim: 'unknown', dmarc: 'unknown' }],
    ['only the envelope was proven', { spf: 'pass' }],
    ['a signature is good, and it is not known whose', { spf: 'pass', dkim: 'pass' }],
    ['the signature is of somebody else', { spf: 'pass', ...signed('evil.example') }],
    ['the signature is of a domain that ends alike', signed('omer.test')],
    ['the signature is of a domain below it', signed('evil.customer.test')],
    ['the signature is of the whole country', signed('test')],
    ['DMARC passed for another domain', { dmarc: 'pass', dmarcDomain: 'evil.example' }],
    [
      'the good signature of the notice is not among those named',
      { dkim: 'gray', dkimDomains: ['customer.test'] },
    ],
  ])('if %s', (_, verdicts) => {
    expect(judged(verdicts)).toBe('unproven');
  });

  test.each(['co.at', 'or.at', 'com.tr'])(
    'if %s signed it, below which everybody may have a name',
    (suffix) => {
      expect(judged(signed(suffix), from(`chef@firma.${suffix}`))).toBe('unproven');
    },
  );

  test('if From is not clear, names several or nobody, whatever the checks say', () => {
    const passed: Partial<Verdicts> = { dmarc: 'pass', spf: 'pass', ...signed('customer.test') };
    expect(judged(passed, { fromUnclear: true })).toBe('unproven');
    expect(judged(passed, { from: [] })).toBe('unproven');
    expect(judged(passed, { from: [{ address: 'a@customer.test' }, { address: 'b@customer.test' }] })).toBe(
      'unproven',
    );
  });
});

describe('it is contradicted that a mail is from whom it says', () => {
  test.each<[string, Partial<Verdicts>]>([
    ['all checks failed', { spf: 'fail', dkim: 'fail', dmarc: 'fail' }],
    ['its domain disowns it', { spf: 'pass', dmarc: 'fail', ...signed('customer.test') }],
    ['there is no DMARC, and all else failed', { spf: 'fail', dkim: 'fail' }],
  ])('if %s', (_, verdicts) => {
    expect(judged(verdicts)).toBe('contradicted');
    expect(judged(verdicts, { fromUnclear: true })).toBe('contradicted');
  });

  test('but not if it was only sent on, or not signed', () => {
    expect(judged({ spf: 'fail' })).toBe('unproven');
    expect(judged({ dkim: 'fail' })).toBe('unproven');
  });
});

test('SPF never makes a mail authentic', () => {
  const verdict = fc.constantFrom('pass' as const, 'fail' as const, 'gray' as const, 'unknown' as const);
  fc.assert(
    fc.property(
      verdict,
      verdict,
      verdict,
      fc.subarray(['evil.example', 'test', 'x.customer.test']),
      (...given) => {
        const [spf, dkim, dmarc, dkimDomains] = given;
        fc.pre(dmarc !== 'pass');
        expect(judged({ spf, dkim, dmarc, dkimDomains })).not.toBe('authentic');
      },
    ),
  );
});

test('the owner is who writes from his address, alone and clearly', () => {
  const owner = { address: 'chef@muster-haustechnik.example' };
  expect(isFromOwner(anIncomingMail({ from: [owner] }), aCompany())).toBe(true);
  expect(isFromOwner(anIncomingMail({ from: [owner], fromUnclear: true }), aCompany())).toBe(false);
  expect(isFromOwner(anIncomingMail({ from: [owner, { address: 'a@b.de' }] }), aCompany())).toBe(false);
  expect(isFromOwner(anIncomingMail({ from: [] }), aCompany())).toBe(false);
  expect(isFromOwner(anIncomingMail(), aCompany())).toBe(false);
});
