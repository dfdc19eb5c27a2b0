/** An emergency rings where people look sooner than into their mailbox: push and text messages. */
import type { Callee } from '../../domain/business/people.ts';
import { limits as figures } from '../../domain/limits/figures.ts';
import type { AlarmCall, AlarmChannels } from '../../domain/ports/alarm-channels.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Limits } from '../../domain/ports/limits.ts';
import type { MailLog } from '../../domain/ports/mail-log.ts';
import type { Log } from './logger.ts';

export interface RingChannelsDeps {
  readonly channels: AlarmChannels;
  readonly limits: Pick<Limits, 'claimAnswer'>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Ringing extends Pick<AlarmCall, 'text' | 'leadId'> {
  /** The same for all calls of one emergency. */
  readonly emergency: string;
  /** Tells its steps apart. */
  readonly step: string;
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
  const calls = callees.flatMap(({ key, channels }) => channels.map((one) => ({ ...one, person: key })));
  // One after the other as far as limits count, so that those who are called first have them.
  const allowed: AlarmCall[] = [];
  for (const { person, channel, to } of calls) {
    const id = `${ringing.step}@${person}!${channel}`;
    try {
      if (!(await claim(id))) continue;
      if (channel === 'sms' && !(await mayText(deps, ringing, id))) continue;
      allowed.push({ channel, to, text: ringing.text, leadId: ringing.leadId });
    } catch (error) {
      deps.log.error('Not known whether it may ring', error, { leadId: ringing.leadId, channel });
    }
  }
  await Promise.all(
    allowed.map((call) =>
      deps.channels.ring(call).catch((error: unknown) => {
        deps.log.error('It did not ring', error, { leadId: call.leadId, channel: call.channel });
      }),
    ),
  );
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
