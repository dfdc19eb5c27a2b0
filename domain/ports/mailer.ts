import type { Moment } from '../time/moment.ts';

export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Additional headers; values are single lines. */
  readonly headers: Readonly<Record<string, string>>;
  readonly calendar?:
    | { readonly method: 'REQUEST' | 'PUBLISH' | 'CANCEL'; readonly content: string }
    | undefined;
  /** Files to go with it, by name. */
  readonly files?:
    | readonly { readonly name: string; readonly contentType: string; readonly content: Uint8Array }[]
    | undefined;
  /** The Date header. */
  readonly at: Moment;
}

export interface Mailer {
  /**
   * Hands one mail to the provider, once: it never retries by itself. One of several receivers who is refused keeps it from
   * no other.
   * @returns the provider's message id, as answers will name it.
   * @throws MailRefusedError nobody got it; worth a later try, and says whose fault it is.
   * @throws MailRejectedError nobody got it and nobody ever will, because of the address or of what it holds.
   * @throws MailUncertainError no answer: it may be out.
   */
  send(mail: OutgoingMail): Promise<string>;
}
