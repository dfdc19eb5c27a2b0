import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { BackupStack } from '../../infra/backup-stack.ts';
import {
  aBackupStack,
  aConfig,
  anApp,
  aStack,
  aTemplate,
  filledIn,
  onlyResourceOf,
  resourcesOf,
} from './a-stack.ts';

const stack = aBackupStack();
const template = Template.fromStack(stack);
const vault = onlyResourceOf(template, 'AWS::Backup::BackupVault');

test('what failed may be told to the topic of the alarms, which the main stack owns', () => {
  const app = anApp();
  const main = aStack({}, app);
  new BackupStack(app, { main, config: aConfig() });
  const policies = resourcesOf(Template.fromStack(main), 'AWS::SNS::TopicPolicy');
  expect(JSON.stringify(policies)).toContain('events.amazonaws.com');
});

/** What a value means that names an output of another stack. */
const inMain = (value: unknown): string => JSON.stringify(value);

describe('the copies of the leads', () => {
  test('are made each night, and gone after 35 days like every other trace of a person', () => {
    const { BackupPlan } = onlyResourceOf(template, 'AWS::Backup::BackupPlan').properties;
    expect(BackupPlan.BackupPlanRule).toMatchObject([
      { Lifecycle: { DeleteAfterDays: 35 }, ScheduleExpression: 'cron(30 1 * * ? *)' },
    ]);
  });

  test('outlive the stack, and are deleted by nobody', () => {
    expect(vault).toMatchObject({
      logicalId: 'BackupVault',
      deletionPolicy: 'Retain',
      updateReplacePolicy: 'Retain',
    });
    expect(vault.properties.AccessPolicy.Statement).toMatchObject([
      {
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: expect.arrayContaining(['backup:DeleteRecoveryPoint']),
      },
    ]);
  });

  test('are of the table, and of nothing else', () => {
    const { BackupSelection } = onlyResourceOf(template, 'AWS::Backup::BackupSelection').properties;
    expect(BackupSelection.Resources).toHaveLength(1);
    expect(inMain(BackupSelection.Resources)).toContain('LeadTableArn');
    expect(BackupSelection).not.toHaveProperty('ListOfTags');
  });

  test('are made by a role that can neither read nor restore nor change a lead', () => {
    const role = onlyResourceOf(template, 'AWS::IAM::Role');
    expect(role.properties).not.toHaveProperty('ManagedPolicyArns');
    const { Statement } = onlyResourceOf(template, 'AWS::IAM::Policy').properties.PolicyDocument;
    const grants = (Statement as { Action: string[]; Resource: unknown }[]).map(({ Action, Resource }) => ({
      actions: Action,
      resource: inMain(Resource),
    }));
    expect(grants.flatMap(({ actions }) => actions).sort()).toEqual([
      'backup:CopyIntoBackupVault',
      'backup:DescribeBackupVault',
      'dynamodb:CreateBackup',
      'dynamodb:DeleteBackup',
      'dynamodb:DescribeBackup',
      'dynamodb:DescribeTable',
      'dynamodb:ListTagsOfResource',
      'dynamodb:StartAwsBackupJob',
    ]);
    for (const { resource } of grants) expect(resource).toMatch(/LeadTableArn|BackupVault/);
  });

  test('that fail are told of, each by its job', () => {
    const { EventPattern, Targets } = onlyResourceOf(template, 'AWS::Events::Rule').properties;
    expect(filledIn(EventPattern.detail.backupVaultName[0])).toBe('<BackupVault.BackupVaultName>');
    expect(EventPattern).toMatchObject({
      source: ['aws.backup'],
      detail: { state: ['FAILED', 'ABORTED', 'EXPIRED'] },
    });
    expect(inMain(Targets[0].Arn)).toContain('AlarmsTopic');
    expect(Targets[0].InputTransformer.InputTemplate).toContain('docs/runbook.md#backup-fails');
  });
});

describe('the stack', () => {
  test('stands beside the one it copies, which deploys without it', () => {
    expect(stack.stackName).toBe('Nachfass-muster-prod-backup');
    expect(stack.dependencies.map(({ stackName }) => stackName)).toEqual(['Nachfass-muster-prod']);
    expect(resourcesOf(aTemplate(), 'AWS::Backup::BackupVault')).toEqual([]);
  });

  test('of production is protected from deletion', () => {
    expect(stack.terminationProtection).toBe(true);
    expect(aBackupStack({ stage: 'test' }).terminationProtection).toBe(false);
  });
});
