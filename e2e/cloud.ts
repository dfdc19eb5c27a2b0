/** What is deployed, seen with the eyes of a person who has rights in the account. */

import { setTimeout as sleep } from 'node:timers/promises';
import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateBackupCommand,
  DeleteBackupCommand,
  DeleteItemCommand,
  DeleteTableCommand,
  DescribeBackupCommand,
  DynamoDBClient,
  RestoreTableFromBackupCommand,
  UpdateTableCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import {
  DeleteBucketCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { ListExecutionsCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { hmacAddresses } from '../adapters/crypto/hmac-addresses.ts';
import { hmacLinks } from '../adapters/crypto/hmac-links.ts';
import { openTable } from '../adapters/dynamodb/open-table.ts';
import { loadLinkKeys, secretsClient } from '../adapters/secretsmanager/link-keys.ts';
import {
  businessPartition,
  businessVersionPrefix,
  currentBusinessKey,
} from '../adapters/table/business-item.ts';
import { tableBusinessStore } from '../adapters/table/business-store.ts';
import { tableDigestLog } from '../adapters/table/digest-log.ts';
import { tableIntakeLog } from '../adapters/table/intake-log.ts';
import { tableLeadStore } from '../adapters/table/lead-store.ts';
import { tableMailLog } from '../adapters/table/mail-log.ts';
import type { Action } from '../domain/lead/action.ts';
import type { Lead } from '../domain/lead/lead.ts';
import type { MailRecord } from '../domain/ports/mail-log.ts';
import { actionLink } from '../functions/shared/action-links.ts';
import { awsReader } from '../ops/doctor/aws-reader.ts';
import { hiddenFields } from '../test/support/local-system.ts';
import { region } from './deployment.ts';
import { type Answer, call, postForm } from './http.ts';

/** So long nothing takes that comes at all, on a busy machine either. */
export const patienceSeconds = 300;

/**
 * Asks again until there is an answer.
 * @param what said if there is none in time.
 * @throws Error
 */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  withinSeconds = patienceSeconds,
): Promise<T> {
  const deadline = Date.now() + withinSeconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`Not within ${withinSeconds} s: ${what}`);
    await sleep(300);
  }
}

/** @throws Error nothing is deployed under this name. */
export async function openCloud(stackName: string) {
  const stack = await awsReader(region).stack(stackName);
  if (!stack) throw new Error(`${stackName} is not deployed`);
  const client = new CloudFormationClient();
  const resources: { id: string; type: string; name: string }[] = [];
  for await (const page of paginateListStackResources({ client }, { StackName: stackName })) {
    for (const one of page.StackResourceSummaries ?? []) {
      const { LogicalResourceId: id = '', ResourceType: type = '', PhysicalResourceId: name = '' } = one;
      resources.push({ id, type, name });
    }
  }
  const output = (key: string): string => {
    const value = stack.outputs[key];
    if (value === undefined) throw new Error(`The stack has no output ${key}`);
    return value;
  };
  /** The name or ARN of the resource whose logical id begins like this. */
  const physical = (prefix: string, type: string): string => {
    const found = resources.filter((one) => one.id.startsWith(prefix) && one.type === type);
    if (found.length !== 1) throw new Error(`${found.length} resources ${prefix}… of type ${type}`);
    return found[0]?.name ?? '';
  };

  const address = output('Address');
  // With the SDK's patience: nobody waits here as people wait for the functions.
  const table = { client: new DynamoDBClient(), tableName: output('TableName') };
  const stateMachineArn = output('StateMachineArn');
  const keys = await loadLinkKeys({ client: secretsClient(), secretArn: output('LinkSecretArn') });
  const links = hmacLinks({ baseUrl: address, keys });
  const leads = tableLeadStore(openTable(table));
  const mailLog = tableMailLog(openTable(table));
  const stepFunctions = new SFNClient();
  const sns = new SNSClient();

  const lead = async (id: string): Promise<Lead> => {
    const found = await leads.load(id);
    if (!found) throw new Error(`No lead ${id}`);
    return found;
  };

  /** Puts a raw mail where SES would. @returns where that is. */
  const keepMail = async (deliveryId: string, raw: Buffer): Promise<string> => {
    const Key = `mail/${deliveryId}`;
    await new S3Client().send(new PutObjectCommand({ Bucket: output('MailBucketName'), Key, Body: raw }));
    return Key;
  };

  return {
    address,
    table,
    resources,
    physical,
    links,
    leads,
    lead,
    digestLog: tableDigestLog(openTable(table)),
    intake: tableIntakeLog(openTable(table)),
    business: tableBusinessStore(openTable(table)),

    /** As after a release that kept the business in the environment of its functions. */
    async forgetBusiness(): Promise<void> {
      const current = openTable(table);
      await current.remove(currentBusinessKey);
      for (const { pk, sk } of await current.queryPartition(businessPartition, businessVersionPrefix)) {
        await current.remove({ pk, sk });
      }
    },

    bucket: output('MailBucketName'),

    /** How often each type of event stands in the lead's timeline. */
    async events(id: string): Promise<Readonly<Record<string, number>>> {
      const { timeline } = await lead(id);
      const counts: Record<string, number> = {};
      for (const { type } of timeline) counts[type] = (counts[type] ?? 0) + 1;
      return counts;
    },

    /** The mails about a lead that SES took, by their keys. */
    async mails(id: string): Promise<MailRecord[]> {
      return (await mailLog.list(id)).filter(({ state }) => state === 'sent');
    },

    /** The link behind a button, as it would stand in a mail about the lead as it is now. */
    async link(id: string, action: Action): Promise<string> {
      return actionLink(links, await lead(id), action, new Date().toISOString()).url;
    },

    /** Opens a signed link, fills in its form as a browser would, and presses the button. */
    async tap(link: string, fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
      const page = await call(link);
      if (page.status !== 200) throw new Error(`The page of the link answered ${page.status}`);
      return postForm(link, { ...hiddenFields(page.text), ...fields });
    },

    /** The signed address that an answer to a mail about the lead goes to. */
    replyAddress: (base: string, id: string): string => hmacAddresses({ base, keys }).sign(id),

    keepMail,

    /** Puts a raw mail where SES would, and tells what SES would tell. */
    async deliver(deliveryId: string, raw: Buffer, envelope: { from: string; to: string }): Promise<void> {
      const key = await keepMail(deliveryId, raw);
      const pass = { status: 'PASS' };
      const notice = {
        notificationType: 'Received',
        mail: { messageId: deliveryId, source: envelope.from, destination: [envelope.to] },
        receipt: {
          timestamp: new Date().toISOString(),
          recipients: [envelope.to],
          spamVerdict: pass,
          virusVerdict: pass,
          spfVerdict: pass,
          dkimVerdict: pass,
          dmarcVerdict: pass,
          action: { type: 'S3', bucketName: output('MailBucketName'), objectKey: key },
        },
      };
      await sns.send(
        new PublishCommand({
          TopicArn: physical('IncomingMailTopic', 'AWS::SNS::Topic'),
          Message: JSON.stringify(notice),
        }),
      );
    },

    /** Tells what SES would tell of a mail that was sent. */
    async tellFate(event: object): Promise<void> {
      await sns.send(
        new PublishCommand({
          TopicArn: physical('MailEventsTopic', 'AWS::SNS::Topic'),
          Message: JSON.stringify(event),
        }),
      );
    },

    /** Gives a function another variable as long as something is done, as a fault of the account would. */
    async withVariable(
      functionId: string,
      variable: string,
      value: string,
      meanwhile: () => Promise<void>,
    ): Promise<void> {
      const FunctionName = physical(functionId, 'AWS::Lambda::Function');
      const lambda = new LambdaClient();
      const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
      const set = async (Variables: Record<string, string>) => {
        await lambda.send(
          new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }),
        );
        await waitUntilFunctionUpdatedV2({ client: lambda, maxWaitTime: patienceSeconds }, { FunctionName });
      };
      await set({ ...Environment?.Variables, [variable]: value });
      try {
        await meanwhile();
      } finally {
        await set({ ...Environment?.Variables });
      }
    },

    /** The table as it is now, restored beside the living one. */
    async restoredTable(): Promise<{ name: string; remove(): Promise<void> }> {
      const { client, tableName } = table;
      const name = `nachfass-e2e-restored-${Date.now()}`;
      const { BackupDetails } = await client.send(
        new CreateBackupCommand({ TableName: tableName, BackupName: name }),
      );
      const BackupArn = BackupDetails?.BackupArn;
      await eventually('the backup', async () => {
        const { BackupDescription } = await client.send(new DescribeBackupCommand({ BackupArn }));
        return BackupDescription?.BackupDetails?.BackupStatus === 'AVAILABLE';
      });
      await client.send(new RestoreTableFromBackupCommand({ BackupArn, TargetTableName: name }));
      await waitUntilTableExists({ client, maxWaitTime: 1800 }, { TableName: name });
      return {
        name,
        async remove() {
          await client.send(new DeleteTableCommand({ TableName: name }));
          await client.send(new DeleteBackupCommand({ BackupArn }));
        },
      };
    },

    /** Deletes the item of a lead, as a slip of the hand would. */
    async deleteLead(id: string): Promise<void> {
      const Key = { pk: { S: `LEAD#${id}` }, sk: { S: 'LEAD' } };
      await table.client.send(new DeleteItemCommand({ TableName: table.tableName, Key }));
    },

    /** Deletes what outlives the stack: the test pays for nothing afterwards. */
    async removeRemains(): Promise<void> {
      const { client, tableName: TableName } = table;
      await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
      await client.send(new DeleteTableCommand({ TableName }));
      const s3 = new S3Client();
      const Bucket = output('MailBucketName');
      for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket })) {
        for (const { Key } of Contents) await s3.send(new DeleteObjectCommand({ Bucket, Key }));
      }
      await s3.send(new DeleteBucketCommand({ Bucket }));
    },

    /** All lines that the stack has logged. */
    async logLines(): Promise<string[]> {
      const logs = new CloudWatchLogsClient();
      const lines: string[] = [];
      for (const { name } of resources.filter(({ type }) => type === 'AWS::Logs::LogGroup')) {
        const pages = paginateFilterLogEvents({ client: logs }, { logGroupName: name });
        for await (const { events = [] } of pages) lines.push(...events.map(({ message = '' }) => message));
      }
      return lines;
    },

    async runningExecutions(): Promise<{ name: string; arn: string }[]> {
      const { executions = [] } = await stepFunctions.send(
        new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING', maxResults: 1000 }),
      );
      return executions.map(({ name = '', executionArn = '' }) => ({ name, arn: executionArn }));
    },

    async stopExecution(arn: string): Promise<void> {
      await stepFunctions.send(new StopExecutionCommand({ executionArn: arn }));
    },
  };
}

export type Cloud = Awaited<ReturnType<typeof openCloud>>;
