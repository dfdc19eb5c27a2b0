/** A mail that is still to go to the customer, and what the business wants of it: kept on the lead until it went or never will. */
import type { EventOf, LeadEvent } from './event.ts';
import type { Lead } from './lead.ts';
import { isOneTimeMail, type MailName } from './mail-name.ts';
import { renew, without } from './renew.ts';

type Wish = NonNullable<Lead['nextMail']>;
type AheadEvent = EventOf<'mail-skipped' | 'mail-hurried' | 'mail-worded'>;

/** What the business wants of the mail that has this key. */
export const wishFor = ({ nextMail }: Pick<Lead, 'nextMail'>, key: string): Wish | undefined =>
  nextMail?.key === key ? nextMail : undefined;

interface Named {
  readonly mail: string;
  readonly number: number;
}

/** What answers at once or confirms what was agreed is out before anybody could speak of it, and is owed. */
export const isChangeable = ({ mail, to }: { readonly mail: string; readonly to: string }): boolean =>
  to === 'customer' && (mail === visitReminder || !isOneTimeMail(mail));

const visitReminder = 'visit-reminder' satisfies MailName;

/**
 * Is this mail not to go out any more?
 * @param before the lead for which it was due.
 */
export function isKeptBack(
  { visit, visitMails, cadence, remindersPaused }: Lead,
  { mail, number }: Named,
  before: Lead,
): boolean {
  if (mail === visitReminder) return visit?.sequence === number - 1 && visitMails.includes('reminder');
  const goesOn = cadence?.name === mail && cadence.startedAt === before.cadence?.startedAt;
  return remindersPaused === true || (goesOn && cadence.sent >= number);
}

/** The lead as it was, with what is wanted of its mail by now. */
export function withWishOf(lead: Lead, { nextMail }: Pick<Lead, 'nextMail'>): Lead {
  return nextMail ? { ...lead, nextMail } : without(lead, 'nextMail');
}

/** The timer was told to wait for its time. */
export function hurried(lead: Lead, { of, at }: AheadEvent): Lead {
  return renew({ ...lead, nextMail: { ...wishFor(lead, of), key: of, hurriedAt: at } }, at);
}

export function worded(lead: Lead, { of, text }: EventOf<'mail-worded'>): Lead {
  const { text: _, ...wish } = wishFor(lead, of) ?? { key: of };
  if (text !== undefined) return { ...lead, nextMail: { ...wish, text } };
  return wish.hurriedAt === undefined ? without(lead, 'nextMail') : { ...lead, nextMail: wish };
}

/** The next one of its rhythm keeps the distance to this one as if it had gone now. */
export function skipped(lead: Lead, { mail, number, at }: AheadEvent): Lead {
  if (mail === visitReminder) return { ...lead, visitMails: [...lead.visitMails, 'reminder'] };
  const { cadence } = lead;
  if (cadence?.name !== mail || number <= cadence.sent) return lead;
  const { heldUntil: _, ...running } = cadence;
  return { ...lead, cadence: { ...running, sent: number, lastSentAt: at } };
}

/** What was wanted of a mail ends with it, and with what it belonged to; one that is refused waits for its time again. */
export function settleAhead(before: Lead, after: Lead, event: LeadEvent): Lead {
  const { nextMail } = after;
  // A step that is taken back brings the rhythm back that it belongs to.
  if (!nextMail || event.type === 'undone') return after;
  if (isOver(nextMail, before, after, event)) return without(after, 'nextMail');
  if (event.type !== 'mail-refused' || nextMail.hurriedAt === undefined) return after;
  const { hurriedAt: _, ...wish } = nextMail;
  return wish.text === undefined ? without(after, 'nextMail') : { ...after, nextMail: wish };
}

function isOver({ key }: Wish, before: Lead, after: Lead, event: LeadEvent): boolean {
  const isOut = 'key' in event && event.key === key;
  if (isOut || (event.type === 'mail-skipped' && event.of === key)) return true;
  return key.startsWith('visit')
    ? after.visit?.sequence !== before.visit?.sequence
    : after.cadence?.name !== before.cadence?.name ||
        after.cadence?.startedAt !== before.cadence?.startedAt ||
        after.stalledAt !== undefined;
}
