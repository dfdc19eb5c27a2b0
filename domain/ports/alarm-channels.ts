import type { PushSubscription } from './push-subscriptions.ts';

/** How an emergency rings besides mail. */
export interface AlarmCall {
  readonly channel: 'push' | 'web-push' | 'sms';
  /**
   * A topic to which somebody's phone listens, as an address (`https://ntfy.sh/…`), the address of a browser at its push server,
   * or a phone number in E.164.
   */
  readonly to: string;
  /** What it is about, in a word or two and the lead's id: others may read it. */
  readonly text: string;
  /** The lead it rings for; of several, the newest. */
  readonly leadId: string;
  /** Of a browser: what only it can decrypt with. */
  readonly keys?: PushSubscription['keys'];
}

export interface AlarmChannels {
  /** @throws PushGoneError the browser is not subscribed any more. Error it did not ring, or nobody knows. */
  ring(call: AlarmCall): Promise<void>;
}
