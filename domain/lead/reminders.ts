/** What reminders the customer of a lead got, and since when nothing new has happened that he knows of. */
import type { LeadEvent } from './event.ts';
import type { Lead, Reminders } from './lead.ts';
import { type CadenceName, cadenceNames, toldSum } from './pipeline.ts';

/** Of a lead of earlier releases its timeline tells them. */
export const remindersOf = ({ reminders, timeline }: Pick<Lead, 'reminders' | 'timeline'>) =>
  reminders ?? countIn(timeline);

interface Before {
  readonly quotedCents: number | undefined;
  /** Keys of mails of which it was unclear whether they went out: they are counted. */
  readonly uncertain: ReadonlySet<string>;
}

const uncertainIn = (event: LeadEvent): string[] =>
  event.type === 'mail-uncertain' && event.to !== 'owner' ? [event.key] : [];

function countIn(timeline: readonly LeadEvent[]): Reminders | undefined {
  let counted: Reminders | undefined;
  let quotedCents: number | undefined;
  const uncertain = new Set<string>();
  for (const event of timeline) {
    counted = count(counted, event, { quotedCents, uncertain });
    if (event.type === 'value-changed' && event.basis === toldSum) quotedCents = event.valueCents;
    for (const key of uncertainIn(event)) uncertain.add(key);
  }
  return counted;
}

/** The lead before an event, with its reminders as they are after it. */
export function countReminders(lead: Lead, event: LeadEvent): Lead {
  const uncertain = new Set(event.type === 'follow-up-sent' ? lead.timeline.flatMap(uncertainIn) : []);
  const counted = count(remindersOf(lead), event, { quotedCents: lead.quotedCents, uncertain });
  const reminded: Lead = counted ? { ...lead, reminders: counted } : lead;
  const { cadence } = lead;
  if (event.type !== 'mail-refused' || cadence?.name !== event.mail) return reminded;
  const refused = event.until === undefined ? { refused: event.why } : { heldUntil: event.until };
  return { ...reminded, cadence: { ...cadence, ...refused } };
}

function count(
  before: Reminders | undefined,
  event: LeadEvent,
  { quotedCents, uncertain }: Before,
): Reminders | undefined {
  const reminder = reminderIn(event);
  if (reminder) {
    const { key, last, promised } = reminder;
    // It was unclear whether this one went out, and then it was said that it did.
    if (uncertain.has(key)) return before;
    return {
      unanswered: (before?.unanswered ?? 0) + 1,
      inWaiting: (before?.inWaiting ?? 0) + 1,
      lastAt: event.at,
      last,
      ...((promised || before?.promised) && { promised: true }),
    };
  }
  if (!before) return undefined;
  const { unanswered, lastAt } = before;
  if (isWritten(event)) return { unanswered: 0, inWaiting: 0, lastAt };
  return isKnownNews(event, quotedCents) ? { unanswered, inWaiting: 0, lastAt } : before;
}

/** A mail of a rhythm that the customer got, or may have got. */
function reminderIn(event: LeadEvent) {
  const isOut = event.type === 'follow-up-sent' || (event.type === 'mail-uncertain' && event.to !== 'owner');
  const name = isOut ? cadenceNames.find((one) => one === event.mail) : undefined;
  if (!isOut || name === undefined) return undefined;
  return { key: event.key, last: { name, number: event.number }, promised: event.last };
}

const isWritten = (event: LeadEvent): boolean =>
  event.type === 'customer-replied' ||
  event.type === 'resubmitted' ||
  (event.type === 'merged' && event.from !== undefined);

/** A tap of the owner alone, such as a move back and forth, is no news to the customer. */
const isKnownNews = (event: LeadEvent, quotedCents: number | undefined): boolean =>
  event.type === 'visit-planned' ||
  event.type === 'visit-moved' ||
  (event.type === 'value-changed' && event.basis === toldSum && event.valueCents !== quotedCents);

/** A rhythm that begins once more goes on behind the reminders that the customer got of it, unless he knows of something new. */
export function alreadySent({ reminders }: Pick<Lead, 'reminders'>, name: CadenceName): number {
  return reminders?.last?.name === name ? reminders.last.number : 0;
}
