/** Decides what a command means for a lead: events, or a named refusal. Pure; time comes as a parameter. */

import type { Company } from '../business/company.ts';
import { addDays, addMonths, localDate } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import { isAccepted } from './accepted.ts';
import { acknowledge, isYetToAcknowledge } from './acknowledging.ts';
import { isAlarm } from './actions.ts';
import { assignment } from './assigning.ts';
import { endsVisit } from './cancelled-visit.ts';
import { hasOthersToTell } from './captured-call.ts';
import { changesNothing } from './changes-nothing.ts';
import type { CaptureCommand, Command, Decision, Details, MoveFacts, Refusal } from './command.ts';
import { dateFault, dayBegins, visitFault } from './dates.ts';
import { decline } from './declining.ts';
import { changedDetails } from './details.ts';
import { type Draft, given } from './draft.ts';
import { isErased } from './erase.ts';
import type { EventOf, LeadEvent } from './event.ts';
import { evolveAll } from './evolve.ts';
import { knows, missingFacts } from './facts.ts';
import { hasReminderAhead } from './follow-up.ts';
import { hasWrittenSince } from './held-mails.ts';
import { joinPerson } from './joining.ts';
import type { Lead } from './lead.ts';
import { customerReply, dismissFact, isAnswerUnread, takeFact } from './learning.ts';
import { hasNothingLeft, isAnswerOpen, isAsleep, isOver, mayGoOnWithVisit } from './list.ts';
import { mailOutcome, mailRefused } from './mail-outcome.ts';
import { takeWords } from './merging.ts';
import { nextMail } from './next-mail.ts';
import { destinations, type Fact, pipeline, type Stage, type Sum, sums } from './pipeline.ts';
import { asBefore } from './resting.ts';
import { resubmit, turnsUrgent } from './resubmission.ts';
import { alarmStage, basisIn, isClosed, isWon, monthsUntilErased, movesFrom, visitStage } from './stages.ts';
import { taking } from './taking.ts';
import { nextAfterTalk } from './talk.ts';
import { bounceReport, isUndelivered } from './undelivered.ts';
import { undo } from './undoing.ts';
import { cancellation, visitDraft } from './visit-drafts.ts';

export interface DecideContext {
  readonly now: Moment;
  readonly by: 'customer' | 'owner' | 'system';
  /** The name of whoever did it, if that is known. */
  readonly person?: string | undefined;
  readonly company: Company;
}

/** Spam is looked at again by nobody; kept a while in case the owner's tap was a slip. */
const spamRetentionDays = 30;

const orDone = (draft: Draft | undefined): Draft[] | Refusal => (draft ? [draft] : { code: 'already-done' });
const refuse = (refused: Refusal): Decision => ({ refused });

/** The facts of a move as events, in the order they must be folded before the move itself. */
function factEvents(lead: Lead, to: Stage, facts: MoveFacts, { now }: DecideContext): Draft[] {
  const { requires } = pipeline[to];
  const drafts: Draft[] = [];
  const details = given({
    name: facts.name,
    email: facts.email,
    phone: facts.phone,
    phoneE164: facts.phoneE164,
    kind: facts.kind,
  });
  if (Object.keys(details).length > 0) drafts.push({ type: 'details-changed', ...details });
  if (facts.qualified) drafts.push({ type: 'qualified', explicitly: true });
  else if (requires.includes('qualified') && !lead.qualified && knows(lead, 'qualified')) {
    drafts.push({ type: 'qualified', explicitly: false });
  }
  const known = lead.finalCents ?? facts.quotedCents ?? lead.quotedCents;
  const said: Readonly<Record<Sum, number | undefined>> = {
    estimated: facts.valueCents,
    quoted: facts.quotedCents,
    final: facts.finalCents ?? (requires.includes('final-value') ? known : undefined),
  };
  for (const basis of sums) {
    const valueCents = said[basis];
    if (valueCents !== undefined) drafts.push({ type: 'value-changed', valueCents, basis });
  }
  if (facts.visit) drafts.push(visitDraft(lead, facts.visit, now));
  return drafts;
}

function missing(lead: Lead, to: Stage, facts: MoveFacts): Fact[] {
  return missingFacts(lead, to).filter((fact) => {
    if (fact === 'reason') return !facts.reason;
    if (fact === 'look-again-on') return !facts.lookAgainOn;
    return true;
  });
}

function move(lead: Lead, to: Stage, facts: MoveFacts, context: DecideContext): Draft[] | Refusal {
  if (to === lead.stage) return { code: 'already-there', stage: to };
  if (!movesFrom(lead.stage).includes(to)) {
    return isClosed(lead.stage) && isClosed(to)
      ? { code: 'closed', stage: lead.stage }
      : { code: 'move-not-allowed', from: lead.stage, to };
  }
  const fault =
    (facts.visit && visitFault(facts.visit.startsAt, context)) ??
    (facts.lookAgainOn === undefined ? undefined : dateFault(facts.lookAgainOn, 'look-again-on', context));
  if (fault) return fault;
  const drafts = [
    ...(endsVisit(to) ? cancellation(lead, context) : []),
    ...factEvents(lead, to, facts, context),
  ];
  const informed = evolveAll(lead, stamp(drafts, context));
  const lacking = missing(informed, to, facts);
  if (lacking.length > 0) return { code: 'missing-facts', to, missing: lacking };
  const keeps = isWon(to) && hasReminderAhead(lead, context);
  const moved = movedDraft(lead.stage, to, facts, context);
  return [...drafts, keeps ? { ...moved, keepsVisit: true } : moved];
}

function movedDraft(
  from: Stage,
  to: Stage,
  facts: MoveFacts,
  context: DecideContext,
): Draft<EventOf<'moved'>> {
  const { company, now } = context;
  const { requires } = pipeline[to];
  const lookAgainOn = requires.includes('look-again-on') ? facts.lookAgainOn : undefined;
  const months = monthsUntilErased(to, company);
  return {
    type: 'moved',
    from,
    to,
    ...(requires.includes('reason') && facts.reason !== undefined && { reason: facts.reason }),
    ...(lookAgainOn !== undefined && { lookAgainOn, wakesAt: dayBegins(company, lookAgainOn) }),
    ...(months !== undefined && { expiresOn: addMonths(localDate(now, company.timeZone), months) }),
  };
}

type ContactAttempt = Extract<Command, { type: 'note-contact-attempt' }>;

/**
 * Calling somebody is first contact; reaching him begins the needs analysis. Later stages only note the call. Whoever reaches
 * the customer of an emergency has taken it.
 */
function contactAttempt(lead: Lead, command: ContactAttempt, context: DecideContext): Draft[] {
  const { reached, next = 'owner', asks = [] } = command;
  const said = {
    ...(reached && { next: nextAfterTalk(lead, next, context.company) }),
    ...(asks.length > 0 && { asks: [...asks] }),
  };
  const attempted: Draft = {
    type: 'contact-attempted',
    reached,
    ...said,
    ...(reached && asBefore(lead, context)),
  };
  if (reached && isAlarm(lead)) return [attempted, { type: 'confirmed' }];
  if (pipeline[lead.stage].talk === 'after') return [attempted];
  return reached
    ? [movedDraft(lead.stage, destinations.talkedTo, {}, context), attempted]
    : [...firstContact(lead, context), attempted];
}

/** Whoever answers a new request has made the first contact; in an emergency he has taken it. */
function ownerReply(
  lead: Lead,
  command: Extract<Command, { type: 'record-owner-reply' }>,
  context: DecideContext,
): Draft[] {
  const { text, mail, writtenAt, ground } = command;
  const crossed = writtenAt !== undefined && hasWrittenSince(lead, writtenAt);
  const replied: Draft = {
    type: 'owner-replied',
    ...given({ text, mail, ground }),
    ...(crossed ? { crossed } : asBefore(lead, context)),
  };
  if (isAlarm(lead)) return [replied, { type: 'confirmed' }];
  // A move would begin the rhythm of its stage, and nobody be told of what she wrote.
  if (crossed || pipeline[lead.stage].talk !== 'before') return [replied];
  return [...firstContact(lead, context), replied];
}

/** The move to the first contact, if the lead is not there yet. */
function firstContact({ stage }: Lead, context: DecideContext): Draft[] {
  const to = destinations.contacted;
  return stage === to ? [] : [movedDraft(stage, to, {}, context)];
}

/** Before the quote a visit moves the lead to the visit; after it, it is one more appointment in the same stage. */
function planVisit(
  lead: Lead,
  command: { startsAt: Moment; durationMinutes: number },
  context: DecideContext,
) {
  const visit = { startsAt: command.startsAt, durationMinutes: command.durationMinutes };
  if (pipeline[lead.stage].visit === 'none' && !lead.visitKept)
    return move(lead, visitStage, { visit }, context);
  const fault = visitFault(visit.startsAt, context);
  return fault ?? [visitDraft(lead, visit, context.now)];
}

/** A correction that makes it urgent rings like a new emergency. */
function correct(
  lead: Lead,
  command: Extract<Command, { type: 'resubmit' }>,
  context: DecideContext,
): Draft[] {
  const drafts = resubmit(lead, command, context.now);
  return turnsUrgent(lead, command) ? [...drafts, movedDraft(lead.stage, alarmStage, {}, context)] : drafts;
}

/** Whoever corrects it into an emergency has it ring, as any other correction does. */
function setDetails(lead: Lead, details: Details, context: DecideContext): Draft[] | Refusal {
  const changed = changedDetails(lead, details);
  if (Object.keys(changed).length === 0) return { code: 'already-done' };
  const { emptied, ...rest } = changed;
  const drafts: Draft[] = [{ type: 'details-changed', ...rest, ...(emptied && { emptied: [...emptied] }) }];
  const isLost = knows(lead, 'contact-way') && !knows(evolveAll(lead, stamp(drafts, context)), 'contact-way');
  if (emptied && isLost) {
    return { code: 'missing-facts', to: lead.stage, missing: ['contact-way'] };
  }
  return changed.urgency === 'now' && pipeline[lead.stage].on.turnedUrgent === 'alarm'
    ? [...drafts, movedDraft(lead.stage, alarmStage, {}, context)]
    : drafts;
}

/** Said again they ask for what is so already. */
const asksForState: readonly Command['type'][] = ['plan-visit', 'postpone', 'set-value', 'set-probability'];

function draftsFor(
  lead: Lead,
  command: Exclude<Command, CaptureCommand>,
  context: DecideContext,
): readonly Draft[] | Refusal {
  const { company, now } = context;
  const today = localDate(now, company.timeZone);
  if (!isAccepted(lead, command)) return { code: 'closed', stage: lead.stage };
  if (isErased(lead)) return { code: 'erased' };
  switch (command.type) {
    case 'resubmit':
      return correct(lead, command, context);
    case 'recognise-person': {
      const { type: _, ...known } = command;
      return lead.known ? { code: 'already-done' } : [{ type: 'person-recognised', ...given(known) }];
    }
    case 'note-following':
      return lead.followedBy?.includes(command.leadId)
        ? { code: 'already-done' }
        : [{ type: 'request-followed', leadId: command.leadId }];
    case 'take-words':
      return takeWords(lead, command);
    case 'merge-into':
      return [{ type: 'merged', into: command.into, expiresOn: addMonths(today, company.retentionMonths) }];
    case 'move':
      return move(lead, command.to, command.facts ?? {}, context);
    case 'note-contact-attempt':
      return contactAttempt(lead, command, context);
    case 'plan-visit':
      return planVisit(lead, command, context);
    case 'cancel-visit': {
      const drafts = cancellation(lead, context);
      return drafts.length > 0 ? drafts : { code: 'already-done' };
    }
    case 'assign':
      return assignment(lead, command.person, context);
    case 'join-person':
      return joinPerson(lead, command);
    case 'postpone': {
      const fault = dateFault(command.until, 'until', context);
      return (
        fault ?? [
          ...cancellation(lead, context),
          { type: 'postponed', until: command.until, wakesAt: dayBegins(company, command.until) },
        ]
      );
    }
    case 'set-value':
      return [{ type: 'value-changed', valueCents: command.valueCents, basis: basisIn(lead.stage) }];
    case 'set-probability':
      return [{ type: 'probability-changed', probability: command.probability }];
    case 'set-details':
      return setDetails(lead, command.details, context);
    case 'take-fact':
      return orDone(takeFact(lead, command));
    case 'dismiss-fact':
      return orDone(dismissFact(lead, command));
    case 'decline':
      return decline(lead, command, context);
    case 'confirm':
      if (!pipeline[lead.stage].alarm) return { code: 'not-an-emergency' };
      return isAlarm(lead) ? [{ type: 'confirmed' }] : { code: 'already-done' };
    case 'withhold-acknowledgement':
      return isYetToAcknowledge(lead)
        ? [{ type: 'acknowledgement-withheld', why: command.why }]
        : { code: 'already-done' };
    case 'acknowledge':
      return acknowledge(lead);
    case 'rescue':
      return lead.spam ? [{ type: 'rescued' }] : { code: 'already-done' };
    case 'stop':
      // A complaint ends more.
      return lead.mailsStopped === 'stopped' || lead.mailsStopped === 'complained'
        ? { code: 'already-done' }
        : [{ type: 'stopped' }];
    case 'disown':
      return lead.mailsStopped === 'disowned' ? { code: 'already-done' } : [{ type: 'disowned' }];
    case 'mark-spam':
      return lead.spam && isOver(lead)
        ? { code: 'already-done' }
        : [{ type: 'marked-spam', expiresOn: addDays(today, spamRetentionDays) }];
    case 'record-reply':
      return customerReply(lead, command, context);
    case 'record-owner-reply':
      return ownerReply(lead, command, context);
    case 'note':
      return [{ type: 'noted', text: command.text, ...given({ mail: command.mail }) }];
    case 'mark-read':
      if (isAnswerOpen(lead)) return [{ type: 'answer-read', ...asBefore(lead, context) }];
      return isAnswerUnread(lead) || mayGoOnWithVisit(lead)
        ? [{ type: 'answer-read' }]
        : { code: 'already-done' };
    case 'note-mail':
      return [
        { type: 'mail-noted', what: command.what, ...given({ text: command.text, mail: command.mail }) },
      ];
    case 'record-bounce':
      return isUndelivered(lead)
        ? { code: 'already-done' }
        : [
            {
              type: 'mail-bounced',
              email: command.email,
              ...given({ reason: command.reason, knownSince: command.knownSince }),
            },
          ];
    case 'note-bounce-report':
      return bounceReport(lead, command, context);
    case 'record-complaint':
      return lead.mailsStopped === 'complained'
        ? { code: 'already-done' }
        : [{ type: 'complained', email: command.email, ...given({ knownSince: command.knownSince }) }];
    case 'skip-next-mail':
    case 'send-next-mail':
    case 'word-next-mail':
      return nextMail(lead, command, context);
    case 'pause-reminders':
      if (lead.remindersPaused) return { code: 'already-done' };
      // Nobody would be reminded in his place.
      if (!lead.cadence || lead.stalledAt !== undefined) return { code: 'no-reminders-left' };
      return [{ type: 'reminders-paused' }];
    case 'resume-reminders':
      return lead.remindersPaused ? [{ type: 'reminders-resumed' }] : { code: 'already-done' };
    case 'record-mail':
      return mailOutcome(lead, command.mail, company);
    case 'refuse-mail':
      return mailRefused(command);
    case 'stall':
      if (lead.stalledAt || !lead.cadence) return { code: 'already-done' };
      return [{ type: hasNothingLeft(lead) ? 'cadence-ended' : 'stalled', cadence: lead.cadence.name }];
    case 'wake':
      return isAsleep(lead) && lead.dueAt <= now ? [{ type: 'woken' }] : { code: 'already-done' };
    case 'renew-timer':
      return [{ type: 'timer-renewed' }];
    case 'erase':
      return [{ type: 'erased', expiresOn: addMonths(today, company.retentionMonths) }];
    case 'undo':
      return undo(lead, command.doneAt, now);
  }
}

function stamp(drafts: readonly Draft[], { now, by, person }: DecideContext): LeadEvent[] {
  return drafts.map((draft) => ({ ...draft, at: now, by, ...given({ person }) }) as LeadEvent);
}

function capture(command: CaptureCommand, context: DecideContext): Decision {
  const { type: _, by, person, consent, ...facts } = command;
  const stage = command.request.urgency === 'now' ? alarmStage : destinations.captured;
  const tellsOthers = hasOthersToTell(context.company, person) ? (true as const) : undefined;
  const captured = { type: 'captured' as const, ...facts, stage, ...given({ consent, tellsOthers }) };
  return { events: stamp([captured], { ...context, by, person }) };
}

/**
 * What the command means for this lead.
 * @param lead the lead as it stands; `undefined` only for `capture`.
 * @returns the events to fold, none if there is nothing to do, or why not.
 * @throws Error the command does not fit: a new lead captured twice, or no lead. Never a user's fault.
 */
export function decide(lead: Lead | undefined, command: Command, context: DecideContext): Decision {
  if (command.type === 'capture') {
    if (lead) throw new Error('A lead is captured once');
    return capture(command, context);
  }
  if (!lead) throw new Error(`There is no lead to ${command.type}`);
  const decided = draftsFor(lead, command, context);
  if ('code' in decided) return refuse(decided);
  if (asksForState.includes(command.type) && changesNothing(lead, stamp(decided, context))) {
    return refuse({ code: 'already-done' });
  }
  const at = command.type === 'record-mail' ? command.mail.at : context.now;
  const events = stamp(decided, { ...context, now: at });
  const taken = isAlarm(lead) ? taking(lead, evolveAll(lead, events), context) : [];
  return { events: [...stamp(taken, { ...context, now: at }), ...events] };
}
