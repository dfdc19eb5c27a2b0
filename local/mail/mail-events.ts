/** Hands on what became of a mail of ours: SES's events on one machine. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { MailLog } from '../../domain/ports/mail-log.ts';
import type { Log } from '../../functions/shared/logger.ts';
import type { Activity } from '../clock/activity.ts';
import { type SesEvent, simulatedEvents } from './mail-simulator.ts';

interface Surroundings {
  readonly record: (event: SesEvent) => Promise<unknown>;
  readonly mailLog: Pick<MailLog, 'findLead'>;
  readonly now: () => string;
  readonly activity: Activity;
  readonly log: Log;
}

/** SES's events come seconds later. Here they come as soon as the mail is known by its id; a digest never is. */
const lookEachMs = 25;
const maxLooks = 40;

/** @returns what to call for each mail that was accepted. */
export function mailEvents(
  surroundings: Surroundings,
): (messageId: string, to: readonly string[], mark?: string) => void {
  const { record, mailLog, now, activity, log } = surroundings;

  const publish = async (messageId: string, events: readonly SesEvent[]) => {
    for (let looks = 0; looks < maxLooks && !(await mailLog.findLead(messageId)); looks++) {
      await sleep(lookEachMs);
    }
    for (const event of events) await record(event);
  };

  return (messageId, to, mark) => {
    const events = simulatedEvents(messageId, to, now(), mark);
    if (events.length === 0) return;
    activity.track(
      publish(messageId, events).catch((error: unknown) =>
        log.error('What became of a mail is not noted', error),
      ),
    );
  };
}
