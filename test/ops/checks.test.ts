import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { State } from '../../ops/doctor/check.ts';
import type { Facts } from '../../ops/doctor/facts.ts';
import { examine, exitCodeOf, report } from '../../ops/doctor/report.ts';
import { alarmsTo, aStackThatIsThere, healthyMailAccount, someFacts } from './some-facts.ts';

function verdictOf(title: string, overrides: Partial<Facts>) {
  const finding = examine(someFacts(overrides)).find((one) => one.title === title);
  if (!finding) throw new Error(`No check "${title}" was made`);
  const { verdict } = finding;
  return verdict.state === 'ok' ? { ...verdict, next: '', lines: [] } : { lines: [], ...verdict };
}

function deploymentWith(overrides: Partial<Facts['deployment']>): Pick<Facts, 'deployment'> {
  return { deployment: { ...someFacts().deployment, ...overrides } };
}

const refused = { unknown: 'your AWS user may not read this' };
const [firstDkim, ...otherDkim] = someFacts().dkimRecords;
const dkimWith = (overrides: Partial<Facts['dkimRecords'][number]>) => ({
  dkimRecords: firstDkim ? [{ ...firstDkim, ...overrides }, ...otherDkim] : [],
});
const mailAccount = (overrides: Partial<typeof healthyMailAccount>) => ({
  mailAccount: { known: { ...healthyMailAccount, ...overrides } },
});
const mainStack = (status: string) => ({ main: { known: aStackThatIsThere({ status }) } });

test('a deployment that lacks nothing is right in every line, and says so', () => {
  const findings = examine(someFacts());
  expect(findings.filter(({ verdict }) => verdict.state !== 'ok')).toEqual([]);
  expect(exitCodeOf(findings)).toBe(0);
  expect(report(findings, 'Go on.')).toMatch(/\n\nGo on\.$/);
});

/** [check, what is the matter, the facts, the state, what the line says, what to do or to copy] */
const cases: [string, string, Partial<Facts>, State, RegExp, RegExp][] = [
  [
    'AWS account',
    'nobody is signed in',
    { identity: { unknown: 'no AWS credentials were found' } },
    'broken',
    /no AWS credentials/,
    /Sign in/,
  ],
  [
    'AWS account',
    'there is no network',
    { identity: { unknown: 'AWS cannot be reached from this computer' } },
    'broken',
    /cannot be reached/,
    /Check the network/,
  ],
  [
    'Company file',
    'the file is too long',
    { buildFault: 'the environment of send-digest would take 5000 bytes' },
    'broken',
    /5000 bytes/,
    /Mend the company file/,
  ],
  [
    'Company file',
    'it is still the example',
    deploymentWith({ mailDomain: 'mail.muster.example' }),
    'to-do',
    /domain for examples/,
    /Copy companies\/example\.json/,
  ],
  [
    'Region takes mails in',
    'the region is not in the list',
    deploymentWith({ region: 'eu-north-1' }),
    'unknown',
    /eu-north-1 is not in our list/,
    /docs\.aws\.amazon\.com/,
  ],
  [
    'Account prepared',
    'there was no bootstrap',
    { toolkit: { known: undefined } },
    'to-do',
    /never set up/,
    /npm run bootstrap -- --company companies\/mueller\.json/,
  ],
  [
    'Account prepared',
    'the bootstrap is old',
    { toolkit: { known: aStackThatIsThere({ outputs: { BootstrapVersion: '5' } }) } },
    'to-do',
    /too old/,
    /npm run bootstrap/,
  ],
  [
    'Account prepared',
    'nobody may look',
    { toolkit: refused },
    'unknown',
    /may not read/,
    /Look at it yourself/,
  ],
  [
    'Deployed',
    'nothing was deployed',
    { main: { known: undefined } },
    'to-do',
    /is not there yet/,
    /npm run deploy -- --company companies\/mueller\.json/,
  ],
  [
    'Deployed',
    'the first deployment failed',
    mainStack('ROLLBACK_COMPLETE'),
    'broken',
    /never completed/,
    /no-enable-termination-protection.*delete-stack.*npm run deploy/s,
  ],
  [
    'Deployed',
    'an update failed',
    mainStack('UPDATE_ROLLBACK_COMPLETE'),
    'to-do',
    /works as before/,
    /deploy again/,
  ],
  ['Deployed', 'it is under way', mainStack('UPDATE_IN_PROGRESS'), 'to-do', /right now/, /Wait some minutes/],
  [
    'Deployed',
    'it is stuck',
    mainStack('UPDATE_ROLLBACK_FAILED'),
    'broken',
    /UPDATE_ROLLBACK_FAILED/,
    /describe-stack-events/,
  ],
  ['Deployed', 'nobody may look', { main: refused }, 'unknown', /may not read/, /Look at it yourself/],
  [
    'Door for mails deployed',
    'it is missing',
    { receiving: { known: undefined } },
    'to-do',
    /receiving: is not there yet/,
    /npm run deploy/,
  ],
  [
    'Nightly copies',
    'their stack is missing',
    { backup: { known: undefined } },
    'to-do',
    /backup: is not there yet/,
    /npm run deploy/,
  ],
  [
    'Form answers',
    'it answers with an error',
    { health: { known: { url: 'https://a/health', answer: 503 } } },
    'broken',
    /answers 503/,
    /runbook/,
  ],
  [
    'Form answers',
    'nobody answers',
    { health: { known: { url: 'https://a/health', answer: 'ENOTFOUND' } } },
    'broken',
    /ENOTFOUND/,
    /curl -i https:\/\/a\/health/,
  ],
  [
    'Form answers',
    'nothing was deployed',
    { main: { known: undefined } },
    'to-do',
    /comes with the deployment/,
    /npm run deploy/,
  ],
  [
    'Mail domain in the DNS',
    'a record is missing',
    dkimWith({ found: { known: [] } }),
    'to-do',
    /1 of 3 .*one\._dom… is missing/,
    /one\._domainkey\.mail\.mueller\.de {2}CNAME {2}one\.dkim\.amazonses\.com$/,
  ],
  [
    'Mail domain in the DNS',
    'a record leads elsewhere',
    dkimWith({ found: { known: ['old.example.net'] } }),
    'to-do',
    /leads to old\.example\.net instead/,
    /Enter these records/,
  ],
  [
    'Mail domain in the DNS',
    'the domain was entered twice',
    dkimWith({ found: { known: [] }, doubled: true }),
    'to-do',
    /adds the domain by itself/,
    /Enter these records/,
  ],
  [
    'Mail domain in the DNS',
    'the DNS does not answer',
    dkimWith({ found: { unknown: 'the DNS gives no answer' } }),
    'unknown',
    /no answer/,
    /must be there.*one\._domainkey/s,
  ],
  [
    'Mail domain in the DNS',
    'the identity cannot be read',
    { mailIdentity: refused, dkimRecords: [] },
    'unknown',
    /not known/,
    /AWS console/,
  ],
  [
    'Mail domain verified',
    'SES still looks',
    { mailIdentity: { known: { verified: false, dkim: 'PENDING', records: [] } } },
    'to-do',
    /SES waits/,
    /wait/,
  ],
  [
    'Mail domain verified',
    'SES gave up',
    { mailIdentity: { known: { verified: false, dkim: 'FAILED', records: [] } } },
    'broken',
    /FAILED/,
    /--signing-enabled/,
  ],
  [
    'Mails are led here',
    'there is no record',
    { exchangers: { known: [] } },
    'to-do',
    /no MX record/,
    /mail\.mueller\.de {2}MX {2}10 inbound-smtp\.eu-central-1\.amazonaws\.com/,
  ],
  [
    'Mails are led here',
    'mails go elsewhere',
    { exchangers: { known: ['mx.provider.de'] } },
    'broken',
    /go to mx\.provider\.de$/,
    /take a subdomain that nothing else uses/,
  ],
  [
    'Mails are led here',
    'mails go elsewhere, too',
    { exchangers: { known: ['inbound-smtp.eu-central-1.amazonaws.com', 'mx.provider.de'] } },
    'broken',
    /mx\.provider\.de too/,
    /Remove the other MX records/,
  ],
  [
    'Mails are led here',
    'the DNS does not answer',
    { exchangers: { unknown: 'the DNS gives no answer' } },
    'unknown',
    /no answer/,
    /must be there.*MX {2}10/s,
  ],
  [
    'Door for mails open',
    'no rules are active',
    { activeRuleSet: { known: undefined } },
    'to-do',
    /no active rule set/,
    /set-active-receipt-rule-set --rule-set-name nachfass-mueller-prod/,
  ],
  [
    'Door for mails open',
    'the rules of somebody else are active',
    { activeRuleSet: { known: 'crm' } },
    'to-do',
    /another rule set is active: crm/,
    /Several businesses in one account/,
  ],
  [
    'Door for mails open',
    'nobody may look',
    { activeRuleSet: refused },
    'unknown',
    /may not read/,
    /Look at it yourself/,
  ],
  [
    'Mails to everybody',
    'the account is in the sandbox',
    mailAccount({ production: false, review: '' }),
    'to-do',
    /sandbox/,
    /put-account-details/,
  ],
  [
    'Mails to everybody',
    'AWS thinks about it',
    mailAccount({ production: false, review: 'PENDING' }),
    'to-do',
    /AWS looks at the request/,
    /Wait for the answer/,
  ],
  [
    'Mails to everybody',
    'AWS refused',
    mailAccount({ production: false, review: 'DENIED' }),
    'to-do',
    /refused/,
    /Answer in the case/,
  ],
  [
    'Mails may go out',
    'AWS stopped the account',
    mailAccount({ enforcement: 'SHUTDOWN' }),
    'broken',
    /stopped all mails/,
    /Read the mail that AWS sent/,
  ],
  [
    'Mails may go out',
    'somebody switched sending off',
    mailAccount({ sendingEnabled: false }),
    'broken',
    /stopped all mails/,
    /Read the mail/,
  ],
  [
    'Mails may go out',
    'AWS watches the account',
    mailAccount({ enforcement: 'PROBATION' }),
    'broken',
    /under review/,
    /Read the mail/,
  ],
  [
    'Mails may go out',
    'too few are allowed',
    mailAccount({ perDay: 100 }),
    'to-do',
    /100 mails a day/,
    /Ask AWS for more/,
  ],
  [
    'Mails may go out',
    'nearly all are used up',
    mailAccount({ perDay: 200, sentLastDay: 190 }),
    'to-do',
    /190 of 200/,
    /before it is too late/,
  ],
  [
    'Somebody hears alarms',
    'the address did not confirm',
    { alarms: alarmsTo({ address: 'wache@agentur.de', confirmed: false }) },
    'to-do',
    /has not confirmed/,
    /Subscription Confirmation/,
  ],
  [
    'Somebody hears alarms',
    'another address was deployed',
    { alarms: alarmsTo({ address: 'alt@agentur.de', confirmed: true }) },
    'to-do',
    /wache@agentur\.de does not get/,
    /npm run deploy/,
  ],
  [
    'Somebody hears alarms',
    'nobody was named',
    { ...deploymentWith({ alarmEmail: undefined, flags: '' }), alarms: alarmsTo() },
    'to-do',
    /nobody gets the alarms/,
    /npm run deploy -- --alarm-email you@example\.org$/,
  ],
  [
    'Somebody hears alarms',
    'nobody may look',
    { alarms: refused },
    'unknown',
    /may not read/,
    /Look at it yourself/,
  ],
  [
    'Room for calls',
    'the account is new',
    { concurrency: { known: 10 } },
    'to-do',
    /only 10/,
    /request-service-quota-increase/,
  ],
  [
    'Sender named (SPF)',
    'there is no record',
    { spf: { known: ['google-site-verification=x'] } },
    'to-do',
    /no SPF record/,
    /TXT {2}"v=spf1 include:amazonses\.com ~all"/,
  ],
  [
    'Sender named (SPF)',
    'the record names others only',
    { spf: { known: ['v=spf1 include:_spf.provider.de -all'] } },
    'to-do',
    /does not name SES/,
    /only one/,
  ],
  [
    'Rule against forgery (DMARC)',
    'there is no record',
    { dmarc: { known: [] } },
    'to-do',
    /no DMARC record/,
    /_dmarc\.mail\.mueller\.de {2}TXT/,
  ],
];

describe.each(cases)('%s: if %s', (title, _, facts, state, what, next) => {
  test(`the line says so, and what to do`, () => {
    const verdict = verdictOf(title, facts);
    expect(verdict.state).toBe(state);
    expect(verdict.what).toMatch(what);
    expect([verdict.next, ...verdict.lines].join('\n')).toMatch(next);
  });
});

test('unlimited sending is no shortage', () => {
  expect(verdictOf('Mails may go out', mailAccount({ perDay: -1 })).state).toBe('ok');
});

test('without an AWS account to look at, it is one line and one step', () => {
  const findings = examine(someFacts({ identity: { unknown: 'no AWS credentials were found' } }));
  expect(findings).toHaveLength(1);
  expect(exitCodeOf(findings)).toBe(1);
});

test('a business that takes no mails in is not asked for MX and rules', () => {
  const { stacks } = someFacts().deployment;
  const findings = examine(
    someFacts(deploymentWith({ receiveDomain: undefined, stacks: { ...stacks, receiving: undefined } })),
  );
  expect(findings.map(({ title }) => title)).not.toContain('Mails are led here');
  expect(findings.map(({ title }) => title)).not.toContain('Door for mails open');
  expect(exitCodeOf(findings)).toBe(0);
});

test('before the first deployment the step "Deploy." is said once', () => {
  const text = report(
    examine(
      someFacts({
        main: { known: undefined },
        receiving: { known: undefined },
        backup: { known: undefined },
        mailIdentity: { known: undefined },
        dkimRecords: [],
        alarms: { unknown: 'nothing is deployed' },
        health: { unknown: 'nothing is deployed' },
      }),
    ),
    '',
  );
  expect(text.match(/: Deploy\./g)).toHaveLength(1);
});

test('a deployment to copy keeps the address that gets the alarms, even if the doctor was not told', () => {
  const facts = {
    ...deploymentWith({ alarmEmail: undefined, flags: '--company companies/mueller.json' }),
    receiving: { known: undefined },
  };
  expect(verdictOf('Door for mails deployed', facts).lines).toEqual([
    'npm run deploy -- --company companies/mueller.json --alarm-email wache@agentur.de',
  ]);
});

test('advice and what cannot be seen do not make the exit code 1', () => {
  expect(exitCodeOf(examine(someFacts({ dmarc: { known: [] }, concurrency: refused })))).toBe(0);
  expect(exitCodeOf(examine(someFacts({ exchangers: { known: [] } })))).toBe(1);
});

test('whatever is seen, each line that is not right has a next step in plain words', () => {
  const reading = <T>(...known: T[]) =>
    fc.oneof(
      fc.constantFrom(...known).map((value) => ({ known: value })),
      fc.constant({ unknown: 'AWS cannot be reached from this computer' }),
    );
  const stack = reading(
    undefined,
    ...['CREATE_COMPLETE', 'ROLLBACK_COMPLETE', 'DELETE_FAILED', 'UPDATE_IN_PROGRESS', 'SOMETHING_NEW'].map(
      (status) => aStackThatIsThere({ status, outputs: {} }),
    ),
  );
  const identity = { verified: false, dkim: 'TEMPORARY_FAILURE', records: [] };
  const facts = fc.record({
    buildFault: fc.constantFrom(undefined, 'too long'),
    identity: reading({ account: '1', user: 'arn:aws:iam::1:root' }),
    concurrency: reading(10, 1000),
    toolkit: stack,
    main: stack,
    receiving: stack,
    backup: stack,
    mailIdentity: reading(undefined, identity, { ...identity, dkim: 'NOT_STARTED' }),
    dkimRecords: fc.constantFrom([], someFacts().dkimRecords, dkimWith({ found: { known: [] } }).dkimRecords),
    exchangers: reading<string[]>([], ['mx.provider.de']),
    spf: reading<string[]>([], ['v=spf1 -all']),
    dmarc: reading<string[]>([]),
    activeRuleSet: reading(undefined, 'crm', 'nachfass-mueller-prod'),
    mailAccount: reading(healthyMailAccount, { ...healthyMailAccount, production: false, perDay: 200 }),
    alarms: reading(
      alarmsTo().known,
      alarmsTo({ address: 'wache@agentur.de', confirmed: false }).known,
      alarmsTo({ address: 'alt@agentur.de', confirmed: true }).known,
    ),
    health: reading<{ url: string; answer: string | number }>({
      url: 'https://a/health',
      answer: 'ETIMEDOUT',
    }),
  });
  fc.assert(
    fc.property(facts, (overrides) => {
      for (const { title, verdict } of examine(someFacts(overrides))) {
        expect(verdict.what, title).toMatch(/^\S[^\n]*$/);
        expect(verdict.what, title).not.toMatch(/undefined|\[object/);
        if (verdict.state === 'ok') continue;
        expect(verdict.next, title).toMatch(/^[A-Z][^\n]*[.?]$/);
        expect(verdict.lines ?? [], title).not.toContainEqual(expect.stringMatching(/undefined|\n/));
      }
    }),
    { numRuns: 300 },
  );
});
