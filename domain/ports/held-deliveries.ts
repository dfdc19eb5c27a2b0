/** Mails that came in and wait because the provider takes no mail from us that must go out with them. */
import * as z from 'zod';
import { type Delivery, verdictNames } from '../inbound/incoming-mail.ts';
import { addMinutes } from '../time/local-time.ts';
import { type Moment, moment } from '../time/moment.ts';

const verdict = z.enum(verdictNames);

/** As it is kept in the table, and comes back through the queue. */
const deliverySchema = z.object({
  id: z.string().min(1),
  receivedAt: moment,
  envelopeFrom: z.string().optional(),
  envelopeTo: z.array(z.string()).readonly(),
  verdicts: z.object({
    spam: verdict,
    virus: verdict,
    spf: verdict,
    dkim: verdict,
    dmarc: verdict,
    dkimDomains: z.array(z.string()).readonly().optional(),
    dmarcDomain: z.string().optional(),
  }),
}) satisfies z.ZodType<Delivery>;

/** One that is received once more, and since when it has waited. */
export const waitedDeliverySchema = z.object({ delivery: deliverySchema, since: moment });
export type WaitedDelivery = Readonly<z.output<typeof waitedDeliverySchema>>;

export interface HeldDelivery extends WaitedDelivery {
  /** What it is about: a lead's id, `digest-<date>`, else the delivery's own id. Those about the same go out in their order. */
  readonly about: string;
  /** When it was tried the last time. */
  readonly triedAt: Moment;
  /** Since when the queue has it again; absent: it has not. */
  readonly queuedAt?: Moment | undefined;
}

/** As long as the queue tries a message, and a little more. */
const triedForMinutes = 120;

/** It comes again by itself: what the queue has had for longer is given up and lies where a person looks. */
export const comesAgain = ({ queuedAt }: HeldDelivery, now: Moment): boolean =>
  queuedAt === undefined || queuedAt > addMinutes(now, -triedForMinutes);

export interface HeldDeliveries {
  /** Keeps it until it is removed, for 60 days from when it was tried the last time. A second call replaces the first. */
  hold(held: HeldDelivery): Promise<void>;
  /** All of them, in the order they came in. */
  list(): Promise<HeldDelivery[]>;
  /** Notes that the queue has it again, unless it was tried since it was listed. */
  markQueued(held: HeldDelivery, at: Moment): Promise<void>;
  /** Harmless where none waits. */
  remove(deliveryId: string): Promise<void>;
  /** Leaves it to the queue; one that waits anew, tried by somebody else meanwhile, stays. */
  leaveToQueue(deliveryId: string): Promise<void>;
}
