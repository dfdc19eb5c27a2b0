import asl from 'asl-validator';
import { ExecutionError, StateMachine } from 'aws-local-stepfunctions';
import { describe, expect, test } from 'vitest';
import { type Stage, stageKeys } from '../../domain/lead/pipeline.ts';
import { isClosed, stateName, timedStages } from '../../domain/lead/stages.ts';
import { brokenRules, MailRefusedError, passingErrors } from '../../domain/ports/errors.ts';
import type { TaskInput, TaskOutput } from '../../statemachine/contract.ts';
import { leadLifecycle, type State, type TaskState } from '../../statemachine/lead-lifecycle.ts';
import {
  passingFaultsOfLambda,
  passingFaultsOfServices,
  timeOuts,
} from '../../statemachine/passing-faults.ts';

const followUpLeadArn = 'arn:aws:lambda:eu-central-1:123456789012:function:follow-up-lead';
const definition = leadLifecycle(followUpLeadArn);
const states = Object.entries(definition.States);
const tasks = states.filter((entry): entry is [string, TaskState] => entry[1].Type === 'Task');

function nextOf(state: State): string[] {
  switch (state.Type) {
    case 'Task':
      return [state.Next, ...state.Catch.map((catcher) => catcher.Next)];
    case 'Wait':
      return [state.Next];
    case 'Choice':
      return [...state.Choices.map((choice) => choice.Next), state.Default];
    default:
      return [];
  }
}

describe('the definition', () => {
  test('is valid Amazon States Language', () => {
    const { isValid, errorsText } = asl(definition, {
      checkArn: true,
      checkPaths: true,
    });
    expect(isValid ? '' : errorsText()).toBe('');
  });

  test.each(timedStages)('waits for and follows up a lead in stage %s', (stage) => {
    const followUp = `FollowUp${stateName(stage)}`;
    expect(definition.States[stateName(stage)]).toMatchObject({ Type: 'Wait', Next: followUp });
    expect(definition.States[followUp]).toMatchObject({ Type: 'Task', Next: 'RouteByStage' });
  });

  test('waits for a closed lead too, as long as its customer has an open answer', () => {
    for (const stage of stageKeys.filter((key) => isClosed(key))) {
      expect(definition.States).toHaveProperty(stateName(stage));
    }
  });

  test('reaches every state', () => {
    const reached = new Set<string>();
    const visit = (name: string) => {
      const state = definition.States[name];
      if (reached.has(name) || !state) return;
      reached.add(name);
      nextOf(state).forEach(visit);
    };
    visit(definition.StartAt);
    expect([...reached].sort()).toEqual(states.map(([name]) => name).sort());
  });

  test('leads to no state that does not exist', () => {
    for (const [name, state] of states) {
      for (const next of nextOf(state)) {
        expect(definition.States, `${name} -> ${next}`).toHaveProperty(next);
      }
    }
  });

  test('retries the errors that pass, and ends in Failed on all others', () => {
    const ours = new Set<string>([
      ...passingErrors,
      ...passingFaultsOfServices,
      ...passingFaultsOfLambda,
      ...timeOuts,
    ]);
    for (const [, task] of tasks) {
      expect(new Set(task.Retry.flatMap(({ ErrorEquals }) => ErrorEquals))).toEqual(ours);
      expect(task.Catch.flatMap(({ ErrorEquals }) => ErrorEquals)).toEqual(['States.ALL']);
    }
  });

  test.each(tasks)('%s outlives an outage of an hour, whatever the jitter makes of it', (_, task) => {
    for (const { ErrorEquals, IntervalSeconds, MaxAttempts, BackoffRate, MaxDelaySeconds } of task.Retry) {
      const most = Array.from({ length: MaxAttempts }, (_, index) =>
        Math.min(IntervalSeconds * BackoffRate ** index, MaxDelaySeconds),
      );
      // Each wait is anything from nothing to the most, evenly: their sum lies within four deviations of its mean.
      const mean = most.reduce((sum, seconds) => sum + seconds / 2, 0);
      const deviation = Math.sqrt(most.reduce((sum, seconds) => sum + seconds ** 2 / 12, 0));
      expect(mean - 4 * deviation, String(ErrorEquals)).toBeGreaterThan(3600);
      // Three events for each try, of the 25,000 that an execution may have.
      expect(3 * MaxAttempts).toBeLessThan(250);
    }
  });

  test.each(tasks)('%s has a time limit, tries passing faults again and ends in Failed', (_, task) => {
    expect(task.TimeoutSeconds).toBeGreaterThan(0);
    const retried = task.Retry.flatMap((retrier) => retrier.ErrorEquals);
    expect(retried).toEqual(expect.arrayContaining([...passingErrors, 'Lambda.TooManyRequestsException']));
    for (const name of brokenRules) expect(retried).not.toContain(name);
    expect(task.Catch).toEqual([{ ErrorEquals: ['States.ALL'], Next: 'Failed' }]);
    for (const retrier of task.Retry) {
      expect(retrier).toMatchObject({ JitterStrategy: 'FULL', MaxDelaySeconds: expect.any(Number) });
      expect(retrier.MaxAttempts).toBeGreaterThan(0);
    }
  });

  test('calls the one function and no other', () => {
    expect(new Set(tasks.map(([, task]) => task.Resource))).toEqual(new Set([followUpLeadArn]));
    expect(JSON.stringify(definition)).not.toContain('*');
  });

  test('branches on outcome and stage alone', () => {
    const variables = JSON.stringify(definition.States.RouteByStage).match(/"\$\.[^"]*"/g);
    expect(new Set(variables)).toEqual(new Set(['"$.outcome"', '"$.stage"']));
  });
});

/** Runs the definition with waits that are over at once; `answer` is the follow-up function. */
async function run(answer: (input: TaskInput) => TaskOutput | Promise<TaskOutput>) {
  const visited: string[] = [];
  const execution = new StateMachine(structuredClone(definition)).run(
    { leadId: '7K2M9QX4TD', generation: 3 },
    {
      overrides: {
        taskResourceLocalHandlers: Object.fromEntries(
          tasks.map(([name]) => [name, async (input) => ({ ...(await answer(input as TaskInput)) })]),
        ),
        waitTimeOverrides: Object.fromEntries(timedStages.map((stage) => [stateName(stage), 0])),
        retryIntervalOverrides: Object.fromEntries(tasks.map(([name]) => [name, 0])),
      },
    },
  );
  const [outcome] = await Promise.all([
    execution.result.then(
      () => 'succeeded',
      (error: unknown) => {
        if (error instanceof ExecutionError) return 'failed';
        throw error;
      },
    ),
    (async () => {
      for await (const event of execution.eventLogs) {
        if (event.type === 'StateEntered') visited.push(event.state.name);
      }
    })(),
  ]);
  return { outcome, visited };
}

const waitUntil = (input: TaskInput, stage: Stage, dueAt: string): TaskOutput => ({
  ...input,
  outcome: 'wait',
  stage,
  dueAt,
});

describe('an execution', () => {
  test('follows a lead through every open stage for a year and ends when it is closed', async () => {
    const days = 365;
    let day = 0;
    const seen: TaskInput[] = [];
    const stageOn = (on: number) => timedStages[Math.floor((on / days) * timedStages.length)] ?? 'new';
    const { outcome, visited } = await run((input) => {
      seen.push(input);
      const stage = stageOn(day);
      day += 1;
      const dueAt = new Date(Date.UTC(2026, 10, 23 + day)).toISOString();
      if (day > days) return { ...input, outcome: 'closed', stage: 'won', dueAt };
      return waitUntil(input, stage, dueAt);
    });
    expect(outcome).toBe('succeeded');
    expect(visited.at(-1)).toBe('Closed');
    expect(visited.filter((name) => name.startsWith('FollowUp'))).toHaveLength(days);
    for (const stage of timedStages) expect(visited).toContain(`FollowUp${stateName(stage)}`);
    expect(new Set(seen.map((input) => JSON.stringify(input)))).toEqual(
      new Set(['{"leadId":"7K2M9QX4TD","generation":3}']),
    );
  });

  test('ends without a fault when a newer generation runs', async () => {
    const { outcome, visited } = await run((input) => ({
      ...waitUntil(input, 'quoted', '2026-11-23T08:00:00.000Z'),
      outcome: 'superseded',
    }));
    expect(outcome).toBe('succeeded');
    expect(visited).toEqual(['Plan', 'RouteByStage', 'Superseded']);
  });

  test('tries again after a fault that passes', async () => {
    let tries = 0;
    const { outcome, visited } = await run((input) => {
      tries += 1;
      if (tries <= 5) throw new MailRefusedError('throttled');
      return { ...waitUntil(input, 'new', '2026-11-23T08:00:00.000Z'), outcome: 'closed' };
    });
    expect(outcome).toBe('succeeded');
    expect(tries).toBe(6);
    expect(visited).toEqual(['Plan', 'RouteByStage', 'Closed']);
  });

  // As each reaches Step Functions: DynamoDB, Lambda, SES, time-outs.
  test.each([
    'ProvisionedThroughputExceededException',
    'ThrottlingException',
    'InternalServerError',
    'RequestLimitExceeded',
    'Throttling',
    'ServiceUnavailable',
    'Runtime.ExitError',
    'Runtime.OutOfMemory',
    'Lambda.TooManyRequestsException',
    'Lambda.ServiceException',
    'Sandbox.Timedout',
    'TimeoutError',
    'ServiceFailed',
  ])('goes on after ten times %s', async (name) => {
    let tries = 0;
    const { outcome } = await run((input) => {
      tries += 1;
      if (tries <= 10) throw Object.assign(new Error('not now'), { name });
      return { ...waitUntil(input, 'new', '2026-11-23T08:00:00.000Z'), outcome: 'closed' };
    });
    expect(outcome).toBe('succeeded');
    expect(tries).toBe(11);
  });

  test.each([...brokenRules, 'TypeError', 'Error'])('fails at once on %s', async (name) => {
    let tries = 0;
    const { outcome, visited } = await run(() => {
      tries += 1;
      throw Object.assign(new Error('broken'), { name });
    });
    expect(outcome).toBe('failed');
    expect(tries).toBe(1);
    expect(visited).toEqual(['Plan', 'Failed']);
  });

  test('fails on an answer nobody foresaw', async () => {
    const unknown = 'no-stage' as Stage;
    const { outcome, visited } = await run((input) => waitUntil(input, unknown, '2026-11-23T08:00:00.000Z'));
    expect(outcome).toBe('failed');
    expect(visited).toEqual(['Plan', 'RouteByStage', 'Failed']);
  });
});
