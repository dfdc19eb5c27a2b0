/** An emergency rings where people look sooner than into their mailbox: push and text messages. */
import type { Callee } from '../../domain/business/people.ts';
import { limits as figures } from '../../domain/limits/figures.ts';
import type { AlarmCall, AlarmChannels } from '../../domain/ports/alarm-channels.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { PushGoneError } from '../../domain/ports/errors.ts';
import type { Limits } from '../../domain/ports/limits.ts';
import type { MailLog } from '../../domain/ports/mail-log.ts';
import type { PushSubscriptions } from '../../domain/ports/push-subscriptions.ts';
import type { Log } from './logger.ts';
import { onceKey } from './once-key.ts';

export interface RingChannelsDeps {
  readonly channels: AlarmChannels;
  readonly subscriptions: Pick<PushSubscriptions, 'listOf' | 'remove'>;
  readonly limits: Pick<Limits, 'claimAnswer'>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Ringing extends Pick<AlarmCall, 'text' | 'leadId'> {
  /** The same for all calls of one emergency. */
  readonly emergency: string;
  /** Tells its steps apart. */
  readonly step: string;
  /** The same in as many words as a notification shows, which leads to the page by itself. Default: the text. */
  readonly short?: string;
}

/**
 * Rings at each of the channels of those who are called, all at once. What does not ring is logged, and the next step tries
 * again: it keeps no mail back.
 * @param claim the right to ring once for this step, if whoever calls this may come back to it; absent: it does not.
 */
export async function ringChannels(
  deps: RingChannelsDeps,
  callees: readonly Callee[],
  ringing: Ringing,
  claim: (key: string) => Promise<boolean> = async () => true,
): Promise<void> {
  const calls = (await Promise.all(callees.map((callee) => callsOf(deps, callee, ringing)))).flat();
  // One after the other as far as limits count, so that those who are called first have them.
  const allowed: Call[] = [];
  for (const call of calls) {
    const { channel, person, device } = call;
    const id = `${ringing.step}@${person}!${channel}${device}`;
    try {
      if (!(await claim(id))) continue;
      if (channel === 'sms' && !(await mayText(deps, ringing, id))) continue;
      allowed.push(call);
    } catch (error) {
      deps.log.error('Not known whether it may ring', error, { leadId: ringing.leadId, channel });
    }
  }
  await Promise.all(
    allowed.map(({ person, device: _, ...call }) =>
      deps.channels.ring(call).catch(async (error: unknown) => {
        deps.log.error('It did not ring', error, { leadId: call.leadId, channel: call.channel });
        if (error instanceof PushGoneError) await forget(deps, person, call);
      }),
    ),
  );
}

interface Call extends AlarmCall {
  readonly person: string;
  /** Tells several browsers of a person apart. */
  readonly device: string;
}

/** Nobody looks at more of them. */
const maxBrowsers = 5;

/** All channels of somebody in the order in which they ring: push to a topic, to his browsers, text messages. */
async function callsOf(
  { subscriptions, log }: RingChannelsDeps,
  { key: person, channels }: Callee,
  { text, short = text, leadId }: Ringing,
): Promise<Call[]> {
  const found = await subscriptions.listOf(person).catch((error: unknown) => {
    log.error('Browsers of somebody not read', error, { leadId });
    return [];
  });
  const browsers = found.slice(0, maxBrowsers).map(({ endpoint, keys }): Call => {
    const channel = 'web-push';
    return { person, device: `.${onceKey(endpoint)}`, channel, to: endpoint, text: short, leadId, keys };
  });
  const others = channels.map((one): Call => ({ person, device: '', ...one, text, leadId }));
  const texts = others.filter(({ channel }) => channel === 'sms');
  return [...others.filter(({ channel }) => channel !== 'sms'), ...browsers, ...texts];
}

async function forget(
  { subscriptions, log }: RingChannelsDeps,
  person: string,
  { to, leadId }: AlarmCall,
): Promise<void> {
  await subscriptions
    .remove(person, to)
    .catch((error: unknown) => log.error('A browser that is gone was not forgotten', error, { leadId }));
}

async function mayText(
  { limits, clock }: RingChannelsDeps,
  { emergency }: Ringing,
  id: string,
): Promise<boolean> {
  const { anEmergency, aDay } = figures.alarms.sms;
  const now = clock.now();
  return (
    (await limits.claimAnswer(`texts of ${emergency}`, id, now, anEmergency)) &&
    (await limits.claimAnswer('texts', `${emergency} ${id}`, now, aDay))
  );
}

/** A step of one lead is claimed in the log of its mails, beside them. */
export const claimInLog =
  (mailLog: Pick<MailLog, 'claim' | 'settle'>, leadId: string, clock: Clock) =>
  async (key: string): Promise<boolean> => {
    const claimed = (await mailLog.claim({ leadId, key, to: 'owner' }, clock.now())) === 'claimed';
    if (claimed) await mailLog.settle({ leadId, key, state: 'claimed' });
    return claimed;
  };
