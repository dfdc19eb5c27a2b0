import { CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { EventField, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Config } from './config.ts';
import { lasting } from './constructs/lasting.ts';
import type { NachfassStack } from './nachfass-stack.ts';
import { stackName } from './names.ts';

export interface BackupStackProps {
  readonly config: Config;
  /** The stack with the table. */
  readonly main: NachfassStack;
}

/**
 * As far back as point-in-time recovery reaches, and no further: whoever was erased is gone from every copy after so many
 * days, which is what we tell people.
 */
const keptDays = 35;

/**
 * A copy of the table each night, in a vault. Point-in-time recovery belongs to the table: it knows every second, but goes
 * 35 days after the table was deleted, and with a click of whoever may change the table. What lies in the vault
 * depends on neither, and can be restored into another account. A stack of its own, because not every place that can run
 * the rest knows AWS Backup.
 */
export class BackupStack extends Stack {
  constructor(scope: Construct, { config, main }: BackupStackProps) {
    const { company, stage } = config;
    super(scope, stackName(config, 'backup'), {
      description: `Nachfass: keeps a nightly copy of the leads of ${company.name} (${stage})`,
      env: { region: config.region },
      terminationProtection: stage === 'prod',
      tags: { app: 'nachfass', company: company.key, stage },
    });
    const vault = new BackupVault(this, 'Vault', {
      // They go by themselves; by hand only after the vault's policy was changed, which nobody does by mistake.
      blockRecoveryPointDeletion: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    lasting(vault, 'BackupVault');
    const plan = new BackupPlan(this, 'Plan', {
      backupVault: vault,
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'nightly',
          // UTC, which knows no summer time. The table's own units are not touched, so any hour would do.
          scheduleExpression: Schedule.cron({ hour: '1', minute: '30' }),
          startWindow: Duration.hours(1),
          completionWindow: Duration.hours(6),
          deleteAfter: Duration.days(keptDays),
        }),
      ],
    });
    plan.addSelection('Leads', {
      role: this.role(main, vault.backupVaultArn),
      disableDefaultBackupPolicy: true,
      resources: [BackupResource.fromArn(main.tableArn)],
    });
    this.watch(vault, main);
    this.addStackDependency(main);
    new CfnOutput(this, 'BackupVaultName', { value: vault.backupVaultName });
  }

  /** What of AWS's own policy for backups concerns a table, for this table and this vault. */
  private role(main: NachfassStack, vaultArn: string): Role {
    const { tableArn } = main;
    const role = new Role(this, 'Role', {
      // A role is handed to AWS Backup by somebody of this account only (`iam:PassRole`).
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      description: 'Copies the leads into the vault, and can neither read nor restore them',
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: [
          'dynamodb:DescribeTable',
          'dynamodb:CreateBackup',
          'dynamodb:StartAwsBackupJob',
          'dynamodb:ListTagsOfResource',
        ],
        resources: [tableArn],
      }),
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ['dynamodb:DescribeBackup', 'dynamodb:DeleteBackup'],
        resources: [`${tableArn}/backup/*`],
      }),
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ['backup:DescribeBackupVault', 'backup:CopyIntoBackupVault'],
        resources: [vaultArn],
      }),
    );
    // As the rule spells the reference to the other stack. The name of the output follows from the table's pinned id.
    const table = JSON.stringify({
      'Fn::GetStackOutput': {
        StackName: main.stackName,
        Region: this.region,
        OutputName: 'PublishOutputFnGetAttLeadTableArnA922028D',
      },
    });
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${table}/backup/*]`,
      reason: 'Each copy of the table is a resource of its own, below the table.',
    });
    return role;
  }

  private watch(vault: BackupVault, main: NachfassStack): void {
    const impact =
      'The leads were not copied last night: should the table be lost, the newest copy is older than a day.';
    new Rule(this, 'FailedBackups', {
      description: 'Tells of each nightly copy that failed',
      eventPattern: {
        source: ['aws.backup'],
        detailType: ['Backup Job State Change'],
        detail: { backupVaultName: [vault.backupVaultName], state: ['FAILED', 'ABORTED', 'EXPIRED'] },
      },
      targets: [
        new SnsTopic(main.alarms.topic, {
          message: RuleTargetInput.fromText(
            `${EventField.fromPath('$.detail.backupJobId')}: ${EventField.fromPath('$.detail.state')}. ${main.alarms.describe('backup-fails', impact)}`,
          ),
        }),
      ],
    });
  }
}
