/** Calls of the functions that the state machine and the schedules start, well and in every way they can fail. */
import * as z from 'zod';
import { followUpLead } from '../../functions/follow-up-lead/follow-up-lead.ts';
import { reconcileLeads } from '../../functions/reconcile-leads/reconcile-leads.ts';
import { sendDigest } from '../../functions/send-digest/send-digest.ts';
import type { Log } from '../../functions/shared/logger.ts';
import { taskHandler } from '../../functions/shared/task-handler.ts';
import { taskInput } from '../../statemachine/contract.ts';
import { monday10 } from '../support/a-walk.ts';
import type { World } from '../support/a-world.ts';
import { person, quotingSes, seededLead, silentSes, throws } from '../support/seeds.ts';
import {
  asLambda,
  type Cases,
  call,
  corrupt,
  corruptSummary,
  lastMoment,
  leadsThat,
  listThat,
  metrics,
  seededWorld,
} from './a-logged-call.ts';

function task<I extends z.ZodType>(
  name: string,
  input: I,
  handle: (input: z.output<I>, deps: never) => Promise<unknown>,
  given: unknown,
) {
  return (
    overrides: (world: World) => object = () => ({}),
    { lead = seededLead(), at = monday10, context = call } = {},
  ) =>
    async () => {
      const world = await seededWorld([lead]);
      world.clock.set(at);
      const wire = (log: Log) => ({ ...world, metrics, log, ...overrides(world) });
      const handler = taskHandler({ name, input, wire, handle: handle as never });
      await asLambda(handler(given, context));
    };
}
const follow = task('follow-up-lead', taskInput, followUpLead, { leadId: seededLead().id, generation: 1 });
const digest = task('send-digest', z.object({}), sendDigest, {});
const reconcile = task('reconcile-leads', z.unknown(), (_input, deps) => reconcileLeads(deps), {});

const overdue = seededLead({ dueAt: '2026-11-23T08:00:00.000Z' });

export const tasks: Cases = {
  'follow-up-lead': {
    'a fresh lead': follow(),
    'a mail that SES refuses for now': follow(() => ({ mailer: quotingSes('Throttling', 400) })),
    'a mail that SES rejects': follow(() => ({ mailer: quotingSes('MessageRejected', 400) })),
    'a mail of which SES says nothing': follow(() => ({ mailer: silentSes() })),
    'a mailer that breaks': follow(() => ({ mailer: { send: throws } })),
    'a source that cannot be noted': follow(() => ({ sources: { note: throws } })),
    'a table that is down': follow(leadsThat({ load: throws })),
    'an item that is damaged': follow(leadsThat({ load: corrupt })),
    'a lead that is gone': follow(leadsThat({ load: async () => undefined })),
    'a write that fails': follow(leadsThat({ save: throws })),
    'contacts that fail': follow(() => ({ contacts: { load: throws, linkLead: throws } })),
    'a call nobody foresaw': async () => {
      const handler = taskHandler({
        name: 'follow-up-lead',
        input: taskInput,
        wire: throws as never,
        handle: async () => undefined,
      });
      await asLambda(handler({ leadId: person.name, [person.email]: person.message }, call));
    },
    'a table that never answers': follow(leadsThat({ load: () => new Promise(() => {}) }), {
      context: lastMoment,
    }),
  },
  'send-digest': {
    'a digest': digest(undefined, { at: '2026-11-24T05:30:00.000Z' }),
    'a mail that SES rejects': digest(() => ({ mailer: quotingSes('MessageRejected', 400) })),
    'a mail of which SES says nothing': digest(() => ({ mailer: silentSes() })),
    'a table that is down': digest(leadsThat({ eachOpen: listThat(throws) })),
    'a summary that is damaged': digest(leadsThat({ eachOpen: listThat(corruptSummary) })),
    'a digest that was claimed': digest((world) => ({
      digestLog: { ...world.digestLog, claim: async () => false, find: throws },
    })),
  },
  'reconcile-leads': {
    'a lead without a timer': reconcile(undefined, { lead: overdue }),
    'a lead that cannot be stored': reconcile(leadsThat({ save: throws }), { lead: overdue }),
    'an item that is damaged': reconcile(leadsThat({ load: corrupt }), { lead: overdue }),
    'a list that fails': reconcile(leadsThat({ eachOverdue: listThat(throws) })),
    'a workflow that is down': reconcile(() => ({ workflow: { begin: throws, end: throws } }), {
      lead: overdue,
    }),
  },
};
