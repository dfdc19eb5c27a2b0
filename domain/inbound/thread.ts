/** What a mail says about where it belongs. A signed address proves the thread, not the person. */

import { leadIdSchema } from '../lead/event.ts';
import type { ReplyAddresses } from '../ports/reply-addresses.ts';
import { addDuration } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import type { Delivery, IncomingMail } from './incoming-mail.ts';

export interface Thread {
  /** What a signed address of ours is about: a lead's id or `digest-<date>`. */
  readonly token?: string | undefined;
  /** An address looks like a signed one, and nobody signed it. */
  readonly forged: boolean;
  /** Ids of mails of ours that it answers, as SES gave them, the newest first. */
  readonly messageIds: readonly string[];
  /** The subject calls itself an answer. */
  readonly isReply: boolean;
}

/**
 * SES replaces the Message-ID that we set: an answer names the id that `SendEmail` returned, at the host of the region
 * (`email.amazonses.com` in us-east-1).
 */
const idOfSes = /^([^@\s]+)@(?:[a-z0-9-]+\.)?amazonses\.com$/i;

/** `Re:`, `AW:`, `Antw:`, `Antwort:`, `SV:`, `R:`, also `Re[2]:` and several of them. */
const replyPrefix = /^\s*(?:re|aw|antw|antwort|sv|r|ant)\s*(?:\[\d+\])?\s*:/i;

/** Does the subject say that a mail was answered? */
export const callsItselfAnswer = (subject: string): boolean => replyPrefix.test(subject);
/** Names one of these ids a mail that SES sent? */

/** The subject of the mail that was answered, however many programs put something before it. */
export function withoutReplyPrefixes(subject: string): string {
  let rest = subject;
  while (callsItselfAnswer(rest)) rest = rest.replace(replyPrefix, '');
  return rest.trim();
}

export const answersUs = (ids: readonly string[]): boolean => ids.some((id) => idOfSes.test(id));

/** `WG:`, `Fwd:`, `TR:`, `I:` and what other programs put before a subject. */
const forwardPrefix = /^\s*(?:wg|fwd?|wtr|wtrlt|weitergeleitet|tr|rv|enc|vb|i|doorst)\s*(?:\[\d+\])?\s*:/i;

/** Does the subject say that a mail was passed on? */
export const isForward = (subject: string): boolean => forwardPrefix.test(subject);

/** The lead of a visit, by the id that its invitation has in calendars. */
export function leadOfVisit(uid: string | undefined): string | undefined {
  const id = /^([0-9A-Z]{10})-visit@/.exec(uid ?? '')?.[1];
  return leadIdSchema.safeParse(id).data;
}

/** More than any honest mail names; each could be a question to the store. */
const maxAnsweredIds = 30;

/**
 * Rule 7: signed addresses in To, Cc, where it was headed before it was forwarded, and the envelope; then the mails it
 * answers; then its subject.
 */
export function readThread(
  mail: IncomingMail,
  delivery: Delivery,
  addresses: ReplyAddresses | undefined,
): Thread {
  const recipients = [
    ...mail.to.map(({ address }) => address),
    ...mail.cc.map(({ address }) => address),
    ...mail.deliveredTo,
    ...delivery.envelopeTo,
  ];
  const read = recipients.map((address) => addresses?.read(address));
  const genuine = read.find((token) => typeof token === 'object');
  const ids = mail.answers.flatMap((id) => idOfSes.exec(id)?.[1] ?? []);
  return {
    ...(genuine && { token: genuine.about }),
    forged: read.includes('forged'),
    messageIds: [...new Set(ids.toReversed())].slice(0, maxAnsweredIds),
    isReply: callsItselfAnswer(mail.subject),
  };
}

/** Whoever comes back after that long means something new, whatever he answers. */
const closedThreadLives = 'P90D';

/** Rule 9: does an answer go on with this lead? */
export function continues({ closedAt }: { readonly closedAt?: Moment | undefined }, now: Moment): boolean {
  return closedAt === undefined || now <= addDuration(closedAt, closedThreadLives);
}
