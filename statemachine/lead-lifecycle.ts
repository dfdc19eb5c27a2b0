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
import { passingFaultsOfLambda, passingFaultsOfServices, timeOuts } from './passing-faults.ts';

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
 * How a fault that passes is repeated: 5, 10, ... 320 seconds, then each 10 minutes. With the jitter, which spreads the many
 * leads that one outage stops, a try comes after half of that on average: 40 of them last three hours, and an hour even if
 * every third of the waits comes out at next to nothing. Nobody is hurt by more, for what lasts is another's to end: mails that
 * are refused wait by themselves after five minutes, and a lead whose timer is lost gets a new one from the reconciler.
 */
const backOff = {
  IntervalSeconds: 5,
  MaxAttempts: 40,
  BackoffRate: 2,
  MaxDelaySeconds: 600,
  JitterStrategy: 'FULL',
} as const;

/**
 * A task may be asked again at any time: it looks at the stored lead first, and every mail has a key that is sent once. Each
 * group has tries of its own, so one kind of fault does not use up those of another.
 */
const retry: Retrier[] = [passingErrors, passingFaultsOfServices, passingFaultsOfLambda, timeOuts].map(
  (names) => ({ ErrorEquals: [...names], ...backOff }),
);

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
