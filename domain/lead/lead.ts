/** The lead: one request of one contact, and the events that made it what it is. */
import * as z from 'zod';
import { mailRefusals } from '../lawful/refusals.ts';
import { day, moment } from '../time/moment.ts';
import { askables } from './askable.ts';
import { cancelledVisitSchema } from './cancelled-visit-schema.ts';
import { contactSchema } from './contact.ts';
import { cents, knownPersonSchema, leadEventSchema, leadIdSchema } from './event.ts';
import { proposalSchema } from './learned.ts';
import { attributionSchema, consentSchema, mutedReasons, proofs, sources } from './origin.ts';
import { cadenceNames, stageKeys } from './pipeline.ts';
import { requestSchema } from './request.ts';
import { undoableSteps } from './undoable-steps.ts';

const visitSchema = z.strictObject({
  startsAt: moment,
  durationMinutes: z.int().min(5).max(600),
  plannedAt: moment,
  /** Grows with each new date, so that calendars replace the old one (iCalendar SEQUENCE). */
  sequence: z.int().min(0),
});
export type Visit = z.infer<typeof visitSchema>;

/** The cadence that is running, and how far it has come. */
const runningCadenceSchema = z.strictObject({
  name: z.enum(cadenceNames),
  /** All delays count from here; may lie in the future (a visit, a date it was postponed to). */
  startedAt: moment,
  /**
   * The generation in which it began. Mail keys are made of it, not of the current generation: a renewed timer must
   * find the mails its predecessor sent.
   */
  generation: z.int().min(1),
  /** Mails of this cadence that went out. */
  sent: z.int().min(0),
  lastSentAt: moment.optional(),
  /** Of those that went out, while whoever it is with was away: they were not in vain. */
  sentAway: z.int().min(1).optional(),
  /** No more of its mails go to the customer, and why: the owner is chased instead. */
  refused: z.enum(mailRefusals).optional(),
  /** Its next mail to the customer waits until then. */
  heldUntil: moment.optional(),
});
export type RunningCadence = z.infer<typeof runningCadenceSchema>;

/** What reminders the customer got, and since when nothing new has happened that he knows of. See `reminders.ts`. */
const remindersSchema = z.strictObject({
  /** Since the customer last wrote. */
  unanswered: z.int().min(0),
  /** Since something new happened that he knows of: he wrote, a visit was agreed, a new quote went out. */
  inWaiting: z.int().min(0),
  lastAt: moment,
  /** The last one in this waiting: of which rhythm it was, and its number. */
  last: z.strictObject({ name: z.enum(cadenceNames), number: z.int().min(1) }).optional(),
  /** It said that no further mail comes. */
  promised: z.literal(true).optional(),
});
export type Reminders = z.infer<typeof remindersSchema>;

/** All of a lead but what can be taken back of it. */
const standingSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: leadIdSchema,
  /** Grows with every write; the condition of the next one. */
  version: z.int().min(0),
  /** Grows whenever the running timer is no longer right; names the execution. */
  generation: z.int().min(1),
  /** The generation since which nothing happened that people know of: what was made since then holds. See `as-seen.ts`. */
  standsSince: z.int().min(1).optional(),
  stage: z.enum(stageKeys),
  stageSince: moment,
  capturedAt: moment,
  /** Last change that somebody made or noticed; not our own mails. */
  movedAt: moment,
  movedFrom: z.enum(stageKeys).optional(),
  contact: contactSchema,
  request: requestSchema,
  source: z.enum(sources),
  attribution: attributionSchema,
  consent: consentSchema.optional(),
  /** In percent; `null` for emergencies, which are no sale. */
  probability: z.int().min(0).max(100).nullable(),
  /** The owner set the probability; holds until the next change of stage. */
  probabilityOverridden: z.boolean(),
  /** The best figure known: final, else quoted, else estimated. */
  valueCents: cents.optional(),
  quotedCents: cents.optional(),
  finalCents: cents.optional(),
  qualified: z.boolean(),
  visit: visitSchema.optional(),
  /** What the customer's answers say otherwise than the lead does, the newest last: one tap takes it. */
  proposals: z.array(proposalSchema).optional(),
  /** The last visit that was called off. */
  cancelledVisit: cancelledVisitSchema.optional(),
  /** Closed, with a visit that is ahead all the same, until both were reminded of it. */
  visitKept: z.literal(true).optional(),
  /** Why it was lost or not qualified. */
  reason: z.string().optional(),
  /** What the customer is told of it, since it was closed, and when the owner chose so. */
  declined: z.strictObject({ text: z.string(), at: moment }).optional(),
  /** He was not told yet. */
  refusalDue: z.literal(true).optional(),
  lookAgainOn: day.optional(),
  /** Whose it is in the business, by his address. Absent: of owner and office. */
  assignedTo: z.string().optional(),
  /** Somebody else gave it to him, and he has not been told yet. */
  handedOver: z.strictObject({ at: moment, generation: z.int().min(1) }).optional(),
  waitsFor: z.enum(['owner', 'customer', 'either', 'nobody']),
  cadence: runningCadenceSchema.optional(),
  /** What the owner wants the customer to be asked; nothing else is. */
  asks: z.array(z.enum(askables)).optional(),
  /** Absent: the customer got none, or the lead is of an earlier release. */
  reminders: remindersSchema.optional(),
  /** The cadence has ended without a result; the owner decides. */
  stalledAt: moment.optional(),
  /** Explicit "later". */
  postponedUntil: day.optional(),
  acknowledgedAt: moment.optional(),
  alertedAt: moment.optional(),
  /** Urgent: somebody said "I take it". */
  confirmedAt: moment.optional(),
  /** Urgent: it was taken while it rang, when that had begun, and by whom; until those are told who were called, too. */
  taking: z.strictObject({ alarmBegan: moment, person: z.string().optional() }).optional(),
  /** Urgent: of the alarm that began in this generation the customer was told that nobody has taken it yet. */
  unansweredTold: z.int().min(1).optional(),
  /** Urgent: a number came that those who are called have not been told; grows with each. */
  untoldNumber: z.int().min(1).optional(),
  /** No more mails to this customer about this request, and why. */
  mailsStopped: z.enum(['stopped', 'bounced', 'complained', 'disowned']).optional(),
  /** The business has the customer reminded of this request no more. */
  remindersPaused: z.literal(true).optional(),
  /** What the business wants of the one mail to the customer that has this key, until it went out or never will. */
  nextMail: z
    .strictObject({
      key: z.string(),
      /** Instead of the standard words. */
      text: z.string().optional(),
      /** It does not wait for its time, since then. */
      hurriedAt: moment.optional(),
    })
    .optional(),
  /** Whoever has the address said "that was not me", and no rhythm that began tells the owner of it. */
  untoldDisowning: z.literal(true).optional(),
  /**
   * A mail tells that one of ours did not arrive, and nobody has acted since. It proves nothing: it only holds the reminders
   * to the customer, for a while and not always. Whose turn it was is kept while they are held and the owner must phone.
   */
  bounceReport: z
    .strictObject({
      at: moment,
      heldUntil: moment.optional(),
      turn: z.enum(['customer', 'either']).optional(),
    })
    .optional(),
  uncertainMails: z.int().min(0),
  /** Since when mails of this lead wait because the provider takes none from us. */
  mailsHeldSince: moment.optional(),
  /**
   * The owner's answer to the customer waits for the same reason, since when; and until when nobody is reminded because of it.
   * Whoever tries the answer again puts that off.
   */
  answerHeld: z.strictObject({ since: moment, until: moment }).optional(),
  /** Customer mails of the visit that went out for `visit.sequence`: confirmation, reminder; the owner's copies. */
  visitMails: z.array(z.enum(['confirmation', 'reminder', 'owner-confirmation', 'owner-reminder'])),
  /** The date that the customer was told last, and the number of the mail that told it. */
  visitTold: z.strictObject({ startsAt: moment, number: z.int().min(1) }).optional(),
  /** Keys of the lines of mails and of the taps that were carried out on it, the newest last. See `carried-out.ts`. */
  carriedOut: z.array(z.string()).optional(),
  spam: z.boolean(),
  /** The request gets no automatic answer, and why. */
  muted: z.enum(mutedReasons).optional(),
  proof: z.enum(proofs).optional(),
  /** The first answer that did not go out by itself: held back until the owner acted, or asked for by him. */
  acknowledgement: z.enum(['withheld', 'requested']).optional(),
  /**
   * Times the customer corrected it, how many of them the owner was told, since when the others wait, and when the last one
   * came.
   */
  corrections: z
    .strictObject({ count: z.int().min(1), told: z.int().min(0), since: moment, last: moment })
    .optional(),
  /** In this generation the first answer became due once more: to another address, or because gas is named now. */
  answerAgain: z.int().min(1).optional(),
  relatedTo: leadIdSchema.optional(),
  /** What earlier requests under the same address or number tell. */
  known: knownPersonSchema.optional(),
  /** Later requests of the same person, the newest last. */
  followedBy: z.array(leadIdSchema).optional(),
  /** An open lead that this may be the same request as. */
  belongsTo: leadIdSchema.optional(),
  /** Other tries of its submission were told these numbers: each of them leads here. */
  otherNumbers: z.array(leadIdSchema).optional(),
  /** It goes on in this lead. */
  mergedInto: leadIdSchema.optional(),
  /** When the workflow must look again: the execution waits until then, the reconciler repairs after. */
  dueAt: moment,
  closedAt: moment.optional(),
  /** When the data is erased; only closed leads without a deal. */
  expiresOn: day.optional(),
  /** Newest last. The store moves the oldest beyond 200 aside. */
  timeline: z.array(leadEventSchema),
  /** Set by the store: how many events it has moved aside. The timeline goes on after them. */
  archivedEvents: z.int().min(0).optional(),
  /** Set by the store: the mark of what it is found by. Absent: nothing yet. */
  indexed: z.string().optional(),
});

/** The last step of somebody of the business, as long as it can be taken back: what stood before it. */
const undoableSchema = z.strictObject({
  doneAt: moment,
  person: z.string().optional(),
  what: z.array(z.enum(undoableSteps)).min(1),
  /** What it changed, as it was. */
  was: standingSchema.omit({ timeline: true }).partial(),
  /** What was absent before. */
  unset: z.array(z.string()),
  /** The last line or tap that had been carried out before it: the same form may be sent again after it was taken back. */
  carriedOut: z.string().optional(),
  /** The timer began anew because of it. */
  renewed: z.literal(true).optional(),
});
export type Undoable = z.infer<typeof undoableSchema>;

export const leadSchema = standingSchema.extend({ undoable: undoableSchema.optional() });
export type Lead = z.infer<typeof leadSchema>;

/** Value times probability, in cents; 0 where there is no sale or no value yet. */
export function weightedCents(lead: Pick<Lead, 'valueCents' | 'probability'>): number {
  return Math.round(((lead.valueCents ?? 0) * (lead.probability ?? 0)) / 100);
}
