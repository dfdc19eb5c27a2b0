/** Folds events into the lead. Every event type is handled here and nowhere else. */

import { addMinutes } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import type { EventOf, LeadEvent } from './event.ts';
import type { Lead, Visit } from './lead.ts';
import { type CadenceName, pipeline, type Stage } from './pipeline.ts';

/** A lead without what is about to be set anew; `undefined` must not be stored. */
function without<K extends keyof Lead>(lead: Lead, ...keys: K[]): Omit<Lead, K> {
  const rest: Partial<Lead> = { ...lead };
  for (const key of keys) delete rest[key];
  return rest as Omit<Lead, K>;
}

/** The running timer is no longer right: the workflow starts anew and looks at once. */
function renew(lead: Lead, at: Moment): Lead {
  return { ...lead, generation: lead.generation + 1, dueAt: at };
}

function begin(lead: Lead, name: CadenceName, startedAt: Moment): Lead {
  return {
    ...without(lead, 'stalledAt', 'postponedUntil'),
    cadence: { name, startedAt, generation: lead.generation, sent: 0 },
  };
}

/** When a visit is over. */
function visitEnd(visit: Pick<Visit, 'startsAt' | 'durationMinutes'>): Moment {
  return addMinutes(visit.startsAt, visit.durationMinutes);
}

/** The cadence that begins when a lead enters a stage. The quote is owed from the end of the visit on. */
function beginStageCadence(lead: Lead, stage: Stage, at: Moment): Lead {
  const name = pipeline[stage].cadence;
  if (!name) return without(lead, 'cadence', 'stalledAt', 'postponedUntil');
  if (name === 'site-visit' && lead.visit) {
    const end = visitEnd(lead.visit);
    return begin(lead, name, end > at ? end : at);
  }
  return begin(lead, name, at);
}

function captured(event: EventOf<'captured'>): Lead {
  const rule = pipeline[event.stage];
  const lead: Lead = {
    schemaVersion: 1,
    id: event.id,
    version: 0,
    generation: 1,
    stage: event.stage,
    stageSince: event.at,
    capturedAt: event.at,
    movedAt: event.at,
    contact: event.contact,
    request: event.request,
    source: event.source,
    attribution: event.attribution,
    probability: rule.probability,
    probabilityOverridden: false,
    qualified: false,
    waitsFor: rule.waitsFor,
    uncertainMails: 0,
    visitMails: [],
    spam: false,
    dueAt: event.at,
    timeline: [],
    ...(event.consent && { consent: event.consent }),
    ...(event.muted && { muted: event.muted }),
    ...(event.relatedTo !== undefined && { relatedTo: event.relatedTo }),
  };
  return beginStageCadence(lead, event.stage, event.at);
}

function moved(before: Lead, event: EventOf<'moved'>): Lead {
  const rule = pipeline[event.to];
  const kept = without(before, 'reason', 'lookAgainOn', 'closedAt', 'expiresOn', 'confirmedAt');
  const reopened = before.stage === 'won' ? without(kept as Lead, 'finalCents') : kept;
  const lead = renew(
    {
      ...reopened,
      stage: event.to,
      stageSince: event.at,
      movedAt: event.at,
      movedFrom: event.from,
      spam: false,
      probability: rule.probability,
      probabilityOverridden: false,
      waitsFor: rule.waitsFor,
      ...(event.reason !== undefined && { reason: event.reason }),
      ...(event.lookAgainOn !== undefined && { lookAgainOn: event.lookAgainOn }),
      ...(event.expiresOn !== undefined && { expiresOn: event.expiresOn }),
      ...(!rule.open && { closedAt: event.at }),
    },
    event.at,
  );
  if (event.to === 'unqualified' && event.wakesAt) {
    return { ...begin(lead, 'unqualified', event.wakesAt), dueAt: event.wakesAt };
  }
  return beginStageCadence(lead, event.to, event.at);
}

/** A mail went out, or will never: either way it is not due any more. */
function mailSettled(
  lead: Lead,
  event: EventOf<
    | 'acknowledged'
    | 'owner-alerted'
    | 'follow-up-sent'
    | 'owner-chased'
    | 'owner-informed'
    | 'mail-uncertain'
    | 'mail-rejected'
  >,
): Lead {
  switch (event.mail) {
    case 'acknowledgement':
      return { ...lead, acknowledgedAt: event.at };
    case 'new-lead-alert':
      return { ...lead, alertedAt: event.at };
    case 'visit-confirmation':
      return { ...lead, visitMails: [...lead.visitMails, 'confirmation'] };
    case 'visit-reminder':
      return { ...lead, visitMails: [...lead.visitMails, 'reminder'] };
    case 'owner-visit-confirmation':
      return { ...lead, visitMails: [...lead.visitMails, 'owner-confirmation'] };
    case 'owner-visit-reminder':
      return { ...lead, visitMails: [...lead.visitMails, 'owner-reminder'] };
  }
  const { cadence } = lead;
  if (cadence?.name !== event.mail || event.number <= cadence.sent) return lead;
  const advanced: Lead = { ...lead, cadence: { ...cadence, sent: event.number, lastSentAt: event.at } };
  // From now on it is the owner's turn again: the date it was put off to has come.
  return cadence.name === 'postponed' || cadence.name === 'unqualified'
    ? { ...without(advanced, 'postponedUntil'), waitsFor: 'owner' }
    : advanced;
}

/** The owner spoke with the customer: whatever interrupted the rhythm of the stage is settled, and it begins anew. */
function spokenTo(lead: Lead, at: Moment): Lead {
  const { waitsFor, cadence: ofStage } = pipeline[lead.stage];
  const interrupted = lead.stalledAt !== undefined || lead.cadence?.name !== ofStage;
  if (!interrupted || lead.stage === 'service' || lead.stage === 'unqualified') return lead;
  return beginStageCadence(renew({ ...lead, waitsFor }, at), lead.stage, at);
}

/**
 * The owner answered in writing: now the customer is waited for. After a quote the rhythm of the quote begins anew;
 * before a visit that is planned nothing is owed but the visit.
 */
function answered(lead: Lead, at: Moment): Lead {
  // Who has a person's answer needs no automatic one any more.
  const noted: Lead = { ...lead, movedAt: at, acknowledgedAt: lead.acknowledgedAt ?? at };
  if (!pipeline[lead.stage].open || lead.stage === 'service') return noted;
  const next = renew({ ...noted, waitsFor: 'customer' }, at);
  if (lead.stage === 'quoted') return begin(next, 'quoted', at);
  const visitAhead = lead.visit !== undefined && lead.visit.startsAt > at;
  if (lead.stage === 'site-visit' && visitAhead) {
    return beginStageCadence({ ...next, waitsFor: 'owner' }, 'site-visit', at);
  }
  return begin(next, 'answered', at);
}

/** Mails to this customer have ended; the owner must go on by phone. */
function mailsEnded(
  lead: Lead,
  reason: NonNullable<Lead['mailsStopped']>,
  at: Moment,
  renewTimer: boolean,
): Lead {
  const muted: Lead = { ...lead, mailsStopped: reason, movedAt: at };
  // An emergency keeps its alarm, a closed lead stays closed, and an owner who is being chased already stays chased.
  const takesOver = pipeline[lead.stage].open && lead.stage !== 'service';
  if (!takesOver || (reason !== 'bounced' && lead.waitsFor !== 'customer')) return muted;
  const next: Lead = { ...muted, waitsFor: 'owner' };
  return begin(renewTimer ? renew(next, at) : next, reason === 'bounced' ? 'bounced' : 'stopped', at);
}

/** What is left of an event when personal data is removed: that it happened, when and by whom. */
function anonymous(event: LeadEvent): LeadEvent {
  const nobody = { language: 'de' } as const;
  switch (event.type) {
    case 'captured': {
      const { consent: _consent, mail: _mail, relatedTo: _relatedTo, ...rest } = event;
      return {
        ...rest,
        contact: nobody,
        request: { urgency: event.request.urgency, gas: event.request.gas, extra: [] },
        attribution: { utm: {} },
      };
    }
    case 'resubmitted':
      return {
        ...event,
        contact: nobody,
        request: { urgency: event.request.urgency, gas: event.request.gas, extra: [] },
      };
    case 'details-changed':
      return { type: event.type, at: event.at, by: event.by };
    case 'customer-replied':
    case 'owner-replied':
      return { type: event.type, at: event.at, by: event.by };
    case 'mail-noted':
      return { type: event.type, at: event.at, by: event.by, what: event.what };
    case 'mail-bounced':
    case 'complained':
      return { type: event.type, at: event.at, by: event.by, email: '' };
    default:
      return event;
  }
}

function erased(lead: Lead, event: EventOf<'erased'>): Lead {
  const kept = without(
    lead,
    'consent',
    'visit',
    'cadence',
    'stalledAt',
    'postponedUntil',
    'lookAgainOn',
    'relatedTo',
  );
  const { urgency, gas, kind } = lead.request;
  return renew(
    {
      ...kept,
      contact: { language: lead.contact.language },
      request: { urgency, gas, extra: [], ...(kind && { kind }) },
      attribution: { utm: {} },
      stage: pipeline[lead.stage].open ? 'lost' : lead.stage,
      probability: pipeline[lead.stage].open ? 0 : lead.probability,
      waitsFor: 'nobody',
      reason: 'Daten gelöscht',
      closedAt: lead.closedAt ?? event.at,
      expiresOn: event.expiresOn,
      timeline: lead.timeline.map(anonymous),
    },
    event.at,
  );
}

function apply(lead: Lead, event: Exclude<LeadEvent, { type: 'captured' }>): Lead {
  switch (event.type) {
    case 'resubmitted':
      return renew(
        {
          ...lead,
          contact: { ...lead.contact, ...event.contact },
          request: { ...lead.request, ...event.request },
          movedAt: event.at,
        },
        event.at,
      );
    case 'acknowledged':
    case 'owner-alerted':
    case 'follow-up-sent':
    case 'owner-chased':
    case 'owner-informed':
      return mailSettled(lead, event);
    case 'mail-uncertain':
      return mailSettled({ ...lead, uncertainMails: lead.uncertainMails + 1 }, event);
    case 'mail-rejected':
      // Noted while the follow-up runs, which goes on in the same generation.
      return mailsEnded(mailSettled(lead, event), 'bounced', event.at, false);
    case 'stalled':
      return { ...lead, stalledAt: event.at, waitsFor: 'owner' };
    case 'moved':
      return moved(lead, event);
    case 'qualified':
      return { ...lead, qualified: true };
    case 'value-changed':
      return {
        ...lead,
        valueCents: event.valueCents,
        ...(event.basis === 'quoted' && { quotedCents: event.valueCents }),
        ...(event.basis === 'final' && { finalCents: event.valueCents }),
      };
    case 'probability-changed':
      return { ...lead, probability: event.probability, probabilityOverridden: true };
    case 'details-changed': {
      const { type: _type, at: _at, by: _by, kind, installation, timeframe, budget, ...contact } = event;
      const changed: Lead = {
        ...lead,
        contact: { ...lead.contact, ...contact },
        request: {
          ...lead.request,
          ...(kind && { kind }),
          ...(installation !== undefined && { installation }),
          ...(timeframe !== undefined && { timeframe }),
          ...(budget !== undefined && { budget }),
        },
      };
      // A bounce speaks of one address only.
      return contact.email !== undefined && lead.mailsStopped === 'bounced'
        ? without(changed, 'mailsStopped')
        : changed;
    }
    case 'contact-attempted': {
      const noted: Lead = { ...lead, movedAt: event.at };
      if (event.reached) return spokenTo(noted, event.at);
      // Calling in vain again does not start the mails over.
      if (lead.stage !== 'first-contact' || lead.cadence?.name === 'not-reached') return noted;
      return begin(renew({ ...noted, waitsFor: 'customer' }, event.at), 'not-reached', event.at);
    }
    case 'visit-planned': {
      const visit: Visit = {
        startsAt: event.startsAt,
        durationMinutes: event.durationMinutes,
        plannedAt: event.at,
        sequence: lead.visit ? lead.visit.sequence + 1 : 0,
      };
      const planned = renew(
        { ...lead, visit, visitMails: [], movedAt: event.at, waitsFor: 'owner' },
        event.at,
      );
      return begin(planned, 'site-visit', visitEnd(visit));
    }
    case 'postponed': {
      const later: Lead = { ...lead, movedAt: event.at, waitsFor: 'nobody' };
      return lead.stage === 'unqualified'
        ? {
            ...begin(renew({ ...later, lookAgainOn: event.until }, event.at), 'unqualified', event.wakesAt),
            dueAt: event.wakesAt,
          }
        : {
            ...begin(renew(later, event.at), 'postponed', event.wakesAt),
            postponedUntil: event.until,
          };
    }
    case 'customer-replied': {
      const noted: Lead = { ...lead, movedAt: event.at };
      if (!pipeline[lead.stage].open || lead.stage === 'service') return noted;
      return begin(renew({ ...noted, waitsFor: 'owner' }, event.at), 'replied', event.at);
    }
    case 'owner-replied':
      return answered(lead, event.at);
    case 'mail-noted':
      return lead;
    case 'mail-bounced':
      return mailsEnded(lead, 'bounced', event.at, true);
    case 'complained':
      return mailsEnded(lead, 'complained', event.at, true);
    case 'stopped':
      return mailsEnded(lead, 'stopped', event.at, true);
    case 'confirmed':
      return begin(
        renew({ ...lead, confirmedAt: event.at, movedAt: event.at }, event.at),
        'service-confirmed',
        event.at,
      );
    case 'marked-spam':
      return renew(
        {
          ...without(lead, 'cadence', 'stalledAt', 'postponedUntil'),
          stage: 'lost',
          stageSince: event.at,
          movedAt: event.at,
          movedFrom: lead.stage,
          probability: 0,
          probabilityOverridden: false,
          waitsFor: 'nobody',
          reason: 'Spam',
          spam: true,
          closedAt: event.at,
          expiresOn: event.expiresOn,
        },
        event.at,
      );
    case 'woken':
      return begin(renew({ ...lead, waitsFor: 'owner' }, event.at), 'unqualified', event.at);
    case 'timer-renewed':
      return renew(lead, event.at);
    case 'erased':
      return erased(lead, event);
  }
}

/**
 * The lead after an event.
 * @throws Error the first event is not `captured`, or a later one is: a broken stream, never a user's fault.
 */
export function evolve(lead: Lead | undefined, event: LeadEvent): Lead {
  if (event.type === 'captured') {
    if (lead) throw new Error('A lead is captured once');
    return { ...captured(event), timeline: [event] };
  }
  if (!lead) throw new Error('The first event of a lead is its capture');
  const after = apply(lead, event);
  return { ...after, timeline: [...after.timeline, event] };
}

/**
 * The lead after several events.
 * @throws Error there is no lead and no event.
 */
export function evolveAll(lead: Lead | undefined, events: readonly LeadEvent[]): Lead {
  const after = events.reduce<Lead | undefined>(evolve, lead);
  if (!after) throw new Error('No events, no lead');
  return after;
}
