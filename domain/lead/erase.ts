/** What is left of a lead when its personal data is removed. */
import type { EventOf, LeadEvent } from './event.ts';
import type { Lead } from './lead.ts';
import { destinations, pipeline } from './pipeline.ts';
import { renew, without } from './renew.ts';
import { isClosed } from './stages.ts';

/** The person is gone from it, and with the person every reason to do anything. */
export const isErased = ({ timeline }: Lead): boolean => timeline.some(({ type }) => type === 'erased');

/** What is left of an event when personal data is removed: that it happened, when and by whom. */
function anonymous(event: LeadEvent): LeadEvent {
  const nobody = { language: 'de' } as const;
  switch (event.type) {
    case 'captured': {
      const { consent: _consent, mail: _mail, files: _files, relatedTo: _relatedTo, ...rest } = event;
      return {
        ...rest,
        contact: nobody,
        request: { urgency: event.request.urgency, gas: event.request.gas, extra: [] },
        attribution: { utm: {} },
      };
    }
    case 'resubmitted': {
      const { consent: _consent, files: _files, ...rest } = event;
      return {
        ...rest,
        contact: nobody,
        request: { urgency: event.request.urgency, gas: event.request.gas, extra: [] },
      };
    }
    case 'person-recognised':
      return { type: event.type, at: event.at, by: event.by, requests: event.requests };
    case 'merged': {
      const {
        contact: _contact,
        request: _request,
        text: _text,
        mail: _mail,
        files: _files,
        proposals: _proposals,
        ...rest
      } = event;
      return rest;
    }
    case 'fact-learned':
      return { type: event.type, at: event.at, by: event.by, fact: event.fact, value: '', from: event.from };
    case 'fact-dismissed':
      return { type: event.type, at: event.at, by: event.by, fact: event.fact, value: '' };
    case 'details-changed':
      return { type: event.type, at: event.at, by: event.by };
    case 'person-joined':
    case 'declined':
    case 'noted':
    case 'customer-replied':
    case 'owner-replied':
      return { type: event.type, at: event.at, by: event.by };
    case 'mail-worded': {
      const { text: _text, ...rest } = event;
      return rest;
    }
    case 'mail-noted':
      return { type: event.type, at: event.at, by: event.by, what: event.what };
    case 'mail-bounced': {
      const { reason: _reason, mail: _mail, ...rest } = event;
      return { ...rest, email: '' };
    }
    case 'complained':
      return { ...event, email: '' };
    default:
      return event;
  }
}

export function erased(lead: Lead, event: EventOf<'erased'>): Lead {
  const kept = without(
    lead,
    'consent',
    'visit',
    'cancelledVisit',
    'visitKept',
    'cadence',
    'reminders',
    'stalledAt',
    'postponedUntil',
    'bounceReport',
    'lookAgainOn',
    'reason',
    'relatedTo',
    'known',
    'followedBy',
    'belongsTo',
    'corrections',
    'answerAgain',
    'answerHeld',
    'visitTold',
    'proposals',
    'untoldNumber',
    'declined',
    'refusalDue',
    'carriedOut',
    'assignedTo',
    'handedOver',
    'nextMail',
    'remindersPaused',
  );
  const { urgency, gas, kind } = lead.request;
  const closed = isClosed(lead.stage);
  const stage = closed ? lead.stage : destinations.erased;
  return renew(
    {
      ...kept,
      contact: { language: lead.contact.language },
      request: { urgency, gas, extra: [], ...(kind && { kind }) },
      attribution: { utm: {} },
      stage,
      probability: closed ? lead.probability : pipeline[stage].probability,
      waitsFor: 'nobody',
      closedAt: lead.closedAt ?? event.at,
      expiresOn: event.expiresOn,
      timeline: lead.timeline.map(anonymous),
    },
    event.at,
  );
}
