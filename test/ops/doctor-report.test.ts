import fc from 'fast-check';
import { expect, test } from 'vitest';
import { examine, exitCodeOf, report } from '../../ops/doctor/report.ts';
import { deploymentWith, dkimWith, refused } from './a-verdict.ts';
import { alarmsTo, aStackThatIsThere, healthyMailAccount, someFacts } from './some-facts.ts';

test('a deployment that lacks nothing is right in every line, and says so', () => {
  const findings = examine(someFacts());
  expect(findings.filter(({ verdict }) => verdict.state !== 'ok')).toEqual([]);
  expect(exitCodeOf(findings)).toBe(0);
  expect(report(findings, 'Go on.')).toMatch(/\n\nGo on\.$/);
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
