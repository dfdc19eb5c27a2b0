/** A small deployment, written down: as quick as a test wants it. */
import { countResources } from '../../../ops/cost/resources.ts';
import type { Template } from '../../../ops/synthesize.ts';

const lambda = (name: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Description: `Nachfass ${name}`,
    MemorySize: 512,
    Architectures: ['arm64'],
    Environment: { Variables: { LINK_SECRET_ARN: { Ref: 'Secret' } } },
  },
});

const schedule = (id: string, ScheduleExpression: string) => ({
  Type: 'AWS::Scheduler::Schedule',
  Properties: { ScheduleExpression, Target: { Arn: { 'Fn::GetAtt': [id, 'Arn'] } } },
});

/** Copies each night. */
export const aBackupPlan = (Lifecycle: Readonly<Record<string, number>>) => ({
  BackupPlan: { BackupPlanRule: [{ ScheduleExpression: 'cron(30 1 * * ? *)', Lifecycle }] },
});

const template: Template = {
  Resources: {
    Secret: { Type: 'AWS::SecretsManager::Secret' },
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    },
    Copies: { Type: 'AWS::Backup::BackupPlan', Properties: aBackupPlan({ DeleteAfterDays: 35 }) },
    Bucket: {
      Type: 'AWS::S3::Bucket',
      Properties: { LifecycleConfiguration: { Rules: [{ ExpirationInDays: 365 }] } },
    },
    Logs: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 90 } },
    Alarm: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: { Namespace: 'AWS/SQS', MetricName: 'Age' },
    },
    Dashboard: { Type: 'AWS::CloudWatch::Dashboard' },
    Poller: { Type: 'AWS::Lambda::EventSourceMapping' },
    Capture: lambda('capture-lead'),
    Hook: lambda('receive-hook'),
    Act: lambda('act-on-lead'),
    FollowUp: lambda('follow-up-lead'),
    Receive: lambda('receive-mail'),
    Record: lambda('record-mail-event'),
    Health: lambda('check-health'),
    Digest: lambda('send-digest'),
    Reconcile: lambda('reconcile-leads'),
    Daily: schedule('Digest', 'cron(30 6 * * ? *)'),
    Often: schedule('Reconcile', 'rate(15 minutes)'),
  },
};

export const aDeployment = () => countResources([template]);

/** The deployment with one more resource. */
export const aDeploymentWith = (Type: string, Properties: Readonly<Record<string, unknown>>) =>
  countResources([template, { Resources: { OneMore: { Type, Properties } } }]);
