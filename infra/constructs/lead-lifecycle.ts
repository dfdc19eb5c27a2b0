import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { leadLifecycle } from '../../statemachine/lead-lifecycle.ts';
import type { Alarms } from './alarms.ts';
import type { Binding } from './binding.ts';
import { lasting } from './lasting.ts';

export interface LeadLifecycleProps {
  readonly followUpLead: IFunction;
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
  readonly tracing: boolean;
}

const stateMachineId = 'LeadLifecycle';

/** The clock: one execution per open lead and generation. */
export class LeadLifecycle extends Construct {
  private readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: LeadLifecycleProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const role = this.role(props.followUpLead);

    this.stateMachine = new StateMachine(this, 'StateMachine', {
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(
        stack.toJsonString(leadLifecycle(props.followUpLead.functionArn)),
      ),
      role,
      tracingEnabled: props.tracing,
      logs: {
        // Vended logs share one entry in the account's log policy, which has room for about ten others: one stack per
        // business would soon fill it.
        destination: new LogGroup(this, 'Logs', {
          logGroupName: `/aws/vendedlogs/states/${stack.stackName}`,
          retention: props.logRetention,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
    });
    lasting(this.stateMachine, stateMachineId);
    this.acknowledge(role, props.tracing);
    this.watch(props.alarms);
  }

  get stateMachineArn(): string {
    return this.stateMachine.stateMachineArn;
  }

  /** How executions went, for the dashboard. */
  get executions(): readonly IMetric[] {
    return [this.stateMachine.metricFailed({ period: Duration.hours(1), label: 'Failed' })];
  }

  /** Starts executions. */
  bindStarter(): Binding<'STATE_MACHINE_ARN'> {
    return {
      variable: 'STATE_MACHINE_ARN',
      value: this.stateMachineArn,
      permissions: [
        new PolicyStatement({ actions: ['states:StartExecution'], resources: [this.stateMachineArn] }),
      ],
    };
  }

  /** Starts executions and stops superseded ones. */
  bindMover(): Binding<'STATE_MACHINE_ARN'> {
    const starter = this.bindStarter();
    const stack = Stack.of(this);
    const { stateMachineName } = this.stateMachine;
    const executions = `arn:${stack.partition}:states:${stack.region}:${stack.account}:execution:${stateMachineName}:*`;
    return {
      ...starter,
      permissions: [
        ...starter.permissions,
        new PolicyStatement({ actions: ['states:StopExecution'], resources: [executions] }),
      ],
      acknowledgments: [
        {
          id: `AwsSolutions-IAM5[Resource::arn:${stack.partition}:states:${stack.region}:<AWS::AccountId>:execution:<${stateMachineId}.Name>:*]`,
          reason: 'All executions of this state machine: each lead and generation has its own.',
        },
      ],
    };
  }

  /** Running executions keep using this role for months, whatever is deployed meanwhile. */
  private role(followUpLead: IFunction): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      description: 'What the lead lifecycle may do: ask follow-up-lead',
    });
    lasting(role, 'LeadLifecycleRole');
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [followUpLead.functionArn] }),
    );
    return role;
  }

  private acknowledge(role: Role, tracing: boolean): void {
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Log delivery (logs:*LogDelivery and its like) and X-Ray know no resources to name.',
    });
    Validations.of(this.stateMachine).acknowledge({
      id: 'AwsSolutions-SF1',
      reason:
        'Each execution keeps its own history for 90 days; a copy of every wait in CloudWatch would cost more than the workflow. Errors are logged.',
    });
    if (tracing) return;
    Validations.of(this.stateMachine).acknowledge({
      id: 'AwsSolutions-SF2',
      reason:
        'A trace over months of waiting shows nothing; switched on by configuration to look at a fault.',
    });
  }

  private watch(alarms: Alarms): void {
    alarms.add('lead-lifecycle-fails', {
      // Executions have no limit of their own, so none times out. ABORTED is not among them: that is how a superseded execution
      // ends.
      metric: this.stateMachine.metricFailed({ period: Duration.minutes(5) }),
      // Whatever makes one fail mostly makes many fail, and each again when the reconciler has given it a new timer, 15 to 30
      // minutes later: one alarm for all of them, which rings anew only after an hour without. Who they are, the runbook finds.
      oneOf: 12,
      errorImpact: 'Leads are no longer followed up: neither customer nor owner is reminded of them.',
    });
  }
}
