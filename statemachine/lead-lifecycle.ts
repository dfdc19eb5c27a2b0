/**
 * `LeadLifecycle`: the state machine that waits, wakes, asks, and waits again, in Amazon States Language (JSONPath).
 *
 * It is built from the pipeline, so an open stage cannot be forgotten. It decides when and how often somebody looks at
 * a lead; what happens then is decided by the domain, inside the one task function.
 */

import type { Stage } from '../domain/lead/pipeline.ts';
import { stateName, timedStages } from '../domain/lead/stages.ts';
import { passingErrors } from '../domain/ports/errors.ts';
import type { TaskOutput } from './contract.ts';

interface Retrier {
  ErrorEquals: string[];
  IntervalSeconds: number;
  MaxAttempts: number;
  BackoffRate: number;
  MaxDelaySeconds: number;
  JitterStrategy: 'FULL' | 'NONE';
}

export interface TaskState {
  Type: 'Task';
  Comment: string;
  Resource: string;
  Parameters: Record<string, string>;
  TimeoutSeconds: number;
  Retry: Retrier[];
  Catch: { ErrorEquals: string[]; Next: string }[];
  Next: string;
}

interface WaitState {
  Type: 'Wait';
  Comment: string;
  TimestampPath: string;
  Next: string;
}

interface StringEquals {
  Variable: '$.outcome' | '$.stage';
  StringEquals: string;
}

interface ChoiceState {
  Type: 'Choice';
  Choices: ((StringEquals | { And: StringEquals[] }) & { Next: string })[];
  Default: string;
}

interface SucceedState {
  Type: 'Succeed';
  Comment: string;
}

interface FailState {
  Type: 'Fail';
  Error: string;
  Cause: string;
}

export type State = TaskState | WaitState | ChoiceState | SucceedState | FailState;

export interface LeadLifecycle {
  Comment: string;
  StartAt: string;
  States: Record<string, State>;
}

/**
 * Lambda's own limit for the function must stay below this: a function that still runs is not asked a second time.
 */
const taskTimeoutSeconds = 60;

/**
 * A task may be asked again at any time: it looks at the stored lead first, and every mail has a key that is sent once.
 */
const retry: Retrier[] = [
  {
    /**
     * Ours. 5, 10, ... 160 seconds, then nine times 300: 50 minutes at most and about 25 with the jitter. By then the
     * reconciler has renewed the timer (due for 10 minutes, looked for each 15) and the next generation carries on.
     */
    ErrorEquals: [...passingErrors],
    IntervalSeconds: 5,
    MaxAttempts: 15,
    BackoffRate: 2,
    MaxDelaySeconds: 300,
    JitterStrategy: 'FULL',
  },
  {
    /** https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-lambda-serviceexception */
    ErrorEquals: [
      'Lambda.ClientExecutionTimeoutException',
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.TooManyRequestsException',
    ],
    IntervalSeconds: 2,
    MaxAttempts: 8,
    BackoffRate: 2,
    MaxDelaySeconds: 120,
    JitterStrategy: 'FULL',
  },
  {
    /**
     * Out of time, as seen by middy (before Lambda's limit), by Lambda (a blocked event loop) and by Step Functions (no
     * answer at all). Few tries: each can cost a minute.
     */
    ErrorEquals: ['TimeoutError', 'Sandbox.Timedout', 'States.Timeout'],
    IntervalSeconds: 10,
    MaxAttempts: 4,
    BackoffRate: 2,
    MaxDelaySeconds: 120,
    JitterStrategy: 'FULL',
  },
];

type Outcome = TaskOutput['outcome'];

const outcomeIs = (outcome: Outcome): StringEquals => ({ Variable: '$.outcome', StringEquals: outcome });
const stageIs = (stage: Stage): StringEquals => ({ Variable: '$.stage', StringEquals: stage });

function followUpTask(followUpLeadArn: string, comment: string): TaskState {
  return {
    Type: 'Task',
    Comment: comment,
    Resource: followUpLeadArn,
    /** The lead is loaded anew each time; what an earlier task answered is only for the route. */
    Parameters: { 'leadId.$': '$.leadId', 'generation.$': '$.generation' },
    TimeoutSeconds: taskTimeoutSeconds,
    Retry: retry,
    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
    Next: 'RouteByStage',
  };
}

/**
 * The definition of the state machine.
 * @param followUpLeadArn the function `follow-up-lead`, which every task asks: what is due now, and when next?
 */
export function leadLifecycle(followUpLeadArn: string): LeadLifecycle {
  const stageStates = timedStages.flatMap((stage): [string, State][] => [
    [
      stateName(stage),
      {
        Type: 'Wait',
        Comment: `Until something is due for a lead in stage ${stage}.`,
        TimestampPath: '$.dueAt',
        Next: `FollowUp${stateName(stage)}`,
      },
    ],
    [
      `FollowUp${stateName(stage)}`,
      followUpTask(followUpLeadArn, `Does what is due for a lead in stage ${stage}.`),
    ],
  ]);

  return {
    Comment: 'Follows up one lead, for one generation of its timer.',
    StartAt: 'Plan',
    States: {
      Plan: followUpTask(followUpLeadArn, 'Does what is due at once and tells when to look again.'),
      RouteByStage: {
        Type: 'Choice',
        Choices: [
          ...timedStages.map((stage) => ({
            And: [outcomeIs('wait'), stageIs(stage)],
            Next: stateName(stage),
          })),
          { ...outcomeIs('superseded'), Next: 'Superseded' },
          { ...outcomeIs('closed'), Next: 'Closed' },
        ],
        Default: 'Failed',
      },
      ...Object.fromEntries(stageStates),
      Superseded: { Type: 'Succeed', Comment: 'A newer generation follows this lead up.' },
      Closed: { Type: 'Succeed', Comment: 'Nothing to wait for.' },
      Failed: {
        Type: 'Fail',
        Error: 'LeadLifecycleFailed',
        Cause:
          'A follow-up failed for good or gave an answer nobody foresaw; the events before this one say which.',
      },
    },
  };
}
