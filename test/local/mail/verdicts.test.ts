import { describe, expect, test } from 'vitest';
import { readVerdicts } from '../../../local/mail/verdicts.ts';

const verdicts = (...headers: string[]) =>
  readVerdicts(Buffer.from(`${headers.join('\r\n')}\r\nFrom: a@example.org\r\n\r\nText`));

describe('the verdicts on a mail that no server of SES has seen', () => {
  test('a mail typed on this machine is believed', () => {
    expect(verdicts('Subject: Bad')).toEqual({
      spam: 'pass',
      virus: 'pass',
      spf: 'pass',
      dkim: 'pass',
      dmarc: 'pass',
    });
  });

  test.each([
    ['PASS', 'pass'],
    ['FAIL', 'fail'],
    ['Gray', 'gray'],
    ['PROCESSING_FAILED', 'unknown'],
    ['DISABLED', 'unknown'],
  ])('what SES wrote into it counts: %s', (word, verdict) => {
    expect(verdicts(`X-SES-Spam-Verdict: ${word}`)).toMatchObject({ spam: verdict, virus: 'pass' });
    expect(verdicts(`X-SES-Virus-Verdict: ${word}`)).toMatchObject({ virus: verdict, spam: 'pass' });
  });

  test('so does what a server found out about the sender', () => {
    const header =
      'Authentication-Results: mx.example.de 1;\r\n\tspf=softfail smtp.mailfrom=a@example.org;\r\n dkim=fail (bad; dkim=pass) header.d=x.example;\r\n\tDMARC=pass (p=none) header.from=example.org';
    expect(verdicts(header)).toMatchObject({ spf: 'gray', dkim: 'fail', dmarc: 'pass' });
  });

  test('one valid signature of several is enough', () => {
    const header = 'Authentication-Results: mx; dkim=fail header.d=a; dkim=pass header.d=b; dmarc=temperror';
    expect(verdicts(header)).toMatchObject({ dkim: 'pass', dmarc: 'unknown' });
  });

  test('a server that checked and names no result has found none', () => {
    expect(verdicts('Authentication-Results: mx.example.de; none')).toMatchObject({
      spf: 'gray',
      dkim: 'gray',
      dmarc: 'gray',
    });
  });

  test('only the topmost result counts: the sender may have written those below it', () => {
    expect(
      verdicts(
        'Authentication-Results: mx; spf=fail; dkim=none; dmarc=fail',
        'Authentication-Results: forged; spf=pass; dkim=pass; dmarc=pass',
      ),
    ).toMatchObject({ spf: 'fail', dkim: 'gray', dmarc: 'fail' });
  });

  test('what stands in the text of the mail is no header', () => {
    const raw = 'From: a@example.org\n\nX-SES-Spam-Verdict: FAIL\nAuthentication-Results: mx; spf=fail\n';
    expect(readVerdicts(Buffer.from(raw))).toMatchObject({ spam: 'pass', spf: 'pass' });
  });
});
