/** What lists, the digest and the reconciler need of a lead. */
import * as z from 'zod';
import { moment } from '../time/moment.ts';
import { type Lead, leadSchema } from './lead.ts';
import { cadenceNames } from './pipeline.ts';
import { kinds, urgencies } from './request-kind.ts';

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
    bounceReport: true,
    answerHeld: true,
    uncertainMails: true,
    muted: true,
    proof: true,
    dueAt: true,
    closedAt: true,
    known: true,
    belongsTo: true,
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
    /** When the customer last corrected it. */
    correctedAt: moment.optional(),
    /** Mails of that cadence that went out: the owner who was chased once owes something. */
    cadenceSent: z.int().min(0).optional(),
  });
export type LeadSummary = z.infer<typeof leadSummarySchema>;

const excerptLength = 140;

const carried = Object.keys(leadSummarySchema.shape) as readonly (keyof LeadSummary)[];

/** The summary of a lead. */
export function summarise(lead: Lead): LeadSummary {
  const { contact, request } = lead;
  const all: Omit<Lead, 'cadence'> & Partial<LeadSummary> = {
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
    ...(lead.corrections && { correctedAt: lead.corrections.last }),
  };
  const summary: Partial<Record<keyof LeadSummary, unknown>> = {};
  for (const name of carried) if (all[name] !== undefined) summary[name] = all[name];
  return summary as LeadSummary;
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
