/** What a customer is promised: few reminders, none on the heels of another, and none after the last. */
import type { LeadEvent } from '../../../domain/lead/event.ts';
import { localDate } from '../../../domain/time/local-time.ts';
import { addDelay } from '../../../domain/time/working-time.ts';
import { dayMs } from '../engine/plan.ts';
import type { SentMail } from '../platform/post.ts';
import { type Invariant, leadsIn, moment, type Seen } from './invariant.ts';
import { isToCustomer } from './mails.ts';

/** A mail of a rhythm to a customer. */
const isReminder = (sent: SentMail, seen: Seen): boolean =>
  /^g\d+(\.\d+)?#(?!acknowledgement#|emergency-unanswered#)/.test(sent.key ?? '') && isToCustomer(sent, seen);

const remindersBefore = (sent: SentMail, seen: Seen, isIt: (one: SentMail) => boolean): SentMail[] =>
  seen.cloud.post.sent.filter(
    (one) => one !== sent && one.atMs <= sent.atMs && isIt(one) && isReminder(one, seen),
  );

const isoOf = (ms: number): string => new Date(ms).toISOString();
const addressOf = ({ mail }: SentMail): string => mail.to[0] ?? '';

/** Between the claim and the sending lie some calls, and a function may stand still between them. */
const workedFor = ({ atMs, begunMs }: SentMail): number => atMs - begunMs + 120_000;

function timelineOf({ cloud }: Seen, leadId: string | undefined): readonly LeadEvent[] {
  return leadsIn(cloud).find(({ id }) => id === leadId)?.timeline ?? [];
}

const isWritten = ({ type }: LeadEvent): boolean =>
  type === 'customer-replied' || type === 'resubmitted' || type === 'merged' || type === 'erased';

/** What a customer knows of without having written: he agreed on a visit, or got a quote of another sum than before. */
function isAgreed(event: LeadEvent, at: number, timeline: readonly LeadEvent[]): boolean {
  if (event.type === 'visit-planned') return true;
  if (event.type !== 'value-changed' || event.basis !== 'quoted') return false;
  const before = timeline
    .slice(0, at)
    .findLast((one) => one.type === 'value-changed' && one.basis === event.basis);
  return !(before?.type === 'value-changed' && before.valueCents === event.valueCents);
}

/** When news last came before a mail; it counts from the beginning of what sent the mail. */
function lastNews(sent: SentMail, seen: Seen, isNews: typeof isAgreed): number {
  const timeline = timelineOf(seen, sent.leadId);
  const news = timeline.filter(
    (event, at) => isNews(event, at, timeline) && Date.parse(event.at) <= sent.atMs,
  );
  return Math.max(0, ...news.map(({ at }) => Date.parse(at)));
}

export const apartEnough: Invariant = {
  name: 'apartEnough',
  says: 'Between two reminders of one request lie two working days at least.',
  when: 'mail',
  *check(sent, seen) {
    if (!isReminder(sent, seen)) return;
    const before = remindersBefore(sent, seen, ({ leadId }) => leadId === sent.leadId).at(-1);
    if (!before) return;
    const earliest = Date.parse(addDelay(seen.cloud.company, isoOf(before.atMs), '2 working days'));
    if (sent.atMs < earliest - workedFor(before)) {
      yield `${sent.key} of ${sent.leadId} followed ${before.key} of ${moment(before.atMs)}`;
    }
  },
};

export const fewInAWaiting: Invariant = {
  name: 'fewInAWaiting',
  says: 'Nobody gets more than three reminders of a request while nothing new happens that he knows of.',
  when: 'mail',
  *check(sent, seen) {
    if (!isReminder(sent, seen)) return;
    const newsMs = lastNews(sent, seen, (event, ...rest) => isWritten(event) || isAgreed(event, ...rest));
    const before = remindersBefore(sent, seen, ({ leadId, atMs }) => leadId === sent.leadId && atMs > newsMs);
    if (before.length >= 3)
      yield `${sent.key} of ${sent.leadId} is the ${before.length + 1}th since ${moment(newsMs)}`;
  },
};

export const lastIsLast: Invariant = {
  name: 'lastIsLast',
  says: 'After "this is our last e-mail" no reminder follows, unless something new happened that the customer knows of.',
  when: 'mail',
  *check(sent, seen) {
    if (!isReminder(sent, seen)) return;
    const newsMs = lastNews(sent, seen, (event, ...rest) => isWritten(event) || isAgreed(event, ...rest));
    const [promised] = remindersBefore(
      sent,
      seen,
      ({ leadId, atMs, mail }) =>
        leadId === sent.leadId &&
        atMs > newsMs &&
        /unsere letzte E-Mail|our last e-mail/.test(mail.text.replace(/\s+/g, ' ')),
    );
    if (promised) yield `${sent.key} of ${sent.leadId} followed ${promised.key}, which said it was the last`;
  },
};

export const fewUnanswered: Invariant = {
  name: 'fewUnanswered',
  says: 'Nobody gets more than six reminders of a request without an answer.',
  when: 'mail',
  *check(sent, seen) {
    if (!isReminder(sent, seen)) return;
    const wroteMs = lastNews(sent, seen, isWritten);
    const before = remindersBefore(
      sent,
      seen,
      ({ leadId, atMs }) => leadId === sent.leadId && atMs > wroteMs,
    );
    if (before.length >= 6)
      yield `${sent.key} of ${sent.leadId} is the ${before.length + 1}th without an answer`;
  },
};

export const fewAWeek: Invariant = {
  name: 'fewAWeek',
  says: 'Nobody gets more than three reminders in seven days over all his requests.',
  when: 'mail',
  *check(sent, seen) {
    if (!isReminder(sent, seen)) return;
    const sinceMs = sent.atMs - 7 * dayMs + workedFor(sent);
    const before = remindersBefore(
      sent,
      seen,
      (one) => addressOf(one) === addressOf(sent) && one.atMs - workedFor(one) > sinceMs,
    );
    if (before.length >= 3) {
      yield `${sent.key} of ${sent.leadId} is the ${before.length + 1}th to ${addressOf(sent)} in seven days`;
    }
  },
};

export const oneRequestADay: Invariant = {
  name: 'oneRequestADay',
  says: 'Two requests of one person are not reminded on the same day.',
  when: 'mail',
  *check(sent, seen) {
    if (!isReminder(sent, seen)) return;
    const { timeZone } = seen.cloud.company;
    const day = localDate(isoOf(sent.atMs), timeZone);
    const isSameDay = (one: SentMail) =>
      addressOf(one) === addressOf(sent) &&
      one.leadId !== sent.leadId &&
      localDate(isoOf(one.atMs), timeZone) === day &&
      localDate(isoOf(one.begunMs), timeZone) === localDate(isoOf(sent.begunMs), timeZone);
    const [other] = remindersBefore(sent, seen, isSameDay);
    if (other) yield `${sent.key} of ${sent.leadId} went out on the day of ${other.key} of ${other.leadId}`;
  },
};

export const skippedStays: Invariant = {
  name: 'skippedStays',
  says: 'A mail of which somebody was told that it does not go out never does.',
  when: 'mail',
  *check({ leadId, key }, { book }) {
    const skipped = book.skipped.find((one) => one.leadId === leadId && one.key === key);
    if (skipped) yield `${key} of ${leadId} went out, and was skipped at ${moment(skipped.atMs)}`;
  },
};
