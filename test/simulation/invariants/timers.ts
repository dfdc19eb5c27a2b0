/** Nobody is forgotten, and nothing works without end. */
import { isAsleep, isWaiting } from '../../../domain/lead/list.ts';
import { dayMs, minuteMs } from '../engine/plan.ts';
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

/** A run that began before the newer generation may end after it. */
const underWayMs = 2 * minuteMs;

export const supersededEnds: Invariant = {
  name: 'supersededEnds',
  says: 'An execution that a newer one has taken the place of ends when it wakes up.',
  when: 'calm',
  *check({ cloud }) {
    const byLead = Map.groupBy(cloud.executions.all(), ({ leadId }) => leadId);
    for (const ofLead of byLead.values()) {
      for (const { name, status, waitsSinceMs = 0 } of ofLead) {
        if (status !== 'RUNNING') continue;
        const newer = ofLead.find((one) => generationOf(one.name) > generationOf(name));
        if (newer && newer.startedMs < waitsSinceMs - underWayMs)
          yield `${name} waits again beside ${newer.name}`;
      }
    }
  },
};

const generationOf = (name: string): number => Number(name.split('-g')[1]);

/** An emergency that nobody takes on while our sender is out of order is tried each five minutes. */
const maxTasksADay = 350;

export const worksToAnEnd: Invariant = {
  name: 'worksToAnEnd',
  says: 'No execution works without end, and none fails by what nobody foresaw.',
  when: 'calm',
  *check({ cloud, nowMs }) {
    for (const { name, tasks, startedMs, endedMs = nowMs, status, fault } of cloud.executions.all()) {
      const days = Math.max(1, (endedMs - startedMs) / dayMs);
      if (tasks > maxTasksADay * days) yield `${name} asked ${tasks} times within ${days.toFixed(1)} days`;
      if (status === 'FAILED' && fault === 'Error') yield `${name} failed by what nobody foresaw`;
    }
  },
};
