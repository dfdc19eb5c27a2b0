/** Nobody is forgotten, and nothing works without end. */
import { isAsleep, isWaiting } from '../../../domain/lead/list.ts';
import { minuteMs } from '../engine/plan.ts';
import { type Invariant, leadsIn, moment } from './invariant.ts';

/** Overdue for ten minutes, looked for each quarter of an hour, and two rounds of that. */
const twoRoundsMs = 45 * minuteMs;

export const openIsTimed: Invariant = {
  name: 'openIsTimed',
  says: 'Every open lead has a timer, or somebody repairs it within two rounds.',
  when: 'calm',
  *check({ cloud, nowMs }) {
    const running = new Set(
      cloud.executions
        .all()
        .filter(({ status }) => status === 'RUNNING')
        .map(({ name }) => name),
    );
    for (const lead of leadsIn(cloud)) {
      const dueMs = Date.parse(lead.dueAt);
      if (isAsleep(lead) && dueMs < nowMs - twoRoundsMs) {
        yield `${lead.id} sleeps, and its day was ${moment(dueMs)}`;
      }
      if (!isWaiting(lead)) continue;
      if (dueMs < nowMs - twoRoundsMs)
        yield `${lead.id} in ${lead.stage} was due at ${moment(dueMs)}, and nobody came`;
      const isTimed = running.has(`${lead.id}-g${lead.generation}`);
      // A timer that is lost is noticed when its time has come.
      if (!isTimed && dueMs < nowMs) yield `${lead.id} in ${lead.stage} has no timer`;
    }
  },
};

/** A day of an emergency that nobody takes on: each quarter of an hour, and some tries. */
const maxTasksADay = 200;

export const worksToAnEnd: Invariant = {
  name: 'worksToAnEnd',
  says: 'No execution works without end, and none fails while all is well.',
  when: 'calm',
  *check({ cloud, nowMs, book }) {
    for (const { name, tasks, startedMs, endedMs = nowMs, status, fault } of cloud.executions.all()) {
      const days = Math.max(1, (endedMs - startedMs) / (24 * 60 * minuteMs));
      if (tasks > maxTasksADay * days) yield `${name} asked ${tasks} times within ${days.toFixed(1)} days`;
      if (status === 'FAILED' && fault === 'Error') yield `${name} failed: what nobody foresaw`;
    }
    if (book === undefined) return;
  },
};
