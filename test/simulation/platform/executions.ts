/** Step Functions: runs the definition of the state machine as it stands in `statemachine/`, in the time of the world. */
import type { Workflow } from '../../../domain/ports/workflow.ts';
import type { LeadLifecycle, State } from '../../../statemachine/lead-lifecycle.ts';
import type { Chronicle } from '../engine/chronicle.ts';
import type { Entropy } from '../engine/entropy.ts';
import type { Weather } from '../engine/faults.ts';
import type { Ended, Scheduler, Timer } from '../engine/scheduler.ts';
import type { Call } from './calls.ts';
import { nameOf } from './functions.ts';

export interface Execution {
  readonly name: string;
  readonly leadId: string;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  state: string;
  /** Tasks it has begun; one that is tried again is one. */
  tasks: number;
  readonly startedMs: number;
  /** Since when it waits, the last time. */
  waitsSinceMs?: number;
  endedMs?: number;
  /** Of a failed one: what its last task threw. */
  fault?: string;
}

type Data = Readonly<Record<string, unknown>>;

interface ExecutionsDeps {
  readonly scheduler: Scheduler;
  readonly weather: Weather;
  readonly chronicle: Chronicle;
  readonly entropy: Entropy;
  readonly definition: LeadLifecycle;
  /** Calls the function of a task. */
  readonly task: (input: Data, onEnd: (ended: Ended<Data>) => void) => void;
  readonly onFailed: (execution: Execution) => void;
}

export interface Executions {
  /** As functions reach it. */
  port(call: Call): Workflow;
  /** Continues one that an earlier release began: it waits in a state of the definition that it began in. */
  inherit(definition: LeadLifecycle, leadId: string, generation: number, state: string, data: Data): void;
  all(): readonly Execution[];
}

type TaskState = Extract<State, { Type: 'Task' }>;
type Enter = (execution: Execution, definition: LeadLifecycle, name: string, data: Data) => void;
/** @param tries how often each of its rules for errors has tried again. */
type RunTask = (
  execution: Execution,
  definition: LeadLifecycle,
  state: TaskState,
  data: Data,
  tries: Map<object, number>,
) => void;

const ended = (execution: Execution) => execution.status !== 'RUNNING';

export function executions(world: ExecutionsDeps): Executions {
  const { scheduler, weather, chronicle, entropy } = world;
  const known = new Map<string, Execution>();
  const waits = new Map<Execution, Timer>();

  const note = (execution: Execution, what: string) => chronicle.note(`execution ${execution.name}`, what);

  const end = (execution: Execution, status: Execution['status'], fault?: string) => {
    if (ended(execution)) return;
    execution.status = status;
    execution.endedMs = scheduler.nowMs();
    if (fault !== undefined) execution.fault = fault;
    waits.get(execution)?.cancel();
    waits.delete(execution);
    note(execution, fault === undefined ? status : `${status}: ${fault}`);
    if (status === 'FAILED') world.onFailed(execution);
  };

  const later = (execution: Execution, dueMs: number, act: () => void) => {
    const timer = scheduler.at(dueMs, () => {
      waits.delete(execution);
      if (ended(execution)) return;
      if (weather.strikes('execution-lost')) return end(execution, 'ABORTED', 'lost');
      act();
    });
    waits.set(execution, timer);
  };

  const enter: Enter = (execution, definition, name, data) => {
    if (ended(execution)) return;
    execution.state = name;
    const state: State | undefined = definition.States[name];
    switch (state?.Type) {
      case 'Task':
        return runTask(execution, definition, state, data, new Map());
      case 'Wait': {
        const dueMs = Date.parse(String(read(data, state.TimestampPath)));
        if (Number.isNaN(dueMs)) return end(execution, 'FAILED', 'States.Runtime');
        execution.waitsSinceMs = scheduler.nowMs();
        note(execution, `waits in ${name} until ${new Date(dueMs).toISOString()}`);
        // A wait ends within seconds of its moment, never before it.
        const dueAt = Math.max(dueMs, scheduler.nowMs()) + entropy.between(0, 900);
        return later(execution, dueAt, () => enter(execution, definition, state.Next, data));
      }
      case 'Choice': {
        const chosen = state.Choices.find((choice) => holdsFor(choice, data));
        return enter(execution, definition, chosen?.Next ?? state.Default, data);
      }
      case 'Succeed':
        return end(execution, 'SUCCEEDED');
      case 'Fail':
        return end(execution, 'FAILED', execution.fault ?? state.Error);
      default:
        return end(execution, 'FAILED', `no state ${name}`);
    }
  };

  const runTask: RunTask = (execution, definition, state, data, tries) => {
    if (tries.size === 0) execution.tasks += 1;
    const input = Object.fromEntries(
      Object.entries(state.Parameters).map(([name, path]) => [name.replace(/\.\$$/, ''), read(data, path)]),
    );
    world.task(input, (result) => {
      if (ended(execution)) return;
      if ('value' in result) return enter(execution, definition, state.Next, result.value);
      const error = nameOf(result.error);
      const isMeant = ({ ErrorEquals }: { readonly ErrorEquals: readonly string[] }) =>
        ErrorEquals.some((one) => one === error || one === 'States.ALL' || one === 'States.TaskFailed');
      const retrier = state.Retry.find(isMeant);
      const tried = retrier ? (tries.get(retrier) ?? 0) : 0;
      if (retrier && tried < retrier.MaxAttempts) {
        tries.set(retrier, tried + 1);
        const most = Math.min(
          retrier.IntervalSeconds * retrier.BackoffRate ** tried,
          retrier.MaxDelaySeconds,
        );
        const seconds = retrier.JitterStrategy === 'FULL' ? most * entropy.next() : most;
        return later(execution, scheduler.nowMs() + seconds * 1000, () =>
          runTask(execution, definition, state, data, tries),
        );
      }
      execution.fault = error;
      const caught = state.Catch.find(isMeant);
      if (caught) return enter(execution, definition, caught.Next, data);
      end(execution, 'FAILED', error);
    });
  };

  const create = (leadId: string, generation: number): Execution | undefined => {
    const name = `${leadId}-g${generation}`;
    if (known.has(name)) return undefined;
    const startedMs = scheduler.nowMs();
    const execution: Execution = { name, leadId, status: 'RUNNING', state: '', tasks: 0, startedMs };
    known.set(name, execution);
    return execution;
  };

  return {
    port: (call) => ({
      begin: (leadId, generation) =>
        call(`start ${leadId}-g${generation}`, async () => {
          const execution = create(leadId, generation);
          if (!execution) return;
          scheduler.at(scheduler.nowMs() + entropy.between(5, 400), () =>
            enter(execution, world.definition, world.definition.StartAt, { leadId, generation }),
          );
        }),
      end: (leadId, generation) =>
        call(`stop ${leadId}-g${generation}`, async () => {
          const execution = known.get(`${leadId}-g${generation}`);
          if (execution) end(execution, 'ABORTED');
        }),
    }),
    inherit(definition, leadId, generation, state, data) {
      const execution = create(leadId, generation);
      if (execution) enter(execution, definition, state, data);
    },
    all: () => [...known.values()],
  };
}

const read = (data: Data, path: string): unknown => data[path.replace(/^\$\./, '')];

type Rule = Extract<State, { Type: 'Choice' }>['Choices'][number];
type Condition = Omit<Rule, 'Next'>;

function holdsFor(rule: Condition, data: Data): boolean {
  if ('And' in rule) return (rule.And as readonly Condition[]).every((one) => holdsFor(one, data));
  if ('StringEquals' in rule && 'Variable' in rule) {
    return read(data, String(rule.Variable)) === rule.StringEquals;
  }
  throw new Error(`A choice that nobody can make here: ${JSON.stringify(rule)}`);
}
