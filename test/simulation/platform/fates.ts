/** What becomes of a mail that the provider took, and what it tells us of that. */
import type { Entropy } from '../engine/entropy.ts';
import type { Weather } from '../engine/faults.ts';
import { hourMs } from '../engine/plan.ts';
import type { Scheduler } from '../engine/scheduler.ts';
import type { Cloud } from './cloud.ts';
import type { SentMail } from './post.ts';

interface FateDeps {
  readonly cloud: Cloud;
  readonly weather: Weather;
  readonly scheduler: Scheduler;
  readonly entropy: Entropy;
}

/**
 * Plans the provider's events of a mail.
 * @param bouncing addresses that nobody has.
 * @returns whether it arrives, and who tells us if not: the provider, or only the mail server that refused it, by a mail.
 */
export function tellFate(
  world: FateDeps,
  sent: SentMail,
  bouncing: ReadonlySet<string>,
): 'arrives' | 'told' | 'to-report' {
  const { cloud, weather, scheduler, entropy } = world;
  const mail = { messageId: sent.messageId };
  const [to = ''] = sent.mail.to;
  const tell = (afterMs: number, event: Parameters<Cloud['queues']['events']['put']>[0]) => {
    scheduler.at(scheduler.nowMs() + afterMs, () => cloud.queues.events.put(event));
  };
  if (bouncing.has(to)) {
    weather.count('address-bounces');
    if (entropy.stream('report').chance(0.3)) return 'to-report';
    const bouncedRecipients = [{ emailAddress: to, diagnosticCode: 'smtp; 550 5.1.1 user unknown' }];
    tell(entropy.between(500, 2 * hourMs), {
      type: 'Bounce',
      mail,
      bounce: { bounceType: 'Permanent', bouncedRecipients },
    });
    return 'told';
  }
  if (entropy.chance(0.03)) tell(entropy.between(60_000, hourMs), { type: 'DeliveryDelay', mail });
  tell(entropy.between(300, 60_000), { type: 'Delivery', mail });
  return 'arrives';
}
