/** What was put down as spam, and what was no spam after all. */
import type { Moment } from '../time/moment.ts';
import { beginStageCadence } from './begin-cadence.ts';
import type { EventOf } from './event.ts';
import type { Lead } from './lead.ts';
import { destinations, pipeline } from './pipeline.ts';
import { renew, without } from './renew.ts';

export function markedSpam(lead: Lead, { at, expiresOn }: EventOf<'marked-spam'>): Lead {
  return renew(
    {
      ...without(lead, 'cadence', 'stalledAt', 'postponedUntil', 'reason', 'cancelledVisit', 'visitKept'),
      stage: destinations.spam,
      stageSince: at,
      movedAt: at,
      movedFrom: lead.stage,
      probability: pipeline[destinations.spam].probability,
      probabilityOverridden: false,
      waitsFor: 'nobody',
      spam: true,
      closedAt: at,
      expiresOn,
    },
    at,
  );
}

/**
 * A request from now on, whenever it came: what is due is counted from here. It looked like none, so nothing is sent to its
 * sender before the owner has looked at it.
 */
export function rescued(lead: Lead, at: Moment): Lead {
  const { muted = 'kept-aside' } = lead;
  return beginStageCadence({ ...lead, muted, spam: false, movedAt: at, dueAt: at }, at);
}
