/**
 * What speaks for a robot. Each sign alone has an honest cause: a password manager fills in what nobody sees, a browser a whole
 * form at once, a trade fair shares one network. So two are needed, and what they put aside is kept and shown.
 */
import type { SuspicionSign } from '../lead/origin.ts';
import { durationMilliseconds } from '../time/local-time.ts';
import type { Moment } from '../time/moment.ts';
import type { OwnAnswers } from './own-form.ts';
import type { Submission } from './recognise.ts';
import { hasSpamShape } from './spam-shapes.ts';

/** Nobody reads a form and types into it in less. */
const fastestPerson = 'PT2.5S';
/** A person who sends the same text a third time has a reason to; robots send it on and on. */
const manyTimes = 3;
/** A family, a shop or an office write from one address of the network; not so many within an hour. */
const manyContacts = 5;

export interface Circumstances {
  readonly now: Moment;
  /** What our own form sent; nothing of it is asked of other forms. */
  readonly own: Pick<OwnAnswers, 'well'>;
  /** When our own form was rendered; `undefined`: it is another form, or nobody knows. That is no sign. */
  readonly renderedAt?: Moment | undefined;
}

/** The signs that can be seen without asking what came before. */
export function signsOf(
  submission: Pick<Submission, 'contact' | 'request'>,
  { now, own, renderedAt }: Circumstances,
): SuspicionSign[] {
  const tookMillis = renderedAt === undefined ? undefined : Date.parse(now) - Date.parse(renderedAt);
  // A clock that was set back says nothing.
  const tooFast =
    tookMillis !== undefined && tookMillis >= 0 && tookMillis < durationMilliseconds(fastestPerson);
  return [
    ...(tooFast ? (['too-fast'] as const) : []),
    ...(own.well === undefined ? [] : (['well'] as const)),
    ...(hasSpamShape(submission) ? (['spam-text'] as const) : []),
  ];
}

/** The sign that a text is known; asked only where there is another one. */
export const repeatedText = (times: number): SuspicionSign[] => (times >= manyTimes ? ['repeated-text'] : []);

/** The sign that a network writes for many; asked likewise. @param people of the last hour, this one included. */
export const crowdedNetwork = (people: number): SuspicionSign[] =>
  people >= manyContacts ? ['crowded-network'] : [];

/** What a text is counted by: robots change names and addresses, and a word here and there. */
export const textToCount = ({ request }: Pick<Submission, 'request'>): string | undefined => {
  const text = (request.message ?? '').toLowerCase().replace(/[\d\s\p{P}]+/gu, '');
  // Very short ones are said by many: "Bitte um Rückruf".
  return text.length >= 40 ? text.slice(0, 2_000) : undefined;
};

/** Two signs, and never of an emergency: nobody who smells gas waits among the advertisements. */
export function isSuspicious(
  signs: readonly SuspicionSign[],
  { urgency }: Pick<Submission['request'], 'urgency'>,
): boolean {
  return new Set(signs).size >= 2 && urgency !== 'now';
}
