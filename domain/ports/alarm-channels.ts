/** How an emergency rings besides mail. */
export interface AlarmCall {
  readonly channel: 'push' | 'sms';
  /** A topic to which somebody's phone listens, as an address (`https://ntfy.sh/…`), or a phone number in E.164. */
  readonly to: string;
  /** What it is about, in a word or two and the lead's id: others may read it. */
  readonly text: string;
  /** The lead it rings for; of several, the newest. */
  readonly leadId: string;
}

export interface AlarmChannels {
  /** @throws Error it did not ring, or nobody knows. */
  ring(call: AlarmCall): Promise<void>;
}
