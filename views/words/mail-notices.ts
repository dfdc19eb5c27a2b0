/** What the owner is told about mails that came in (German: only the owner reads it). */

/** A line of his answer to the digest is about a request whose data is gone. */
export const leadIsGone = 'Diese Anfrage gibt es nicht mehr.';

/** In place of the address of somebody who wrote without one. */
export const unknownSender = 'unbekannt';
