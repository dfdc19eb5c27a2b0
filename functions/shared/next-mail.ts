/** What goes to the customer next, as a page shows it, and what the business says of it. */
import type { Command, NextMailCommand, Refusal } from '../../domain/lead/command.ts';
import { contactKeys } from '../../domain/lead/contact-keys.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isGivenAgain } from '../../domain/lead/reachable-again.ts';
import { mayGo, type Reached, type Upcoming, upcomingMail } from '../../domain/lead/upcoming.ts';
import type { Limits } from '../../domain/ports/limits.ts';
import type { MailLog } from '../../domain/ports/mail-log.ts';
import type { OutgoingMail } from '../../domain/ports/mailer.ts';
import type { ReplyAddresses } from '../../domain/ports/reply-addresses.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import { type Change, type ChangeLeadDeps, changeLead } from './change-lead.ts';
import { composeMail } from './compose-mail.ts';
import { loadOtherRequests, type OtherRequestsDeps } from './other-requests.ts';

export interface LookAheadDeps extends OtherRequestsDeps, Pick<ChangeLeadDeps, 'clock' | 'company'> {
  readonly limits: Pick<Limits, 'listReminders'>;
  readonly mailLog: Pick<MailLog, 'find'>;
  readonly links: SignedLinks;
  readonly replyAddresses: ReplyAddresses | undefined;
}

export type Ahead = Upcoming & {
  /** The mail as it would be written now; absent: none is ahead. */
  readonly content?: OutgoingMail | undefined;
  /** It is being sent, or was: nothing about it can be changed any more. */
  readonly underWay?: boolean | undefined;
};

/** Looks and changes nothing. */
export async function lookAhead(lead: Lead, deps: LookAheadDeps): Promise<Ahead> {
  const { company, clock, mailLog } = deps;
  const upcoming = upcomingMail(lead, company, clock.now(), await loadReached(lead, deps));
  if (!upcoming.mail) return upcoming;
  const { mail, at, lead: asThen } = upcoming;
  const content = await composeMail({ ...deps, clock: { now: () => at } }, asThen, mail);
  const underWay = (await mailLog.find(lead.id, mail.key)) !== undefined;
  return { ...upcoming, content, underWay };
}

async function loadReached(lead: Lead, deps: LookAheadDeps): Promise<Reached> {
  const { contacts, limits, clock } = deps;
  const { email } = lead.contact;
  const known = email === undefined ? undefined : await contacts.load({ kind: 'email', value: email });
  const suppressed = known?.suppressed;
  const now = clock.now();
  return {
    others: await loadOtherRequests(lead, deps),
    suppressed: suppressed && isGivenAgain(lead, suppressed) ? undefined : suppressed,
    reminded: await Promise.all(contactKeys(lead.contact).map((key) => limits.listReminders(key, now))),
  };
}

export type MailWish = NextMailCommand | Extract<Command, { type: 'pause-reminders' | 'resume-reminders' }>;

/**
 * Does with the mail that is ahead what somebody of the business wants. The claim is looked at before and after: the follow-up
 * asks what is wanted once it has claimed the mail, so one of both sees the other.
 * @throws ConcurrentUpdateError five races lost in a row.
 */
export async function changeNextMail(
  lead: Lead,
  wish: MailWish,
  person: string | undefined,
  deps: ChangeLeadDeps & LookAheadDeps,
): Promise<Change> {
  const key = 'key' in wish ? wish.key : undefined;
  const underWay = async () => key !== undefined && (await deps.mailLog.find(lead.id, key)) !== undefined;
  const tooLate = { outcome: 'refused', lead, refusal: { code: 'mail-under-way' } } as const;
  if (await underWay()) return tooLate;
  const waits = wish.type === 'send-next-mail' ? await whyWait(lead, wish.key, deps) : undefined;
  if (waits) return { outcome: 'refused', lead, refusal: waits };
  const change = await changeLead(deps, lead.id, wish, { by: 'owner', person });
  const isTooLate = change.outcome === 'changed' && wish.type !== 'send-next-mail' && (await underWay());
  return isTooLate ? tooLate : change;
}

/** What his other requests say against it, beside what the lead itself knows. */
async function whyWait(lead: Lead, key: string, deps: LookAheadDeps): Promise<Refusal | undefined> {
  const { company, clock } = deps;
  const now = clock.now();
  const reached = await loadReached(lead, deps);
  const { mail } = upcomingMail(lead, company, now, reached);
  if (mail?.key !== key) return { code: 'mail-not-ahead' };
  const may = mayGo(lead, mail, company, now, reached);
  return may.allowed ? undefined : { code: 'mail-must-wait', why: may.reason, until: may.until };
}
