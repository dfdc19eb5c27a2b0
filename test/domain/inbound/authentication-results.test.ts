import { describe, expect, test } from 'vitest';
import { readAuthenticationResults } from '../../../domain/inbound/authentication-results.ts';

describe('what a server found out about the sender', () => {
  test('as SES writes it', () => {
    const header =
      'amazonses.com; spf=pass (spfCheck: domain of customer.test designates 192.0.2.1 as permitted sender) client-ip=192.0.2.1; envelope-from=joerg@customer.test; helo=mail.customer.test; dkim=pass header.i=@customer.test; dkim=pass header.i=@provider.test; dmarc=pass header.from=customer.test;';
    expect(readAuthenticationResults(header)).toEqual({
      server: 'amazonses.com',
      verdicts: {
        spf: 'pass',
        dkim: 'pass',
        dmarc: 'pass',
        dkimDomains: ['customer.test', 'provider.test'],
        dmarcDomain: 'customer.test',
      },
    });
  });

  test('as other servers write it: versions, header.d, comments anywhere, capitals', () => {
    const header =
      'mx.example.de 1; DKIM/1 = pass (2048-bit; header.d=evil.example) header.d=Customer.TEST. header.s=s1; dmarc=none (p=none) header.from=customer.test; spf=softfail';
    expect(readAuthenticationResults(header)).toMatchObject({
      server: 'mx.example.de',
      verdicts: { spf: 'gray', dkim: 'pass', dmarc: 'gray', dkimDomains: ['customer.test'] },
    });
  });

  test.each([
    [
      'a signature that failed',
      'mx; dkim=fail header.d=firma.example; dkim=pass header.d=evil.example',
      ['evil.example'],
    ],
    [
      'one that both failed and passed',
      'mx; dkim=pass header.d=firma.example; dkim=fail header.d=firma.example',
      [],
    ],
    ['one that names nobody', 'mx; dkim=pass', []],
  ])('%s proves no domain', (_, header, domains) => {
    expect(readAuthenticationResults(header)?.verdicts.dkimDomains).toEqual(domains);
  });

  test.each([
    [
      'in quotes',
      'mx; spf=pass smtp.mailfrom="x; dkim=pass header.d=firma.example; dmarc=pass"@evil.example; dmarc=fail',
    ],
    ['in a comment', 'mx; spf=pass (x; dkim=pass header.d=firma.example; dmarc=pass) ; dmarc=fail'],
    [
      'in a comment within one',
      'mx; spf=pass (a (b) ; dmarc=pass; dkim=pass header.d=firma.example) ; dmarc=fail',
    ],
    [
      'behind an escaped quote',
      String.raw`mx; spf=pass smtp.mailfrom="a\"; dmarc=pass; dkim=pass header.d=firma.example;"@x; dmarc=fail`,
    ],
    ['as a property', 'mx; spf=pass x=dmarc=pass header.dkim=pass; dmarc=fail'],
  ])('what a sender wrote %s is no result', (_, header) => {
    expect(readAuthenticationResults(header)?.verdicts).toMatchObject({ dmarc: 'fail', dkimDomains: [] });
  });

  test('a result that stands there twice is partly the sender’s: nothing of it counts', () => {
    const header =
      'amazonses.com; spf=pass; envelope-from=x; dmarc=pass header.from=firma.example; dmarc=fail';
    expect(readAuthenticationResults(header)).toBeUndefined();
  });
});
