import asl from 'asl-validator';
import { describe, expect, test } from 'vitest';
import { leadLifecycle, type TaskState } from '../../statemachine/lead-lifecycle.ts';
import { aTemplate, filledIn, functionsOf, onlyResourceOf, resourcesOf } from './a-stack.ts';

const template = aTemplate();
const stateMachine = onlyResourceOf(template, 'AWS::StepFunctions::StateMachine');
const definition = filledIn(stateMachine.properties.DefinitionString);

describe('the deployed definition', () => {
  test('is the one of the domain, asking the deployed function', () => {
    expect(JSON.parse(definition)).toEqual(leadLifecycle('<FollowUpLead.Arn>'));
  });

  test('is valid Amazon States Language', () => {
    const arn = 'arn:aws:lambda:eu-central-1:123456789012:function:follow-up-lead';
    const deployed = JSON.parse(definition.replaceAll('<FollowUpLead.Arn>', arn));
    const { isValid, errorsText } = asl(deployed, { checkArn: true, checkPaths: true });
    expect(isValid ? '' : errorsText()).toBe('');
  });

  test('gives the function more time than it takes, so that it is never asked twice at once', () => {
    const lambda = functionsOf(template).find(({ logicalId }) => logicalId === 'FollowUpLead');
    const tasks = Object.values<TaskState>(JSON.parse(definition).States).filter(
      ({ Type }) => Type === 'Task',
    );
    expect(tasks.length).toBeGreaterThan(0);
    for (const task of tasks) expect(task.TimeoutSeconds).toBeGreaterThan(lambda?.properties.Timeout);
  });
});

test('a task that fails for good reaches a person: its execution fails, which rings once for all that do', () => {
  const states = Object.values<TaskState & { Type: string }>(JSON.parse(definition).States);
  for (const state of states.filter(({ Type }) => Type === 'Task')) {
    expect(state.Catch.at(-1)).toMatchObject({ ErrorEquals: ['States.ALL'], Next: 'Failed' });
  }
  expect(JSON.parse(definition).States.Failed.Type).toBe('Fail');
  const alarm = resourcesOf(template, 'AWS::CloudWatch::Alarm').find(({ properties }) =>
    properties.AlarmDescription.endsWith('#lead-lifecycle-fails'),
  );
  expect(alarm?.properties).toMatchObject({ MetricName: 'ExecutionsFailed', DatapointsToAlarm: 1 });
  // Nobody gets a mail for each lead.
  expect(resourcesOf(template, 'AWS::Events::Rule')).toEqual([]);
});

test('logs errors without what people wrote', () => {
  expect(stateMachine.properties).toMatchObject({
    StateMachineType: 'STANDARD',
    LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: false },
    TracingConfiguration: { Enabled: false },
  });
});

test('traces when asked to', () => {
  const traced = onlyResourceOf(aTemplate({ tracing: true }), 'AWS::StepFunctions::StateMachine');
  expect(traced.properties.TracingConfiguration).toEqual({ Enabled: true });
});
