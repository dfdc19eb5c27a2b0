/**
 * Step Functions on one machine: the real definition, run by an interpreter, waiting on the local clock.
 *
 * An execution is run in segments: from a task to the next wait state, where the interpreter's run ends and only the
 * name, the wait and its instant are kept. When the instant comes, the next segment begins at the state after the wait.
 * So ten thousand waiting leads are ten thousand small records, and no wait is too long for a timer of JavaScript.
 */
import type { StateMachine, StateMachineDefinition } from 'aws-local-stepfunctions';
import { stateName } from '../../domain/lead/stages.ts';
import type { LeadSummary } from '../../domain/lead/summary.ts';
import type { Workflow } from '../../domain/ports/workflow.ts';
import type { TaskInput } from '../../statemachine/contract.ts';
import type { LeadLifecycle, State } from '../../statemachine/lead-lifecycle.ts';
import type { Activity } from './activity.ts';
import type { LocalClock } from './clock.ts';

export type Json = Parameters<StateMachine['run']>[0];

interface ExecutionSummary {
  readonly name: string;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  /** Where it is, or where it ended. */
  readonly state: string;
  readonly startedAt: string;
}

export interface LocalWorkflow extends Workflow {
  /** Gives an open lead its execution back: it waits in its stage, as it did before the restart. */
  resume(lead: Pick<LeadSummary, 'id' | 'generation' | 'stage' | 'dueAt'>): void;
  /** Begins nothing more and waits for what is running. What did not come to its turn is resumed after the restart. */
  stop(): Promise<void>;
  /** The running ones, oldest first, then the last thousand that ended. */
  executions(): ExecutionSummary[];
}

interface Surroundings {
  readonly definition: LeadLifecycle;
  /** The function all tasks call. */
  readonly task: (input: Json) => Promise<Json>;
  readonly clock: LocalClock;
  readonly activity: Activity;
  /** How many segments may run at once, asked before each; 0: not now. */
  readonly concurrency: () => number;
  /** Nothing runs before: e.g. what a killed process left behind is settled first. */
  readonly ready: Promise<unknown>;
  /** Told of each execution that failed, with what its last state reported. */
  readonly onFailure: (execution: ExecutionSummary, fault: string) => void;
}

interface Execution {
  readonly name: string;
  readonly input: TaskInput;
  readonly startedAt: string;
  status: ExecutionSummary['status'];
  state: string;
  /** Ends what it is doing now: a wait or a segment. */
  interrupt?: (() => void) | undefined;
  /** When it woke last, and how often at this very instant. */
  wokenMs: number;
  wokenTimes: number;
  /** How often the task that it is in was tried in vain. */
  rounds: number;
}

const endedKept = 1000;

/** More wake-ups than this at one instant, and the definition waits for a past that never ends. */
const maxWakesAtOnce = 20;

/**
 * Faults that pass are tried again after a tenth of a second of real time: what a task mostly waits for here (another writer)
 * does not pass by moving the clock. What is not over after some tries goes on by the local clock, in the longest steps that the
 * definition allows and as often as it says.
 */
const retryMs = 100;
const triesAtOnce = 5;

/** How long to wait before asking again whether a segment may run. */
const askAgainMs = 10;

export function localWorkflow(surroundings: Surroundings): LocalWorkflow {
  const { definition, clock, activity, concurrency, onFailure } = surroundings;
  const running = new Map<string, Execution>();
  const ended = new Map<string, Execution>();
  /** New executions come before those that woke up: a customer waits for the acknowledgement. */
  const starts: (() => Promise<void>)[] = [];
  const wakes: (() => Promise<void>)[] = [];
  let segmentsRunning = 0;
  let ready = false;
  let onIdle: (() => void) | undefined;
  surroundings.ready.then(() => {
    ready = onIdle === undefined;
    runNext();
  });

  const runSegment = segmentRunner(definition, (input) => activity.track(surroundings.task(input)));

  let asksAgain = false;
  const askAgainLater = () => {
    if (asksAgain) return;
    asksAgain = true;
    setTimeout(() => {
      asksAgain = false;
      runNext();
    }, askAgainMs);
  };

  const runNext = () => {
    while (ready && starts.length + wakes.length > 0) {
      const free = concurrency() - segmentsRunning;
      if (free <= 0) {
        // Nobody is at work who would call again.
        if (segmentsRunning === 0) askAgainLater();
        return;
      }
      const segment = starts.shift() ?? wakes.shift();
      if (!segment) return;
      segmentsRunning += 1;
      segment().finally(() => {
        segmentsRunning -= 1;
        if (segmentsRunning === 0) onIdle?.();
        // A turn for whoever else waits: a request must not wait for a whole queue of segments.
        setImmediate(runNext);
      });
    }
  };

  const enqueue = (queue: (() => Promise<void>)[], segment: () => Promise<void>) => {
    activity.track(
      new Promise<void>((resolve) => {
        queue.push(() => segment().finally(resolve));
      }),
    );
    runNext();
  };

  const end = (execution: Execution, status: ExecutionSummary['status']) => {
    execution.status = status;
    execution.interrupt = undefined;
    running.delete(execution.name);
    ended.set(execution.name, execution);
    const oldest = ended.size > endedKept ? ended.keys().next().value : undefined;
    if (oldest !== undefined) ended.delete(oldest);
  };

  const fail = (execution: Execution, fault: string) => {
    end(execution, 'FAILED');
    onFailure(summarise(execution), fault);
  };

  const waitIn = (execution: Execution, state: string, data: Json) => {
    execution.state = state;
    const wait = definition.States[state];
    if (wait?.Type !== 'Wait') return fail(execution, `${state} is not a wait`);
    const dueMs = Date.parse(String((data as Record<string, Json>)[wait.TimestampPath.slice('$.'.length)]));
    if (Number.isNaN(dueMs)) return fail(execution, `${state} does not know until when`);
    execution.interrupt = clock.at(dueMs, () => {
      execution.interrupt = undefined;
      const nowMs = clock.nowMs();
      execution.wokenTimes = execution.wokenMs === nowMs ? execution.wokenTimes + 1 : 1;
      execution.wokenMs = nowMs;
      if (execution.wokenTimes > maxWakesAtOnce) return fail(execution, `${state} waits for the past`);
      enqueue(wakes, () => runFrom(execution, wait.Next, data));
    });
  };

  /** A fault that the task retries is waited out, as long as there are tries left. */
  const failOrGoOn = (execution: Execution, startAt: string, data: Json, fault: string) => {
    const task = definition.States[startAt];
    const retriers = task?.Type === 'Task' ? task.Retry : [];
    const retrier = retriers.find(({ ErrorEquals }) => ErrorEquals.includes(fault));
    execution.rounds += 1;
    if (!retrier || execution.rounds > retrier.MaxAttempts) return fail(execution, fault);
    execution.state = startAt;
    execution.interrupt = clock.at(clock.nowMs() + retrier.MaxDelaySeconds * 1000, () => {
      execution.interrupt = undefined;
      enqueue(wakes, () => runFrom(execution, startAt, data));
    });
  };

  const runFrom = async (execution: Execution, startAt: string, data: Json): Promise<void> => {
    if (execution.status !== 'RUNNING') return;
    execution.state = startAt;
    const segment = await runSegment(startAt, data, (abort) => {
      execution.interrupt = abort;
    });
    if (execution.status !== 'RUNNING') return;
    execution.interrupt = undefined;
    execution.state = segment.state;
    if ('fault' in segment) return failOrGoOn(execution, startAt, data, segment.fault);
    execution.rounds = 0;
    if (definition.States[segment.state]?.Type !== 'Wait') return end(execution, 'SUCCEEDED');
    waitIn(execution, segment.state, segment.output);
  };

  const create = (leadId: string, generation: number): Execution | undefined => {
    const name = `${leadId}-g${generation}`;
    if (running.has(name) || ended.has(name)) return undefined;
    const execution: Execution = {
      name,
      input: { leadId, generation },
      startedAt: clock.now(),
      status: 'RUNNING',
      state: definition.StartAt,
      wokenMs: 0,
      wokenTimes: 0,
      rounds: 0,
    };
    running.set(name, execution);
    return execution;
  };

  return {
    async begin(leadId, generation) {
      const execution = create(leadId, generation);
      if (execution) enqueue(starts, () => runFrom(execution, definition.StartAt, execution.input));
    },
    async end(leadId, generation) {
      const execution = running.get(`${leadId}-g${generation}`);
      if (!execution) return;
      execution.interrupt?.();
      end(execution, 'ABORTED');
    },
    resume({ id, generation, stage, dueAt }) {
      const execution = create(id, generation);
      if (!execution) return;
      const data = { ...execution.input, outcome: 'wait', stage, dueAt };
      waitIn(execution, stateName(stage), data);
    },
    stop() {
      ready = false;
      return new Promise((resolve) => {
        onIdle = resolve;
        if (segmentsRunning === 0) resolve();
      });
    },
    executions: () => [...running.values(), ...ended.values()].map(summarise),
  };
}

const summarise = ({ name, status, state, startedAt }: Execution): ExecutionSummary => ({
  name,
  status,
  state,
  startedAt,
});

/** Where a segment ended: in a wait or an end state with its output, or with a fault. */
type Segment =
  | { readonly state: string; readonly output: Json }
  | { readonly state: string; readonly fault: string };

type RunSegment = (startAt: string, data: Json, onStart: (abort: () => void) => void) => Promise<Segment>;

/** Runs the definition from any state up to the next wait. */
function segmentRunner(definition: LeadLifecycle, task: Surroundings['task']): RunSegment {
  const tasks = Object.keys(definition.States).filter((name) => definition.States[name]?.Type === 'Task');
  const overrides = {
    taskResourceLocalHandlers: Object.fromEntries(tasks.map((name) => [name, task])),
    retryIntervalOverrides: Object.fromEntries(tasks.map((name) => [name, retryMs])),
  };
  const machines = new Map<string, Promise<StateMachine>>();

  const machineFrom = (startAt: string): Promise<StateMachine> => {
    const known = machines.get(startAt);
    if (known) return known;
    // Loaded with the first segment, not at the start: the interpreter brings half of AWS's SDK along.
    const machine = import('aws-local-stepfunctions').then(
      ({ StateMachine }) =>
        new StateMachine(endingAtWaits({ ...definition, StartAt: startAt }), {
          validationOptions: { noValidate: true },
        }),
    );
    machines.set(startAt, machine);
    return machine;
  };

  return async (startAt, data, onStart) => {
    const machine = await machineFrom(startAt);
    const run = machine.run(data, { overrides, noThrowOnAbort: true });
    onStart(run.abort);
    const unforeseen = 'an answer nobody foresaw';
    let state = startAt;
    let fault = unforeseen;
    const output = await run.result.catch(() => undefined);
    for await (const event of run.eventLogs) {
      if (event.type === 'StateEntered') state = event.state.name;
      if (event.type === 'StateEntered' && event.state.type !== 'Fail') fault = unforeseen;
      // The name alone: messages may quote what a person typed.
      if (event.type === 'StateFailed' && event.state.type !== 'Fail') fault = event.Error;
    }
    return output === undefined ? { state, fault } : { state, output };
  };
}

/**
 * The same definition, but a run is over when it comes to a wait: the rest of the way is another run. A task is tried a few times
 * only: more of them come by the clock.
 */
function endingAtWaits(definition: LeadLifecycle): StateMachineDefinition {
  const states = Object.entries(definition.States).map(([name, state]) => [
    name,
    state.Type === 'Wait' ? { Type: 'Pass', End: true } : withFewTries(state),
  ]);
  return { ...definition, States: Object.fromEntries(states) };
}

function withFewTries(state: State): State {
  if (state.Type !== 'Task') return state;
  const Retry = state.Retry.map((retrier) => ({ ...retrier, MaxAttempts: triesAtOnce - 1 }));
  return { ...state, Retry };
}
