import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { Stage } from '../../../domain/lead/pipeline.ts';
import { timedStages } from '../../../domain/lead/stages.ts';
import { MailRefusedError } from '../../../domain/ports/errors.ts';
import { trackActivity } from '../../../local/clock/activity.ts';
import { localClock } from '../../../local/clock/clock.ts';
import { type Json, localWorkflow } from '../../../local/clock/workflow.ts';
import type { TaskInput, TaskOutput } from '../../../statemachine/contract.ts';
import { leadLifecycle } from '../../../statemachine/lead-lifecycle.ts';
import { until } from '../../support/until.ts';

const startMs = Date.parse('2026-11-23T09:00:00.000Z');
const day = 24 * 3_600_000;
const leadId = '7K2M9QX4TD';

type FollowUp = (input: TaskInput, nowMs: number) => TaskOutput | Promise<TaskOutput>;

const waitUntil = (input: TaskInput, stage: Stage, dueMs: number): TaskOutput => ({
  ...input,
  outcome: 'wait',
  stage,
  dueAt: new Date(dueMs).toISOString(),
});
const closed = (input: TaskInput): TaskOutput => ({ ...waitUntil(input, 'won', startMs), outcome: 'closed' });

const clocks: { stop(): void }[] = [];
afterEach(() => {
  for (const clock of clocks.splice(0)) clock.stop();
});

/** The real definition on a local clock, with a follow-up function that remembers what it was asked and when. */
function aWorkflow(followUp: FollowUp, concurrency = () => 4, ready: Promise<void> = Promise.resolve()) {
  const activity = trackActivity();
  const clock = localClock({ startMs, quiet: activity.quiet, keepOffset: () => {} });
  clocks.push(clock);
  const asked: { input: TaskInput; at: string }[] = [];
  const faults: string[] = [];
  const workflow = localWorkflow({
    definition: leadLifecycle('arn:aws:lambda:local:000000000000:function:follow-up-lead'),
    task: async (input) => {
      // Read once: the clock runs on.
      const nowMs = clock.nowMs();
      asked.push({ input: input as TaskInput, at: new Date(nowMs).toISOString() });
      return (await followUp(input as TaskInput, nowMs)) as Json;
    },
    clock,
    activity,
    concurrency,
    ready,
    onFailure: ({ name, state }, fault) => faults.push(`${name} ${state} ${fault}`),
  });
  return { workflow, clock, activity, asked, faults };
}

test('a lead is followed up for a year, each time at the instant it asked for', async () => {
  let days = 0;
  const { workflow, clock, asked } = aWorkflow((input, nowMs) => {
    const stage = timedStages[days % timedStages.length] ?? 'new';
    days += 1;
    return waitUntil(input, stage, nowMs + day);
  });
  await workflow.begin(leadId, 1);
  await clock.move(() => startMs + day / 2);
  const [first] = asked;
  await clock.move((nowMs) => nowMs + 365 * day);
  expect(asked).toHaveLength(366);
  const begunMs = Date.parse(first?.at ?? '');
  for (const [index, { input, at }] of asked.entries()) {
    expect(input).toEqual({ leadId, generation: 1 });
    expect(Date.parse(at)).toBe(begunMs + index * day);
  }
  expect(workflow.executions()).toEqual([
    expect.objectContaining({ name: `${leadId}-g1`, status: 'RUNNING' }),
  ]);
});

test('a wait is longer than any timer of JavaScript', async () => {
  const { workflow, clock, asked } = aWorkflow((input, nowMs) =>
    nowMs < startMs + day ? waitUntil(input, 'unqualified', startMs + 300 * day) : closed(input),
  );
  await workflow.begin(leadId, 1);
  await clock.move(() => startMs + 299 * day);
  expect(asked).toHaveLength(1);
  await clock.move(() => startMs + 300 * day);
  expect(asked).toHaveLength(2);
  expect(workflow.executions()).toEqual([expect.objectContaining({ status: 'SUCCEEDED', state: 'Closed' })]);
});

test('starting the same generation twice is one start, also after it has ended', async () => {
  const { workflow, activity, asked } = aWorkflow(closed);
  await Promise.all([workflow.begin(leadId, 1), workflow.begin(leadId, 1)]);
  await activity.quiet();
  await workflow.begin(leadId, 1);
  await activity.quiet();
  expect(asked).toHaveLength(1);
});

test('a stopped execution never asks again, whether it waits or works', async () => {
  const { promise: working, resolve: finish } = Promise.withResolvers<void>();
  const { workflow, clock, activity, asked } = aWorkflow(async (input, nowMs) => {
    if (input.generation === 2) await working;
    return waitUntil(input, 'quoted', nowMs + day);
  });
  await workflow.begin(leadId, 1);
  await activity.quiet();
  await workflow.end(leadId, 1);
  await workflow.begin(leadId, 2);
  await until(() => asked.length === 2);
  await workflow.end(leadId, 2);
  finish();
  await clock.move((nowMs) => nowMs + 30 * day);
  expect(asked.map(({ input }) => input.generation)).toEqual([1, 2]);
  expect(workflow.executions().map(({ status }) => status)).toEqual(['ABORTED', 'ABORTED']);
  await workflow.end('0000000000', 1);
});

test('after a restart a lead waits on in its stage and is not asked before its time', async () => {
  const { workflow, clock, asked } = aWorkflow(closed);
  const dueAt = new Date(startMs + 2 * day).toISOString();
  workflow.resume({ id: leadId, generation: 3, stage: 'needs-analysis', dueAt });
  expect(workflow.executions()).toEqual([
    expect.objectContaining({ name: `${leadId}-g3`, status: 'RUNNING', state: 'NeedsAnalysis' }),
  ]);
  await clock.move(() => startMs + day);
  expect(asked).toEqual([]);
  await clock.move(() => startMs + 3 * day);
  expect(asked).toEqual([{ input: { leadId, generation: 3 }, at: dueAt }]);
});

test('a fault that passes is tried again; one that stays fails the execution and says where', async () => {
  let tries = 0;
  const passing = aWorkflow((input) => {
    tries += 1;
    if (tries === 1) throw new MailRefusedError('throttled');
    return closed(input);
  });
  await passing.workflow.begin(leadId, 1);
  await passing.activity.quiet();
  expect(passing.faults).toEqual([]);
  expect(passing.workflow.executions()).toEqual([expect.objectContaining({ status: 'SUCCEEDED' })]);

  const staying = aWorkflow(() => {
    throw new TypeError('Erika Muster is not a function');
  });
  await staying.workflow.begin(leadId, 1);
  await staying.activity.quiet();
  expect(staying.faults).toEqual([`${leadId}-g1 Failed TypeError`]);
  expect(staying.workflow.executions()).toEqual([
    expect.objectContaining({ status: 'FAILED', state: 'Failed' }),
  ]);
});

test('a follow-up that asks to be woken in the past, again and again, does not stop the clock', async () => {
  const { workflow, clock, faults } = aWorkflow((input) => waitUntil(input, 'new', startMs - day));
  await workflow.begin(leadId, 1);
  await clock.move(() => startMs + day);
  expect(faults).toEqual([`${leadId}-g1 New New waits for the past`]);
});

test('no more executions work at once than may', async () => {
  let working = 0;
  let most = 0;
  const full = Promise.withResolvers<void>();
  const { workflow, activity, asked } = aWorkflow(
    async (input) => {
      working += 1;
      most = Math.max(most, working);
      if (working === 3) full.resolve();
      await full.promise;
      // Time for one more to begin, if it may.
      await sleep(2);
      working -= 1;
      return closed(input);
    },
    () => 3,
  );
  for (let lead = 0; lead < 20; lead++) await workflow.begin(`LEAD0000${String(lead).padStart(2, '0')}`, 1);
  await activity.quiet();
  expect(asked).toHaveLength(20);
  expect(most).toBe(3);
});

test('nothing is asked before what a killed process left behind is settled', async () => {
  const { promise: settled, resolve } = Promise.withResolvers<void>();
  const { workflow, activity, asked } = aWorkflow(closed, () => 4, settled);
  await workflow.begin(leadId, 1);
  // Another one gets as far as this meanwhile.
  const other = aWorkflow(closed);
  await other.workflow.begin(leadId, 1);
  await other.activity.quiet();
  expect(asked).toEqual([]);
  resolve();
  await activity.quiet();
  expect(asked).toHaveLength(1);
});

test('stopping waits for who is at work and begins nothing more', async () => {
  const { promise: working, resolve: finish } = Promise.withResolvers<void>();
  const { workflow, asked } = aWorkflow(
    async (input) => {
      await working;
      return closed(input);
    },
    () => 1,
  );
  await workflow.begin(leadId, 1);
  await workflow.begin('0000000000', 1);
  await until(() => asked.length > 0);
  let stopped = false;
  const stopping = workflow.stop().then(() => {
    stopped = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).toBe(false);
  finish();
  await stopping;
  expect(asked).toHaveLength(1);
});

test.each([
  'ProvisionedThroughputExceededException',
  'ServiceFailed',
  'Sandbox.Timedout',
  'Runtime.ExitError',
])('an outage of two hours (%s) is waited out by the clock, and fails no execution', async (name) => {
  const over = startMs + 2 * 3_600_000;
  const { workflow, clock, activity, faults } = aWorkflow((input, nowMs) => {
    if (nowMs < over) throw Object.assign(new Error('not now'), { name });
    return closed(input);
  });
  await workflow.begin(leadId, 1);
  await activity.quiet();
  expect(workflow.executions()).toEqual([expect.objectContaining({ status: 'RUNNING', state: 'Plan' })]);
  await clock.move(() => over + 3_600_000);
  expect(faults).toEqual([]);
  expect(workflow.executions()).toEqual([expect.objectContaining({ status: 'SUCCEEDED' })]);
});

test('a fault that never passes fails its execution in the end, by its name', async () => {
  const { workflow, clock, faults } = aWorkflow(() => {
    throw new MailRefusedError('throttled');
  });
  await workflow.begin(leadId, 1);
  await clock.move(() => startMs + day);
  expect(faults).toEqual([`${leadId}-g1 Failed MailRefused`]);
});
