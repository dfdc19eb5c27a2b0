import type { Moment } from '../time/moment.ts';

/** A browser that shows what somebody is pushed. */
export interface PushSubscription {
  /** The address at its push server. */
  readonly endpoint: string;
  /** Its public key and what it shares with us, both base64url. */
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** By the key of a person (`people.ts`). */
export interface PushSubscriptions {
  /** The same browser once more takes the place of itself. */
  add(person: string, subscription: PushSubscription, at: Moment): Promise<void>;
  /** The newest first. */
  listOf(person: string): Promise<readonly PushSubscription[]>;
  remove(person: string, endpoint: string): Promise<void>;
}
