import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  ExecutionLimitExceeded,
  InvalidArn,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { sfnWorkflow } from '../../../adapters/stepfunctions/sfn-workflow.ts';
import type { Workflow } from '../../../domain/ports/workflow.ts';
import { taskInput } from '../../../statemachine/contract.ts';

const stateMachineArn = 'arn:aws:states:eu-central-1:123456789012:stateMachine:muster-LeadLifecycle';
const leadId = '7K2M9QX4TD';
const failure = { message: '', $metadata: {} };

const executions = mockClient(SFNClient);
let workflow: Workflow;
beforeEach(() => {
  executions.reset();
  executions.onAnyCommand().resolves({});
  workflow = sfnWorkflow({ client: new SFNClient({ region: 'eu-central-1' }), stateMachineArn });
});

const started = () => executions.commandCalls(StartExecutionCommand).map(({ args }) => args[0].input);
const stopped = () => executions.commandCalls(StopExecutionCommand).map(({ args }) => args[0].input);

describe('the execution of a lead', () => {
  test('is named by lead and generation', async () => {
    await workflow.begin(leadId, 12);
    expect(started()).toEqual([
      { stateMachineArn, name: '7K2M9QX4TD-g12', input: '{"leadId":"7K2M9QX4TD","generation":12}' },
    ]);
    expect(taskInput.parse(JSON.parse(started()[0]?.input ?? ''))).toEqual({ leadId, generation: 12 });
  });

  test('gets the same input byte by byte when it is started again', async () => {
    await workflow.begin(leadId, 1);
    await workflow.begin(leadId, 1);
    expect(started()[0]).toEqual(started()[1]);
  });

  test('that was started before is as good as started', async () => {
    executions.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists(failure));
    await expect(workflow.begin(leadId, 1)).resolves.toBeUndefined();
  });

  test('that cannot be started is reported', async () => {
    const tooMany = new ExecutionLimitExceeded(failure);
    executions.on(StartExecutionCommand).rejects(tooMany);
    await expect(workflow.begin(leadId, 1)).rejects.toBe(tooMany);
  });

  test('is stopped by the name it was started with', async () => {
    await workflow.end(leadId, 12);
    expect(stopped()).toMatchObject([
      {
        executionArn:
          'arn:aws:states:eu-central-1:123456789012:execution:muster-LeadLifecycle:7K2M9QX4TD-g12',
      },
    ]);
  });

  test('that is not there is as good as stopped', async () => {
    executions.on(StopExecutionCommand).rejects(new ExecutionDoesNotExist(failure));
    await expect(workflow.end(leadId, 1)).resolves.toBeUndefined();
  });

  test('that cannot be stopped is reported', async () => {
    const invalid = new InvalidArn(failure);
    executions.on(StopExecutionCommand).rejects(invalid);
    await expect(workflow.end(leadId, 1)).rejects.toBe(invalid);
  });
});
