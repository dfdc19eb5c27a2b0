import type { Company } from '../business/company.ts';
import type { NetworkCount } from '../limits/crowd.ts';
import type { Reminded, whyNotReminded } from '../limits/reminded.ts';
import type { Moment } from '../time/moment.ts';
import type { ContactKey } from './contact-store.ts';

/** Counts what strangers cause, over all doors. Everything it keeps ends by itself within weeks. */
export interface Limits {
  /**
   * Counts a person by the network that wrote for him; the same one counts once. Neither can be read from what is kept, and
   * after two days nothing of it is left.
   */
  countContact(network: string, contact: string, at: Moment): Promise<NetworkCount>;
  /**
   * Whether this process saw already that a network has used up its day: asks nobody, and is right until the day is over. So a
   * flood that goes on costs less than honest requests do.
   */
  isSpent(network: string, at: Moment): boolean;
  /**
   * Claims one of the automatic answers that an address may get within so many hours. The lead that has one may claim it again.
   * @returns whether the lead may answer.
   */
  claimAnswer(
    address: string,
    leadId: string,
    at: Moment,
    may: { readonly answers: number; readonly withinHours: number },
  ): Promise<boolean>;
  /**
   * Claims a reminder to a person over all his requests, in one step with the look at those before it. The same mail may be
   * claimed again: it counts once, and from then on.
   * @returns `undefined`: claimed; otherwise why it waits, and until when.
   */
  claimReminder(
    person: ContactKey,
    mail: Pick<Reminded, 'leadId' | 'key'>,
    at: Moment,
    company: Pick<Company, 'timeZone'>,
  ): Promise<ReturnType<typeof whyNotReminded>>;
  /** What this person was reminded of in the last seven days, over all his requests: to look ahead, nothing is claimed. */
  listReminders(person: ContactKey, at: Moment): Promise<readonly Reminded[]>;
  /** Gives a claim back whose mail does not go out now. */
  releaseReminder(person: ContactKey, mail: Pick<Reminded, 'leadId' | 'key'>, at: Moment): Promise<void>;
  /** Somebody said that what was sent in the name of this address was not his. What is kept is a hash, for some weeks. */
  noteDisowned(address: string, at: Moment): Promise<void>;
  /** Whether that was said within the last weeks. */
  isDisowned(address: string, at: Moment): Promise<boolean>;
  /**
   * Counts the confirmation of receipt of a lead among those of a local date, once.
   * @returns whether it is within the budget of the day.
   */
  countAcknowledgement(date: string, leadId: string, proven: boolean): Promise<boolean>;
}
