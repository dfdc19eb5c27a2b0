/** What happened to a lead: its timeline. */
import * as z from 'zod';
import { topics } from '../capture/topic.ts';
import { grounds, mailRefusals } from '../lawful/refusals.ts';
import { day, moment } from '../time/moment.ts';
import { askables } from './askable.ts';
import { contactSchema, languages, otherPhonesSchema, salutations } from './contact.ts';
import { emptiable } from './emptied.ts';
import { proposalSchema, toldFact } from './learned.ts';
import {
  attributionSchema,
  consentSchema,
  mailReferenceSchema,
  mutedReasons,
  proofs,
  sources,
  submittedFilesSchema,
  suspicionSigns,
} from './origin.ts';
import { cadenceNames, stageKeys, sums } from './pipeline.ts';
import { requestSchema } from './request.ts';
import { kinds, urgencies } from './request-kind.ts';
import { undoableSteps } from './undoable-steps.ts';

/** 10 characters of Crockford's base32 (no I, L, O, U): what people read out on the phone. */
export const leadIdSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/);

/** Money in cents (of the company's currency), whole and not negative. */
export const cents = z.int().min(0).max(1_000_000_000_00);

const actor = z.enum(['customer', 'owner', 'system']);
const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({
    type: z.literal(type),
    at: moment,
    by: actor,
    /** The name of whoever did it, where his own link says so. */
    person: z.string().optional(),
    ...shape,
  });

/** Why a mail came back, as a report tells it: the address is wrong, it was not wanted, or nobody knows. */
const reportedReasons = ['address', 'refused', 'unclear'] as const;
export type ReportedReason = (typeof reportedReasons)[number];

const replyFactsSchema = z.strictObject({
  phones: z.array(z.strictObject({ phone: z.string(), phoneE164: z.string() })).optional(),
  emails: z.array(z.string()).optional(),
  address: z.string().optional(),
  postcode: z.string().optional(),
  city: z.string().optional(),
  /** What is to be done, by when, for how much, and when a visit or a call would suit. */
  installation: z.string().optional(),
  timeframe: z.string().optional(),
  budget: z.string().optional(),
  wishedDate: z.string().optional(),
});
export type ReplyFacts = z.infer<typeof replyFactsSchema>;

/** What earlier requests tell about a person: in our words, never in the customer's. */
const knownPerson = {
  /** How many there were. */
  requests: z.int().min(1),
  /** The newest of them, as it stood then. Absent: it is no longer to be told. */
  last: z
    .strictObject({
      leadId: leadIdSchema,
      capturedAt: moment,
      stage: z.enum(stageKeys),
      topic: z.enum(topics).optional(),
      kind: z.enum(kinds).optional(),
    })
    .optional(),
  /** It came under another name: a family, an office, a property manager, or somebody else. */
  otherName: z.boolean().optional(),
  /** His number from an earlier request, where this one has none: nobody has proven it, and only the owner may read it. */
  phone: z.strictObject({ phone: z.string(), phoneE164: z.string().optional() }).optional(),
};
export const knownPersonSchema = z.strictObject(knownPerson);
export type KnownPerson = z.infer<typeof knownPersonSchema>;

/** A mail that went out, by its key in the mail log. */
const sentMail = { mail: z.string(), number: z.int().min(1), key: z.string() };

/** The same to the customer, and what allowed it; absent: an event of an earlier release. */
const sentToCustomer = { ...sentMail, ground: z.enum(grounds).optional() };

/** A mail that is still to go to the customer; `of` is its key in the mail log. */
const aheadMail = { mail: z.string(), number: z.int().min(1), of: z.string() };

/** Of a lead that slept until a date before the customer wrote, and sleeps again: when it wakes. */
const wakesAgainAt = moment.optional();

/** The mail says that no further one comes. */
const last = z.literal(true).optional();

export const leadEventSchema = z.discriminatedUnion('type', [
  event('captured', {
    id: leadIdSchema,
    /** Where the pipeline begins, or where emergencies are. */
    stage: z.enum(stageKeys),
    contact: contactSchema,
    request: requestSchema,
    source: z.enum(sources),
    attribution: attributionSchema,
    consent: consentSchema.optional(),
    mail: mailReferenceSchema.optional(),
    muted: z.enum(mutedReasons).optional(),
    proof: z.enum(proofs).optional(),
    files: submittedFilesSchema.optional(),
    /** Why it was kept aside. */
    suspicion: z.array(z.enum(suspicionSigns)).optional(),
    /** An earlier request of the same person. */
    relatedTo: leadIdSchema.optional(),
    /** Others of the business are to hear of what one of them typed in. */
    tellsOthers: z.literal(true).optional(),
  }),
  /** The same submission came again with other content: what is new is taken over. */
  event('resubmitted', {
    contact: contactSchema,
    request: requestSchema,
    consent: consentSchema.optional(),
    files: submittedFilesSchema.optional(),
    proof: z.enum(proofs).optional(),
  }),
  /** Earlier requests came under the same address or number. */
  event('person-recognised', { ...knownPerson, belongsTo: leadIdSchema.optional() }),
  /** The same person asked for something later. */
  event('request-followed', { leadId: leadIdSchema }),
  /** Two leads are one request. */
  event('merged', {
    /** This one ended, and goes on there. */
    into: leadIdSchema.optional(),
    /** The day the data is erased. */
    expiresOn: day.optional(),
    /** What somebody wrote to that one, taken over by this one: each of its events on its own. */
    from: leadIdSchema.optional(),
    sentAt: moment.optional(),
    contact: contactSchema.optional(),
    request: requestSchema.optional(),
    text: z.string().optional(),
    mail: mailReferenceSchema.optional(),
    files: submittedFilesSchema.optional(),
    /** What that one knew, and what waited there for a tap. */
    proposals: z.array(proposalSchema).optional(),
  }),
  event('acknowledged', sentToCustomer),
  /** A limit was reached, so the first answer does not go out by itself. */
  event('acknowledgement-withheld', { why: z.enum(mutedReasons) }),
  /** The owner has the first answer sent that did not go out by itself. */
  event('acknowledgement-requested', {}),
  /** The owner made a lead of what was kept aside. */
  event('rescued', {}),
  event('owner-alerted', sentMail),
  event('follow-up-sent', { ...sentToCustomer, last }),
  /** This mail does not go to the customer, or not before a time, and why. */
  event('mail-refused', {
    mail: z.string(),
    number: z.int().min(1),
    why: z.enum(mailRefusals),
    until: moment.optional(),
  }),
  /** The business keeps this one back; its rhythm goes on with the next. */
  event('mail-skipped', aheadMail),
  /** It does not wait for its time any more. */
  event('mail-hurried', aheadMail),
  /** It says this instead of the standard words. Absent: it says those again, or these were erased. */
  event('mail-worded', { ...aheadMail, text: z.string().optional() }),
  /** The business has its customer reminded of this request no more. */
  event('reminders-paused', {}),
  event('reminders-resumed', {}),
  event('owner-chased', {
    ...sentMail,
    cadence: z.enum(cadenceNames),
    /** Whoever the request is with was away: it went to somebody else, or waits for him. */
    away: z.literal(true).optional(),
  }),
  /** The owner got his copy of a visit's confirmation or reminder. */
  event('owner-informed', sentMail),
  /**
   * Nobody knows whether this mail to the customer went out; it is not repeated. One `to` the owner is only noted, and
   * sent again if it is still of use.
   */
  event('mail-uncertain', { ...sentToCustomer, last, to: z.literal('owner').optional() }),
  event('mail-rejected', sentMail),
  event('stalled', { cadence: z.enum(cadenceNames) }),
  /** The last mail about a closed lead is out. */
  event('cadence-ended', { cadence: z.enum(cadenceNames) }),
  event('moved', {
    from: z.enum(stageKeys),
    to: z.enum(stageKeys),
    reason: z.string().optional(),
    /** The day it comes back. */
    lookAgainOn: day.optional(),
    /** Into a stage that sleeps: until when. */
    wakesAt: moment.optional(),
    /** The day the data is erased. */
    expiresOn: day.optional(),
    /** Closed, and a visit is ahead all the same of which both are still to be reminded. */
    keepsVisit: z.literal(true).optional(),
  }),
  event('qualified', { explicitly: z.boolean() }),
  event('value-changed', {
    valueCents: cents,
    basis: z.enum(sums),
  }),
  event('probability-changed', { probability: z.int().min(0).max(100) }),
  event('details-changed', {
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    phoneE164: z.string().optional(),
    company: z.string().optional(),
    salutation: z.enum(salutations).optional(),
    otherPhones: otherPhonesSchema.optional(),
    address: z.string().optional(),
    postcode: z.string().optional(),
    city: z.string().optional(),
    language: z.enum(languages).optional(),
    source: z.enum(sources).optional(),
    kind: z.enum(kinds).optional(),
    urgency: z.enum(urgencies).optional(),
    installation: z.string().optional(),
    timeframe: z.string().optional(),
    budget: z.string().optional(),
    wishedDate: z.string().optional(),
    /** What stood there was wrong, and nothing takes its place. */
    emptied: z.array(z.enum(emptiable)).optional(),
  }),
  /** The owner does not take what an answer says. */
  event('fact-dismissed', toldFact),
  /** An answer of the customer taught it, and it was unknown; or the owner took it instead of what was known. */
  event('fact-learned', {
    ...toldFact,
    from: z.enum(['answer', 'owner']),
    /** What stood there before. */
    instead: z.string().optional(),
  }),
  event('contact-attempted', {
    reached: z.boolean(),
    /** Who is next after the talk; `open`: nobody said so. Absent: an event of an earlier release. */
    next: z.enum(['owner', 'customer', 'open']).optional(),
    /** What the owner wants the customer to be asked, if he is next. */
    asks: z.array(z.enum(askables)).optional(),
    wakesAt: wakesAgainAt,
  }),
  /** The owner has read the customer's answer, which needs no other. */
  event('answer-read', { wakesAt: wakesAgainAt }),
  /** The owner has the customer told that it comes to nothing, in these words. Absent: they were erased. */
  event('declined', { text: z.string().optional(), wakesAt: wakesAgainAt }),
  event('visit-planned', { startsAt: moment, durationMinutes: z.int().min(5).max(600) }),
  /** One that was ahead has another date or length. */
  event('visit-moved', { startsAt: moment, durationMinutes: z.int().min(5).max(600), from: moment }),
  /** One that was ahead does not take place. */
  event('visit-cancelled', { startsAt: moment }),
  /** It is somebody's of the business from now on; without `to` it is nobody's in particular again. */
  event('assigned', {
    /** His address, in lower case. */
    to: z.string().optional(),
    /** As he was called then. */
    name: z.string().optional(),
  }),
  /** Whoever asked this is the same person as somebody who asked something else: that one's addresses and numbers are his too. */
  event('person-joined', {
    /** A request of the other one. */
    with: leadIdSchema.optional(),
    emails: z.array(z.string()).optional(),
    phones: otherPhonesSchema.optional(),
  }),
  event('postponed', { until: day, wakesAt: moment }),
  event('customer-replied', {
    text: z.string().optional(),
    mail: mailReferenceSchema.optional(),
    /** Who wrote, if not from the customer's known address. */
    from: z.string().optional(),
    /** He did not write: he called, and nobody took it. */
    called: z.literal(true).optional(),
    /** He wrote that he wants no mails any more. */
    stops: z.literal(true).optional(),
    /** What the new text says of how to reach somebody, where, what and when: as it stands there, proven by nobody. */
    facts: replyFactsSchema.optional(),
    /** He only told what was asked of him for the visit, or said thanks or yes to it: it stands, and nobody owes him a word. */
    forVisit: z.literal(true).optional(),
    /** Of an emergency: it names a number that nobody knew. */
    newNumber: z.literal(true).optional(),
    /** Of what was put down as spam: its sender answered our mail as a person does, so it waits as a request, and is kept as long. */
    expiresOn: day.optional(),
  }),
  /** The owner answered from the mail program; the answer went on to the customer. */
  event('owner-replied', {
    text: z.string().optional(),
    mail: mailReferenceSchema.optional(),
    /** It was written before the customer's last words, which it does not answer. */
    crossed: z.literal(true).optional(),
    /** What allowed the mail to the customer; absent: an event of an earlier release. */
    ground: z.enum(grounds).optional(),
    wakesAt: wakesAgainAt,
  }),
  /** The owner's own words, for the business alone: no customer ever reads them. Absent: they were erased. */
  event('noted', {
    text: z.string().optional(),
    mail: mailReferenceSchema.optional(),
    /** The lead it was written on, which turned out to be this one, and when. */
    from: leadIdSchema.optional(),
    sentAt: moment.optional(),
  }),
  /** A mail that changes nothing: an absence note, a delay, a full mailbox, one that never went out, a copy, a doubtful one. */
  event('mail-noted', {
    what: z.enum([
      'auto-reply',
      'delayed',
      'not-arrived',
      'rejected',
      'copy',
      'doubtful',
      'accepted',
      'contradicted',
    ]),
    text: z.string().optional(),
    mail: mailReferenceSchema.optional(),
  }),
  event('mail-bounced', {
    email: z.string(),
    /** In the words of the other server. */
    reason: z.string().optional(),
    mail: mailReferenceSchema.optional(),
    /**
     * A mail says so, and why; anybody can write one, so it stops nothing. Absent: the service that sends our mails says so.
     */
    reported: z.enum(reportedReasons).optional(),
    /** Of a report that names a mail which went to this very address: the customer's reminders wait until then. */
    heldUntil: moment.optional(),
    /** No news: the address was known for it, since then, when the lead got it. */
    knownSince: moment.optional(),
  }),
  /** The customer called our mail spam. */
  event('complained', { email: z.string(), knownSince: moment.optional() }),
  /** The customer wants no more mails about this request. */
  event('stopped', {}),
  /** Whoever reads the mails at the address did not ask for anything: it is somebody else's, or was misspelt. */
  event('disowned', {}),
  /** Somebody is taking care of the emergency. */
  event('confirmed', {}),
  event('marked-spam', { expiresOn: day }),
  /** The day of an unqualified lead has come. */
  event('woken', {}),
  /** The timer was lost or late: a new generation, everything else as it was. */
  event('timer-renewed', {}),
  /** Personal data was removed. */
  event('erased', { expiresOn: day }),
  /** What somebody did at that moment was taken back, before anything else happened. */
  event('undone', { doneAt: moment, what: z.array(z.enum(undoableSteps)) }),
]);
export type LeadEvent = z.infer<typeof leadEventSchema>;
export type EventOf<T extends LeadEvent['type']> = Extract<LeadEvent, { type: T }>;
