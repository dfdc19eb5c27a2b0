/** The lead: one request of one contact, and the events that made it what it is. */
import * as z from 'zod';
import { mailFlags } from './inbound/incoming-mail.ts';
import { cadenceNames, stageKeys } from './pipeline.ts';

export const sources = [
  'website',
  'email',
  'phone',
  'word-of-mouth',
  'advertisement',
  'social-media',
  'portal',
  'other',
] as const;
export type Source = (typeof sources)[number];

export const kinds = ['project', 'repair', 'advice'] as const;
export type Kind = (typeof kinds)[number];

export const urgencies = ['now', 'soon', 'planned'] as const;
export type Urgency = (typeof urgencies)[number];

export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

/** 10 characters of Crockford's base32 (no I, L, O, U): what people read out on the phone. */
export const leadIdSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/);

/** A moment: ISO 8601 in UTC with milliseconds. */
export const moment = z.iso.datetime({ precision: 3 });
const day = z.iso.date();
/** Money in cents (of the company's currency), whole and not negative. */
const cents = z.int().min(0).max(1_000_000_000_00);

export const contactSchema = z.strictObject({
  name: z.string().optional(),
  /** Lower case, as normalised at the door. */
  email: z.string().optional(),
  /** As typed. */
  phone: z.string().optional(),
  /** E.164, where `phone` parses for the company's country. */
  phoneE164: z.string().optional(),
  address: z.string().optional(),
  postcode: z.string().optional(),
  city: z.string().optional(),
  language: z.enum(languages),
});
export type Contact = z.infer<typeof contactSchema>;

export const requestSchema = z.strictObject({
  message: z.string().optional(),
  kind: z.enum(kinds).optional(),
  /** The listed word in the message that decided the kind; absent if it was chosen explicitly. */
  kindWord: z.string().optional(),
  urgency: z.enum(urgencies),
  /** The listed word in the message that decided the urgency. */
  urgencyWord: z.string().optional(),
  /** Gas was named: the answer carries the safety sentence. */
  gas: z.boolean(),
  installation: z.string().optional(),
  timeframe: z.string().optional(),
  budget: z.string().optional(),
  /** Fields of the form that nobody knows: kept, never refused. */
  extra: z.array(z.strictObject({ name: z.string(), value: z.string() })),
});
export type Request = z.infer<typeof requestSchema>;

/** The mail something came by: the raw mail is kept under its id, and its files beside it. */
const mailReferenceSchema = z.strictObject({
  id: z.string(),
  /** As the sender's program named it: our answer says that it belongs to it. */
  messageId: z.string().optional(),
  files: z.array(
    z.strictObject({
      index: z.int().min(0),
      name: z.string(),
      contentType: z.string(),
      bytes: z.int().min(0),
    }),
  ),
  flags: z.array(z.enum(mailFlags)).optional(),
});
export type MailReference = z.infer<typeof mailReferenceSchema>;

/** Why the first answer to a request is not written by us. */
const mutedReasons = [
  /** A machine wrote: it would answer us. */
  'automatic',
  /** This person got an automatic answer within the last 24 hours. */
  'answered-lately',
  /** A portal wants answers on its own pages. */
  'portal',
  /** Too many mails of one sender. */
  'too-many',
] as const;
export type Muted = (typeof mutedReasons)[number];

export const attributionSchema = z.strictObject({
  page: z.string().optional(),
  /** The address of ours a mail came to. */
  mailbox: z.string().optional(),
  /** The portal that brought it, where it wants the answer and by when, as it says it. */
  portal: z
    .strictObject({ name: z.string(), url: z.string().optional(), deadline: z.string().optional() })
    .optional(),
  referrer: z.string().optional(),
  /** `utm_source` and its like, by their full names. */
  utm: z.record(z.string(), z.string()),
});
export type Attribution = z.infer<typeof attributionSchema>;

/** Proof that somebody agreed to advertising: what they saw, where, when (Art. 7(1) GDPR). */
export const consentSchema = z.strictObject({ at: moment, wording: z.string(), page: z.string().optional() });
export type Consent = z.infer<typeof consentSchema>;

const visitSchema = z.strictObject({
  startsAt: moment,
  durationMinutes: z.int().min(5).max(600),
  plannedAt: moment,
  /** Grows with each new date, so that calendars replace the old one (iCalendar SEQUENCE). */
  sequence: z.int().min(0),
});
export type Visit = z.infer<typeof visitSchema>;

const actor = z.enum(['customer', 'owner', 'system']);
const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), at: moment, by: actor, ...shape });

/** A mail that went out, by its key in the mail log. */
const sentMail = { mail: z.string(), number: z.int().min(1), key: z.string() };

export const leadEventSchema = z.discriminatedUnion('type', [
  event('captured', {
    id: leadIdSchema,
    stage: z.enum(['new', 'service']),
    contact: contactSchema,
    request: requestSchema,
    source: z.enum(sources),
    attribution: attributionSchema,
    consent: consentSchema.optional(),
    mail: mailReferenceSchema.optional(),
    muted: z.enum(mutedReasons).optional(),
    /** An earlier request of the same person. */
    relatedTo: leadIdSchema.optional(),
  }),
  /** The same submission came again with other content: what is new is taken over. */
  event('resubmitted', { contact: contactSchema, request: requestSchema }),
  event('acknowledged', sentMail),
  event('owner-alerted', sentMail),
  event('follow-up-sent', sentMail),
  event('owner-chased', { ...sentMail, cadence: z.enum(cadenceNames) }),
  /** The owner got his copy of a visit's confirmation or reminder. */
  event('owner-informed', sentMail),
  /** The provider never said whether it took this mail to the customer; it is not repeated. */
  event('mail-uncertain', sentMail),
  event('mail-rejected', sentMail),
  event('stalled', { cadence: z.enum(cadenceNames) }),
  event('moved', {
    from: z.enum(stageKeys),
    to: z.enum(stageKeys),
    reason: z.string().optional(),
    /** Into `unqualified`: the day it comes back, and when that day begins for the business. */
    lookAgainOn: day.optional(),
    wakesAt: moment.optional(),
    /** Closed without a deal: the day the data is erased. */
    expiresOn: day.optional(),
  }),
  event('qualified', { explicitly: z.boolean() }),
  event('value-changed', {
    valueCents: cents,
    basis: z.enum(['estimated', 'quoted', 'final']),
  }),
  event('probability-changed', { probability: z.int().min(0).max(100) }),
  event('details-changed', {
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    phoneE164: z.string().optional(),
    kind: z.enum(kinds).optional(),
    installation: z.string().optional(),
    timeframe: z.string().optional(),
    budget: z.string().optional(),
  }),
  event('contact-attempted', { reached: z.boolean() }),
  event('visit-planned', { startsAt: moment, durationMinutes: z.int().min(5).max(600) }),
  event('postponed', { until: day, wakesAt: moment }),
  event('customer-replied', {
    text: z.string().optional(),
    mail: mailReferenceSchema.optional(),
    /** Who wrote, if not from the customer's known address. */
    from: z.string().optional(),
  }),
  /** The owner answered from the mail program; the answer went on to the customer. */
  event('owner-replied', { text: z.string().optional(), mail: mailReferenceSchema.optional() }),
  /** A mail that changes nothing: an absence note, a delay, one that never went out, a copy, a doubtful one. */
  event('mail-noted', {
    what: z.enum(['auto-reply', 'delayed', 'rejected', 'copy', 'doubtful']),
    text: z.string().optional(),
    mail: mailReferenceSchema.optional(),
  }),
  event('mail-bounced', {
    email: z.string(),
    /** In the words of the other server. */
    reason: z.string().optional(),
    mail: mailReferenceSchema.optional(),
  }),
  /** The customer called our mail spam. */
  event('complained', { email: z.string() }),
  /** The customer wants no more mails about this request. */
  event('stopped', {}),
  /** Somebody is taking care of the emergency. */
  event('confirmed', {}),
  event('marked-spam', { expiresOn: day }),
  /** The day of an unqualified lead has come. */
  event('woken', {}),
  /** The timer was lost or late: a new generation, everything else as it was. */
  event('timer-renewed', {}),
  /** Personal data was removed. */
  event('erased', { expiresOn: day }),
]);
export type LeadEvent = z.infer<typeof leadEventSchema>;
export type EventOf<T extends LeadEvent['type']> = Extract<LeadEvent, { type: T }>;

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
});
export type RunningCadence = z.infer<typeof runningCadenceSchema>;

export const leadSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: leadIdSchema,
  /** Grows with every write; the condition of the next one. */
  version: z.int().min(0),
  /** Grows whenever the running timer is no longer right; names the execution. */
  generation: z.int().min(1),
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
  /** Why it was lost or not qualified. */
  reason: z.string().optional(),
  lookAgainOn: day.optional(),
  waitsFor: z.enum(['owner', 'customer', 'either', 'nobody']),
  cadence: runningCadenceSchema.optional(),
  /** The cadence has ended without a result; the owner decides. */
  stalledAt: moment.optional(),
  /** Explicit "later". */
  postponedUntil: day.optional(),
  acknowledgedAt: moment.optional(),
  alertedAt: moment.optional(),
  /** Urgent: somebody said "I take it". */
  confirmedAt: moment.optional(),
  /** No more mails to this customer about this request, and why. */
  mailsStopped: z.enum(['stopped', 'bounced', 'complained']).optional(),
  uncertainMails: z.int().min(0),
  /** Customer mails of the visit that went out for `visit.sequence`: confirmation, reminder; the owner's copies. */
  visitMails: z.array(z.enum(['confirmation', 'reminder', 'owner-confirmation', 'owner-reminder'])),
  spam: z.boolean(),
  /** The request gets no automatic answer, and why. */
  muted: z.enum(mutedReasons).optional(),
  relatedTo: leadIdSchema.optional(),
  /** When the workflow must look again: the execution waits until then, the reconciler repairs after. */
  dueAt: moment,
  closedAt: moment.optional(),
  /** When the data is erased; only closed leads without a deal. */
  expiresOn: day.optional(),
  /** Newest last. The store moves the oldest beyond 200 aside. */
  timeline: z.array(leadEventSchema),
  /** Set by the store: how many events it has moved aside. The timeline goes on after them. */
  archivedEvents: z.int().min(0).optional(),
});
export type Lead = z.infer<typeof leadSchema>;

/** What the index carries: all that lists, the digest and the reconciler need, and no more. */
export const leadSummarySchema = leadSchema
  .pick({
    id: true,
    generation: true,
    stage: true,
    stageSince: true,
    capturedAt: true,
    movedAt: true,
    movedFrom: true,
    source: true,
    probability: true,
    valueCents: true,
    quotedCents: true,
    finalCents: true,
    visit: true,
    reason: true,
    lookAgainOn: true,
    waitsFor: true,
    stalledAt: true,
    postponedUntil: true,
    confirmedAt: true,
    mailsStopped: true,
    uncertainMails: true,
    dueAt: true,
    closedAt: true,
  })
  .extend({
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    phoneE164: z.string().optional(),
    city: z.string().optional(),
    kind: z.enum(kinds).optional(),
    urgency: z.enum(urgencies),
    /** The first words of the request. */
    excerpt: z.string().optional(),
    cadence: z.enum(cadenceNames).optional(),
    /** Mails of that cadence that went out: the owner who was chased once owes something. */
    cadenceSent: z.int().min(0).optional(),
  });
export type LeadSummary = z.infer<typeof leadSummarySchema>;

const excerptLength = 140;

/** Made once: zod compiles each schema on its first use. */
const summaryOfLead = leadSummarySchema.strip();

/** The summary of a lead. */
export function summarise(lead: Lead): LeadSummary {
  const { contact, request } = lead;
  const picked = summaryOfLead.parse({
    ...lead,
    name: contact.name,
    email: contact.email,
    phone: contact.phone,
    phoneE164: contact.phoneE164,
    city: contact.city,
    kind: request.kind,
    urgency: request.urgency,
    excerpt: excerpt(request.message),
    cadence: lead.cadence?.name,
    cadenceSent: lead.cadence?.sent,
  });
  return picked;
}

/** The first words of a text on one line, cut at a word. */
export function excerpt(text: string | undefined, length = excerptLength): string | undefined {
  const line = text?.replace(/\s+/g, ' ').trim();
  if (!line) return undefined;
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2));
  // A cut inside a word may have halved an emoji.
  return `${words.replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}

/** Value times probability, in cents; 0 where there is no sale or no value yet. */
export function weightedCents(lead: Pick<Lead, 'valueCents' | 'probability'>): number {
  return Math.round(((lead.valueCents ?? 0) * (lead.probability ?? 0)) / 100);
}
