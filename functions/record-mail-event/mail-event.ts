/**
 * What SES tells of mails that were sent, by event publishing (`eventType`) or as a notification of an identity
 * (`notificationType`).
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
import * as z from 'zod';

const header = z.object({ name: z.string(), value: z.string() });

/** The mail as it was sent, with our own mark of which it is: `<lead>/<key of the mail log>`. */
const mail = z
  .object({
    messageId: z.string().min(1),
    timestamp: z.iso.datetime({ offset: true }).optional().catch(undefined),
    headers: z.array(header).optional().catch(undefined),
  })
  .transform(({ messageId, timestamp, headers = [] }) => {
    const mark = headers.find(({ name }) => name.toLowerCase() === 'x-nachfass-mail')?.value.trim();
    const [, leadId, key] = /^([0-9A-Z]{10})\/(\S+)$/.exec(mark ?? '') ?? [];
    return {
      messageId,
      ...(leadId !== undefined && key !== undefined && { claim: { leadId, key } }),
      ...(timestamp !== undefined && { sentAt: new Date(timestamp).toISOString() }),
    };
  });
const people = z.array(z.object({ emailAddress: z.string() })).default([]);

const bounce = z.object({
  type: z.literal('Bounce'),
  mail,
  bounce: z.object({
    /** `Permanent`, `Transient` or `Undetermined`. */
    bounceType: z.string(),
    bouncedRecipients: z
      .array(z.object({ emailAddress: z.string(), diagnosticCode: z.string().optional() }))
      .default([]),
  }),
});
const complaint = z.object({
  type: z.literal('Complaint'),
  mail,
  complaint: z.object({
    complainedRecipients: people,
    /** `not-spam`: somebody took it back. */
    complaintFeedbackType: z.string().nullish(),
  }),
});
const delivery = z.object({ type: z.literal('Delivery'), mail });
const delay = z.object({ type: z.literal('DeliveryDelay'), mail });
/** SES found a virus in a mail that we wanted to send: it is not out. */
const reject = z.object({ type: z.literal('Reject'), mail });
/** One of these that does not fit is no other event but a broken one, and must be looked at. */
const followedUp = ['Bounce', 'Complaint', 'Delivery', 'DeliveryDelay', 'Reject'];

/** Opened, clicked, sent: nothing that anybody follows up. */
const other = z
  .object({ type: z.string().refine((type) => !followedUp.includes(type)) })
  .transform(() => ({ type: 'other' as const }));

export const mailEvent = z.preprocess(
  (event) => {
    if (typeof event !== 'object' || event === null) return event;
    const { eventType, notificationType } = event as Record<string, unknown>;
    return { ...event, type: eventType ?? notificationType };
  },
  z.union([bounce, complaint, delivery, delay, reject, other]),
);
export type MailEvent = z.output<typeof mailEvent>;
