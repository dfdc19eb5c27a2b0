/** Mails whose sender died before he could enter them are entered, or shown to the owner as uncertain. */
import type { MailOutcome } from '../../domain/lead/command.ts';
import { mailOfKey } from '../../domain/lead/late-mails.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { CorruptItemError } from '../../domain/ports/errors.ts';
import type { MailLog, MailRecord } from '../../domain/ports/mail-log.ts';
import { addDuration, addMinutes } from '../../domain/time/local-time.ts';
import { type ChangeLeadDeps, changeLead } from '../shared/change-lead.ts';
import { abandonedAfterMillis } from '../shared/send-once.ts';

export interface SettleMailsDeps extends ChangeLeadDeps {
  readonly mailLog: Pick<MailLog, 'find' | 'listUnsettled' | 'settle' | 'release'>;
  readonly clock: Clock;
}

export interface SettledMails {
  /** Went out, and stand in the timeline since. */
  readonly entered: number;
  /** Nobody knows whether they went out. */
  readonly uncertain: number;
  readonly failed: number;
}

/**
 * Settles what the log still lists after its sender has surely ended. What went out is entered. A mail to the customer of
 * which nobody knows is shown as uncertain and never repeated; should SES name it later, it is listed again and entered
 * as sent. One to the owner is noted and given back: whoever still wants it sent sends it again. Repeating it is harmless.
 */
export async function settleMails(deps: SettleMailsDeps): Promise<SettledMails> {
  const through = addMinutes(deps.clock.now(), -abandonedAfterMillis / 60_000);
  const results: string[] = [];
  for (const listed of await deps.mailLog.listUnsettled(through)) {
    results.push(
      await settle(listed, deps).catch((error: unknown) => {
        deps.log.error('Mail not settled', error, { leadId: listed.leadId, mail: listed.key });
        return 'failed';
      }),
    );
  }
  const count = (result: string) => results.filter((one) => one === result).length;
  const settled = { entered: count('entered'), uncertain: count('uncertain'), failed: count('failed') };
  if (results.length > 0) deps.log.info('Mails settled', settled);
  return settled;
}

/** Notices about a mail that came in: with it, its queue tries them again, and by then it has given up. */
const triedAgainWithin = '-PT1H';

async function settle(listed: MailRecord, deps: SettleMailsDeps): Promise<string> {
  const { mailLog, clock } = deps;
  // The list may be a moment old.
  const record = await mailLog.find(listed.leadId, listed.key);
  if (!record) return 'gone';
  // Somebody gave the old claim back and is sending under one of his own.
  if (record.claimedAt !== listed.claimedAt) return 'claimed-anew';
  const mail = mailOfKey(record.key, record.to);
  if (!mail) {
    if (record.claimedAt <= addDuration(clock.now(), triedAgainWithin)) await mailLog.settle(record);
    return 'no-step-of-the-follow-up';
  }
  const result = await enter(
    { ...mail, key: record.key, last: record.last, ground: record.ground, ...outcomeOf(record, clock) },
    record,
    deps,
  );
  if (record.state === 'claimed' && record.to === 'owner') await mailLog.release(record);
  else await mailLog.settle(record);
  return result;
}

type Outcome = Pick<MailOutcome, 'outcome' | 'to' | 'at'>;

function outcomeOf({ state, to, claimedAt, sentAt = claimedAt }: MailRecord, clock: Clock): Outcome {
  if (state === 'sent') return { outcome: 'sent', at: sentAt };
  return { outcome: 'uncertain', at: clock.now(), ...(to === 'owner' && { to }) };
}

/** A lead that is gone, erased or not to be read takes no entry any more. */
async function enter(mail: MailOutcome, { leadId, key }: MailRecord, deps: SettleMailsDeps): Promise<string> {
  try {
    const change = await changeLead(deps, leadId, { type: 'record-mail', mail }, { by: 'system' });
    if (change.outcome !== 'changed' || change.events.length === 0) return 'known';
    deps.log.warn('Mail entered late', { leadId, mail: key, outcome: mail.outcome });
    return mail.outcome === 'sent' ? 'entered' : 'uncertain';
  } catch (error) {
    if (!(error instanceof CorruptItemError)) throw error;
    deps.log.error('Mail of a lead that cannot be read', error, { leadId, mail: key });
    return 'unreadable';
  }
}
