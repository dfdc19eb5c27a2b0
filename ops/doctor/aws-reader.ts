/** Reads from AWS what a deployment needs and has. Changes nothing. */
import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DescribeActiveReceiptRuleSetCommand, SESClient } from '@aws-sdk/client-ses';
import { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AlarmFacts, Facts, MailAccountFacts, MailIdentityFacts, StackFacts } from './facts.ts';

export interface AwsReader {
  /** Whose credentials these are. */
  identity(): Promise<{ account: string; user: string }>;
  /** @returns undefined if there is none of this name. */
  stack(name: string): Promise<StackFacts | undefined>;
  /** Who is told by the stack's alarms. */
  alarms(stackName: string): Promise<AlarmFacts>;
  mailIdentity(domain: string): Promise<MailIdentityFacts | undefined>;
  mailAccount(): Promise<MailAccountFacts>;
  /** The name of the one rule set by which this region takes mails in. */
  activeRuleSet(): Promise<string | undefined>;
  /** How many functions may run at once. */
  concurrency(): Promise<number>;
}

export function awsReader(region: string): AwsReader {
  const options = {
    region,
    maxAttempts: 2,
    // Somebody waits at the keyboard; without a network it should be said soon.
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  };
  const sts = new STSClient(options);
  const cloudFormation = new CloudFormationClient(options);
  const sns = new SNSClient(options);
  const ses = new SESClient(options);
  const sesv2 = new SESv2Client(options);
  const lambda = new LambdaClient(options);
  return {
    async identity() {
      const { Account = '', Arn = '' } = await sts.send(new GetCallerIdentityCommand({}));
      return { account: Account, user: Arn };
    },

    async stack(name) {
      const answer = await cloudFormation
        .send(new DescribeStacksCommand({ StackName: name }))
        .catch(unless((error) => error.message.includes('does not exist')));
      const stack = answer?.Stacks?.[0];
      if (!stack) return undefined;
      return {
        name,
        status: stack.StackStatus ?? '',
        changedAt: (stack.LastUpdatedTime ?? stack.CreationTime)?.toISOString() ?? '',
        protectedFromRemoval: stack.EnableTerminationProtection ?? false,
        outputs: Object.fromEntries(
          (stack.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
        ),
      };
    },

    async alarms(stackName) {
      const topicArn = await alarmTopic(cloudFormation, stackName);
      const subscriptions: AlarmFacts['subscriptions'][number][] = [];
      for await (const page of paginateListSubscriptionsByTopic({ client: sns }, { TopicArn: topicArn })) {
        for (const { Endpoint = '', SubscriptionArn = '' } of page.Subscriptions ?? []) {
          // Instead of an ARN SNS says "PendingConfirmation".
          subscriptions.push({ address: Endpoint, confirmed: SubscriptionArn.startsWith('arn:') });
        }
      }
      return { topicArn, subscriptions };
    },

    async mailIdentity(domain) {
      const identity = await sesv2
        .send(new GetEmailIdentityCommand({ EmailIdentity: domain }))
        .catch(unless((error) => error.name === 'NotFoundException'));
      if (!identity) return undefined;
      const { Status = 'NOT_STARTED', Tokens = [], SigningHostedZone } = identity.DkimAttributes ?? {};
      // Only regions of late have a zone of their own.
      const zone = SigningHostedZone ?? 'dkim.amazonses.com';
      return {
        verified: identity.VerifiedForSendingStatus ?? false,
        dkim: Status,
        records: Tokens.map((token) => ({
          name: `${token}._domainkey.${domain}`,
          value: `${token}.${zone}`,
        })),
      };
    },

    async mailAccount() {
      const account = await sesv2.send(new GetAccountCommand({}));
      return {
        production: account.ProductionAccessEnabled ?? false,
        review: account.Details?.ReviewDetails?.Status,
        sendingEnabled: account.SendingEnabled ?? false,
        enforcement: account.EnforcementStatus ?? 'HEALTHY',
        perDay: account.SendQuota?.Max24HourSend ?? 0,
        sentLastDay: account.SendQuota?.SentLast24Hours ?? 0,
      };
    },

    async activeRuleSet() {
      const { Metadata } = await ses.send(new DescribeActiveReceiptRuleSetCommand({}));
      return Metadata?.Name;
    },

    async concurrency() {
      const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
      if (AccountLimit?.ConcurrentExecutions === undefined) throw new Error('Lambda names no limit');
      return AccountLimit.ConcurrentExecutions;
    },
  };
}

/** The topic of the construct `Alarms`; the stack does not name it. */
async function alarmTopic(client: CloudFormationClient, StackName: string): Promise<string> {
  for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName })) {
    const topic = StackResourceSummaries.find(
      ({ ResourceType, LogicalResourceId }) =>
        ResourceType === 'AWS::SNS::Topic' && LogicalResourceId?.startsWith('Alarms'),
    );
    if (topic?.PhysicalResourceId !== undefined) return topic.PhysicalResourceId;
  }
  throw new Error(`${StackName} has no topic for alarms`);
}

function unless(expected: (error: Error) => boolean) {
  return (error: Error): undefined => {
    if (!expected(error)) throw error;
  };
}

/** The stacks of a deployment, as far as they are there. */
export async function readStacks(aws: AwsReader, { main, receiving, backup }: Facts['deployment']['stacks']) {
  const ifNamed = async (name: string | undefined) => (name === undefined ? undefined : aws.stack(name));
  return { main: await aws.stack(main), receiving: await ifNamed(receiving), backup: await ifNamed(backup) };
}

/** What the SDK's errors mean for a person, by their names and codes. */
const meanings: readonly { readonly when: RegExp; readonly means: string }[] = [
  {
    when: /^(CredentialsProviderError|TokenProviderError)$/,
    means: 'no AWS credentials were found (or the sign-in has ended)',
  },
  { when: /^ExpiredToken/, means: 'the AWS sign-in has ended' },
  {
    when: /^(InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|InvalidSignature|IncompleteSignature|AuthFailure)/,
    means: 'AWS does not know these credentials',
  },
  {
    when: /^(AccessDenied|AuthorizationError|UnauthorizedOperation|Forbidden)/,
    means: 'your AWS user may not read this',
  },
  {
    when: /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|TimeoutError)/,
    means: 'AWS cannot be reached from this computer',
  },
  {
    when: /^(UnknownOperation|InvalidAction|NotImplemented|UnsupportedOperation)/,
    means: 'this endpoint does not offer it',
  },
  { when: /^(Throttling|TooManyRequests)/, means: 'AWS was asked too often; try again in a minute' },
];

/** Why a call to AWS failed, in words of the person at the keyboard. */
export function explainFault(error: unknown): string {
  const { name, code, message } = error as Error & { code?: string };
  const meaning = meanings.find(({ when }) => when.test(code ?? '') || when.test(name));
  return meaning?.means ?? `${name}: ${message.split('\n')[0]}`;
}
