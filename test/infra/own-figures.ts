/** Figures of our own: what the functions print when things go well, and when they do not. */
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { addDuration, addMinutes, millisecondsBetween, momentOf } from '../../domain/time/local-time.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { captureLead } from '../../functions/capture-lead/capture-lead.ts';
import { followUpLead } from '../../functions/follow-up-lead/follow-up-lead.ts';
import { reconcileLeads } from '../../functions/reconcile-leads/reconcile-leads.ts';
import { sendDigest } from '../../functions/send-digest/send-digest.ts';
import { captureCallLink } from '../../functions/shared/action-links.ts';
import { embeddedMetrics } from '../../functions/shared/metrics.ts';
import { taskHandler } from '../../functions/shared/task-handler.ts';
import { tap } from '../functions/act-on-lead/a-phone.ts';
import { aLead } from '../support/a-lead.ts';
import { aJsonPost } from '../support/a-request.ts';
import { monday10 } from '../support/a-walk.ts';
import { aWorld, type World } from '../support/a-world.ts';
import type { DataPoint } from '../support/cloudwatch.ts';
import { dataPointsIn, isEmbedded } from '../support/embedded-metrics.ts';
import { printedBy } from '../support/printed.ts';
import { functionOf, sentTo } from './aws-figures.ts';

/** A call as Lambda makes it. */
const call = { getRemainingTimeInMillis: () => 20_000 } as Context;

/** Something that a function did, and the figures it printed. */
export interface Run {
  readonly at: Moment;
  readonly lines: readonly string[];
}

/** Figures of our own at a moment, as far as they were printed before it. */
export function figures(runs: readonly Run[], now: Moment): readonly DataPoint[] {
  return runs.flatMap(({ at, lines }) => {
    const minutesAgo = millisecondsBetween(at, now) / 60_000;
    if (minutesAgo < 0) return [];
    return lines.filter(isEmbedded).flatMap((line) => dataPointsIn(line, minutesAgo));
  });
}

/** Runs the digest as the schedule does, with the figures it would print once deployed. */
export async function digestAt(at: Moment, world: World): Promise<Run> {
  world.clock.set(at);
  const metrics = embeddedMetrics(functionOf('send-digest').properties.Environment.Variables.DEPLOYMENT);
  const handler = taskHandler({
    name: 'send-digest',
    input: z.object({}),
    wire: () => ({ ...world, metrics }),
    handle: sendDigest,
  });
  return { at, lines: await printedBy(() => handler({}, call).catch(() => undefined)) };
}

async function reconcileAt(at: Moment, world: World): Promise<Run> {
  world.clock.set(at);
  const metrics = embeddedMetrics(functionOf('reconcile-leads').properties.Environment.Variables.DEPLOYMENT);
  const handler = taskHandler({
    name: 'reconcile-leads',
    input: z.unknown(),
    wire: () => ({ ...world, metrics }),
    handle: (_, deps) => reconcileLeads(deps),
  });
  return { at, lines: await printedBy(() => handler({}, call)) };
}

/** 06:30 in Munich. */
export const digestTime = (date: string): Moment => momentOf(date, '06:30', 'Europe/Berlin');

/** A form that brought a request each second day, the last one so many days before the digest of that date. */
export async function withForm(date: string, silentDays: number): Promise<World> {
  const world = await aWorld();
  for (let index = 0; index < 8; index++) {
    const at = addDuration(digestTime(date), `-P${silentDays + 2 * index}D`);
    await world.sources.note('website:www.muster.example', `LEAD${index}`, at);
  }
  return world;
}

/** So many requests come in while Step Functions starts nothing; the reconciler comes by 15 minutes after. */
export async function lostTimers(requests: number): Promise<readonly DataPoint[]> {
  const world = await aWorld();
  const begin = async () => {
    throw new Error('Step Functions is down');
  };
  for (let index = 0; index < requests; index++) {
    const request = aJsonPost({ email: `customer-${index}@example.org`, message: 'Ein neues Bad' });
    await captureLead(request, { ...world, workflow: { ...world.workflow, begin } });
  }
  const at = addMinutes(monday10, 15);
  return figures([await reconcileAt(at, world)], addMinutes(at, 1));
}

/** So many people are written for within a minute from one network, with what capture-lead prints of it. */
export async function fromOneNetwork(people: number): Promise<readonly DataPoint[]> {
  const world = await aWorld();
  const metrics = embeddedMetrics(functionOf('capture-lead').properties.Environment.Variables.DEPLOYMENT);
  const lines = await printedBy(async () => {
    for (let index = 0; index < people; index++) {
      const request = aJsonPost({ email: `person-${index}@example.org`, message: `Bad Nummer ${index}` });
      await captureLead(request, { ...world, metrics });
    }
  });
  return figures([{ at: monday10, lines }], addMinutes(monday10, 1));
}

/** What a day of requests puts into the queue of submissions: each door, and each kind of form, within five minutes. */
export async function dayOfRequests(
  overrides: (world: World) => object = () => ({}),
): Promise<readonly DataPoint[]> {
  const remembering = await aWorld();
  const world = { ...remembering, ...overrides(remembering) };
  const form = { email: 'erika@example.org', message: 'Ein neues Bad', submissionId: 'form-1' };
  await captureLead(aJsonPost(form), world);
  // Twice, corrected, by a robot, and incomplete.
  await captureLead(aJsonPost(form), world);
  await captureLead(aJsonPost({ ...form, message: 'Zwei neue Bäder' }), world);
  await captureLead(aJsonPost({ ...form, website: 'https://spam.example' }), world);
  await captureLead(aJsonPost({ ...form, email: '' }), world);
  await tap(world, captureCallLink(world.links, monday10), { phone: '089 7654321', message: 'Tropft' });
  return [sentTo('SubmissionsQueue', world.submissions.all().length)];
}

/** A table that answers nobody. */
export const down = (world: World): World => ({
  ...world,
  leads: {
    ...world.leads,
    eachOpen: () => {
      throw new Error('The table is down');
    },
  },
});

export const storingNothing = (world: World): Pick<World, 'leads'> => ({
  leads: {
    ...world.leads,
    add: async () => {
      throw new Error('The table is down');
    },
  },
});
export const startingNothing = (world: World): Pick<World, 'workflow'> => ({
  workflow: {
    ...world.workflow,
    begin: async () => {
      throw new Error('Step Functions is down');
    },
  },
});

/**
 * So many new requests are followed up while SES answers like this, each as often as it would be within the hours.
 * @returns the figures as they stand some hours after the last refusal.
 */
export async function refusedBySes(
  error: Error,
  { leads, hours, quietHours }: { leads: number; hours: number; quietHours: number },
): Promise<readonly DataPoint[]> {
  const requests = Array.from({ length: leads }, (_, index) =>
    aLead({ id: `TESTREQ${String(index).padStart(3, '0')}` }),
  );
  const world = await aWorld({ leads: requests });
  const end = addDuration(monday10, `PT${hours}H`);
  const mailer = { send: () => Promise.reject(error) };
  const metrics = embeddedMetrics(functionOf('follow-up-lead').properties.Environment.Variables.DEPLOYMENT);
  const runs: Run[] = [];
  for (const { id } of requests) {
    for (let now = monday10; now < end; ) {
      world.clock.set(now);
      let next = addMinutes(now, 1);
      const lines = await printedBy(async () => {
        const output = await followUpLead({ leadId: id, generation: 1 }, { ...world, mailer, metrics }).catch(
          () => undefined,
        );
        if (output) next = output.dueAt;
      });
      runs.push({ at: now, lines });
      now = next;
    }
  }
  return figures(runs, addDuration(end, `PT${quietHours}H`));
}
