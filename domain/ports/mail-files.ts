import type { Moment } from '../time/moment.ts';

/** The raw mails as they came in, the files that were in them, and the files that came with forms, under ids of their own. */
export interface MailFiles {
  /** The raw mail of a delivery; `undefined` if none is kept. */
  load(deliveryId: string): Promise<Uint8Array | undefined>;
  /** Deliveries whose raw mail was stored from this moment on, oldest first. */
  listSince(from: Moment): Promise<{ readonly deliveryId: string; readonly at: Moment }[]>;
  /** Keeps a file of a mail beside it, or of a form. Repeating it changes nothing. */
  keepFile(
    deliveryId: string,
    file: { readonly index: number; readonly contentType: string; readonly content: Uint8Array },
  ): Promise<void>;
  /** Where a browser gets the raw mail for the next 10 minutes: as a download, never shown. */
  rawLink(deliveryId: string): Promise<string>;
  /** Where a browser gets a file for the next 10 minutes: images are shown, all else is a download. */
  fileLink(
    deliveryId: string,
    file: { readonly index: number; readonly name: string; readonly contentType: string },
  ): Promise<string>;
  /** Deletes the raw mail and its files. */
  remove(deliveryId: string): Promise<void>;
}
