import { describe, expect, test } from 'vitest';
import { readDeployment } from '../../ops/deployment.ts';
import { type AwsReader, explainFault } from '../../ops/doctor/aws-reader.ts';
import type { DnsReader } from '../../ops/doctor/dns-reader.ts';
import { gatherFacts } from '../../ops/doctor/gather-facts.ts';
import { alarmsTo, aStackThatIsThere, healthyMailAccount } from './some-facts.ts';

const deployment = readDeployment({}, {});
const domain = 'mail.muster-haustechnik.example';

class Named extends Error {
  constructor(name: string, message = 'something internal', code?: string) {
    super(message);
    this.name = name;
    if (code !== undefined) Object.assign(this, { code });
  }
}

/** An account in which the example business is deployed. */
function anAccount(overrides: Partial<AwsReader> = {}): AwsReader {
  const names = [
    'CDKToolkit',
    'Nachfass-muster-prod',
    'Nachfass-muster-prod-receiving',
    'Nachfass-muster-prod-backup',
  ];
  return {
    identity: async () => ({ account: '123456789012', user: 'arn:aws:iam::123456789012:user/anna' }),
    stack: async (name) => (names.includes(name) ? aStackThatIsThere({ name }) : undefined),
    alarms: async () => alarmsTo({ address: 'wache@agentur.de', confirmed: true }).known,
    mailIdentity: async () => ({
      verified: true,
      dkim: 'SUCCESS',
      records: [{ name: `one._domainkey.${domain}`, value: 'one.dkim.amazonses.com' }],
    }),
    mailAccount: async () => healthyMailAccount,
    activeRuleSet: async () => 'nachfass-muster-prod',
    concurrency: async () => 1000,
    ...overrides,
  };
}

type RecordType = Exclude<keyof DnsReader, 'reachesOut'>;

/** A DNS that holds these records and no others. */
function aDns(records: Partial<Record<RecordType, Record<string, string[]>>> = {}): DnsReader {
  const look = (type: RecordType) => async (name: string) => records[type]?.[name] ?? [];
  return { reachesOut: async () => true, cname: look('cname'), mx: look('mx'), txt: look('txt') };
}

function gather(
  senses: { aws?: Partial<AwsReader>; dns?: DnsReader; get?: (url: string) => Promise<number> } = {},
) {
  return gatherFacts(deployment, {
    aws: anAccount(senses.aws),
    dns: senses.dns ?? aDns(),
    get: senses.get ?? (async () => 200),
    buildFault: () => undefined,
  });
}

const fails = (error: Error) => async () => {
  throw error;
};

test('asks the DNS for what SES looks for, and where mails of the domain go', async () => {
  const facts = await gather({
    dns: aDns({
      cname: { [`one._domainkey.${domain}`]: ['one.dkim.amazonses.com'] },
      mx: { [domain]: ['inbound-smtp.eu-central-1.amazonaws.com'] },
      txt: { [domain]: ['v=spf1 include:amazonses.com ~all'] },
    }),
  });
  expect(facts.dkimRecords).toEqual([
    {
      name: `one._domainkey.${domain}`,
      value: 'one.dkim.amazonses.com',
      found: { known: ['one.dkim.amazonses.com'] },
      doubled: false,
    },
  ]);
  expect(facts.exchangers).toEqual({ known: ['inbound-smtp.eu-central-1.amazonaws.com'] });
  expect(facts.spf).toEqual({ known: ['v=spf1 include:amazonses.com ~all'] });
});

test.each([`${domain}.${domain}`, `${domain}.muster-haustechnik.example`])(
  'notices a record that a provider put at %s',
  async (zone) => {
    const dns = aDns({ cname: { [`one._domainkey.${zone}`]: ['one.dkim.amazonses.com'] } });
    expect((await gather({ dns })).dkimRecords).toMatchObject([{ found: { known: [] }, doubled: true }]);
  },
);

test('the DMARC rule of the whole domain counts for the subdomain', async () => {
  const dns = aDns({ txt: { '_dmarc.muster-haustechnik.example': ['v=DMARC1; p=reject'] } });
  expect((await gather({ dns })).dmarc).toEqual({ known: ['v=DMARC1; p=reject'] });
});

test('asks the address that the stack names for its health', async () => {
  const asked: string[] = [];
  const facts = await gather({
    get: async (url) => {
      asked.push(url);
      return 503;
    },
  });
  expect(asked).toEqual(['https://abc.execute-api.eu-central-1.amazonaws.com/health']);
  expect(facts.health).toEqual({ known: { url: asked[0], answer: 503 } });
});

test('an address that does not answer is a fact, with the reason', async () => {
  const error = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ENOTFOUND' } });
  expect((await gather({ get: fails(error) })).health).toMatchObject({ known: { answer: 'ENOTFOUND' } });
});

test('without credentials nothing else is asked', async () => {
  let asked = 0;
  const count = async () => {
    asked += 1;
    return undefined;
  };
  const facts = await gather({
    aws: { identity: fails(new Named('CredentialsProviderError')), stack: count, activeRuleSet: count },
    dns: {
      reachesOut: fails(new Error()),
      cname: fails(new Error()),
      mx: fails(new Error()),
      txt: fails(new Error()),
    },
  });
  expect(asked).toBe(0);
  expect(facts.identity).toEqual({ unknown: expect.stringContaining('no AWS credentials were found') });
});

test('what may not be read is a reason each, and the rest is read all the same', async () => {
  const refused = fails(new Named('AccessDeniedException'));
  const facts = await gather({
    aws: { concurrency: refused, activeRuleSet: refused, mailAccount: refused, alarms: refused },
  });
  for (const reading of [facts.concurrency, facts.activeRuleSet, facts.mailAccount, facts.alarms]) {
    expect(reading).toEqual({ unknown: 'your AWS user may not read this' });
  }
  expect(facts.main).toHaveProperty('known');
});

test('a DNS that does not answer is a reason', async () => {
  const silent = fails(new Named('Error', 'queryMx ETIMEOUT', 'ETIMEOUT'));
  const facts = await gather({ dns: { reachesOut: silent, cname: silent, mx: silent, txt: silent } });
  for (const reading of [facts.exchangers, facts.spf, facts.dmarc, facts.dkimRecords[0]?.found]) {
    expect(reading).toEqual({ unknown: 'the DNS gives no answer (ETIMEOUT)' });
  }
});

test('a DNS that knows no names of the internet is not believed that a record is missing', async () => {
  const facts = await gather({ dns: { ...aDns(), reachesOut: async () => false } });
  for (const reading of [facts.exchangers, facts.spf, facts.dmarc, facts.dkimRecords[0]?.found]) {
    expect(reading).toEqual({ unknown: 'the DNS gives no answer (not even for names of AWS)' });
  }
});

describe('the reason of a failure is said in plain words', () => {
  test.each([
    ['CredentialsProviderError', undefined, /no AWS credentials/],
    ['ExpiredTokenException', undefined, /sign-in has ended/],
    ['UnrecognizedClientException', undefined, /does not know these credentials/],
    ['AccessDenied', undefined, /may not read/],
    ['AuthorizationErrorException', undefined, /may not read/],
    ['Error', 'ENOTFOUND', /cannot be reached/],
    ['TimeoutError', undefined, /cannot be reached/],
    ['UnknownOperationException', undefined, /does not offer it/],
    ['ThrottlingException', undefined, /too often/],
  ])('%s %s', (name, code, words) => {
    expect(explainFault(new Named(name, 'User: arn:aws:…', code))).toMatch(words);
  });

  test('one that nobody foresaw by its name and first line', () => {
    expect(explainFault(new Named('OddFault', 'first\n  at second'))).toBe('OddFault: first');
  });
});
