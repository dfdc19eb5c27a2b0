/** Folds events into the lead. Every event type is handled here and nowhere else. */

import type { Moment } from '../time/moment.ts';
import { acknowledged, endMuting } from './acknowledging.ts';
import { hurried, settleAhead, skipped, worded } from './ahead-mail.ts';
import { noteSeen } from './as-seen.ts';
import { assigned, handoverTold } from './assigning.ts';
import { afterVisit, begin, beginStageCadence, sleep } from './begin-cadence.ts';
import { goesOn, reported, reportSettled, turnGivenBack } from './bounce-report.ts';
import { cancellationSettled, cancelled } from './cancelled-visit.ts';
import { declined, isNo, refusalSettled } from './declining.ts';
import { withDetails } from './details.ts';
import { given } from './draft.ts';
import { erased } from './erase.ts';
import type { EventOf, LeadEvent } from './event.ts';
import { joinedPerson } from './joining.ts';
import { followed, recognised } from './known-person.ts';
import { alarmGeneration, endDoubt, noLongerUncertain, settlesWhatStands } from './late-mails.ts';
import type { Lead } from './lead.ts';
import { factDismissed, factLearned, settleCorrected, withNewNumber, withProposals } from './learning.ts';
import { isAnswerOpen, isOver } from './list.ts';
import { endedInto, tookWords } from './merging.ts';
import { keepOwnWord } from './own-word.ts';
import { datedCadences, pipeline } from './pipeline.ts';
import { isPrivate } from './private-note.ts';
import { countReminders } from './reminders.ts';
import { renew, without } from './renew.ts';
import { rests, wasRead } from './resting.ts';
import { resubmitted, told } from './resubmission.ts';
import { markedSpam, rescued } from './spam.ts';
import { isClosed, waitsForVisit } from './stages.ts';
import { keptAs } from './sums.ts';
import { taken } from './taking.ts';
import { called } from './talk.ts';
import { keepUndoable, undone } from './undoing.ts';
import { planned, visitMailSettled } from './visit.ts';

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
    ...(event.proof && { proof: event.proof }),
    ...(event.relatedTo !== undefined && { relatedTo: event.relatedTo }),
    // Whoever noted the call knows of it; an emergency rings for the others all the same.
    ...(event.by === 'owner' && !rule.alarm && !event.tellsOthers && { alertedAt: event.at }),
  };
  return beginStageCadence(lead, event.at);
}

function moved(before: Lead, event: EventOf<'moved'>): Lead {
  const rule = pipeline[event.to];
  const kept = without(
    // It rings at once, whatever was told of it before and whoever says that it is one: others are called, too.
    rule.alarm ? (without(before, 'alertedAt') as Lead) : before,
    'reason',
    'lookAgainOn',
    'closedAt',
    'expiresOn',
    'confirmedAt',
    'taking',
    'mergedInto',
    'asks',
    'visitKept',
    'refusalDue',
  );
  // A sale that goes on again has no final sum yet.
  const ended = isNo(event.to) ? kept : (without(kept as Lead, 'declined') as Lead);
  const reopened = isClosed(before.stage) ? without(ended as Lead, 'finalCents') : ended;
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
      ...(isClosed(event.to) && { closedAt: event.at }),
      ...(event.keepsVisit && { visitKept: true as const }),
    },
    event.at,
  );
  return rule.timer === 'sleep' && event.wakesAt
    ? sleep(lead, event.wakesAt)
    : beginStageCadence(lead, event.at);
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
  if (!settlesWhatStands(lead, event)) return lead;
  switch (event.mail) {
    case 'acknowledgement':
      return acknowledged(lead, event);
    case 'new-lead-alert':
      return told({ ...lead, alertedAt: event.at }, event.number - 1);
    case 'request-corrected':
      return told(lead, event.number);
    case 'emergency-taken':
      return without(lead, 'taking');
    case 'refusal':
      return refusalSettled(lead, event);
    case 'emergency-number':
      return event.number >= (lead.untoldNumber ?? 0) ? without(lead, 'untoldNumber') : lead;
    case 'lead-assigned':
      return handoverTold(lead, event);
    case 'emergency-unanswered':
      return { ...lead, unansweredTold: alarmGeneration(lead.cadence) };
    case 'visit-confirmation':
    case 'visit-reminder':
    case 'owner-visit-confirmation':
    case 'owner-visit-reminder':
      return visitMailSettled(lead, event, event.mail);
    case 'visit-cancelled':
    case 'owner-visit-cancelled':
      return cancellationSettled(lead, event.mail, event.number);
  }
  if (event.key.startsWith('disowned#')) return without(lead, 'untoldDisowning');
  const { cadence } = lead;
  if (cadence?.name !== event.mail || event.number <= cadence.sent) return lead;
  const { heldUntil = event.at } = lead.bounceReport ?? {};
  // The reminders go on, and the customer is waited for again.
  const before = event.type === 'follow-up-sent' && heldUntil <= event.at ? turnGivenBack(lead) : lead;
  const { heldUntil: _held, ...running } = cadence;
  const isAway = event.type === 'owner-chased' && event.away;
  const advanced: Lead = {
    ...before,
    cadence: {
      ...running,
      sent: event.number,
      lastSentAt: event.at,
      ...(isAway && { sentAway: (running.sentAway ?? 0) + 1 }),
    },
  };
  // From now on it is the owner's turn again: the date it was put off to has come.
  return datedCadences.includes(cadence.name)
    ? { ...without(advanced, 'postponedUntil'), waitsFor: 'owner' }
    : advanced;
}

/**
 * The owner answered in writing: now the customer is waited for. After a quote the rhythm of the quote begins anew;
 * before a visit that is planned nothing is owed but the visit.
 */
function answered(lead: Lead, { at, crossed, wakesAt }: EventOf<'owner-replied'>): Lead {
  // Who has a person's answer needs no automatic one any more.
  const noted: Lead = {
    ...without(lead, 'answerAgain', 'answerHeld'),
    movedAt: at,
    acknowledgedAt: lead.acknowledgedAt ?? at,
  };
  const { ownerReplied } = pipeline[lead.stage].on;
  // It is still his turn, for what she wrote since.
  if (ownerReplied === 'note' || crossed) return noted;
  if (ownerReplied === 'rest') return isAnswerOpen(lead) ? rests(noted, at, wakesAt) : noted;
  const next = renew({ ...noted, waitsFor: 'customer' }, at);
  const visitAhead = lead.visit !== undefined && lead.visit.startsAt > at;
  return visitAhead && waitsForVisit(lead.stage)
    ? beginStageCadence({ ...next, waitsFor: 'owner' }, at)
    : begin(next, ownerReplied, afterVisit(lead, at));
}

/** Mails to this customer have ended; the owner must go on by phone. */
function mailsEnded(
  lead: Lead,
  reason: NonNullable<Lead['mailsStopped']>,
  at: Moment,
  renewTimer: boolean,
): Lead {
  const muted: Lead = { ...reportSettled(lead), mailsStopped: reason, movedAt: at };
  const { on } = pipeline[lead.stage];
  // At the address of somebody else the customer is as little reached as by a mail that comes back.
  const isElsewhere = reason === 'bounced' || reason === 'disowned';
  const name = isElsewhere ? on.bounced : on.stopped;
  // An owner who is being chased already stays chased.
  if (name === 'note' || (!isElsewhere && lead.waitsFor !== 'customer')) return muted;
  const next: Lead = { ...muted, waitsFor: 'owner' };
  return begin(renewTimer ? renew(next, at) : next, name, at);
}

/** Where no rhythm begins that tells the owner (an emergency, a closed lead), one mail does; of spam he knows enough. */
function disowned(lead: Lead, at: Moment): Lead {
  const ended = mailsEnded(lead, 'disowned', at, true);
  return ended.generation > lead.generation || lead.spam
    ? ended
    : renew({ ...ended, untoldDisowning: true }, at);
}

/** News ends the mails; what was known of the address before is only said, and the rhythm of a new request begins as any. */
function undelivered(
  lead: Lead,
  reason: 'bounced' | 'complained',
  { at, knownSince }: EventOf<'mail-bounced' | 'complained'>,
): Lead {
  return knownSince === undefined ? mailsEnded(lead, reason, at, true) : { ...lead, mailsStopped: reason };
}

function apply(lead: Lead, event: Exclude<LeadEvent, { type: 'captured' }>): Lead {
  switch (event.type) {
    case 'resubmitted':
      return resubmitted(lead, event);
    case 'person-recognised':
      return recognised(lead, event);
    case 'request-followed':
      return followed(lead, event);
    case 'merged':
      return event.into === undefined ? tookWords(lead, event) : endedInto(lead, event.into, event);
    case 'acknowledged':
    case 'owner-alerted':
    case 'follow-up-sent':
    case 'owner-chased':
    case 'owner-informed':
      return mailSettled(noLongerUncertain(lead, event), event);
    case 'mail-uncertain':
      if (event.to === 'owner') return lead;
      return mailSettled({ ...lead, uncertainMails: lead.uncertainMails + 1 }, event);
    case 'mail-rejected':
      // Noted while the follow-up runs, which goes on in the same generation.
      return mailsEnded(mailSettled(lead, event), 'bounced', event.at, false);
    case 'acknowledgement-withheld':
      // What was answered before went to another address, or without what must be known now.
      return { ...(lead.answerAgain ? without(lead, 'acknowledgedAt') : lead), muted: event.why };
    case 'acknowledgement-requested':
      return renew({ ...without(lead, 'muted'), acknowledgement: 'requested' }, event.at);
    case 'rescued':
      return rescued(lead, event.at);
    case 'stalled':
      return { ...turnGivenBack(lead), stalledAt: event.at, waitsFor: 'owner' };
    case 'cadence-ended':
      return { ...without(turnGivenBack(lead), 'cadence'), waitsFor: 'nobody' };
    case 'moved':
      return moved(lead, event);
    case 'qualified':
      return { ...lead, qualified: true };
    case 'value-changed':
      return {
        ...lead,
        valueCents: event.valueCents,
        ...keptAs(event.basis, event.valueCents),
      };
    case 'probability-changed':
      return { ...lead, probability: event.probability, probabilityOverridden: true };
    case 'details-changed': {
      const { type: _type, at, by: _by, person: _person, ...details } = event;
      return settleCorrected(withDetails(lead, details, at), details);
    }
    case 'fact-learned':
      return factLearned(lead, event);
    case 'fact-dismissed':
      return factDismissed(lead, event);
    case 'contact-attempted':
      return called(lead, event);
    case 'answer-read':
      return wasRead(lead, event);
    case 'visit-planned':
    case 'visit-moved':
      return planned(lead, event);
    case 'visit-cancelled':
      return cancelled(lead, event);
    case 'assigned':
      return assigned(lead, event);
    case 'person-joined':
      return joinedPerson(lead, event);
    case 'postponed': {
      const later: Lead = { ...lead, movedAt: event.at, waitsFor: 'nobody' };
      return pipeline[lead.stage].timer === 'sleep'
        ? sleep(renew({ ...later, lookAgainOn: event.until }, event.at), event.wakesAt)
        : {
            ...begin(renew(later, event.at), 'postponed', event.wakesAt),
            postponedUntil: event.until,
          };
    }
    case 'customer-replied': {
      // Of the owner's that still waits this is no answer, and he must hear of it.
      const noted: Lead = withProposals({ ...without(lead, 'answerHeld'), movedAt: event.at }, event);
      const { customerReplied } = pipeline[lead.stage].on;
      if ((isOver(lead) && !event.expiresOn) || event.forVisit) return noted;
      if (customerReplied === 'note') return withNewNumber(noted, event);
      const kept = { ...noted, waitsFor: 'owner', ...given({ expiresOn: event.expiresOn }) } as const;
      return begin(renew(kept, event.at), customerReplied, event.at);
    }
    case 'owner-replied':
      return answered(lead, event);
    case 'mail-refused':
      return event.mail === 'refusal' && event.until === undefined ? refusalSettled(lead, event) : lead;
    case 'mail-skipped':
      return skipped(lead, event);
    case 'mail-hurried':
      return hurried(lead, event);
    case 'mail-worded':
      return worded(lead, event);
    case 'reminders-paused':
      return { ...lead, remindersPaused: true };
    case 'reminders-resumed':
      return renew(without(lead, 'remindersPaused'), event.at);
    case 'declined':
      return declined(lead, event);
    case 'noted':
    case 'mail-noted':
      return lead;
    case 'mail-bounced':
      if (event.reported) return reported(lead, event);
      return undelivered(lead, 'bounced', event);
    case 'complained':
      return undelivered(lead, 'complained', event);
    case 'stopped':
      return mailsEnded(lead, 'stopped', event.at, true);
    case 'disowned':
      return disowned(lead, event.at);
    case 'confirmed':
      return taken(lead, event);
    case 'marked-spam':
      return markedSpam(lead, event);
    case 'woken':
      return beginStageCadence(renew({ ...lead, waitsFor: 'owner' }, event.at), event.at);
    case 'timer-renewed':
      return renew(lead, event.at);
    case 'erased':
      return erased(lead, event);
    case 'undone':
      return undone(lead, event);
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
  const acted = event.by !== 'system' && !isPrivate(event);
  const counted = countReminders(lead, event);
  const settled = endMuting(apply(acted ? reportSettled(counted) : counted, event), event);
  const applied = settleAhead(lead, keepOwnWord(lead, endDoubt(settled, event)), event);
  const going = acted ? goesOn(lead, applied, event.at) : applied;
  const seen = noteSeen(event, { before: lead, applied, after: going });
  const after = keepUndoable(lead, seen, event, evolve);
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
