/** What the queue of incoming mails holds: SES's notices, mails that waited, and orders to replay mails. */
import * as z from 'zod';
import type { Delivery, Verdict } from '../../domain/inbound/incoming-mail.ts';
import { waitedDeliverySchema } from '../../domain/ports/held-deliveries.ts';

const verdict = z
  .object({ status: z.string() })
  .optional()
  .transform((given): Verdict => verdicts[given?.status.toUpperCase() ?? ''] ?? 'unknown');

/** `PROCESSING_FAILED`: SES could not tell. */
const verdicts: Readonly<Record<string, Verdict>> = { PASS: 'pass', FAIL: 'fail', GRAY: 'gray' };

const lowerCase = z.string().transform((text) => text.toLowerCase());

/** https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html */
const received = z
  .object({
    notificationType: z.literal('Received'),
    mail: z.object({
      messageId: z.string().min(1),
      /** The envelope's sender; a bounce has `<>` or nothing. */
      source: z.string().optional(),
    }),
    receipt: z.object({
      timestamp: z.iso.datetime({ offset: true }),
      recipients: z.array(lowerCase),
      spamVerdict: verdict,
      virusVerdict: verdict,
      spfVerdict: verdict,
      dkimVerdict: verdict,
      dmarcVerdict: verdict,
      action: z.object({ type: z.literal('S3'), objectKey: z.string().min(1) }),
    }),
  })
  .transform(({ mail, receipt }): { delivery: Delivery } => ({
    delivery: {
      id: receipt.action.objectKey.replace(/^.*\//, ''),
      receivedAt: new Date(receipt.timestamp).toISOString(),
      ...(mail.source !== undefined && { envelopeFrom: bareAddress(mail.source) }),
      envelopeTo: receipt.recipients,
      verdicts: {
        spam: receipt.spamVerdict,
        virus: receipt.virusVerdict,
        spf: receipt.spfVerdict,
        dkim: receipt.dkimVerdict,
        dmarc: receipt.dmarcVerdict,
      },
    },
  }));

const bareAddress = (source: string): string => source.replace(/^<|>$/g, '').trim().toLowerCase();

/** By `npm run replay`: one delivery, or all of the last days that have no outcome. */
const replay = z.object({
  replay: z.union([z.literal('missing'), z.object({ deliveryId: z.string().min(1) })]),
});

/** By the reconciler: mails that waited until ours go out again. */
const again = z.object({ again: z.array(waitedDeliverySchema).readonly() });

export const mailNotice = z.union([received, again, replay]);
export type MailNotice = z.output<typeof mailNotice>;
