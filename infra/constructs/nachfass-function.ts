import { Duration, RemovalPolicy, Token, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ConfigError } from '../config.ts';
import type { Alarms } from './alarms.ts';
import type { Binding, Bindings } from './binding.ts';
import { bundledCode } from './bundle.ts';

/** What all functions of a stack share. */
interface FunctionSurroundings {
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
  /** X-Ray: how long each call took, and of the state machine, in which order. */
  readonly tracing: boolean;
  /** Another source of code than the bundler, for tests that look only at the template. */
  readonly code?: ((name: string) => Code) | undefined;
}

interface FunctionDuty<Environment> {
  /** The folder in `functions/`. */
  readonly name: string;
  readonly environment: Bindings<Environment>;
  /** One sentence: who is hurt, and how, when it fails. */
  readonly errorImpact: string;
}

interface Limits {
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** How many failed runs within how long somebody must hear of. */
  readonly alarmAt: { readonly failures: number; readonly minutes: number };
}

/** Lambda's limit for all names and values together. */
const environmentBytes = 4096;
/** Names and ARNs that CloudFormation fills in: the longest of ours, a secret's, is below 200 characters. */
const tokenBytes = 200;

type FunctionProps<Environment> = FunctionSurroundings & FunctionDuty<Environment>;

/** A Lambda function of ours: how it is built, what it may do, where it logs, and who is told when it fails. */
abstract class NachfassFunction<Environment> extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, props: FunctionProps<Environment>, limits: Limits) {
    super(scope, id);
    const { name, alarms } = props;
    const bindings = Object.values<Binding<string>>(props.environment);

    // Nothing but logs to keep: the group goes with the stack.
    const logGroup = new LogGroup(this, 'Logs', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // A role of its own instead of the default one, whose managed policy may write to every log group of the account.
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${name} may do`,
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    for (const { permissions, acknowledgments = [] } of bindings) {
      for (const permission of permissions) role.addToPolicy(permission);
      Validations.of(role).acknowledge(...acknowledgments);
    }

    const environment = Object.fromEntries(bindings.map(({ variable, value }) => [variable, value]));
    mustFit(name, environment);

    this.lambda = new LambdaFunction(this, 'Function', {
      description: `Nachfass ${name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: (props.code ?? bundledCode)(name),
      memorySize: limits.memoryMegabytes,
      timeout: Duration.seconds(limits.timeoutSeconds),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      // Adds the two permissions to send traces, and nothing else.
      tracing: props.tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      environment,
    });

    if (props.tracing) {
      Validations.of(role).acknowledge({
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'X-Ray knows no resources to name; the two permissions only send traces.',
      });
    }

    const { failures, minutes } = limits.alarmAt;
    alarms.add(`${name}-fails`, {
      metric: this.lambda.metricErrors({ period: Duration.minutes(minutes) }),
      atLeast: failures,
      errorImpact: props.errorImpact,
    });
  }
}

/** A function that somebody waits for: a visitor, a customer, the owner. */
export class HttpFunction<Environment> extends NachfassFunction<Environment> {
  constructor(scope: Construct, id: string, props: FunctionProps<Environment>) {
    super(scope, id, props, {
      // Processor time grows with memory (a full core at 1,769 MB), and most of these few calls are cold starts, which
      // means parsing the bundle: half the wait of 512 MB at the same price per call.
      memoryMegabytes: 1024,
      // A call takes well under a second; the rest is for the clients' own repetitions. The HTTP API gives up at 30.
      timeoutSeconds: 29,
      alarmAt: { failures: 1, minutes: 5 },
    });
  }
}

/** A function that is a task of the state machine. */
export class TaskFunction<Environment> extends NachfassFunction<Environment> {
  constructor(scope: Construct, id: string, props: FunctionProps<Environment>) {
    super(scope, id, props, {
      // Nobody waits for it.
      memoryMegabytes: 512,
      // A few mails at a second each. Below the 60 seconds of the task state, so that the state machine never asks a
      // second time while the first call still runs.
      timeoutSeconds: 30,
      // A failure is repeated by the state machine, and what fails for good is the workflow's alarm: this one tells that
      // repeating does not help.
      alarmAt: { failures: 5, minutes: 15 },
    });
  }
}

/** A function that runs by the clock; see `FunctionSchedule`. */
export class ScheduledFunction<Environment> extends NachfassFunction<Environment> {
  constructor(
    scope: Construct,
    id: string,
    props: FunctionProps<Environment> & Pick<Limits, 'timeoutSeconds'>,
  ) {
    super(scope, id, props, {
      // Nobody waits for it.
      memoryMegabytes: 512,
      timeoutSeconds: props.timeoutSeconds,
      // The first failure is repeated a minute later.
      alarmAt: { failures: 2, minutes: 15 },
    });
  }
}

/** Of a function that reads mails: 40 MB at most, decoded, parsed and stored again in parts. */
export const queueTimeoutSeconds = 60;

/** A function that drains a queue; see `EventQueue`. */
export class QueueFunction<Environment> extends NachfassFunction<Environment> {
  constructor(scope: Construct, id: string, props: FunctionProps<Environment>) {
    super(scope, id, props, {
      // A mail of 40 MB is in memory several times: raw, as text, decoded.
      memoryMegabytes: 1024,
      timeoutSeconds: queueTimeoutSeconds,
      // A failure is repeated twice, and what fails for good is the dead-letter queue's alarm.
      alarmAt: { failures: 5, minutes: 15 },
    });
  }
}

function mustFit(name: string, environment: Readonly<Record<string, string>>): void {
  const bytes = Object.entries(environment)
    .map(([variable, value]) => {
      return (
        Buffer.byteLength(variable) + (Token.isUnresolved(value) ? tokenBytes : Buffer.byteLength(value))
      );
    })
    .reduce((sum, size) => sum + size, 0);
  if (bytes <= environmentBytes) return;
  throw new ConfigError(
    `the environment of ${name} would take ${bytes} bytes, Lambda allows ${environmentBytes}: shorten the company file`,
  );
}
