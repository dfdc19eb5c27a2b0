import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { Workflow } from '../../domain/ports/workflow.ts';

/**
 * A client for calls that a person may wait for: three tries of at most 1 s to connect and 2 s to answer end well
 * before the 29 s of an HTTP function.
 */
export function sfnClient(): SFNClient {
  return new SFNClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
  });
}

/**
 * Executions of the state machine, named `<lead>-g<generation>`. The name makes a repeated start the same start, so
 * a lost answer may be asked for again.
 */
export function sfnWorkflow(options: {
  readonly client: SFNClient;
  readonly stateMachineArn: string;
}): Workflow {
  const { client, stateMachineArn } = options;
  const executionName = (leadId: string, generation: number) => `${leadId}-g${generation}`;
  const executionPrefix = stateMachineArn.replace(':stateMachine:', ':execution:');

  return {
    async begin(leadId, generation) {
      const start = new StartExecutionCommand({
        stateMachineArn,
        name: executionName(leadId, generation),
        input: JSON.stringify({ leadId, generation }),
      });
      await client.send(start).catch(unless(ExecutionAlreadyExists));
    },
    async end(leadId, generation) {
      const stop = new StopExecutionCommand({
        executionArn: `${executionPrefix}:${executionName(leadId, generation)}`,
        cause: 'A newer generation has begun',
      });
      await client.send(stop).catch(unless(ExecutionDoesNotExist));
    },
  };
}

/** Passes on every error but the one that means: it is as it should be. */
function unless(harmless: typeof ExecutionAlreadyExists | typeof ExecutionDoesNotExist) {
  return (error: unknown): void => {
    if (!(error instanceof harmless)) throw error;
  };
}
