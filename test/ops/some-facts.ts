/** What the doctor sees at a deployment that lacks nothing. */
import type { AlarmFacts, Facts, StackFacts } from '../../ops/doctor/facts.ts';

export function aStackThatIsThere(overrides: Partial<StackFacts> = {}): StackFacts {
  return {
    name: 'Nachfass-mueller-prod',
    status: 'UPDATE_COMPLETE',
    changedAt: '2026-11-20T10:15:00.000Z',
    protectedFromRemoval: true,
    outputs: { Address: 'https://abc.execute-api.eu-central-1.amazonaws.com' },
    ...overrides,
  };
}

const dkim = ['one', 'two', 'three'].map((token) => ({
  name: `${token}._domainkey.mail.mueller.de`,
  value: `${token}.dkim.amazonses.com`,
}));

export const healthyMailAccount = {
  production: true,
  review: 'GRANTED',
  sendingEnabled: true,
  enforcement: 'HEALTHY',
  perDay: 50_000,
  sentLastDay: 12,
};

/** Who gets the alarms. */
export function alarmsTo(...subscriptions: AlarmFacts['subscriptions']): { known: AlarmFacts } {
  return { known: { topicArn: 'arn:aws:sns:eu-central-1:123456789012:alarms', subscriptions } };
}

export function someFacts(overrides: Partial<Facts> = {}): Facts {
  return {
    deployment: {
      flags: '--company companies/mueller.json --alarm-email wache@agentur.de',
      business: 'Müller GmbH',
      region: 'eu-central-1',
      website: 'https://www.mueller.de',
      alarmEmail: 'wache@agentur.de',
      mailDomain: 'mail.mueller.de',
      receiveDomain: 'mail.mueller.de',
      stacks: {
        main: 'Nachfass-mueller-prod',
        receiving: 'Nachfass-mueller-prod-receiving',
        backup: 'Nachfass-mueller-prod-backup',
      },
      ruleSet: 'nachfass-mueller-prod',
    },
    buildFault: undefined,
    identity: { known: { account: '123456789012', user: 'arn:aws:iam::123456789012:user/anna' } },
    concurrency: { known: 1000 },
    toolkit: { known: aStackThatIsThere({ name: 'CDKToolkit', outputs: { BootstrapVersion: '30' } }) },
    main: { known: aStackThatIsThere() },
    receiving: { known: aStackThatIsThere({ name: 'Nachfass-mueller-prod-receiving' }) },
    backup: { known: aStackThatIsThere({ name: 'Nachfass-mueller-prod-backup' }) },
    mailIdentity: { known: { verified: true, dkim: 'SUCCESS', records: dkim } },
    dkimRecords: dkim.map((record) => ({ ...record, found: { known: [record.value] }, doubled: false })),
    exchangers: { known: ['inbound-smtp.eu-central-1.amazonaws.com'] },
    spf: { known: ['v=spf1 include:amazonses.com ~all'] },
    dmarc: { known: ['v=DMARC1; p=none'] },
    activeRuleSet: { known: 'nachfass-mueller-prod' },
    mailAccount: { known: healthyMailAccount },
    alarms: alarmsTo({ address: 'wache@agentur.de', confirmed: true }),
    health: { known: { url: 'https://abc.execute-api.eu-central-1.amazonaws.com/health', answer: 200 } },
    ...overrides,
  };
}
