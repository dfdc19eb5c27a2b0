import {
  CloudFormationClient,
  DescribeStacksCommand,
  ListStackResourcesCommand,
} from '@aws-sdk/client-cloudformation';
import { DescribeActiveReceiptRuleSetCommand, SESClient } from '@aws-sdk/client-ses';
import { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { ListSubscriptionsByTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, test } from 'vitest';
import { awsReader } from '../../ops/doctor/aws-reader.ts';

const cloudFormation = mockClient(CloudFormationClient);
const sns = mockClient(SNSClient);
const ses = mockClient(SESClient);
const sesv2 = mockClient(SESv2Client);
afterEach(() => {
  for (const client of [cloudFormation, sns, ses, sesv2]) client.reset();
});

const aws = awsReader('eu-central-1');

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

describe('a stack', () => {
  test('that does not exist is no failure', async () => {
    cloudFormation
      .on(DescribeStacksCommand)
      .rejects(named('ValidationError', 'Stack with id Nachfass-a-prod does not exist'));
    expect(await aws.stack('Nachfass-a-prod')).toBeUndefined();
  });

  test('that may not be read is one', async () => {
    cloudFormation.on(DescribeStacksCommand).rejects(named('AccessDenied', 'not authorized'));
    await expect(aws.stack('Nachfass-a-prod')).rejects.toThrow('not authorized');
  });

  test('is told with its outputs and its protection', async () => {
    cloudFormation.on(DescribeStacksCommand).resolves({
      Stacks: [
        {
          StackName: 'Nachfass-a-prod',
          StackStatus: 'CREATE_COMPLETE',
          CreationTime: new Date('2026-11-01T08:00:00Z'),
          EnableTerminationProtection: true,
          Outputs: [{ OutputKey: 'Address', OutputValue: 'https://a' }],
        },
      ],
    });
    expect(await aws.stack('Nachfass-a-prod')).toEqual({
      name: 'Nachfass-a-prod',
      status: 'CREATE_COMPLETE',
      changedAt: '2026-11-01T08:00:00.000Z',
      protectedFromRemoval: true,
      outputs: { Address: 'https://a' },
    });
  });
});

test('whoever has not confirmed gets no alarms yet, and the topic is found on any page of the resources', async () => {
  cloudFormation
    .on(ListStackResourcesCommand)
    .resolvesOnce({ StackResourceSummaries: [], NextToken: 'more' })
    .resolvesOnce({
      StackResourceSummaries: [
        {
          ResourceType: 'AWS::SNS::Topic',
          LogicalResourceId: 'IncomingMailTopicAE14',
          PhysicalResourceId: 'arn:mail',
          LastUpdatedTimestamp: undefined,
          ResourceStatus: 'CREATE_COMPLETE',
        },
        {
          ResourceType: 'AWS::SNS::Topic',
          LogicalResourceId: 'AlarmsTopic3A2D',
          PhysicalResourceId: 'arn:alarms',
          LastUpdatedTimestamp: undefined,
          ResourceStatus: 'CREATE_COMPLETE',
        },
      ],
    });
  sns.on(ListSubscriptionsByTopicCommand, { TopicArn: 'arn:alarms' }).resolves({
    Subscriptions: [
      { Endpoint: 'a@example.org', SubscriptionArn: 'arn:aws:sns:eu-central-1:1:alarms:5' },
      { Endpoint: 'b@example.org', SubscriptionArn: 'PendingConfirmation' },
    ],
  });
  expect(await aws.alarms('Nachfass-a-prod')).toEqual({
    topicArn: 'arn:alarms',
    subscriptions: [
      { address: 'a@example.org', confirmed: true },
      { address: 'b@example.org', confirmed: false },
    ],
  });
});

describe('the mail domain', () => {
  test('that SES does not know is no failure', async () => {
    sesv2.on(GetEmailIdentityCommand).rejects(named('NotFoundException', 'Identity not found'));
    expect(await aws.mailIdentity('mail.example.de')).toBeUndefined();
  });

  test.each([
    [undefined, 'one.dkim.amazonses.com'],
    ['dkim.eu-south-1.amazonses.com', 'one.dkim.eu-south-1.amazonses.com'],
  ])('with the zone %s has its DKIM record at %s', async (SigningHostedZone, value) => {
    sesv2.on(GetEmailIdentityCommand).resolves({
      VerifiedForSendingStatus: false,
      DkimAttributes: { Status: 'PENDING', Tokens: ['one'], SigningHostedZone },
    });
    expect(await aws.mailIdentity('mail.example.de')).toEqual({
      verified: false,
      dkim: 'PENDING',
      records: [{ name: 'one._domainkey.mail.example.de', value }],
    });
  });
});

test('a new account is in the sandbox, and without active rules', async () => {
  sesv2.on(GetAccountCommand).resolves({
    ProductionAccessEnabled: false,
    SendingEnabled: true,
    EnforcementStatus: 'HEALTHY',
    SendQuota: { Max24HourSend: 200, SentLast24Hours: 0, MaxSendRate: 1 },
  });
  ses.on(DescribeActiveReceiptRuleSetCommand).resolves({});
  expect(await aws.mailAccount()).toMatchObject({ production: false, review: undefined, perDay: 200 });
  expect(await aws.activeRuleSet()).toBeUndefined();
});
