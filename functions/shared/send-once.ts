/** A mail is sent once: claimed before the provider is called, marked after. */

import type { GateAnswer } from '../../domain/lawful/may-mail.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import {
  MailInFlightError,
  MailRefusedError,
  MailRejectedError,
  MailUncertainError,
  type RejectedFor,
} from '../../domain/ports/errors.ts';
import type { MailLog, MailRecord } from '../../domain/ports/mail-log.ts';
import type { Mailer, OutgoingMail } from '../../domain/ports/mailer.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { Log } from './logger.ts';

/**
 * A claim this old belongs to nobody who still runs: a task ends after 30 s, and the clocks of two machines differ by
 * seconds.
 */
export const abandonedAfterMillis = 120_000;

export interface SendOnceDeps {
  readonly mailLog: Pick<MailLog, 'claim' | 'find' | 'markSent' | 'release'>;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly log: Log;
}

export interface SendOutcome {
  readonly outcome: 'sent' | 'uncertain' | 'rejected' | 'refused';
  /** Of a rejected mail. */
  readonly rejectedFor?: RejectedFor;
  readonly at: Moment;
}

/** It is not to go out any more, as was found under its claim. */
export interface Withdrawn {
  readonly outcome: 'withdrawn';
  readonly at: Moment;
}

type MailToSend = {
  readonly leadId: string;
  readonly key: string;
  readonly awaitsEntry?: boolean;
  /** To a customer: it says that no further reminder comes. */
  readonly last?: true | undefined;
} & ({ readonly to: 'owner' } | { readonly to: 'customer'; readonly may: GateAnswer });

/**
 * Sends a mail unless it was sent before. A mail to a customer never goes out twice: where it is not known whether it
 * did, the outcome is `uncertain`. A mail to the owner goes out at least once.
 * @param mail.may the answer of the gate, without which nothing goes to a customer. What it refuses is `refused`, unless it is out
 *   already.
 * @param mail.awaitsEntry the caller enters it into the lead's timeline, and settles it in the log then.
 * @param compose called only if the mail is really sent, under its claim; `undefined`: it is not to go out any more.
 * @throws MailRefusedError not sent, try later. MailInFlightError somebody else is sending it now. MailRejectedError
 *   what goes to the owner is not accepted, there or with what it holds.
 */
export async function sendOnce(
  deps: SendOnceDeps,
  mail: MailToSend,
  compose: () => OutgoingMail | Promise<OutgoingMail>,
): Promise<SendOutcome>;
export async function sendOnce(
  deps: SendOnceDeps,
  mail: MailToSend,
  compose: () => Promise<OutgoingMail | undefined>,
): Promise<SendOutcome | Withdrawn>;
export async function sendOnce(
  deps: SendOnceDeps,
  mail: MailToSend,
  compose: () => OutgoingMail | Promise<OutgoingMail | undefined>,
): Promise<SendOutcome | Withdrawn> {
  const { leadId, key, to, awaitsEntry = false, last } = mail;
  const at = deps.clock.now();
  const wanted = {
    leadId,
    key,
    to,
    last,
    ...(mail.to === 'customer' && mail.may.allowed && { ground: mail.may.ground }),
  };
  if (mail.to === 'customer' && !mail.may.allowed) {
    const earlier = await deps.mailLog.find(leadId, key);
    return (earlier && settle(earlier, at)) ?? { outcome: 'refused', at };
  }
  const claim = await deps.mailLog.claim(wanted, at);
  if (claim !== 'claimed') {
    const settled = settle(claim, at);
    if (settled) return settled;
    // Under a claim of its own: nobody gives back the one that is being sent.
    await deps.mailLog.release(claim);
    const anew = await deps.mailLog.claim(wanted, at);
    if (anew !== 'claimed') throw new MailInFlightError(`Mail ${key} was claimed a moment ago`);
  }
  try {
    const composed = await compose();
    if (!composed) {
      await deps.mailLog.release({ leadId, key, claimedAt: at });
      return { outcome: 'withdrawn', at };
    }
    const messageId = await deps.mailer.send(composed);
    await deps.mailLog.markSent(leadId, key, messageId, at, { awaitsEntry });
    return { outcome: 'sent', at };
  } catch (error) {
    return await settleFailure(deps, mail, error, at);
  }
}

/** What an earlier claim means; `undefined`: send again. */
function settle(claim: MailRecord, now: Moment): SendOutcome | undefined {
  if (claim.state === 'sent') return { outcome: 'sent', at: claim.sentAt ?? claim.claimedAt };
  const age = Date.parse(now) - Date.parse(claim.claimedAt);
  if (age < abandonedAfterMillis) throw new MailInFlightError(`Mail ${claim.key} was claimed a moment ago`);
  return claim.to === 'customer' ? { outcome: 'uncertain', at: now } : undefined;
}

async function settleFailure(
  deps: SendOnceDeps,
  mail: { readonly leadId: string; readonly key: string; readonly to: 'customer' | 'owner' },
  error: unknown,
  at: Moment,
): Promise<SendOutcome> {
  const facts = { leadId: mail.leadId, mail: mail.key };
  if (error instanceof MailUncertainError) {
    deps.log.warn('Mail uncertain', facts);
    if (mail.to === 'customer') return { outcome: 'uncertain', at };
    // To the owner once more is better than not at all.
    await deps.mailLog.release({ ...mail, claimedAt: at });
    throw new MailRefusedError('The provider did not answer');
  }
  if (error instanceof MailRefusedError || error instanceof MailRejectedError) {
    await deps.mailLog.release({ ...mail, claimedAt: at });
    if (error instanceof MailRejectedError && mail.to === 'customer') {
      deps.log.warn('Mail rejected', facts);
      return { outcome: 'rejected', rejectedFor: error.rejectedFor, at };
    }
  }
  throw error;
}
